import type { budgetOperations } from '#shared/contract/budget-operations.ts'
import { Refusal } from '#shared/contract/errors.ts'
import type { BudgetItemId } from '#shared/domain/ids.ts'
import type { Handlers, OperationsOf } from '../context.ts'
import { readBudget, readYearPlan } from '../records/read-budget.ts'
import {
  addBudgetItem,
  addVoucher,
  getBudgetItemById,
  lastItemPosition,
  listBudgetItems,
  saveBudgetItem,
  saveVoucher,
  setBudgetItemRemoved,
  setItemPosition,
  setVoucherRemoved,
} from '../store/budget-store.ts'
import { getCouncilById } from '../store/council-store.ts'
import type { ReadDb } from '../store/database.ts'
import { saveYearPlan } from '../store/year-plan-store.ts'

type BudgetOperation = OperationsOf<typeof budgetOperations>
type VoucherOperation =
  'budget.addVoucher' | 'budget.saveVoucher' | 'budget.removeVoucher' | 'budget.restoreVoucher'

function knownItem(db: ReadDb, itemId: BudgetItemId) {
  const item = getBudgetItemById(db, itemId)
  if (item === undefined) throw new Refusal('not-found')
  return item
}

const itemHandlers: Handlers<Exclude<BudgetOperation, VoucherOperation | `yearPlan.${string}`>> = {
  'budget.get': ({ db }, { fiscalYear }) => readBudget(db, fiscalYear),
  'budget.addItem': ({ db, ids }, { item }) => {
    const itemId = ids.next<'budget-item'>()
    addBudgetItem(db, itemId, item, lastItemPosition(db, item.fiscalYear, item.side) + 1)
    return { itemId }
  },
  'budget.saveItem': ({ db }, { itemId, item }) => {
    const known = knownItem(db, itemId)
    saveBudgetItem(db, itemId, item)
    if (known.side !== item.side || known.fiscalYear !== item.fiscalYear)
      setItemPosition(db, itemId, lastItemPosition(db, item.fiscalYear, item.side) + 1)
    return null
  },
  'budget.moveItem': ({ db }, { itemId, by }) => {
    const item = knownItem(db, itemId)
    const side = listBudgetItems(db, item.fiscalYear).filter((each) => each.side === item.side)
    const at = side.findIndex((each) => each.id === itemId)
    const other = side[at + by]
    // At the edge there is nowhere to go.
    if (other === undefined) return null
    setItemPosition(db, itemId, other.position)
    setItemPosition(db, other.id, item.position)
    return null
  },
  'budget.removeItem': ({ db, today, now }, { itemId }) => {
    if (!setBudgetItemRemoved(db, itemId, `${today}T${now}`)) throw new Refusal('not-found')
    return null
  },
  'budget.restoreItem': ({ db }, { itemId }) => {
    if (!setBudgetItemRemoved(db, itemId, null)) throw new Refusal('not-found')
    return null
  },
  'budget.copyYear': ({ db, ids }, { fiscalYear }) => {
    if (listBudgetItems(db, fiscalYear).length > 0) throw new Refusal('conflict')
    const last = listBudgetItems(db, fiscalYear - 1)
    for (const { position, ...item } of last)
      addBudgetItem(db, ids.next<'budget-item'>(), { ...item, fiscalYear }, position)
    return { copied: last.length }
  },
}

const voucherHandlers: Handlers<VoucherOperation> = {
  'budget.addVoucher': ({ db, ids }, { voucher }) => {
    knownItem(db, voucher.itemId)
    const voucherId = ids.next<'voucher'>()
    addVoucher(db, voucherId, voucher)
    return { voucherId }
  },
  'budget.saveVoucher': ({ db }, { voucherId, voucher }) => {
    knownItem(db, voucher.itemId)
    if (!saveVoucher(db, voucherId, voucher)) throw new Refusal('not-found')
    return null
  },
  'budget.removeVoucher': ({ db, today, now }, { voucherId }) => {
    if (!setVoucherRemoved(db, voucherId, `${today}T${now}`)) throw new Refusal('not-found')
    return null
  },
  'budget.restoreVoucher': ({ db }, { voucherId }) => {
    if (!setVoucherRemoved(db, voucherId, null)) throw new Refusal('not-found')
    return null
  },
}

const planHandlers: Handlers<Extract<BudgetOperation, `yearPlan.${string}`>> = {
  'yearPlan.get': ({ db }, { councilId, fiscalYear }) => {
    if (!getCouncilById(db, councilId)) throw new Refusal('not-found')
    return readYearPlan(db, councilId, fiscalYear)
  },
  'yearPlan.save': ({ db, ids, today, now }, { councilId, fiscalYear, plan }) => {
    if (!getCouncilById(db, councilId)) throw new Refusal('not-found')
    const place = {
      councilId,
      fiscalYear,
      removedAt: `${today}T${now}`,
      nextId: () => ids.next<'year-plan-row'>(),
    }
    saveYearPlan(db, place, plan)
    return null
  },
}

export const budgetHandlers: Handlers<BudgetOperation> = {
  ...itemHandlers,
  ...voucherHandlers,
  ...planHandlers,
}
