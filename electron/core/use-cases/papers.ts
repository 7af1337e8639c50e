import { Refusal } from '#shared/contract/errors.ts'
import type { Task } from '#shared/contract/meeting-operations.ts'
import {
  type Paper,
  paperFacts,
  type paperOperations,
  type PaperOptions,
  papers,
} from '#shared/contract/paper-operations.ts'
import type { PaperFormat } from '#shared/contract/report-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import type { CouncilId, MeetingId } from '#shared/domain/ids.ts'
import type { Handlers, OperationsOf, ReadContext } from '../context.ts'
import { listSeatsWithContact, readCouncilRecord } from '../records/read-council-record.ts'
import { readMeetingRecord } from '../records/read-meeting-record.ts'
import { readMeeting } from '../records/read-meeting.ts'
import { shelfPapers } from '../records/shelf-lacks.ts'
import { envelopesDocument, labelsDocument } from '../reports/documents/address-document.ts'
import { agendaDocument } from '../reports/documents/agenda-document.ts'
import { attendanceTableDocument } from '../reports/documents/attendance-table-document.ts'
import { attendeeListDocument } from '../reports/documents/attendee-list-document.ts'
import type { CouncilRecord } from '../reports/documents/council-record.ts'
import { internalRosterDocument, publicRosterDocument } from '../reports/documents/council-roster-document.ts'
import { handoverDocument } from '../reports/documents/handover-document.ts'
import type { MeetingRecord } from '../reports/documents/meeting-record.ts'
import { minutesDocument } from '../reports/documents/minutes-document.ts'
import { nameTagsDocument, tableTentsDocument } from '../reports/documents/name-cards-document.ts'
import { seatingDocument } from '../reports/documents/seating-document.ts'
import { signInSheetDocument } from '../reports/documents/sign-in-sheet-document.ts'
import { summaryDocument } from '../reports/documents/summary-document.ts'
import { decisionsDocument, openTasksDocument } from '../reports/documents/year-documents.ts'
import { fileNameOf, safeFileName } from '../reports/file-name.ts'
import { packEntry, writeZip } from '../reports/forms/zip-archive.ts'
import type { ReportDocument } from '../reports/report-document.ts'
import { writeDocument } from '../reports/write-document.ts'
import { getCouncilById } from '../store/council-store.ts'
import { listMeetings } from '../store/meeting-store.ts'
import { listTasks } from '../store/task-store.ts'

type PaperOperation = OperationsOf<typeof paperOperations>

interface Wanted {
  readonly councilId: CouncilId
  readonly meetingId: MeetingId | null
  readonly fiscalYear: number
  readonly options: PaperOptions
}

/** A paper as it is to be written, under the name that its file gets. */
interface ReadyPaper {
  readonly document: ReportDocument
  readonly fileName: (extension: string) => string
}

type MeetingPaperKind =
  | 'agenda'
  | 'sign-in-sheet'
  | 'seating'
  | 'name-tags'
  | 'table-tents'
  | 'summary'
  | 'minutes'
  | 'attendee-list'

const ofMeeting: Readonly<
  Record<MeetingPaperKind, (record: MeetingRecord, options: PaperOptions) => ReportDocument>
> = {
  agenda: (record) => agendaDocument(record),
  'sign-in-sheet': (record) => signInSheetDocument(record),
  seating: (record, { layout }) => seatingDocument(record, layout),
  'name-tags': nameTagsDocument,
  'table-tents': tableTentsDocument,
  summary: summaryDocument,
  minutes: (record) => minutesDocument(record),
  'attendee-list': (record) => attendeeListDocument(record),
}

const ofCouncil: Readonly<
  Record<
    Exclude<Paper, MeetingPaperKind>,
    (record: CouncilRecord, tasks: () => readonly Task[], options: PaperOptions) => ReportDocument
  >
> = {
  labels: (record, _tasks, { labelSheet, startAt }) => labelsDocument(record, { sheet: labelSheet, startAt }),
  envelopes: (record) => envelopesDocument(record),
  'open-tasks': (record, tasks) => openTasksDocument(record, tasks()),
  decisions: (record) => decisionsDocument(record),
  'attendance-table': (record) => attendanceTableDocument(record),
  'roster-internal': (record) => internalRosterDocument(record),
  'roster-public': (record) => publicRosterDocument(record),
  handover: (record, tasks) => handoverDocument(record, tasks()),
}

