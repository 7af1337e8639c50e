import type { Payment, RunDetail } from '#shared/contract/allowance-operations.ts'
import type { Secretariat } from '#shared/contract/council-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import { formatTaxRate } from '#shared/domain/withholding.ts'
import { formatYen } from '#shared/domain/yen.ts'
import { emptyFooter, type ReportDocument, type TableCell, type TableColumn } from '../report-document.ts'
import { sumCell, yenCell } from './money-table.ts'
import { groupAndPost, paperDate } from './paper-text.ts'

const columns: readonly TableColumn[] = [
  { heading: 'No.', widthMm: 9, align: 'center' },
  { heading: '氏名', widthMm: 28, align: 'start' },
  { heading: '団体・役職', widthMm: 38, align: 'start' },
  { heading: '住所', widthMm: 28, align: 'start' },
  { heading: '出席日', widthMm: 18, align: 'start' },
  { heading: '単価', widthMm: 20, align: 'end' },
  { heading: '支給額', widthMm: 20, align: 'end' },
  { heading: '源泉徴収税額', widthMm: 25, align: 'end' },
  { heading: '差引支給額', widthMm: 21, align: 'end' },
  { heading: '振込先', widthMm: 30, align: 'start' },
  { heading: '受領印', widthMm: 14, align: 'center' },
  { heading: '備考', widthMm: 20, align: 'start' },
]
const grossColumn = columns.findIndex(({ heading }) => heading === '支給額')

/** 6,000, and 費用弁償 500 below it; each once where all days are alike. */
export function unitPrices({ lines, refused }: Payment): string {
  if (refused) return ''
  return [
    ...new Set(
      lines.map(({ base, travel }) =>
        travel === 0 ? formatYen(base) : `${formatYen(base)}\n旅費 ${formatYen(travel)}`,
      ),
    ),
  ].join('\n')
}

export function whereTo({ way, refused, maskedAccount, paidToName }: Payment): string {
  if (refused) return ''
  if (way === 'cash') return '現金'
  const account = maskedAccount ?? '口座 未登録'
  return way === 'organization' ? `${paidToName}\n${account}` : account
}

export function remarks(payment: Payment): string {
  const tax = payment.tax === 0 ? '' : `${payment.taxName} ${formatTaxRate(payment.taxRate)}`.trim()
  return [payment.note, tax].filter((each) => each !== '').join('\n')
}

function cellsOf(payment: Payment, position: number): readonly TableCell[] {
  return [
    { text: String(position + 1), number: position + 1 },
    { text: payment.name },
    { text: groupAndPost(payment.organizationName, payment.post) },
    { text: payment.address },
    { text: payment.lines.map(({ heldOn }) => formatWareki(heldOn, 'short')).join('\n') },
    { text: unitPrices(payment) },
    yenCell(payment.gross),
    yenCell(payment.tax),
    yenCell(payment.net, {
      kind: 'difference',
      of: { row: position, column: grossColumn },
      less: { row: position, column: grossColumn + 1 },
    }),
    { text: whereTo(payment) },
    { text: payment.refused ? '―' : '' },
    { text: remarks(payment) },
  ]
}

/**
 * 謝金・費用弁償 支払調書: A4 landscape, a line a payment, the sum below, room for the seal of who receives it.
 * Its 決裁欄 is the office's own.
 */
export function paymentListDocument(
  run: RunDetail,
  secretariat: Secretariat,
  sealBoxes: readonly string[],
): ReportDocument {
  const last = run.payments.length - 1
  const { gross, tax, net, people } = run.totals
  return {
    name: '支払調書',
    title: `支払調書（${run.title}）`,
    paper: { size: 'A4', orientation: 'landscape', margins: 'table' },
    font: 'gothic',
    textSize: 'normal',
    footer: { ...emptyFooter, left: `${secretariat.officeName}　取扱注意`, pageNumbers: true },
    blocks: [
      ...(sealBoxes.length === 0 ? [] : [{ kind: 'seals', boxes: sealBoxes, sizeMm: 16 } as const]),
      { kind: 'title', above: run.councilName, text: '謝金・費用弁償　支払調書' },
      {
        kind: 'line',
        text: [
          run.title,
          `支払日　${paperDate(run.payOn)}`,
          run.state === 'closed' && run.closedOn !== null
            ? `${formatWareki(run.closedOn)}に締めました`
            : run.state === 'replaced'
              ? '作りなおす前のもの'
              : '',
        ]
          .filter((each) => each !== '')
          .join('　　'),
        align: 'start',
        size: 'normal',
      },
      {
        kind: 'table',
        caption: '謝金・費用弁償の支払い',
        columns,
        rows: [
          ...run.payments.map((payment, position) => ({
            kind: 'cells' as const,
            cells: cellsOf(payment, position),
          })),
          {
            kind: 'cells',
            cells: [
              { text: '' },
              { text: '合計' },
              { text: `${String(people)}名` },
              { text: '' },
              { text: '' },
              { text: '' },
              sumCell(gross, 0, last),
              sumCell(tax, 0, last),
              sumCell(net, 0, last),
              { text: '' },
              { text: '' },
              { text: '' },
            ],
          },
        ],
        minRowHeightMm: 12,
      },
    ],
  }
}
