import type { Activity } from '#shared/contract/activity-operations.ts'
import type { Coordinator } from '#shared/contract/coordinator-operations.ts'
import type { Development } from '#shared/contract/development-operations.ts'
import type { NeedRow } from '#shared/contract/need-operations.ts'
import type { Resource } from '#shared/contract/resource-operations.ts'
import type { CountableFigure, CountedRecord } from '#shared/contract/year-summary-operations.ts'
import { activityHeadingNames, activityHeadings } from '#shared/domain/activity.ts'
import type { ActivityKind } from '#shared/domain/activity-kinds.ts'
import { type CalendarDate, formatWareki } from '#shared/domain/calendar-date.ts'
import {
  dedicationNames,
  dedications,
  employerNames,
  employers,
  workingNames,
  workings,
} from '#shared/domain/coordinator.ts'
import { type CouncilLayer, councilLayerNames, councilLayers } from '#shared/domain/council.ts'
import { isOpenDevelopment } from '#shared/domain/development.ts'

/** Everything that a year is counted from, read once. */
export interface YearFacts {
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** In office on the last day of the 年度, or today while it lasts. */
  readonly coordinators: readonly Coordinator[]
  readonly councils: readonly { readonly id: string; readonly name: string; readonly layer: CouncilLayer }[]
  /** Held in the year, oldest first. */
  readonly meetings: readonly YearMeeting[]
  /** Groups with a member on a council, once for each layer on which they sit. */
  readonly constituents: readonly {
    readonly layer: CouncilLayer
    readonly kind: string
    readonly name: string
  }[]
  readonly groupKinds: readonly { readonly code: string; readonly name: string }[]
  readonly activityKinds: readonly ActivityKind[]
  /** The diary of the year, each occasion once. */
  readonly activities: readonly Activity[]
  readonly needs: readonly NeedRow[]
  readonly resources: readonly Resource[]
  readonly developments: readonly Development[]
}

export interface YearMeeting {
  readonly councilName: string
  readonly layer: CouncilLayer
  readonly number: number
  readonly heldOn: CalendarDate
  readonly place: string
  /** 延べ出席者: members present, online or by proxy, observers and staff. */
  readonly attended: number
  readonly agenda: readonly string[]
  readonly decisions: readonly string[]
}

export interface YearCount {
  readonly count: number
  readonly counted: readonly CountedRecord[]
}

interface YearFigure extends CountableFigure {
  readonly of: (facts: YearFacts, label: string) => YearCount
}

const short = (date: CalendarDate): string => formatWareki(date, 'short')

function listed<Row>(
  rows: readonly Row[],
  place: CountedRecord['place'],
  textOf: (row: Row) => string,
): YearCount {
  return { count: rows.length, counted: rows.map((row) => ({ text: textOf(row), place })) }
}

const coordinatorText = (each: Coordinator): string =>
  `${each.name}（${councilLayerNames[each.layer]}　${each.areaName === '' ? '市全体' : each.areaName}）`
const meetingText = (each: YearMeeting): string =>
  `${short(each.heldOn)}　${each.councilName}　第${String(each.number)}回`
const activityText = (each: Activity): string => `${short(each.actedOn)}　${each.content}`

/** コーディネーター of the year, counted one person a term of office. */
export function countCoordinators(facts: YearFacts, wanted: (each: Coordinator) => boolean): YearCount {
  return listed(facts.coordinators.filter(wanted), 'coordinators', coordinatorText)
}

export function countCouncils(facts: YearFacts, layer: CouncilLayer | null): YearCount {
  const own = facts.councils.filter((each) => layer === null || each.layer === layer)
  return listed(own, 'councils', (each) => each.name)
}

export function meetingsOfLayer(facts: YearFacts, layer: CouncilLayer | null): readonly YearMeeting[] {
  return facts.meetings.filter((each) => layer === null || each.layer === layer)
}

export function countMeetings(facts: YearFacts, layer: CouncilLayer | null): YearCount {
  return listed(meetingsOfLayer(facts, layer), 'meetings', meetingText)
}

export function countAttended(facts: YearFacts, layer: CouncilLayer | null): YearCount {
  const own = meetingsOfLayer(facts, layer)
  return {
    count: own.reduce((sum, each) => sum + each.attended, 0),
    counted: own.map((each) => ({
      text: `${meetingText(each)}　${String(each.attended)}人`,
      place: 'meetings',
    })),
  }
}

