import type { MeetingPaper, reportOperations } from '#shared/contract/report-operations.ts'
import { meetingPaperNames } from '#shared/contract/report-operations.ts'
import type { MeetingId } from '#shared/domain/ids.ts'
import type { Handlers, OperationsOf, ReadContext } from '../context.ts'
import { readMeetingRecord } from '../records/read-meeting-record.ts'
import { agendaDocument } from '../reports/documents/agenda-document.ts'
import { attendeeListDocument } from '../reports/documents/attendee-list-document.ts'
import type { MeetingRecord } from '../reports/documents/meeting-record.ts'
import { minutesDocument } from '../reports/documents/minutes-document.ts'
import { signInSheetDocument } from '../reports/documents/sign-in-sheet-document.ts'
import type { ReportDocument } from '../reports/report-document.ts'
import { writeDocument } from '../reports/write-document.ts'
import { fileNameOf } from '../reports/file-name.ts'

type ReportOperation = Extract<OperationsOf<typeof reportOperations>, `reports.${string}`>

const builders: Readonly<Record<MeetingPaper, (record: MeetingRecord) => ReportDocument>> = {
  agenda: (record) => agendaDocument(record),
  'sign-in-sheet': (record) => signInSheetDocument(record),
  'attendee-list': (record) => attendeeListDocument(record),
  minutes: minutesDocument,
}

/** Confirmed minutes are printed from the version that was frozen; everything else from the data as they are. */
function recordFor(context: ReadContext, paper: MeetingPaper, meetingId: MeetingId): MeetingRecord {
  return readMeetingRecord(context, meetingId, paper === 'minutes' ? 'minutes' : 'now')
}

export const reportHandlers: Handlers<ReportOperation> = {
  'reports.make': async (context, { paper, meetingId, format }) => {
    const record = context.read((reading) => recordFor(reading, paper, meetingId))
    const bytes = await writeDocument(context.printer, builders[paper](record), format)
    return context.files.put(fileNameOf(record.meeting, meetingPaperNames[paper], format), bytes)
  },
}
