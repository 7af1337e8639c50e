import type { Secretariat } from '#shared/contract/council-operations.ts'
import { type CalendarDate, eraParts, formatWareki, makeCalendarDate } from '#shared/domain/calendar-date.ts'
import { withHonorific } from '#shared/domain/honorifics.ts'
import { formatTaxRate } from '#shared/domain/withholding.ts'
import { type Block, emptyFooter, type ReportDocument, type TableRow } from '../report-document.ts'
import { sumCell, yenCell } from './money-table.ts'
import { paperDate, paperDigits } from './paper-text.ts'

/** One payment of a person as a statement tells it. */
export interface StatementEntry {
  readonly name: string
  readonly organizationName: string
  readonly address: string
  readonly payOn: CalendarDate
  readonly title: string
  readonly taxName: string
  readonly taxRate: number
  readonly base: number
  readonly travel: number
  readonly tax: number
  readonly net: number
  readonly note: string
}

export interface StatementPeriod {
  readonly year: number
  /** Null: the whole calendar year, as 支払調書 go by. */
  readonly month: number | null
}

/** 令和８年（１月～12月）, 令和８年10月 */
export function periodWords({ year, month }: StatementPeriod): string {
  const day = makeCalendarDate(year, month ?? 1, 1)
  if (day === null) return ''
  const { era, year: inEra } = eraParts(day)
  const words = `${era}${inEra === 1 ? '元' : String(inEra)}年`
  return paperDigits(month === null ? `${words}（1月～12月）` : `${words}${String(month)}月`)
}

function rowsOf(entries: readonly StatementEntry[]): readonly TableRow[] {
  const last = entries.length - 1
  const total = (of: (entry: StatementEntry) => number): number =>
    entries.reduce((sum, entry) => sum + of(entry), 0)
  return [
    ...entries.map((entry) => ({
      kind: 'cells' as const,
      cells: [
        { text: formatWareki(entry.payOn, 'short') },
        { text: entry.title },
        yenCell(entry.base),
        yenCell(entry.travel),
        { text: entry.tax === 0 ? '' : `${entry.taxName}\n${formatTaxRate(entry.taxRate)}`.trim() },
        yenCell(entry.tax),
        yenCell(entry.net),
      ],
    })),
    {
      kind: 'cells',
      cells: [
        { text: '合計' },
        { text: `${String(entries.length)}件` },
        sumCell(
          total((entry) => entry.base),
          0,
          last,
        ),
        sumCell(
          total((entry) => entry.travel),
          0,
          last,
        ),
        { text: '' },
        sumCell(
          total((entry) => entry.tax),
          0,
          last,
        ),
        sumCell(
          total((entry) => entry.net),
          0,
          last,
        ),
      ],
    },
  ]
}

function statement(
  entries: readonly StatementEntry[],
  period: StatementPeriod,
  secretariat: Secretariat,
  today: CalendarDate,
): readonly Block[] {
  const person = entries.at(-1)
  if (person === undefined) return []
  const line = (text: string, align: 'start' | 'end' = 'start'): Block => ({
    kind: 'line',
    text,
    align,
    size: 'normal',
  })
  return [
    line(paperDate(today), 'end'),
    ...[person.address, person.organizationName].filter((each) => each !== '').map((each) => line(each)),
    line(withHonorific(person.name, 'person')),
    { kind: 'spacer', heightMm: 3 },
    line(secretariat.officeName, 'end'),
    line(secretariat.address, 'end'),
    { kind: 'spacer', heightMm: 4 },
    { kind: 'title', above: periodWords(period), text: '謝金・費用弁償　支払明細書' },
    {
      kind: 'table',
      caption: `${person.name}への支払い`,
      columns: [
        { heading: '支払日', widthMm: 22, align: 'start' },
        { heading: '名目', widthMm: 50, align: 'start' },
        { heading: '謝金', widthMm: 20, align: 'end' },
        { heading: '費用弁償', widthMm: 20, align: 'end' },
        { heading: '税', widthMm: 24, align: 'start' },
        { heading: '源泉徴収税額', widthMm: 22, align: 'end' },
        { heading: '差引支給額', widthMm: 22, align: 'end' },
      ],
      rows: rowsOf(entries),
      minRowHeightMm: 9,
    },
  ]
}

/** 支払明細書 of a year or a month, one person's page after another's. */
export function paymentStatementDocument(
  people: readonly (readonly StatementEntry[])[],
  period: StatementPeriod,
  secretariat: Secretariat,
  today: CalendarDate,
): ReportDocument {
  return {
    name: '支払明細書',
    title: `支払明細書（${periodWords(period)}）`,
    paper: { size: 'A4', orientation: 'portrait', margins: 'table' },
    font: 'gothic',
    textSize: 'normal',
    footer: emptyFooter,
    blocks: people
      .filter((entries) => entries.length > 0)
      .flatMap((entries, position): readonly Block[] => [
        ...(position === 0 ? [] : [{ kind: 'page-break' } as const]),
        ...statement(entries, period, secretariat, today),
      ]),
  }
}
