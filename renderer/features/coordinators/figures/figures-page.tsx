import { useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Select } from '#renderer/ui/select.tsx'
import type { LocalPaper, ReportPeriod } from '#shared/contract/local-paper-operations.ts'
import { activityHeadingNames, activityHeadings, activityMethodNames } from '#shared/domain/activity.ts'
import {
  type FigureRow,
  monthPlace,
  monthsOfYear,
  quarterPlaces,
  sumOf,
  upTo,
  type YearFigures,
} from '#shared/domain/activity-figures.ts'
import { fiscalYearName } from '#shared/domain/calendar-date.ts'
import type { CoordinatorId } from '#shared/domain/ids.ts'
import { CoordinatorPaper } from '../coordinator-paper.tsx'
import { CoordinatorParts } from '../coordinator-parts.tsx'
import styles from '../coordinators.module.css'

const periodNames: Readonly<Record<ReportPeriod, string>> = { month: '月報', quarter: '四半期', year: '年報' }
const periods = ['month', 'quarter', 'year'] as const
const everyone = '-'

interface Counted {
  readonly heading: string
  readonly of: (months: readonly number[]) => number
}

/** The columns of the table on the screen: the same counts as on the paper. */
function countsOf(period: ReportPeriod, number: number): readonly Counted[] {
  const month = (place: number): Counted => ({
    heading: `${String(monthsOfYear[place])}月`,
    of: (months) => months[place] ?? 0,
  })
  if (period === 'year') {
    return [
      ...monthsOfYear.map((_, place) => month(place)),
      { heading: '合計', of: (months) => upTo(months, 11) },
    ]
  }
  const places = period === 'quarter' ? quarterPlaces(number) : [(number + 8) % 12]
  const last = places.at(-1) ?? 0
  return [
    ...(period === 'quarter'
      ? [...places.map(month), { heading: '計', of: (months: readonly number[]) => sumOf(months, places) }]
      : [{ heading: '当月', of: (months: readonly number[]) => months[last] ?? 0 }]),
    { heading: '累計', of: (months) => upTo(months, last) },
  ]
}

/** 活動報告: the diary counted by kind, area and way, and the report made of it. */
export function FiguresPage() {
  const { fiscalYear, today } = usePlace()
  const [period, setPeriod] = useState<ReportPeriod>('month')
  const [month, setMonth] = useState<number>(monthsOfYear[monthPlace(today)] ?? 4)
  const [quarter, setQuarter] = useState(Math.floor(monthPlace(today) / 3) + 1)
  const [who, setWho] = useState<CoordinatorId | null>(null)
  const [printing, setPrinting] = useState(false)
  const coordinators = useRead('coordinators.list', {})
  const figures = useRead(
    'activities.figures',
    { fiscalYear, coordinatorId: who, areaName: null },
    { keepLast: true },
  )
  const number = period === 'quarter' ? quarter : period === 'month' ? month : 1
  const wanted: LocalPaper = { name: 'activity-report', fiscalYear, period, number, coordinatorId: who }
  return (
    <>
      <PageHead
        title="活動報告"
        beside={<CoordinatorParts />}
        line={`${fiscalYearName(fiscalYear)}の活動記録を、区分・圏域・方法ごとに数えます。年度は、上の欄で選びます。`}
        actions={
          <Button look="main" onPress={() => setPrinting(true)}>
            {periodNames[period]}を作る
          </Button>
        }
      />
      {printing ? (
        <CoordinatorPaper
          title={`活動報告書（${periodNames[period]}）`}
          wanted={wanted}
          onClose={() => setPrinting(false)}
        />
      ) : (
        <div className={styles.page}>
          <div className={styles.filters}>
            <RadioGroup
              label="期間"
              width="medium"
              value={period}
              onChange={setPeriod}
              choices={periods.map((value) => ({ value, label: periodNames[value] }))}
            />
            {period === 'month' ? (
              <Select
                label="月"
                width="short"
                value={String(month)}
                onChange={(value) => setMonth(Number(value))}
                choices={monthsOfYear.map((value) => ({
                  value: String(value),
                  label: `${String(value)}月`,
                }))}
              />
            ) : null}
            {period === 'quarter' ? (
              <Select
                label="四半期"
                width="medium"
                value={String(quarter)}
                onChange={(value) => setQuarter(Number(value))}
                choices={[1, 2, 3, 4].map((value) => ({
                  value: String(value),
                  label: `第${String(value)}四半期`,
                }))}
              />
            ) : null}
            <Select<CoordinatorId | typeof everyone>
              label="報告者"
              value={who ?? everyone}
              onChange={(value) => setWho(value === everyone ? null : value)}
              choices={[
                { value: everyone, label: '全員' },
                ...(coordinators.data ?? []).map((each) => ({ value: each.id, label: each.name })),
              ]}
            />
          </div>
          <Loaded read={figures}>
            {(data) => <Figures figures={data} counts={countsOf(period, number)} />}
          </Loaded>
        </div>
      )}
    </>
  )
}

