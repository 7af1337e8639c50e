import BetterSqlite from 'better-sqlite3'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type DataCheckName, dataChecks } from '#shared/contract/check-texts.ts'
import { openTestCore } from '../core-harness.ts'
import { folderContent } from '../folder-content.ts'
import { openWorld } from '../world-copies.ts'

/** What another program could do to the file, and the check that must see it. */
const harms: readonly (readonly [DataCheckName, string])[] = [
  ['confirmed-kept', 'UPDATE meetings SET locked = 1'],
  ['minutes-in-place', 'UPDATE agenda_items SET removed_at = 1'],
  ['speakers-in-roll', 'UPDATE attendances SET removed_at = 1'],
  ['files-unchanged', `UPDATE stored_files SET bytes = x'00'`],
  ['keys-right', `UPDATE people SET name_key = 'x'`],
  ['log-complete', 'DELETE FROM change_log'],
  [
    'references-whole',
    `PRAGMA foreign_keys = OFF; UPDATE statements SET agenda_item_id = 'none' WHERE id = (SELECT MIN(id) FROM statements)`,
  ],
  [
    'decision-numbers',
    `DROP INDEX decisions_by_number; INSERT INTO decisions SELECT 'x', council_id, meeting_id, agenda_item_id, NULL, fiscal_year, number, text, NULL FROM decisions LIMIT 1`,
  ],
  ['decisions-in-year', 'UPDATE decisions SET fiscal_year = 2025'],
  ['meeting-numbers', 'UPDATE meetings SET number = 1'],
  ['one-chair', `UPDATE memberships SET role = 'chair'`],
  ['terms-forward', `UPDATE memberships SET released_on = '2000-03-31'`],
  ['seats-apart', 'UPDATE memberships SET seat_number = 1'],
  ['terms-apart', 'UPDATE memberships SET person_id = (SELECT MIN(person_id) FROM memberships)'],
]

describe('データの点検', () => {
  it('finds nothing where all is well, and changes nothing', async () => {
    const { ask, folder } = await openWorld()
    await ask('system.backUpNow', {})
    const before = folderContent(folder)
    const outcomes = await ask('safekeeping.check', {})
    expect(outcomes).toEqual(dataChecks.map((name) => ({ name, count: 0, found: [] })))
    expect(folderContent(folder)).toEqual(before)
  })

  it.each(harms)('sees by %s what was done behind its back', async (name, sql) => {
    const { ask, folder, close } = await openWorld()
    await ask('system.backUpNow', {})
    await close()
    const connection = new BetterSqlite(join(folder, 'tsudoi.db'))
    for (const trigger of connection
      .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
      .pluck()
      .all())
      connection.exec(`DROP TRIGGER "${trigger}"`)
    connection.exec(sql)
    connection.close()
    const again = await openTestCore(folder)
    const outcomes = await again.ask('safekeeping.check', {})
    expect(outcomes.find((outcome) => outcome.name === name)).not.toMatchObject({ count: 0 })
  })

  it('tells of a backup that cannot be read, and of a week without one', async () => {
    const clock = { at: new Date('2026-09-17T04:30:00Z') }
    const { ask, folder } = await openTestCore(undefined, clock)
    const of = async (name: DataCheckName) =>
      (await ask('safekeeping.check', {})).find((outcome) => outcome.name === name)
    expect(await of('backup-recent')).toMatchObject({ count: 1, found: ['控えがまだありません'] })
    await ask('system.backUpNow', {})
    expect(await of('backup-recent')).toMatchObject({ count: 0 })
    clock.at = new Date('2026-09-26T04:30:00Z')
    expect(await of('backup-recent')).toMatchObject({ found: ['最後の控えから9日'] })
    writeFileSync(join(folder, 'backups', 'tsudoi-20260901-0900-hand.db'), 'rubbish')
    expect(await of('backup-readable')).toMatchObject({ found: ['tsudoi-20260901-0900-hand.db'] })
  })
})
