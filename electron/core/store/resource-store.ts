import type { Resource, ResourceFields } from '#shared/contract/resource-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { AreaId, OrganizationId, ResourceId } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { readSectors, sectorColumn } from './sector-rows.ts'

type ResourceRow = Omit<Resource, 'sectors'> & { readonly sectorList: string | null }

const resourceQuery = `
  SELECT r.id, r.name, r.kana, r.kind, COALESCE(a.name, '') AS areaName, r.operator, r.contact, r.place, r.schedule,
         r.audience, r.content, r.fee, r.capacity, r.helpers, r.transport, r.application, r.visibility, r.source,
         r.checked_on AS checkedOn, r.checked_by AS checkedBy, r.organization_id AS organizationId,
         COALESCE(g.name, '') AS organizationName, ${sectorColumn('resource_sectors', 'r')}
  FROM resources r LEFT JOIN areas a ON a.id = r.area_id LEFT JOIN organizations g ON g.id = r.organization_id
  WHERE r.removed_at IS NULL`

function toResource({ sectorList, ...row }: ResourceRow): Resource {
  return { ...row, sectors: readSectors(sectorList) }
}

/** By area, then kana where there is one. */
export function listResources(db: ReadDb): readonly Resource[] {
  return db
    .all<ResourceRow>(
      `${resourceQuery} ORDER BY areaName, CASE r.kana WHEN '' THEN r.name ELSE r.kana END, r.id`,
    )
    .map(toResource)
}

export function listResourcesOfGroup(db: ReadDb, organizationId: OrganizationId): readonly Resource[] {
  return db
    .all<ResourceRow>(`${resourceQuery} AND r.organization_id = ? ORDER BY r.name, r.id`, [organizationId])
    .map(toResource)
}

export function getResourceById(db: ReadDb, resourceId: ResourceId): Resource | undefined {
  const row = db.get<ResourceRow>(`${resourceQuery} AND r.id = ?`, [resourceId])
  return row && toResource(row)
}

const columns = [
  'name',
  'kana',
  'kind',
  'operator',
  'contact',
  'place',
  'schedule',
  'audience',
  'content',
  'fee',
  'capacity',
  'helpers',
  'transport',
  'application',
  'visibility',
  'source',
] as const satisfies readonly (keyof ResourceFields)[]

function valuesOf(resource: ResourceFields, areaId: AreaId | null) {
  return [...columns.map((column) => resource[column]), areaId, resource.organizationId]
}

export function addResource(
  db: WriteDb,
  resourceId: ResourceId,
  resource: ResourceFields,
  areaId: AreaId | null,
): void {
  db.run(
    `INSERT INTO resources (${columns.join(', ')}, area_id, organization_id, id) VALUES (${columns.map(() => '?').join(', ')}, ?, ?, ?)`,
    [...valuesOf(resource, areaId), resourceId],
  )
}

/** Returns whether there was such a resource. */
export function saveResource(
  db: WriteDb,
  resourceId: ResourceId,
  resource: ResourceFields,
  areaId: AreaId | null,
): boolean {
  return (
    db.run(
      `UPDATE resources SET ${columns.map((column) => `${column} = ?`).join(', ')}, area_id = ?, organization_id = ? WHERE id = ? AND removed_at IS NULL`,
      [...valuesOf(resource, areaId), resourceId],
    ) === 1
  )
}

export function checkResource(
  db: WriteDb,
  resourceId: ResourceId,
  checkedOn: CalendarDate,
  checkedBy: string,
): boolean {
  return (
    db.run('UPDATE resources SET checked_on = ?, checked_by = ? WHERE id = ? AND removed_at IS NULL', [
      checkedOn,
      checkedBy,
      resourceId,
    ]) === 1
  )
}

/** Returns whether there was such a resource in the other state. */
export function setResourceRemoved(db: WriteDb, resourceId: ResourceId, removedAt: string | null): boolean {
  const other = removedAt === null ? 'IS NOT NULL' : 'IS NULL'
  return (
    db.run(`UPDATE resources SET removed_at = ? WHERE id = ? AND removed_at ${other}`, [
      removedAt,
      resourceId,
    ]) === 1
  )
}
