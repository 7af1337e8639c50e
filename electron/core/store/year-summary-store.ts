import type { CountedRecord } from '#shared/contract/year-summary-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CouncilLayer } from '#shared/domain/council.ts'
import type { Id, MeetingId, YearOptionId, YearQuestionId } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** What a year is counted from, where no other store has it in one question; and the table of questions. */
export interface YearMeetingRow {
  readonly id: MeetingId
  readonly councilName: string
  readonly layer: CouncilLayer
  readonly number: number
  readonly heldOn: CalendarDate
  readonly place: string
  readonly attended: number
}

/** Meetings of those days, oldest first, each with how many were there: members, observers and staff, proxies and online too. */
export function listHeldMeetings(
  db: ReadDb,
  from: CalendarDate,
  to: CalendarDate,
): readonly YearMeetingRow[] {
  return db.all<YearMeetingRow>(
    `SELECT m.id, c.name AS councilName, c.layer, m.number, m.held_on AS heldOn, m.place,
            (SELECT COUNT(*) FROM attendances x WHERE x.meeting_id = m.id AND x.removed_at IS NULL
             AND x.presence IN ('present', 'online', 'proxy')) AS attended
     FROM meetings m JOIN councils c ON c.id = m.council_id
     WHERE m.removed_at IS NULL AND m.held_on BETWEEN ? AND ? ORDER BY c.layer, m.held_on, m.id`,
    [from, to],
  )
}

interface LineOfMeeting {
  readonly meetingId: MeetingId
  readonly text: string
}

/** 協議 and 報告 of those meetings that stand below a heading, in their order. */
export function listHeldAgenda(db: ReadDb, from: CalendarDate, to: CalendarDate): readonly LineOfMeeting[] {
  return db.all<LineOfMeeting>(
    `SELECT i.meeting_id AS meetingId, i.title AS text FROM agenda_items i JOIN meetings m ON m.id = i.meeting_id
     WHERE i.removed_at IS NULL AND m.removed_at IS NULL AND i.kind = 'discussion' AND i.level > 1
       AND m.held_on BETWEEN ? AND ? ORDER BY i.position`,
    [from, to],
  )
}

export function listHeldDecisions(
  db: ReadDb,
  from: CalendarDate,
  to: CalendarDate,
): readonly LineOfMeeting[] {
  return db.all<LineOfMeeting>(
    `SELECT d.meeting_id AS meetingId, d.text FROM decisions d JOIN meetings m ON m.id = d.meeting_id
     WHERE d.removed_at IS NULL AND m.removed_at IS NULL AND m.held_on BETWEEN ? AND ? ORDER BY d.number`,
    [from, to],
  )
}

/** Groups with a member on a council on a day, by the layer of the council. */
export function listConstituents(
  db: ReadDb,
  on: CalendarDate,
): readonly { readonly layer: CouncilLayer; readonly kind: string; readonly name: string }[] {
  return db.all(
    `SELECT DISTINCT c.layer, o.kind, o.name
     FROM memberships m JOIN councils c ON c.id = m.council_id
     JOIN affiliations f ON f.person_id = m.person_id AND f.removed_at IS NULL AND (f.to_on IS NULL OR f.to_on >= ?)
     JOIN organizations o ON o.id = f.organization_id AND o.removed_at IS NULL
     WHERE m.removed_at IS NULL AND c.removed_at IS NULL AND o.kind IS NOT NULL AND m.role IN ('chair', 'vice-chair', 'member')
       AND COALESCE(m.appointed_on, m.term_from, ?) <= ? AND (m.released_on IS NULL OR m.released_on >= ?)
     ORDER BY o.kana, o.name, c.layer`,
    [on, on, on, on],
  )
}

export interface QuestionRow {
  readonly id: YearQuestionId
  readonly section: string
  readonly text: string
  readonly options: readonly OptionRow[]
}
export interface OptionRow {
  readonly id: YearOptionId
  readonly label: string
  readonly figure: string
  readonly typed: string
}

export function listYearQuestions(db: ReadDb, fiscalYear: number): readonly QuestionRow[] {
  const options = db.all<OptionRow & { readonly questionId: YearQuestionId }>(
    `SELECT o.id, o.question_id AS questionId, o.label, o.figure, o.typed FROM year_options o
     JOIN year_questions q ON q.id = o.question_id
     WHERE q.fiscal_year = ? AND q.removed_at IS NULL AND o.removed_at IS NULL ORDER BY o.position, o.id`,
    [fiscalYear],
  )
  const byQuestion = Map.groupBy(options, (option) => option.questionId)
  return db
    .all<Omit<QuestionRow, 'options'>>(
      'SELECT id, section, text FROM year_questions WHERE fiscal_year = ? AND removed_at IS NULL ORDER BY position, id',
      [fiscalYear],
    )
    .map((question) => ({
      ...question,
      options: (byQuestion.get(question.id) ?? []).map(({ questionId: _of, ...option }) => option),
    }))
}

