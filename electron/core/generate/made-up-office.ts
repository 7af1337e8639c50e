import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'
import { foldForSearch, kanaSortKey } from '#shared/domain/japanese-text.ts'
import type { StatementKind } from '#shared/domain/meeting.ts'
import { nameKey } from '#shared/domain/person-name.ts'
import type { CouncilRole } from '#shared/domain/roles.ts'
import { sectors } from '#shared/domain/sectors.ts'
import { createIdSource, type IdSource } from '../new-id.ts'
import type { PutRow } from '../store/bulk-rows.ts'
import { lastFiscalYear, type LoadSize } from './load-sizes.ts'
import { dayOf, firstDay, type MadeCouncil, type MadePerson, type MadeSeat, type Making } from './making.ts'
import { createMadeUp } from './made-up.ts'
import { putFieldwork } from './made-up-fieldwork.ts'
import type { SeededRandom } from './seeded-random.ts'
import { agendaTitles, decisions, posts, sentences, tasks, towns } from './words.ts'

/** Fills an empty office with made-up data of a size: the same for the same seed, to the byte of each id. */
export function makeUpOffice(put: PutRow, random: SeededRandom, size: LoadSize): void {
  let counter = 0
  const sources = new Map<CalendarDate, IdSource>()
  const idsOf = (day: CalendarDate): IdSource => {
    const known = sources.get(day)
    if (known) return known
    const at = Date.parse(`${day}T00:00:00Z`)
    counter = 0
    const source = createIdSource({ now: () => at + (counter += 1) }, random)
    sources.clear()
    sources.set(day, source)
    return source
  }
  const making: Making = { put, random, made: createMadeUp(random), size, idsOf }
  putSecretariat(making)
  const people = putPeople(making)
  const councils = putCouncils(making, people)
  for (const { day, year, number } of meetingDays(size)) {
    for (const council of councils) putMeeting(making, council, day, year, number)
  }
  putFieldwork(making, councils)
}

function putSecretariat({ put }: Making): void {
  put('secretariat', {
    id: 'own',
    office_name: '青羽市社会福祉協議会',
    representative: '会長　山田　太郎',
    postal_code: '000-0001',
    address: '青羽市中央１丁目１番１号',
    phone: '000-223-0301',
    fax: '000-223-0302',
    email: '',
    staff_name: '戸田　さやか',
    city_name: '青羽市',
    addressee: '青羽市長',
    addressee_name: '',
    department: '高齢福祉課',
  })
}

function putPeople({ put, random, made, size, idsOf }: Making): readonly MadePerson[] {
  const start = firstDay(size)
  const ids = idsOf(start)
  const groups = Array.from({ length: size.groups }, () => {
    const id = ids.next<'organization'>()
    const name = made.group()
    put('organizations', { id, name, kana: '', kind: null, name_key: foldForSearch(name) })
    return { id, name }
  })
  return Array.from({ length: size.people }, () => {
    const id = ids.next<'person'>()
    const { name, kana } = made.person()
    const group = random.pick(groups)
    const post = random.pick(posts)
    put('people', {
      id,
      name,
      kana,
      postal_code: '000-0000',
      address: `青羽市${random.pick(towns)}${String(random.whole(1, 9))}丁目${String(random.whole(1, 40))}番`,
      phone: `000-${String(random.whole(200, 999))}-${String(random.whole(1000, 9999))}`,
      phone_note: '',
      fax: '',
      email: '',
      note: '',
      name_key: nameKey(name),
      kana_key: kanaSortKey(kana),
    })
    put('person_sectors', { id: ids.next<'person-sector'>(), person_id: id, sector: random.pick(sectors) })
    put('affiliations', {
      id: ids.next<'affiliation'>(),
      person_id: id,
      organization_id: group.id,
      post,
      from_on: start,
    })
    return { id, name, kana, post, groupName: group.name }
  })
}

