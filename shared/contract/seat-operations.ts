import { z } from 'zod'
import { readPin, type SeatRole } from '#shared/domain/seat.ts'
import { lineText, requiredLine } from './fields.ts'
import { defineTask } from './operation.ts'
import { proof } from './protection-operations.ts'

export interface SeatState {
  /** The office's staff, to be chosen from at the start; empty: nobody is asked. */
  readonly staff: readonly string[]
  /** Who sits here since the start; null where nobody has been chosen. */
  readonly name: string | null
  /** Who sat at this PC last. */
  readonly lastName: string | null
  readonly role: SeatRole
  /** PINs are set: roles are heeded. */
  readonly rolesOn: boolean
  /** The start must be asked who sits here. */
  readonly asks: boolean
}

export const mostStaff = 30
const pin = z.string().refine((value) => readPin(value) !== null)

export const seatOperations = {
  /** Takes the seat until the program ends or it is left. Refused as `wrong-pin`, `wait-a-moment`. */
  'seat.sit': defineTask(
    z.strictObject({
      name: lineText.nullable(),
      role: z.enum(['view', 'edit', 'administer']),
      /** Null for 閲覧, and where no roles are heeded. */
      pin: lineText.nullable(),
    }),
  )<null>(),
  /** The next one is asked who sits here. */
  'seat.leave': defineTask(z.strictObject({}))<null>(),
  /** Staff and PINs stand in the data, and go where they go. Refused as `practice-open`. */
  'seat.saveStaff': defineTask(z.strictObject({ staff: z.array(requiredLine).max(mostStaff) }))<null>(),
  /** Sets both PINs, and whoever does so sits in 管理; null takes the roles away. */
  'seat.setPins': defineTask(
    z.strictObject({ pins: z.strictObject({ edit: pin, administer: pin }).nullable() }),
  )<null>(),
  /**
   * Takes the roles away where a PIN is forgotten: by the office's name, which nobody types by mistake, and where the data
   * have a password by that or the recovery key. Stands in the change log. Refused as `other-office`, `wrong-password`.
   */
  'seat.forgetPins': defineTask(z.strictObject({ officeName: lineText, proof: proof.nullable() }))<null>(),
}
