import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LineMove, movesBack, movesInto } from '#renderer/features/meetings/minutes/line-places.ts'
import type { MeetingDetail, Statement } from '#shared/contract/meeting-operations.ts'
import type { AgendaItemId, StatementId } from '#shared/domain/ids.ts'
import { memoMeeting } from '../../../../core/reports/memo-meeting.ts'

/** As the core does it: out of its place, in behind the other, or to the front of the item. */
function carriedOut(meeting: MeetingDetail, moves: readonly LineMove[]): MeetingDetail {
  const statements = moves.reduce<readonly Statement[]>((lines, { statementId, agendaItemId, after }) => {
    const line = lines.find((each) => each.id === statementId)
    if (line === undefined) throw new Error('no such line')
    const rest = lines.filter((each) => each.id !== statementId)
    const at =
      after === null
        ? Math.max(
            0,
            rest.findIndex((each) => each.agendaItemId === agendaItemId),
          )
        : rest.findIndex((each) => each.id === after) + 1
    return rest.toSpliced(at, 0, { ...line, agendaItemId })
  }, meeting.statements)
  return { ...meeting, statements }
}

const order = ({ agenda, statements }: MeetingDetail) =>
  agenda.map((item) => statements.filter((line) => line.agendaItemId === item.id).map((line) => line.id))

describe('moving several lines at once', () => {
  const meeting = memoMeeting()
  const ids = meeting.statements.map((line) => line.id)
  const items = meeting.agenda.map((item) => item.id)

  it('puts them together into the item in the order of the minutes, and back where each stood', () => {
    fc.assert(
      fc.property(
        fc.subarray(ids, { minLength: 1 }),
        fc.constantFrom(...items),
        fc.constantFrom('front' as const, 'end' as const),
        (chosen: StatementId[], target: AgendaItemId, where) => {
          const set = new Set(chosen)
          const moved = carriedOut(meeting, movesInto(meeting, set, target, where))
          const of = (each: MeetingDetail) => order(each)[items.indexOf(target)] ?? []
          const inOrder = order(meeting)
            .flat()
            .filter((id) => set.has(id))
          const stayed = of(meeting).filter((id) => !set.has(id))
          expect(of(moved)).toEqual(where === 'front' ? [...inOrder, ...stayed] : [...stayed, ...inOrder])
          expect(order(carriedOut(moved, movesBack(meeting, set)))).toEqual(order(meeting))
        },
      ),
    )
  })
})
