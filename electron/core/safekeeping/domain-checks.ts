import type BetterSqlite from 'better-sqlite3'
import { createHash } from 'node:crypto'
import type { DataCheckName } from '#shared/contract/check-texts.ts'
import { personKeys } from '../store/person-keys.ts'

/** What a check found, one line each; none where all is well. */
export type Findings = readonly string[]

/** Checks that are one question to the database; each row's only column names what was found. */
const questions: Readonly<Partial<Record<DataCheckName, string>>> = {
  'references-whole': `SELECT "table" || ' ' || COALESCE(rowid, '') FROM pragma_foreign_key_check`,
  'confirmed-kept': `
    SELECT c.name || ' 第' || m.number || '回' FROM meetings m JOIN councils c ON c.id = m.council_id
    WHERE m.locked = 1 AND m.removed_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM minutes_versions v WHERE v.meeting_id = m.id AND v.reopened_at IS NULL)`,
  'minutes-in-place': `
    SELECT substr(s.text, 1, 30) FROM statements s JOIN agenda_items a ON a.id = s.agenda_item_id
    WHERE s.removed_at IS NULL AND (a.meeting_id <> s.meeting_id OR a.removed_at IS NOT NULL)
    UNION ALL
    SELECT substr(d.text, 1, 30) FROM decisions d JOIN agenda_items a ON a.id = d.agenda_item_id
    JOIN meetings m ON m.id = d.meeting_id
    WHERE d.removed_at IS NULL AND m.removed_at IS NULL AND (a.meeting_id <> d.meeting_id OR a.removed_at IS NOT NULL)`,
  'speakers-in-roll': `
    SELECT r.name || '：' || substr(s.text, 1, 30) FROM statements s JOIN attendances r ON r.id = s.attendance_id
    WHERE s.removed_at IS NULL AND (r.meeting_id <> s.meeting_id OR r.removed_at IS NOT NULL)`,
  'decision-numbers': `
    SELECT c.name || ' ' || d.fiscal_year || '年度 第' || d.number || '号' FROM decisions d JOIN councils c ON c.id = d.council_id
    WHERE d.removed_at IS NULL GROUP BY d.council_id, d.fiscal_year, d.number HAVING COUNT(*) > 1`,
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
}

/** Asks one of the questions; null where the check is none of them. */
export function askQuestion(connection: BetterSqlite.Database, name: DataCheckName): Findings | null {
  const sql = questions[name]
  return sql === undefined ? null : connection.prepare<[], string>(sql).pluck().all()
}

/** The whole file, page by page, as SQLite sees it. */
export function fileFindings(connection: BetterSqlite.Database): Findings {
  const lines = connection.prepare<[], string>('PRAGMA integrity_check(20)').pluck().all()
  return lines.filter((line) => line !== 'ok')
}

interface StoredFile {
  readonly name: string
  readonly sha256: string
  readonly bytes: Uint8Array
}

/** Files whose bytes are no longer those that were put in. One after another: forms can be large. */
export function changedFiles(connection: BetterSqlite.Database): Findings {
  const found: string[] = []
  const files = connection.prepare<[], StoredFile>('SELECT name, sha256, bytes FROM stored_files')
  for (const { name, sha256, bytes } of files.iterate()) {
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) found.push(name)
  }
  return found
}

interface KeyedPerson {
  readonly name: string
  readonly kana: string
  readonly nameKey: string
  readonly kanaKey: string
}

/** People whom a search by name or the kana index would miss. */
export function wrongKeys(connection: BetterSqlite.Database): Findings {
  const people = connection.prepare<[], KeyedPerson>(
    'SELECT name, kana, name_key AS nameKey, kana_key AS kanaKey FROM people WHERE removed_at IS NULL',
  )
  return people.all().flatMap(({ name, kana, nameKey, kanaKey }) => {
    const [rightName, rightKana] = personKeys(name, kana)
    return nameKey === rightName && kanaKey === rightKana ? [] : [name]
  })
}
