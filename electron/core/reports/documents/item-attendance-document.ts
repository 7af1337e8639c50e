import type { AgendaItem, Attendance, MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { isHeading } from '#shared/domain/agenda-items.ts'
import { presenceForItem } from '#shared/domain/item-presence.ts'
import type { ReportDocument, TableCell, TableColumn, TableRow } from '../report-document.ts'
import { attendanceSentence } from './attendance-text.ts'
import { inSeatOrder, isMember, type MeetingRecord } from './meeting-record.ts'
import { documentTitle, groupAndPost, meetingLine, paperTime, whenAndWhere } from './paper-text.ts'

/** More columns than these make them too narrow for A4. */
const mostOnA4 = 12

/** 議題ごとの出席: members × items of the agenda, who was in the room for each, and why somebody was not. */
export function itemAttendanceDocument({ meeting }: MeetingRecord): ReportDocument {
  const name = '議題ごとの出席'
  const items = meeting.agenda.filter((_item, position) => !isHeading(meeting.agenda, position))
  const members = inSeatOrder(meeting.roll).filter(isMember)
  const wide = items.length > mostOnA4
  return {
    name,
    title: documentTitle(meeting, name),
    paper: { size: wide ? 'A3' : 'A4', orientation: 'landscape', margins: 'table' },
    font: 'gothic',
    textSize: 'normal',
    footer: { left: meetingLine(meeting), right: '', pageNumbers: true },
    blocks: [
      { kind: 'title', above: meetingLine(meeting), text: name },
      { kind: 'facts', ruled: false, labelWidthMm: 12, facts: whenAndWhere(meeting) },
      { kind: 'line', text: attendanceSentence(meeting), align: 'start', size: 'normal' },
      {
        kind: 'line',
        text: '○ 出席　オ オンライン　代 代理　遅 着く前　早 出た後　退 席を外した　× 欠席　（敬称略）',
        align: 'end',
        size: 'small',
      },
      {
        kind: 'table',
        caption: name,
        columns: columnsFor(items, wide ? 390 : 267),
        rows: [
          ...members.map((line, position) => memberRow(line, position, items, meeting)),
          countRow(members, items, meeting),
        ],
        minRowHeightMm: 7.5,
      },
      {
        kind: 'line',
        text: items
          .filter((item) => item.citation !== '')
          .map((item) => `${item.citation} ${item.title}`)
          .join('　'),
        align: 'start',
        size: 'small',
      },
    ],
  }
}

function columnsFor(items: readonly AgendaItem[], widthMm: number): readonly TableColumn[] {
  const fixed = 10 + 58 + 32 + 50
  const each = Math.min(20, Math.floor((widthMm - fixed) / Math.max(1, items.length)))
  return [
    { heading: 'No.', widthMm: 10, align: 'center' },
    { heading: '団体・役職', widthMm: 58, align: 'start' },
    { heading: '氏名', widthMm: 32, align: 'start' },
    ...items.map((item): TableColumn => ({
      heading: item.citation === '' ? item.title : item.citation,
      widthMm: each,
      align: 'center',
    })),
    { heading: '備考', widthMm: 50, align: 'start' },
  ]
}

const numberCell = (value: number): TableCell => ({ text: String(value), number: value })

function markOf(line: Attendance, item: AgendaItem, meeting: MeetingDetail): string {
  const marks = { absent: '×', unmarked: '', 'not-yet': '遅', left: '早', out: '退' } as const
  const there = { present: '○', online: 'オ', proxy: '代', absent: '×', unmarked: '' } as const
  const presence = presenceForItem(line, item.id, meeting.agenda)
  return presence === 'there' ? there[line.presence] : marks[presence]
}

/** Where nobody noted the item, the marks cannot tell: the paper says so instead of looking sure. */
const untied = (itemId: Attendance['arrivedItemId']): string => (itemId === null ? '（議題は未記入）' : '')

/** 代理 木村　進、午後２時10分から、２(1) 利害関係 */
function remarkOf(line: Attendance, items: readonly AgendaItem[]): string {
  const away = line.awayFor.flatMap(({ agendaItemId, because }) => {
    const item = items.find(({ id }) => id === agendaItemId)
    if (item === undefined || because === '') return []
    return [`${item.citation === '' ? item.title : item.citation}　${because}`]
  })
  return [
    ...(line.presence === 'proxy' && line.proxyName !== '' ? [`代理　${line.proxyName}`] : []),
    ...(line.late
      ? [(line.arrivedAt === null ? '遅刻' : `${paperTime(line.arrivedAt)}から`) + untied(line.arrivedItemId)]
      : []),
    ...(line.leftEarly
      ? [(line.leftAt === null ? '早退' : `${paperTime(line.leftAt)}まで`) + untied(line.leftItemId)]
      : []),
    ...away,
  ].join('、')
}

function memberRow(
  line: Attendance,
  position: number,
  items: readonly AgendaItem[],
  meeting: MeetingDetail,
): TableRow {
  return {
    kind: 'cells',
    cells: [
      numberCell(position + 1),
      { text: groupAndPost(line.organizationName, line.post) },
      { text: line.name },
      ...items.map((item) => ({ text: markOf(line, item, meeting) })),
      { text: remarkOf(line, items) },
    ],
  }
}

/** Each item with how many members were in the room. */
function countRow(
  members: readonly Attendance[],
  items: readonly AgendaItem[],
  meeting: MeetingDetail,
): TableRow {
  return {
    kind: 'cells',
    cells: [
      { text: '' },
      { text: 'その場にいた委員' },
      { text: `${String(members.length)}名中` },
      ...items.map((item) =>
        numberCell(
          members.filter((line) => presenceForItem(line, item.id, meeting.agenda) === 'there').length,
        ),
      ),
      { text: '' },
    ],
  }
}