function isOfMeeting(paper: Paper): paper is MeetingPaperKind {
  return Object.hasOwn(ofMeeting, paper)
}

/** Reads and builds one paper. Refuses with `not-found` where a meeting's paper is asked for without its meeting. */
function buildPaper(context: ReadContext, paper: Paper, wanted: Wanted): ReadyPaper {
  const { councilId, meetingId, fiscalYear, options } = wanted
  if (isOfMeeting(paper)) {
    if (meetingId === null) throw new Refusal('not-found')
    // Confirmed minutes are printed from the version that was frozen; everything else from the data as they are.
    const record = readMeetingRecord(context, meetingId, paper === 'minutes' ? 'minutes' : 'now')
    return {
      document: ofMeeting[paper](record, options),
      fileName: (extension) => fileNameOf(record.meeting, paperFacts[paper].name, extension),
    }
  }
  const record = readCouncilRecord(context, councilId, fiscalYear)
  const tasks = (): readonly Task[] => listTasks(context.db, councilId, true)
  return {
    document: ofCouncil[paper](record, tasks, options),
    fileName: (extension) =>
      `${safeFileName([formatWareki(context.today, 'short'), record.council.name, paperFacts[paper].name].join('_'))}.${extension}`,
  }
}

/** Papers of one meeting that go out together, each in the formats that are worth having beside the PDF. */
const setFormats: Readonly<Partial<Record<Paper, readonly PaperFormat[]>>> = {
  agenda: ['pdf', 'docx'],
  'sign-in-sheet': ['pdf', 'xlsx'],
  seating: ['pdf', 'xlsx'],
  'name-tags': ['pdf'],
  'table-tents': ['pdf'],
  summary: ['pdf', 'docx'],
  minutes: ['pdf', 'docx'],
  'attendee-list': ['pdf', 'xlsx'],
}

export const paperHandlers: Handlers<PaperOperation> = {
  'papers.shelf': (context, { councilId, meetingId, fiscalYear }) => {
    if (!getCouncilById(context.db, councilId)) throw new Refusal('not-found')
    return shelfPapers({
      meeting: meetingId === null ? null : readMeeting(context.db, meetingId),
      seats: listSeatsWithContact(context, councilId),
      meetingsInYear: listMeetings(context.db, councilId, fiscalYear).length,
    })
  },
  'papers.make': async (context, { paper, format, ...wanted }) => {
    if (!paperFacts[paper].formats.includes(format))
      throw new Refusal('invalid-input', { fields: ['format'] })
    const ready = context.read((reading) => buildPaper(reading, paper, wanted))
    const bytes = await writeDocument(context.printer, ready.document, format)
    return context.files.put(ready.fileName(format), bytes)
  },
  'papers.makeSet': async (context, { shelf, ...wanted }) => {
    const options = { layout: 'u-shape', labelSheet: 'twelve', startAt: 1 } as const
    const { ready, meeting } = context.read((reading) => {
      const { meeting: found } = readMeetingRecord(reading, wanted.meetingId, 'now')
      const shown = shelfPapers({ meeting: found, seats: [], meetingsInYear: 1 })
      const possible = new Set(shown.filter((each) => each.blocked === null).map((each) => each.paper))
      return {
        meeting: found,
        ready: papers
          .filter((paper) => paperFacts[paper].shelf === shelf && isOfMeeting(paper) && possible.has(paper))
          .map((paper) => ({ paper, ...buildPaper(reading, paper, { ...wanted, options }) })),
      }
    })
    if (ready.length === 0) throw new Refusal('not-found')
    const entries = []
    // One after another: the printer is one, and memory holds one paper at a time.
    for (const { paper, document, fileName } of ready) {
      for (const format of setFormats[paper] ?? ['pdf']) {
        entries.push(packEntry(fileName(format), await writeDocument(context.printer, document, format)))
      }
    }
    const name = fileNameOf(meeting, shelf === 'before-meeting' ? '会議の前の紙' : '会議の後の紙', 'zip')
    return context.files.put(name, writeZip(entries))
  },
}
