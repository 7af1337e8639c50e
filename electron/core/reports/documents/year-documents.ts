import type { MeetingDetail, Task } from '#shared/contract/meeting-operations.ts'
import { taskStatusNames } from '#shared/domain/meeting.ts'
import type { Block, ReportDocument, TableRow } from '../report-document.ts'
import { councilTitle, type CouncilRecord, yearText, yearTitle } from './council-record.ts'
import { dueTextOf } from './minutes-closing.ts'
import { paperDate, paperMonthDay, paperNumber } from './paper-text.ts'

const paper = { size: 'A4', orientation: 'portrait', margins: 'table' } as const

/** 決定事項・宿題一覧 of a 年度: what was decided, in the order of the numbers, and what was promised, with how it stands. */
export function decisionsDocument(record: CouncilRecord): ReportDocument {
  const { meetings } = record
  return {
    name: '決定事項・宿題一覧',
    title: yearTitle(record, '決定事項・宿題一覧'),
    paper,
    font: 'gothic',
    textSize: 'normal',
    footer: { left: `${yearText(record)}　${record.council.name}`, right: '', pageNumbers: true },
    blocks: [
      { kind: 'title', above: `${yearText(record)}　${record.council.name}`, text: '決定事項・宿題一覧' },
      { kind: 'heading', number: '１', text: '決定事項', level: 1, note: '' },
      ...decisionsTable(meetings),
      { kind: 'heading', number: '２', text: '今後の取組（宿題）', level: 1, note: '' },
      ...tasksTable(meetings.flatMap((meeting) => meeting.tasks.map((task) => ({ task, meeting })))),
    ],
  }
}

const nothing = (text: string): Block => ({ kind: 'line', text, align: 'start', size: 'normal' })

function decisionsTable(meetings: readonly MeetingDetail[]): readonly Block[] {
  const rows = meetings.flatMap((meeting) =>
    meeting.decisions.map((decision): TableRow => ({
      kind: 'cells',
      cells: [
        { text: `第${paperNumber(decision.number)}号` },
        { text: `第${paperNumber(meeting.number)}回\n${paperMonthDay(meeting.heldOn)}` },
        { text: meeting.agenda.find((item) => item.id === decision.agendaItemId)?.title ?? '' },
        { text: decision.text },
      ],
    })),
  )
  if (rows.length === 0) return [nothing('この年度に決定したことは、まだありません。')]
  return [
    {
      kind: 'table',
      caption: '決定事項',
      columns: [
        { heading: '番号', widthMm: 18, align: 'center' },
        { heading: '会議', widthMm: 24, align: 'center' },
        { heading: '議題', widthMm: 46, align: 'start' },
        { heading: '決定した内容', widthMm: 92, align: 'start' },
      ],
      rows,
      minRowHeightMm: 8,
    },
  ]
}

interface TaskOfMeeting {
  readonly task: Task
  readonly meeting: Pick<MeetingDetail, 'heldOn' | 'number'>
}

function tasksTable(tasks: readonly TaskOfMeeting[]): readonly Block[] {
  if (tasks.length === 0) return [nothing('宿題は、まだありません。')]
  return [
    {
      kind: 'table',
      caption: '今後の取組（宿題）',
      columns: [
        { heading: '会議', widthMm: 22, align: 'center' },
        { heading: '内容', widthMm: 74, align: 'start' },
        { heading: '担当', widthMm: 34, align: 'start' },
        { heading: '期限', widthMm: 30, align: 'start' },
        { heading: '状況', widthMm: 20, align: 'center' },
      ],
      rows: tasks.map(({ task, meeting }) => ({
        kind: 'cells',
        cells: [
          { text: `第${paperNumber(meeting.number)}回\n${paperMonthDay(meeting.heldOn)}` },
          { text: task.text },
          { text: task.owner },
          { text: dueTextOf(task, meeting) },
          {
            text:
              taskStatusNames[task.status] +
              (task.status === 'done' && task.closedOn !== null ? `\n${paperMonthDay(task.closedOn)}` : ''),
          },
        ],
      })),
      minRowHeightMm: 8,
    },
  ]
}

/** 宿題一覧: what is still open, whenever it was promised; the earliest due first. */
export function openTasksDocument(record: CouncilRecord, tasks: readonly Task[]): ReportDocument {
  const open = tasks
    .filter((task) => task.status !== 'done' && task.status !== 'dropped')
    .map((task) => ({ task, meeting: task.from }))
    .toSorted((first, second) => ((first.task.dueOn ?? '9999') < (second.task.dueOn ?? '9999') ? -1 : 1))
  return {
    name: '宿題一覧',
    title: councilTitle(record, '宿題一覧'),
    paper,
    font: 'gothic',
    textSize: 'normal',
    footer: { left: record.council.name, right: '', pageNumbers: true },
    blocks: [
      { kind: 'title', above: record.council.name, text: '宿題一覧' },
      {
        kind: 'line',
        text: `${paperDate(record.today)}現在、終わっていないもの`,
        align: 'end',
        size: 'small',
      },
      ...tasksTable(open),
    ],
  }
}
