/**
 * `npm test`: builds, then the tests of the parts, then the journeys; counts them together and says aloud what
 * was skipped. With `--pictures` the journeys keep a picture of each step in docs/pictures.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const project = join(import.meta.dirname, '..')
const results = join(project, 'test-results')

interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** What was skipped, one line each. */
  readonly skips: readonly string[]
}

const nothingCounted: Counts = { passed: 0, failed: 0, skipped: 0, skips: [] }
const oneFailure: Counts = { ...nothingCounted, failed: 1 }

/** Runs a script of the project or of a package with this very Node. @returns whether it ended well */
function run(
  script: string,
  given: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): boolean {
  const { status } = spawnSync(process.execPath, [join(project, script), ...given], {
    cwd: project,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  })
  return status === 0
}

function readReport<T>(file: string, schema: z.ZodType<T>): T | null {
  if (!existsSync(file)) return null
  const read = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  return read.success ? read.data : null
}

/** A run that ended badly without a failed test (a file that does not load, a crash) is a failure all the same. */
function honest(endedWell: boolean, counts: Counts | null): Counts {
  if (counts === null) return oneFailure
  return endedWell || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}

const partsReport = z.object({
  testResults: z.array(
    z.object({
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
})

function testParts(): Counts {
  const report = join(results, 'parts.json')
  rmSync(report, { force: true })
  const given = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const endedWell = run('node_modules/vitest/vitest.mjs', given)
  const read = readReport(report, partsReport)
  const tests = read?.testResults.flatMap((file) => file.assertionResults)
  if (tests === undefined) return oneFailure
  const passed = tests.filter(({ status }) => status === 'passed').length
  const failed = tests.filter(({ status }) => status === 'failed').length
  const skips = tests
    .filter(({ status }) => !['passed', 'failed'].includes(status))
    .map((each) => each.fullName)
  return honest(endedWell, { passed, failed, skipped: skips.length, skips })
}

interface Suite {
  readonly specs: readonly {
    readonly title: string
    readonly tests: readonly {
      readonly projectName: string
      readonly status: string
      readonly annotations: readonly { readonly type: string; readonly description?: string | undefined }[]
    }[]
  }[]
  readonly suites?: readonly Suite[] | undefined
}

const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    specs: z.array(
      z.object({
        title: z.string(),
        tests: z.array(
          z.object({
            projectName: z.string(),
            status: z.string(),
            annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
          }),
        ),
      }),
    ),
    suites: z.array(suite).optional(),
  }),
)
const journeysReport = z.object({ suites: z.array(suite) })

function specsOf({ specs, suites = [] }: Suite): Suite['specs'] {
  return [...specs, ...suites.flatMap(specsOf)]
}

function testJourneys(pictures: boolean): Counts {
  if (!existsSync(join(project, 'tests', 'e2e', 'playwright.config.ts'))) return nothingCounted
  const report = join(results, 'e2e.json')
  rmSync(report, { force: true })
  const environment: Readonly<Record<string, string>> = pictures ? { TSUDOI_PICTURES: '1' } : {}
  const endedWell = run('node_modules/@playwright/test/cli.js', ['test', '-c', 'tests/e2e'], environment)
  const read = readReport(report, journeysReport)
  const tests = read?.suites
    .flatMap(specsOf)
    .flatMap(({ title, tests: each }) => each.map((test) => ({ ...test, title })))
  if (tests === undefined) return oneFailure
  const skips = tests.filter(({ status }) => status === 'skipped')
  const failed = tests.filter(({ status }) => status === 'unexpected').length
  return honest(endedWell, {
    passed: tests.length - failed - skips.length,
    failed,
    skipped: skips.length,
    skips: skips.map(({ projectName, title, annotations }) => {
      const reason = annotations.find(({ type }) => type === 'skip')?.description ?? ''
      return `${projectName}: ${title}${reason === '' ? '' : ` (${reason})`}`
    }),
  })
}

function runAll(pictures: boolean): readonly Counts[] {
  mkdirSync(results, { recursive: true })
  if (!run('electron/shell/build.ts', [])) return [oneFailure]
  return [testParts(), testJourneys(pictures)]
}

const all = runAll(process.argv.includes('--pictures'))
const sum = (of: (counts: Counts) => number): number => all.reduce((total, counts) => total + of(counts), 0)
const skips = all.flatMap((counts) => counts.skips)
if (skips.length > 0)
  console.log(`\nSkipped on this machine:\n${skips.map((each) => `  ${each}`).join('\n')}\n`)
console.log(
  `${sum((each) => each.passed)} passed, ${sum((each) => each.failed)} failed, ${sum((each) => each.skipped)} skipped`,
)
process.exitCode = sum((each) => each.failed) === 0 ? 0 : 1