interface FiguresProps {
  readonly figures: YearFigures
  readonly counts: readonly Counted[]
}

function Figures({ figures, counts }: FiguresProps) {
  const worked = (of: (month: YearFigures['worked'][number]) => number): readonly number[] =>
    figures.worked.map(of)
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label="活動区分ごとの件数">
          <Head label="活動区分" counts={counts} />
          <tbody>
            {activityHeadings.map((heading) => {
              const rows = figures.byKind.filter((row) => row.key.heading === heading)
              const sum = figures.byHeading.find((row) => row.key === heading)
              return (
                <HeadingRows
                  key={heading}
                  name={activityHeadingNames[heading]}
                  counts={counts}
                  rows={rows.map(({ key, months }) => ({ key: key.id, name: key.name, months }))}
                  sum={sum?.months ?? []}
                />
              )
            })}
            <CountRow sum name="合計" months={figures.total} counts={counts} />
            <CountRow name="活動日数" months={worked((month) => month.days)} counts={counts} />
            <CountRow name="半日の数" months={worked((month) => month.halfDays)} counts={counts} />
            <CountRow
              name="活動時間（時間）"
              months={worked((month) => month.minutes / 60)}
              digits={1}
              counts={counts}
            />
          </tbody>
        </table>
      </div>
      <Side title="圏域ごと" counts={counts} rows={named(figures.byArea, (area) => area || '全域')} />
      <Side
        title="方法ごと"
        counts={counts}
        rows={named(figures.byMethod, (method) => activityMethodNames[method])}
      />
    </>
  )
}

interface NamedRow {
  readonly key: string
  readonly name: string
  readonly months: readonly number[]
}

function named<Key extends string>(
  rows: readonly FigureRow<Key>[],
  nameOf: (key: Key) => string,
): readonly NamedRow[] {
  return rows
    .filter(({ months }) => upTo(months, 11) > 0)
    .map(({ key, months }) => ({ key, name: nameOf(key), months }))
}

function Head({ label, counts }: { readonly label: string; readonly counts: readonly Counted[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">{label}</th>
        {counts.map(({ heading }) => (
          <th key={heading} scope="col" className={styles.number}>
            {heading}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface CountRowProps {
  readonly name: string
  readonly months: readonly number[]
  readonly counts: readonly Counted[]
  readonly sum?: boolean
  readonly digits?: number
}

function CountRow({ name, months, counts, sum = false, digits = 0 }: CountRowProps) {
  return (
    <tr className={sum ? styles.sum : undefined}>
      <th scope="row">{name}</th>
      {counts.map(({ heading, of }) => (
        <td key={heading} className={styles.number}>
          {of(months).toFixed(digits)}
        </td>
      ))}
    </tr>
  )
}

interface HeadingRowsProps {
  readonly name: string
  readonly rows: readonly NamedRow[]
  readonly sum: readonly number[]
  readonly counts: readonly Counted[]
}

function HeadingRows({ name, rows, sum, counts }: HeadingRowsProps) {
  return (
    <>
      <tr className={styles.section}>
        <th scope="rowgroup" colSpan={counts.length + 1}>
          {name}
        </th>
      </tr>
      {rows.map((row) => (
        <CountRow key={row.key} name={row.name} months={row.months} counts={counts} />
      ))}
      <CountRow sum name="小計" months={sum} counts={counts} />
    </>
  )
}

interface SideProps {
  readonly title: string
  readonly counts: readonly Counted[]
  readonly rows: readonly NamedRow[]
}

function Side({ title, counts, rows }: SideProps) {
  return (
    <Block title={title}>
      {rows.length === 0 ? (
        <p className="sub">まだ記録がありません。</p>
      ) : (
        <table className={styles.table} aria-label={title}>
          <Head label={title} counts={counts} />
          <tbody>
            {rows.map((row) => (
              <CountRow key={row.key} name={row.name} months={row.months} counts={counts} />
            ))}
          </tbody>
        </table>
      )}
    </Block>
  )
}
