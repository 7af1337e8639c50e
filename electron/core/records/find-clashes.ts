import type { Clash } from '#shared/contract/year-operations.ts'
import { foldForSearch } from '#shared/domain/japanese-text.ts'
import type { CouncilId, PersonId } from '#shared/domain/ids.ts'
import { spansOverlap } from '#shared/domain/year-plan.ts'
import type { ReadDb } from '../store/database.ts'
import { listSeatsInOffice } from '../store/membership-store.ts'
import { listPeopleOfMeeting, type MeetingOnDay } from '../store/year-store.ts'

export type WantedMeeting = Pick<MeetingOnDay, 'heldOn' | 'startsAt' | 'endsAt' | 'place'> & {
  readonly id: MeetingOnDay['id'] | null
  readonly councilId: CouncilId
}

type Someone = { readonly personId: PersonId; readonly name: string }

/** Reads who would come to a meeting once, however many others it is held against. */
export function createClashFinder(db: ReadDb, others: readonly MeetingOnDay[]) {
  const byDay = Map.groupBy(others, (meeting) => meeting.heldOn)
  const known = new Map<string, readonly Someone[]>()
  const peopleOf = (meeting: WantedMeeting): readonly Someone[] => {
    const key = meeting.id ?? `${meeting.councilId} ${meeting.heldOn}`
    const before = known.get(key)
    if (before !== undefined) return before
    const found =
      meeting.id === null
        ? listSeatsInOffice(db, meeting.councilId, meeting.heldOn)
        : listPeopleOfMeeting(db, meeting.id)
    known.set(key, found)
    return found
  }
  /** Meetings at the same time that want the same people or the same room. */
  return (wanted: WantedMeeting): readonly Clash[] =>
    (byDay.get(wanted.heldOn) ?? []).flatMap((other) => {
      if (other.id === wanted.id || !spansOverlap(wanted, other)) return []
      const theirs = new Set(peopleOf(other).map(({ personId }) => personId))
      const people = peopleOf(wanted)
        .filter(({ personId }) => theirs.has(personId))
        .map(({ name }) => name)
      const place = foldForSearch(wanted.place)
      const sameRoom = place !== '' && place === foldForSearch(other.place)
      if (people.length === 0 && !sameRoom) return []
      const { id: meetingId, councilName, number, startsAt } = other
      return [{ meetingId, councilName, number, startsAt, people, sameRoom }]
    })
}
