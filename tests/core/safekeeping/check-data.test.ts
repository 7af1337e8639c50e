import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkData } from '#core/safekeeping/check-data.ts'
import { currentVersion } from '#core/store/migrate.ts'
import { openDatabase } from '#core/store/open-database.ts'
import { noKey } from '#core/store/connect.ts'
import { temporaryFolder } from '../core-harness.ts'
import { openWorld } from '../world-copies.ts'

/** A closed folder of the full world, into which a tool then writes what the program never would. */
async function spoiledBy(
  sql: (world: Awaited<ReturnType<typeof openWorld>>['world']) => string,
): Promise<string> {
  const { folder, close, world } = await openWorld()
  await close()
  const { connection } = openDatabase(join(folder, 'tsudoi.db'), null)
  connection.pragma('foreign_keys = OFF')
  connection.exec(sql(world))
  connection.close()
  return folder
}

describe('checking the data', () => {
  it('finds nothing wrong with what the program wrote, even while it is running', async () => {
    const { folder } = await openWorld()
    const check = checkData(folder, noKey)
    expect(check).toMatchObject({ version: currentVersion, problems: [], remarks: [] })
    expect(check.tables).toMatchObject({ councils: 2, statements: 3, submissions: 2 })
  })

  it('finds what is torn, orphaned or marked otherwise', async () => {
    const orphaned = await spoiledBy(({ meetingId }) => `DELETE FROM meetings WHERE id = '${meetingId}'`)
    expect(checkData(orphaned, noKey).problems.join('\n')).toContain('no such row in meetings')
    const other = await spoiledBy(() => 'PRAGMA user_version = 5; PRAGMA application_id = 1')
    expect(checkData(other, noKey).problems).toHaveLength(2)
    const torn = await spoiledBy(() => 'VACUUM')
    const file = join(torn, 'tsudoi.db')
    const bytes = readFileSync(file)
    bytes.fill(0x5a, bytes.length - 4096 * 20, bytes.length - 4096 * 18)
    writeFileSync(file, bytes)
    let found: readonly string[] = []
    try {
      found = checkData(torn, noKey).problems
    } catch (fault) {
      found = [String(fault)]
    }
    expect(found).not.toEqual([])
  })

  it('refuses where there is nothing to check, or nothing that could be read', () => {
    const folder = temporaryFolder()
    expect(() => checkData(folder, noKey)).toThrow('not-set-up')
    writeFileSync(join(folder, 'tsudoi.db'), 'これはデータベースではありません。'.repeat(100))
    expect(() => checkData(folder, noKey)).toThrow('damaged')
  })

  it.each([
    [
      'two chairs',
      () => `UPDATE memberships SET role = 'chair' WHERE role = 'vice-chair'`,
      '会長が二人以上いないか：青羽市第２層協議体（東部圏域）：髙橋　一郎、佐藤　花子。',
    ],
    [
      'a seat that ended before it began',
      () => `UPDATE memberships SET released_on = '2026-03-31' WHERE role = 'observer'`,
      '席が、始まるより前に終わっていないか：小田切　誠（青羽市第２層協議体（東部圏域））。',
    ],
    [
      'a person on two seats',
      () =>
        `UPDATE memberships SET person_id = (SELECT person_id FROM memberships WHERE role = 'chair' LIMIT 1) WHERE role = 'vice-chair'`,
      '席に二つ着いていないか：',
    ],
    [
      'a decision number twice',
      () =>
        `DROP INDEX decisions_by_number; INSERT INTO decisions SELECT 'x', council_id, meeting_id, agenda_item_id, statement_id, fiscal_year, number, text, removed_at FROM decisions`,
      '決定事項の番号が重なっていないか：青羽市第２層協議体（東部圏域） 2026年度 第1号。',
    ],
    [
      'a decision of another year',
      () => `UPDATE decisions SET fiscal_year = 2025`,
      '決定第1号。その決定を議事録で開き',
    ],
    [
      'a meeting number twice',
      () => `UPDATE meetings SET number = 1`,
      '会議の回が重なっていないか：青羽市第２層協議体（東部圏域） 2026年度 第1回。',
    ],
    [
      'a speaker of another meeting',
      ({ lastMeetingId }: { lastMeetingId: string }) =>
        `UPDATE statements SET attendance_id = (SELECT id FROM attendances WHERE meeting_id = '${lastMeetingId}' LIMIT 1) WHERE rowid = 1`,
      '発言した人が、その会議の出欠にいるか：',
    ],
    [
      'a speaker who was taken off the roll',
      () => `UPDATE attendances SET removed_at = 'x'`,
      '発言した人が、その会議の出欠にいるか：',
    ],
    [
      'a task of another meeting’s item',
      ({ leftItemId, taskId }: { leftItemId: string; taskId: string }) =>
        `UPDATE tasks SET agenda_item_id = '${leftItemId}' WHERE id = '${taskId}'`,
      '発言・決定・宿題が、自分の会議の議題に付いているか：',
    ],
    [
      'a lock without a version',
      () => `UPDATE meetings SET locked = 1`,
      '議事録の確定と、保管した版とが合っているか：青羽市第２層協議体（東部圏域） 第2回',
    ],
    [
      'a version without a lock',
      () => `UPDATE meetings SET locked = 0`,
      '議事録の確定と、保管した版とが合っているか：青羽市第２層協議体（東部圏域） 第1回',
    ],
  ])('tells of %s in a sentence', async (_what, sql, sentence) => {
    const folder = await spoiledBy(sql)
    const { remarks } = checkData(folder, noKey)
    expect(remarks.join('\n')).toContain(sentence)
    for (const remark of remarks) expect(remark).toMatch(/。$/)
  })
})
