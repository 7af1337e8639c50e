import { Refusal } from '#shared/contract/errors.ts'
import type {
  Outreach,
  OutreachFields,
  participationOperations,
} from '#shared/contract/participation-operations.ts'
import type { InputOf } from '#shared/contract/contract.ts'
import type { CouncilId, MembershipId, OutreachId, PersonId } from '#shared/domain/ids.ts'
import { suggestFor } from '#shared/domain/participation.ts'
import type { Handlers, OperationsOf, ReadContext, WriteContext } from '../context.ts'
import { readCandidates } from '../records/candidate-groups.ts'
import { checkSeat } from '../records/check-seat.ts'
import { checkTerm, createMembership, createPerson } from '../records/write-person.ts'
import { readParticipation } from '../records/read-participation.ts'
import { getCouncilById } from '../store/council-store.ts'
import { findMembership } from '../store/membership-store.ts'
import { getNeedById } from '../store/need-store.ts'
import { getOrganizationById } from '../store/organization-store.ts'
import {
  addOutreach,
  endOutreach,
  getOutreachById,
  listOutreach,
  saveOutreach,
  setOutreachRemoved,
} from '../store/outreach-store.ts'
import { saveNeed } from '../store/participation-store.ts'
import { getPersonById } from '../store/person-store.ts'
import { noteSeatOrigin } from '../store/seat-rules-store.ts'

function checkCouncil({ db }: Pick<ReadContext, 'db'>, councilId: CouncilId): void {
  if (!getCouncilById(db, councilId)) throw new Refusal('not-found')
}

function getOutreach({ db }: Pick<ReadContext, 'db'>, outreachId: OutreachId): Outreach {
  const found = getOutreachById(db, outreachId)
  if (!found) throw new Refusal('not-found')
  return found
}

/** Somebody must have been asked, and be recorded where an id says so. */
function checkOutreach(context: Pick<ReadContext, 'db'>, fields: OutreachFields): void {
  checkCouncil(context, fields.councilId)
  const { organizationId, personId, contactName, needId } = fields
  if (organizationId === null && personId === null && contactName === '') {
    throw new Refusal('invalid-input', { fields: ['outreach.contactName'] })
  }
  if (organizationId !== null && !getOrganizationById(context.db, organizationId))
    throw new Refusal('not-found')
  if (personId !== null && !getPersonById(context.db, personId)) throw new Refusal('not-found')
  if (needId !== null && !getNeedById(context.db, needId)) throw new Refusal('not-found')
}

/** The person to be seated: known already, or recorded now as one of the group that was asked. */
function personToSeat(
  context: WriteContext,
  outreach: Outreach,
  given: InputOf<'outreach.seat'>['person'],
): PersonId {
  if ('personId' in given) {
    if (!getPersonById(context.db, given.personId)) throw new Refusal('not-found')
    return given.personId
  }
  const { organizationId } = outreach
  const group = organizationId === null ? undefined : getOrganizationById(context.db, organizationId)
  return createPerson(context, {
    ...given,
    postalCode: '',
    address: '',
    phone: '',
    phoneNote: '',
    fax: '',
    email: '',
    // For whom her group stands she stands, and for the gap that she was asked to fill.
    sectors:
      group === undefined && outreach.sector !== null ? [outreach.sector] : [...(group?.sectors ?? [])],
    note: '',
    organizationName: group?.name ?? '',
  })
}

function seat(
  context: WriteContext,
  { outreachId, person, membership, despite }: InputOf<'outreach.seat'>,
): { readonly personId: PersonId; readonly membershipId: MembershipId } {
  const outreach = getOutreach(context, outreachId)
  if (outreach.endedOn !== null) throw new Refusal('conflict')
  const personId = personToSeat(context, outreach, person)
  if (findMembership(context.db, outreach.councilId, personId)) throw new Refusal('already-member')
  const { councilId } = outreach
  checkTerm(membership)
  checkSeat(context, { councilId, personId, fields: membership, despite })
  const membershipId = createMembership(context, councilId, personId, membership)
  if (despite !== '') noteSeatOrigin(context.db, membershipId, { followsId: null, seatNumber: null, despite })
  endOutreach(context.db, outreachId, { endedOn: context.today, because: '', membershipId })
  return { personId, membershipId }
}

export const participationHandlers: Handlers<OperationsOf<typeof participationOperations>> = {
  'participation.get': (context, { councilId, on }) => readParticipation(context, councilId, on),
  'participation.suggest': (context, { councilId, sector, column }) => {
    checkCouncil(context, councilId)
    return suggestFor({ sector, column }, readCandidates(context.db, councilId)).map(({ group }) => group)
  },
  'participation.setNeed': (context, { councilId, ...need }) => {
    checkCouncil(context, councilId)
    saveNeed(context.db, councilId, need, () => context.ids.next<'participation-need'>())
    return null
  },
  'outreach.list': ({ db }, { councilId }) => listOutreach(db, councilId),
  'outreach.add': (context, { outreach }) => {
    checkOutreach(context, outreach)
    const outreachId = context.ids.next<'outreach'>()
    addOutreach(context.db, outreachId, outreach)
    return { outreachId }
  },
  'outreach.save': (context, { outreachId, outreach }) => {
    getOutreach(context, outreachId)
    checkOutreach(context, outreach)
    saveOutreach(context.db, outreachId, outreach)
    return null
  },
  'outreach.end': (context, { outreachId, because }) => {
    if (getOutreach(context, outreachId).endedOn !== null) throw new Refusal('conflict')
    endOutreach(context.db, outreachId, { endedOn: context.today, because, membershipId: null })
    return null
  },
  'outreach.seat': seat,
  'outreach.reopen': (context, { outreachId }) => {
    if (getOutreach(context, outreachId).membershipId !== null) throw new Refusal('conflict')
    endOutreach(context.db, outreachId, { endedOn: null, because: '', membershipId: null })
    return null
  },
  'outreach.remove': ({ db, today, now }, { outreachId }) => {
    if (!setOutreachRemoved(db, outreachId, `${today}T${now}`)) throw new Refusal('not-found')
    return null
  },
  'outreach.restore': ({ db }, { outreachId }) => {
    if (!setOutreachRemoved(db, outreachId, null)) throw new Refusal('not-found')
    return null
  },
}
