import { type PinRole, pinRoles } from '#shared/domain/seat.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Who may be chosen at the start, and what proves a role. */
export interface SeatRules {
  readonly staff: readonly string[]
  /** Salt and hash of each; null where no roles are heeded. */
  readonly pins: Readonly<Record<PinRole, string>> | null
}

export function readSeatRules(db: ReadDb): SeatRules {
  const staff = db
    .all<{ readonly name: string }>(
      'SELECT name FROM staff_members WHERE removed_at IS NULL ORDER BY position, id',
    )
    .map(({ name }) => name)
  const secretOf = (role: PinRole): string | undefined =>
    db.get<{ readonly secret: string }>('SELECT secret FROM role_pins WHERE id = ? AND removed_at IS NULL', [
      role,
    ])?.secret
  const [edit, administer] = pinRoles.map(secretOf)
  return { staff, pins: edit === undefined || administer === undefined ? null : { edit, administer } }
}

/** Whether these data ever had any: what a PC noted before they did counts no more. */
export function hasSeatRules(db: ReadDb): boolean {
  return db.get('SELECT 1 FROM staff_members UNION ALL SELECT 1 FROM role_pins LIMIT 1') !== undefined
}

/** In this order; who was there before keeps her record. */
export function saveStaff(
  db: WriteDb,
  staff: readonly string[],
  nextId: () => string,
  removedAt: string,
): void {
  const kept = new Set(staff)
  for (const { id, name } of db.all<{ readonly id: string; readonly name: string }>(
    'SELECT id, name FROM staff_members WHERE removed_at IS NULL',
  ))
    if (!kept.has(name)) db.run('UPDATE staff_members SET removed_at = ? WHERE id = ?', [removedAt, id])
  for (const [position, name] of [...kept].entries())
    db.run(
      `INSERT INTO staff_members (id, position, name) VALUES (?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET position = excluded.position, removed_at = NULL`,
      [nextId(), position, name],
    )
}

/** Null takes the roles away. `at` is local time. */
export function savePins(db: WriteDb, pins: SeatRules['pins'], at: string): void {
  if (pins === null) {
    db.run('UPDATE role_pins SET removed_at = ? WHERE removed_at IS NULL', [at])
    return
  }
  for (const role of pinRoles)
    db.run(
      `INSERT INTO role_pins (id, role, secret, set_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET secret = excluded.secret, set_at = excluded.set_at, removed_at = NULL`,
      [role, role, pins[role], at],
    )
}
