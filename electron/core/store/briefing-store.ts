import type { Briefing, BriefingFields } from '#shared/contract/proposal-operations.ts'
import type { BriefingId, CouncilId } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** The newest first. */
export function listBriefings(db: ReadDb, councilId: CouncilId | null): readonly Briefing[] {
  return db.all<Briefing>(
    `SELECT b.id, b.council_id AS councilId, c.name AS councilName, b.title, b.audience, b.held_on AS heldOn, b.starts_at AS startsAt,
            b.ends_at AS endsAt, b.place, b.speakers, b.content, b.papers, b.residents, b.city_staff AS cityStaff, b.others, b.reactions,
            b.next_step AS nextStep
     FROM briefings b JOIN councils c ON c.id = b.council_id
     WHERE b.removed_at IS NULL ${councilId === null ? '' : 'AND b.council_id = ?'} ORDER BY b.held_on DESC, b.id DESC`,
    councilId === null ? [] : [councilId],
  )
}

function valuesOf(fields: BriefingFields) {
  return [
    fields.councilId,
    fields.title,
    fields.audience,
    fields.heldOn,
    fields.startsAt,
    fields.endsAt,
    fields.place,
    fields.speakers,
    fields.content,
    fields.papers,
    fields.residents,
    fields.cityStaff,
    fields.others,
    fields.reactions,
    fields.nextStep,
  ] as const
}

export function addBriefing(db: WriteDb, briefingId: BriefingId, fields: BriefingFields): void {
  db.run(
    `INSERT INTO briefings (council_id, title, audience, held_on, starts_at, ends_at, place, speakers, content, papers, residents, city_staff, others, reactions, next_step, id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [...valuesOf(fields), briefingId],
  )
}

/** Returns whether there was such a briefing. */
export function saveBriefing(db: WriteDb, briefingId: BriefingId, fields: BriefingFields): boolean {
  return (
    db.run(
      `UPDATE briefings SET council_id = ?, title = ?, audience = ?, held_on = ?, starts_at = ?, ends_at = ?, place = ?, speakers = ?, content = ?,
         papers = ?, residents = ?, city_staff = ?, others = ?, reactions = ?, next_step = ?
       WHERE id = ? AND removed_at IS NULL`,
      [...valuesOf(fields), briefingId],
    ) === 1
  )
}

/** Returns whether there was such a briefing in the other state. */
export function setBriefingRemoved(db: WriteDb, briefingId: BriefingId, removedAt: string | null): boolean {
  const other = removedAt === null ? 'IS NOT NULL' : 'IS NULL'
  return (
    db.run(`UPDATE briefings SET removed_at = ? WHERE id = ? AND removed_at ${other}`, [
      removedAt,
      briefingId,
    ]) === 1
  )
}
