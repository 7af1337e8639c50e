import { Refusal } from '#shared/contract/errors.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import type { ReadContext } from '../context.ts'
import type { CouncilRecord, SeatWithContact } from '../reports/documents/council-record.ts'
import { getCouncilById } from '../store/council-store.ts'
import type { ReadDb } from '../store/database.ts'
import { listMeetings } from '../store/meeting-store.ts'
import { listSeatsInOffice } from '../store/membership-store.ts'
import { getPersonById } from '../store/person-store.ts'
import { getSecretariat } from '../store/secretariat-store.ts'
import { spanOf } from './span-of-time.ts'
import { readMeeting } from './read-meeting.ts'

/** Seats in office with where their holders are reached. */
export function listSeatsWithContact(
  { db, today }: Pick<ReadContext, 'db' | 'today'>,
  councilId: CouncilId,
): readonly SeatWithContact[] {
  return listSeatsInOffice(db, councilId, today).map((seat) => ({ ...seat, ...contactOf(db, seat.personId) }))
}

function contactOf(db: ReadDb, personId: SeatWithContact['personId']) {
  const person = getPersonById(db, personId)
  return {
    postalCode: person?.postalCode ?? '',
    address: person?.address ?? '',
    phone: person?.phone ?? '',
    fax: person?.fax ?? '',
    email: person?.email ?? '',
  }
}

/** What the papers of a council and of one 年度 are made from. Refuses with `not-found` and `not-set-up`. */
export function readCouncilRecord(
  context: Pick<ReadContext, 'db' | 'today'>,
  councilId: CouncilId,
  fiscalYear: number,
  span: 'year' | 'term' = 'year',
): CouncilRecord {
  const { db, today } = context
  const council = getCouncilById(db, councilId)
  if (!council) throw new Refusal('not-found')
  const secretariat = getSecretariat(db)
  if (!secretariat) throw new Refusal('not-set-up')
  const over = spanOf(db, councilId, fiscalYear, span)
  const meetings = listMeetings(db, councilId, over.term === null ? fiscalYear : null)
    .filter(({ heldOn }) => over.term === null || (heldOn >= over.from && heldOn <= over.to))
    .map((meeting) => readMeeting(db, meeting.id))
    .toSorted((first, second) =>
      `${first.heldOn} ${first.startsAt}` < `${second.heldOn} ${second.startsAt}` ? -1 : 1,
    )
  return {
    council,
    secretariat,
    seats: listSeatsWithContact(context, councilId),
    fiscalYear,
    term: over.term === null ? null : { number: over.term, from: over.from, to: over.to },
    meetings,
    today,
  }
}
