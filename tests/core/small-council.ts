import type { GivenTo, OutputOf } from '#shared/contract/contract.ts'
import { makeCalendarDate, type CalendarDate } from '#shared/domain/calendar-date.ts'
import { makeClockTime, type ClockTime } from '#shared/domain/clock-time.ts'
import type { AgendaItemId, CouncilId, MeetingId, PersonId } from '#shared/domain/ids.ts'
import type { CouncilRole } from '#shared/domain/roles.ts'
import type { TestCore } from './core-harness.ts'

/** What these helpers need of an opened core; the bench and the child processes have no more. */
export type Ask = TestCore['ask']

export function day(text: string): CalendarDate {
  const [year, month, date] = text.split('-').map(Number)
  const made = makeCalendarDate(year ?? 0, month ?? 0, date ?? 0)
  if (made === null) throw new Error(`${text} is no day`)
  return made
}

export function time(text: string): ClockTime {
  const [hour, minute] = text.split(':').map(Number)
  const made = makeClockTime(hour ?? -1, minute ?? -1)
  if (made === null) throw new Error(`${text} is no time`)
  return made
}

export const office: GivenTo<'secretariat.save'> = {
  officeName: '青羽市社会福祉協議会',
  representative: '会長　山田　太郎',
  postalCode: '000-0001',
  address: '青羽市中央１丁目１番１号',
  phone: '000-223-0301',
  fax: '000-223-0302',
  email: 'chiiki@example.jp',
  staffName: '戸田　さやか',
  cityName: '青羽市',
  addressee: '青羽市長',
  addresseeName: '青羽　一郎',
  department: '高齢福祉課',
}

export const eastern: GivenTo<'councils.add'> = {
  name: '青羽市第２層協議体（東部圏域）',
  layer: 2,
  areaName: '東部圏域',
  stage: 'established',
  stageSince: day('2024-04-01'),
  basis: '青羽市協議体設置要綱',
  origin: '東部地区連絡会',
}

export function person(name: string, more: Partial<GivenTo<'roster.savePerson'>['person']> = {}) {
  return {
    name,
    kana: '',
    postalCode: '',
    address: '',
    phone: '',
    phoneNote: '',
    fax: '',
    email: '',
    sectors: [],
    note: '',
    organizationName: '',
    post: '',
    ...more,
  } satisfies GivenTo<'roster.savePerson'>['person']
}

export function group(name: string, more: Partial<GivenTo<'organizations.add'>['organization']> = {}) {
  return {
    code: '',
    name,
    kana: '',
    kind: null,
    family: null,
    sectors: [],
    areaName: '',
    postalCode: '',
    address: '',
    phone: '',
    fax: '',
    email: '',
    contactPost: '',
    contactName: '',
    activities: '',
    note: '',
    checkedOn: null,
    ...more,
  } satisfies GivenTo<'organizations.add'>['organization']
}

export function outreach(
  councilId: CouncilId,
  more: Partial<GivenTo<'outreach.add'>['outreach']> = {},
): GivenTo<'outreach.add'>['outreach'] {
  return {
    councilId,
    organizationId: null,
    personId: null,
    contactName: '',
    sector: null,
    column: null,
    askedOn: day('2026-09-10'),
    askedBy: '戸田',
    channel: 'phone',
    answer: 'waiting',
    answerNote: '',
    nextStep: '返事を聞く',
    nextOn: day('2026-09-17'),
    ...more,
  }
}

export function membership(more: Partial<GivenTo<'roster.saveMembership'>['membership']> = {}) {
  return {
    role: 'member',
    category: '',
    termFrom: day('2026-04-01'),
    termTo: day('2028-03-31'),
    termNote: '',
    appointedOn: day('2026-04-01'),
    exOfficio: false,
    reappointment: null,
    ...more,
  } satisfies GivenTo<'roster.saveMembership'>['membership']
}

export interface SmallCouncil {
  readonly councilId: CouncilId
  readonly people: readonly PersonId[]
}

const usualRoles: readonly CouncilRole[] = [
  'chair',
  'vice-chair',
  'member',
  'member',
  'observer',
  'secretariat',
]

