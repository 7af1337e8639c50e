import type {
  LinkedMeeting,
  NeedDetail,
  NeedFields,
  NeedPass,
  NeedRow,
  WaitingNeed,
} from '#shared/contract/need-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { AreaId, CouncilId, Id, MeetingId, NeedId, NeedPassId, StatementId } from '#shared/domain/ids.ts'
import type { NeedStatus } from '#shared/domain/need.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { readSectors, sectorColumn } from './sector-rows.ts'

interface RawNeed extends Omit<NeedRow, 'sectors' | 'waitingFor'> {
  readonly sectorList: string | null
  readonly statementId: StatementId | null
  readonly waitingCouncil: string | null
  readonly waitingSince: CalendarDate | null
}

const needQuery = `
  SELECT n.id, n.council_id AS councilId, c.name AS councilName, n.text, COALESCE(a.name, '') AS areaName, n.kind, n.source,
         n.noted_on AS notedOn, n.existing_help AS existingHelp, n.response, n.owner, n.due_on AS dueOn, n.status,
         n.closed_on AS closedOn, n.closed_because AS closedBecause, n.same_as_id AS sameAsId, n.statement_id AS statementId,
         w.name AS waitingCouncil, p.passed_on AS waitingSince, ${sectorColumn('need_sectors', 'n')}
  FROM needs n
  JOIN councils c ON c.id = n.council_id
  LEFT JOIN areas a ON a.id = n.area_id
  LEFT JOIN need_passes p ON p.need_id = n.id AND p.answered_on IS NULL
  LEFT JOIN councils w ON w.id = p.to_council_id
  WHERE n.removed_at IS NULL`

function toNeed({ sectorList, statementId: _from, waitingCouncil, waitingSince, ...row }: RawNeed): NeedRow {
  return {
    ...row,
    sectors: readSectors(sectorList),
    waitingFor:
      waitingCouncil === null || waitingSince === null
        ? null
        : { councilName: waitingCouncil, passedOn: waitingSince },
  }
}

/** Newest first; of a council its own, and those that were ever passed to it. */
export function listNeeds(db: ReadDb, councilId: CouncilId | null): readonly NeedRow[] {
  const ofCouncil = `AND (n.council_id = ? OR EXISTS (SELECT 1 FROM need_passes x WHERE x.need_id = n.id AND x.to_council_id = ?))`
  return db
    .all<RawNeed>(
      `${needQuery} ${councilId === null ? '' : ofCouncil} ORDER BY n.noted_on DESC, n.id DESC`,
      councilId === null ? [] : [councilId, councilId],
    )
    .map(toNeed)
}

export function getNeedById(db: ReadDb, needId: NeedId): NeedRow | undefined {
  const row = db.get<RawNeed>(`${needQuery} AND n.id = ?`, [needId])
  return row && toNeed(row)
}

/** Passed on and not answered yet, the longest first; of a council those it gave and those it was given. */
export function listWaitingNeeds(db: ReadDb, councilId: CouncilId | null): readonly WaitingNeed[] {
  return db.all<WaitingNeed>(
    `SELECT n.id AS needId, n.text, t.name AS councilName, p.passed_on AS passedOn
     FROM need_passes p JOIN needs n ON n.id = p.need_id JOIN councils t ON t.id = p.to_council_id
     WHERE p.answered_on IS NULL AND n.removed_at IS NULL ${councilId === null ? '' : 'AND (p.from_council_id = ? OR p.to_council_id = ?)'}
     ORDER BY p.passed_on, p.id`,
    councilId === null ? [] : [councilId, councilId],
  )
}

export function findNeedOfStatement(db: ReadDb, statementId: StatementId): NeedId | undefined {
  return db.get<{ id: NeedId }>('SELECT id FROM needs WHERE statement_id = ? AND removed_at IS NULL', [
    statementId,
  ])?.id
}

/** What stands around a need. */
export function getNeedLinks(
  db: ReadDb,
  needId: NeedId,
): Pick<NeedDetail, 'statement' | 'meetings' | 'passes' | 'sameNeeds'> {
  const statement = db.get<{ id: StatementId; meetingId: MeetingId; text: string }>(
    `SELECT s.id, s.meeting_id AS meetingId, s.text FROM needs n JOIN statements s ON s.id = n.statement_id
     WHERE n.id = ? AND s.removed_at IS NULL`,
    [needId],
  )
  return {
    statement: statement ?? null,
    meetings: db.all<LinkedMeeting>(
      `SELECT m.id AS meetingId, c.name AS councilName, m.number, m.held_on AS heldOn
       FROM need_meetings k JOIN meetings m ON m.id = k.meeting_id JOIN councils c ON c.id = m.council_id
       WHERE k.need_id = ? AND m.removed_at IS NULL ORDER BY m.held_on, m.id`,
      [needId],
    ),
    passes: db.all<NeedPass>(
      `SELECT p.id, f.name AS fromCouncilName, f.layer AS fromLayer, p.to_council_id AS toCouncilId, t.name AS toCouncilName,
              t.layer AS toLayer, p.passed_on AS passedOn, p.asked, p.answered_on AS answeredOn, p.answer
       FROM need_passes p JOIN councils f ON f.id = p.from_council_id JOIN councils t ON t.id = p.to_council_id
       WHERE p.need_id = ? ORDER BY p.passed_on, p.id`,
      [needId],
    ),
    sameNeeds: db.all<{ id: NeedId; text: string }>(
      'SELECT id, text FROM needs WHERE same_as_id = ? AND removed_at IS NULL ORDER BY noted_on, id',
      [needId],
    ),
  }
}

