export interface LogRow {
  readonly id: number
  /** UTC, ISO 8601. */
  readonly at: string
  readonly who: string
  /** Account and PC; '' of changes before that was kept. */
  readonly origin: string
  readonly operation: string
  readonly operationNumber: number
  readonly tableName: string
  readonly recordId: string
  readonly action: 'insert' | 'update' | 'delete'
  /** JSON of columns and values. */
  readonly oldValues: string | null
  readonly newValues: string | null
}

export type Values = Readonly<Record<string, string | number | null>>

/** What an operation did to one record from its first change to its last. */
export interface NetChange {
  readonly table: string
  readonly recordId: string
  /** Values before, of the columns that were touched; null where the record was not there. */
  readonly before: Values | null
  /** Values after; null where the record is gone. */
  readonly after: Values | null
}

function read(text: string | null): Values | null {
  // Our own triggers wrote it, from strict tables without blobs: texts, whole numbers and nothing.
  return text === null ? null : (JSON.parse(text) as Values)
}

/** The changes of one operation record by record, in the order in which it first touched them. Rows oldest first. */
export function netChanges(rows: readonly Omit<LogRow, 'origin'>[]): readonly NetChange[] {
  const changes = new Map<string, NetChange>()
  for (const row of rows) {
    const key = `${row.tableName}/${row.recordId}`
    const known = changes.get(key)
    const before = known === undefined || known.before !== null ? mergeOlder(known?.before, row) : null
    const after = row.action === 'delete' ? null : { ...known?.after, ...read(row.newValues) }
    changes.set(key, { table: row.tableName, recordId: row.recordId, before, after })
  }
  return [...changes.values()].filter(({ before, after }) => before !== null || after !== null)
}

/** What a column held first is what counts; what was never there has no before. */
function mergeOlder(known: Values | null | undefined, row: Omit<LogRow, 'origin'>): Values | null {
  if (known === undefined && row.action === 'insert') return null
  return { ...read(row.oldValues), ...known }
}
