import { Refusal } from '#shared/contract/errors.ts'
import type { InputOf } from '#shared/contract/contract.ts'
import type { AgendaItemFields } from '#shared/contract/meeting-operations.ts'
import { fiscalYearOf } from '#shared/domain/calendar-date.ts'
import type { CouncilId, MeetingId, NamedAgendaId } from '#shared/domain/ids.ts'
import type { WriteContext } from '../context.ts'
import { listTemplateItems } from '../store/agenda-template-store.ts'
import { addAgendaItem, getAgendaItemById, listAgendaItems } from '../store/agenda-store.ts'
import { addAttendance, listRoll } from '../store/attendance-store.ts'
import { getCouncilById } from '../store/council-store.ts'
import type { ReadDb } from '../store/database.ts'
import { addMeeting, lastMeetingNumber, meetingNumberTaken } from '../store/meeting-store.ts'
import { listSeatsInOffice } from '../store/membership-store.ts'
import { getOpenMeeting } from './open-meeting.ts'

/** The 年度 within which a meeting is numbered; null where the council counts through. */
export function numberingYear(db: ReadDb, councilId: CouncilId, fiscalYear: number): number | null {
  const council = getCouncilById(db, councilId)
  if (!council) throw new Refusal('not-found')
  return council.rules.numbering === 'fiscal-year' ? fiscalYear : null
}

/** The next 第n回 within a 年度, or through; past the highest that there can be, the first that is free. */
export function nextMeetingNumber(db: ReadDb, councilId: CouncilId, year: number | null): number {
  const next = lastMeetingNumber(db, councilId, year) + 1
  if (next <= 999) return next
  let free = 1
  while (meetingNumberTaken(db, councilId, year, free)) free += 1
  return free
}

/** Takes onto the roll, by 席次, who is in office on the day of the meeting and not on it yet. */
export function fillRoll({ db, ids }: WriteContext, meetingId: MeetingId): number {
  const meeting = getOpenMeeting(db, meetingId)
  const roll = listRoll(db, meetingId)
  const seated = new Set(roll.map((line) => line.personId))
  let seatNumber = roll.reduce((highest, line) => Math.max(highest, line.seatNumber), 0)
  let added = 0
  for (const seat of listSeatsInOffice(db, meeting.councilId, meeting.heldOn)) {
    // By person: who gave up one seat and took another that day sits once.
    if (seated.has(seat.personId)) continue
    seated.add(seat.personId)
    seatNumber += 1
    added += 1
    addAttendance(db, { ...seat, id: ids.next<'attendance'>(), meetingId, seatNumber })
  }
  return added
}

/** Adds items at the end of a meeting's agenda, in their order. */
export function addAgendaItems(
  { db, ids }: WriteContext,
  meetingId: MeetingId,
  items: readonly AgendaItemFields[],
): number {
  const last = listAgendaItems(db, meetingId).at(-1)
  let position = last === undefined ? null : (getAgendaItemById(db, last.id)?.position ?? null)
  for (const fields of items) {
    const id = ids.next<'agenda-item'>()
    addAgendaItem(db, { id, meetingId, fields, afterPosition: position, carriedFromId: null })
    position = getAgendaItemById(db, id)?.position ?? null
  }
  return items.length
}

/** A 次第 to begin from, the usual one or another, as it stands for this meeting: the first of its 年度 has items of its own. */
export function addTemplateItems(
  context: WriteContext,
  meeting: { readonly id: MeetingId; readonly councilId: CouncilId },
  isFirst: boolean,
  namedAgendaId: NamedAgendaId | null,
): number {
  const items = listTemplateItems(context.db, { councilId: meeting.councilId, namedAgendaId })
    .filter(({ recurs }) => recurs === 'always' || isFirst)
    .map(({ recurs: _recurs, ...item }) => ({ ...item, paperNumber: '', paperTitle: '' }))
  return addAgendaItems(context, meeting.id, items)
}

/**
 * Plans a meeting: numbered by the council's rule, its roll filled from the members in office on that day, its agenda begun
 * with the usual 次第, or the one chosen. Refuses with `end-before-start`, `duplicate-number` or `no-members`.
 */
export function planMeeting(
  context: WriteContext,
  { councilId, number, namedAgendaId, ...fields }: InputOf<'meetings.plan'>,
): MeetingId {
  const { db, ids } = context
  if (fields.endsAt !== null && fields.endsAt <= fields.startsAt) throw new Refusal('end-before-start')
  const fiscalYear = fiscalYearOf(fields.heldOn)
  const year = numberingYear(db, councilId, fiscalYear)
  const chosen = number ?? nextMeetingNumber(db, councilId, year)
  if (meetingNumberTaken(db, councilId, year, chosen))
    throw new Refusal('duplicate-number', { number: chosen })
  if (listSeatsInOffice(db, councilId, fields.heldOn).length === 0) throw new Refusal('no-members')
  const isFirst = lastMeetingNumber(db, councilId, fiscalYear) === 0
  const meetingId = ids.next<'meeting'>()
  addMeeting(db, { ...fields, id: meetingId, councilId, fiscalYear, number: chosen })
  fillRoll(context, meetingId)
  addTemplateItems(context, { id: meetingId, councilId }, isFirst, namedAgendaId)
  return meetingId
}
