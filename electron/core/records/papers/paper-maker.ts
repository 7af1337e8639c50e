import { Refusal } from '#shared/contract/errors.ts'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { PaperStanding } from '#shared/contract/paper-catalogue.ts'
import type { PaperOptions } from '#shared/contract/paper-operations.ts'
import type { CouncilId, MeetingId } from '#shared/domain/ids.ts'
import type { ReadContext } from '../../context.ts'
import type { CouncilRecord, SeatWithContact } from '../../reports/documents/council-record.ts'
import type { MeetingRecord } from '../../reports/documents/meeting-record.ts'
import type { ReportDocument } from '../../reports/report-document.ts'
import { readCouncilRecord } from '../read-council-record.ts'
import { readMeetingRecord } from '../read-meeting-record.ts'

/** What a paper of the shelf is asked for with. */
export interface WantedPaper {
  readonly councilId: CouncilId
  readonly meetingId: MeetingId | null
  readonly fiscalYear: number
  readonly options: PaperOptions
}

/** What every paper's standing is told from; read once for the whole shelf. */
export interface ShelfView {
  readonly meeting: MeetingDetail | null
  readonly seats: readonly SeatWithContact[]
  readonly meetingsInYear: number
}

export interface PaperMaker {
  /** Reads and builds the paper. Refuses with `not-found` where what it is made of is not there. */
  readonly build: (context: ReadContext, wanted: WantedPaper) => ReportDocument
  /** Whether it can be made. Absent: whenever its meeting, its members or its meetings of the year are there. */
  readonly standing?: (view: ShelfView, context: ReadContext, wanted: WantedPaper) => PaperStanding
}

export const ready: PaperStanding = { blocked: null, wanting: [] }
export const blockedBy = (lack: NonNullable<PaperStanding['blocked']>): PaperStanding => ({
  blocked: lack,
  wanting: [],
})

/** A paper of one meeting; confirmed minutes are printed from the version that was frozen. */
export function ofMeeting(
  build: (record: MeetingRecord, options: PaperOptions, context: ReadContext) => ReportDocument,
  purpose: Parameters<typeof readMeetingRecord>[2] = 'now',
): PaperMaker['build'] {
  return (context, { meetingId, options }) => {
    if (meetingId === null) throw new Refusal('not-found')
    return build(readMeetingRecord(context, meetingId, purpose), options, context)
  }
}

/** A paper of a council and its 年度. */
export function ofCouncil(
  build: (record: CouncilRecord, options: PaperOptions, context: ReadContext) => ReportDocument,
): PaperMaker['build'] {
  return (context, { councilId, fiscalYear, options }) =>
    build(readCouncilRecord(context, councilId, fiscalYear, options.span), options, context)
}