export interface NewNeed {
  readonly id: NeedId
  readonly need: NeedFields
  readonly areaId: AreaId | null
  readonly statementId: StatementId | null
}

export function addNeed(db: WriteDb, { id, need, areaId, statementId }: NewNeed): void {
  db.run(
    `INSERT INTO needs (council_id, text, area_id, kind, source, noted_on, existing_help, response, owner, due_on, id, statement_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [...needValues(need, areaId), id, statementId],
  )
}

/** Returns whether there was such a need. */
export function saveNeed(db: WriteDb, needId: NeedId, need: NeedFields, areaId: AreaId | null): boolean {
  return (
    db.run(
      `UPDATE needs SET council_id = ?, text = ?, area_id = ?, kind = ?, source = ?, noted_on = ?, existing_help = ?, response = ?, owner = ?, due_on = ?
       WHERE id = ? AND removed_at IS NULL`,
      [...needValues(need, areaId), needId],
    ) === 1
  )
}

function needValues(need: NeedFields, areaId: AreaId | null) {
  return [
    need.councilId,
    need.text,
    areaId,
    need.kind,
    need.source,
    need.notedOn,
    need.existingHelp,
    need.response,
    need.owner,
    need.dueOn,
  ] as const
}

export function setNeedStatus(
  db: WriteDb,
  needId: NeedId,
  status: NeedStatus,
  closed: { readonly on: CalendarDate; readonly because: string } | null,
): void {
  db.run('UPDATE needs SET status = ?, closed_on = ?, closed_because = ? WHERE id = ?', [
    status,
    closed?.on ?? null,
    closed?.because ?? '',
    needId,
  ])
}

export function setNeedGroup(db: WriteDb, needId: NeedId, sameAsId: NeedId | null): void {
  db.run('UPDATE needs SET same_as_id = ? WHERE id = ?', [sameAsId, needId])
}

/** Returns whether there was such a need in the other state. */
export function setNeedRemoved(db: WriteDb, needId: NeedId, removedAt: string | null): boolean {
  const other = removedAt === null ? 'IS NOT NULL' : 'IS NULL'
  return (
    db.run(`UPDATE needs SET removed_at = ? WHERE id = ? AND removed_at ${other}`, [removedAt, needId]) === 1
  )
}

export function linkNeedMeeting(
  db: WriteDb,
  id: Id<'need-meeting'>,
  needId: NeedId,
  meetingId: MeetingId,
): void {
  db.run(
    'INSERT INTO need_meetings (id, need_id, meeting_id) VALUES (?, ?, ?) ON CONFLICT (need_id, meeting_id) DO NOTHING',
    [id, needId, meetingId],
  )
}

export function unlinkNeedMeeting(db: WriteDb, needId: NeedId, meetingId: MeetingId): void {
  db.run('DELETE FROM need_meetings WHERE need_id = ? AND meeting_id = ?', [needId, meetingId])
}

export interface NewPass {
  readonly id: NeedPassId
  readonly needId: NeedId
  readonly fromCouncilId: CouncilId
  readonly toCouncilId: CouncilId
  readonly passedOn: CalendarDate
  readonly asked: string
}

export function addNeedPass(db: WriteDb, pass: NewPass): void {
  db.run(
    'INSERT INTO need_passes (id, need_id, from_council_id, to_council_id, passed_on, asked) VALUES (?, ?, ?, ?, ?, ?)',
    [pass.id, pass.needId, pass.fromCouncilId, pass.toCouncilId, pass.passedOn, pass.asked],
  )
}

export interface PassOfMeeting {
  readonly fromLayer: NeedPass['fromLayer']
  readonly toLayer: NeedPass['toLayer']
  readonly toCouncilName: string
  readonly asked: string
  readonly need: string
}

/** What a meeting's council passed to another of the needs that the meeting spoke of. */
export function listPassesOfMeeting(db: ReadDb, meetingId: MeetingId): readonly PassOfMeeting[] {
  return db.all<PassOfMeeting>(
    `SELECT f.layer AS fromLayer, t.layer AS toLayer, t.name AS toCouncilName, p.asked, n.text AS need
     FROM need_passes p
     JOIN needs n ON n.id = p.need_id
     JOIN meetings m ON m.id = ? AND m.council_id = p.from_council_id
     JOIN councils f ON f.id = p.from_council_id
     JOIN councils t ON t.id = p.to_council_id
     WHERE n.removed_at IS NULL AND (
       EXISTS (SELECT 1 FROM need_meetings k WHERE k.need_id = n.id AND k.meeting_id = m.id)
       OR EXISTS (SELECT 1 FROM statements s WHERE s.id = n.statement_id AND s.meeting_id = m.id))
     ORDER BY p.passed_on, p.id`,
    [meetingId],
  )
}

export function getPassById(
  db: ReadDb,
  passId: NeedPassId,
): { readonly passedOn: CalendarDate; readonly answeredOn: CalendarDate | null } | undefined {
  return db.get('SELECT passed_on AS passedOn, answered_on AS answeredOn FROM need_passes WHERE id = ?', [
    passId,
  ])
}

export function answerNeedPass(
  db: WriteDb,
  passId: NeedPassId,
  answeredOn: CalendarDate,
  answer: string,
): void {
  db.run('UPDATE need_passes SET answered_on = ?, answer = ? WHERE id = ?', [answeredOn, answer, passId])
}

export function listAreaNames(db: ReadDb): readonly string[] {
  return db
    .all<{ name: string }>('SELECT DISTINCT name FROM areas WHERE removed_at IS NULL ORDER BY name')
    .map((row) => row.name)
}
