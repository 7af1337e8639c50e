import { type RecordTable, recordTables } from '#shared/domain/record-words.ts'
import { withoutNames } from '#shared/domain/written-name.ts'
import type { ReadDb, SqlValue, WriteDb } from './database.ts'

/** Accounts, what was handed in, and whole files: they stay as they are, or are taken away in other ways. */
const never: ReadonlySet<RecordTable> = new Set([
  'submissions',
  'proposal_signatories',
  'payments',
  'payment_runs',
  'payment_line_changes',
  'payment_files',
  'vouchers',
  'year_freezes',
  'bank_accounts',
  'transfer_sender',
  'stored_files',
  'erasures',
])
/** Frozen as a whole, as JSON. */
const frozen: ReadonlySet<RecordTable> = new Set(['minutes_versions', 'minutes_reviews'])
/** Names in their own right: somebody else may have the same, and rolls go by the office's rule. */
const ownNames: Partial<Readonly<Record<RecordTable, readonly string[]>>> = {
  people: ['name', 'kana'],
  attendances: ['name', 'kana'],
}
const keys: ReadonlySet<string> = new Set(['id', 'name_key', 'kana_key', 'sha256', 'removed_at'])

interface Place {
  readonly table: RecordTable
  readonly columns: readonly string[]
  /** True for records that belong to confirmed minutes. */
  readonly locked: string
}

function lockedIn(table: RecordTable, columns: ReadonlySet<string>): string {
  if (frozen.has(table)) return '1'
  if (table === 'meetings') return 'locked = 1'
  return columns.has('meeting_id') ? 'meeting_id IN (SELECT id FROM meetings WHERE locked = 1)' : '0'
}

/** Every place where somebody may have written a name in words of her own. */
function placesOf(db: ReadDb): readonly Place[] {
  return recordTables.flatMap((table) => {
    if (never.has(table)) return []
    const all = db.all<{ readonly name: string; readonly type: string }>(
      'SELECT name, type FROM pragma_table_info(?)',
      [table],
    )
    const columns = all
      .filter(({ name, type }) => type === 'TEXT' && !keys.has(name) && !/_(?:id|on|at)$/.test(name))
      .map(({ name }) => name)
      .filter((name) => ownNames[table]?.includes(name) !== true)
    const names = new Set(all.map(({ name }) => name))
    return columns.length === 0 ? [] : [{ table, columns, locked: lockedIn(table, names) }]
  })
}

function holding({ columns }: Place, ways: readonly string[]): string {
  const asked = columns.flatMap((column) => ways.map(() => `instr(COALESCE("${column}", ''), ?) > 0`))
  return asked.length === 0 ? '0' : `(${asked.join(' OR ')})`
}

const valuesOf = ({ columns }: Place, ways: readonly string[]): readonly SqlValue[] =>
  columns.flatMap(() => ways)

export interface WrittenPlace {
  readonly table: RecordTable
  readonly open: number
  /** Of confirmed minutes. */
  readonly locked: number
  /** A few words around the first that was found; '' within a frozen version. */
  readonly example: string
}

/** So many letters are shown before and behind a name. */
const around = 14

function exampleOf(db: ReadDb, place: Place, ways: readonly string[]): string {
  if (frozen.has(place.table)) return ''
  const row = db.get<Readonly<Record<string, string | null>>>(
    `SELECT ${place.columns.map((column) => `"${column}"`).join(', ')} FROM ${place.table} WHERE ${holding(place, ways)} LIMIT 1`,
    valuesOf(place, ways),
  )
  for (const text of Object.values(row ?? {})) {
    const at = Math.min(...ways.map((way) => text?.indexOf(way) ?? -1).filter((found) => found >= 0))
    if (text === null || !Number.isFinite(at)) continue
    const start = Math.max(0, at - around)
    const end = at + around * 2
    return `${start === 0 ? '' : '…'}${text.slice(start, end)}${end < text.length ? '…' : ''}`
  }
  return ''
}

/** In how many records of which tables one of these is written. Reads all of them: for the rare question only. */
export function listWrittenNames(db: ReadDb, ways: readonly string[]): readonly WrittenPlace[] {
  if (ways.length === 0) return []
  return placesOf(db).flatMap((place) => {
    const counts = db.get<{ readonly all: number; readonly locked: number }>(
      `SELECT COUNT(*) AS "all", COALESCE(SUM(${place.locked}), 0) AS locked FROM ${place.table} WHERE ${holding(place, ways)}`,
      valuesOf(place, ways),
    )
    if (counts === undefined || counts.all === 0) return []
    const { all, locked } = counts
    return [{ table: place.table, open: all - locked, locked, example: exampleOf(db, place, ways) }]
  })
}

