import type { FoundKind } from '#shared/contract/search-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CouncilId, MeetingId, PersonId } from '#shared/domain/ids.ts'
import {
  fiscalYearMark,
  gramQuery,
  kindMark,
  markQuery,
  needsText,
  recordMark,
} from '#shared/domain/search-grams.ts'
import type { ReadDb } from './database.ts'
import { searchedText } from './search-index.ts'

/** A record in which the words were found, with what it takes to show it and to open it. */
export interface FoundRow {
  readonly id: string
  readonly text: string
  readonly beside: string
  readonly meetingId: MeetingId | null
  readonly councilName: string
  readonly number: number
  readonly heldOn: CalendarDate
}

export interface SearchQuestion {
  /** Folded, by `searchWords`. */
  readonly words: readonly string[]
  readonly councilId: CouncilId | null
  readonly fiscalYear: number | null
  /** Null: anybody. */
  readonly speakers: readonly PersonId[] | null
}

interface FoundQuery {
  readonly columns: string
  readonly tables: string
  /** People, groups and the diary stand outside councils. */
  readonly ofMeetings: boolean
}

const meetingColumns = `m.id AS meetingId, c.name AS councilName, m.number, m.held_on AS heldOn`
const withMeeting = `JOIN meetings m ON m.id = r.meeting_id AND m.removed_at IS NULL JOIN councils c ON c.id = m.council_id`
const noMeeting = `NULL AS meetingId, '' AS councilName, 0 AS number, '' AS heldOn`

const queries: Readonly<Record<FoundKind, FoundQuery>> = {
  person: {
    columns: `r.name AS text, COALESCE((SELECT trim(COALESCE(o.name, '') || '　' || f.post, '　') FROM affiliations f LEFT JOIN organizations o ON o.id = f.organization_id
      WHERE f.person_id = r.id AND f.removed_at IS NULL AND f.to_on IS NULL ORDER BY f.id DESC LIMIT 1), '') AS beside, ${noMeeting}`,
    tables: 'people r',
    ofMeetings: false,
  },
  organization: {
    columns: `r.name AS text, (SELECT COUNT(DISTINCT f.person_id) || '人' FROM affiliations f WHERE f.organization_id = r.id AND f.removed_at IS NULL AND f.to_on IS NULL) AS beside, ${noMeeting}`,
    tables: 'organizations r',
    ofMeetings: false,
  },
  meeting: {
    columns: `r.place AS text, '' AS beside, r.id AS meetingId, c.name AS councilName, r.number, r.held_on AS heldOn`,
    tables: 'meetings r JOIN councils c ON c.id = r.council_id',
    ofMeetings: true,
  },
  decision: {
    columns: `r.text, '第' || r.number || '号' AS beside, ${meetingColumns}`,
    tables: `decisions r ${withMeeting}`,
    ofMeetings: true,
  },
  task: {
    columns: `r.text, r.owner AS beside, ${meetingColumns}`,
    tables: `tasks r ${withMeeting}`,
    ofMeetings: true,
  },
  'agenda-item': {
    columns: `r.title AS text, r.paper_title AS beside, ${meetingColumns}`,
    tables: `agenda_items r ${withMeeting}`,
    ofMeetings: true,
  },
  statement: {
    columns: `CASE WHEN r.full_text = '' THEN r.text ELSE r.text || '　' || r.full_text END AS text, COALESCE((SELECT a.name FROM attendances a WHERE a.id = r.attendance_id), '') AS beside, ${meetingColumns}`,
    tables: `statements r ${withMeeting}`,
    ofMeetings: true,
  },
  activity: {
    columns: `trim(r.content || '　' || r.partner || '　' || r.place || '　' || r.insight || '　' || r.next_step, '　') AS text, '' AS beside,
      NULL AS meetingId, '' AS councilName, 0 AS number, r.acted_on AS heldOn`,
    tables: 'activities r',
    ofMeetings: false,
  },
}

const tableNames: Readonly<Record<FoundKind, string>> = {
  person: 'people r',
  organization: 'organizations r',
  meeting: 'meetings r',
  decision: 'decisions r',
  task: 'tasks r',
  'agenda-item': 'agenda_items r',
  statement: 'statements r',
  activity: 'activities r',
}

const meetingStands =
  'AND NOT EXISTS (SELECT 1 FROM meetings m WHERE m.id = r.meeting_id AND m.removed_at IS NOT NULL)'
/** With a meeting that was taken away, what was said there is not found; its entries stay for the case that it comes back. */
const ofStandingMeeting: Readonly<Partial<Record<FoundKind, string>>> = {
  decision: meetingStands,
  task: meetingStands,
  'agenda-item': meetingStands,
  statement: meetingStands,
}

function indexQuery(kind: FoundKind, question: SearchQuestion): string {
  const { words, councilId, fiscalYear, speakers } = question
  const narrow = queries[kind].ofMeetings
  return [
    ...words.map(gramQuery),
    markQuery([kindMark(kind)]),
    ...(narrow && councilId !== null ? [markQuery([recordMark(councilId)])] : []),
    ...((narrow || kind === 'activity') && fiscalYear !== null
      ? [markQuery([fiscalYearMark(fiscalYear)])]
      : []),
    ...(speakers !== null ? [markQuery(speakers.map(recordMark))] : []),
  ].join(' AND ')
}

/** Ids of the records of one kind that hold all the words, newest first. */
export function findRecords(
  db: ReadDb,
  kind: FoundKind,
  question: SearchQuestion,
  limit: number,
): readonly string[] {
  if (question.words.length === 0 || question.speakers?.length === 0) return []
  const doubtful = question.words.filter(needsText).join(' ')
  // The index leads and is read from its end: however common a word is, reading stops with the last one that is wanted.
  return db
    .all<{ id: string }>(
      `SELECT r.id FROM search_index x CROSS JOIN search_entries e ON e.id = x.rowid CROSS JOIN ${tableNames[kind]} ON r.id = e.record_id
       WHERE x.search_index MATCH ? AND (? = '' OR search_holds(${searchedText(kind, 'r')}, ?)) ${ofStandingMeeting[kind] ?? ''}
       ORDER BY x.rowid DESC LIMIT ?`,
      [indexQuery(kind, question), doubtful, doubtful, limit],
    )
    .map((row) => row.id)
}

/** What is shown of a record that was found. */
export function readFound(db: ReadDb, kind: FoundKind, id: string): FoundRow | undefined {
  const { columns, tables } = queries[kind]
  return db.get<FoundRow>(`SELECT r.id, ${columns} FROM ${tables} WHERE r.id = ?`, [id])
}

/** People by part of their name or kana, to narrow a search to what they said. */
export function findPeopleNamed(db: ReadDb, words: readonly string[], most: number): readonly PersonId[] {
  const question = { words, councilId: null, fiscalYear: null, speakers: null }
  // The index knows people by their own ids.
  return findRecords(db, 'person', question, most).map((id) => id as PersonId)
}
