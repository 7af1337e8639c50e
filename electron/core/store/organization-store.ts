import type { OrganizationFields, OrganizationRow } from '#shared/contract/organization-operations.ts'
import { familyOf, type Kind, type KindFamily } from '#shared/domain/constituent-kinds.ts'
import type { AreaId, CouncilId, Id, OrganizationId, PersonId } from '#shared/domain/ids.ts'
import { foldForSearch } from '#shared/domain/japanese-text.ts'
import { sectors, type Sector } from '#shared/domain/sectors.ts'
import type { ReadDb, SqlValue, WriteDb } from './database.ts'

/** A group without what stands in other tables. */
export type StoredOrganization = Omit<OrganizationFields, 'sectors' | 'areaName'>
export type OrganizationInFull = OrganizationFields & { readonly id: OrganizationId }

interface Listed {
  readonly sectorList: string | null
}

function sectorsFrom({ sectorList }: Listed): Sector[] {
  // The schema's CHECK lets only sectors into the column.
  const known = sectorList === null ? [] : (sectorList.split(',') as Sector[])
  return sectors.filter((sector) => known.includes(sector))
}

const sectorColumn = `(SELECT group_concat(s.sector, ',') FROM organization_sectors s WHERE s.organization_id = o.id) AS sectorList`
const fullColumns = `o.id, o.code, o.name, o.kana, o.kind, o.family, COALESCE(a.name, '') AS areaName, o.postal_code AS postalCode, o.address,
  o.phone, o.fax, o.email, o.contact_post AS contactPost, o.contact_name AS contactName, o.activities, o.note, o.checked_on AS checkedOn, ${sectorColumn}`

/** All groups by their names, with how many people of the roster belong to each now. */
export function listOrganizations(db: ReadDb, kinds: readonly Kind[]): readonly OrganizationRow[] {
  return db
    .all<Omit<OrganizationRow, 'sectors' | 'family'> & Listed & { readonly family: KindFamily | null }>(
      `SELECT o.id, o.code, o.name, o.kana, o.kind, o.family, COALESCE(a.name, '') AS areaName, o.contact_name AS contactName, o.phone, o.address, ${sectorColumn},
              (SELECT COUNT(DISTINCT f.person_id) FROM affiliations f JOIN people p ON p.id = f.person_id
               WHERE f.organization_id = o.id AND f.removed_at IS NULL AND f.to_on IS NULL AND p.removed_at IS NULL) AS people
       FROM organizations o LEFT JOIN areas a ON a.id = o.area_id
       WHERE o.removed_at IS NULL ORDER BY o.name_key, o.id`,
    )
    .map(({ sectorList, ...row }) => ({
      ...row,
      family: familyOf(row, kinds),
      sectors: sectorsFrom({ sectorList }),
    }))
}

function toFull({ sectorList, ...row }: Omit<OrganizationInFull, 'sectors'> & Listed): OrganizationInFull {
  return { ...row, sectors: sectorsFrom({ sectorList }) }
}

/** All groups with all their fields, to compare an import with. */
export function listOrganizationsInFull(db: ReadDb): readonly OrganizationInFull[] {
  return db
    .all<Omit<OrganizationInFull, 'sectors'> & Listed>(
      `SELECT ${fullColumns} FROM organizations o LEFT JOIN areas a ON a.id = o.area_id WHERE o.removed_at IS NULL ORDER BY o.id`,
    )
    .map(toFull)
}

export function getOrganizationById(
  db: ReadDb,
  organizationId: OrganizationId,
): OrganizationInFull | undefined {
  const row = db.get<Omit<OrganizationInFull, 'sectors'> & Listed>(
    `SELECT ${fullColumns} FROM organizations o LEFT JOIN areas a ON a.id = o.area_id WHERE o.id = ? AND o.removed_at IS NULL`,
    [organizationId],
  )
  return row && toFull(row)
}

