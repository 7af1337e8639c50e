import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MeetingRecord } from '#core/reports/documents/meeting-record.ts'
import type {
  AgendaItem,
  Attendance,
  Decision,
  MeetingDetail,
  Statement,
  Task,
} from '#shared/contract/meeting-operations.ts'
import type { Secretariat } from '#shared/contract/council-operations.ts'
import { citeAgenda, numberAgenda } from '#shared/domain/agenda-numbering.ts'
import { deadlinesOf } from '#shared/domain/meeting-deadlines.ts'
import { countAttendance, quorumOf } from '#shared/domain/attendance.ts'
import { type CalendarDate, isCalendarDate } from '#shared/domain/calendar-date.ts'
import { type ClockTime, isClockTime } from '#shared/domain/clock-time.ts'
import { type CouncilRules, defaultCouncilRules } from '#shared/domain/council.ts'
import type { Id } from '#shared/domain/ids.ts'
import {
  type AgendaKind,
  type Presence,
  type StatementKind,
  statementKindNames,
  statementKinds,
} from '#shared/domain/meeting.ts'
import type { CouncilRole } from '#shared/domain/roles.ts'
import { z } from 'zod'

/** The meeting of tests/fixtures/inputs/kyogi-memo.json as the window and the papers see it. */

const memoSchema = z.object({
  council: z.string(),
  area: z.string(),
  fiscal_year: z.number(),
  number_in_year: z.number(),
  date: z.string(),
  start: z.string(),
  end: z.string(),
  place: z.string(),
  attendance: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kana: z.string().nullable(),
      organization: z.string(),
      post: z.string(),
      role: z.string(),
      attendance: z.string(),
      note: z.string(),
    }),
  ),
  proxies: z.array(z.object({ member: z.string(), proxy: z.string() })),
  late: z.array(z.object({ id: z.string(), arrived: z.string() })),
  left_early: z.array(z.object({ id: z.string(), left: z.string() })),
  written_opinions: z.array(z.object({ id: z.string() })),
  counts: z.object({ audience: z.number() }),
  documents: z.array(z.string()),
  statements: z.array(
    z.object({ agenda: z.string(), speaker: z.string(), kind: z.string(), text: z.string() }),
  ),
  decisions: z.array(z.object({ agenda: z.string(), text: z.string() })),
  tasks: z.array(
    z.object({
      text: z.string(),
      owner: z.string(),
      due_as_written: z.string(),
      due: z.string(),
      agenda: z.string(),
      status: z.string(),
    }),
  ),
  next_meeting: z.object({ date: z.string(), start: z.string(), place: z.string() }),
})

const memo = memoSchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/inputs/kyogi-memo.json'), 'utf8')),
)

/** Ids in tests are plain words: the brand exists in types only. */
export function testId<Kind extends string>(text: string): Id<Kind> {
  return text as Id<Kind>
}
export function testDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new Error(`no date: ${text}`)
  return text
}
export function testTime(text: string): ClockTime {
  if (!isClockTime(text)) throw new Error(`no time: ${text}`)
  return text
}

export function agendaItem(
  fields: Partial<AgendaItem> & Pick<AgendaItem, 'kind' | 'level' | 'title'>,
): AgendaItem {
  return {
    id: testId(`item-${fields.title}`),
    plannedMinutes: null,
    presenter: '',
    paperNumber: '',
    paperTitle: '',
    internalNote: '',
    number: '',
    citation: '',
    outcome: 'open',
    carriedFrom: null,
    begunAt: null,
    ...fields,
  }
}

export function attendance(fields: Partial<Attendance> & Pick<Attendance, 'name'>): Attendance {
  return {
    id: testId(`at-${fields.name}`),
    personId: null,
    membershipId: null,
    seatNumber: 1,
    role: 'member',
    kana: '',
    post: '',
    organizationName: '',
    reply: 'attend',
    replyChannel: null,
    invitedBy: null,
    invitedOn: null,
    repliedOn: null,
    presence: 'present',
    late: false,
    arrivedAt: null,
    leftEarly: false,
    leftAt: null,
    written: false,
    proxyName: '',
    proxyPost: '',
    note: '',
    mandate: false,
    mandateTo: '',
    opinion: '',
    care: '',
    arrivedItemId: null,
    leftItemId: null,
    awayFor: [],
    ...fields,
  }
}

