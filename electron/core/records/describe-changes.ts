import type {
  ChangeAction,
  ChangedField,
  HistoryEntry,
  RecordChange,
} from '#shared/contract/history-operations.ts'
import { isUntold, wordsOfTable } from '#shared/domain/record-words.ts'
import { valueWords } from '#shared/domain/record-values.ts'
import { localTimeOf } from '#shared/domain/local-time.ts'
import type { ReadDb } from '../store/database.ts'
import { readPersonName, readTitle } from '../store/history-store.ts'
import { isMasked } from '../store/masked-columns.ts'
import { type LogRow, type NetChange, netChanges, type Values } from '../store/net-changes.ts'
import { isUndoable } from '../store/undo-store.ts'

/** So many records of one operation are told one by one; the rest is counted. */
export const mostToldChanges = 20
const longestTitle = 30

/** One operation in the words of its users. `rows` are its changes, or those of them that are to be told, oldest first. */
export function describeOperation(
  db: ReadDb,
  rows: readonly LogRow[],
  aheadOfUtc: number,
  all: readonly LogRow[] = rows,
): HistoryEntry {
  const [first] = rows
  const changes = netChanges(rows)
  const told = changes.filter(isTold)
  return {
    operationNumber: first?.operationNumber ?? 0,
    at: localTimeOf(first?.at ?? '', aheadOfUtc),
    who: first?.who ?? '',
    origin: first?.origin ?? '',
    isUndo: first?.operation === 'history.undo',
    changes: told.slice(0, mostToldChanges).map((change) => describeChange(db, change)),
    moreChanges: Math.max(0, told.length - mostToldChanges),
    undoable: isUndoable(netChanges(all)),
  }
}

/** A change of places in a list alone is told by nobody; that something came or went always is. */
export function isTold(change: NetChange): boolean {
  return actionOf(change) !== 'changed' || fieldsOf(change).length > 0
}

export function describeChange(db: ReadDb, change: NetChange): RecordChange {
  return {
    record: wordsOfTable(change.table).name,
    title: titleOf(db, change),
    action: actionOf(change),
    fields: fieldsOf(change),
  }
}

export function actionOf({ before, after }: NetChange): ChangeAction {
  if (before === null) return 'added'
  if (after === null) return 'removed'
  if (before.removed_at !== undefined && before.removed_at !== after.removed_at)
    return after.removed_at === null ? 'brought-back' : 'removed'
  return 'changed'
}

function fieldsOf({ table, before, after }: NetChange): readonly ChangedField[] {
  const { columns } = wordsOfTable(table)
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...names].flatMap((column) => {
    const name = columns[column]
    if (name === undefined || isUntold(table, column)) return []
    const was = valueWords(table, column, before?.[column])
    const is = valueWords(table, column, after?.[column])
    // Two numbers of accounts may end alike: that one was changed is told all the same.
    return was === is && !isMasked(table, column) ? [] : [{ name, before: was, after: is }]
  })
}

function titleOf(db: ReadDb, { table, recordId, before, after }: NetChange): string {
  const row: Values = { ...readTitle(db, table, recordId), ...after, ...before }
  const owner = typeof row.person_id === 'string' ? readPersonName(db, row.person_id) : null
  if (owner !== null) return owner
  for (const column of wordsOfTable(table).title) {
    const words = valueWords(table, column, row[column])
    if (words !== '') return words.length > longestTitle ? `${words.slice(0, longestTitle)}…` : words
  }
  return ''
}
