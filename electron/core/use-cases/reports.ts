import type { Invitee } from '#shared/contract/meeting-operations.ts'
import type { MeetingPaper, reportOperations } from '#shared/contract/report-operations.ts'
import { meetingPaperNames } from '#shared/contract/report-operations.ts'
import type { AgendaItemId, MeetingId } from '#shared/domain/ids.ts'
import type { Handlers, OperationsOf, ReadContext } from '../context.ts'
import { readInvitees } from '../records/read-invitees.ts'
import { readMeetingRecord } from '../records/read-meeting-record.ts'
import { agendaDocument } from '../reports/documents/agenda-document.ts'
import { attendeeListDocument } from '../reports/documents/attendee-list-document.ts'
import { invitationListDocument } from '../reports/documents/invitation-list-document.ts'
import { itemAttendanceDocument } from '../reports/documents/item-attendance-document.ts'
import type { MeetingRecord } from '../reports/documents/meeting-record.ts'
import { minutesDocument, minutesInForm } from '../reports/documents/minutes-document.ts'
import { pointsRecord, publicRecord } from '../reports/documents/public-record.ts'
import { signInSheetDocument } from '../reports/documents/sign-in-sheet-document.ts'
import type { ReportDocument } from '../reports/report-document.ts'
import { listClosedItems } from '../store/agenda-store.ts'
import { writeDocument } from '../reports/write-document.ts'
import { fileNameOf } from '../reports/file-name.ts'

type ReportOperation = Extract<OperationsOf<typeof reportOperations>, `reports.${string}`>

/** What papers are made from besides the record. */
interface Beside {
  readonly closed: ReadonlySet<AgendaItemId>
  readonly invitees: readonly Invitee[]
}

const builders: Readonly<Record<MeetingPaper, (record: MeetingRecord, beside: Beside) => ReportDocument>> = {
  agenda: (record) => agendaDocument(record),
  'sign-in-sheet': (record) => signInSheetDocument(record),
  'attendee-list': (record) => attendeeListDocument(record),
  'item-attendance': itemAttendanceDocument,
  'invitation-list': (record, { invitees }) => invitationListDocument(record, invitees),
  minutes: (record) => minutesDocument(record),
  'minutes-points': (record) => minutesInForm(pointsRecord(record), '要点'),
  'minutes-public': (record, { closed }) => minutesInForm(publicRecord(record, closed).record, '公開用'),
}

/** Confirmed minutes are printed from the version that was frozen; everything else from the data as they are. */
function recordFor(context: ReadContext, paper: MeetingPaper, meetingId: MeetingId): MeetingRecord {
  return readMeetingRecord(context, meetingId, paper.startsWith('minutes') ? 'minutes' : 'now')
}

export const reportHandlers: Handlers<ReportOperation> = {
  'reports.make': async (context, { paper, meetingId, format }) => {
    const { record, ...beside } = context.read((reading) => ({
      record: recordFor(reading, paper, meetingId),
      closed: new Set(listClosedItems(reading.db, meetingId)),
      invitees: readInvitees(reading.db, meetingId),
    }))
    const bytes = await writeDocument(context.printer, builders[paper](record, beside), format)
    return context.files.put(fileNameOf(record.meeting, meetingPaperNames[paper], format), bytes)
  },
}
