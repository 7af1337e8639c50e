import type { BudgetItem, BudgetYear } from '#shared/contract/budget-operations.ts'
import type { Secretariat } from '#shared/contract/council-operations.ts'
import { type CalendarDate, fiscalYearName } from '#shared/domain/calendar-date.ts'
import { type LedgerSide, ledgerSideNames, type LedgerSum } from '#shared/domain/ledger.ts'
import { yenWords } from '#shared/domain/yen.ts'
import {
  type Block,
  type CellFormula,
  emptyFooter,
  type ReportDocument,
  type TableCell,
  type TableRow,
} from '../report-document.ts'
import { sumCell, yenCell } from './money-table.ts'
import { paperDate, paperDigits } from './paper-text.ts'

/** Columns of a 収支決算書 that hold amounts. */
const budgetAt = 1
const actualAt = 2

interface Sheet {
  readonly settled: boolean
  readonly rows: TableRow[]
}

function difference(row: number): CellFormula {
  return { kind: 'difference', of: { row, column: actualAt }, less: { row, column: budgetAt } }
}

function amounts(sheet: Sheet, sum: LedgerSum, cell: (amount: number) => TableCell): readonly TableCell[] {
  const row = sheet.rows.length
  return sheet.settled
    ? [cell(sum.budget), cell(sum.actual), yenCell(sum.difference, difference(row))]
    : [cell(sum.budget)]
}

/** One side: its heading, its items, its sum. Returns the row of the sum. */
function addSide(sheet: Sheet, side: LedgerSide, items: readonly BudgetItem[], sum: LedgerSum): number {
  sheet.rows.push({ kind: 'section', text: `${ledgerSideNames[side]}の部` })
  const first = sheet.rows.length
  for (const item of items) {
    const own = { budget: item.amount, actual: item.actual, difference: item.difference }
    sheet.rows.push({
      kind: 'cells',
      cells: [{ text: item.name }, ...amounts(sheet, own, yenCell), { text: item.note }],
    })
  }
  const last = sheet.rows.length - 1
  sheet.rows.push({
    kind: 'cells',
    cells: [
      { text: `${ledgerSideNames[side]}　合計` },
      ...amounts(sheet, sum, (amount) => sumCell(amount, first, last)),
      { text: '' },
    ],
  })
  return sheet.rows.length - 1
}

/** What does not foot is said on the paper. */
function remarks(budget: BudgetYear, settled: boolean): readonly Block[] {
  const { balance } = budget.totals
  const paragraph = (text: string): Block => ({ kind: 'paragraph', label: '※', text, strong: false })
  const uncounted = budget.uncounted.base + budget.uncounted.travel
  return [
    ...(balance.budget === 0
      ? []
      : [paragraph(`予算の収入と支出に、${yenWords(balance.budget)}の差があります。`)]),
    ...(settled && uncounted > 0
      ? [paragraph(`どの科目にも数えていない謝金・費用弁償が、${yenWords(uncounted)}あります。`)]
      : []),
    ...(settled && budget.countedTwice ? [paragraph('謝金・費用弁償を、二つの科目で数えています。')] : []),
  ]
}

/** 収支予算書, or with what was spent 収支決算書: sums and differences are formulas in Excel. */
export function budgetDocument(
  budget: BudgetYear,
  secretariat: Secretariat,
  kind: 'budget' | 'settlement',
  today: CalendarDate,
): ReportDocument {
  const settled = kind === 'settlement'
  const name = settled ? '収支決算書' : '収支予算書'
  const year = fiscalYearName(budget.fiscalYear)
  const { totals } = budget
  const sheet: Sheet = { settled, rows: [] }
  const of = (side: LedgerSide): readonly BudgetItem[] => budget.items.filter((item) => item.side === side)
  const incomeRow = addSide(sheet, 'income', of('income'), totals.income)
  const expenseRow = addSide(sheet, 'expense', of('expense'), totals.expense)
  const between = (column: number): CellFormula => ({
    kind: 'difference',
    of: { row: incomeRow, column },
    less: { row: expenseRow, column },
  })
  sheet.rows.push({
    kind: 'cells',
    cells: [
      { text: '差引残額（収入－支出）' },
      yenCell(totals.balance.budget, between(budgetAt)),
      ...(settled
        ? [
            yenCell(totals.balance.actual, between(actualAt)),
            yenCell(totals.balance.difference, difference(sheet.rows.length)),
          ]
        : []),
      { text: settled ? '次年度へ繰越' : '' },
    ],
  })
  return {
    name,
    title: `${year}${name}`,
    paper: { size: 'A4', orientation: 'portrait', margins: 'table' },
    font: 'gothic',
    textSize: 'normal',
    footer: { ...emptyFooter, left: secretariat.officeName, pageNumbers: true },
    blocks: [
      { kind: 'title', above: paperDigits(year), text: name },
      { kind: 'line', text: secretariat.officeName, align: 'end', size: 'normal' },
      { kind: 'line', text: `${paperDate(today)}現在　単位：円`, align: 'end', size: 'small' },
      {
        kind: 'table',
        caption: name,
        columns: [
          { heading: '科目', widthMm: 50, align: 'start' },
          { heading: '予算額', widthMm: 28, align: 'end' },
          ...(settled
            ? [
                { heading: '決算額', widthMm: 28, align: 'end' as const },
                { heading: '増減（△）', widthMm: 28, align: 'end' as const },
              ]
            : []),
          { heading: '備考', widthMm: 46, align: 'start' },
        ],
        rows: sheet.rows,
        minRowHeightMm: 9,
      },
      ...remarks(budget, settled),
    ],
  }
}