const roleAt = (seat: number): CouncilRole =>
  seat === 1 ? 'chair' : seat === 2 ? 'vice-chair' : seat === 15 ? 'coordinator' : 'member'

function putCouncils(making: Making, people: readonly MadePerson[]): readonly MadeCouncil[] {
  const { put, random, size, idsOf } = making
  const start = firstDay(size)
  const ids = idsOf(start)
  return Array.from({ length: size.councils }, (_unused, place) => {
    const id = ids.next<'council'>()
    const areaId = ids.next<'area'>()
    const town = `${towns[place % towns.length] ?? ''}${place < towns.length ? '' : String(Math.floor(place / towns.length) + 1)}`
    put('areas', { id: areaId, name: `${town}圏域` })
    put('councils', {
      id,
      name: place === 0 ? '青羽市第１層協議体' : `青羽市第２層協議体（${town}圏域）`,
      layer: place === 0 ? 1 : 2,
      area_id: areaId,
      basis: '青羽市協議体設置要綱',
      origin: '',
      numbering: 'fiscal-year',
      quorum: 'none',
      counts_proxy: 1,
      counts_online: 1,
      counts_written: 0,
      signers: 0,
      seat_limit: null,
    })
    put('council_stages', {
      id: ids.next<'council-stage'>(),
      council_id: id,
      stage: 'established',
      started_on: start,
    })
    const seats = Array.from({ length: size.seats }, (_seat, index): MadeSeat => {
      // Each council has people of its own, as long as there are enough of them.
      const person = people[(place * size.seats + index) % people.length] ?? random.pick(people)
      const membershipId = ids.next<'membership'>()
      put('memberships', {
        id: membershipId,
        council_id: id,
        person_id: person.id,
        role: roleAt(index + 1),
        category: '',
        term_from: start,
        term_to: dayOf(lastFiscalYear + 1, 3, 31),
        term_note: '',
        appointed_on: start,
        ex_officio: 0,
        seat_number: index + 1,
      })
      return { membershipId, person, role: roleAt(index + 1), seatNumber: index + 1 }
    })
    return { id, areaId, seats }
  })
}

interface MeetingDay {
  readonly day: CalendarDate
  readonly year: number
  readonly number: number
}

function meetingDays(size: LoadSize): readonly MeetingDay[] {
  const step = Math.floor(350 / size.meetingsPerYear)
  return Array.from(
    { length: size.years },
    (_unused, index) => lastFiscalYear - size.years + 1 + index,
  ).flatMap((year) =>
    Array.from({ length: size.meetingsPerYear }, (_meeting, place) => ({
      day: addDays(dayOf(year, 4, 10), place * step),
      year,
      number: place + 1,
    })),
  )
}

function putMeeting(
  making: Making,
  council: MadeCouncil,
  day: CalendarDate,
  year: number,
  number: number,
): void {
  const { put, made, idsOf } = making
  const ids = idsOf(day)
  const meetingId = ids.next<'meeting'>()
  put('meetings', {
    id: meetingId,
    council_id: council.id,
    fiscal_year: year,
    number,
    held_on: day,
    starts_at: '13:30',
    ends_at: '15:30',
    place: made.hall(),
    method: 'in-person',
    audience: making.random.whole(0, 6),
  })
  const roll = council.seats.map((seat) => putAttendance(making, meetingId, seat, ids))
  const items = putAgenda(making, meetingId, ids)
  putTalk(making, meetingId, items, roll, ids)
  putOutcome(making, { council, meetingId, items, day, year, number, ids })
}

function putAttendance({ put, random }: Making, meetingId: string, seat: MadeSeat, ids: IdSource): string {
  const id = ids.next<'attendance'>()
  const absent = random.chance(0.15)
  put('attendances', {
    id,
    meeting_id: meetingId,
    person_id: seat.person.id,
    membership_id: seat.membershipId,
    seat_number: seat.seatNumber,
    role: seat.role,
    name: seat.person.name,
    kana: seat.person.kana,
    post: seat.person.post,
    organization_name: seat.person.groupName,
    category: '',
    reply: absent ? 'absent' : 'attend',
    reply_channel: 'phone',
    presence: absent ? 'absent' : 'present',
  })
  return id
}

