import type { Attendance, MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { ReportDocument, TableCell, TableColumn, TableRow } from '../report-document.ts'
import { type CouncilRecord, yearText, yearTitle } from './council-record.ts'
import { inSeatOrder, isAttended, isBeforeMeeting, isMember } from './meeting-record.ts'
import { withSumsDown } from './table-sums.ts'
import { paperMonthDay, paperNumber } from './paper-text.ts'

/** So many meetings stand beside one another in full width; more of them make each narrower, still more the sheet larger. */
const mostWide = 7
const mostOnA4 = 12

interface Person {
  readonly key: string
  readonly line: Attendance
}

/** 出席状況一覧: members × meetings of the 年度, with each one's rate over the meetings whose roll they stood on. */
export function attendanceTableDocument(record: CouncilRecord): ReportDocument {
  const held = record.meetings.filter((meeting) => !isBeforeMeeting(meeting))
  const people = membersOf(held)
  return {
    name: '出席状況一覧',
    title: yearTitle(record, '出席状況一覧'),
    paper: { size: held.length > mostOnA4 ? 'A3' : 'A4', orientation: 'landscape', margins: 'table' },
    font: 'gothic',
    textSize: 'normal',
    footer: { left: `${yearText(record)}　${record.council.name}`, right: '', pageNumbers: true },
    blocks: [
      { kind: 'title', above: `${yearText(record)}　${record.council.name}`, text: '出席状況一覧' },
      {
        kind: 'line',
        text: '○ 出席　オ オンライン　代 代理　× 欠席　－ 在任前・退任後　（敬称略）',
        align: 'end',
        size: 'small',
      },
      held.length === 0
        ? { kind: 'line', text: 'この期間に開いた会議は、まだありません。', align: 'start', size: 'normal' }
        : {
            kind: 'table',
            caption: '出席状況一覧',
            columns: columnsFor(held),
            rows: withSumsDown(
              [
                ...people.map((person, position) => personRow(person, position, held)),
                totalRow(held, people),
              ],
              people.length,
              3 + held.length,
              { kind: 'sum', fromRow: 0, toRow: people.length - 1 },
            ),
            minRowHeightMm: 7.5,
          },
    ],
  }
}

/** Whoever was a member at one of the meetings, once, as they stood last. */
function membersOf(held: readonly MeetingDetail[]): readonly Person[] {
  const people = new Map<string, Attendance>()
  for (const meeting of held) {
    for (const line of inSeatOrder(meeting.roll).filter(isMember)) people.set(keyOf(line), line)
  }
  return [...people]
    .map(([key, line]) => ({ key, line }))
    .toSorted((first, second) => first.line.seatNumber - second.line.seatNumber)
}

/** Two members may bear one name: only with their group are they told apart where no person stands behind the line. */
const keyOf = (line: Attendance): string => line.personId ?? `${line.name} ${line.organizationName}`

function columnsFor(held: readonly MeetingDetail[]): readonly TableColumn[] {
  const many = held.length > mostWide
  // What the other columns leave of the sheet between its margins.
  const room = (held.length > mostOnA4 ? 390 : 267) - (10 + 50 + 32 + 14 + 15)
  return [
    { heading: 'No.', widthMm: 10, align: 'center' },
    { heading: '団体・役職', widthMm: many ? 50 : 62, align: 'start' },
    { heading: '氏名', widthMm: 32, align: 'start' },
    ...held.map((meeting): TableColumn => ({
      heading: `第${paperNumber(meeting.number)}回\n${paperMonthDay(meeting.heldOn)}`,
      widthMm: many ? Math.max(8, Math.min(18, Math.floor(room / held.length))) : 18,
      align: 'center',
    })),
    { heading: '出席', widthMm: 14, align: 'end' },
    { heading: '率', widthMm: 15, align: 'end' },
  ]
}

function markOf(line: Attendance | undefined): string {
  if (line === undefined) return '－'
  switch (line.presence) {
    case 'present':
      return '○'
    case 'online':
      return 'オ'
    case 'proxy':
      return '代'
    case 'absent':
      return '×'
    case 'unmarked':
      return ''
  }
}

const rateText = (there: number, of: number): string =>
  of === 0 ? '－' : `${String(Math.round((there / of) * 100))}%`
const numberCell = (value: number): TableCell => ({ text: String(value), number: value })

function personRow({ key, line }: Person, position: number, held: readonly MeetingDetail[]): TableRow {
  const lines = held.map((meeting) => meeting.roll.find((each) => isMember(each) && keyOf(each) === key))
  const on = lines.filter((each) => each !== undefined && each.presence !== 'unmarked')
  const there = on.filter((each) => each !== undefined && isAttended(each)).length
  return {
    kind: 'cells',
    cells: [
      numberCell(position + 1),
      { text: [line.organizationName, line.post].filter((each) => each !== '').join('　') },
      { text: line.name },
      ...lines.map((each) => ({ text: markOf(each) })),
      numberCell(there),
      { text: rateText(there, on.length) },
    ],
  }
}

function totalRow(held: readonly MeetingDetail[], people: readonly Person[]): TableRow {
  const counts = held.map((meeting) => {
    const lines = meeting.roll.filter((line) => isMember(line) && line.presence !== 'unmarked')
    return { there: lines.filter(isAttended).length, of: lines.length }
  })
  const there = counts.reduce((sum, count) => sum + count.there, 0)
  const of = counts.reduce((sum, count) => sum + count.of, 0)
  return {
    kind: 'cells',
    cells: [
      { text: '' },
      { text: '出席した委員' },
      { text: `${paperNumber(people.length)}名中` },
      ...counts.map((count) => numberCell(count.there)),
      numberCell(there),
      { text: rateText(there, of) },
    ],
  }
}
