import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { BudgetItemId, MeetingId, VoucherId } from '#shared/domain/ids.ts'
import { countedPayments, ledgerSides, type LedgerTotals } from '#shared/domain/ledger.ts'
import { calendarDate, fiscalYear, id, lineText, longText, requiredLine } from './fields.ts'
import { defineRead, defineWrite } from './operation.ts'

/** 予算・決算 of the office by 年度, and the 事業計画 of a council. Whole yen. */

const amount = z.number().int().min(-1_000_000_000_000).max(1_000_000_000_000)
const itemId = id<'budget-item'>()
const voucherId = id<'voucher'>()

export const budgetItemFields = z
  .strictObject({
    fiscalYear,
    side: z.enum(ledgerSides),
    name: requiredLine,
    amount,
    counts: z.enum(countedPayments),
    note: lineText,
  })
  .refine(({ side, counts }) => side === 'expense' || counts === 'none', { path: ['counts'] })
export type BudgetItemFields = z.infer<typeof budgetItemFields>

export const voucherFields = z.strictObject({
  itemId,
  datedOn: calendarDate,
  text: requiredLine,
  partner: lineText,
  /** Below zero: given back. */
  amount,
})
export type VoucherFields = z.infer<typeof voucherFields>
export interface Voucher extends VoucherFields {
  readonly id: VoucherId
}

export interface BudgetItem extends BudgetItemFields {
  readonly id: BudgetItemId
  /** What closed payments of the year come to, as far as this item counts them. */
  readonly paid: number
  readonly actual: number
  /** 決算 − 予算. */
  readonly difference: number
  readonly vouchers: readonly Voucher[]
}

export interface BudgetYear {
  readonly fiscalYear: number
  readonly items: readonly BudgetItem[]
  readonly totals: LedgerTotals
  /** 謝金 and 費用弁償 that were paid and that no item counts. */
  readonly uncounted: { readonly base: number; readonly travel: number }
  /** Counted by more than one item. */
  readonly countedTwice: boolean
  readonly hasLastYear: boolean
}

export const yearPlanFields = z.strictObject({
  aims: longText,
  items: z.array(z.strictObject({ plannedFor: lineText, theme: requiredLine, aim: lineText })).max(60),
})
export type YearPlanFields = z.infer<typeof yearPlanFields>

export interface YearPlan extends YearPlanFields {
  readonly meetings: readonly {
    readonly meetingId: MeetingId
    readonly number: number
    readonly heldOn: CalendarDate
    readonly place: string
    /** 協議 on its agenda. */
    readonly topics: readonly string[]
  }[]
}

const councilYear = { councilId: id<'council'>(), fiscalYear }

export const budgetOperations = {
  'budget.get': defineRead(z.strictObject({ fiscalYear }))<BudgetYear>(),
  'budget.addItem': defineWrite(z.strictObject({ item: budgetItemFields }))<{
    readonly itemId: BudgetItemId
  }>(),
  'budget.saveItem': defineWrite(z.strictObject({ itemId, item: budgetItemFields }))<null>(),
  'budget.moveItem': defineWrite(
    z.strictObject({ itemId, by: z.union([z.literal(-1), z.literal(1)]) }),
  )<null>(),
  'budget.removeItem': defineWrite(z.strictObject({ itemId }))<null>(),
  'budget.restoreItem': defineWrite(z.strictObject({ itemId }))<null>(),
  /** The items of the year before with their amounts; refused with `conflict` where this year has some. */
  'budget.copyYear': defineWrite(z.strictObject({ fiscalYear }))<{ readonly copied: number }>(),
  'budget.addVoucher': defineWrite(z.strictObject({ voucher: voucherFields }))<{
    readonly voucherId: VoucherId
  }>(),
  'budget.saveVoucher': defineWrite(z.strictObject({ voucherId, voucher: voucherFields }))<null>(),
  'budget.removeVoucher': defineWrite(z.strictObject({ voucherId }))<null>(),
  'budget.restoreVoucher': defineWrite(z.strictObject({ voucherId }))<null>(),

  'yearPlan.get': defineRead(z.strictObject(councilYear))<YearPlan>(),
  'yearPlan.save': defineWrite(z.strictObject({ ...councilYear, plan: yearPlanFields }))<null>(),
}
