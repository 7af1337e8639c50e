import type { OperationName } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/contract/errors.ts'
import { roleNeededFor } from '#shared/contract/role-needs.ts'
import type { SeatState } from '#shared/contract/seat-operations.ts'
import { mayAct, readPin, type SeatRole, seatRoleNames } from '#shared/domain/seat.ts'
import {
  hashPin,
  isPin,
  readSeatNote,
  type SeatNote,
  writeSeatNote,
} from './safekeeping/protection/seat-note.ts'
import { createSpacedTries } from './safekeeping/protection/spaced-tries.ts'

/** Who sits at the keyboard since the start, and what that role may ask for. */
export interface SeatControl {
  state(): SeatState
  /** Goes into the change log in the place of the PC's account; null where nobody was chosen. */
  name(): string | null
  /** Refuses with `role-needed` what the role at the keyboard may not. */
  requireRole(operation: OperationName): void
  sit(name: string | null, role: SeatRole, pin: string | null): Promise<void>
  leave(): void
  saveStaff(staff: readonly string[]): Promise<void>
  setPins(pins: { readonly edit: string; readonly administer: string } | null): Promise<void>
}

export function createSeatControl(folder: string): SeatControl {
  let note: SeatNote = readSeatNote(folder)
  let name: string | null = null
  let seated = false
  // Until a PIN is given, the role that needs none.
  let proved: SeatRole = 'view'
  const tries = createSpacedTries()
  const keep = async (changed: SeatNote): Promise<void> => {
    await writeSeatNote(folder, changed)
    note = changed
  }
  const role = (): SeatRole => (note.pins === null ? 'administer' : proved)
  return {
    state: () => ({
      staff: note.staff,
      name,
      role: role(),
      rolesOn: note.pins !== null,
      asks: !seated && (note.staff.length > 0 || note.pins !== null),
    }),
    name: () => name,
    requireRole: (operation) => {
      const needed = roleNeededFor(operation)
      if (!mayAct(role(), needed)) throw new Refusal('role-needed', { role: seatRoleNames[needed] })
    },
    sit: async (chosen, wanted, pin) => {
      const { pins } = note
      if (pins !== null && wanted !== 'view') {
        const given = readPin(pin ?? '') ?? ''
        await tries
          .take(async () => ((await isPin(given, pins[wanted])) ? wanted : null))
          .catch((fault: unknown) => {
            throw fault instanceof Refusal && fault.code === 'wrong-password'
              ? new Refusal('wrong-pin', fault.details)
              : fault
          })
      }
      proved = wanted
      name = chosen
      seated = true
    },
    leave: () => {
      name = null
      seated = false
      proved = 'view'
    },
    saveStaff: (staff) => {
      // Whoever names them goes on working; the next start asks.
      seated = true
      return keep({ ...note, staff: [...new Set(staff)] })
    },
    setPins: async (pins) => {
      if (pins === null) {
        await keep({ ...note, pins: null })
        return
      }
      const edit = await hashPin(readPin(pins.edit) ?? '')
      const administer = await hashPin(readPin(pins.administer) ?? '')
      // Whoever sets them is not shut out by them.
      proved = 'administer'
      seated = true
      await keep({ ...note, pins: { edit, administer } })
    },
  }
}
