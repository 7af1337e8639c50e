/** `npm run fuzz [COUNT]`: so many harmed files of each kind, and ten times as many inputs as usual for every operation; 2000 unless told. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const project = join(import.meta.dirname, '../..')
const count = Number(process.argv[2] ?? '2000')
const { status } = spawnSync(
  process.execPath,
  [
    join(project, 'node_modules/vitest/vitest.mjs'),
    'run',
    'tests/core/hostile-files.test.ts',
    'tests/core/dispatch-fuzz.test.ts',
    '--testTimeout=3600000',
  ],
  { cwd: project, stdio: 'inherit', env: { ...process.env, TSUDOI_FUZZ: String(count) } },
)
console.log(
  `${String(count)} harmed files of each kind and ${String(count)} inputs of each shape for every operation: ${status === 0 ? 'each read or refused, nothing changed by a refusal' : 'SOMETHING WAS FOUND, see above'}`,
)
process.exitCode = status ?? 1
