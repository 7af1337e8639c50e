import type { Attendance } from '#shared/contract/meeting-operations.ts'
import type { Block, ReportDocument, TableColumn, TableRow } from '../report-document.ts'
import { attendanceSentence } from './attendance-text.ts'
import {
  attendanceRemarks,
  inSeatOrder,
  isAttended,
  isBeforeMeeting,
  isMember,
  isStaff,
  type MeetingRecord,
  seatedPerson,
} from './meeting-record.ts'
import { documentTitle, meetingLine, whenAndWhere } from './paper-text.ts'

export interface AttendeeListOptions {
  /** 別紙 of the city's form: only members, as the form's own rows ask for. */
  readonly asAttachment: boolean
}

const columns: readonly TableColumn[] = [
  { heading: 'No.', widthMm: 11, align: 'center' },
  { heading: '団体名', widthMm: 70, align: 'start' },
  { heading: '役職', widthMm: 37, align: 'start' },
  { heading: '氏名', widthMm: 34, align: 'start' },
  { heading: '備考', widthMm: 28, align: 'start' },
]

/** 出席者名簿. Before the meeting it lists who is expected: everyone but those who have sent word of absence. */
export function attendeeListDocument(
  { meeting }: MeetingRecord,
  options: AttendeeListOptions = { asAttachment: false },
): ReportDocument {
  const ahead = isBeforeMeeting(meeting)
  const name = ahead ? '出席予定者名簿' : '出席者名簿'
  const there = inSeatOrder(meeting.roll).filter((line) => (ahead ? isExpected(line) : isAttended(line)))
  const groups = options.asAttachment
    ? [{ heading: '', lines: there.filter(isMember) }]
    : [
        { heading: '委員', lines: there.filter(isMember) },
        { heading: 'オブザーバー', lines: there.filter((line) => line.role === 'observer') },
        { heading: 'コーディネーター・事務局', lines: there.filter(isStaff) },
      ]
  const attachment: readonly Block[] = options.asAttachment
    ? [{ kind: 'line', text: '別紙', align: 'end', size: 'normal' }]
    : []
  return {
    name,
    title: documentTitle(meeting, name),
    paper: { size: 'A4', orientation: 'portrait', margins: 'table' },
    font: 'gothic',
    textSize: 'normal',
    footer: { left: meetingLine(meeting), right: '', pageNumbers: true },
    blocks: [
      ...attachment,
      { kind: 'title', above: meetingLine(meeting), text: name },
      { kind: 'facts', ruled: false, labelWidthMm: 12, facts: whenAndWhere(meeting) },
      ...(ahead
        ? []
        : [{ kind: 'line', text: attendanceSentence(meeting), align: 'start', size: 'normal' } as const]),
      { kind: 'line', text: '（敬称略）', align: 'end', size: 'small' },
      { kind: 'table', caption: name, columns, rows: rowsOf(groups, ahead), minRowHeightMm: 9 },
    ],
  }
}

function isExpected(line: Attendance): boolean {
  return line.reply !== 'absent' && line.reply !== 'written'
}

/** Numbers run on over the groups, so that the last one is the count of people. */
function rowsOf(
  groups: readonly { readonly heading: string; readonly lines: readonly Attendance[] }[],
  ahead: boolean,
): readonly TableRow[] {
  let number = 0
  return groups.flatMap(({ heading, lines }) => {
    if (lines.length === 0) return []
    const section: readonly TableRow[] = heading === '' ? [] : [{ kind: 'section', text: heading }]
    const rows = lines.map((line): TableRow => {
      number += 1
      const person = seatedPerson(ahead ? expectedLine(line) : line)
      const cells = [
        { text: String(number), number },
        { text: line.organizationName },
        { text: person.post },
        { text: person.name },
        { text: remarkOf(line, ahead) },
      ]
      return { kind: 'cells', cells }
    })
    return [...section, ...rows]
  })
}

/** Before the meeting the reply stands for the presence. */
function expectedLine(line: Attendance): Attendance {
  return line.reply === 'proxy' ? { ...line, presence: 'proxy' } : line
}

function remarkOf(line: Attendance, ahead: boolean): string {
  const roles = line.role === 'chair' ? ['会長'] : line.role === 'vice-chair' ? ['副会長'] : []
  const replies = line.reply === 'proxy' ? ['代理'] : line.reply === 'online' ? ['オンライン'] : []
  return [...roles, ...(ahead ? replies : attendanceRemarks(line))].join('・')
}