/** Who belongs to a group now. */
export function listMembersOfOrganization(
  db: ReadDb,
  organizationId: OrganizationId,
): readonly { readonly personId: PersonId; readonly name: string; readonly post: string }[] {
  return db.all(
    `SELECT p.id AS personId, p.name, f.post FROM affiliations f JOIN people p ON p.id = f.person_id
     WHERE f.organization_id = ? AND f.removed_at IS NULL AND f.to_on IS NULL AND p.removed_at IS NULL ORDER BY p.kana_key, p.id`,
    [organizationId],
  )
}

/** Councils in which somebody holds a seat that nobody was released from. */
export function listCouncilsOfPerson(
  db: ReadDb,
  personId: PersonId,
): readonly { readonly councilId: CouncilId; readonly name: string }[] {
  return db.all(
    `SELECT DISTINCT c.id AS councilId, c.name FROM memberships m JOIN councils c ON c.id = m.council_id
     WHERE m.person_id = ? AND m.removed_at IS NULL AND m.released_on IS NULL ORDER BY c.id`,
    [personId],
  )
}

function valuesOf(group: StoredOrganization, areaId: AreaId | null): readonly SqlValue[] {
  return [
    group.code,
    group.name,
    group.kana,
    // One type with the column's text; the contract lets only kinds through.
    group.kind,
    group.family,
    areaId,
    group.postalCode,
    group.address,
    group.phone,
    group.fax,
    group.email,
    group.contactPost,
    group.contactName,
    group.activities,
    group.note,
    group.checkedOn,
    foldForSearch(group.name),
  ]
}

export function insertOrganization(
  db: WriteDb,
  organizationId: OrganizationId,
  group: StoredOrganization,
  areaId: AreaId | null,
): void {
  db.run(
    `INSERT INTO organizations (id, code, name, kana, kind, family, area_id, postal_code, address, phone, fax, email, contact_post, contact_name, activities, note, checked_on, name_key)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [organizationId, ...valuesOf(group, areaId)],
  )
}

/** Returns whether there was such a group. */
export function saveOrganization(
  db: WriteDb,
  organizationId: OrganizationId,
  group: StoredOrganization,
  areaId: AreaId | null,
): boolean {
  return (
    db.run(
      `UPDATE organizations SET code = ?, name = ?, kana = ?, kind = ?, family = ?, area_id = ?, postal_code = ?, address = ?, phone = ?, fax = ?, email = ?,
              contact_post = ?, contact_name = ?, activities = ?, note = ?, checked_on = ?, name_key = ?
       WHERE id = ? AND removed_at IS NULL`,
      [...valuesOf(group, areaId), organizationId],
    ) === 1
  )
}

/** `removedAt` null brings back. Returns whether there was such a group to remove or bring back. */
export function setOrganizationRemoved(
  db: WriteDb,
  organizationId: OrganizationId,
  removedAt: string | null,
): boolean {
  return (
    db.run('UPDATE organizations SET removed_at = ? WHERE id = ? AND (removed_at IS NULL OR ? IS NULL)', [
      removedAt,
      organizationId,
      removedAt,
    ]) === 1
  )
}

/** Writes only what differs, so that the log tells of changes that were made. */
export function saveOrganizationSectors(
  db: WriteDb,
  organizationId: OrganizationId,
  wanted: readonly Sector[],
  nextId: () => Id<'organization-sector'>,
): void {
  const present = db
    .all<{
      sector: Sector
    }>('SELECT sector FROM organization_sectors WHERE organization_id = ?', [organizationId])
    .map((row) => row.sector)
  for (const sector of present) {
    if (wanted.includes(sector)) continue
    db.run('DELETE FROM organization_sectors WHERE organization_id = ? AND sector = ?', [
      organizationId,
      sector,
    ])
  }
  for (const sector of new Set(wanted)) {
    if (present.includes(sector)) continue
    db.run('INSERT INTO organization_sectors (id, organization_id, sector) VALUES (?, ?, ?)', [
      nextId(),
      organizationId,
      sector,
    ])
  }
}
