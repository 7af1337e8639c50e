import { z } from 'zod'
import type { AttendanceId } from '#shared/domain/ids.ts'
import { id } from './fields.ts'
import { defineRead, defineWrite } from './operation.ts'
import { type SeatingLayout, seatingLayouts } from './paper-operations.ts'

/** A desk of the room, taken or free; counted in desks from the left and from the front. */
export interface SeatingDesk {
  readonly place: number
  readonly column: number
  readonly row: number
  readonly person: {
    readonly attendanceId: AttendanceId
    readonly name: string
    readonly organizationName: string
    readonly moved: boolean
  } | null
}

export interface Seating {
  readonly layout: SeatingLayout
  readonly columns: number
  readonly rows: number
  /** From the front, each row from the left. */
  readonly desks: readonly SeatingDesk[]
}

const meetingId = id<'meeting'>()

export const seatingOperations = {
  'seating.get': defineRead(z.strictObject({ meetingId }))<Seating>(),
  /** Another way to put the desks: whoever was moved by hand goes back into the order. */
  'seating.setLayout': defineWrite(z.strictObject({ meetingId, layout: z.enum(seatingLayouts) }))<null>(),
  /** Somebody goes to another desk; who sits there takes theirs. */
  'seating.move': defineWrite(
    z.strictObject({
      meetingId,
      attendanceId: id<'attendance'>(),
      place: z.number().int().min(0).max(999_999),
    }),
  )<null>(),
  /** Everybody back into the order of 席次. */
  'seating.reset': defineWrite(z.strictObject({ meetingId }))<null>(),
}
