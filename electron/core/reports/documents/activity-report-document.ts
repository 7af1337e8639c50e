import type { Activity } from '#shared/contract/activity-operations.ts'
import {
  activityHeadingNames,
  activityHeadings,
  activityMethodNames,
  endsNextDay,
  minutesOfActivity,
} from '#shared/domain/activity.ts'
import {
  type FigureKind,
  type FigureRow,
  monthsOfYear,
  quarterPlaces,
  sumOf,
  upTo,
  type YearFigures,
} from '#shared/domain/activity-figures.ts'
import { withSumsAcross, withSumsDown } from './table-sums.ts'
import { eraParts, fiscalYearName, formatMonthDay, formatWareki } from '#shared/domain/calendar-date.ts'
import { formatClockTime } from '#shared/domain/clock-time.ts'
import { fiscalYearSpan } from '#shared/domain/fiscal-year-span.ts'
import type { Block, Fact, ReportDocument, TableCell, TableColumn, TableRow } from '../report-document.ts'
import { fact, paperDigits } from './paper-text.ts'

export type ReportSpan =
  | { readonly period: 'month'; readonly number: number }
  | { readonly period: 'quarter'; readonly number: number }
  | { readonly period: 'year' }

export interface ActivityReport {
  readonly fiscalYear: number
  readonly span: ReportSpan
  readonly figures: YearFigures
  /** The diary of the span, oldest first. */
  readonly diary: readonly Activity[]
  /** 報告者; empty: all of the office. */
  readonly reporter: string
  readonly areaName: string
  readonly officeName: string
  readonly addressee: string
}

interface Counted {
  readonly heading: string
  readonly of: (months: readonly number[]) => number
}

/** Places of the 年度 (April 0) that a report is of. */
export function placesOf(span: ReportSpan): readonly number[] {
  switch (span.period) {
    case 'month':
      return [(span.number + 8) % 12]
    case 'quarter':
      return quarterPlaces(span.number)
    case 'year':
      return monthsOfYear.map((_, place) => place)
  }
}

/** 月報: 前月迄, 当月, 累計. 四半期: its months, 計, 累計. 年報: 4月 … 3月, 合計. */
function countsOf(span: ReportSpan): readonly Counted[] {
  const places = placesOf(span)
  const month = (place: number): Counted => ({
    heading: `${String(monthsOfYear[place])}月`,
    of: (months) => months[place] ?? 0,
  })
  const last = places.at(-1) ?? 0
  const soFar: Counted = { heading: '累計', of: (months) => upTo(months, last) }
  switch (span.period) {
    case 'month':
      return [
        { heading: '前月迄', of: (months) => upTo(months, last - 1) },
        { heading: '当月', of: (months) => months[last] ?? 0 },
        soFar,
      ]
    case 'quarter':
      return [...places.map(month), { heading: '計', of: (months) => sumOf(months, places) }, soFar]
    case 'year':
      return [...places.map(month), { heading: '合計', of: (months) => upTo(months, 11) }]
  }
}

const subtotalLabel = '小計'
const totalLabel = '合計'
const numberCell = (value: number): TableCell => ({ text: String(value), number: value })

function sumOfRows(rows: readonly FigureRow<unknown>[]): readonly number[] {
  return monthsOfYear.map((_, place) => rows.reduce((sum, row) => sum + (row.months[place] ?? 0), 0))
}

function kindRows({ byKind, total }: YearFigures, counts: readonly Counted[]): readonly TableRow[] {
  const row = (label: string, unit: string, months: readonly number[]): TableRow => ({
    kind: 'cells',
    cells: [{ text: label }, { text: unit }, ...counts.map(({ of }) => numberCell(of(months)))],
  })
  return [
    ...activityHeadings.flatMap((heading): readonly TableRow[] => {
      const own = byKind.filter((each) => each.key.heading === heading)
      return [
        { kind: 'section', text: activityHeadingNames[heading] },
        ...own.map(({ key, months }: FigureRow<FigureKind>) => row(key.name, key.unit, months)),
        row(subtotalLabel, '', sumOfRows(own)),
      ]
    }),
    row(totalLabel, '', total),
  ]
}

