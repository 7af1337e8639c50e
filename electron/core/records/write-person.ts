import type { MembershipFields, PersonFields } from '#shared/contract/roster-operations.ts'
import { Refusal } from '#shared/contract/errors.ts'
import { guessKind } from '#shared/domain/constituent-kinds.ts'
import type { CouncilId, MembershipId, OrganizationId, PersonId } from '#shared/domain/ids.ts'
import type { WriteContext } from '../context.ts'
import { getCouncilById } from '../store/council-store.ts'
import { listKinds } from '../store/kind-store.ts'
import { addMembership, nextSeatNumber } from '../store/membership-store.ts'
import {
  addAffiliation,
  addOrganization,
  addPerson,
  addPersonSectors,
  correctAffiliation,
  endAffiliation,
  findOrganizationByName,
  listAffiliations,
  savePerson,
  savePersonSectors,
} from '../store/person-store.ts'

/** Groups that were looked up by name already, for whoever records very many people in one transaction. */
export type KnownGroups = Map<string, OrganizationId | null>

/** Records a new person with her post and sectors. */
export function createPerson(
  context: WriteContext,
  fields: PersonFields,
  groups: KnownGroups = new Map(),
): PersonId {
  const { db, ids } = context
  const personId = ids.next<'person'>()
  const { sectors, organizationName, post, ...person } = fields
  addPerson(db, personId, person)
  addPersonSectors(db, personId, sectors, () => ids.next<'person-sector'>())
  const known = groups.get(organizationName)
  const organizationId = known === undefined ? organizationNamed(context, organizationName) : known
  groups.set(organizationName, organizationId)
  // A first post was held before we knew of it; only a change has a day.
  if (organizationId !== null || post.trim() !== '')
    addAffiliation(db, { id: ids.next<'affiliation'>(), personId, organizationId, post, fromOn: null })
  return personId
}

/** Changes a person. Another group or post is an 異動: the old post ends today, the new one begins. Refuses with `not-found`. */
export function changePerson(context: WriteContext, personId: PersonId, fields: PersonFields): void {
  const { sectors, organizationName, post, ...person } = fields
  if (!savePerson(context.db, personId, person)) throw new Refusal('not-found')
  savePersonSectors(context.db, personId, sectors, () => context.ids.next<'person-sector'>())
  moveTo(context, personId, organizationName, post)
}

function moveTo(context: WriteContext, personId: PersonId, organizationName: string, post: string): void {
  const { db, ids, today } = context
  const current = listAffiliations(db, personId).find((affiliation) => affiliation.toOn === null)
  const organizationId = organizationNamed(context, organizationName)
  const isNowhere = organizationId === null && post.trim() === ''
  if (current ? current.organizationId === organizationId && current.post === post : isNowhere) return
  if (current && current.fromOn === today && !isNowhere) {
    correctAffiliation(db, current.id, organizationId, post)
    return
  }
  if (current) endAffiliation(db, current.id, today)
  if (isNowhere) return
  addAffiliation(db, {
    id: ids.next<'affiliation'>(),
    personId,
    organizationId,
    post,
    // A first post was held before we knew of it; only a change has a day.
    fromOn: current ? today : null,
  })
}

/** The group of that name, recorded now where it was not known; null for no name. */
function organizationNamed({ db, ids }: WriteContext, name: string): OrganizationId | null {
  if (name.trim() === '') return null
  const known = findOrganizationByName(db, name)
  if (known !== undefined) return known
  const organizationId = ids.next<'organization'>()
  addOrganization(db, organizationId, name, guessKind(name, listKinds(db)))
  return organizationId
}

/** Gives a person a seat, last in order. Refuses with `end-before-start`, or `not-found` where there is no such council. */
export function createMembership(
  { db, ids }: WriteContext,
  councilId: CouncilId,
  personId: PersonId,
  fields: MembershipFields,
  despite = '',
): MembershipId {
  checkTerm(fields)
  if (!getCouncilById(db, councilId)) throw new Refusal('not-found')
  const membershipId = ids.next<'membership'>()
  const seatNumber = nextSeatNumber(db, councilId)
  addMembership(db, { membershipId, councilId, personId, seatNumber, fields, despite })
  return membershipId
}

export function checkTerm({ termFrom, termTo }: Pick<MembershipFields, 'termFrom' | 'termTo'>): void {
  if (termFrom !== null && termTo !== null && termTo < termFrom) throw new Refusal('end-before-start')
}
