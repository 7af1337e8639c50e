import type { AgendaItem, MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { Block, ReportDocument } from '../report-document.ts'
import { attendanceSentence, quorumSentence } from './attendance-text.ts'
import type { MeetingRecord } from './meeting-record.ts'
import { dueTextOf } from './minutes-closing.ts'
import {
  documentTitle,
  fact,
  meetingLine,
  paperDateWithWeekday,
  paperNumber,
  paperTime,
  whenAndWhere,
} from './paper-text.ts'

/** Longest course of an item: the paper is one page, for within two days; the talk stands in the minutes. */
const shownPoints = 2

/** 会議概要: one page of what came out, for whoever was not there. No speaker is named. */
export function summaryDocument({ meeting, secretariat }: MeetingRecord): ReportDocument {
  const quorum = quorumSentence(meeting)
  return {
    name: '会議概要',
    title: documentTitle(meeting, '会議概要'),
    paper: { size: 'A4', orientation: 'portrait', margins: 'table' },
    font: 'gothic',
    textSize: 'normal',
    footer: { left: meetingLine(meeting), right: '', pageNumbers: false },
    blocks: [
      { kind: 'title', above: meetingLine(meeting), text: '会議概要' },
      {
        kind: 'facts',
        ruled: true,
        labelWidthMm: 27,
        facts: [
          ...whenAndWhere(meeting),
          fact('出席状況', [attendanceSentence(meeting), ...(quorum === null ? [] : [quorum])]),
          ...itemFacts(meeting),
          ...(meeting.decisions.length === 0
            ? []
            : [
                fact(
                  '決定事項',
                  meeting.decisions.map(
                    (decision) => `第${paperNumber(decision.number)}号　${decision.text}`,
                  ),
                ),
              ]),
          ...taskFacts(meeting),
          ...nextFacts(meeting),
        ],
      },
      { kind: 'spacer', heightMm: 3 },
      {
        kind: 'line',
        text: `作成　${secretariat.officeName}${meeting.locked ? '' : '（議事録の確定前のため、言い回しが変わることがあります）'}`,
        align: 'end',
        size: 'small',
      },
    ] satisfies readonly Block[],
  }
}

function isSection(agenda: readonly AgendaItem[], position: number): boolean {
  const item = agenda[position]
  const next = agenda[position + 1]
  return item !== undefined && next !== undefined && next.level > item.level
}

function itemFacts(meeting: MeetingDetail) {
  const lines = meeting.agenda.flatMap((item, position) => {
    if (item.number === '' || isSection(meeting.agenda, position)) return []
    const points = meeting.statements
      .filter((statement) => statement.agendaItemId === item.id && statement.kind === 'point')
      .slice(0, shownPoints)
      .map((statement) => statement.text)
    const outcome = item.outcome === 'continued' ? '（継続）' : ''
    return [
      [`${item.citation}　${item.title}${outcome}`, ...points.map((point) => `　・${point}`)].join('\n'),
    ]
  })
  return lines.length === 0 ? [] : [fact('議題', lines)]
}

function taskFacts(meeting: MeetingDetail) {
  const tasks = meeting.tasks.filter((task) => task.status !== 'dropped')
  if (tasks.length === 0) return []
  return [
    fact(
      '今後の取組',
      tasks.map((task) => {
        const inside = [task.owner, dueTextOf(task, meeting).replace('\n', '')].filter((each) => each !== '')
        return `・${task.text}${inside.length === 0 ? '' : `（${inside.join('、')}）`}`
      }),
    ),
  ]
}

function nextFacts(meeting: MeetingDetail) {
  if (meeting.nextOn === null) return []
  const time = meeting.nextStartsAt === null ? '' : `　${paperTime(meeting.nextStartsAt)}から`
  const place = meeting.nextPlace === '' ? '' : `　${meeting.nextPlace}`
  return [fact('次回', [`${paperDateWithWeekday(meeting.nextOn)}${time}${place}`])]
}
