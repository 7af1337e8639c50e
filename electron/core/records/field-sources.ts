import type { FormKind } from '#shared/contract/form-mapping.ts'
import type { OfferedField } from '#shared/contract/mapping-operations.ts'
import { activityHeadingNames, activityHeadings } from '#shared/domain/activity.ts'
import type { CoordinatorId, CouncilId, MeetingId } from '#shared/domain/ids.ts'
import { yearFigures } from '#shared/domain/activity-figures.ts'
import { fiscalYearSpan } from '#shared/domain/fiscal-year-span.ts'
import type { ReadContext } from '../context.ts'
import type { CouncilRecord } from '../reports/documents/council-record.ts'
import { activityGroup, diaryOf, placeOfMonth } from '../reports/fields/activity-lists.ts'
import type { FieldDefinition } from '../reports/fields/field-lists.ts'
import { localFieldCatalogue, localValuesOf } from '../reports/fields/local-lists.ts'
import { moneyGroup, type PaidRun } from '../reports/fields/money-lists.ts'
import { yearGroup } from '../reports/fields/year-lists.ts'
import type { FormValues } from '../reports/forms/form-values.ts'
import { yearFigureCatalogue } from '../reports/year-figures.ts'
import { listActivities, listActivityKinds } from '../store/activity-store.ts'
import { getCoordinatorById } from '../store/coordinator-store.ts'
import { listRuns } from '../store/payment-store.ts'
import { readBudget } from './read-budget.ts'
import { entriesOf } from './read-coordinator-paper.ts'
import { readLocalRecord } from './read-local-record.ts'
import { readRun } from './read-run.ts'
import { readYearFacts, readYearLists } from './read-year-facts.ts'

/** What a form is made for, as far as fields beside the meeting need to know. */
export interface FieldScope {
  readonly councilId: CouncilId
  readonly fiscalYear: number
  /** 2026-09: of the form, or in which its meeting was held; null for a 年度. */
  readonly month: string | null
  /** Null for a month or a 年度. */
  readonly meetingId: MeetingId | null
  /** Whose diary; null for everybody's. */
  readonly coordinatorId: CoordinatorId | null
  /** Read only once, and only when a form asks for it. */
  readonly council: () => CouncilRecord
}

/** A part of what the program knows, from which a form may be filled beside its meeting or its time. */
export interface FieldSource {
  readonly catalogue: readonly FieldDefinition[]
  readonly read: (context: ReadContext, scope: FieldScope) => FormValues
}

function readActivities(context: ReadContext, scope: FieldScope): FormValues {
  const { fiscalYear, month, coordinatorId } = scope
  const { from, to } = fiscalYearSpan(fiscalYear)
  const place = month === null ? null : placeOfMonth(month)
  const entries = entriesOf(context, fiscalYear, coordinatorId)
  return activityGroup.values({
    figures: yearFigures(entries, listActivityKinds(context.db), fiscalYear),
    place,
    reporter: coordinatorId === null ? '' : (getCoordinatorById(context.db, coordinatorId)?.name ?? ''),
    diary: diaryOf(listActivities(context.db, from, to, coordinatorId), place),
  })
}

/** Runs that pay for the meeting, that were paid in the month, or that belong to the 年度. */
function paidRuns({ db }: ReadContext, scope: FieldScope): readonly PaidRun[] {
  const { councilId, fiscalYear, month, meetingId } = scope
  // What is paid in April belongs to the 年度 of its meetings.
  const years = month === null || meetingId !== null ? [fiscalYear] : [fiscalYear - 1, fiscalYear]
  return years
    .flatMap((year) => listRuns(db, councilId, year))
    .filter(({ state }) => state !== 'replaced')
    .filter(({ meetings, payOn }) => {
      if (meetingId !== null) return meetings.some((meeting) => meeting.meetingId === meetingId)
      return month === null || payOn.startsWith(month)
    })
    .toSorted((first, second) => (first.payOn < second.payOn ? -1 : 1))
    .map(({ id }) => readRun(db, id))
}

/** Those of the council first: a path that two have is the first one's. */
export const fieldSources: readonly FieldSource[] = [
  {
    catalogue: localFieldCatalogue,
    read: (context, { council, month, meetingId }) => {
      const record = council()
      const until = month === null || meetingId !== null ? null : `${month}-31`
      // In a month's form the 年度 goes as far as that month.
      const meetings = record.meetings.filter(({ heldOn }) => until === null || heldOn <= until)
      return localValuesOf(readLocalRecord(context, { ...record, meetings }))
    },
  },
  { catalogue: activityGroup.catalogue, read: readActivities },
  {
    catalogue: moneyGroup.catalogue,
    read: (context, scope) =>
      moneyGroup.values({
        runs: paidRuns(context, scope),
        budget: readBudget(context.db, scope.fiscalYear),
      }),
  },
  {
    catalogue: yearGroup.catalogue,
    read: (context, { fiscalYear }) => yearGroup.values(readYearFacts(context, fiscalYear)),
  },
]

/** A name that can stand within the brackets of a path. */
const canBeNamed = (name: string): boolean => !/[[\]{}|]/.test(name)

interface KeyedColumn {
  readonly path: string
  readonly example: string
}

function keyed(
  group: string,
  list: string,
  names: readonly string[],
  columns: readonly KeyedColumn[],
): readonly OfferedField[] {
  return names.filter(canBeNamed).flatMap((name) =>
    columns.map(({ path, example }) => ({
      path: `${list}[${name}].${path}`,
      name: columns.length === 1 ? name : `${name}　${path}`,
      group,
      of: null,
      type: 'number' as const,
      example,
    })),
  )
}

/** Single figures out of the lists that an office keeps itself: one kind of activity this month, one line of the 年度's figures. */
export function offeredFigures(context: Pick<ReadContext, 'db'>, kind: FormKind): readonly OfferedField[] {
  if (kind === 'meeting') return []
  const lists = readYearLists(context)
  const columns: readonly KeyedColumn[] =
    kind === 'month'
      ? [
          { path: '当月', example: '6' },
          { path: '累計', example: '21' },
        ]
      : [{ path: '合計', example: '38' }]
  const kinds = lists.activityKinds.map(({ name }) => name)
  return [
    ...keyed(
      '活動区分ごとの件数',
      '活動区分',
      activityHeadings.map((heading) => activityHeadingNames[heading]),
      columns,
    ),
    ...keyed('活動の種類ごとの件数', '活動件数', kinds, columns),
    ...keyed(
      '年度の数（一つずつ）',
      '年度の数',
      yearFigureCatalogue(lists)
        .filter(({ key }) => key !== 'coordinators.qualification')
        .map(({ name }) => name),
      [{ path: '数', example: '4' }],
    ),
  ]
}