/** Numbers as the store gives them. */
export function numbered(items: readonly AgendaItem[]): readonly AgendaItem[] {
  const numbers = numberAgenda(items)
  const citations = citeAgenda(items)
  return items.map((item, position) => ({
    ...item,
    number: numbers[position] ?? '',
    citation: citations[position] ?? '',
  }))
}

const papers = memo.documents.map((paper) => paper.split(' '))

function memoAgenda(): readonly AgendaItem[] {
  const row = (
    key: string,
    kind: AgendaKind,
    level: 1 | 2,
    title: string,
    minutes: number | null,
    paper?: number,
    more: Partial<AgendaItem> = {},
  ): AgendaItem => {
    const [paperNumber = '', paperTitle = ''] = paper === undefined ? [] : (papers[paper - 1] ?? [])
    return agendaItem({
      id: testId(key),
      kind,
      level,
      title,
      plannedMinutes: minutes,
      paperNumber,
      paperTitle,
      ...more,
    })
  }
  return numbered([
    row('opening', 'opening', 1, '開会', null),
    row('0', 'opening', 1, '会長あいさつ', 5, undefined, { outcome: 'done' }),
    row('1', 'report', 1, '報告', null),
    row('1-1', 'report', 2, '前回（６月）の宿題の確認', 10, 1, { outcome: 'done' }),
    row('1-2', 'report', 2, '東部居場所マップ（第２版）の作成状況', 10, 2, { outcome: 'decided' }),
    row('2', 'discussion', 1, '協議', null),
    row('2-1', 'discussion', 2, '買い物・通院の足について', 30, 3, { outcome: 'decided' }),
    row('2-2', 'discussion', 2, '長期休みの子どもの昼食と居場所', 30, 4, { outcome: 'decided' }),
    row('2-3', 'discussion', 2, '第１層協議体へ上げる課題', 10, undefined, { outcome: 'decided' }),
    row('3', 'exchange', 1, '各団体から', 15, undefined, { outcome: 'done' }),
    row('other', 'other', 1, 'その他', null),
    row('4', 'other', 2, '次回日程', 10, undefined, { outcome: 'done', internalNote: '夜の開催は要望あり' }),
    row('closing', 'closing', 1, '閉会', null),
  ])
}

const roles: Readonly<Record<string, CouncilRole>> = {
  会長: 'chair',
  副会長: 'vice-chair',
  オブザーバー: 'observer',
  コーディネーター: 'coordinator',
  事務局: 'secretariat',
}
const presences: Readonly<Record<string, Presence>> = { 代理: 'proxy', 欠席: 'absent' }

function memoRoll(): readonly Attendance[] {
  const proxies = new Map(
    memo.proxies.map(({ member, proxy }) => [member, memo.attendance.find((each) => each.id === proxy)]),
  )
  const proxyIds = new Set(memo.proxies.map(({ proxy }) => proxy))
  return memo.attendance
    .filter((each) => !proxyIds.has(each.id))
    .map((each, position) => {
      const proxy = proxies.get(each.id)
      const late = memo.late.find(({ id }) => id === each.id)
      const left = memo.left_early.find(({ id }) => id === each.id)
      const presence = presences[each.attendance] ?? 'present'
      return attendance({
        id: testId(each.id),
        seatNumber: position + 1,
        role: roles[each.role] ?? 'member',
        name: each.name,
        kana: each.kana ?? '',
        post: each.post,
        organizationName: each.organization,
        reply: presence === 'absent' ? 'absent' : presence === 'proxy' ? 'proxy' : 'attend',
        presence,
        late: late !== undefined,
        arrivedAt: late === undefined ? null : testTime(late.arrived),
        leftEarly: left !== undefined,
        leftAt: left === undefined ? null : testTime(left.left),
        written: memo.written_opinions.some(({ id }) => id === each.id),
        proxyName: proxy?.name ?? '',
        proxyPost: proxy?.post ?? '',
        note: each.note,
      })
    })
}

const speakers: Readonly<Record<string, string>> = {
  takahashi: '髙橋会長',
  sato_m: '佐藤副会長',
  sato_k: '佐藤（こども）委員',
  kimura: '木村（西村委員代理）',
  toda: '事務局（戸田）',
  odagiri: '市（小田切）',
}

function memoStatements(roll: readonly Attendance[]): readonly Statement[] {
  return memo.statements.map((each, position) => {
    const seat = memo.proxies.find(({ proxy }) => proxy === each.speaker)?.member ?? each.speaker
    const line = roll.find((one) => one.id === seat)
    const family = line?.name.split('　')[0] ?? each.speaker
    return {
      id: testId(`statement-${String(position + 1)}`),
      agendaItemId: testId(each.agenda),
      attendanceId: line?.id ?? null,
      speaker: speakers[each.speaker] ?? `${family}委員`,
      kind: kindOf(each.kind),
      text: each.text,
      fullText: '',
      spokenAt: null,
    }
  })
}

