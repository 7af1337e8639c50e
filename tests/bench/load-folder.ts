import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateData } from '#core/generate/generate-data.ts'
import type { LoadName } from '#core/generate/load-sizes.ts'
import { testPorts } from '../core/test-ports.ts'

const made = new Map<LoadName, Promise<string>>()

/** The day on which the made-up data are looked at: their last meetings lie shortly before and after it. */
export const benchDay = new Date('2027-02-20T01:00:00Z')

/** A folder with made-up data, generated once a run and removed at its end; benches take turns in it. */
export function loadFolder(load: LoadName): Promise<string> {
  const known = made.get(load)
  if (known) return known
  const folder = mkdtempSync(join(tmpdir(), 'tsudoi-bench-'))
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true })
  })
  const { clock, log } = testPorts({ at: benchDay })
  const generated = generateData({ folder, load, seed: 7, clock, log }).then(() => folder)
  made.set(load, generated)
  return generated
}
