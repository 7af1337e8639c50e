import type { OperationName } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/contract/errors.ts'
import { roleNeededFor } from '#shared/contract/role-needs.ts'
import type { SeatState } from '#shared/contract/seat-operations.ts'
import { mayAct, readPin, type SeatRole, seatRoleNames } from '#shared/domain/seat.ts'
import { createIdSource } from './new-id.ts'
import type { Ports } from './ports.ts'
import { hashPin, isPin } from './safekeeping/protection/pin-hash.ts'
import { readSeatNote, writeLastName } from './safekeeping/protection/seat-note.ts'
import { createSpacedTries } from './safekeeping/protection/spaced-tries.ts'
import type { OpenDatabase } from './store/open-database.ts'
import { hasSeatRules, readSeatRules, savePins, saveStaff, type SeatRules } from './store/seat-store.ts'

export interface GivenPins {
  readonly edit: string
  readonly administer: string
}

/** Who sits at the keyboard since the start, and what that role may ask for. The rules are the data's, the sitting is this PC's. */
export interface SeatControl {
  state(): SeatState
  /** Goes into the change log in the place of the PC's account; null where nobody was chosen. */
  name(): string | null
  /** Refuses with `role-needed` what the role at the keyboard may not. */
  requireRole(operation: OperationName): void
  sit(name: string | null, role: SeatRole, pin: string | null): Promise<void>
  leave(): void
  /** Whoever sets the rules is not shut out by them: she goes on as she is, and the next start asks. Refuses with `practice-open`. */
  whileSetting<T>(set: () => T): T
  hashPins(pins: GivenPins): Promise<NonNullable<SeatRules['pins']>>
  /** Brings what an older version noted beside the data into them; nothing where that has been done, or may not be written. */
  takeOverNote(mayEdit: boolean): Promise<void>
}

export interface SeatParts {
  readonly folder: string
  readonly ports: Pick<Ports, 'clock' | 'randomness' | 'log' | 'who'>
  /** The office's own data; null while practice data are open, where nobody is asked. */
  readonly database: () => OpenDatabase | null
}

const nobodyAsked: SeatRules = { staff: [], pins: null }

export function createSeatControl({ folder, ports, database }: SeatParts): SeatControl {
  let note = readSeatNote(folder)
  let name: string | null = null
  let seated = false
  /** Null until the question for the role has been answered. */
  let proved: SeatRole | null = null
  const tries = createSpacedTries()
  const rules = createRulesReader(database, () => note)
  const role = (): SeatRole => (rules().pins === null ? 'administer' : (proved ?? 'view'))
  return {
    state: () => {
      const { staff, pins } = rules()
      const asks = pins === null ? !seated && staff.length > 0 : proved === null
      return { staff, name, lastName: note.lastName, role: role(), rolesOn: pins !== null, asks }
    },
    name: () => name,
    requireRole: (operation) => {
      const needed = roleNeededFor(operation)
      if (!mayAct(role(), needed)) throw new Refusal('role-needed', { role: seatRoleNames[needed] })
    },
    sit: async (chosen, wanted, pin) => {
      const { pins } = rules()
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
      // Where roles come later, from another PC, they are asked for then.
      proved = pins === null ? null : wanted
      name = chosen
      seated = true
      // What an older version noted stays until the data have it.
      if (note.staff.length > 0 || note.pins !== null || note.lastName === chosen) return
      await writeLastName(folder, chosen)
      note = { ...note, lastName: chosen }
    },
    leave: () => {
      name = null
      seated = false
      proved = null
    },
    whileSetting: (set) => {
      if (database() === null) throw new Refusal('practice-open')
      const done = set()
      seated = true
      proved = 'administer'
      return done
    },
    hashPins: async (pins) => ({
      edit: await hashPin(readPin(pins.edit) ?? ''),
      administer: await hashPin(readPin(pins.administer) ?? ''),
    }),
    takeOverNote: async (mayEdit) => {
      const own = database()
      if (own === null || (note.staff.length === 0 && note.pins === null)) return
      try {
        if (!hasSeatRules(own.reading)) {
          if (!mayEdit) return
          writeRules(own, note, ports)
        }
        await writeLastName(folder, note.lastName)
        note = { staff: [], pins: null, lastName: note.lastName }
      } catch (fault) {
        // A full disk: the note counts until the next start.
        ports.log.error('staff and roles not taken over', fault)
      }
    },
  }
}

/** The rules of the data that are open, or what an older version noted beside them. Asked for at every turn, and so read only when something was written. */
function createRulesReader(database: SeatParts['database'], note: () => SeatRules): () => SeatRules {
  let known: { readonly of: OpenDatabase; readonly at: number; readonly rules: SeatRules | null } | null =
    null
  return () => {
    const own = database()
    if (own === null) return nobodyAsked
    const at = own.changeContext.operationNumber
    // Between closing and opening there is nothing to read, and nothing has changed.
    if (known === null || ((known.of !== own || known.at !== at) && own.connection.open))
      known = { of: own, at, rules: hasSeatRules(own.reading) ? readSeatRules(own.reading) : null }
    return known.rules ?? note()
  }
}

function writeRules(
  own: OpenDatabase,
  { staff, pins }: SeatRules,
  { clock, randomness, who }: SeatParts['ports'],
): void {
  const { changeContext, connection, writing } = own
  const ids = createIdSource(clock, randomness)
  const { date, time } = clock.local()
  Object.assign(changeContext, {
    at: new Date(clock.now()).toISOString(),
    who: who.name(),
    origin: who.origin?.() ?? '',
    operation: 'seat.saveStaff',
    operationNumber: changeContext.operationNumber + 1,
  })
  connection
    .transaction(() => {
      saveStaff(writing, staff, () => ids.next(), `${date}T${time}`)
      savePins(writing, pins, `${date}T${time}`)
    })
    .immediate()
}
