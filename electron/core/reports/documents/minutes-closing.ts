import type { AgendaItem, MeetingDetail, Task } from '#shared/contract/meeting-operations.ts'
import { eraParts, parseCalendarDate } from '#shared/domain/calendar-date.ts'
import type { Block } from '../report-document.ts'
import type { MeetingRecord } from './meeting-record.ts'
import { fact, paperDateWithWeekday, paperDate, paperNumber, paperTime } from './paper-text.ts'

/** The end of the minutes: decisions, tasks and open items gathered for whoever reads nothing else; 次回; 署名人. */
export function minutesClosing({ meeting, secretariat }: MeetingRecord): readonly Block[] {
  return [
    ...decisionsTable(meeting),
    ...tasksTable(meeting),
    ...continuedItems(meeting),
    ...nextMeeting(meeting),
    { kind: 'spacer', heightMm: 3 },
    { kind: 'line', text: `記録　${secretariat.officeName}`, align: 'end', size: 'normal' },
    ...signatures(meeting),
  ]
}

const heading = (text: string): Block => ({ kind: 'heading', number: '', text, level: 1, note: '' })

function itemOf(meeting: MeetingDetail, id: AgendaItem['id'] | null): AgendaItem | undefined {
  return meeting.agenda.find((item) => item.id === id)
}

/** ２(1); the title of an item that has no number (開会). */
function citedAs(item: AgendaItem | undefined): string {
  if (item === undefined) return ''
  return item.citation === '' ? item.title : item.citation
}

function decisionsTable(meeting: MeetingDetail): readonly Block[] {
  if (meeting.decisions.length === 0) return []
  return [
    heading('決定事項'),
    {
      kind: 'table',
      caption: '決定事項',
      columns: [
        { heading: '番号', widthMm: 20, align: 'center' },
        { heading: '議題', widthMm: 20, align: 'center' },
        { heading: '内容', widthMm: 120, align: 'start' },
      ],
      rows: meeting.decisions.map((decision) => ({
        kind: 'cells',
        cells: [
          { text: `第${paperNumber(decision.number)}号` },
          { text: citedAs(itemOf(meeting, decision.agendaItemId)) },
          { text: decision.text },
        ],
      })),
      minRowHeightMm: 8,
    },
  ]
}

function tasksTable(meeting: MeetingDetail): readonly Block[] {
  const tasks = meeting.tasks.filter((task) => task.status !== 'dropped')
  if (tasks.length === 0) return []
  return [
    heading('今後の取組（宿題）'),
    {
      kind: 'table',
      caption: '今後の取組（宿題）',
      columns: [
        { heading: 'No.', widthMm: 11, align: 'center' },
        { heading: '内容', widthMm: 72, align: 'start' },
        { heading: '担当', widthMm: 42, align: 'start' },
        { heading: '期限', widthMm: 35, align: 'start' },
      ],
      rows: tasks.map((task, position) => ({
        kind: 'cells',
        cells: [
          { text: String(position + 1), number: position + 1 },
          { text: task.text },
          { text: task.owner },
          { text: dueTextOf(task, meeting) },
        ],
      })),
      minRowHeightMm: 8,
    },
  ]
}

/** The day; what was said instead of a day (次回まで) stands below it. */
export function dueTextOf(
  task: Pick<Task, 'dueOn' | 'dueText'>,
  meeting: Pick<MeetingDetail, 'heldOn'>,
): string {
  if (task.dueOn === null) return task.dueText
  const saidADay = task.dueText.trim() === '' || parseCalendarDate(task.dueText, { near: meeting.heldOn }).ok
  const day = paperDate(task.dueOn)
  return saidADay ? day : `${day}\n（${task.dueText}）`
}

function continuedItems(meeting: MeetingDetail): readonly Block[] {
  const items = meeting.agenda.filter((item) => item.outcome === 'continued')
  if (items.length === 0) return []
  return [
    heading('継続とした議題'),
    {
      kind: 'outline',
      items: items.map((item) => ({ number: item.citation, level: 2, text: item.title, notes: [] })),
      noteWidthsEm: [],
    },
  ]
}

function nextMeeting(meeting: MeetingDetail): readonly Block[] {
  if (meeting.nextOn === null) return []
  const time = meeting.nextStartsAt === null ? '' : `　${paperTime(meeting.nextStartsAt)}から`
  return [
    {
      kind: 'group',
      framed: false,
      align: 'start',
      blocks: [
        heading('次回の開催'),
        {
          kind: 'facts',
          ruled: false,
          labelWidthMm: 13,
          facts: [
            fact('日時', [paperDateWithWeekday(meeting.nextOn) + time]),
            ...(meeting.nextPlace === '' ? [] : [fact('場所', [meeting.nextPlace])]),
          ],
        },
      ],
    },
  ]
}

/** As many lines as the council's rules ask for, with the names of those who were chosen; none where they ask for none. */
function signatures(meeting: MeetingDetail): readonly Block[] {
  const { signers } = meeting.rules
  const names = meeting.signers.flatMap((id) => meeting.roll.find((line) => line.id === id)?.name ?? [])
  if (signers === 0 && names.length === 0) return []
  return [
    {
      kind: 'signatures',
      sentence: '以上のとおり会議の次第を記録し、内容に相違ないことを確認したので署名する。',
      dateLine: `${eraParts(meeting.heldOn).era}　　年　　月　　日`,
      labels: Array.from({ length: Math.max(signers, names.length) }, (_each, place) => {
        const name = names[place]
        return name === undefined ? '議事録署名人' : `議事録署名人　${name}`
      }),
    },
  ]
}
