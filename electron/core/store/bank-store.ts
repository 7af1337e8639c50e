import type {
  AccountOwner,
  BankAccountFields,
  TransferSenderFields,
} from '#shared/contract/allowance-operations.ts'
import type { Id } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Accounts stand apart from people and groups, so that nothing that reads those meets one. */

const columnOf = { person: 'person_id', organization: 'organization_id' } as const

export function getBankAccount(db: ReadDb, owner: AccountOwner): BankAccountFields | undefined {
  return db.get<BankAccountFields>(
    `SELECT bank_name AS bankName, bank_code AS bankCode, bank_kana AS bankKana, branch_name AS branchName, branch_code AS branchCode,
            branch_kana AS branchKana, kind, number, holder_kana AS holderKana
     FROM bank_accounts WHERE ${columnOf[owner.kind]} = ? AND removed_at IS NULL`,
    [owner.id],
  )
}

export function saveBankAccount(
  db: WriteDb,
  id: Id<'bank-account'>,
  owner: AccountOwner,
  account: BankAccountFields,
): void {
  const values = [
    account.bankName,
    account.bankCode,
    account.bankKana,
    account.branchName,
    account.branchCode,
    account.branchKana,
    account.kind,
    account.number,
    account.holderKana,
  ] as const
  const column = columnOf[owner.kind]
  const changed = db.run(
    `UPDATE bank_accounts SET bank_name = ?, bank_code = ?, bank_kana = ?, branch_name = ?, branch_code = ?, branch_kana = ?, kind = ?, number = ?, holder_kana = ?
     WHERE ${column} = ? AND removed_at IS NULL`,
    [...values, owner.id],
  )
  if (changed > 0) return
  db.run(
    `INSERT INTO bank_accounts (bank_name, bank_code, bank_kana, branch_name, branch_code, branch_kana, kind, number, holder_kana, ${column}, id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [...values, owner.id, id],
  )
}

/** Returns whether there was one. */
export function removeBankAccount(db: WriteDb, owner: AccountOwner, removedAt: string): boolean {
  return (
    db.run(
      `UPDATE bank_accounts SET removed_at = ? WHERE ${columnOf[owner.kind]} = ? AND removed_at IS NULL`,
      [removedAt, owner.id],
    ) === 1
  )
}

export function getTransferSender(db: ReadDb): TransferSenderFields | undefined {
  const row = db.get<Omit<TransferSenderFields, 'lineBreaks'> & { readonly lineBreaks: number }>(
    `SELECT client_code AS clientCode, name_kana AS nameKana, bank_code AS bankCode, bank_kana AS bankKana, branch_code AS branchCode,
            branch_kana AS branchKana, kind, number, line_breaks AS lineBreaks FROM transfer_sender`,
  )
  return row && { ...row, lineBreaks: row.lineBreaks === 1 }
}

export function saveTransferSender(db: WriteDb, sender: TransferSenderFields): void {
  db.run(
    `INSERT INTO transfer_sender (id, client_code, name_kana, bank_code, bank_kana, branch_code, branch_kana, kind, number, line_breaks)
     VALUES ('own', ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET client_code = excluded.client_code, name_kana = excluded.name_kana, bank_code = excluded.bank_code,
       bank_kana = excluded.bank_kana, branch_code = excluded.branch_code, branch_kana = excluded.branch_kana, kind = excluded.kind,
       number = excluded.number, line_breaks = excluded.line_breaks`,
    [
      sender.clientCode,
      sender.nameKana,
      sender.bankCode,
      sender.bankKana,
      sender.branchCode,
      sender.branchKana,
      sender.kind,
      sender.number,
      Number(sender.lineBreaks),
    ],
  )
}
