import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

export interface BuildStep {
  readonly name: string
  /** Files and folders it reads; when none has changed since the last time, the step is skipped. */
  readonly inputs: readonly string[]
  /** The file or folder it makes. */
  readonly output: string
  /** Makes the output at the given place, which does not exist yet. */
  make(output: string): Promise<void> | void
}

/**
 * Runs those steps whose inputs have changed; answers with their names. Each output is made beside its place
 * and put there when it is whole, so that a program that runs meanwhile never sees half a build.
 */
export async function runBuildSteps(steps: readonly BuildStep[], stamps: string): Promise<readonly string[]> {
  const made: string[] = []
  for (const step of steps) {
    const stampFile = join(stamps, `${step.name}.stamp`)
    const stamp = stampOf(step.inputs)
    if (existsSync(step.output) && readStamp(stampFile) === stamp) continue
    const beside = `${step.output}.${process.pid}`
    rmSync(beside, { recursive: true, force: true })
    mkdirSync(dirname(step.output), { recursive: true })
    try {
      await step.make(beside)
      putInPlace(beside, step.output)
    } finally {
      rmSync(beside, { recursive: true, force: true })
    }
    mkdirSync(stamps, { recursive: true })
    writeFileSync(stampFile, stamp)
    made.push(step.name)
  }
  return made
}

/** Two builds may end at one moment: whoever comes second moves the first one's result away in turn. */
function putInPlace(made: string, place: string): void {
  const old = `${place}.old-${process.pid}`
  for (let left = 3; ; left -= 1) {
    try {
      if (existsSync(place)) renameSync(place, old)
      renameSync(made, place)
      break
    } catch (fault) {
      if (left === 0) throw fault
    }
  }
  rmSync(old, { recursive: true, force: true })
}

function readStamp(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

/** Path, size and time of every file: enough to see a change, and a hundred times faster than reading them. */
function stampOf(inputs: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap(filesUnder).sort()) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function filesUnder(place: string): readonly string[] {
  if (!existsSync(place)) return []
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
