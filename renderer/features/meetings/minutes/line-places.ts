import type { MeetingDetail, Statement } from '#shared/contract/meeting-operations.ts'
import { isHeading } from '#shared/domain/agenda-items.ts'
import type { AgendaItemId, StatementId } from '#shared/domain/ids.ts'

export interface LinePlace {
  readonly agendaItemId: AgendaItemId
  /** The line it stands behind; null: first of its item. */
  readonly after: StatementId | null
}

function linesOf(meeting: MeetingDetail, itemId: AgendaItemId): readonly Statement[] {
  return meeting.statements.filter((statement) => statement.agendaItemId === itemId)
}

/** The line that stands before another within its item; null for the first. */
export function lineBefore(meeting: MeetingDetail, statement: Statement): StatementId | null {
  const lines = linesOf(meeting, statement.agendaItemId)
  const place = lines.findIndex((each) => each.id === statement.id)
  return lines[place - 1]?.id ?? null
}

/** Where a line goes by one step: past its neighbour, or over the edge of its item into the one before or behind. Null at the very end. */
export function placeOfMove(meeting: MeetingDetail, statementId: StatementId, by: -1 | 1): LinePlace | null {
  const statement = meeting.statements.find((each) => each.id === statementId)
  if (statement === undefined) return null
  const { agendaItemId } = statement
  const lines = linesOf(meeting, agendaItemId)
  const place = lines.findIndex((each) => each.id === statementId)
  if (by === -1 && place > 0) return { agendaItemId, after: lines[place - 2]?.id ?? null }
  const next = lines[place + 1]
  if (by === 1 && next !== undefined) return { agendaItemId, after: next.id }
  const items = meeting.agenda.filter((_item, position) => !isHeading(meeting.agenda, position))
  const other = items[items.findIndex((item) => item.id === agendaItemId) + by]
  if (other === undefined || !items.some((item) => item.id === agendaItemId)) return null
  return {
    agendaItemId: other.id,
    after: by === 1 ? null : (linesOf(meeting, other.id).at(-1)?.id ?? null),
  }
}

export interface LineMove extends LinePlace {
  readonly statementId: StatementId
}

/** Lines in the order of the minutes put one behind another at the front or the end of an item. */
export function movesInto(
  meeting: MeetingDetail,
  chosen: ReadonlySet<StatementId>,
  agendaItemId: AgendaItemId,
  where: 'front' | 'end',
): readonly LineMove[] {
  const stay = linesOf(meeting, agendaItemId).filter((line) => !chosen.has(line.id))
  let after = where === 'end' ? (stay.at(-1)?.id ?? null) : null
  return inOrder(meeting)
    .filter((line) => chosen.has(line.id))
    .map(({ id: statementId }) => {
      const move = { statementId, agendaItemId, after }
      after = statementId
      return move
    })
}

/** The way back: each line behind the one it stands behind now, from the first to the last. */
export function movesBack(meeting: MeetingDetail, chosen: ReadonlySet<StatementId>): readonly LineMove[] {
  return inOrder(meeting)
    .filter((line) => chosen.has(line.id))
    .map((line) => ({
      statementId: line.id,
      agendaItemId: line.agendaItemId,
      after: lineBefore(meeting, line),
    }))
}

/** The lines as they stand in the minutes: by item, then by their place. */
function inOrder(meeting: MeetingDetail): readonly Statement[] {
  return meeting.agenda.flatMap((item) => linesOf(meeting, item.id))
}