/** Groups of a kind at the table, each once however many councils it sits on. */
export function countConstituents(facts: YearFacts, kind: string): YearCount {
  const names = [...new Set(facts.constituents.filter((each) => each.kind === kind).map((each) => each.name))]
  return listed(names, 'roster', (name) => name)
}

export function countActivities(facts: YearFacts, wanted: (each: Activity) => boolean): YearCount {
  return listed(facts.activities.filter(wanted), 'diary', activityText)
}

export function countNeedsNoted({ needs, from, to }: YearFacts): YearCount {
  const own = needs.filter((each) => each.sameAsId === null && each.notedOn >= from && each.notedOn <= to)
  return listed(own, 'needs', (each) => each.text)
}

/** Needs that were met in the year. */
export function countNeedsSettled({ needs, from, to }: YearFacts): YearCount {
  const own = needs.filter(
    ({ status, closedOn }) => status === 'settled' && closedOn !== null && closedOn >= from && closedOn <= to,
  )
  return listed(own, 'needs', (each) =>
    each.closedBecause === '' ? each.text : `${each.text}（${each.closedBecause}）`,
  )
}

export function countResources({ resources }: YearFacts, publicOnly: boolean): YearCount {
  const own = resources.filter((each) => !publicOnly || each.visibility === 'public')
  return listed(own, 'resources', (each) => each.name)
}

/** 創出した資源: developments that became a resource in the year. */
export function countGrown({ developments, from, to }: YearFacts): YearCount {
  const own = developments.filter(
    ({ state, endedOn }) => state === 'grown' && endedOn !== null && endedOn >= from && endedOn <= to,
  )
  return listed(own, 'developments', (each) =>
    each.resource === null ? each.title : `${each.resource.name}（${each.title}）`,
  )
}

export function countGrowing({ developments }: YearFacts): YearCount {
  return listed(
    developments.filter((each) => isOpenDevelopment(each.state)),
    'developments',
    (each) => each.title,
  )
}

const figure = (key: string, name: string, unit: string, of: YearFigure['of']): YearFigure => ({
  key,
  name,
  unit,
  of,
})

/** What can be counted; kinds of groups and of activities are the office's own. */
export function yearFigureCatalogue(
  lists: Pick<YearFacts, 'groupKinds' | 'activityKinds'>,
): readonly YearFigure[] {
  const layers = councilLayers.map((layer) => ({ layer, name: councilLayerNames[layer] }))
  return [
    figure('coordinators', 'コーディネーターの人数', '人', (facts) => countCoordinators(facts, () => true)),
    ...layers.map(({ layer, name }) =>
      figure(`coordinators.layer.${String(layer)}`, `コーディネーターの人数（${name}）`, '人', (facts) =>
        countCoordinators(facts, (each) => each.layer === layer),
      ),
    ),
    ...employers.map((employer) =>
      figure(`coordinators.employer.${employer}`, `所属先が${employerNames[employer]}`, '人', (facts) =>
        countCoordinators(facts, (each) => each.employer === employer),
      ),
    ),
    ...workings.map((working) =>
      figure(`coordinators.working.${working}`, `${workingNames[working]}のコーディネーター`, '人', (facts) =>
        countCoordinators(facts, (each) => each.working === working),
      ),
    ),
    ...dedications.map((dedicated) =>
      figure(
        `coordinators.dedicated.${dedicated}`,
        `${dedicationNames[dedicated]}のコーディネーター`,
        '人',
        (facts) => countCoordinators(facts, (each) => each.dedicated === dedicated),
      ),
    ),
    figure('coordinators.qualification', '欄の名前の資格をもつコーディネーター', '人', (facts, label) =>
      countCoordinators(facts, (each) => label !== '' && each.qualification.includes(label)),
    ),
    figure('councils', '協議体の数', 'か所', (facts) => countCouncils(facts, null)),
    ...layers.map(({ layer, name }) =>
      figure(`councils.layer.${String(layer)}`, `協議体の数（${name}）`, 'か所', (facts) =>
        countCouncils(facts, layer),
      ),
    ),
    figure('meetings', '協議体の開催回数', '回', (facts) => countMeetings(facts, null)),
    ...layers.map(({ layer, name }) =>
      figure(`meetings.layer.${String(layer)}`, `協議体の開催回数（${name}）`, '回', (facts) =>
        countMeetings(facts, layer),
      ),
    ),
    figure('attended', '協議体の延べ出席者数', '人', (facts) => countAttended(facts, null)),
    ...layers.map(({ layer, name }) =>
      figure(`attended.layer.${String(layer)}`, `協議体の延べ出席者数（${name}）`, '人', (facts) =>
        countAttended(facts, layer),
      ),
    ),
    ...lists.groupKinds.map((kind) =>
      figure(`constituents.${kind.code}`, `協議体に参加する団体（${kind.name}）`, '団体', (facts) =>
        countConstituents(facts, kind.code),
      ),
    ),
    ...activityHeadings.map((heading) =>
      figure(`activities.heading.${heading}`, `活動件数（${activityHeadingNames[heading]}）`, '件', (facts) =>
        countActivities(facts, (each) => each.heading === heading),
      ),
    ),
    ...lists.activityKinds.map((kind) =>
      figure(`activities.kind.${kind.id}`, `活動件数（${kind.name}）`, kind.unit, (facts) =>
        countActivities(facts, (each) => each.kindId === kind.id),
      ),
    ),
    figure('needs.noted', 'この年度に把握した地域課題', '件', countNeedsNoted),
    figure('needs.settled', 'この年度に対応した地域課題', '件', countNeedsSettled),
    figure('resources', '把握している地域資源', '件', (facts) => countResources(facts, false)),
    figure('resources.public', '住民に公開している地域資源', '件', (facts) => countResources(facts, true)),
    figure('developments.grown', 'この年度に生まれた地域資源', '件', countGrown),
    figure('developments.growing', '進めている資源開発', '件', countGrowing),
  ]
}

