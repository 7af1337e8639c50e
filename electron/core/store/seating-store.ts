import type { SeatingLayout } from '#shared/contract/paper-operations.ts'
import type { AttendanceId, Id, MeetingId } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

export interface SeatingPlan {
  readonly id: Id<'seating-plan'>
  readonly layout: SeatingLayout
  readonly moved: ReadonlyMap<AttendanceId, number>
}

/** How the room of a meeting was laid out by hand; undefined where nobody has. */
export function getSeatingPlan(db: ReadDb, meetingId: MeetingId): SeatingPlan | undefined {
  const plan = db.get<{ id: Id<'seating-plan'>; layout: SeatingLayout }>(
    'SELECT id, layout FROM seating_plans WHERE meeting_id = ?',
    [meetingId],
  )
  if (plan === undefined) return undefined
  const places = db.all<{ attendanceId: AttendanceId; place: number }>(
    `SELECT s.attendance_id AS attendanceId, s.place FROM seating_places s JOIN attendances a ON a.id = s.attendance_id
     WHERE s.plan_id = ? AND a.removed_at IS NULL ORDER BY s.place`,
    [plan.id],
  )
  return { ...plan, moved: new Map(places.map(({ attendanceId, place }) => [attendanceId, place])) }
}

export function saveSeatingLayout(
  db: WriteDb,
  id: Id<'seating-plan'>,
  meetingId: MeetingId,
  layout: SeatingLayout,
): void {
  db.run(
    `INSERT INTO seating_plans (id, meeting_id, layout) VALUES (?, ?, ?)
     ON CONFLICT (meeting_id) DO UPDATE SET layout = excluded.layout WHERE layout <> excluded.layout`,
    [id, meetingId, layout],
  )
}

export function forgetSeatingPlaces(db: WriteDb, planId: Id<'seating-plan'>): void {
  db.run('DELETE FROM seating_places WHERE plan_id = ?', [planId])
}

export function addSeatingPlace(
  db: WriteDb,
  id: Id<'seating-place'>,
  planId: Id<'seating-plan'>,
  attendanceId: AttendanceId,
  place: number,
): void {
  db.run('INSERT INTO seating_places (id, plan_id, attendance_id, place) VALUES (?, ?, ?, ?)', [
    id,
    planId,
    attendanceId,
    place,
  ])
}
