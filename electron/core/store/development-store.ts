import type {
  Development,
  DevelopmentFields,
  DevelopmentStep,
  DevelopmentStepFields,
} from '#shared/contract/development-operations.ts'
import type { LinkedMeeting } from '#shared/contract/need-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { DevelopmentState } from '#shared/domain/development.ts'
import type {
  AreaId,
  CouncilId,
  DevelopmentId,
  DevelopmentStepId,
  Id,
  MeetingId,
  NeedId,
  ResourceId,
} from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { readSectors, sectorColumn } from './sector-rows.ts'

interface DevelopmentRow extends Omit<Development, 'sectors' | 'needs' | 'meetings' | 'steps' | 'resource'> {
  readonly sectorList: string | null
  readonly resourceId: ResourceId | null
  readonly resourceName: string | null
}

const developmentQuery = `
  SELECT d.id, d.council_id AS councilId, d.title, d.aim, d.kind, COALESCE(a.name, '') AS areaName, d.partners, d.helpers,
         d.state, d.resource_id AS resourceId, r.name AS resourceName, d.ended_on AS endedOn, d.ended_because AS endedBecause,
         ${sectorColumn('development_sectors', 'd')}
  FROM developments d
  LEFT JOIN areas a ON a.id = d.area_id
  LEFT JOIN resources r ON r.id = d.resource_id
  WHERE d.removed_at IS NULL`

function toDevelopment(db: ReadDb, row: DevelopmentRow): Development {
  const { sectorList, resourceId, resourceName, ...fields } = row
  return {
    ...fields,
    sectors: readSectors(sectorList),
    resource: resourceId === null ? null : { id: resourceId, name: resourceName ?? '' },
    needs: db.all<{ id: NeedId; text: string }>(
      `SELECT n.id, n.text FROM development_needs k JOIN needs n ON n.id = k.need_id
       WHERE k.development_id = ? AND n.removed_at IS NULL ORDER BY n.noted_on, n.id`,
      [row.id],
    ),
    meetings: db.all<LinkedMeeting>(
      `SELECT m.id AS meetingId, c.name AS councilName, m.number, m.held_on AS heldOn
       FROM development_meetings k JOIN meetings m ON m.id = k.meeting_id JOIN councils c ON c.id = m.council_id
       WHERE k.development_id = ? AND m.removed_at IS NULL ORDER BY m.held_on, m.id`,
      [row.id],
    ),
    steps: db.all<DevelopmentStep>(
      `SELECT id, text, due_on AS dueOn, done_on AS doneOn FROM development_steps
       WHERE development_id = ? AND removed_at IS NULL ORDER BY id`,
      [row.id],
    ),
  }
}

export function listDevelopments(db: ReadDb, councilId: CouncilId | null): readonly Development[] {
  return db
    .all<DevelopmentRow>(
      `${developmentQuery} ${councilId === null ? '' : 'AND d.council_id = ?'} ORDER BY d.id`,
      councilId === null ? [] : [councilId],
    )
    .map((row) => toDevelopment(db, row))
}

export function getDevelopmentById(db: ReadDb, developmentId: DevelopmentId): Development | undefined {
  const row = db.get<DevelopmentRow>(`${developmentQuery} AND d.id = ?`, [developmentId])
  return row && toDevelopment(db, row)
}

