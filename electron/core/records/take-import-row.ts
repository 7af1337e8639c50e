import { Refusal } from '#shared/contract/errors.ts'
import type { ImportChoice, MembershipFields, PersonFields } from '#shared/contract/roster-operations.ts'
import type { CouncilId, PersonId } from '#shared/domain/ids.ts'
import type { PlannedPerson, PlannedRow } from '#shared/domain/import-plan.ts'
import type { WriteContext } from '../context.ts'
import { findMembership, saveMembership } from '../store/membership-store.ts'
import { getPersonById } from '../store/person-store.ts'
import { noteSeatOrigin } from '../store/seat-rules-store.ts'
import type { SeatWatch } from './watch-import-seats.ts'
import { changePerson, checkTerm, createMembership, createPerson, type KnownGroups } from './write-person.ts'

export interface TakenRow {
  readonly personId: PersonId
  readonly outcome: 'added' | 'changed' | 'same'
}

const textFields = [
  'name',
  'kana',
  'postalCode',
  'address',
  'phone',
  'phoneNote',
  'fax',
  'email',
  'note',
  'organizationName',
  'post',
] as const satisfies readonly (keyof PersonFields)[]

function personFieldsOf(fields: PlannedPerson): PersonFields {
  const { name, kana, postalCode, address, phone, phoneNote, fax, email, note, organizationName, post } =
    fields
  return {
    name,
    kana,
    postalCode,
    address,
    phone,
    phoneNote,
    fax,
    email,
    note,
    organizationName,
    post,
    sectors: [...fields.sectors],
  }
}

/** The person whom the plan found for certain: only then it names changes, or says that there are none. */
function certainMatch(row: PlannedRow): PersonId | null {
  if (row.state !== 'same' && row.changes.length === 0) return null
  return row.matches.find((match) => match.personId !== null)?.personId ?? null
}

function getRecorded(context: WriteContext, personId: PersonId): PersonFields {
  const found = getPersonById(context.db, personId)
  if (!found) throw new Refusal('conflict')
  const { id: _id, sectors, ...recorded } = found
  return { ...recorded, sectors: [...sectors] }
}

/** Just what the preview named: what it called the same is not touched, not even to another width or a shorter note. */
function applyChanges(context: WriteContext, personId: PersonId, row: PlannedRow): boolean {
  const recorded = getRecorded(context, personId)
  const named = new Set(row.changes.map((change) => change.field))
  const after = { ...recorded }
  for (const field of textFields) if (named.has(field)) after[field] = row.fields[field]
  if (named.has('sectors')) after.sectors = [...row.fields.sectors]
  if (JSON.stringify(after) === JSON.stringify(recorded)) return false
  changePerson(context, personId, after)
  return true
}

/** Somebody chose the person: the row's values come over hers, an empty cell takes nothing away, remarks are kept beside one another. */
function join(context: WriteContext, personId: PersonId, fields: PlannedPerson): boolean {
  const recorded = getRecorded(context, personId)
  const after = { ...recorded }
  for (const field of textFields) if (field !== 'note' && fields[field] !== '') after[field] = fields[field]
  if (fields.note !== '' && !recorded.note.includes(fields.note)) {
    after.note = recorded.note === '' ? fields.note : `${recorded.note}\n${fields.note}`
  }
  if (fields.sectors.length > 0) after.sectors = [...fields.sectors]
  if (JSON.stringify(after) === JSON.stringify(recorded)) return false
  changePerson(context, personId, after)
  return true
}

/** Carries out one row of a plan; `groups` are those of the rows before. Refuses with `conflict` where the person is gone or none was named. */
export function takeRow(
  context: WriteContext,
  row: PlannedRow,
  choice: ImportChoice,
  groups: KnownGroups,
): TakenRow {
  if (choice.action === 'join') {
    const { personId } = choice
    if (personId === null) throw new Refusal('conflict', { row: row.row })
    return { personId, outcome: join(context, personId, row.fields) ? 'changed' : 'same' }
  }
  const personId = certainMatch(row)
  if (personId !== null) {
    return { personId, outcome: applyChanges(context, personId, row) ? 'changed' : 'same' }
  }
  return { personId: createPerson(context, personFieldsOf(row.fields), groups), outcome: 'added' }
}

/** Gives the person of a row her seat, or brings the seat she holds up to date. Returns whether a seat is new. */
export function seatRow(
  context: WriteContext,
  { councilId, watch }: { readonly councilId: CouncilId; readonly watch: SeatWatch },
  { personId, outcome }: TakenRow,
  row: PlannedRow,
  choice: ImportChoice,
): boolean {
  const { role, category, termFrom, termTo, termNote, appointedOn, exOfficio, reappointment } = row.fields
  const fresh = { role, category, termFrom, termTo, termNote, appointedOn, exOfficio, reappointment }
  const held = findMembership(context.db, councilId, personId)
  if (!held) {
    // Somebody new has no earlier term; it need not be looked for 20,000 times.
    const despite = watch.weigh(personId, fresh, outcome === 'added' ? undefined : null)
    createMembership(context, councilId, personId, fresh, despite)
    return true
  }
  const named = new Set(row.changes.map((change) => change.field))
  const isTaken = (field: keyof MembershipFields): boolean =>
    choice.action === 'join'
      ? // A roster that says nothing of an office does not take it away, nor does an empty cell a term.
        fresh[field] !== null && fresh[field] !== '' && fresh[field] !== false && fresh[field] !== 'member'
      : named.has(field === 'reappointment' ? 'termFrom' : field)
  const pick = <Field extends keyof MembershipFields>(field: Field): MembershipFields[Field] =>
    isTaken(field) ? fresh[field] : held[field]
  const fields = {
    role: pick('role'),
    category: pick('category'),
    termFrom: pick('termFrom'),
    termTo: pick('termTo'),
    termNote: pick('termNote'),
    appointedOn: pick('appointedOn'),
    exOfficio: pick('exOfficio'),
    reappointment: pick('reappointment'),
  }
  checkTerm(fields)
  const despite = watch.weigh(personId, fields, held.role)
  saveMembership(context.db, held.membershipId, fields)
  if (despite !== '')
    noteSeatOrigin(context.db, held.membershipId, { followsId: null, seatNumber: null, despite })
  return false
}
