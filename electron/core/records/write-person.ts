import type { MembershipFields, PersonFields } from '#shared/contract/roster-operations.ts'
import { Refusal } from '#shared/contract/errors.ts'
import { guessKind } from '#shared/domain/constituent-kinds.ts'
import type { CouncilId, MembershipId, PersonId } from '#shared/domain/ids.ts'
import type { WriteContext } from '../context.ts'
import { addMembership, nextSeatNumber } from '../store/membership-store.ts'
import {
  addAffiliation,
  addOrganization,
  addPerson,
  endAffiliation,
  findOrganizationByName,
  listAffiliations,
  savePerson,
  savePersonSectors,
} from '../store/person-store.ts'

/** Records a new person with her post and sectors. */
export function createPerson(context: WriteContext, fields: PersonFields): PersonId {
  const personId = context.ids.next<'person'>()
  const { sectors, organizationName, post, ...person } = fields
  addPerson(context.db, personId, person)
  savePersonSectors(context.db, personId, sectors, () => context.ids.next<'person-sector'>())
  moveTo(context, personId, organizationName, post)
  return personId
}

/** Changes a person. Another group or post is an 異動: the old post ends today, the new one begins. Refuses with `not-found`. */
export function changePerson(context: WriteContext, personId: PersonId, fields: PersonFields): void {
  const { sectors, organizationName, post, ...person } = fields
  if (!savePerson(context.db, personId, person)) throw new Refusal('not-found')
  savePersonSectors(context.db, personId, sectors, () => context.ids.next<'person-sector'>())
  moveTo(context, personId, organizationName, post)
}

function moveTo(
  { db, ids, today }: WriteContext,
  personId: PersonId,
  organizationName: string,
  post: string,
): void {
  const current = listAffiliations(db, personId).find((affiliation) => affiliation.toOn === null)
  if ((current?.organizationName ?? '') === organizationName && (current?.post ?? '') === post) return
  if (current) endAffiliation(db, current.id, today)
  if (organizationName.trim() === '') return
  let organizationId = findOrganizationByName(db, organizationName)
  if (organizationId === undefined) {
    organizationId = ids.next<'organization'>()
    addOrganization(db, organizationId, organizationName, guessKind(organizationName))
  }
  addAffiliation(db, {
    id: ids.next<'affiliation'>(),
    personId,
    organizationId,
    post,
    // A first post was held before we knew of it; only a change has a day.
    fromOn: current ? today : null,
  })
}

/** Gives a person a seat, last in order. Refuses with `end-before-start`. */
export function createMembership(
  { db, ids }: WriteContext,
  councilId: CouncilId,
  personId: PersonId,
  fields: MembershipFields,
): MembershipId {
  checkTerm(fields)
  const membershipId = ids.next<'membership'>()
  addMembership(db, { membershipId, councilId, personId, seatNumber: nextSeatNumber(db, councilId), fields })
  return membershipId
}

export function checkTerm({ termFrom, termTo }: Pick<MembershipFields, 'termFrom' | 'termTo'>): void {
  if (termFrom !== null && termTo !== null && termTo < termFrom) throw new Refusal('end-before-start')
}
