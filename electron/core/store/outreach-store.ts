import type { Outreach, OutreachFields } from '#shared/contract/participation-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CouncilId, MembershipId, NeedId, OutreachId } from '#shared/domain/ids.ts'
import type { ReadDb, SqlValue, WriteDb } from './database.ts'

const outreachQuery = `
  SELECT u.id, u.council_id AS councilId, u.organization_id AS organizationId, COALESCE(o.name, '') AS organizationName,
         u.person_id AS personId, COALESCE(p.name, '') AS personName, u.contact_name AS contactName, u.sector, u.group_column AS "column",
         u.need_id AS needId, COALESCE(n.text, '') AS needText,
         u.asked_on AS askedOn, u.asked_by AS askedBy, u.channel, u.answer, u.answer_note AS answerNote, u.next_step AS nextStep, u.next_on AS nextOn,
         u.ended_on AS endedOn, u.ended_because AS endedBecause, u.membership_id AS membershipId
  FROM outreach u LEFT JOIN organizations o ON o.id = u.organization_id LEFT JOIN people p ON p.id = u.person_id
       LEFT JOIN needs n ON n.id = u.need_id AND n.removed_at IS NULL
  WHERE u.removed_at IS NULL`

/** Newest first; of all councils for null. */
export function listOutreach(db: ReadDb, councilId: CouncilId | null): readonly Outreach[] {
  return db.all<Outreach>(
    `${outreachQuery} AND (? IS NULL OR u.council_id = ?) ORDER BY u.asked_on DESC, u.id DESC`,
    [councilId, councilId],
  )
}

/** Going on, with a next step by that day, the longest due first. */
export function listOutreachDue(
  db: ReadDb,
  councilId: CouncilId | null,
  by: CalendarDate,
): readonly Outreach[] {
  return db.all<Outreach>(
    `${outreachQuery} AND u.ended_on IS NULL AND u.next_on <= ? AND (? IS NULL OR u.council_id = ?) ORDER BY u.next_on, u.id`,
    [by, councilId, councilId],
  )
}

/** For one 地域課題, whichever council asked, the first at the top. */
export function listOutreachForNeed(db: ReadDb, needId: NeedId): readonly Outreach[] {
  return db.all<Outreach>(`${outreachQuery} AND u.need_id = ? ORDER BY u.asked_on, u.id`, [needId])
}

export function getOutreachById(db: ReadDb, outreachId: OutreachId): Outreach | undefined {
  return db.get<Outreach>(`${outreachQuery} AND u.id = ?`, [outreachId])
}

function valuesOf(fields: OutreachFields): readonly SqlValue[] {
  return [
    fields.councilId,
    fields.organizationId,
    fields.personId,
    fields.contactName,
    fields.sector,
    fields.column,
    fields.needId,
    fields.askedOn,
    fields.askedBy,
    fields.channel,
    fields.answer,
    fields.answerNote,
    fields.nextStep,
    fields.nextOn,
  ]
}

export function addOutreach(db: WriteDb, outreachId: OutreachId, fields: OutreachFields): void {
  db.run(
    `INSERT INTO outreach (id, council_id, organization_id, person_id, contact_name, sector, group_column, need_id, asked_on, asked_by, channel, answer, answer_note, next_step, next_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [outreachId, ...valuesOf(fields)],
  )
}

export function saveOutreach(db: WriteDb, outreachId: OutreachId, fields: OutreachFields): void {
  db.run(
    `UPDATE outreach SET council_id = ?, organization_id = ?, person_id = ?, contact_name = ?, sector = ?, group_column = ?, need_id = ?, asked_on = ?, asked_by = ?,
            channel = ?, answer = ?, answer_note = ?, next_step = ?, next_on = ? WHERE id = ?`,
    [...valuesOf(fields), outreachId],
  )
}

/** `endedOn` null: it goes on again. */
export function endOutreach(
  db: WriteDb,
  outreachId: OutreachId,
  end: {
    readonly endedOn: CalendarDate | null
    readonly because: string
    readonly membershipId: MembershipId | null
  },
): void {
  db.run('UPDATE outreach SET ended_on = ?, ended_because = ?, membership_id = ? WHERE id = ?', [
    end.endedOn,
    end.because,
    end.membershipId,
    outreachId,
  ])
}

/** `removedAt` null brings back. Returns whether there was one to remove or bring back. */
export function setOutreachRemoved(db: WriteDb, outreachId: OutreachId, removedAt: string | null): boolean {
  return (
    db.run('UPDATE outreach SET removed_at = ? WHERE id = ? AND (removed_at IS NULL OR ? IS NULL)', [
      removedAt,
      outreachId,
      removedAt,
    ]) === 1
  )
}
