import type { Paper } from '#shared/contract/paper-catalogue.ts'
import { agendaDocument } from '../../reports/documents/agenda-document.ts'
import { attendeeListDocument } from '../../reports/documents/attendee-list-document.ts'
import { invitationListDocument } from '../../reports/documents/invitation-list-document.ts'
import { itemAttendanceDocument } from '../../reports/documents/item-attendance-document.ts'
import { isBeforeMeeting } from '../../reports/documents/meeting-record.ts'
import { meetingReportDocument } from '../../reports/documents/meeting-report-document.ts'
import { minutesDocument, minutesInForm } from '../../reports/documents/minutes-document.ts'
import { nameTagsDocument, tableTentsDocument } from '../../reports/documents/name-cards-document.ts'
import { pointsRecord, publicRecord } from '../../reports/documents/public-record.ts'
import { seatingDocument } from '../../reports/documents/seating-document.ts'
import { signInSheetDocument } from '../../reports/documents/sign-in-sheet-document.ts'
import { summaryDocument } from '../../reports/documents/summary-document.ts'
import { listClosedItems } from '../../store/agenda-store.ts'
import { listPassesOfMeeting } from '../../store/need-store.ts'
import { readInvitees } from '../read-invitees.ts'
import { readSeating } from '../read-seating.ts'
import { blockedBy, ofMeeting, type PaperMaker, ready } from './paper-maker.ts'

/** Papers of the agenda and of the talk: nothing to print while nothing is to be talked about. */
const withAgenda =
  (wanting: NonNullable<PaperMaker['standing']>): NonNullable<PaperMaker['standing']> =>
  (view, context, wanted) => {
    if (view.meeting === null) return blockedBy('no-meeting')
    return view.meeting.agenda.length === 0 ? blockedBy('no-agenda') : wanting(view, context, wanted)
  }

export const meetingPapers = {
  agenda: { build: ofMeeting((record) => agendaDocument(record)), standing: withAgenda(() => ready) },
  'sign-in-sheet': { build: ofMeeting((record) => signInSheetDocument(record)) },
  seating: {
    build: ofMeeting((record, _options, context) => {
      const { layout, moved } = readSeating(context, record.meeting.id)
      return seatingDocument(record, layout, moved)
    }),
  },
  'name-tags': { build: ofMeeting(nameTagsDocument) },
  'table-tents': { build: ofMeeting(tableTentsDocument) },
  summary: {
    build: ofMeeting(summaryDocument),
    standing: withAgenda(({ meeting }) =>
      meeting !== null && isBeforeMeeting(meeting)
        ? { blocked: null, wanting: [{ lack: 'not-held', count: 1 }] }
        : ready,
    ),
  },
  minutes: {
    build: ofMeeting((record) => minutesDocument(record), 'minutes'),
    standing: withAgenda(({ meeting }) =>
      meeting?.locked === true ? ready : { blocked: null, wanting: [{ lack: 'minutes-open', count: 1 }] },
    ),
  },
  'minutes-points': {
    build: ofMeeting((record) => minutesInForm(pointsRecord(record), '要点'), 'minutes'),
    standing: withAgenda(() => ready),
  },
  'minutes-public': {
    build: ofMeeting((record, _options, { db }) => {
      const closed = new Set(listClosedItems(db, record.meeting.id))
      return minutesInForm(publicRecord(record, closed).record, '公開用')
    }, 'minutes'),
    standing: withAgenda(() => ready),
  },
  'meeting-report': {
    build: ofMeeting(
      (record, _options, { db, today }) =>
        meetingReportDocument(record, {
          reportedOn: today,
          passed: listPassesOfMeeting(db, record.meeting.id),
        }),
      'report',
    ),
    standing: withAgenda(({ meeting }) =>
      meeting !== null && isBeforeMeeting(meeting)
        ? { blocked: null, wanting: [{ lack: 'not-held', count: 1 }] }
        : ready,
    ),
  },
  'invitation-list': {
    build: ofMeeting((record, _options, { db }) =>
      invitationListDocument(record, readInvitees(db, record.meeting.id)),
    ),
  },
  'item-attendance': {
    build: ofMeeting((record) => itemAttendanceDocument(record)),
    standing: withAgenda(({ meeting }) =>
      meeting !== null && isBeforeMeeting(meeting)
        ? { blocked: null, wanting: [{ lack: 'not-held', count: 1 }] }
        : ready,
    ),
  },
  'attendee-list': { build: ofMeeting((record) => attendeeListDocument(record)) },
} as const satisfies Partial<Record<Paper, PaperMaker>>
