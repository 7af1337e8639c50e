import type { Activity } from '#shared/contract/activity-operations.ts'
import {
  type FigureRow,
  monthPlace,
  monthsOfYear,
  upTo,
  type YearFigures,
} from '#shared/domain/activity-figures.ts'
import { activityHeadingNames, activityHeadings, activityMethodNames } from '#shared/domain/activity.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import {
  date,
  type FieldGroup,
  fieldGroup,
  fieldList,
  type FieldList,
  type ListField,
  number,
  text,
  time,
  type WholeFieldOf,
} from './field-lists.ts'

/** The diary of a 年度, counted, and the entries that a form lists. */
export interface ActivityRecord {
  readonly figures: YearFigures
  /** The month that the form is for, 0 for April … 11 for March; null for the whole 年度. */
  readonly place: number | null
  /** Whose diary it is; empty for everybody's. */
  readonly reporter: string
  /** Of the time that the form is for, the earliest first. */
  readonly diary: readonly Activity[]
}

interface CountedRow {
  readonly name: string
  readonly heading: string
  readonly unit: string
  readonly months: readonly number[]
  readonly place: number | null
}

const monthName = (month: number): string => `${String(month)}月`

/** The name comes first, since by it one row is named: `活動件数[自治会・町内会等への訪問].当月`. */
const countedFields = (example: string): readonly ListField<CountedRow>[] => [
  ['区分', 'text', example, (row) => text(row.name)],
  ['大区分', 'text', 'ネットワーク構築', (row) => text(row.heading)],
  ['単位', 'text', '件', (row) => text(row.unit)],
  ['当月', 'number', '6', ({ months, place }) => number(place === null ? null : (months[place] ?? 0))],
  ['累計', 'number', '21', ({ months, place }) => number(upTo(months, place ?? 11))],
  ...monthsOfYear.map((month, place): ListField<CountedRow> => [
    monthName(month),
    'number',
    '4',
    ({ months }) => number(months[place] ?? 0),
  ]),
  ['合計', 'number', '38', ({ months }) => number(upTo(months, 11))],
]

/** Months that are still to come when a month's form is made are left out, as they are on paper. */
function upToNow({ place }: ActivityRecord, months: readonly number[]): readonly number[] {
  return place === null ? months : months.map((count, at) => (at <= place ? count : 0))
}

const countedList = <Key>(
  name: string,
  example: string,
  rows: (figures: YearFigures) => readonly FigureRow<Key>[],
  describe: (key: Key) => Pick<CountedRow, 'name' | 'heading' | 'unit'>,
): FieldList<ActivityRecord> =>
  fieldList(
    name,
    (record) =>
      rows(record.figures).map(({ key, months }) => ({
        ...describe(key),
        months: upToNow(record, months),
        place: record.place,
      })),
    countedFields(example),
  )

interface MonthRow {
  readonly name: string
  /** In the order of the headings. */
  readonly counts: readonly number[]
  readonly total: number
  readonly days: number
  readonly halfDays: number
  readonly minutes: number
}

function monthRows({ figures, place }: ActivityRecord): readonly MonthRow[] {
  const last = place ?? 11
  const rows = monthsOfYear.slice(0, last + 1).map((month, at): MonthRow => {
    const worked = figures.worked[at]
    return {
      name: monthName(month),
      counts: figures.byHeading.map(({ months }) => months[at] ?? 0),
      total: figures.total[at] ?? 0,
      days: worked?.days ?? 0,
      halfDays: worked?.halfDays ?? 0,
      minutes: worked?.minutes ?? 0,
    }
  })
  const sum = (of: (row: MonthRow) => number): number => rows.reduce((total, row) => total + of(row), 0)
  const all: MonthRow = {
    name: '合計',
    counts: activityHeadings.map((_heading, at) => sum(({ counts }) => counts[at] ?? 0)),
    total: sum(({ total }) => total),
    days: sum(({ days }) => days),
    halfDays: sum(({ halfDays }) => halfDays),
    minutes: sum(({ minutes }) => minutes),
  }
  return [...rows, all]
}

/** Hours with a half: 12.5. Forms count them so. */
const hours = (minutes: number): number => Math.round(minutes / 6) / 10

const names = (items: readonly { readonly name: string }[]): string =>
  items.map(({ name }) => name).join('、')

/** 相手先: the roster's people and groups first, then what was written in words. */
const partners = (entry: Activity): string =>
  [names(entry.organizations), names(entry.people), entry.partner].filter((part) => part !== '').join('、')

