import { Refusal } from '#shared/contract/errors.ts'
import type {
  ChangeAction,
  HistoryEntry,
  HistoryFilter,
  historyOperations,
} from '#shared/contract/history-operations.ts'
import { csvText } from '#shared/domain/csv-text.ts'
import type { Handlers, OperationsOf, ReadContext } from '../context.ts'
import { describeOperation } from '../records/describe-changes.ts'
import {
  findOperations,
  listChangesOf,
  listChangesOfRecord,
  newestOperationNumber,
  type Span,
} from '../store/history-store.ts'
import { type LogRow, netChanges } from '../store/net-changes.ts'
import { undoChanges } from '../store/undo-store.ts'

const entriesOnPage = 50
/** Changes of one record that are shown; older ones are found by searching. */
const mostOfRecord = 500
const day = 86_400_000

export const historyHandlers: Handlers<OperationsOf<typeof historyOperations>> = {
  'history.ofRecord': ({ db, aheadOfUtc }, { kind, id }) =>
    byOperation(listChangesOfRecord(db, kind, id, mostOfRecord)).map((rows) =>
      // What it did to other records decides whether it can be taken back, too.
      describeOperation(db, rows, aheadOfUtc, listChangesOf(db, rows[0]?.operationNumber ?? 0)),
    ),
  'history.search': (context, { filter, before }) => {
    const entries = page(context, filter, before)
    const last = entries.at(-1)
    return {
      entries,
      before: entries.length < entriesOnPage || last === undefined ? null : last.operationNumber,
    }
  },
  'history.undo': ({ db, today, now }, { operationNumber }) => {
    const rows = listChangesOf(db, operationNumber)
    if (rows.length === 0) throw new Refusal('not-found')
    undoChanges(db, netChanges(rows), `${today}T${now}`)
    return { operationNumber: newestOperationNumber(db) }
  },
  'history.export': (task, { filter }) =>
    Promise.resolve(
      task.files.put(
        `変更の記録 ${task.today}.csv`,
        new TextEncoder().encode(csvText([csvHead, ...task.read((context) => csvRows(context, filter))])),
      ),
    ),
}

function page(context: ReadContext, filter: HistoryFilter, before: number | null): readonly HistoryEntry[] {
  const { db, aheadOfUtc } = context
  return findOperations(
    db,
    filter,
    spanOf(filter, aheadOfUtc),
    before ?? Number.MAX_SAFE_INTEGER,
    entriesOnPage,
  ).map((number) => describeOperation(db, listChangesOf(db, number), aheadOfUtc))
}

/** Local days, the last one included, as instants. */
function spanOf({ from, to }: HistoryFilter, aheadOfUtc: number): Span {
  const instant = (date: string, days: number): string =>
    new Date(Date.parse(`${date}T00:00:00Z`) + days * day - aheadOfUtc).toISOString()
  return { from: from === null ? '' : instant(from, 0), until: to === null ? '9999' : instant(to, 1) }
}

function byOperation(newestFirst: readonly LogRow[]): readonly (readonly LogRow[])[] {
  const groups = new Map<number, LogRow[]>()
  for (const row of newestFirst) {
    const group = groups.get(row.operationNumber) ?? []
    group.unshift(row)
    groups.set(row.operationNumber, group)
  }
  return [...groups.values()]
}

const csvHead = [
  'いつ',
  'だれが',
  'アカウント・PC',
  '操作の番号',
  '記録',
  'なまえ',
  'したこと',
  '項目',
  '前',
  '後',
] as const

const actionWords: Readonly<Record<ChangeAction, string>> = {
  added: '加えた',
  changed: '直した',
  removed: '取り消した',
  'brought-back': '元に戻した',
}

function csvRows(context: ReadContext, filter: HistoryFilter): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = []
  let before: number | null = null
  for (;;) {
    const entries: readonly HistoryEntry[] = page(context, filter, before)
    for (const entry of entries) rows.push(...rowsOf(entry))
    before = entries.at(-1)?.operationNumber ?? null
    if (entries.length < entriesOnPage || before === null) return rows
  }
}

function rowsOf({ at, who, origin, operationNumber, changes, moreChanges }: HistoryEntry) {
  const head = [at.replace('T', ' '), who, origin, String(operationNumber)]
  const rows = changes.flatMap(({ record, title, action, fields }) => {
    const what = [...head, record, title, actionWords[action]]
    return fields.length === 0
      ? [[...what, '', '', '']]
      : fields.map((field) => [...what, field.name, field.before, field.after])
  })
  return moreChanges === 0 ? rows : [...rows, [...head, `ほか${String(moreChanges)}件`, '', '', '', '', '']]
}
