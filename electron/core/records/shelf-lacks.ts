import {
  type Paper,
  paperFacts,
  papers,
  type PaperLack,
  type ShelfPaper,
} from '#shared/contract/paper-operations.ts'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { SeatWithContact } from '../reports/documents/council-record.ts'
import { isBeforeMeeting } from '../reports/documents/meeting-record.ts'

/** What the shelf is asked about. */
export interface ShelfView {
  readonly meeting: MeetingDetail | null
  readonly seats: readonly SeatWithContact[]
  readonly meetingsInYear: number
}

/** Of each paper what stands in its way, and what would be seen to be missing on it. Pure. */
export function shelfPapers(view: ShelfView): readonly ShelfPaper[] {
  return papers.map((paper) => ({ paper, blocked: blockedBy(paper, view), wanting: wantingOf(paper, view) }))
}

function blockedBy(paper: Paper, { meeting, seats, meetingsInYear }: ShelfView): PaperLack | null {
  switch (paperFacts[paper].of) {
    case 'meeting':
      return meeting === null ? 'no-meeting' : blockedInMeeting(paper, meeting)
    case 'council':
      if (paper === 'open-tasks') return null
      if (seats.length === 0) return 'no-members'
      if (paper === 'labels' || paper === 'envelopes') {
        return seats.every((seat) => seat.address.trim() === '') ? 'no-addresses' : null
      }
      return null
    case 'year':
      return meetingsInYear === 0 && paper !== 'handover' ? 'no-meetings-in-year' : null
  }
}

function blockedInMeeting(paper: Paper, meeting: MeetingDetail): PaperLack | null {
  if (paper === 'agenda' || paper === 'summary' || paper === 'minutes') {
    if (meeting.agenda.length === 0) return 'no-agenda'
  } else if (meeting.roll.length === 0) return 'no-roll'
  return null
}

function wantingOf(paper: Paper, { meeting, seats }: ShelfView): ShelfPaper['wanting'] {
  if (paper === 'labels' || paper === 'envelopes') {
    const count = seats.filter((seat) => seat.address.trim() === '').length
    return count === 0 ? [] : [{ lack: 'some-addresses', count }]
  }
  if (meeting === null) return []
  if (paper === 'summary' && isBeforeMeeting(meeting)) return [{ lack: 'not-held', count: 1 }]
  if (paper === 'minutes' && !meeting.locked) return [{ lack: 'minutes-open', count: 1 }]
  return []
}
