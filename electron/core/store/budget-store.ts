import type { BudgetItemFields, Voucher, VoucherFields } from '#shared/contract/budget-operations.ts'
import type { BudgetItemId, VoucherId } from '#shared/domain/ids.ts'
import type { LedgerSide } from '#shared/domain/ledger.ts'
import type { ReadDb, WriteDb } from './database.ts'

export interface StoredBudgetItem extends BudgetItemFields {
  readonly id: BudgetItemId
  readonly position: number
}

const itemQuery = `
  SELECT id, fiscal_year AS fiscalYear, side, position, name, amount, counts, note FROM budget_items WHERE removed_at IS NULL`

/** 収入 first, each side in its order. */
export function listBudgetItems(db: ReadDb, fiscalYear: number): readonly StoredBudgetItem[] {
  return db.all<StoredBudgetItem>(
    `${itemQuery} AND fiscal_year = ? ORDER BY CASE side WHEN 'income' THEN 1 ELSE 2 END, position, id`,
    [fiscalYear],
  )
}

export function getBudgetItemById(db: ReadDb, itemId: BudgetItemId): StoredBudgetItem | undefined {
  return db.get<StoredBudgetItem>(`${itemQuery} AND id = ?`, [itemId])
}

export function lastItemPosition(db: ReadDb, fiscalYear: number, side: LedgerSide): number {
  return (
    db.get<{ last: number }>(
      'SELECT COALESCE(MAX(position), 0) AS last FROM budget_items WHERE fiscal_year = ? AND side = ?',
      [fiscalYear, side],
    )?.last ?? 0
  )
}

export function addBudgetItem(
  db: WriteDb,
  itemId: BudgetItemId,
  item: BudgetItemFields,
  position: number,
): void {
  db.run(
    'INSERT INTO budget_items (id, fiscal_year, side, position, name, amount, counts, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [itemId, item.fiscalYear, item.side, position, item.name, item.amount, item.counts, item.note],
  )
}

/** Returns whether there was such an item. */
export function saveBudgetItem(db: WriteDb, itemId: BudgetItemId, item: BudgetItemFields): boolean {
  return (
    db.run(
      'UPDATE budget_items SET fiscal_year = ?, side = ?, name = ?, amount = ?, counts = ?, note = ? WHERE id = ? AND removed_at IS NULL',
      [item.fiscalYear, item.side, item.name, item.amount, item.counts, item.note, itemId],
    ) === 1
  )
}

export function setItemPosition(db: WriteDb, itemId: BudgetItemId, position: number): void {
  db.run('UPDATE budget_items SET position = ? WHERE id = ?', [position, itemId])
}

/** Returns whether there was such an item in the other state. */
export function setBudgetItemRemoved(db: WriteDb, itemId: BudgetItemId, removedAt: string | null): boolean {
  const other = removedAt === null ? 'IS NOT NULL' : 'IS NULL'
  return (
    db.run(`UPDATE budget_items SET removed_at = ? WHERE id = ? AND removed_at ${other}`, [
      removedAt,
      itemId,
    ]) === 1
  )
}

/** Of a year's items, by day. */
export function listVouchers(db: ReadDb, fiscalYear: number): readonly Voucher[] {
  return db.all<Voucher>(
    `SELECT v.id, v.budget_item_id AS itemId, v.dated_on AS datedOn, v.text, v.partner, v.amount
     FROM budget_items b JOIN vouchers v ON v.budget_item_id = b.id
     WHERE b.fiscal_year = ? AND b.removed_at IS NULL AND v.removed_at IS NULL ORDER BY v.dated_on, v.id`,
    [fiscalYear],
  )
}

export function addVoucher(db: WriteDb, voucherId: VoucherId, voucher: VoucherFields): void {
  db.run(
    'INSERT INTO vouchers (id, budget_item_id, dated_on, text, partner, amount) VALUES (?, ?, ?, ?, ?, ?)',
    [voucherId, voucher.itemId, voucher.datedOn, voucher.text, voucher.partner, voucher.amount],
  )
}

/** Returns whether there was such a voucher. */
export function saveVoucher(db: WriteDb, voucherId: VoucherId, voucher: VoucherFields): boolean {
  return (
    db.run(
      'UPDATE vouchers SET budget_item_id = ?, dated_on = ?, text = ?, partner = ?, amount = ? WHERE id = ? AND removed_at IS NULL',
      [voucher.itemId, voucher.datedOn, voucher.text, voucher.partner, voucher.amount, voucherId],
    ) === 1
  )
}

/** Returns whether there was such a voucher in the other state. */
export function setVoucherRemoved(db: WriteDb, voucherId: VoucherId, removedAt: string | null): boolean {
  const other = removedAt === null ? 'IS NOT NULL' : 'IS NULL'
  return (
    db.run(`UPDATE vouchers SET removed_at = ? WHERE id = ? AND removed_at ${other}`, [
      removedAt,
      voucherId,
    ]) === 1
  )
}
