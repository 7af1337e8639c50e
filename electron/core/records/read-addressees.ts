import type { AddresseeSource } from '#shared/contract/paper-operations.ts'
import { isMemberRole } from '#shared/domain/attendance.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import { councilRoleNames } from '#shared/domain/roles.ts'
import type { ReadContext } from '../context.ts'
import type { Recipient } from '../reports/letters/letter-values.ts'
import { listKinds } from '../store/kind-store.ts'
import { listOrganizations, listOrganizationsInFull } from '../store/organization-store.ts'
import { listPeople, listPeopleInFull } from '../store/person-store.ts'
import { listSeatsWithContact } from './read-council-record.ts'

/** One to whom letters and labels go. */
export interface Addressee extends Recipient {
  readonly key: string
  readonly postalCode: string
  readonly address: string
}

const noSeat = { role: '', category: '', termFrom: null, termTo: null } as const

/** Members by 席次, groups and people by kana. */
export function readAddressees(
  context: Pick<ReadContext, 'db' | 'today'>,
  councilId: CouncilId,
  source: AddresseeSource,
  only: readonly string[] | null = null,
): readonly Addressee[] {
  const all = allOf(context, councilId, source)
  if (only === null) return all
  const wanted = new Set(only)
  return all.filter(({ key }) => wanted.has(key))
}

function allOf(
  context: Pick<ReadContext, 'db' | 'today'>,
  councilId: CouncilId,
  source: AddresseeSource,
): readonly Addressee[] {
  switch (source) {
    case 'members':
      return membersOf(context, councilId)
    case 'organizations':
      return groupsOf(context)
    case 'people':
      return peopleOf(context)
  }
}

function membersOf(context: Pick<ReadContext, 'db' | 'today'>, councilId: CouncilId): readonly Addressee[] {
  return listSeatsWithContact(context, councilId)
    .filter((seat) => isMemberRole(seat.role))
    .map(({ membershipId, organizationName, post, name, role, category, termFrom, termTo, ...seat }) => ({
      key: membershipId,
      organizationName,
      post,
      name,
      role: councilRoleNames[role],
      category,
      termFrom,
      termTo,
      postalCode: seat.postalCode,
      address: seat.address,
    }))
}

/** To a group: its contact person by post and name, or the group itself with 御中. */
function groupsOf({ db }: Pick<ReadContext, 'db'>): readonly Addressee[] {
  const inFull = new Map(listOrganizationsInFull(db).map((each) => [each.id, each]))
  return listOrganizations(db, listKinds(db)).flatMap(({ id }) => {
    const group = inFull.get(id)
    if (group === undefined) return []
    const { name: organizationName, contactPost: post, contactName: name, postalCode, address } = group
    return [{ key: id, organizationName, post, name, ...noSeat, postalCode, address }]
  })
}

function peopleOf({ db }: Pick<ReadContext, 'db'>): readonly Addressee[] {
  const inFull = new Map(listPeopleInFull(db).map((each) => [each.id, each]))
  return listPeople(db).flatMap(({ id }) => {
    const person = inFull.get(id)
    if (person === undefined) return []
    const { organizationName, post, name, postalCode, address } = person
    return [{ key: id, organizationName, post, name, ...noSeat, postalCode, address }]
  })
}
