import type { Secretariat } from '#shared/contract/council-operations.ts'
import { type CalendarDate, fiscalYearName } from '#shared/domain/calendar-date.ts'
import { addresseeLines } from '#shared/domain/honorifics.ts'
import type { LedgerTotals } from '#shared/domain/ledger.ts'
import { formatYen } from '#shared/domain/yen.ts'
import { type Block, emptyFooter, type ReportDocument } from '../report-document.ts'
import { fact, paperDate, paperDigits } from './paper-text.ts'

export interface YearCover {
  readonly fiscalYear: number
  readonly secretariat: Secretariat
  /** Null where the office keeps no budget: the amounts are then left to be written in. */
  readonly totals: LedgerTotals | null
  readonly today: CalendarDate
}

const line = (text: string, align: 'start' | 'center' | 'end' = 'start'): Block => ({
  kind: 'line',
  text,
  align,
  size: 'normal',
})
const gap = (heightMm: number): Block => ({ kind: 'spacer', heightMm })

/** 実績報告書, the letter (鑑) that goes on top of 別紙１ and 収支決算書. What no record knows (number, contract) is left open. */
export function yearCoverDocument({ fiscalYear, secretariat, totals, today }: YearCover): ReportDocument {
  const year = paperDigits(fiscalYearName(fiscalYear))
  const { addressee, addresseeName, department, officeName, representative, staffName, phone } = secretariat
  const amount = (yen: number | undefined): string =>
    yen === undefined ? '　　　　　　　　円' : `${formatYen(yen)}円`
  return {
    name: '実績報告書',
    title: `${year}実績報告書`,
    paper: { size: 'A4', orientation: 'portrait', margins: 'letter' },
    font: 'mincho',
    textSize: 'large',
    footer: emptyFooter,
    blocks: [
      line('第　　　　　号', 'end'),
      line(paperDate(today), 'end'),
      gap(4),
      ...addresseeLines({ organizationName: '', post: addressee, name: addresseeName }).map((text) =>
        line(text),
      ),
      ...(department === '' ? [] : [line(`（${department}）`)]),
      gap(4),
      line(officeName, 'end'),
      ...(representative === '' ? [] : [line(`${representative}　㊞`, 'end')]),
      gap(10),
      { kind: 'title', above: `${year}　生活支援体制整備事業`, text: '実績報告書' },
      {
        kind: 'paragraph',
        label: '',
        text: '　　　　年　　月　　日付けで契約を結んだ上記の事業を終えましたので、関係書類を添えて報告します。',
        strong: false,
      },
      gap(3),
      line('記', 'center'),
      gap(3),
      {
        kind: 'facts',
        ruled: true,
        labelWidthMm: 34,
        facts: [
          fact('契約額', [amount(undefined)]),
          fact('執行額', [amount(totals?.expense.actual)]),
          fact('残額', [amount(undefined)]),
          fact('添付書類', ['１　実施状況報告書（別紙１）', '２　収支決算書', '３　地域資源一覧']),
        ],
      },
      gap(6),
      {
        kind: 'group',
        framed: true,
        align: 'end',
        blocks: [
          {
            kind: 'facts',
            ruled: false,
            labelWidthMm: 18,
            facts: [
              fact('担当', [[officeName, staffName].filter((each) => each !== '').join('　')]),
              ...(phone === '' ? [] : [fact('電話', [phone])]),
            ],
          },
        ],
      },
    ],
  }
}
