import { shippedActivityKinds } from '#shared/domain/activity-kinds.ts'
import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'
import { shippedHelpKinds } from '#shared/domain/help-kinds.ts'
import { sectors } from '#shared/domain/sectors.ts'
import { firstDay, type MadeCouncil, type Making } from './making.ts'
import { groupKinds, insights, needs, resourceContents, sentences, towns } from './words.ts'

const methods = ['visit', 'visit', 'meeting', 'phone', 'visitor', 'desk'] as const
const sources = ['meeting', 'visit', 'phone', 'survey'] as const

interface MadeCoordinator {
  readonly id: string
  readonly areaId: string
}

/** What is done between the meetings: 地域課題, 地域資源, the coordinators and their diaries. */
export function putFieldwork(making: Making, councils: readonly MadeCouncil[]): void {
  const needIds = putNeeds(making, councils)
  const resourceIds = putResources(making, councils)
  putDiaries(making, putCoordinators(making, councils), needIds, resourceIds)
}

/** A day between the first April and the last month made, the place-th of so many in a row. */
function dayAt({ size }: Making, place: number, of: number): CalendarDate {
  return addDays(firstDay(size), Math.floor((place * (size.years * 365 - 40)) / of))
}

function putNeeds(making: Making, councils: readonly MadeCouncil[]): readonly string[] {
  const { put, random, made, size, idsOf } = making
  return Array.from({ length: size.needs }, (_need, place) => {
    const day = dayAt(making, place, size.needs)
    const ids = idsOf(day)
    const id = ids.next<'need'>()
    const council = random.pick(councils)
    // What is old has mostly come to something.
    const isOld = place < size.needs * 0.8
    const status = random.pick(
      isOld ? (['settled', 'settled', 'dropped', 'open'] as const) : (['open', 'discussing'] as const),
    )
    const closed = status === 'settled' || status === 'dropped'
    put('needs', {
      id,
      council_id: council.id,
      text: made.sentence(needs),
      area_id: council.areaId,
      kind: random.pick(shippedHelpKinds).code,
      source: random.pick(sources),
      noted_on: day,
      existing_help: '',
      response: '',
      owner: '',
      status,
      closed_on: closed ? addDays(day, 30) : null,
      closed_because: status === 'dropped' ? 'ほかの窓口で足りることが分かった' : '',
    })
    put('need_sectors', { id: ids.next<'need-sector'>(), need_id: id, sector: random.pick(sectors) })
    return id
  })
}

function putResources(making: Making, councils: readonly MadeCouncil[]): readonly string[] {
  const { put, random, made, size, idsOf } = making
  return Array.from({ length: size.resources }, (_resource, place) => {
    const day = dayAt(making, place, size.resources)
    const ids = idsOf(day)
    const id = ids.next<'resource'>()
    const name = `${random.pick(towns)}の${random.pick(groupKinds)}（${String(place + 1)}）`
    put('resources', {
      id,
      name,
      kana: '',
      kind: random.pick(shippedHelpKinds).code,
      area_id: random.pick(councils).areaId,
      operator: made.group(),
      contact: `000-${String(random.whole(200, 999))}-${String(random.whole(1000, 9999))}`,
      place: made.hall(),
      schedule: `毎月第${String(random.whole(1, 4))}水曜　10時から`,
      audience: 'どなたでも',
      content: made.sentence(resourceContents),
      fee: `${String(random.whole(0, 5) * 100)}円`,
      capacity: `${String(random.whole(5, 40))}人`,
      helpers: `${String(random.whole(2, 12))}人`,
      transport: '',
      application: '電話で',
      source: '訪問',
      visibility: 'public',
      checked_on: day,
      checked_by: '',
    })
    put('resource_sectors', {
      id: ids.next<'resource-sector'>(),
      resource_id: id,
      sector: random.pick(sectors),
    })
    return id
  })
}

function putCoordinators(
  { put, size, idsOf }: Making,
  councils: readonly MadeCouncil[],
): readonly MadeCoordinator[] {
  const start = firstDay(size)
  const ids = idsOf(start)
  return councils.flatMap(({ areaId, seats }, place) => {
    const seat = seats.find(({ role }) => role === 'coordinator')
    if (seat === undefined) return []
    const id = ids.next<'coordinator'>()
    put('coordinators', {
      id,
      person_id: seat.person.id,
      layer: place === 0 ? 1 : 2,
      area_id: areaId,
      employer: 'shakyo',
      working: 'full',
      dedicated: 'only',
      qualification: '',
      from_on: start,
      to_on: null,
    })
    return [{ id, areaId }]
  })
}

function putDiaries(
  making: Making,
  coordinators: readonly MadeCoordinator[],
  needIds: readonly string[],
  resourceIds: readonly string[],
): void {
  const { put, random, made, size, idsOf } = making
  for (let place = 0; place < size.activities; place += 1) {
    const day = dayAt(making, place, size.activities)
    const ids = idsOf(day)
    const id = ids.next<'activity'>()
    const coordinator = random.pick(coordinators)
    const hour = random.whole(9, 16)
    const isNew = place > size.activities * 0.995
    const hasNext = random.chance(0.2)
    put('activities', {
      id,
      acted_on: day,
      starts_at: `${String(hour).padStart(2, '0')}:00`,
      ends_at: `${String(hour + 1).padStart(2, '0')}:00`,
      kind_id: random.pick(shippedActivityKinds).id,
      area_id: coordinator.areaId,
      method: random.pick(methods),
      place: made.hall(),
      partner: made.group(),
      content: made.sentence(sentences),
      insight: random.chance(0.3) ? made.sentence(insights) : '',
      next_step: hasNext ? 'もう一度たずねる' : '',
      next_on: hasNext ? addDays(day, 14) : null,
      next_done_on: hasNext && !isNew ? addDays(day, 12) : null,
    })
    const tie = (column: string, record: string): void => {
      put('activity_links', { id: ids.next<'activity-link'>(), activity_id: id, [column]: record })
    }
    tie('coordinator_id', coordinator.id)
    if (random.chance(0.1)) tie('need_id', random.pick(needIds))
    if (random.chance(0.1)) tie('resource_id', random.pick(resourceIds))
  }
}
