import type { CouncilMakeUp, StageStep } from '#shared/contract/council-board-operations.ts'
import type { CouncilStage } from '#shared/domain/council.ts'
import type { AreaId, CouncilId, Id } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

const inOrder = `CASE stage WHEN 'exchange' THEN 1 WHEN 'preparation' THEN 2 ELSE 3 END`

/** Steps of a council from the first to the furthest. */
export function listSteps(db: ReadDb, councilId: CouncilId): readonly StageStep[] {
  return db.all<StageStep>(
    `SELECT stage, started_on AS startedOn, document FROM council_stages
     WHERE council_id = ? AND removed_at IS NULL ORDER BY ${inOrder}, id`,
    [councilId],
  )
}

export function saveStep(
  db: WriteDb,
  councilId: CouncilId,
  step: StageStep,
  nextId: () => Id<'council-stage'>,
): void {
  const changed = db.run(
    'UPDATE council_stages SET started_on = ?, document = ? WHERE council_id = ? AND stage = ? AND removed_at IS NULL',
    [step.startedOn, step.document, councilId, step.stage],
  )
  if (changed > 0) return
  db.run('INSERT INTO council_stages (id, council_id, stage, started_on, document) VALUES (?, ?, ?, ?, ?)', [
    nextId(),
    councilId,
    step.stage,
    step.startedOn,
    step.document,
  ])
}

interface MakeUpRow extends Omit<CouncilMakeUp, 'hasMembers'> {
  readonly hasMembers: number
}

export function getMakeUp(db: ReadDb, councilId: CouncilId): CouncilMakeUp | undefined {
  const row = db.get<MakeUpRow>(
    `SELECT basis, origin, origin_organization_id AS originOrganizationId, has_members AS hasMembers
     FROM councils WHERE id = ? AND removed_at IS NULL`,
    [councilId],
  )
  return row && { ...row, hasMembers: row.hasMembers === 1 }
}

export function saveMakeUp(db: WriteDb, councilId: CouncilId, makeUp: CouncilMakeUp): void {
  db.run(
    'UPDATE councils SET basis = ?, origin = ?, origin_organization_id = ?, has_members = ? WHERE id = ?',
    [makeUp.basis, makeUp.origin, makeUp.originOrganizationId, Number(makeUp.hasMembers), councilId],
  )
}

export function removeStep(
  db: WriteDb,
  councilId: CouncilId,
  stage: CouncilStage,
  removedAt: string,
): boolean {
  return (
    db.run(
      'UPDATE council_stages SET removed_at = ? WHERE council_id = ? AND stage = ? AND removed_at IS NULL',
      [removedAt, councilId, stage],
    ) > 0
  )
}

export function listAreasOfCouncils(
  db: ReadDb,
): readonly { readonly councilId: CouncilId; readonly areaId: AreaId }[] {
  return db.all('SELECT id AS councilId, area_id AS areaId FROM councils WHERE removed_at IS NULL')
}

export function insertArea(db: WriteDb, areaId: AreaId, name: string, parentId: AreaId | null): void {
  db.run('INSERT INTO areas (id, name, parent_id) VALUES (?, ?, ?)', [areaId, name, parentId])
}

export function moveArea(db: WriteDb, areaId: AreaId, parentId: AreaId | null): void {
  db.run('UPDATE areas SET parent_id = ? WHERE id = ?', [parentId, areaId])
}
