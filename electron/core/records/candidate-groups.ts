import type { Candidate } from '#shared/contract/participation-operations.ts'
import type { CouncilId, OrganizationId } from '#shared/domain/ids.ts'
import type { ReadDb } from '../store/database.ts'
import { listKinds } from '../store/kind-store.ts'
import { listOrganizations } from '../store/organization-store.ts'
import { listOutreach } from '../store/outreach-store.ts'
import { listAreasOfCouncil, listGroupAreas, listGroupTies } from '../store/participation-store.ts'

function gathered<Value>(
  pairs: readonly (readonly [OrganizationId, Value])[],
): (organizationId: OrganizationId) => readonly Value[] {
  const all = new Map<OrganizationId, Set<Value>>()
  for (const [organizationId, value] of pairs) {
    const known = all.get(organizationId)
    if (known === undefined) all.set(organizationId, new Set([value]))
    else known.add(value)
  }
  return (organizationId) => [...(all.get(organizationId) ?? [])]
}

/** Every group as one that might be asked to a council's table. A handful of queries, whatever the number of groups. */
export function readCandidates(db: ReadDb, councilId: CouncilId): readonly Candidate[] {
  const ties = listGroupTies(db)
  const people = gathered(ties.map((tie) => [tie.organizationId, tie.personName]))
  const councils = gathered(
    ties.flatMap((tie) =>
      tie.councilId === null || tie.councilName === null || tie.councilId === councilId
        ? []
        : [[tie.organizationId, tie.councilName] as const],
    ),
  )
  const seated = new Set(ties.filter((tie) => tie.councilId === councilId).map((tie) => tie.organizationId))
  const areas = listAreasOfCouncil(db, councilId)
  const areaOf = new Map(listGroupAreas(db).map((each) => [each.organizationId, each.areaId]))
  // Newest first: the last asking counts.
  const asked = new Map<OrganizationId, Candidate['asked']>()
  for (const each of listOutreach(db, councilId)) {
    if (each.organizationId === null || asked.has(each.organizationId)) continue
    if (each.membershipId !== null) continue
    asked.set(
      each.organizationId,
      each.endedOn === null && each.answer !== 'declined' ? 'going-on' : 'declined',
    )
  }
  return listOrganizations(db, listKinds(db)).map((group) => {
    const areaId = areaOf.get(group.id) ?? null
    return {
      organizationId: group.id,
      name: group.name,
      kind: group.kind,
      family: group.family,
      sectors: group.sectors,
      areaName: group.areaName,
      inArea: areaId === null ? 'unknown' : areas.has(areaId) ? 'yes' : 'no',
      contact: group.contactName,
      people: people(group.id),
      otherCouncils: councils(group.id),
      seatedHere: seated.has(group.id),
      asked: asked.get(group.id) ?? 'never',
    }
  })
}
