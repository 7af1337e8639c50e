import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { watchRemotes } from '#tests/e2e/remotes.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { outwardAddress } from './outward-address.ts'

const project = join(import.meta.dirname, '../../..')

/** The program as a clerk starts it, with or without a part that connects to somewhere. */
async function foreignOf(...loadedBefore: readonly string[]): Promise<readonly string[]> {
  const program = spawn(
    process.execPath,
    [
      ...loadedBefore.flatMap((file) => ['--import', join(import.meta.dirname, file)]),
      join(project, 'electron/shell/start.ts'),
      '--browser',
      '--no-open',
      '--data',
      temporaryFolder(),
    ],
    { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  onTestFinished(() => {
    program.kill('SIGKILL')
  })
  const watch = watchRemotes(program.pid ?? 0)
  await new Promise((resolve) => {
    program.stdout.once('data', resolve)
  })
  // Listening alone is a connection that is looked at: then whatever there is has been seen.
  await expect.poll(watch.looked, { timeout: 100_000 }).toBeGreaterThan(0)
  watch.end()
  return watch.foreign()
}

test.skipIf(process.platform !== 'linux' || outwardAddress() === null)(
  'the watch of the journey without network sees one socket that leads out, and none in the program itself',
  async () => {
    const asKernelWrites = Buffer.from((outwardAddress() ?? '').split('.').reverse().map(Number))
    expect(await foreignOf('deliberate-socket.ts')).toEqual([asKernelWrites.toString('hex').toUpperCase()])
    expect(await foreignOf()).toEqual([])
  },
  240_000,
)
