import type { GivenTo, OperationName, OutputOf } from '#shared/contract/contract.ts'
import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'
import type { OpenDevelopmentState } from '#shared/domain/development.ts'
import type { CouncilId, MeetingId, NeedId, PersonId, ResourceId } from '#shared/domain/ids.ts'

type Ask = <Name extends OperationName>(name: Name, input: GivenTo<Name>) => Promise<OutputOf<Name>>
type Fields<Name extends OperationName, Part extends string> =
  GivenTo<Name> extends Readonly<Record<Part, infer Given>> ? Given : never

/** What the practice area is like, in days from the day on which practice begins. */
export interface LocalSample {
  readonly needs: readonly (Omit<Fields<'needs.add', 'need'>, 'councilId' | 'notedOn' | 'dueOn'> & {
    readonly key: string
    readonly daysAgo: number
    /** Spoken of at the practice meeting. */
    readonly meeting: boolean
    readonly sameAs: string | null
  })[]
  /** 呼びかけ to people who are not in the roster, for a 地域課題. */
  readonly outreach: readonly (Pick<
    Fields<'outreach.add', 'outreach'>,
    'contactName' | 'sector' | 'column' | 'askedBy' | 'channel' | 'answer' | 'answerNote' | 'nextStep'
  > & {
    readonly need: string
    readonly askedAgo: number
    readonly nextIn: number
  })[]
  readonly resources: readonly (Omit<Fields<'resources.add', 'resource'>, 'organizationId'> & {
    readonly key: string
    readonly checkedDaysAgo: number
  })[]
  readonly developments: readonly (Omit<
    Fields<'developments.add', 'development'>,
    'councilId' | 'needIds'
  > & {
    readonly needs: readonly string[]
    readonly state: OpenDevelopmentState
    readonly meeting: boolean
    readonly steps: readonly {
      readonly text: string
      readonly dueIn: number
      readonly doneAgo: number | null
    }[]
    /** What it has become, and how long ago. */
    readonly resource: string | null
    readonly endedAgo: number | null
  })[]
  readonly coordinator: { readonly person: string; readonly qualification: string }
  readonly activities: readonly (Pick<
    Fields<'activities.add', 'activity'>,
    'startsAt' | 'endsAt' | 'method' | 'place' | 'content' | 'partner' | 'insight' | 'nextStep'
  > & {
    readonly daysAgo: number
    /** Part of the name of a kind. */
    readonly kind: string
    readonly people: readonly string[]
    readonly nextIn: number | null
    readonly needs: readonly string[]
    readonly resources: readonly string[]
    readonly meeting: boolean
  })[]
}

export interface SamplePlace {
  readonly councilId: CouncilId
  readonly meetingId: MeetingId
  readonly areaName: string
  readonly today: CalendarDate
  readonly people: ReadonlyMap<string, PersonId>
}

const found = <Value>(known: ReadonlyMap<string, Value>, keys: readonly string[]): Value[] =>
  keys.flatMap((key) => known.get(key) ?? [])

/** Enters 地域課題, 呼びかけ, 地域資源, 資源開発 and a diary, through the same operations as a clerk would. */
export async function enterLocalSample(ask: Ask, sample: LocalSample, place: SamplePlace): Promise<void> {
  const needs = await enterNeeds(ask, sample, place)
  await enterOutreach(ask, sample, place, needs)
  const resources = await enterResources(ask, sample, place)
  await enterDevelopments(ask, sample, place, needs, resources)
  await enterDiary(ask, sample, place, needs, resources)
}

async function enterNeeds(ask: Ask, sample: LocalSample, { councilId, meetingId, today }: SamplePlace) {
  const needs = new Map<string, NeedId>()
  for (const { key, daysAgo, meeting, sameAs, ...need } of sample.needs) {
    const { needId } = await ask('needs.add', {
      need: { ...need, councilId, notedOn: addDays(today, -daysAgo), dueOn: null },
    })
    needs.set(key, needId)
    if (meeting) await ask('needs.linkMeeting', { needId, meetingId, linked: true })
    const head = sameAs === null ? undefined : needs.get(sameAs)
    if (head !== undefined) await ask('needs.group', { needId, sameAsId: head })
  }
  return needs
}