const diaryFields: readonly ListField<Activity>[] = [
  ['月日', 'date', '令和8年9月17日', (entry) => date(entry.actedOn)],
  ['開始', 'time', '10:00', (entry) => time(entry.startsAt)],
  ['終了', 'time', '11:30', (entry) => time(entry.endsAt)],
  [
    '時間帯',
    'text',
    '10:00～11:30',
    (entry) => text(entry.startsAt === null ? '' : `${entry.startsAt}～${entry.endsAt ?? ''}`),
  ],
  ['場所', 'text', '東町自治会館', (entry) => text(entry.place)],
  ['圏域', 'text', '東部', (entry) => text(entry.areaName)],
  ['方法', 'text', '訪問', (entry) => text(activityMethodNames[entry.method])],
  ['相手先', 'text', '東町自治会　髙橋会長', (entry) => text(partners(entry))],
  ['区分', 'text', '自治会・町内会等への訪問', (entry) => text(entry.kindName)],
  ['大区分', 'text', 'ネットワーク構築', (entry) => text(activityHeadingNames[entry.heading])],
  ['内容', 'text', 'サロンの担い手について相談', (entry) => text(entry.content)],
  ['気づき', 'text', '男性の参加が少ない', (entry) => text(entry.insight)],
  ['次の対応', 'text', '体験会を開く', (entry) => text(entry.nextStep)],
  ['次の対応の期限', 'date', '令和8年10月15日', (entry) => date(entry.nextOn)],
  ['担当', 'text', '戸田　さやか', (entry) => text(names(entry.coordinators))],
  ['地域資源', 'text', '東町いきいきサロン', (entry) => text(names(entry.resources))],
]

const whole: readonly WholeFieldOf<ActivityRecord>[] = [
  ['活動.担当者', 'text', '戸田　さやか', ({ reporter }) => text(reporter)],
  [
    '活動.当月件数',
    'number',
    '18',
    ({ figures, place }) => number(place === null ? null : (figures.total[place] ?? 0)),
  ],
  ['活動.累計件数', 'number', '96', ({ figures, place }) => number(upTo(figures.total, place ?? 11))],
  ['活動.従事日数', 'number', '14', (record) => number(worked(record)?.days ?? null)],
  ['活動.従事時間数', 'number', '62.5', (record) => number(hours(worked(record)?.minutes ?? 0))],
  ['活動.記録件数', 'number', '18', ({ diary }) => number(diary.length)],
]

/** Time worked in the month of the form, or in the whole 年度. */
function worked(record: ActivityRecord): MonthRow | undefined {
  const rows = monthRows(record)
  return record.place === null ? rows.at(-1) : rows[record.place]
}

/** コーディネーター's figures and diary. Paths are never renamed, only added. */
export const activityGroup: FieldGroup<ActivityRecord> = fieldGroup(whole, [
  countedList(
    '活動件数',
    '自治会・町内会等への訪問',
    ({ byKind }) => byKind,
    ({ name, heading, unit }) => ({ name, heading: activityHeadingNames[heading], unit }),
  ),
  countedList(
    '活動区分',
    'ネットワーク構築',
    ({ byHeading }) => byHeading,
    (heading) => ({
      name: activityHeadingNames[heading],
      heading: activityHeadingNames[heading],
      unit: '件',
    }),
  ),
  countedList(
    '活動圏域',
    '東部',
    ({ byArea }) => byArea,
    (area) => ({ name: area === '' ? '市全体' : area, heading: '', unit: '件' }),
  ),
  countedList(
    '活動方法',
    '訪問',
    ({ byMethod }) => byMethod,
    (method) => ({ name: activityMethodNames[method], heading: '', unit: '件' }),
  ),
  fieldList('活動月別', monthRows, [
    ['月', 'text', '4月', (row) => text(row.name)],
    ...activityHeadings.map((heading, at): ListField<MonthRow> => [
      activityHeadingNames[heading],
      'number',
      '5',
      ({ counts }) => number(counts[at] ?? 0),
    ]),
    ['活動件数', 'number', '18', (row) => number(row.total)],
    ['従事日数', 'number', '14', (row) => number(row.days)],
    ['従事半日数', 'number', '20', (row) => number(row.halfDays)],
    ['従事時間数', 'number', '62.5', (row) => number(hours(row.minutes))],
  ]),
  fieldList('活動記録', ({ diary }) => diary, diaryFields),
])

/** Entries of a month (April 0), or all of them. */
export function diaryOf(entries: readonly Activity[], place: number | null): readonly Activity[] {
  const earliest = ({ actedOn, startsAt }: Activity): string => `${actedOn} ${startsAt ?? ''}`
  return entries
    .filter(({ actedOn }) => place === null || monthPlace(actedOn) === place)
    .toSorted((first, second) => (earliest(first) < earliest(second) ? -1 : 1))
}

/** 0 for April … 11 for March, of a month `2026-09`. */
export const placeOfMonth = (month: string): number => monthPlace(`${month}-01` as CalendarDate)
