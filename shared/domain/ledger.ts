/** 予算と決算: what the items of a year come to, and whether both sides agree. Whole yen. */

export const ledgerSides = ['income', 'expense'] as const
export type LedgerSide = (typeof ledgerSides)[number]
export const ledgerSideNames: Readonly<Record<LedgerSide, string>> = {
  income: '収入',
  expense: '支出',
}

/** What is counted as actual beside typed vouchers. */
export const countedPayments = ['none', 'base', 'travel', 'both'] as const
export type CountedPayments = (typeof countedPayments)[number]
export const countedPaymentNames: Readonly<Record<CountedPayments, string>> = {
  none: '伝票だけ',
  base: '謝金の支払い',
  travel: '費用弁償の支払い',
  both: '謝金と費用弁償の支払い',
}

export interface LedgerItem {
  readonly side: LedgerSide
  readonly budget: number
  readonly actual: number
}

export interface LedgerSum {
  readonly budget: number
  readonly actual: number
  /** 決算 − 予算. */
  readonly difference: number
}

export interface LedgerTotals {
  readonly income: LedgerSum
  readonly expense: LedgerSum
  /** 収入 − 支出: 差引残額, carried into the next year. */
  readonly balance: LedgerSum
}

function sumOf(items: readonly LedgerItem[]): LedgerSum {
  const budget = items.reduce((sum, item) => sum + item.budget, 0)
  const actual = items.reduce((sum, item) => sum + item.actual, 0)
  return { budget, actual, difference: actual - budget }
}

/** Sums of both sides and what stands between them. */
export function ledgerTotals(items: readonly LedgerItem[]): LedgerTotals {
  const income = sumOf(items.filter((item) => item.side === 'income'))
  const expense = sumOf(items.filter((item) => item.side === 'expense'))
  return {
    income,
    expense,
    balance: {
      budget: income.budget - expense.budget,
      actual: income.actual - expense.actual,
      difference: income.difference - expense.difference,
    },
  }
}
