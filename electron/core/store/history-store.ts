import type { HistoryFilter } from '#shared/contract/history-operations.ts'
import { recordTables, wordsOfTable } from '#shared/domain/record-words.ts'
import type { ReadDb } from './database.ts'
import type { LogRow, Values } from './net-changes.ts'

const columns = `l.id, l.at, l.who, l.origin, l.operation, l.operation_number AS operationNumber, l.table_name AS tableName,
  l.record_id AS recordId, l.action, l.old_values AS oldValues, l.new_values AS newValues`

/** All changes of one operation, oldest first; at most so many, if a number is given. */
export function listChangesOf(db: ReadDb, operationNumber: number, most = -1): readonly LogRow[] {
  return db.all<LogRow>(
    `SELECT ${columns} FROM change_log l WHERE l.operation_number = ? ORDER BY l.id LIMIT ?`,
    [operationNumber, most],
  )
}

export function newestOperationNumber(db: ReadDb): number {
  const newest = 'SELECT operation_number AS n FROM change_log ORDER BY id DESC LIMIT 1'
  return db.get<{ readonly n: number }>(newest)?.n ?? 0
}

/** Half-open span of instants, UTC. */
export interface Span {
  readonly from: string
  readonly until: string
}

/** Numbers of the operations that a filter finds, newest first, older than `before`. */
export function findOperations(
  db: ReadDb,
  { text, who }: Pick<HistoryFilter, 'text' | 'who'>,
  span: Span,
  before: number,
  most: number,
): readonly number[] {
  const part = `%${escapeLike(text)}%`
  return db
    .all<{ readonly n: number }>(
      `SELECT operation_number AS n FROM change_log
       WHERE operation_number < ? AND at >= ? AND at < ? AND who LIKE ? ESCAPE '\\'
         AND (? = '' OR old_values LIKE ? ESCAPE '\\' OR new_values LIKE ? ESCAPE '\\')
       GROUP BY operation_number ORDER BY operation_number DESC LIMIT ?`,
      [before, span.from, span.until, `%${escapeLike(who)}%`, text, part, part, most],
    )
    .map(({ n }) => n)
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
}

/** Tables whose records belong to a record, by the column that says so. */
const belonging = {
  person: {
    own: 'people',
    column: 'person_id',
    tables: ['person_sectors', 'affiliations', 'memberships', 'outreach'],
  },
  meeting: {
    own: 'meetings',
    column: 'meeting_id',
    tables: ['agenda_items', 'attendances', 'statements', 'decisions', 'tasks', 'minutes_versions'],
  },
} as const

/** Changes of a record and of what belongs to it, newest first. */
export function listChangesOfRecord(
  db: ReadDb,
  kind: keyof typeof belonging,
  recordId: string,
  most: number,
): readonly LogRow[] {
  const { own, column, tables } = belonging[kind]
  const parts = tables.map((table) =>
    // Marks on a person are deleted for good: whose they were stands in the log alone.
    table === 'person_sectors'
      ? `SELECT ${columns} FROM change_log l WHERE l.table_name = '${table}' AND json_extract(COALESCE(l.new_values, l.old_values), '$.${column}') = ?`
      : `SELECT ${columns} FROM ${table} t JOIN change_log l ON l.table_name = '${table}' AND l.record_id = t.id WHERE t.${column} = ?`,
  )
  return db.all<LogRow>(
    `SELECT ${columns} FROM change_log l WHERE l.table_name = '${own}' AND l.record_id = ?
     UNION ALL ${parts.join(' UNION ALL ')} ORDER BY 1 DESC LIMIT ?`,
    [recordId, ...tables.map(() => recordId), most],
  )
}

/** The columns that name a record, as they stand today; null where it is gone or its table is not known. */
export function readTitle(db: ReadDb, table: string, recordId: string): Values | null {
  const known = recordTables.find((each) => each === table)
  if (known === undefined) return null
  const named = ['id', ...wordsOfTable(known).title, ...ownerColumn(known)]
  // Names come from the vocabulary, which a test holds against the schema.
  return db.get<Values>(`SELECT ${named.join(', ')} FROM ${known} WHERE id = ?`, [recordId]) ?? null
}

const ofPerson: ReadonlySet<string> = new Set(['person_sectors', 'affiliations', 'memberships'])

function ownerColumn(table: string): readonly string[] {
  return ofPerson.has(table) ? ['person_id'] : []
}

export function readPersonName(db: ReadDb, personId: string): string | null {
  return db.get<{ readonly name: string }>('SELECT name FROM people WHERE id = ?', [personId])?.name ?? null
}
