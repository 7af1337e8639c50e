import type { Task } from '#shared/contract/meeting-operations.ts'
import { addDays } from '#shared/domain/calendar-date.ts'
import { councilLayerNames, councilStageNames } from '#shared/domain/council.ts'
import { councilRoleNames } from '#shared/domain/roles.ts'
import type { Block, ReportDocument, TableRow } from '../report-document.ts'
import { councilTitle, type CouncilRecord, yearText } from './council-record.ts'
import { fact, paperDate, paperDateWithWeekday, paperNumber } from './paper-text.ts'

const heading = (number: string, text: string): Block => ({
  kind: 'heading',
  number,
  text,
  level: 1,
  note: '',
})
const nothing = (text: string): Block => ({ kind: 'line', text, align: 'start', size: 'normal' })

/** 引継書: for whoever sits here from April. What the record knows; the rest is left as lines to write on. */
export function handoverDocument(record: CouncilRecord, tasks: readonly Task[]): ReportDocument {
  return {
    name: '引継書',
    title: councilTitle(record, '引継書'),
    paper: { size: 'A4', orientation: 'portrait', margins: 'letter' },
    font: 'mincho',
    textSize: 'normal',
    footer: { left: record.council.name, right: `${paperDate(record.today)}作成`, pageNumbers: true },
    blocks: [
      { kind: 'title', above: record.council.name, text: '引　継　書' },
      heading('１', '協議体'),
      councilFacts(record),
      heading('２', `${yearText(record)}の会議`),
      ...meetingsTable(record),
      heading('３', '任期が終わる委員（１年以内）'),
      ...endingTerms(record),
      heading('４', '終わっていない宿題'),
      ...openTasks(tasks),
      heading('５', '次の会議'),
      ...nextMeeting(record),
      heading('６', '書き添えること'),
      { kind: 'facts', ruled: true, labelWidthMm: 30, facts: blanks },
      { kind: 'spacer', heightMm: 6 },
      {
        kind: 'signatures',
        sentence: '上記のとおり引き継ぎました。',
        dateLine: '令和　　年　　月　　日',
        labels: ['引き継いだ人', '引き継がれた人'],
      },
    ],
  }
}

/** What no record knows: where things lie, and what one has to know of people. */
const blanks = ['書類の置き場所', '鍵・印', '市の担当者', '気をつけること'].map((label) =>
  fact(label, ['　\n　\n　']),
)

function councilFacts({ council, secretariat, seats }: CouncilRecord): Block {
  return {
    kind: 'facts',
    ruled: true,
    labelWidthMm: 30,
    facts: [
      fact('名称', [council.name]),
      fact('層・圏域', [`${councilLayerNames[council.layer]}　${council.areaName}`]),
      fact('段階', [councilStageNames[council.stage]]),
      ...(council.basis === '' ? [] : [fact('よりどころ', [council.basis])]),
      ...(council.origin === '' ? [] : [fact('もとになった会', [council.origin])]),
      fact('委員', [`${paperNumber(seats.length)}名（事務局などを含む）`]),
      fact('報告先', [
        [secretariat.addressee, secretariat.department].filter((each) => each !== '').join('　'),
      ]),
    ],
  }
}

function meetingsTable({ meetings }: CouncilRecord): readonly Block[] {
  if (meetings.length === 0) return [nothing('この年度の会議は、まだ記録されていません。')]
  return [
    {
      kind: 'table',
      caption: 'この年度の会議',
      columns: [
        { heading: '回', widthMm: 16, align: 'center' },
        { heading: '日', widthMm: 46, align: 'start' },
        { heading: '場所', widthMm: 60, align: 'start' },
        { heading: '議事録', widthMm: 19, align: 'center' },
        { heading: '報告', widthMm: 19, align: 'center' },
      ],
      rows: meetings.map((meeting) => ({
        kind: 'cells',
        cells: [
          { text: `第${paperNumber(meeting.number)}回` },
          { text: paperDateWithWeekday(meeting.heldOn) },
          { text: meeting.place },
          { text: meeting.locked ? '確定' : 'まだ' },
          { text: meeting.submissions.length > 0 ? '提出' : 'まだ' },
        ],
      })),
      minRowHeightMm: 8,
    },
  ]
}

function endingTerms({ seats, today }: CouncilRecord): readonly Block[] {
  const until = addDays(today, 366)
  const rows = seats.flatMap((seat): readonly TableRow[] =>
    seat.termTo === null || seat.termTo > until
      ? []
      : [
          {
            kind: 'cells',
            cells: [
              { text: councilRoleNames[seat.role] },
              { text: seat.organizationName },
              { text: seat.name },
              { text: paperDate(seat.termTo) },
            ],
          },
        ],
  )
  if (rows.length === 0) return [nothing('ありません。')]
  return [
    {
      kind: 'table',
      caption: '任期が終わる委員',
      columns: [
        { heading: '役', widthMm: 20, align: 'center' },
        { heading: '団体', widthMm: 62, align: 'start' },
        { heading: '氏名', widthMm: 38, align: 'start' },
        { heading: '任期の終わり', widthMm: 40, align: 'start' },
      ],
      rows,
      minRowHeightMm: 8,
    },
  ]
}

function openTasks(tasks: readonly Task[]): readonly Block[] {
  const open = tasks.filter((task) => task.status !== 'done' && task.status !== 'dropped')
  if (open.length === 0) return [nothing('ありません。')]
  return [
    {
      kind: 'table',
      caption: '終わっていない宿題',
      columns: [
        { heading: '内容', widthMm: 84, align: 'start' },
        { heading: '担当', widthMm: 38, align: 'start' },
        { heading: '期限', widthMm: 38, align: 'start' },
      ],
      rows: open.map((task) => ({
        kind: 'cells',
        cells: [
          { text: task.text },
          { text: task.owner },
          { text: task.dueOn === null ? task.dueText : paperDate(task.dueOn) },
        ],
      })),
      minRowHeightMm: 8,
    },
  ]
}

function nextMeeting({ meetings, today }: CouncilRecord): readonly Block[] {
  const planned = meetings.find((meeting) => meeting.heldOn >= today)
  const promised = meetings.findLast((meeting) => meeting.nextOn !== null && meeting.nextOn >= today)?.nextOn
  const day = planned?.heldOn ?? promised ?? null
  return [
    nothing(day === null ? '決まっていません。' : `${paperDateWithWeekday(day)}　${planned?.place ?? ''}`),
  ]
}
