import type { AgendaItem, MeetingDetail, Statement } from '#shared/contract/meeting-operations.ts'
import { isHeading } from '#shared/domain/agenda-items.ts'
import type { AgendaItemId } from '#shared/domain/ids.ts'
import type { LineOnItsWay } from './use-lines.ts'

/** What the talk consists of, from top to bottom. */
export type TalkRow =
  | { readonly what: 'item'; readonly key: string; readonly item: AgendaItem }
  | { readonly what: 'statement'; readonly key: string; readonly statement: Statement }
  | { readonly what: 'waiting'; readonly key: string; readonly line: LineOnItsWay }

function itemOf(line: LineOnItsWay): AgendaItemId {
  return line.given.what === 'task' ? line.given.agendaItemId : line.given.statement.agendaItemId
}

/** The talk by agenda item, each with its lines and with those that are still on their way to the disk. */
export function talkRows(meeting: MeetingDetail, waiting: readonly LineOnItsWay[]): readonly TalkRow[] {
  const known = new Set(meeting.statements.map((statement) => statement.id))
  const coming = waiting.filter(
    ({ given, kept, state }) =>
      (given.what === 'statement' || state === 'failed') &&
      (kept?.statementId === null || kept === null || state === 'failed' || !known.has(kept.statementId)),
  )
  const byItem = Map.groupBy(meeting.statements, (statement) => statement.agendaItemId)
  return meeting.agenda.flatMap((item, position) => {
    const statements = byItem.get(item.id) ?? []
    const lines = coming.filter((line) => itemOf(line) === item.id)
    if (isHeading(meeting.agenda, position) && statements.length + lines.length === 0) return []
    return [
      { what: 'item' as const, key: item.id, item },
      ...statements.map((statement) => ({ what: 'statement' as const, key: statement.id, statement })),
      ...lines.map((line) => ({ what: 'waiting' as const, key: `waiting-${String(line.key)}`, line })),
    ]
  })
}

/** Where the last row of an item stands, to be brought into sight when the item is being talked about. */
export function lastRowOf(rows: readonly TalkRow[], itemId: AgendaItemId): number {
  return rows.findLastIndex((row) => {
    if (row.what === 'item') return row.item.id === itemId
    if (row.what === 'statement') return row.statement.agendaItemId === itemId
    return itemOf(row.line) === itemId
  })
}
