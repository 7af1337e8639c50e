import type { ReadDb } from './database.ts'

/** Something that the schema lets pass and the field does not: a question, and the sentence for each row it finds. */
interface Rule {
  readonly sql: string
  readonly sentence: (row: Readonly<Record<string, string | number | null>>) => string
}

type Texts = Readonly<Record<string, string | number | null>>

const text = (row: Texts, name: string): string => String(row[name] ?? '')
const meetingOf = (row: Texts): string =>
  `「${text(row, 'council')}」第${text(row, 'number')}回（${text(row, 'heldOn')}）`

const meetingColumns = 'c.name AS council, m.number AS number, m.held_on AS heldOn'
const ofMeeting = (alias: string): string =>
  `JOIN meetings m ON m.id = ${alias}.meeting_id AND m.removed_at IS NULL JOIN councils c ON c.id = m.council_id`

const rules: readonly Rule[] = [
  {
    sql: `SELECT c.name AS council, group_concat(p.name, '、') AS people FROM memberships s
          JOIN councils c ON c.id = s.council_id JOIN people p ON p.id = s.person_id AND p.removed_at IS NULL
          WHERE s.role = 'chair' AND s.removed_at IS NULL AND s.released_on IS NULL
          GROUP BY c.id HAVING COUNT(*) > 1`,
    sentence: (row) => `「${text(row, 'council')}」に、会長が二人以上います（${text(row, 'people')}）。`,
  },
  {
    sql: `SELECT p.name AS person, c.name AS council FROM memberships s
          JOIN councils c ON c.id = s.council_id JOIN people p ON p.id = s.person_id
          WHERE s.removed_at IS NULL AND (s.term_from > s.term_to OR COALESCE(s.appointed_on, s.term_from) > s.released_on)`,
    sentence: (row) =>
      `${text(row, 'person')}さんの「${text(row, 'council')}」の席は、始まるより前に終わっています。`,
  },
  {
    sql: `SELECT p.name AS person, c.name AS council FROM memberships s
          JOIN councils c ON c.id = s.council_id JOIN people p ON p.id = s.person_id AND p.removed_at IS NULL
          WHERE s.removed_at IS NULL AND s.released_on IS NULL GROUP BY c.id, p.id HAVING COUNT(*) > 1`,
    sentence: (row) => `${text(row, 'person')}さんは、「${text(row, 'council')}」に二つ以上の席があります。`,
  },
  {
    sql: `SELECT c.name AS council, d.fiscal_year AS year, d.number AS number FROM decisions d
          JOIN councils c ON c.id = d.council_id WHERE d.removed_at IS NULL
          GROUP BY d.council_id, d.fiscal_year, d.number HAVING COUNT(*) > 1`,
    sentence: (row) =>
      `「${text(row, 'council')}」の${text(row, 'year')}年度に、決定第${text(row, 'number')}号が二つ以上あります。`,
  },
  {
    sql: `SELECT ${meetingColumns}, d.number AS decision FROM decisions d ${ofMeeting('d')}
          WHERE d.removed_at IS NULL AND (d.fiscal_year <> m.fiscal_year OR d.council_id <> m.council_id)`,
    sentence: (row) =>
      `${meetingOf(row)}の決定第${text(row, 'decision')}号が、別の年度か協議体で数えられています。`,
  },
  {
    sql: `SELECT c.name AS council, m.number AS number, MIN(m.held_on) AS heldOn FROM meetings m
          JOIN councils c ON c.id = m.council_id WHERE m.removed_at IS NULL AND c.numbering = 'fiscal-year'
          GROUP BY m.council_id, m.fiscal_year, m.number HAVING COUNT(*) > 1`,
    sentence: (row) => `${meetingOf(row)}と同じ回の会議が、その年度にもう一つあります。`,
  },
  {
    sql: `SELECT ${meetingColumns} FROM statements s ${ofMeeting('s')}
          LEFT JOIN attendances a ON a.id = s.attendance_id
          WHERE s.removed_at IS NULL AND s.attendance_id IS NOT NULL AND (a.meeting_id <> s.meeting_id OR a.removed_at IS NOT NULL)`,
    sentence: (row) => `${meetingOf(row)}に、その会議の出席者でない人の発言があります。`,
  },
  ...(['statements', 'decisions', 'tasks'] as const).map((table): Rule => ({
    sql: `SELECT ${meetingColumns} FROM ${table} s ${ofMeeting('s')} JOIN agenda_items i ON i.id = s.agenda_item_id
          WHERE s.removed_at IS NULL AND (i.meeting_id <> s.meeting_id OR i.removed_at IS NOT NULL)`,
    sentence: (row) =>
      `${meetingOf(row)}に、その会議の次第にない議題の${{ statements: '発言', decisions: '決定', tasks: '宿題' }[table]}があります。`,
  })),
  {
    sql: `SELECT ${meetingColumns} FROM meetings m JOIN councils c ON c.id = m.council_id
          WHERE m.removed_at IS NULL AND m.locked <> EXISTS (
            SELECT 1 FROM minutes_versions v WHERE v.meeting_id = m.id AND v.reopened_at IS NULL)`,
    sentence: (row) => `${meetingOf(row)}は、議事録の確定と、残っている版とが合っていません。`,
  },
]

/**
 * Looks for what each rule of the field forbids and the schema cannot: complete sentences for whoever keeps the
 * data, each naming the place; none where all is well. Reads every record, so it takes its time.
 */
export function findInconsistencies(db: ReadDb): readonly string[] {
  return rules.flatMap(({ sql, sentence }) => db.all<Texts>(sql).map(sentence))
}
