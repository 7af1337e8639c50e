import type BetterSqlite from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { generateData } from '#core/generate/generate-data.ts'
import { checkData } from '#core/safekeeping/check-data.ts'
import { noKey } from '#core/store/connect.ts'
import { openTestCore, temporaryFolder, testPorts } from '../core-harness.ts'
import { lookInto } from '../store/replay-log.ts'
import { setUpCouncil } from '../small-council.ts'

async function make(seed: number): Promise<string> {
  const folder = temporaryFolder()
  const { clock, log } = testPorts()
  await generateData({ folder, load: 'L1', seed, clock, log })
  return folder
}

const tables = [
  'people',
  'organizations',
  'meetings',
  'attendances',
  'statements',
  'decisions',
  'tasks',
  'needs',
  'resources',
  'activities',
]

function fingerprint(folder: string): string {
  return lookInto(folder, (connection: BetterSqlite.Database) => {
    const hash = createHash('sha256')
    for (const table of tables) {
      for (const row of connection.prepare(`SELECT * FROM ${table} ORDER BY id`).iterate())
        hash.update(JSON.stringify(row))
    }
    return hash.digest('hex')
  })
}

describe('made-up data', () => {
  it('are the same for the same seed, and others for another', async () => {
    const [first, again, other] = [await make(3), await make(3), await make(4)]
    expect(fingerprint(again)).toBe(fingerprint(first))
    expect(fingerprint(other)).not.toBe(fingerprint(first))
  })

  it('have the size of the load, are sound, can be searched and worked with', async () => {
    const folder = await make(3)
    const counts = lookInto(folder, (connection) =>
      Object.fromEntries(
        tables.map((table) => [table, connection.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get()]),
      ),
    )
    expect(counts).toMatchObject({ people: 300, organizations: 120, meetings: 24, attendances: 360 })
    expect(counts).toMatchObject({ needs: 60, resources: 60, activities: 1000 })
    expect(counts['statements']).toBeGreaterThanOrEqual(2000)
    expect(counts['tasks']).toBeGreaterThan(150)
    expect(checkData(folder, noKey)).toMatchObject({ problems: [] })
    const { ask } = await openTestCore(folder)
    const [found] = await ask('search.find', { text: '買い物', kinds: ['statement'] })
    expect(found?.text).toContain('買い物')
    const [meeting] = await ask('meetings.list', { councilId: null, fiscalYear: 2026 })
    if (!meeting) throw new Error('no meeting')
    const { agenda } = await ask('meetings.get', { meetingId: meeting.id })
    const [item] = agenda
    if (!item) throw new Error('no agenda')
    // The triggers that were away while it was written are back: what is entered now is logged and found.
    const statement = {
      agendaItemId: item.id,
      attendanceId: null,
      kind: 'point',
      text: '鵺の話',
      spokenAt: null,
    } as const
    await ask('minutes.addStatement', { meetingId: meeting.id, statement, after: null })
    expect(await ask('search.find', { text: '鵺' })).toHaveLength(1)
    expect(
      lookInto(folder, (connection) => connection.prepare('SELECT COUNT(*) FROM change_log').pluck().get()),
    ).toBe(1)
  })

  it('are never put among those of an office', async () => {
    const { ask, folder, close } = await openTestCore()
    await setUpCouncil(ask)
    await close()
    const before = fingerprint(folder)
    const { clock, log } = testPorts()
    await expect(generateData({ folder, load: 'L1', seed: 1, clock, log })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(fingerprint(folder)).toBe(before)
    expect(
      lookInto(join(folder), (connection) => connection.pragma('user_version', { simple: true })),
    ).not.toBe(0)
  })
})