/** A frozen record: the line of a roll keeps its name where the office's rule says so. */
function thaw(record: unknown, ways: readonly string[], words: string, keepsNames: boolean): unknown {
  if (typeof record === 'string') return withoutNames(record, ways, words)
  if (Array.isArray(record)) return record.map((each) => thaw(each, ways, words, keepsNames))
  if (typeof record !== 'object' || record === null) return record
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      keepsNames && key === 'name' ? value : thaw(value, ways, words, keepsNames),
    ]),
  )
}

interface Replacement {
  readonly ways: readonly string[]
  readonly words: string
  /** Tables in whose open records it is done. */
  readonly places: ReadonlySet<RecordTable>
  /** In records of confirmed minutes as well, and in their frozen versions. */
  readonly locked: boolean
  /** Frozen rolls keep names, by the office's rule. */
  readonly keepsNames: boolean
}

/** Puts other words where one of these is written, in what the log of changes says of those records too. Returns how many records. */
export function replaceWrittenNames(db: WriteDb, wanted: Replacement): number {
  return placesOf(db).reduce((sum, place) => sum + replaceIn(db, place, wanted), 0)
}

function replaceIn(
  db: WriteDb,
  place: Place,
  { ways, words, places, locked, keepsNames }: Replacement,
): number {
  const { table, columns } = place
  const isOpenWanted = places.has(table)
  if (ways.length === 0 || (!isOpenWanted && !locked)) return 0
  const scope = isOpenWanted ? (locked ? '1' : `NOT (${place.locked})`) : place.locked
  const rows = db.all<Readonly<Record<string, string | null>> & { readonly id: string }>(
    `SELECT id, ${columns.map((column) => `"${column}"`).join(', ')} FROM ${table} WHERE (${scope}) AND ${holding(place, ways)}`,
    valuesOf(place, ways),
  )
  const anew = (column: string, text: string | null): string | null => {
    if (text === null) return null
    return frozen.has(table) && column === 'record'
      ? JSON.stringify(thaw(JSON.parse(text), ways, words, keepsNames))
      : withoutNames(text, ways, words)
  }
  for (const row of rows) {
    db.run(`UPDATE ${table} SET ${columns.map((column) => `"${column}" = ?`).join(', ')} WHERE id = ?`, [
      ...columns.map((column) => anew(column, row[column] ?? null)),
      row.id,
    ])
    replaceInLog(db, table, row.id, ways, words)
  }
  return rows.length
}

/** In the log names stand within JSON, which writes them as they are. */
function replaceInLog(
  db: WriteDb,
  table: RecordTable,
  recordId: string,
  ways: readonly string[],
  words: string,
): void {
  const entries = db.all<{ id: number; old: string | null; fresh: string | null }>(
    'SELECT id, old_values AS old, new_values AS fresh FROM change_log WHERE table_name = ? AND record_id = ?',
    [table, recordId],
  )
  const anew = (values: string | null): string | null =>
    values === null ? null : withoutNames(values, ways, words)
  for (const { id, old, fresh } of entries) {
    db.run('UPDATE change_log SET old_values = ?, new_values = ? WHERE id = ?', [anew(old), anew(fresh), id])
  }
}

/** How many others on the roster have that name, and how many the family name: their own must not be taken for hers. */
export function countNamesakes(
  db: ReadDb,
  personIds: readonly string[],
  { name, family }: { readonly name: string; readonly family: string | null },
): { readonly same: number; readonly family: number } {
  const own = personIds.map(() => '?').join(', ')
  const count = (sql: string, values: readonly SqlValue[]): number =>
    db.get<{ n: number }>(
      `SELECT COUNT(*) AS n FROM people WHERE erased_on IS NULL AND id NOT IN (${own})
         AND NOT EXISTS (SELECT 1 FROM person_merges g WHERE g.merged_id = people.id AND g.undone_at IS NULL) AND ${sql}`,
      [...personIds, ...values],
    )?.n ?? 0
  return {
    same: count(`replace(replace(name, '　', ''), ' ', '') = ?`, [name.replace(/[\s　]+/g, '')]),
    family: family === null ? 0 : count('instr(name, ?) = 1', [family]),
  }
}
