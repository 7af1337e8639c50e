import type { SeatRules } from '#shared/contract/term-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CouncilId, Id, MembershipId } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

export function getSeatRules(db: ReadDb, councilId: CouncilId): SeatRules | undefined {
  const row = db.get<{ firstTermOn: CalendarDate | null; termYears: number }>(
    'SELECT first_term_on AS firstTermOn, term_years AS termYears FROM councils WHERE id = ? AND removed_at IS NULL',
    [councilId],
  )
  if (!row) return undefined
  const categories = db.all<{ name: string; seats: number | null }>(
    'SELECT name, seats FROM council_categories WHERE council_id = ? AND removed_at IS NULL ORDER BY position, id',
    [councilId],
  )
  return { ...row, categories }
}

/** Categories are matched by their names, so that one that stays keeps its record. */
export function saveSeatRules(
  db: WriteDb,
  councilId: CouncilId,
  rules: SeatRules,
  { removedAt, nextId }: { readonly removedAt: string; readonly nextId: () => Id<'council-category'> },
): void {
  db.run('UPDATE councils SET first_term_on = ?, term_years = ? WHERE id = ?', [
    rules.firstTermOn,
    rules.termYears,
    councilId,
  ])
  const known = db.all<{ id: string; name: string }>(
    'SELECT id, name FROM council_categories WHERE council_id = ? AND removed_at IS NULL ORDER BY position, id',
    [councilId],
  )
  const left = [...known]
  for (const [position, category] of rules.categories.entries()) {
    const at = left.findIndex((each) => each.name === category.name)
    const own = at < 0 ? undefined : left.splice(at, 1)[0]
    if (own) {
      db.run('UPDATE council_categories SET position = ?, seats = ? WHERE id = ?', [
        position,
        category.seats,
        own.id,
      ])
    } else {
      db.run(
        'INSERT INTO council_categories (id, council_id, position, name, seats) VALUES (?, ?, ?, ?, ?)',
        [nextId(), councilId, position, category.name, category.seats],
      )
    }
  }
  for (const { id } of left)
    db.run('UPDATE council_categories SET removed_at = ? WHERE id = ?', [removedAt, id])
}

/** Ends a seat with the reason; `on` is the last day in office. */
export function endSeat(db: WriteDb, membershipId: MembershipId, on: CalendarDate, because: string): void {
  db.run('UPDATE memberships SET released_on = ?, released_because = ? WHERE id = ?', [
    on,
    because,
    membershipId,
  ])
}

/** Notes which seat a new one follows, and why it is right although the rules speak against it. */
export function noteSeatOrigin(
  db: WriteDb,
  membershipId: MembershipId,
  origin: {
    readonly followsId: MembershipId | null
    readonly seatNumber: number | null
    readonly despite: string
  },
): void {
  db.run(
    'UPDATE memberships SET follows_id = COALESCE(?, follows_id), seat_number = COALESCE(?, seat_number), despite = ? WHERE id = ?',
    [origin.followsId, origin.seatNumber, origin.despite, membershipId],
  )
}