async function enterOutreach(
  ask: Ask,
  sample: LocalSample,
  { councilId, today }: SamplePlace,
  needs: ReadonlyMap<string, NeedId>,
): Promise<void> {
  for (const { need, askedAgo, nextIn, ...fields } of sample.outreach) {
    const days = { askedOn: addDays(today, -askedAgo), nextOn: addDays(today, nextIn) }
    const whom = { councilId, organizationId: null, personId: null, needId: needs.get(need) ?? null }
    await ask('outreach.add', { outreach: { ...fields, ...whom, ...days } })
  }
}

async function enterResources(ask: Ask, sample: LocalSample, { today }: SamplePlace) {
  const groups = await ask('organizations.list', {})
  const resources = new Map<string, ResourceId>()
  for (const { key, checkedDaysAgo, ...resource } of sample.resources) {
    const organizationId = groups.find((each) => each.name === resource.operator)?.id ?? null
    const { resourceId } = await ask('resources.add', { resource: { ...resource, organizationId } })
    const checkedOn = addDays(today, -checkedDaysAgo)
    await ask('resources.check', { resourceId, checkedOn, checkedBy: '戸田　さやか' })
    resources.set(key, resourceId)
  }
  return resources
}

async function enterDevelopments(
  ask: Ask,
  sample: LocalSample,
  { councilId, meetingId, today }: SamplePlace,
  needs: ReadonlyMap<string, NeedId>,
  resources: ReadonlyMap<string, ResourceId>,
): Promise<void> {
  for (const each of sample.developments) {
    const { needs: from, state, meeting, steps, resource, endedAgo, ...fields } = each
    const { developmentId } = await ask('developments.add', {
      development: { ...fields, councilId, needIds: found(needs, from) },
    })
    for (const { text, dueIn, doneAgo } of steps) {
      const doneOn = doneAgo === null ? null : addDays(today, -doneAgo)
      await ask('developments.addStep', {
        developmentId,
        step: { text, dueOn: addDays(today, dueIn), doneOn },
      })
    }
    if (meeting) await ask('developments.linkMeeting', { developmentId, meetingId, linked: true })
    await ask('developments.setState', { developmentId, state })
    const grown = resource === null ? undefined : resources.get(resource)
    if (grown !== undefined) {
      const endedOn = addDays(today, -(endedAgo ?? 0))
      await ask('developments.grow', { developmentId, resourceId: grown, endedOn })
    }
  }
}

async function enterDiary(
  ask: Ask,
  sample: LocalSample,
  { meetingId, areaName, today, people }: SamplePlace,
  needs: ReadonlyMap<string, NeedId>,
  resources: ReadonlyMap<string, ResourceId>,
): Promise<void> {
  const personId = people.get(sample.coordinator.person)
  if (personId === undefined) return
  const { coordinatorId } = await ask('coordinators.add', {
    coordinator: {
      personId,
      layer: 2,
      areaName,
      employer: 'shakyo',
      working: 'full',
      dedicated: 'only',
      qualification: sample.coordinator.qualification,
      fromOn: addDays(today, -500),
      toOn: null,
    },
  })
  const kinds = await ask('activityKinds.list', {})
  for (const { daysAgo, kind, people: met, nextIn, meeting, ...entry } of sample.activities) {
    const kindId = kinds.find((each) => each.name.includes(kind))?.id
    if (kindId === undefined) throw new Error(`sample data: no kind of activity ${kind}`)
    const { needs: ofNeeds, resources: ofResources, ...fields } = entry
    await ask('activities.add', {
      activity: {
        ...fields,
        coordinatorIds: [coordinatorId],
        actedOn: addDays(today, -daysAgo),
        kindId,
        areaName,
        nextOn: nextIn === null ? null : addDays(today, nextIn),
        meetingId: meeting ? meetingId : null,
        personIds: found(people, met),
        organizationIds: [],
        needIds: found(needs, ofNeeds),
        resourceIds: found(resources, ofResources),
        developmentIds: [],
      },
    })
  }
}
