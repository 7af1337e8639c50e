/**
 * `npm run kills [COUNT]`: kills programs at moments by chance while they write lines, back up, restore, import, bring old data up to date
 * and share a folder, and looks each time at what is left. 500 unless another number is given; the ordinary run takes 50.
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
    'tests/core/safekeeping/work-kill.test.ts',
    'tests/core/safekeeping/rekey-kill.test.ts',
    'tests/core/sharing/share-kill.test.ts',
  ],
  { cwd: project, stdio: 'inherit', env: { ...process.env, TSUDOI_KILLS: String(count) } },
)
const seconds = Number((process.hrtime.bigint() - started) / 1_000_000_000n)
console.log(
  `${String(count)} kills (lines, backups, restores, imports, new versions, sharing) in ${String(seconds)} s: ${status === 0 ? 'no losses' : 'NOT PASSED, see above what and why'}`,
)
process.exitCode = status ?? 1