function workedRows({ worked }: YearFigures, counts: readonly Counted[]): readonly TableRow[] {
  const row = (label: string, unit: string, months: readonly number[], digits = 0): TableRow => ({
    kind: 'cells',
    cells: [
      { text: label },
      { text: unit },
      ...counts.map(({ of }) => {
        const value = of(months)
        return { text: value.toFixed(digits), number: Number(value.toFixed(digits)) }
      }),
    ],
  })
  return [
    { kind: 'section', text: '活動の日数と時間（コーディネーターごとに数えた合計）' },
    row(
      '活動日数',
      '日',
      worked.map((each) => each.days),
    ),
    row(
      '半日単位',
      '半日',
      worked.map((each) => each.halfDays),
    ),
    row(
      '活動時間',
      '時間',
      worked.map((each) => each.minutes / 60),
      1,
    ),
  ]
}

/** 小計 below its kinds and 合計 below all of them, as formulas. */
function withSubtotals(rows: readonly TableRow[]): readonly TableRow[] {
  const labelAt = (row: number): string => {
    const found = rows[row]
    return found?.kind === 'cells' ? (found.cells[0]?.text ?? '') : ''
  }
  const places = rows.map((_, row) => row)
  const subtotals = places.filter((row) => labelAt(row) === subtotalLabel)
  const summed = subtotals.reduce((done, row) => {
    const section = done.findLastIndex((each, position) => each.kind === 'section' && position < row)
    return withSumsDown(done, row, 2, { kind: 'sum', fromRow: section + 1, toRow: row - 1 })
  }, rows)
  const total = places.find((row) => labelAt(row) === totalLabel)
  return total === undefined ? summed : withSumsDown(summed, total, 2, { kind: 'add', rows: subtotals })
}

/** 計 at the right: all months of a quarter or a year; 累計 of a month is what was before and the month. */
const acrossOf: Readonly<Record<ReportSpan['period'], Parameters<typeof withSumsAcross>[1]>> = {
  month: { from: 2, to: 3, into: 4 },
  quarter: { from: 2, to: 4, into: 5 },
  year: { from: 2, to: 13, into: 14 },
}

function figureTable(
  span: ReportSpan,
  caption: string,
  label: string,
  counts: readonly Counted[],
  rows: readonly TableRow[],
): Block {
  // 267 mm of an A4 sheet that lies: what the label leaves is shared out.
  const labelMm = counts.length > 6 ? 66 : 90
  const widthMm = Math.min(26, (267 - labelMm - 16) / counts.length)
  return {
    kind: 'table',
    caption,
    columns: [
      { heading: label, widthMm: labelMm, align: 'start' },
      { heading: '単位', widthMm: 16, align: 'center' },
      ...counts.map(({ heading }): TableColumn => ({ heading, widthMm, align: 'end' })),
    ],
    rows: withSumsAcross(rows, acrossOf[span.period]),
    minRowHeightMm: 6,
  }
}

function sideRows<Key>(
  rows: readonly FigureRow<Key>[],
  nameOf: (key: Key) => string,
  counts: readonly Counted[],
): readonly TableRow[] {
  return rows
    .filter(({ months }) => upTo(months, 11) > 0)
    .map(({ key, months }) => ({
      kind: 'cells',
      cells: [{ text: nameOf(key) }, { text: '件' }, ...counts.map(({ of }) => numberCell(of(months)))],
    }))
}

/** 13:30～15:00, and after midnight 22:00～翌1:00. */
export function activityTimeText({ startsAt, endsAt }: Pick<Activity, 'startsAt' | 'endsAt'>): string {
  if (startsAt === null) return ''
  if (endsAt === null) return `${formatClockTime(startsAt)}～`
  return `${formatClockTime(startsAt)}～${endsNextDay(startsAt, endsAt) ? '翌' : ''}${formatClockTime(endsAt)}`
}

function nextText({ nextStep, nextOn, nextDoneOn }: Activity): string {
  if (nextStep === '') return ''
  const until = nextOn === null ? '' : `（${formatWareki(nextOn, 'short')}まで）`
  return `${nextStep}${until}${nextDoneOn === null ? '' : `\n${formatWareki(nextDoneOn, 'short')} 済み`}`
}

interface DiaryColumn extends TableColumn {
  readonly textOf: (entry: Activity) => string
}
const column = (heading: string, widthMm: number, textOf: (entry: Activity) => string): DiaryColumn => ({
  heading,
  widthMm,
  align: 'start',
  textOf,
})

