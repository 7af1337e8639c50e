/**
 * `npm run kills [COUNT]`: kills programs at moments by chance while they write lines, back up and restore, and looks each
 * time at what is left. 500 unless another number is given; CI runs a slice of the same tests with all others.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const project = join(import.meta.dirname, '../..')
const count = Number(process.argv[2] ?? '500')
const started = process.hrtime.bigint()
const { status } = spawnSync(
  process.execPath,
  [
    join(project, 'node_modules/vitest/vitest.mjs'),
    'run',
    'tests/core/safekeeping/kill.test.ts',
    'tests/core/safekeeping/restore-kill.test.ts',
  ],
  { cwd: project, stdio: 'inherit', env: { ...process.env, TSUDOI_KILLS: String(count) } },
)
const seconds = Number((process.hrtime.bigint() - started) / 1_000_000_000n)
const restores = Math.max(6, Math.round(count / 4))
console.log(
  `${String(count)} kills while writing and backing up, ${String(restores)} while restoring, in ${String(seconds)} s: ${status === 0 ? 'no losses' : 'SOMETHING WAS LOST, see above'}`,
)
process.exitCode = status ?? 1