function kindOf(name: string): StatementKind {
  return statementKinds.find((kind) => statementKindNames[kind] === name) ?? 'point'
}

function memoDecisions(): readonly Decision[] {
  return memo.decisions.map((each, position) => ({
    id: testId(`decision-${String(position + 1)}`),
    agendaItemId: testId(each.agenda),
    statementId: null,
    fiscalYear: memo.fiscal_year,
    number: position + 1,
    text: each.text,
    vote: null,
  }))
}

function memoTasks(): readonly Task[] {
  return memo.tasks.map((each, position) => ({
    id: testId(`task-${String(position + 1)}`),
    councilId: testId('council'),
    meetingId: testId('meeting'),
    agendaItemId: testId(each.agenda),
    text: each.text,
    owner: each.owner,
    ownerPersonId: null,
    ownerOrganizationId: null,
    dueOn: testDate(each.due),
    dueText: each.due_as_written,
    status: each.status === '持ち越し' ? 'carried' : each.status === '継続' ? 'continued' : 'open',
    closedOn: null,
    from: { number: memo.number_in_year, heldOn: testDate(memo.date) },
  }))
}

export const memoSecretariat: Secretariat = {
  officeName: '社会福祉法人青羽市社会福祉協議会',
  representative: '会長　山田　太郎',
  postalCode: '000-0001',
  address: '青羽市中央１丁目１番１号',
  phone: '000-223-0301',
  fax: '',
  email: '',
  staffName: '戸田　さやか',
  cityName: '青羽市',
  addressee: '青羽市長',
  addresseeName: '',
  department: '高齢福祉課',
}

/** The meeting with other roll, agenda, rules or whatever; counts follow the roll. */
export function memoMeeting(changes: Partial<MeetingDetail> = {}): MeetingDetail {
  const roll = changes.roll ?? memoRoll()
  const rules: CouncilRules = changes.rules ?? { ...defaultCouncilRules, signers: 2 }
  const count = countAttendance(roll, rules)
  return {
    id: testId('meeting'),
    councilId: testId('council'),
    councilName: memo.council,
    layer: 2,
    areaName: memo.area,
    fiscalYear: memo.fiscal_year,
    number: memo.number_in_year,
    heldOn: testDate(memo.date),
    startsAt: testTime(memo.start),
    endsAt: testTime(memo.end),
    place: memo.place,
    method: 'in-person',
    audience: memo.counts.audience,
    nextOn: testDate(memo.next_meeting.date),
    nextStartsAt: testTime(memo.next_meeting.start),
    nextPlace: memo.next_meeting.place,
    note: '',
    noticeSentOn: null,
    summarySentOn: null,
    locked: false,
    agenda: memoAgenda(),
    statements: memoStatements(roll),
    decisions: memoDecisions(),
    tasks: memoTasks(),
    versions: [],
    submissions: [],
    lacks: [],
    attachments: [],
    signers: [],
    deadlines: deadlinesOf(testDate(memo.date), rules),
    ...changes,
    roll,
    rules,
    count,
    quorum: quorumOf(rules.quorum, count.members),
  }
}

export function memoRecord(
  changes: Partial<MeetingDetail> = {},
  carriedTasks: readonly Task[] = [],
): MeetingRecord {
  return { meeting: memoMeeting(changes), secretariat: memoSecretariat, carriedTasks }
}

/** What the meeting in June left behind. */
export function carriedTasks(): readonly Task[] {
  const texts = [
    ['敬老会のちらしに居場所の一覧を載せる', '戸田　さやか', '2026-09-10'],
    ['東中学校との打合せ', '相馬　玲子', '2026-08-31'],
    ['空き店舗の家賃調べ', '佐野　誠司', '2026-09-17'],
  ] as const
  return texts.map(([text, owner, due], position) => ({
    id: testId(`carried-${String(position)}`),
    councilId: testId('council'),
    meetingId: testId('june'),
    agendaItemId: null,
    text,
    owner,
    ownerPersonId: null,
    ownerOrganizationId: null,
    dueOn: testDate(due),
    dueText: '',
    status: 'open',
    closedOn: null,
    from: { number: 1, heldOn: testDate('2026-06-18') },
  }))
}
