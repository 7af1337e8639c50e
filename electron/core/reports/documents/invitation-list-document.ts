import type { Attendance, Invitee } from '#shared/contract/meeting-operations.ts'
import {
  type InvitationWay,
  invitationWayNames,
  invitationWays,
  isToBeInvited,
  placeOfWay,
} from '#shared/domain/invitation.ts'
import { replyNames } from '#shared/domain/meeting.ts'
import type { ReportDocument, TableColumn, TableRow } from '../report-document.ts'
import { inSeatOrder, type MeetingRecord } from './meeting-record.ts'
import {
  documentTitle,
  groupOverPost,
  meetingLine,
  paperMonthDay,
  paperNumber,
  whenAndWhere,
} from './paper-text.ts'

const columns: readonly TableColumn[] = [
  { heading: 'No.', widthMm: 10, align: 'center' },
  { heading: '団体・役職', widthMm: 62, align: 'start' },
  { heading: '氏名', widthMm: 30, align: 'start' },
  { heading: '送り先', widthMm: 50, align: 'start' },
  { heading: '案内', widthMm: 16, align: 'center' },
  { heading: '返事', widthMm: 12, align: 'center' },
]

/**
 * 案内先一覧: whom to send the 開催通知 by which way and where to, to be ticked off at the FAX. Who was told stands under
 * the way it was done, who was not under her usual one.
 */
export function invitationListDocument(
  { meeting }: MeetingRecord,
  invitees: readonly Invitee[],
): ReportDocument {
  const name = '案内先一覧'
  const of = new Map(invitees.map((invitee) => [invitee.attendanceId, invitee]))
  const lines = inSeatOrder(meeting.roll)
    .filter((line) => isToBeInvited(line) || line.invitedOn !== null)
    .map((line) => ({
      line,
      invitee: of.get(line.id),
      way: line.invitedBy ?? of.get(line.id)?.usual ?? 'paper',
    }))
  return {
    name,
    title: documentTitle(meeting, name),
    paper: { size: 'A4', orientation: 'portrait', margins: 'table' },
    font: 'gothic',
    textSize: 'normal',
    footer: { left: meetingLine(meeting), right: '', pageNumbers: true },
    blocks: [
      { kind: 'title', above: meetingLine(meeting), text: name },
      { kind: 'facts', ruled: false, labelWidthMm: 12, facts: whenAndWhere(meeting) },
      {
        kind: 'line',
        text: '案内の欄が空いている方には、まだ送っていません。（敬称略）',
        align: 'end',
        size: 'small',
      },
      { kind: 'table', caption: name, columns, rows: rowsOf(lines), minRowHeightMm: 9 },
    ],
  }
}

interface InvitedOne {
  readonly line: Attendance
  readonly invitee: Invitee | undefined
  readonly way: InvitationWay
}

function rowsOf(lines: readonly InvitedOne[]): readonly TableRow[] {
  return invitationWays.flatMap((way) => {
    const own = lines.filter((each) => each.way === way)
    if (own.length === 0) return []
    const heading = `${invitationWayNames[way]}　${paperNumber(own.length)}名`
    return [
      { kind: 'section', text: heading } as const,
      ...own.map((each, position) => rowOf(each, position)),
    ]
  })
}

function rowOf({ line, invitee, way }: InvitedOne, position: number): TableRow {
  const place = invitee === undefined ? null : placeOfWay(invitee.reached, way)
  return {
    kind: 'cells',
    cells: [
      { text: String(position + 1), number: position + 1 },
      { text: groupOverPost(line.organizationName, line.post) },
      { text: line.name },
      { text: place === '' ? '名簿にありません' : (place ?? '') },
      { text: line.invitedOn === null ? '' : paperMonthDay(line.invitedOn) },
      { text: line.reply === 'waiting' ? '' : replyNames[line.reply] },
    ],
  }
}
