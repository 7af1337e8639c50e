import BetterSqlite from 'better-sqlite3'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isId } from '#shared/domain/ids.ts'
import { listBackups } from '#core/safekeeping/back-up.ts'
import { verifyBackup } from '#core/safekeeping/heavy-work.ts'
import { type Child, startChild } from '../child-process.ts'
import { openTestCore, temporaryFolder } from '../core-harness.ts'
import { hangsAfter, killsOf, momentsFrom, pause } from '../kill-counts.ts'

const kills = killsOf('lines')

/** Waits for a moment by chance: of starting, of opening and setting up, or after so many lines, as often as both others. */
async function waitForMoment(child: Child, next: () => number): Promise<void> {
  const part = next() % 4
  if (part === 0) return pause(100 + (next() % 500))
  if (part === 1) {
    await child.waitFor('open')
    return pause(next() % 60)
  }
  const lines = 1 + (next() % 90)
  await child.waitUntil((printed) => printed.length >= lines + 2)
}

function statementsIn(file: string): ReadonlySet<string> {
  // Not read-only: a change that was cut off must be taken back first, as at the next start.
  const connection = new BetterSqlite(file)
  try {
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(connection.pragma('foreign_key_check')).toEqual([])
    const hasTable = connection.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'statements'`).get()
    if (hasTable === undefined) return new Set()
    return new Set(connection.prepare<[], string>('SELECT id FROM statements').pluck().all())
  } finally {
    connection.close()
  }
}

describe('a program killed while it writes', () => {
  it(
    'has kept every line that it said was kept, and its backups are whole',
    async () => {
      let kept = 0
      const next = momentsFrom(20_260_917)
      for (let round = 0; round < kills; round += 1) {
        const folder = temporaryFolder()
        const child = startChild('safekeeping/write-lines.ts', [folder, String(1e12 + round)])
        await waitForMoment(child, next)
        await child.kill()
        const told = child.lines.filter(isId)
        const file = join(folder, 'tsudoi.db')
        if (existsSync(file)) {
          const found = statementsIn(file)
          expect(told.filter((id) => !found.has(id))).toEqual([])
          // At most the one line whose answer was still on its way.
          expect(found.size - told.length).toBeLessThanOrEqual(1)
          for (const backup of listBackups(folder)) verifyBackup(join(folder, 'backups', backup.file), null)
        }
        const { ask, core } = await openTestCore(folder)
        expect((await ask('system.getStatus', {})).practice).toBe(false)
        await core.close()
        kept += told.length
      }
      // Otherwise nothing was proved.
      expect(kept).toBeGreaterThan(kills)
    },
    hangsAfter(kills),
  )

  it('leaves no half copies behind once the next backup is made', async () => {
    const folder = temporaryFolder()
    const child = startChild('safekeeping/write-lines.ts', [folder, '1000000000000'])
    await child.waitFor('set up')
    await pause(200)
    await child.kill()
    const { ask, folder: same } = await openTestCore(folder)
    await ask('system.backUpNow', {})
    expect(
      readdirSync(join(same, 'backups')).filter((name) => !/^tsudoi-\d{8}-\d{4}-[a-z]+\.db$/.test(name)),
    ).toEqual([])
  })
})
