import type { Briefing } from '#shared/contract/proposal-operations.ts'
import { type CalendarDate, formatWareki } from '#shared/domain/calendar-date.ts'
import { briefingAudienceNames } from '#shared/domain/proposal.ts'
import { emptyFooter, type ReportDocument, type TableRow } from '../report-document.ts'
import { paperDate } from './paper-text.ts'
import { withSumsAcross, withSumsDown } from './table-sums.ts'

/** 説明会一覧: when, where, to whom, how many came, and what they said. */
export function briefingListDocument(
  briefings: readonly Briefing[],
  whose: string,
  today: CalendarDate,
): ReportDocument {
  const total = (of: (each: Briefing) => number): number => briefings.reduce((sum, each) => sum + of(each), 0)
  const counts = (residents: number, cityStaff: number, others: number) =>
    [residents, cityStaff, others, residents + cityStaff + others].map((count) => ({
      text: String(count),
      number: count,
    }))
  return {
    name: '説明会一覧',
    title: `説明会一覧（${whose}）`,
    paper: { size: 'A4', orientation: 'landscape', margins: 'table' },
    font: 'gothic',
    textSize: 'normal',
    footer: { ...emptyFooter, left: whose, pageNumbers: true },
    blocks: [
      { kind: 'title', above: whose, text: '説明会・理念の共有　一覧' },
      {
        kind: 'line',
        text: `${paperDate(today)}現在　${String(briefings.length)}回`,
        align: 'end',
        size: 'small',
      },
      {
        kind: 'table',
        caption: '説明会一覧',
        columns: [
          { heading: '開催日', widthMm: 22, align: 'start' },
          { heading: '名前', widthMm: 46, align: 'start' },
          { heading: '相手', widthMm: 22, align: 'start' },
          { heading: '会場', widthMm: 34, align: 'start' },
          { heading: '住民', widthMm: 13, align: 'end' },
          { heading: '市職員', widthMm: 14, align: 'end' },
          { heading: '他', widthMm: 13, align: 'end' },
          { heading: '計', widthMm: 13, align: 'end' },
          { heading: '反応・意見', widthMm: 56, align: 'start' },
          { heading: '次にすること', widthMm: 34, align: 'start' },
        ],
        rows: withTotals([
          ...briefings.map((each) => ({
            kind: 'cells' as const,
            cells: [
              { text: formatWareki(each.heldOn, 'short') },
              { text: each.title },
              { text: briefingAudienceNames[each.audience] },
              { text: each.place },
              ...counts(each.residents, each.cityStaff, each.others),
              { text: each.reactions },
              { text: each.nextStep },
            ],
          })),
          ...(briefings.length === 0
            ? []
            : [
                {
                  kind: 'cells' as const,
                  cells: [
                    { text: '合計' },
                    { text: `${String(briefings.length)}回` },
                    { text: '' },
                    { text: '' },
                    ...counts(
                      total((each) => each.residents),
                      total((each) => each.cityStaff),
                      total((each) => each.others),
                    ),
                    { text: '' },
                    { text: '' },
                  ],
                },
              ]),
        ]),
        minRowHeightMm: 9,
      },
    ],
  }
}

const countColumns = { from: 4, to: 6, into: 7 } as const

function withTotals(rows: readonly TableRow[]): readonly TableRow[] {
  const last = rows.length - 1
  return withSumsDown(withSumsAcross(rows, countColumns), last, countColumns.from, {
    kind: 'sum',
    fromRow: 0,
    toRow: last - 1,
  })
}