/** The columns of the 日報 after its number; 257 mm. */
const diaryColumns: readonly DiaryColumn[] = [
  column('月日（曜）', 22, (entry) => formatMonthDay(entry.actedOn)),
  column('時間', 21, (entry) => {
    const minutes = minutesOfActivity(entry.startsAt, entry.endsAt)
    return [activityTimeText(entry), minutes === null ? '' : `${(minutes / 60).toFixed(1)}時間`]
      .filter((text) => text !== '')
      .join('\n')
  }),
  column('場所', 24, (entry) => entry.place),
  column('方法', 14, (entry) => activityMethodNames[entry.method]),
  column('相手先', 28, (entry) =>
    [...[...entry.people, ...entry.organizations].map((each) => each.name), entry.partner]
      .filter((text) => text !== '')
      .join('\n'),
  ),
  column('区分', 26, (entry) => entry.kindName),
  column('内容', 44, (entry) => entry.content),
  column('気づき', 30, (entry) =>
    [entry.insight, ...entry.needs.map((each) => each.name)].filter((text) => text !== '').join('\n'),
  ),
  column('資源', 20, (entry) =>
    [...entry.resources, ...entry.developments].map((each) => each.name).join('\n'),
  ),
  column('次の対応・期限', 30, nextText),
]

function diaryTable(diary: readonly Activity[]): Block {
  return {
    kind: 'table',
    caption: '活動日報',
    columns: [
      { heading: 'No.', widthMm: 10, align: 'center' },
      ...diaryColumns.map(({ heading, widthMm, align }) => ({ heading, widthMm, align })),
    ],
    rows: diary.map((entry, position) => ({
      kind: 'cells',
      cells: [
        { text: String(position + 1), number: position + 1 },
        ...diaryColumns.map(({ textOf }) => ({ text: textOf(entry) })),
      ],
    })),
    minRowHeightMm: 8,
  }
}

const spanNames = { month: '月報', quarter: '四半期', year: '年報' } as const

/** 令和８年９月分, 令和８年度第２四半期, 令和８年度. */
export function spanText(fiscalYear: number, span: ReportSpan): string {
  const year = fiscalYearName(fiscalYear)
  switch (span.period) {
    case 'month': {
      const { from, to } = fiscalYearSpan(fiscalYear)
      const { era, year: number } = eraParts(span.number >= 4 ? from : to)
      return paperDigits(`${era}${number === 1 ? '元' : String(number)}年${String(span.number)}月分`)
    }
    case 'quarter':
      return paperDigits(`${year}第${String(span.number)}四半期`)
    case 'year':
      return paperDigits(year)
  }
}

/** 生活支援コーディネーター活動報告書: figures by kind, time, area and way, and the diary they are counted from. */
export function activityReportDocument(report: ActivityReport): ReportDocument {
  const { figures, span, diary } = report
  const counts = countsOf(span)
  const when = spanText(report.fiscalYear, span)
  const name = `活動報告書（${spanNames[span.period]}）`
  const facts: readonly Fact[] = [
    ...(report.addressee === '' ? [] : [fact('提出先', [report.addressee])]),
    fact('法人名', [report.officeName]),
    fact('担当圏域', [report.areaName === '' ? '全域' : report.areaName]),
    fact('報告者', [report.reporter === '' ? 'コーディネーター全員' : report.reporter]),
  ]
  return {
    name: '活動報告書',
    title: `${when}生活支援コーディネーター${name}`,
    paper: { size: 'A4', orientation: 'landscape', margins: 'table' },
    font: 'gothic',
    textSize: 'normal',
    footer: { left: `${when}　活動報告書`, right: report.officeName, pageNumbers: true },
    blocks: [
      { kind: 'title', above: when, text: `生活支援コーディネーター${name}` },
      { kind: 'facts', ruled: false, labelWidthMm: 24, facts },
      { kind: 'spacer', heightMm: 3 },
      figureTable(
        span,
        '活動区分ごとの件数',
        '活動区分',
        counts,
        withSubtotals([...kindRows(figures, counts), ...workedRows(figures, counts)]),
      ),
      { kind: 'spacer', heightMm: 4 },
      figureTable(span, '圏域ごと、方法ごとの件数', '圏域・方法', counts, [
        { kind: 'section', text: '圏域ごと' },
        ...sideRows(figures.byArea, (area) => (area === '' ? '全域' : area), counts),
        { kind: 'section', text: '方法ごと' },
        ...sideRows(figures.byMethod, (method) => activityMethodNames[method], counts),
      ]),
      {
        kind: 'paragraph',
        label: '※',
        text: '二人以上のコーディネーターが同じ会議に出たときは、会議を一回と数えています。',
        strong: false,
      },
      { kind: 'page-break' },
      { kind: 'title', above: when, text: '活動日報' },
      ...(diary.length === 0
        ? [
            {
              kind: 'line',
              text: 'この期間の活動記録はありません。',
              align: 'start',
              size: 'normal',
            } as const,
          ]
        : [diaryTable(diary)]),
    ],
  }
}