export interface ShippedQuestion {
  readonly section: string
  readonly text: string
  readonly options: readonly { readonly label: string; readonly figure: string }[]
}

/** The questions that the survey usually asks: a beginning, which each office puts right as the year's survey has it. */
export function shippedQuestions(
  lists: Pick<YearFacts, 'groupKinds' | 'activityKinds'>,
): readonly ShippedQuestion[] {
  const layered = (key: string) =>
    councilLayers.map((layer) => ({
      label: councilLayerNames[layer],
      figure: `${key}.layer.${String(layer)}`,
    }))
  return [
    { section: 'コーディネーター', text: '配置している人数（層別）', options: layered('coordinators') },
    {
      section: 'コーディネーター',
      text: '所属先',
      options: employers.map((each) => ({
        label: employerNames[each],
        figure: `coordinators.employer.${each}`,
      })),
    },
    {
      section: 'コーディネーター',
      text: '勤務のかたち',
      options: [
        ...workings.map((each) => ({ label: workingNames[each], figure: `coordinators.working.${each}` })),
        ...dedications.map((each) => ({
          label: dedicationNames[each],
          figure: `coordinators.dedicated.${each}`,
        })),
      ],
    },
    {
      section: 'コーディネーター',
      text: '資格',
      options: ['社会福祉士', '介護支援専門員', '保健師', '介護福祉士'].map((label) => ({
        label,
        figure: 'coordinators.qualification',
      })),
    },
    { section: '協議体', text: '設置している数（層別）', options: layered('councils') },
    { section: '協議体', text: '開催した回数（層別）', options: layered('meetings') },
    { section: '協議体', text: '延べ出席者数（層別）', options: layered('attended') },
    {
      section: '協議体',
      text: '構成団体の種別',
      options: lists.groupKinds.map((kind) => ({ label: kind.name, figure: `constituents.${kind.code}` })),
    },
    {
      section: '活動',
      text: '活動の件数',
      options: activityHeadings.map((heading) => ({
        label: activityHeadingNames[heading],
        figure: `activities.heading.${heading}`,
      })),
    },
    {
      section: '地域',
      text: '課題と資源',
      options: [
        { label: '把握した地域課題', figure: 'needs.noted' },
        { label: '対応した地域課題', figure: 'needs.settled' },
        { label: '生まれた地域資源', figure: 'developments.grown' },
        { label: '進めている資源開発', figure: 'developments.growing' },
        { label: '把握している地域資源', figure: 'resources' },
      ],
    },
  ]
}