/** An office with one council: 会長, 副会長, two 委員, an observer and one of the 事務局, in office since April. */
export async function setUpCouncil(ask: Ask): Promise<SmallCouncil> {
  const { councilId } = await ask('setup.complete', { secretariat: office, council: eastern })
  const people: PersonId[] = []
  for (const [position, role] of usualRoles.entries()) {
    const name =
      ['髙橋　一郎', '佐藤　花子', '鈴木　次郎', '田中　三郎', '小田切　誠', '中井　恵'][position] ?? ''
    const { personId } = await ask('roster.addPerson', {
      person: person(name, { organizationName: `団体${String(position + 1)}`, post: '代表' }),
      membership: { councilId, ...membership({ role }) },
    })
    people.push(personId)
  }
  return { councilId, people }
}

export function planned(councilId: CouncilId, more: Partial<GivenTo<'meetings.plan'>> = {}) {
  return {
    councilId,
    heldOn: day('2026-09-17'),
    startsAt: time('13:30'),
    endsAt: time('15:30'),
    place: '東部公民館',
    method: 'in-person',
    number: null,
    ...more,
  } satisfies GivenTo<'meetings.plan'>
}

export function item(title: string, more: Partial<GivenTo<'meetings.addAgendaItem'>['item']> = {}) {
  return {
    kind: 'discussion',
    level: 2,
    title,
    plannedMinutes: null,
    presenter: '',
    paperNumber: '',
    paperTitle: '',
    internalNote: '',
    ...more,
  } satisfies GivenTo<'meetings.addAgendaItem'>['item']
}

export function line(
  agendaItemId: AgendaItemId,
  text: string,
  more: Partial<GivenTo<'minutes.saveStatement'>['statement']> = {},
) {
  return {
    agendaItemId,
    attendanceId: null,
    kind: 'opinion',
    text,
    spokenAt: null,
    ...more,
  } satisfies GivenTo<'minutes.saveStatement'>['statement']
}

export function task(text: string, more: Partial<GivenTo<'tasks.save'>['task']> = {}) {
  return {
    text,
    owner: '事務局',
    ownerPersonId: null,
    dueOn: null,
    dueText: '',
    ...more,
  } satisfies GivenTo<'tasks.save'>['task']
}

export function need(councilId: CouncilId, text: string, more: Partial<GivenTo<'needs.save'>['need']> = {}) {
  return {
    councilId,
    text,
    areaName: '東部圏域',
    sectors: ['elderly'],
    kind: 'shopping',
    source: 'visit',
    notedOn: day('2026-07-01'),
    existingHelp: '',
    response: '',
    owner: '',
    dueOn: null,
    ...more,
  } satisfies GivenTo<'needs.save'>['need']
}

export interface SmallMeeting extends SmallCouncil {
  readonly meetingId: MeetingId
  readonly items: readonly AgendaItemId[]
}

/** A meeting of today with 報告 (1) and 協議 (1) (2) between 開会 and 閉会. */
export async function setUpMeeting(ask: Ask): Promise<SmallMeeting> {
  const council = await setUpCouncil(ask)
  const { meetingId } = await ask('meetings.plan', planned(council.councilId))
  const items = await addUsualAgenda(ask, meetingId)
  return { ...council, meetingId, items }
}

/** Positions in what it returns: 0 開会, 1 報告, 2 its (1), 3 協議, 4 its (1), 5 its (2), 6 閉会. */
export async function addUsualAgenda(ask: Ask, meetingId: MeetingId): Promise<readonly AgendaItemId[]> {
  const items: AgendaItemId[] = []
  for (const fields of [
    item('開会', { kind: 'opening', level: 1 }),
    item('報告', { kind: 'report', level: 1 }),
    item('前回の宿題について', { kind: 'report' }),
    item('協議', { level: 1 }),
    item('買い物支援について'),
    item('集いの場について'),
    item('閉会', { kind: 'closing', level: 1 }),
  ]) {
    items.push((await ask('meetings.addAgendaItem', { meetingId, item: fields, after: null })).agendaItemId)
  }
  return items
}

export function itemAt(meeting: SmallMeeting, position: number): AgendaItemId {
  const found = meeting.items[position]
  if (found === undefined) throw new Error(`the agenda has no item ${String(position)}`)
  return found
}

export type Meeting = OutputOf<'meetings.get'>
