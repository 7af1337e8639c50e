import type { GivenTo } from '#shared/contract/contract.ts'
import type { ActivityKindId, CoordinatorId, CouncilId, PersonId } from '#shared/domain/ids.ts'
import { type Ask, day, time } from './small-council.ts'

/** Records of コーディネーター as tests enter them. */
export function coordinator(
  personId: PersonId,
  more: Partial<GivenTo<'coordinators.add'>['coordinator']> = {},
): GivenTo<'coordinators.add'>['coordinator'] {
  return {
    personId,
    layer: 2,
    areaName: '東部圏域',
    employer: 'shakyo',
    working: 'full',
    dedicated: 'only',
    qualification: '社会福祉士',
    fromOn: day('2026-04-01'),
    toOn: null,
    ...more,
  }
}

export function activity(
  coordinatorId: CoordinatorId,
  kindId: ActivityKindId,
  more: Partial<GivenTo<'activities.add'>['activity']> = {},
): GivenTo<'activities.add'>['activity'] {
  return {
    coordinatorIds: [coordinatorId],
    actedOn: day('2026-09-17'),
    startsAt: time('10:00'),
    endsAt: time('11:00'),
    kindId,
    areaName: '東部圏域',
    method: 'visit',
    place: 'さくら公園',
    partner: '',
    content: 'サロンのようすを見せてもらった',
    insight: '',
    nextStep: '',
    nextOn: null,
    meetingId: null,
    personIds: [],
    organizationIds: [],
    needIds: [],
    resourceIds: [],
    developmentIds: [],
    ...more,
  }
}

export function selection(
  councilId: CouncilId,
  more: Partial<GivenTo<'selections.add'>['selection']> = {},
): GivenTo<'selections.add'>['selection'] {
  return {
    councilId,
    layer: 2,
    areaName: '東部圏域',
    criteria: '地域の助け合いをよく知り、団体のあいだをつなげる人',
    openedOn: day('2026-09-01'),
    ...more,
  }
}

/** The kind of that name among those that come with the program. */
export async function kindNamed(ask: Ask, part: string): Promise<ActivityKindId> {
  const found = (await ask('activityKinds.list', {})).find((kind) => kind.name.includes(part))
  if (!found) throw new Error(`no kind ${part}`)
  return found.id
}
