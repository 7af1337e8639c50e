import type { Attendance } from '#shared/contract/meeting-operations.ts'
import type { ReportDocument, TableColumn, TableRow } from '../report-document.ts'
import { inSeatOrder, type MeetingRecord } from './meeting-record.ts'
import { documentTitle, groupOverPost, meetingLine, roleName, spaced, whenAndWhere } from './paper-text.ts'

export interface SignInSheetOptions {
  /** Empty rows behind the roll, for whoever comes unannounced. */
  readonly spareRows: number
}

const columns: readonly TableColumn[] = [
  { heading: 'No.', widthMm: 9, align: 'center' },
  { heading: '区分', widthMm: 21.5, align: 'center' },
  { heading: '団体・役職', widthMm: 54, align: 'start' },
  { heading: '氏名', widthMm: 25, align: 'start' },
  { heading: '署名', widthMm: 32, align: 'start' },
  { heading: '代理者氏名', widthMm: 20, align: 'start' },
  { heading: '備考', widthMm: 18.5, align: 'center' },
]

/** 出席簿: signed at the door, in seat order. Who has sent word of absence or of a proxy is marked, so that nobody waits for them. */
export function signInSheetDocument(
  { meeting }: MeetingRecord,
  options: SignInSheetOptions = { spareRows: 3 },
): ReportDocument {
  const roll = inSeatOrder(meeting.roll)
  const spare = Array.from({ length: options.spareRows }, (): TableRow => ({
    kind: 'cells',
    cells: columns.map(() => ({ text: '' })),
  }))
  return {
    name: '出席簿',
    title: documentTitle(meeting, '出席簿'),
    paper: { size: 'A4', orientation: 'portrait', margins: 'table' },
    font: 'gothic',
    textSize: 'normal',
    footer: { left: meetingLine(meeting), right: '', pageNumbers: true },
    blocks: [
      { kind: 'title', above: meetingLine(meeting), text: spaced('出席簿') },
      { kind: 'facts', ruled: false, labelWidthMm: 12, facts: whenAndWhere(meeting) },
      { kind: 'line', text: '（敬称略）', align: 'end', size: 'small' },
      {
        kind: 'table',
        caption: '出席簿',
        columns,
        rows: [...roll.map(rowOf), ...spare],
        minRowHeightMm: 10,
      },
    ],
  }
}

function rowOf(line: Attendance, position: number): TableRow {
  const cells = [
    { text: String(position + 1), number: position + 1 },
    { text: roleName(line) },
    { text: groupOverPost(line.organizationName, line.post) },
    { text: line.name },
    { text: '' },
    { text: line.proxyName },
    { text: announced(line) },
  ]
  return { kind: 'cells', cells }
}

function announced(line: Attendance): string {
  switch (line.reply) {
    case 'absent':
      return '欠席'
    case 'written':
      return '書面'
    case 'proxy':
      return '代理'
    case 'online':
      return 'オンライン'
    case 'attend':
    case 'waiting':
      return ''
  }
}
