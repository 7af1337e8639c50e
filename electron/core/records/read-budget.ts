import type { BudgetItem, BudgetYear, YearPlan } from '#shared/contract/budget-operations.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import { type CountedPayments, ledgerTotals } from '#shared/domain/ledger.ts'
import { listAgendaItems } from '../store/agenda-store.ts'
import { listBudgetItems, listVouchers } from '../store/budget-store.ts'
import type { ReadDb } from '../store/database.ts'
import { listMeetings } from '../store/meeting-store.ts'
import { sumYear } from '../store/paid-store.ts'
import { getYearPlan } from '../store/year-plan-store.ts'

interface Paid {
  readonly base: number
  readonly travel: number
}

function countedOf(counts: CountedPayments, paid: Paid): number {
  return (
    (counts === 'base' || counts === 'both' ? paid.base : 0) +
    (counts === 'travel' || counts === 'both' ? paid.travel : 0)
  )
}

/** The items of a year with what was spent, and what closed payments come to. */
export function readBudget(db: ReadDb, fiscalYear: number): BudgetYear {
  const paid = sumYear(db, fiscalYear)
  const vouchers = Map.groupBy(listVouchers(db, fiscalYear), (voucher) => voucher.itemId)
  const items = listBudgetItems(db, fiscalYear).map(({ position: _position, ...item }): BudgetItem => {
    const own = vouchers.get(item.id) ?? []
    const ofPayments = countedOf(item.counts, paid)
    const actual = own.reduce((sum, { amount }) => sum + amount, ofPayments)
    return { ...item, vouchers: own, paid: ofPayments, actual, difference: actual - item.amount }
  })
  const counting = (what: 'base' | 'travel'): number =>
    items.filter(({ counts }) => counts === what || counts === 'both').length
  return {
    fiscalYear,
    items,
    totals: ledgerTotals(items.map(({ side, amount, actual }) => ({ side, budget: amount, actual }))),
    uncounted: {
      base: counting('base') === 0 ? paid.base : 0,
      travel: counting('travel') === 0 ? paid.travel : 0,
    },
    countedTwice: counting('base') > 1 || counting('travel') > 1,
    hasLastYear: listBudgetItems(db, fiscalYear - 1).length > 0,
  }
}

/** 事業計画 of a council: what it writes of its year, and the meetings that are planned or were held. */
export function readYearPlan(db: ReadDb, councilId: CouncilId, fiscalYear: number): YearPlan {
  const plan = getYearPlan(db, councilId, fiscalYear)
  const meetings = [...listMeetings(db, councilId, fiscalYear)].sort((first, second) =>
    first.heldOn < second.heldOn ? -1 : 1,
  )
  return {
    aims: plan?.aims ?? '',
    items: plan?.items ?? [],
    meetings: meetings.map(({ id, number, heldOn, place }) => ({
      meetingId: id,
      number,
      heldOn,
      place,
      topics: listAgendaItems(db, id)
        .filter((item) => item.kind === 'discussion' && item.level > 1)
        .map((item) => item.title),
    })),
  }
}
