import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type BuildStep, runBuildSteps } from '#shell/build-steps.ts'
import { temporaryFolder } from './temporary-folder.ts'

interface Place {
  readonly folder: string
  readonly step: BuildStep
  readonly run: () => Promise<readonly string[]>
}

function makePlace(make?: BuildStep['make']): Place {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'source'))
  writeFileSync(join(folder, 'source', 'a.txt'), 'one')
  const step: BuildStep = {
    name: 'copy',
    inputs: [join(folder, 'source'), join(folder, 'not-there')],
    output: join(folder, 'made'),
    make:
      make ??
      ((output) => {
        mkdirSync(output)
        writeFileSync(join(output, 'a.txt'), readFileSync(join(folder, 'source', 'a.txt')))
      }),
  }
  return { folder, step, run: () => runBuildSteps([step], join(folder, 'stamps')) }
}

test('a step runs when something changed, came, went, or when its output is gone; else it is skipped', async () => {
  const { folder, run } = makePlace()
  expect(await run()).toEqual(['copy'])
  expect(await run()).toEqual([])
  writeFileSync(join(folder, 'source', 'a.txt'), 'two, longer')
  expect(await run()).toEqual(['copy'])
  expect(readFileSync(join(folder, 'made', 'a.txt'), 'utf8')).toBe('two, longer')
  writeFileSync(join(folder, 'source', 'b.txt'), '')
  expect(await run()).toEqual(['copy'])
  rmSync(join(folder, 'source', 'b.txt'))
  expect(await run()).toEqual(['copy'])
  rmSync(join(folder, 'made'), { recursive: true })
  expect(await run()).toEqual(['copy'])
  expect(readdirSync(folder).toSorted()).toEqual(['made', 'source', 'stamps'])
})

test('a step that fails leaves what was there, nothing half made, and runs again', async () => {
  const { folder, step, run } = makePlace()
  await run()
  writeFileSync(join(folder, 'source', 'a.txt'), 'changed it is')
  const failing: BuildStep = {
    ...step,
    make: (output) => {
      mkdirSync(output)
      throw new Error('half way')
    },
  }
  await expect(runBuildSteps([failing], join(folder, 'stamps'))).rejects.toThrow('half way')
  expect(readFileSync(join(folder, 'made', 'a.txt'), 'utf8')).toBe('one')
  expect(readdirSync(folder).toSorted()).toEqual(['made', 'source', 'stamps'])
  expect(await run()).toEqual(['copy'])
})

test('while a step works the old output stays in place', async () => {
  let seen = false
  const { folder, step, run } = makePlace()
  await run()
  writeFileSync(join(folder, 'source', 'a.txt'), 'later')
  await runBuildSteps(
    [
      {
        ...step,
        make: (output) => {
          seen = existsSync(join(folder, 'made', 'a.txt'))
          mkdirSync(output)
        },
      },
    ],
    join(folder, 'stamps'),
  )
  expect(seen).toBe(true)
})