function putAgenda({ put, made }: Making, meetingId: string, ids: IdSource): readonly string[] {
  const lines = [
    ['opening', 1, '開会'],
    ['report', 1, '報告'],
    ['report', 2, made.sentence(agendaTitles)],
    ['report', 2, made.sentence(agendaTitles)],
    ['discussion', 1, '協議'],
    ['discussion', 2, made.sentence(agendaTitles)],
    ['discussion', 2, made.sentence(agendaTitles)],
    ['closing', 1, '閉会'],
  ] as const
  const items = lines.map(([kind, level, title], place) => {
    const id = ids.next<'agenda-item'>()
    put('agenda_items', {
      id,
      meeting_id: meetingId,
      position: place + 1,
      kind,
      level,
      title,
      planned_minutes: level === 2 ? 20 : null,
      presenter: '',
      paper_number: '',
      paper_title: '',
      internal_note: '',
      outcome: 'done',
    })
    return { id, level }
  })
  return items.filter((item) => item.level === 2).map((item) => item.id)
}

const talkKinds: readonly StatementKind[] = [
  'explanation',
  'question',
  'answer',
  'opinion',
  'opinion',
  'information',
]

function putTalk(
  { put, random, made, size }: Making,
  meetingId: string,
  items: readonly string[],
  roll: readonly string[],
  ids: IdSource,
): void {
  for (let place = 0; place < size.statementsPerMeeting; place += 1) {
    const item = items[Math.floor((place * items.length) / size.statementsPerMeeting)] ?? items[0] ?? ''
    const text = random.chance(0.35)
      ? made.sentence(sentences) + made.sentence(sentences)
      : made.sentence(sentences)
    put('statements', {
      id: ids.next<'statement'>(),
      meeting_id: meetingId,
      agenda_item_id: item,
      position: (place + 1) * 2 ** 20,
      attendance_id: random.pick(roll),
      kind: random.pick(talkKinds),
      text,
    })
  }
}

interface Outcome {
  readonly council: MadeCouncil
  readonly meetingId: string
  readonly items: readonly string[]
  readonly day: CalendarDate
  readonly year: number
  readonly number: number
  readonly ids: IdSource
}

function putOutcome({ put, random, made, size }: Making, outcome: Outcome): void {
  const { council, meetingId, items, day, year, number, ids } = outcome
  for (const [place, item] of items.slice(2).entries()) {
    put('decisions', {
      id: ids.next<'decision'>(),
      council_id: council.id,
      meeting_id: meetingId,
      agenda_item_id: item,
      fiscal_year: year,
      number: (number - 1) * 2 + place + 1,
      text: made.sentence(decisions),
    })
  }
  const meetings = size.councils * size.years * size.meetingsPerYear
  // Whole numbers that come to the wanted sum over all meetings.
  const count = Math.floor(size.tasks / meetings) + (random.fraction() < (size.tasks / meetings) % 1 ? 1 : 0)
  const newest = year === lastFiscalYear && number > size.meetingsPerYear - 2
  for (let place = 0; place < count; place += 1) {
    const seat = random.pick(council.seats)
    const open = newest && random.chance(0.4)
    put('tasks', {
      id: ids.next<'task'>(),
      council_id: council.id,
      meeting_id: meetingId,
      agenda_item_id: random.pick(items),
      position: place + 1,
      text: made.sentence(tasks),
      owner: seat.person.name,
      owner_person_id: seat.person.id,
      due_on: addDays(day, 30),
      due_text: '',
      status: open ? 'open' : 'done',
      closed_on: open ? null : addDays(day, 28),
    })
  }
}
