import type { DataCheckName } from '#shared/contract/check-texts.ts'
import type { ReadDb } from './database.ts'

/**
 * What the rules of the field forbid and the schema cannot, as one question each: every row's only column, `found`,
 * names a place. Asked by 「データの点検」 and by the command line's `check` alike.
 */
const questions = {
  'references-whole': `SELECT "table" || ' ' || COALESCE(rowid, '') FROM pragma_foreign_key_check`,
  'confirmed-kept': `
    SELECT c.name || ' 第' || m.number || '回' FROM meetings m JOIN councils c ON c.id = m.council_id
    WHERE m.removed_at IS NULL
      AND m.locked <> EXISTS (SELECT 1 FROM minutes_versions v WHERE v.meeting_id = m.id AND v.reopened_at IS NULL)`,
  'minutes-in-place': `
    SELECT substr(s.text, 1, 30) FROM statements s JOIN agenda_items a ON a.id = s.agenda_item_id
    WHERE s.removed_at IS NULL AND (a.meeting_id <> s.meeting_id OR a.removed_at IS NOT NULL)
    UNION ALL
    SELECT substr(d.text, 1, 30) FROM decisions d JOIN agenda_items a ON a.id = d.agenda_item_id
    JOIN meetings m ON m.id = d.meeting_id
    WHERE d.removed_at IS NULL AND m.removed_at IS NULL AND (a.meeting_id <> d.meeting_id OR a.removed_at IS NOT NULL)
    UNION ALL
    SELECT substr(t.text, 1, 30) FROM tasks t JOIN agenda_items a ON a.id = t.agenda_item_id
    JOIN meetings m ON m.id = t.meeting_id
    WHERE t.removed_at IS NULL AND m.removed_at IS NULL AND (a.meeting_id <> t.meeting_id OR a.removed_at IS NOT NULL)`,
  'speakers-in-roll': `
    SELECT r.name || '：' || substr(s.text, 1, 30) FROM statements s JOIN attendances r ON r.id = s.attendance_id
    WHERE s.removed_at IS NULL AND (r.meeting_id <> s.meeting_id OR r.removed_at IS NOT NULL)`,
  'decision-numbers': `
    SELECT c.name || ' ' || d.fiscal_year || '年度 第' || d.number || '号' FROM decisions d JOIN councils c ON c.id = d.council_id
    WHERE d.removed_at IS NULL GROUP BY d.council_id, d.fiscal_year, d.number HAVING COUNT(*) > 1`,
  'decisions-in-year': `
    SELECT c.name || ' 第' || m.number || '回 決定第' || d.number || '号' FROM decisions d
    JOIN meetings m ON m.id = d.meeting_id AND m.removed_at IS NULL JOIN councils c ON c.id = m.council_id
    WHERE d.removed_at IS NULL AND (d.fiscal_year <> m.fiscal_year OR d.council_id <> m.council_id)`,
  'meeting-numbers': `
    SELECT c.name || ' ' || m.fiscal_year || '年度 第' || m.number || '回' FROM meetings m
    JOIN councils c ON c.id = m.council_id
    WHERE m.removed_at IS NULL AND c.numbering = 'fiscal-year'
    GROUP BY m.council_id, m.fiscal_year, m.number HAVING COUNT(*) > 1`,
  'one-chair': `
    SELECT c.name || '：' || group_concat(p.name, '、') FROM memberships s
    JOIN councils c ON c.id = s.council_id JOIN people p ON p.id = s.person_id AND p.removed_at IS NULL
    WHERE s.role = 'chair' AND s.removed_at IS NULL AND s.released_on IS NULL
    GROUP BY c.id HAVING COUNT(*) > 1`,
  'terms-forward': `
    SELECT p.name || '（' || c.name || '）' FROM memberships s
    JOIN councils c ON c.id = s.council_id JOIN people p ON p.id = s.person_id
    WHERE s.removed_at IS NULL AND (s.term_from > s.term_to OR COALESCE(s.appointed_on, s.term_from) > s.released_on)`,
  'terms-apart': `
    SELECT DISTINCT p.name || '（' || c.name || '）' FROM memberships a
    JOIN memberships b ON b.person_id = a.person_id AND b.council_id = a.council_id AND b.id > a.id
    JOIN people p ON p.id = a.person_id JOIN councils c ON c.id = a.council_id
    WHERE a.removed_at IS NULL AND b.removed_at IS NULL AND p.removed_at IS NULL
      AND a.despite = '' AND b.despite = ''
      AND COALESCE(a.term_from, '') <= COALESCE(b.released_on, b.term_to, '9999')
      AND COALESCE(b.term_from, '') <= COALESCE(a.released_on, a.term_to, '9999')`,
  'seats-apart': `
    SELECT c.name || ' ' || a.seat_number || '番' FROM memberships a
    JOIN memberships b ON b.council_id = a.council_id AND b.seat_number = a.seat_number AND b.id > a.id
    JOIN councils c ON c.id = a.council_id
    WHERE a.removed_at IS NULL AND b.removed_at IS NULL
      AND COALESCE(a.term_from, '') <= COALESCE(b.released_on, b.term_to, '9999')
      AND COALESCE(b.term_from, '') <= COALESCE(a.released_on, a.term_to, '9999')`,
  'log-complete': `
    SELECT p.name FROM people p WHERE p.removed_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM change_log l WHERE l.table_name = 'people' AND l.record_id = p.id)
    UNION ALL
    SELECT c.name || ' 第' || m.number || '回' FROM meetings m JOIN councils c ON c.id = m.council_id
    WHERE m.removed_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM change_log l WHERE l.table_name = 'meetings' AND l.record_id = m.id)`,
} as const satisfies Readonly<Partial<Record<DataCheckName, string>>>

export type QuestionName = keyof typeof questions

// The keys of the table above, in its order.
export const questionNames = Object.keys(questions) as readonly QuestionName[]

export function isQuestion(name: DataCheckName): name is QuestionName {
  return Object.hasOwn(questions, name)
}

/** The places that a question finds, none where all is well. Reads every record concerned, so it takes its time. */
export function askQuestion(db: ReadDb, name: QuestionName): readonly string[] {
  return db
    .all<Readonly<Record<string, string>>>(questions[name])
    .flatMap((row) => Object.values(row).slice(0, 1))
}
