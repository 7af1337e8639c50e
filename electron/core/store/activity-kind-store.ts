import { type ActivityKind, shippedActivityKinds } from '#shared/domain/activity-kinds.ts'
import type { ActivityKindId } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Before the list is changed for the first time it becomes the office's own. */
function keepOwnKinds(db: WriteDb): void {
  if (db.get('SELECT 1 AS own FROM activity_kinds LIMIT 1') !== undefined) return
  for (const [position, { id, heading, name, unit }] of shippedActivityKinds.entries()) {
    db.run('INSERT INTO activity_kinds (id, heading, name, unit, position) VALUES (?, ?, ?, ?, ?)', [
      id,
      heading,
      name,
      unit,
      position,
    ])
  }
}

type KindFields = Omit<ActivityKind, 'id'>

export function addActivityKind(
  db: WriteDb,
  kindId: ActivityKindId,
  { heading, name, unit }: KindFields,
): void {
  keepOwnKinds(db)
  db.run(
    `INSERT INTO activity_kinds (id, heading, name, unit, position)
     VALUES (?, ?, ?, ?, (SELECT COALESCE(MAX(position), 0) + 1 FROM activity_kinds))`,
    [kindId, heading, name, unit],
  )
}

/** Returns whether there was such a kind. */
export function saveActivityKind(
  db: WriteDb,
  kindId: ActivityKindId,
  { heading, name, unit }: KindFields,
): boolean {
  keepOwnKinds(db)
  return (
    db.run('UPDATE activity_kinds SET heading = ?, name = ?, unit = ? WHERE id = ? AND removed_at IS NULL', [
      heading,
      name,
      unit,
      kindId,
    ]) === 1
  )
}

/** Writes the places of the list anew, in the order given. */
export function orderActivityKinds(db: WriteDb, kindIds: readonly ActivityKindId[]): void {
  keepOwnKinds(db)
  for (const [position, id] of kindIds.entries())
    db.run('UPDATE activity_kinds SET position = ? WHERE id = ?', [position, id])
}

/** Returns whether there was such a kind. */
export function removeActivityKind(db: WriteDb, kindId: ActivityKindId, removedAt: string): boolean {
  keepOwnKinds(db)
  return (
    db.run('UPDATE activity_kinds SET removed_at = ? WHERE id = ? AND removed_at IS NULL', [
      removedAt,
      kindId,
    ]) === 1
  )
}

export function isActivityKindUsed(db: ReadDb, kindId: ActivityKindId): boolean {
  return (
    db.get('SELECT 1 AS used FROM activities WHERE kind_id = ? AND removed_at IS NULL LIMIT 1', [kindId]) !==
    undefined
  )
}
