import type { Payment, RunSummary } from '#shared/contract/allowance-operations.ts'
import type { BudgetItem, BudgetYear } from '#shared/contract/budget-operations.ts'
import { payWayNames } from '#shared/domain/allowance.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import type { LedgerSide } from '#shared/domain/ledger.ts'
import { remarks, unitPrices, whereTo } from '../documents/payment-list-document.ts'
import {
  date,
  type FieldGroup,
  fieldGroup,
  fieldList,
  type FieldList,
  type ListField,
  number,
  text,
  type WholeFieldOf,
  yesNo,
} from './field-lists.ts'

/** Payments that a form tells of, and the office's 予算 and 決算 of the 年度. */
export interface MoneyRecord {
  /** Of the meeting, of the month in which they were paid, or of the 年度; the earliest first. */
  readonly runs: readonly PaidRun[]
  readonly budget: BudgetYear
}

export interface PaidRun extends Pick<RunSummary, 'title' | 'payOn'> {
  readonly payments: readonly Payment[]
}

const all = ({ runs }: MoneyRecord): readonly Payment[] => runs.flatMap(({ payments }) => payments)
const paid = (record: MoneyRecord): readonly Payment[] => all(record).filter(({ refused }) => !refused)
const total = (record: MoneyRecord, of: (payment: Payment) => number): number =>
  paid(record).reduce((sum, payment) => sum + of(payment), 0)
const total0 = (of: (payment: Payment) => number) => (record: MoneyRecord) =>
  number(record.runs.length === 0 ? null : total(record, of))

/** Who refused is listed, with no amount: the form then says 辞退. */
const unlessRefused = (of: (payment: Payment) => number) => (payment: Payment) =>
  number(payment.refused ? null : of(payment))

const paymentFields: readonly ListField<Payment>[] = [
  ['氏名', 'text', '髙橋　敏夫', (each) => text(each.name)],
  ['団体名', 'text', '東部地区自治会連絡協議会', (each) => text(each.organizationName)],
  ['役職', 'text', '会長', (each) => text(each.post)],
  ['住所', 'text', '青羽市東町１丁目', (each) => text(each.address)],
  [
    '出席日',
    'text',
    'R8.9.17',
    (each) => text(each.lines.map(({ heldOn }) => formatWareki(heldOn, 'short')).join('\n')),
  ],
  ['出席回数', 'number', '1', (each) => number(each.lines.length)],
  ['単価', 'text', '6,000', (each) => text(unitPrices(each))],
  ['謝金', 'number', '6000', unlessRefused(({ base }) => base)],
  ['費用弁償', 'number', '500', unlessRefused(({ travel }) => travel)],
  ['支給額', 'number', '6500', unlessRefused(({ gross }) => gross)],
  ['課税対象額', 'number', '6000', unlessRefused(({ taxable }) => taxable)],
  ['源泉徴収税額', 'number', '612', unlessRefused(({ tax }) => tax)],
  ['差引支給額', 'number', '5888', unlessRefused(({ net }) => net)],
  ['支払方法', 'text', '口座振込', (each) => text(each.refused ? '' : payWayNames[each.way])],
  ['振込先', 'text', 'あおば銀行　本店　普通 ****123', (each) => text(whereTo(each))],
  ['辞退', 'yes-no', 'はい', (each) => yesNo(each.refused)],
  [
    '備考',
    'text',
    '報酬 10.21％',
    (each) => text([each.refused ? '辞退' : '', remarks(each)].filter((part) => part !== '').join('\n')),
  ],
]

const itemFields: readonly ListField<BudgetItem>[] = [
  ['科目', 'text', '委託料', (item) => text(item.name)],
  ['予算額', 'number', '1200000', (item) => number(item.amount)],
  ['決算額', 'number', '1180000', (item) => number(item.actual)],
  ['増減', 'number', '-20000', (item) => number(item.difference)],
  ['備考', 'text', '市から', (item) => text(item.note)],
]

const itemsOf = (name: string, side: LedgerSide): FieldList<MoneyRecord> =>
  fieldList(name, ({ budget }) => budget.items.filter((item) => item.side === side), itemFields)

interface VoucherRow {
  readonly item: BudgetItem
  readonly voucher: BudgetItem['vouchers'][number]
}

const vouchersOf = ({ budget }: MoneyRecord): readonly VoucherRow[] =>
  budget.items
    .flatMap((item) => item.vouchers.map((voucher) => ({ item, voucher })))
    .toSorted((first, second) => (first.voucher.datedOn < second.voucher.datedOn ? -1 : 1))

/** Nothing where the office keeps no budget: a 0 would say that there was one. */
const balance =
  (of: (totals: BudgetYear['totals']) => number): WholeFieldOf<MoneyRecord>[3] =>
  ({ budget }) =>
    number(budget.items.length === 0 ? null : of(budget.totals))

const whole: readonly WholeFieldOf<MoneyRecord>[] = [
  ['支払.件名', 'text', '第２回協議体　謝金', ({ runs }) => text(runs.map(({ title }) => title).join('、'))],
  ['支払.支払日', 'date', '令和8年9月30日', ({ runs }) => date(runs.at(-1)?.payOn ?? null)],
  ['支払.人数', 'number', '10', (record) => number(record.runs.length === 0 ? null : paid(record).length)],
  ['支払.謝金合計', 'number', '60000', total0(({ base }) => base)],
  ['支払.費用弁償合計', 'number', '5000', total0(({ travel }) => travel)],
  ['支払.支給額合計', 'number', '65000', total0(({ gross }) => gross)],
  ['支払.源泉徴収税額合計', 'number', '6126', total0(({ tax }) => tax)],
  ['支払.差引支給額合計', 'number', '58874', total0(({ net }) => net)],
  ['収支.収入予算額', 'number', '1200000', balance(({ income }) => income.budget)],
  ['収支.収入決算額', 'number', '1200000', balance(({ income }) => income.actual)],
  ['収支.支出予算額', 'number', '1200000', balance(({ expense }) => expense.budget)],
  ['収支.支出決算額', 'number', '1180000', balance(({ expense }) => expense.actual)],
  ['収支.差引予算額', 'number', '0', balance((totals) => totals.balance.budget)],
  ['収支.差引決算額', 'number', '20000', balance((totals) => totals.balance.actual)],
]

/** 謝金・費用弁償, and 予算・決算. Paths are never renamed, only added. */
export const moneyGroup: FieldGroup<MoneyRecord> = fieldGroup(whole, [
  fieldList('支払', all, paymentFields),
  itemsOf('収入', 'income'),
  itemsOf('支出', 'expense'),
  fieldList('伝票', vouchersOf, [
    ['日付', 'date', '令和8年9月17日', ({ voucher }) => date(voucher.datedOn)],
    ['科目', 'text', '会議費', ({ item }) => text(item.name)],
    ['摘要', 'text', 'お茶代', ({ voucher }) => text(voucher.text)],
    ['相手先', 'text', '東町商店', ({ voucher }) => text(voucher.partner)],
    ['金額', 'number', '1296', ({ voucher }) => number(voucher.amount)],
  ]),
])