export function addDevelopment(
  db: WriteDb,
  developmentId: DevelopmentId,
  development: DevelopmentFields,
  areaId: AreaId | null,
): void {
  db.run(
    `INSERT INTO developments (council_id, title, aim, kind, area_id, partners, helpers, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [...developmentValues(development, areaId), developmentId],
  )
}

export function saveDevelopment(
  db: WriteDb,
  developmentId: DevelopmentId,
  development: DevelopmentFields,
  areaId: AreaId | null,
): void {
  db.run(
    `UPDATE developments SET council_id = ?, title = ?, aim = ?, kind = ?, area_id = ?, partners = ?, helpers = ? WHERE id = ?`,
    [...developmentValues(development, areaId), developmentId],
  )
}

function developmentValues(development: DevelopmentFields, areaId: AreaId | null) {
  const { councilId, title, aim, kind, partners, helpers } = development
  return [councilId, title, aim, kind, areaId, partners, helpers] as const
}

/** Returns whether there was such a development in the other state. */
export function setDevelopmentRemoved(
  db: WriteDb,
  developmentId: DevelopmentId,
  removedAt: string | null,
): boolean {
  const other = removedAt === null ? 'IS NOT NULL' : 'IS NULL'
  return (
    db.run(`UPDATE developments SET removed_at = ? WHERE id = ? AND removed_at ${other}`, [
      removedAt,
      developmentId,
    ]) === 1
  )
}

export interface DevelopmentEnd {
  readonly resourceId: ResourceId | null
  readonly endedOn: CalendarDate | null
  readonly because: string
}

export function setDevelopmentState(
  db: WriteDb,
  developmentId: DevelopmentId,
  state: DevelopmentState,
  { resourceId, endedOn, because }: DevelopmentEnd,
): void {
  db.run('UPDATE developments SET state = ?, resource_id = ?, ended_on = ?, ended_because = ? WHERE id = ?', [
    state,
    resourceId,
    endedOn,
    because,
    developmentId,
  ])
}

export function linkDevelopmentNeed(
  db: WriteDb,
  id: Id<'development-need'>,
  developmentId: DevelopmentId,
  needId: NeedId,
): void {
  db.run(
    `INSERT INTO development_needs (id, development_id, need_id) VALUES (?, ?, ?) ON CONFLICT (development_id, need_id) DO NOTHING`,
    [id, developmentId, needId],
  )
}

export function unlinkDevelopmentNeed(db: WriteDb, developmentId: DevelopmentId, needId: NeedId): void {
  db.run('DELETE FROM development_needs WHERE development_id = ? AND need_id = ?', [developmentId, needId])
}

export function linkDevelopmentMeeting(
  db: WriteDb,
  id: Id<'development-meeting'>,
  developmentId: DevelopmentId,
  meetingId: MeetingId,
): void {
  db.run(
    `INSERT INTO development_meetings (id, development_id, meeting_id) VALUES (?, ?, ?) ON CONFLICT (development_id, meeting_id) DO NOTHING`,
    [id, developmentId, meetingId],
  )
}

export function unlinkDevelopmentMeeting(
  db: WriteDb,
  developmentId: DevelopmentId,
  meetingId: MeetingId,
): void {
  db.run('DELETE FROM development_meetings WHERE development_id = ? AND meeting_id = ?', [
    developmentId,
    meetingId,
  ])
}

export function addDevelopmentStep(
  db: WriteDb,
  stepId: DevelopmentStepId,
  developmentId: DevelopmentId,
  step: DevelopmentStepFields,
): void {
  db.run('INSERT INTO development_steps (id, development_id, text, due_on, done_on) VALUES (?, ?, ?, ?, ?)', [
    stepId,
    developmentId,
    step.text,
    step.dueOn,
    step.doneOn,
  ])
}

/** Returns whether there was such a step. */
export function saveDevelopmentStep(
  db: WriteDb,
  stepId: DevelopmentStepId,
  step: DevelopmentStepFields,
): boolean {
  return (
    db.run(
      'UPDATE development_steps SET text = ?, due_on = ?, done_on = ? WHERE id = ? AND removed_at IS NULL',
      [step.text, step.dueOn, step.doneOn, stepId],
    ) === 1
  )
}

export function removeDevelopmentStep(db: WriteDb, stepId: DevelopmentStepId, removedAt: string): boolean {
  return (
    db.run('UPDATE development_steps SET removed_at = ? WHERE id = ? AND removed_at IS NULL', [
      removedAt,
      stepId,
    ]) === 1
  )
}
