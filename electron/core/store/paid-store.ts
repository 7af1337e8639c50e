import type { PaidPerson, RunFile, RunTotals } from '#shared/contract/allowance-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { Id, PaymentRunId, PersonId, StoredFileId } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** What closed runs paid, and the files that were made of them. */

/** Sums of frozen figures. */
export function sumRun(db: ReadDb, runId: PaymentRunId): RunTotals {
  return (
    db.get<RunTotals>(
      `SELECT COUNT(*) AS people, COALESCE(SUM(base), 0) AS base, COALESCE(SUM(travel), 0) AS travel, COALESCE(SUM(base + travel), 0) AS gross,
              COALESCE(SUM(tax), 0) AS tax, COALESCE(SUM(net), 0) AS net
       FROM payments WHERE run_id = ? AND refused = 0`,
      [runId],
    ) ?? { people: 0, base: 0, travel: 0, gross: 0, tax: 0, net: 0 }
  )
}

/** What closed runs of a 年度 paid: 謝金 and 費用弁償. */
export function sumYear(db: ReadDb, fiscalYear: number): { readonly base: number; readonly travel: number } {
  return (
    db.get<{ base: number; travel: number }>(
      `SELECT COALESCE(SUM(y.base), 0) AS base, COALESCE(SUM(y.travel), 0) AS travel
       FROM payment_runs r JOIN payments y ON y.run_id = r.id WHERE r.fiscal_year = ? AND r.state = 'closed'`,
      [fiscalYear],
    ) ?? { base: 0, travel: 0 }
  )
}

export function listPaidPeople(
  db: ReadDb,
  from: CalendarDate,
  to: CalendarDate,
): readonly (PaidPerson & { readonly kana: string })[] {
  return db.all(
    `SELECT p.id AS personId, p.name, p.kana, COUNT(*) AS payments, SUM(y.base + y.travel) AS gross, SUM(y.tax) AS tax, SUM(y.net) AS net
     FROM payment_runs r JOIN payments y ON y.run_id = r.id JOIN people p ON p.id = y.person_id
     WHERE r.state = 'closed' AND r.pay_on BETWEEN ? AND ? AND y.refused = 0 AND y.base + y.travel > 0
     GROUP BY p.id ORDER BY p.kana_key, p.id`,
    [from, to],
  )
}

export interface PaidEntry {
  readonly name: string
  readonly organizationName: string
  readonly address: string
  readonly payOn: CalendarDate
  readonly title: string
  readonly taxName: string
  readonly taxRate: number
  readonly base: number
  readonly travel: number
  readonly tax: number
  readonly net: number
  readonly note: string
}

/** What one person was paid from one day to another, the first first. */
export function listPaidEntries(
  db: ReadDb,
  personId: PersonId,
  from: CalendarDate,
  to: CalendarDate,
): readonly PaidEntry[] {
  return db.all<PaidEntry>(
    `SELECT y.name, y.organization_name AS organizationName, y.address, r.pay_on AS payOn, r.title, y.tax_name AS taxName, y.tax_rate AS taxRate,
            y.base, y.travel, y.tax, y.net, y.note
     FROM payments y JOIN payment_runs r ON r.id = y.run_id
     WHERE y.person_id = ? AND r.state = 'closed' AND r.pay_on BETWEEN ? AND ? AND y.refused = 0 AND y.base + y.travel > 0
     ORDER BY r.pay_on, y.id`,
    [personId, from, to],
  )
}

export function addPaymentFile(
  db: WriteDb,
  file: {
    readonly id: Id<'payment-file'>
    readonly runId: PaymentRunId
    readonly kind: RunFile['kind']
    readonly fileId: StoredFileId
    readonly madeOn: CalendarDate
  },
): void {
  db.run('INSERT INTO payment_files (id, run_id, kind, file_id, made_on) VALUES (?, ?, ?, ?, ?)', [
    file.id,
    file.runId,
    file.kind,
    file.fileId,
    file.madeOn,
  ])
}

/** The last first. */
export function listPaymentFiles(db: ReadDb, runId: PaymentRunId): readonly RunFile[] {
  return db.all<RunFile>(
    `SELECT f.id, f.kind, s.name, f.made_on AS madeOn FROM payment_files f JOIN stored_files s ON s.id = f.file_id
     WHERE f.run_id = ? ORDER BY f.id DESC`,
    [runId],
  )
}

export function getPaymentFile(
  db: ReadDb,
  fileId: Id<'payment-file'>,
): { readonly name: string; readonly bytes: Uint8Array } | undefined {
  const file = db.get<{ name: string; bytes: Uint8Array }>(
    'SELECT s.name, s.bytes FROM payment_files f JOIN stored_files s ON s.id = f.file_id WHERE f.id = ?',
    [fileId],
  )
  return file && { name: file.name, bytes: new Uint8Array(file.bytes) }
}
