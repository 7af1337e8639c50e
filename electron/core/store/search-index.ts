import type { Connection } from './connect.ts'
import { holdsWords, recordMark, fiscalYearMark, kindMark, searchGrams } from '#shared/domain/search-grams.ts'

/**
 * The index of all words. Like the change log it is kept by triggers, made anew after each migration: no store function
 * can forget it, and it changes in the transaction of its record. `search_entries` gives each record a
 * whole number that stays; `search_index` (FTS5 without content) has the grams under that number.
 */
interface SearchSource {
  readonly kind: string
  readonly table: string
  /** SQL of the text, `row` being the record. */
  readonly text: (row: string) => string
  /** SQL of the marks beyond the kind, each followed by a blank. */
  readonly marks: (row: string) => string
  /** Columns whose change changes the entry. */
  readonly columns: readonly string[]
}

const separator = 'char(31)'
const marksOfMeeting = (row: string): string =>
  `(SELECT search_mark('record', m.council_id) || ' ' || search_mark('fiscal-year', m.fiscal_year) || ' ' FROM meetings m WHERE m.id = ${row}.meeting_id)`
const markOf = (sql: string): string => `COALESCE(search_mark('record', ${sql}) || ' ', '')`

const sources: readonly SearchSource[] = [
  {
    kind: 'person',
    table: 'people',
    text: (row) => `${row}.name || ${separator} || ${row}.kana`,
    marks: (row) => markOf(`${row}.id`),
    columns: ['name', 'kana', 'removed_at'],
  },
  {
    kind: 'organization',
    table: 'organizations',
    text: (row) => `${row}.name || ${separator} || ${row}.kana`,
    marks: () => `''`,
    columns: ['name', 'kana', 'removed_at'],
  },
  {
    kind: 'meeting',
    table: 'meetings',
    text: (row) =>
      `'第' || ${row}.number || '回' || ${separator} || ${row}.place || ${separator} || ${row}.note`,
    marks: (row) =>
      `search_mark('record', ${row}.council_id) || ' ' || search_mark('fiscal-year', ${row}.fiscal_year) || ' '`,
    columns: ['number', 'place', 'note', 'fiscal_year', 'removed_at'],
  },
  {
    kind: 'agenda-item',
    table: 'agenda_items',
    text: (row) => `${row}.title || ${separator} || ${row}.paper_title`,
    marks: marksOfMeeting,
    columns: ['title', 'paper_title', 'removed_at'],
  },
  {
    kind: 'statement',
    table: 'statements',
    text: (row) => `${row}.text || ${separator} || ${row}.full_text`,
    marks: (row) =>
      `${marksOfMeeting(row)} || ${markOf(`(SELECT a.person_id FROM attendances a WHERE a.id = ${row}.attendance_id)`)}`,
    columns: ['text', 'full_text', 'attendance_id', 'removed_at'],
  },
  {
    kind: 'decision',
    table: 'decisions',
    text: (row) => `${row}.text`,
    marks: marksOfMeeting,
    columns: ['text', 'removed_at'],
  },
  {
    kind: 'task',
    table: 'tasks',
    text: (row) => `${row}.text || ${separator} || ${row}.owner`,
    marks: (row) => `${marksOfMeeting(row)} || ${markOf(`${row}.owner_person_id`)}`,
    columns: ['text', 'owner', 'owner_person_id', 'removed_at'],
  },
  {
    kind: 'activity',
    table: 'activities',
    text: (row) =>
      ['content', 'partner', 'place', 'insight', 'next_step']
        .map((column) => `${row}.${column}`)
        .join(` || ${separator} || `),
    // 年度 from April: what was done in January to March belongs to the year before.
    marks: (row) =>
      `search_mark('fiscal-year', CAST(substr(${row}.acted_on, 1, 4) AS INTEGER) - (substr(${row}.acted_on, 6, 2) < '04')) || ' '`,
    columns: ['content', 'partner', 'place', 'insight', 'next_step', 'acted_on', 'removed_at'],
  },
]
/** Sources whose records belong to a meeting by `meeting_id`, and move into another 年度 with it. */
const ofMeetings: ReadonlySet<string> = new Set(['agenda_items', 'statements', 'decisions', 'tasks'])

