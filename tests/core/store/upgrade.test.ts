import BetterSqlite from 'better-sqlite3'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrations, readVersion } from '#core/store/migrate.ts'
import { applicationId } from '#core/store/open-database.ts'
import { openTestCore, temporaryFolder } from '../core-harness.ts'

const schemas = join(import.meta.dirname, '../../fixtures/schemas')
const id = (number: number): string => String(number).padStart(26, '0')

/** A council with one meeting, as the first version wrote it; every later schema takes the same. */
const rows = `
INSERT INTO secretariat VALUES ('own', '青羽市社協', '', '', '', '', '', '', '戸田', '青羽市', '青羽市長', '', '');
INSERT INTO areas (id, name) VALUES ('${id(1)}', '東部圏域');
INSERT INTO councils (id, name, layer, area_id, basis, origin, numbering, quorum, counts_proxy, counts_online, counts_written, signers)
  VALUES ('${id(2)}', '第２層協議体', 2, '${id(1)}', '', '', 'fiscal-year', 'half', 1, 1, 0, 0);
INSERT INTO council_stages (id, council_id, stage) VALUES ('${id(3)}', '${id(2)}', 'established');
INSERT INTO organizations (id, name, kana, kind, name_key) VALUES ('${id(4)}', '北町内会', '', NULL, '北町内会');
INSERT INTO people (id, name, kana, postal_code, address, phone, phone_note, fax, email, note, name_key, kana_key)
  VALUES ('${id(5)}', '髙橋　一郎', 'たかはし　いちろう', '', '', '', '', '', '', '車いす', '高橋一郎', 'たかはし');
INSERT INTO person_sectors (id, person_id, sector) VALUES ('${id(6)}', '${id(5)}', 'elderly');
INSERT INTO affiliations (id, person_id, organization_id, post) VALUES ('${id(7)}', '${id(5)}', '${id(4)}', '会長');
INSERT INTO memberships (id, council_id, person_id, role, category, term_note, appointed_on, ex_officio, seat_number)
  VALUES ('${id(8)}', '${id(2)}', '${id(5)}', 'chair', '第1号', '', '2026-04-01', 0, 1);
INSERT INTO meetings (id, council_id, fiscal_year, number, held_on, starts_at, place, method)
  VALUES ('${id(9)}', '${id(2)}', 2026, 1, '2026-09-17', '13:30', '公民館', 'in-person');
INSERT INTO agenda_items (id, meeting_id, position, kind, level, title, presenter, paper_number, paper_title, internal_note)
  VALUES ('${id(10)}', '${id(9)}', 1, 'discussion', 1, '買い物支援', '', '', '', '');
INSERT INTO attendances (id, meeting_id, person_id, membership_id, seat_number, role, name, kana, post, organization_name, category)
  VALUES ('${id(11)}', '${id(9)}', '${id(5)}', '${id(8)}', 1, 'chair', '髙橋　一郎', '', '会長', '北町内会', '');
INSERT INTO statements (id, meeting_id, agenda_item_id, position, attendance_id, kind, text)
  VALUES ('${id(12)}', '${id(9)}', '${id(10)}', 1024, '${id(11)}', 'opinion', '移動販売をふやしたい。');
INSERT INTO decisions (id, council_id, meeting_id, agenda_item_id, fiscal_year, number, text)
  VALUES ('${id(13)}', '${id(2)}', '${id(9)}', '${id(10)}', 2026, 1, '月２回にする。');
INSERT INTO tasks (id, council_id, meeting_id, position, text, owner, due_text)
  VALUES ('${id(14)}', '${id(2)}', '${id(9)}', 1, '店に行く', '事務局', '次回まで');
`

function folderOfVersion(version: number): string {
  const folder = temporaryFolder()
  const connection = new BetterSqlite(join(folder, 'tsudoi.db'))
  connection.pragma(`application_id = ${String(applicationId)}`)
  connection.pragma('journal_mode = WAL')
  connection.exec(readFileSync(join(schemas, `${String(version).padStart(4, '0')}.sql`), 'utf8'))
  connection.exec(rows)
  connection.pragma(`user_version = ${String(version)}`)
  connection.close()
  return folder
}

const earlier = migrations.map((step) => step.version).slice(0, -1)

describe('a database of an earlier version', () => {
  it.each(earlier)('%i opens, holds its data, and was copied before it was changed', async (version) => {
    const { ask, folder } = await openTestCore(folderOfVersion(version))
    const [council] = await ask('councils.list', {})
    expect(council).toMatchObject({ name: '第２層協議体', areaName: '東部圏域' })
    const [summary] = await ask('meetings.list', { councilId: null, fiscalYear: null })
    if (!summary) throw new Error('the meeting is gone')
    const meeting = await ask('meetings.get', { meetingId: summary.id })
    expect(meeting).toMatchObject({
      agenda: [{ title: '買い物支援', outcome: 'open' }],
      roll: [{ name: '髙橋　一郎', role: 'chair', organizationName: '北町内会' }],
      statements: [{ text: '移動販売をふやしたい。', speaker: '髙橋会長' }],
      decisions: [{ number: 1, text: '月２回にする。' }],
      tasks: [{ text: '店に行く', dueText: '次回まで' }],
    })
    const [person] = await ask('roster.listPeople', {})
    if (!person) throw new Error('the person is gone')
    expect(await ask('roster.getPerson', { personId: person.id })).toMatchObject({
      name: '髙橋　一郎',
      organizationName: '北町内会',
      post: '会長',
      sectors: ['elderly'],
      note: '車いす',
    })
    // And it can be worked on.
    expect(JSON.stringify(await ask('search.find', { text: '移動販売' }))).toContain(
      meeting.statements[0]?.id,
    )
    const [item] = meeting.agenda
    if (!item) throw new Error('the item is gone')
    const decision = {
      meetingId: summary.id,
      agendaItemId: item.id,
      statementId: null,
      text: '続けて決めた。',
    }
    expect(await ask('minutes.addDecision', decision)).toMatchObject({ number: 2 })
    const copies = readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('-migration.db'))
    expect(copies).toHaveLength(1)
    const copy = new BetterSqlite(join(folder, 'backups', copies[0] ?? ''), { readonly: true })
    expect(readVersion(copy)).toBe(version)
    expect(copy.prepare('SELECT COUNT(*) FROM statements').pluck().get()).toBe(1)
    copy.close()
  })
})
