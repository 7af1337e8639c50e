import type { AgendaItem, MeetingDetail, Task } from '#shared/contract/meeting-operations.ts'
import { formatClockTime } from '#shared/domain/clock-time.ts'
import { agendaKindNames } from '#shared/domain/meeting.ts'
import { runAgenda } from '#shared/domain/running-time.ts'
import { type Block, emptyFooter, type OutlineItem, type ReportDocument } from '../report-document.ts'
import { widthEm } from '../report-text.ts'
import type { MeetingRecord } from './meeting-record.ts'
import {
  documentTitle,
  fact,
  meetingLine,
  paperList,
  paperMonthDay,
  paperNumber,
  spaced,
  whenAndWhere,
} from './paper-text.ts'

export interface AgendaOptions {
  /** Prints when each item begins, for whoever keeps the time. */
  readonly showClock: boolean
}

/** Longest note at the right edge; a longer presenter (with group and post) gets a line below the title, which would be squeezed otherwise. */
const widestNoteEm = 9

const isLong = (note: string): boolean => widthEm(note) > widestNoteEm

/** 次第: what members get beforehand and have on the table. Internal notes are never on it. */
export function agendaDocument(
  record: MeetingRecord,
  options: AgendaOptions = { showClock: false },
): ReportDocument {
  const { meeting } = record
  const blocks: readonly Block[] = [
    { kind: 'title', above: meetingLine(meeting), text: spaced('次第') },
    { kind: 'facts', ruled: false, labelWidthMm: 13, facts: whenAndWhere(meeting) },
    { kind: 'spacer', heightMm: 6 },
    agendaOutline(meeting, options),
    ...carriedBox(record.carriedTasks),
    ...papersAndOffice(record),
  ]
  return {
    name: '次第',
    title: documentTitle(meeting, '次第'),
    paper: { size: 'A4', orientation: 'portrait', margins: 'letter' },
    font: 'mincho',
    textSize: 'large',
    footer: emptyFooter,
    blocks,
  }
}

function agendaOutline(meeting: MeetingDetail, options: AgendaOptions): Block {
  const clock = runAgenda(meeting.agenda, meeting.startsAt, meeting.endsAt)
  const rows = meeting.agenda.map((item, position) => ({
    number: item.number,
    level: item.level,
    text: titleOf(meeting.agenda, position) + (isLong(item.presenter) ? `\n（${item.presenter}）` : ''),
    notes: [
      isLong(item.presenter) ? '' : item.presenter,
      item.paperNumber,
      item.plannedMinutes === null ? '' : `（${paperNumber(item.plannedMinutes)}分）`,
      options.showClock ? startOf(item, clock.items[position]?.from) : '',
    ],
  }))
  return { kind: 'outline', ...onlyUsedNotes(rows) }
}

function startOf(item: AgendaItem, from: Parameters<typeof formatClockTime>[0] | undefined): string {
  // A section that only groups its items has no moment of its own.
  return from === undefined || item.plannedMinutes === null ? '' : `${formatClockTime(from)}～`
}

/** Leaves out note columns that no item uses, and measures the others. */
function onlyUsedNotes(rows: readonly OutlineItem[]): {
  readonly items: readonly OutlineItem[]
  readonly noteWidthsEm: readonly number[]
} {
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(0, ...rows.map((row) => widthEm(row.notes[column] ?? ''))),
  )
  const used = [0, 1, 2, 3].filter((column) => (widths[column] ?? 0) > 0)
  return {
    items: rows.map((row) => ({ ...row, notes: used.map((column) => row.notes[column] ?? '') })),
    noteWidthsEm: used.map((column) => Math.min(widestNoteEm, Math.ceil(widths[column] ?? 0))),
  }
}

/** The title as it is printed: 報　告 as a section's heading, its kind where nothing else says it, 継続 where it comes from an earlier meeting. */
function titleOf(agenda: readonly AgendaItem[], position: number): string {
  const item = agenda[position]
  if (item === undefined) return ''
  const kind = agendaKindNames[item.kind]
  if (item.level === 1 && item.title === kind && kind.length === 2) return spaced(kind)
  const carried = item.carriedFrom !== null && !item.title.includes('継続') ? '（継続）' : ''
  return item.title + (tellsItsKind(agenda, position) ? '' : `（${kind}）`) + carried
}

function tellsItsKind(agenda: readonly AgendaItem[], position: number): boolean {
  const item = agenda[position]
  if (item === undefined || item.kind === 'opening' || item.kind === 'closing' || item.kind === 'other')
    return true
  if (item.title.includes(agendaKindNames[item.kind])) return true
  const next = agenda[position + 1]
  const isSection = next !== undefined && next.level > item.level
  const parent = agenda.slice(0, position).findLast((each) => each.level < item.level)
  return isSection || parent?.kind === item.kind
}

const kana = 'アイウエオカキクケコサシスセソタチツテト'

function carriedBox(tasks: readonly Task[]): readonly Block[] {
  const [first] = tasks
  if (first === undefined) return []
  const oneMeeting = tasks.every((task) => task.from.heldOn === first.from.heldOn)
  const heading = oneMeeting
    ? `第${paperNumber(first.from.number)}回（${paperMonthDay(first.from.heldOn)}）からの持ち越し`
    : 'これまでの会議からの持ち越し'
  const rows = tasks.map((task, position) => ({
    number: kana.charAt(position) === '' ? `(${String(position + 1)})` : kana.charAt(position),
    level: 1 as const,
    text: task.text + (task.owner === '' ? '' : `（${task.owner}）`),
    notes: [oneMeeting ? '' : `第${paperNumber(task.from.number)}回`, stateOf(task), '', ''],
  }))
  return [
    { kind: 'spacer', heightMm: 6 },
    {
      kind: 'group',
      framed: true,
      align: 'start',
      blocks: [
        { kind: 'line', text: heading, align: 'start', size: 'normal' },
        { kind: 'outline', ...onlyUsedNotes(rows) },
      ],
    },
  ]
}

function stateOf(task: Task): string {
  if (task.status === 'dropped') return '取りやめ'
  if (task.status === 'done') return task.closedOn === null ? '済' : `済（${paperMonthDay(task.closedOn)}）`
  if (task.dueOn !== null) return `${paperMonthDay(task.dueOn)}まで`
  return task.dueText
}

function papersAndOffice({ meeting, secretariat }: MeetingRecord): readonly Block[] {
  const papers = paperList(meeting)
  const columns = papers.every((paper) => widthEm(paper) <= 15) ? 2 : 1
  const phone = secretariat.phone === '' ? [] : [secretariat.phone]
  const staff = secretariat.staffName === '' ? [] : [`（担当　${secretariat.staffName}）`]
  const office = [
    fact('事務局', [secretariat.officeName]),
    ...(phone.length + staff.length === 0
      ? []
      : [
          fact(phone.length > 0 ? '電話' : '担当', [
            phone.join('') + (phone.length > 0 ? staff.join('') : secretariat.staffName),
          ]),
        ]),
  ]
  return [
    ...(papers.length === 0
      ? []
      : [
          { kind: 'spacer', heightMm: 6 } as const,
          {
            kind: 'facts',
            ruled: false,
            labelWidthMm: 18,
            facts: [fact('配布資料', papers, columns)],
          } as const,
        ]),
    { kind: 'spacer', heightMm: 4 },
    {
      kind: 'group',
      framed: false,
      align: 'end',
      blocks: [{ kind: 'facts', ruled: false, labelWidthMm: 13, facts: office }],
    },
  ]
}