/** Those whose tables are there: a database on its way up has not all of them yet. */
function standingSources(connection: Connection): readonly SearchSource[] {
  const known = connection.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`)
  return sources.filter(({ table }) => known.get(table) !== undefined)
}

/** The text of a record of a kind, as it is indexed; `row` is its alias in the caller's SQL. */
export function searchedText(kind: string, row: string): string {
  const source = sources.find((each) => each.kind === kind)
  if (!source) throw new Error(`nothing is searched as ${kind}`)
  return source.text(row)
}

/** Registers what the triggers and the queries ask. */
export function provideSearchFunctions(connection: Connection): void {
  const pure = { deterministic: true } as const
  connection.function('search_grams', pure, (text: unknown) => searchGrams(String(text)))
  connection.function('search_mark', pure, (what: unknown, value: unknown) => {
    if (typeof value === 'number') return fiscalYearMark(value)
    if (typeof value !== 'string') return null
    return what === 'kind' ? kindMark(value) : recordMark(value)
  })
  connection.function('search_holds', pure, (text: unknown, words: unknown) =>
    holdsWords(String(text), String(words).split(' ')) ? 1 : 0,
  )
}

const gramsOf = (source: SearchSource, row: string): string =>
  `search_mark('kind', '${source.kind}') || ' ' || ${source.marks(row)} || search_grams(${source.text(row)})`

function triggersOf(source: SearchSource): string {
  const { kind, table, columns } = source
  const put = `
    INSERT INTO search_entries (kind, record_id) SELECT '${kind}', NEW.id
    WHERE NEW.removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM search_entries e WHERE e.record_id = NEW.id);
    INSERT INTO search_index (rowid, grams) SELECT e.id, ${gramsOf(source, 'NEW')} FROM search_entries e WHERE e.record_id = NEW.id AND NEW.removed_at IS NULL;`
  const take = `DELETE FROM search_index WHERE rowid = (SELECT e.id FROM search_entries e WHERE e.record_id = OLD.id);`
  // A meeting that goes into another 年度 takes all its entries along: the touch below makes their own triggers write them anew.
  const touched = sources.filter((each) => ofMeetings.has(each.table))
  const takeAlong = touched
    .map(({ table: other }) => `UPDATE ${other} SET removed_at = removed_at WHERE meeting_id = NEW.id;`)
    .join('\n')
  return `
CREATE TRIGGER search_insert_${table} AFTER INSERT ON ${table} BEGIN ${put} END;
CREATE TRIGGER search_update_${table} AFTER UPDATE OF ${columns.join(', ')} ON ${table} BEGIN ${take} ${put} END;
CREATE TRIGGER search_delete_${table} AFTER DELETE ON ${table} BEGIN ${take} DELETE FROM search_entries WHERE record_id = OLD.id; END;
${table === 'meetings' ? `CREATE TRIGGER search_take_along_meetings AFTER UPDATE OF fiscal_year ON meetings WHEN OLD.fiscal_year <> NEW.fiscal_year BEGIN ${takeAlong} END;` : ''}`
}

/**
 * Indexes all records of a table whose rowid is above a number, given as each statement's one parameter, as its insert
 * trigger would have. Set-wise, since FTS5 writes a part of the index for every statement of a trigger. Empty for a table that is not searched.
 */
export function indexInsertedSql(table: string): readonly string[] {
  const source = sources.find((each) => each.table === table)
  if (source === undefined) return []
  const fresh = 'r.rowid > ? AND r.removed_at IS NULL ORDER BY r.rowid'
  return [
    `INSERT INTO search_entries (kind, record_id) SELECT '${source.kind}', r.id FROM ${table} r WHERE ${fresh}`,
    `INSERT INTO search_index (rowid, grams) SELECT e.id, ${gramsOf(source, 'r')}
     FROM ${table} r CROSS JOIN search_entries e ON e.record_id = r.id WHERE ${fresh}`,
  ]
}

/** Whether the steps that brought the index, and the columns it is made of, have been taken. */
export function hasSearchIndex(connection: Connection): boolean {
  const hasColumn = connection.prepare('SELECT 1 FROM pragma_table_info(?) WHERE name = ?')
  return (
    connection.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'search_index'`).get() !== undefined &&
    sources.every(({ table, columns }) =>
      columns.every((column) => hasColumn.get(table, column) !== undefined),
    )
  )
}

export function dropSearchTriggers(connection: Connection): void {
  const names = connection
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'search\\_%' ESCAPE '\\'`)
    .pluck()
    .all()
    .map(String)
  for (const name of names) connection.exec(`DROP TRIGGER "${name}"`)
}

/** Makes the triggers anew. */
export function rebuildSearchTriggers(connection: Connection): void {
  dropSearchTriggers(connection)
  for (const source of standingSources(connection)) connection.exec(triggersOf(source))
}

/**
 * Indexes every record that is not indexed yet, oldest meeting first: the index is read from its end, so the newest is
 * found first. For an upgrade and for data made in bulk.
 */
export function fillSearchIndex(connection: Connection): void {
  for (const source of standingSources(connection)) {
    const { kind, table } = source
    const byDay = ofMeetings.has(table)
    const order = byDay
      ? `JOIN meetings h ON h.id = r.meeting_id ORDER BY h.held_on, r.id`
      : table === 'meetings'
        ? 'ORDER BY r.held_on, r.id'
        : table === 'activities'
          ? 'ORDER BY r.acted_on, r.id'
          : 'ORDER BY r.id'
    const where = byDay
      ? order.replace('ORDER', 'WHERE r.removed_at IS NULL ORDER')
      : `WHERE r.removed_at IS NULL ${order}`
    connection.exec(
      `INSERT OR IGNORE INTO search_entries (kind, record_id) SELECT '${kind}', r.id FROM ${table} r ${where};
       INSERT INTO search_index (rowid, grams)
       SELECT e.id, ${gramsOf(source, 'r')} FROM search_entries e CROSS JOIN ${table} r ON r.id = e.record_id
       WHERE e.kind = '${kind}' AND r.removed_at IS NULL AND e.id > COALESCE((SELECT MAX(rowid) FROM search_index_docsize), 0) ORDER BY e.id;`,
    )
  }
}
