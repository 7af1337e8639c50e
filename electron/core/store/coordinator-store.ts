import type { Coordinator, CoordinatorFields } from '#shared/contract/coordinator-operations.ts'
import type { AreaId, CoordinatorId, SelectionId } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

const coordinatorQuery = `
  SELECT c.id, c.person_id AS personId, p.name, c.layer, COALESCE(a.name, '') AS areaName, c.employer, c.working, c.dedicated,
         c.qualification, c.from_on AS fromOn, c.to_on AS toOn, c.selection_id AS selectionId
  FROM coordinators c JOIN people p ON p.id = c.person_id LEFT JOIN areas a ON a.id = c.area_id
  WHERE c.removed_at IS NULL`

/** By layer and area, those who came last first within it. */
export function listCoordinators(db: ReadDb): readonly Coordinator[] {
  return db.all<Coordinator>(`${coordinatorQuery} ORDER BY c.layer, areaName, c.from_on DESC, c.id`)
}

export function getCoordinatorById(db: ReadDb, coordinatorId: CoordinatorId): Coordinator | undefined {
  return db.get<Coordinator>(`${coordinatorQuery} AND c.id = ?`, [coordinatorId])
}

function valuesOf(fields: CoordinatorFields, areaId: AreaId | null) {
  const { personId, layer, employer, working, dedicated, qualification, fromOn, toOn } = fields
  return [personId, layer, areaId, employer, working, dedicated, qualification, fromOn, toOn] as const
}

export function addCoordinator(
  db: WriteDb,
  coordinatorId: CoordinatorId,
  fields: CoordinatorFields,
  at: { readonly areaId: AreaId | null; readonly selectionId: SelectionId | null },
): void {
  db.run(
    `INSERT INTO coordinators (person_id, layer, area_id, employer, working, dedicated, qualification, from_on, to_on, selection_id, id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [...valuesOf(fields, at.areaId), at.selectionId, coordinatorId],
  )
}

/** Returns whether there was such a coordinator. */
export function saveCoordinator(
  db: WriteDb,
  coordinatorId: CoordinatorId,
  fields: CoordinatorFields,
  areaId: AreaId | null,
): boolean {
  return (
    db.run(
      `UPDATE coordinators SET person_id = ?, layer = ?, area_id = ?, employer = ?, working = ?, dedicated = ?, qualification = ?,
              from_on = ?, to_on = ? WHERE id = ? AND removed_at IS NULL`,
      [...valuesOf(fields, areaId), coordinatorId],
    ) === 1
  )
}

/** Returns whether there was such a coordinator in the other state. */
export function setCoordinatorRemoved(
  db: WriteDb,
  coordinatorId: CoordinatorId,
  removedAt: string | null,
): boolean {
  const other = removedAt === null ? 'IS NOT NULL' : 'IS NULL'
  return (
    db.run(`UPDATE coordinators SET removed_at = ? WHERE id = ? AND removed_at ${other}`, [
      removedAt,
      coordinatorId,
    ]) === 1
  )
}

export function hasDiary(db: ReadDb, coordinatorId: CoordinatorId): boolean {
  return (
    db.get(
      `SELECT 1 AS kept FROM activity_links k JOIN activities v ON v.id = k.activity_id
       WHERE k.coordinator_id = ? AND v.removed_at IS NULL LIMIT 1`,
      [coordinatorId],
    ) !== undefined
  )
}
