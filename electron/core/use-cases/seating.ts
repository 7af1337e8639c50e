import { Refusal } from '#shared/contract/errors.ts'
import type { seatingOperations } from '#shared/contract/seating-operations.ts'
import type { SeatingLayout } from '#shared/contract/paper-operations.ts'
import type { AttendanceId, MeetingId } from '#shared/domain/ids.ts'
import type { Handlers, OperationsOf, WriteContext } from '../context.ts'
import { readSeating } from '../records/read-seating.ts'
import {
  addSeatingPlace,
  forgetSeatingPlaces,
  getSeatingPlan,
  saveSeatingLayout,
} from '../store/seating-store.ts'

/** The layout is kept with the first change by hand; who is where is written anew, so that no two share a desk. */
function keep(
  { db, ids }: WriteContext,
  meetingId: MeetingId,
  layout: SeatingLayout,
  moved: ReadonlyMap<AttendanceId, number>,
): void {
  saveSeatingLayout(db, ids.next<'seating-plan'>(), meetingId, layout)
  const plan = getSeatingPlan(db, meetingId)
  if (plan === undefined) return
  forgetSeatingPlaces(db, plan.id)
  for (const [attendanceId, place] of moved) {
    addSeatingPlace(db, ids.next<'seating-place'>(), plan.id, attendanceId, place)
  }
}

function move(
  context: WriteContext,
  { meetingId, attendanceId, place }: { meetingId: MeetingId; attendanceId: AttendanceId; place: number },
): void {
  const { layout, moved, room } = readSeating(context, meetingId)
  const from = room.desks.find(({ line }) => line?.id === attendanceId)
  const to = room.desks.find((desk) => desk.place === place)
  if (from === undefined || to === undefined) throw new Refusal('not-found')
  const after = new Map(moved)
  after.set(attendanceId, to.place)
  if (to.line !== null && to.line.id !== attendanceId) after.set(to.line.id, from.place)
  keep(context, meetingId, layout, after)
}

export const seatingHandlers: Handlers<OperationsOf<typeof seatingOperations>> = {
  'seating.get': (context, { meetingId }) => {
    const { layout, moved, room } = readSeating(context, meetingId)
    return {
      layout,
      columns: room.columns,
      rows: room.rows,
      desks: room.desks.map(({ place, column, row, line }) => ({
        place,
        column,
        row,
        person:
          line === null
            ? null
            : {
                attendanceId: line.id,
                name: line.reply === 'proxy' && line.proxyName !== '' ? line.proxyName : line.name,
                organizationName: line.organizationName,
                moved: moved.has(line.id),
              },
      })),
    }
  },
  'seating.setLayout': (context, { meetingId, layout }) => {
    const now = readSeating(context, meetingId)
    keep(context, meetingId, layout, now.layout === layout ? now.moved : new Map())
    return null
  },
  'seating.move': (context, given) => {
    move(context, given)
    return null
  },
  'seating.reset': (context, { meetingId }) => {
    keep(context, meetingId, readSeating(context, meetingId).layout, new Map())
    return null
  },
}