/** The latest year before that has questions; null where there is none. */
export function lastYearWithQuestions(db: ReadDb, before: number): number | null {
  return (
    db.get<{ year: number | null }>(
      'SELECT MAX(fiscal_year) AS year FROM year_questions WHERE fiscal_year < ? AND removed_at IS NULL',
      [before],
    )?.year ?? null
  )
}

export function getYearOfQuestion(db: ReadDb, questionId: YearQuestionId): number | undefined {
  return db.get<{ year: number }>(
    'SELECT fiscal_year AS year FROM year_questions WHERE id = ? AND removed_at IS NULL',
    [questionId],
  )?.year
}

export function getYearOfOption(db: ReadDb, optionId: YearOptionId): number | undefined {
  return db.get<{ year: number }>(
    `SELECT q.fiscal_year AS year FROM year_options o JOIN year_questions q ON q.id = o.question_id
     WHERE o.id = ? AND o.removed_at IS NULL AND q.removed_at IS NULL`,
    [optionId],
  )?.year
}

export function addYearQuestion(
  db: WriteDb,
  questionId: YearQuestionId,
  fiscalYear: number,
  { section, text }: { readonly section: string; readonly text: string },
): void {
  db.run(
    `INSERT INTO year_questions (id, fiscal_year, position, section, text)
     VALUES (?, ?, (SELECT COALESCE(MAX(position), 0) + 1 FROM year_questions WHERE fiscal_year = ?), ?, ?)`,
    [questionId, fiscalYear, fiscalYear, section, text],
  )
}

export function saveYearQuestion(
  db: WriteDb,
  questionId: YearQuestionId,
  { section, text }: { readonly section: string; readonly text: string },
): void {
  db.run('UPDATE year_questions SET section = ?, text = ? WHERE id = ?', [section, text, questionId])
}

/** Writes the places of a year's questions anew, in the order given. */
export function orderYearQuestions(db: WriteDb, questionIds: readonly YearQuestionId[]): void {
  for (const [position, id] of questionIds.entries())
    db.run('UPDATE year_questions SET position = ? WHERE id = ?', [position, id])
}

/** Writes the places of a question's options anew, in the order given. */
export function orderYearOptions(db: WriteDb, optionIds: readonly YearOptionId[]): void {
  for (const [position, id] of optionIds.entries())
    db.run('UPDATE year_options SET position = ? WHERE id = ?', [position, id])
}

export function removeYearQuestion(db: WriteDb, questionId: YearQuestionId, removedAt: string): void {
  db.run('UPDATE year_questions SET removed_at = ? WHERE id = ?', [removedAt, questionId])
}

export function addYearOption(
  db: WriteDb,
  optionId: YearOptionId,
  questionId: YearQuestionId,
  { label, figure, typed }: Omit<OptionRow, 'id'>,
): void {
  db.run(
    `INSERT INTO year_options (id, question_id, position, label, figure, typed)
     VALUES (?, ?, (SELECT COALESCE(MAX(position), 0) + 1 FROM year_options WHERE question_id = ?), ?, ?, ?)`,
    [optionId, questionId, questionId, label, figure, typed],
  )
}

export function saveYearOption(
  db: WriteDb,
  optionId: YearOptionId,
  { label, figure, typed }: Omit<OptionRow, 'id'>,
): void {
  db.run('UPDATE year_options SET label = ?, figure = ?, typed = ? WHERE id = ?', [
    label,
    figure,
    typed,
    optionId,
  ])
}

export function removeYearOption(db: WriteDb, optionId: YearOptionId, removedAt: string): void {
  db.run('UPDATE year_options SET removed_at = ? WHERE id = ?', [removedAt, optionId])
}

/** The counts of a frozen year, by option. */
export type FrozenCounts = Readonly<
  Record<string, { readonly count: number; readonly counted: readonly CountedRecord[] }>
>

export interface YearFreeze {
  readonly on: CalendarDate
  readonly by: string
  readonly counts: FrozenCounts
}

export function getYearFreeze(db: ReadDb, fiscalYear: number): YearFreeze | undefined {
  const row = db.get<{ on: CalendarDate; by: string; record: string }>(
    'SELECT frozen_on AS "on", frozen_by AS "by", record FROM year_freezes WHERE fiscal_year = ?',
    [fiscalYear],
  )
  // Written by `freezeYear` below, and by nobody else.
  return row && { on: row.on, by: row.by, counts: JSON.parse(row.record) as FrozenCounts }
}

export function freezeYear(
  db: WriteDb,
  id: Id<'year-freeze'>,
  fiscalYear: number,
  { on, by, counts }: YearFreeze,
): void {
  db.run('INSERT INTO year_freezes (id, fiscal_year, frozen_on, frozen_by, record) VALUES (?, ?, ?, ?, ?)', [
    id,
    fiscalYear,
    on,
    by,
    JSON.stringify(counts),
  ])
}

/** Returns whether it was frozen. */
export function thawYear(db: WriteDb, fiscalYear: number): boolean {
  return db.run('DELETE FROM year_freezes WHERE fiscal_year = ?', [fiscalYear]) === 1
}
