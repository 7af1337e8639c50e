import type {
  AccountOwner,
  BankAccountFields,
  Payment,
  PaymentLine,
  RunDetail,
  RunSummary,
  RunTotals,
  UnpaidLine,
} from '#shared/contract/allowance-operations.ts'
import { Refusal } from '#shared/contract/errors.ts'
import { allowanceOf, type AllowanceRule, hasRefused, ruleOn, sumPayment } from '#shared/domain/allowance.ts'
import { accountKindNames, maskedNumber } from '#shared/domain/bank-account.ts'
import type { PaymentRunId, PersonId } from '#shared/domain/ids.ts'
import { listAllowanceRules, listStoredPayees, type StoredPayee } from '../store/allowance-store.ts'
import { getBankAccount } from '../store/bank-store.ts'
import type { ReadDb } from '../store/database.ts'
import { listPaymentFiles } from '../store/paid-store.ts'
import {
  getReplacementOf,
  getRunById,
  type LineChange,
  listLineChanges,
  listPayable,
  listPayments,
  type PayableAttendance,
} from '../store/payment-store.ts'

type Bare = Omit<Payment, 'maskedAccount'>

/** あおば銀行　本店　普通 ****123 */
export function maskedAccount(account: BankAccountFields | undefined): string | null {
  if (account === undefined) return null
  const where = [account.bankName || account.bankKana, account.branchName || account.branchKana].join('　')
  return `${where}　${accountKindNames[account.kind]} ${maskedNumber(account.number)}`
}

/** Whose account a payment goes to; null where it goes to none. */
export function accountOwnerOf(payment: Pick<Payment, 'way' | 'personId' | 'paidToId'>): AccountOwner | null {
  if (payment.way === 'bank' && payment.personId !== null) return { kind: 'person', id: payment.personId }
  if (payment.way === 'organization' && payment.paidToId !== null)
    return { kind: 'organization', id: payment.paidToId }
  return null
}

/** Adds up what is paid; who refused is counted nowhere. */
export function totalsOf(payments: readonly Bare[]): RunTotals {
  const paid = payments.filter((each) => !each.refused)
  const total = (of: (payment: Bare) => number): number => paid.reduce((sum, each) => sum + of(each), 0)
  return {
    people: paid.length,
    base: total((each) => each.base),
    travel: total((each) => each.travel),
    gross: total((each) => each.gross),
    tax: total((each) => each.tax),
    net: total((each) => each.net),
  }
}

/** A line on its way to be put together with others of the same payment. */
interface Entry {
  readonly line: PaymentLine
  readonly attendance: PayableAttendance
  readonly payee: StoredPayee | undefined
  readonly refused: boolean
  readonly taxName: string
  readonly taxRate: number
  readonly taxesTravel: boolean
}

export interface RunSources {
  readonly attendances: readonly PayableAttendance[]
  readonly rules: readonly AllowanceRule[]
  readonly payees: ReadonlyMap<PersonId, StoredPayee>
  readonly changes: readonly LineChange[]
}

/**
 * What rolls, rules, wishes and corrections come to: the payments, and who is not paid and why. Pure. Lines of one person
 * with one tax are one payment, so that the tax is taken once of them together.
 */
export function draftPayments(sources: RunSources): {
  readonly payments: readonly Bare[]
  readonly unpaid: readonly UnpaidLine[]
} {
  const changes = new Map(sources.changes.map((change) => [change.attendanceId, change]))
  const unpaid: UnpaidLine[] = []
  const groups = new Map<string, Entry[]>()
  for (const attendance of sources.attendances) {
    const payee = attendance.personId === null ? undefined : sources.payees.get(attendance.personId)
    const entry = entryOf(attendance, payee, changes.get(attendance.attendanceId), sources.rules)
    if (entry === null || 'reason' in entry) {
      if (entry !== null) unpaid.push(entry)
      continue
    }
    const key = keyOf(entry)
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return {
    payments: [...groups].flatMap(([key, entries]) => paymentOf(key, entries)),
    unpaid,
  }
}

function entryOf(
  attendance: PayableAttendance,
  payee: StoredPayee | undefined,
  change: LineChange | undefined,
  rules: readonly AllowanceRule[],
): Entry | UnpaidLine | null {
  const { attendanceId, heldOn, name, role } = attendance
  if (attendance.alreadyPaid) return { attendanceId, name, heldOn, reason: 'already-paid' }
  const rule = ruleOn(rules, role, heldOn)
  // Staff and observers without a rule are simply not paid: nobody need be told.
  if (rule === null && change === undefined && isUnpaidByOffice(role)) return null
  const allowance = allowanceOf(rule, attendance, attendance, payee?.travel ?? null)
  if (change === undefined && !allowance.paid) return { attendanceId, name, heldOn, reason: allowance.reason }
  const refused = payee !== undefined && hasRefused(payee, heldOn)
  const amounts = change ?? (allowance.paid ? allowance : { base: 0, travel: 0 })
  return {
    line: {
      attendanceId,
      heldOn,
      base: refused ? 0 : amounts.base,
      travel: refused ? 0 : amounts.travel,
      half: allowance.paid && allowance.half && change === undefined,
      changedBecause: change?.because ?? null,
    },
    attendance,
    payee,
    refused,
    taxName: change?.taxName ?? payee?.taxName ?? rule?.taxName ?? '',
    taxRate: change?.taxRate ?? payee?.taxRate ?? rule?.taxRate ?? 0,
    taxesTravel: rule?.taxesTravel ?? false,
  }
}

function isUnpaidByOffice(role: PayableAttendance['role']): boolean {
  return role === 'observer' || role === 'coordinator' || role === 'secretariat'
}

function isByProxy({ attendance, payee }: Entry): boolean {
  return attendance.presence === 'proxy' && payee?.way !== 'organization'
}

function keyOf(entry: Entry): string {
  const { attendance, taxName, taxRate, refused } = entry
  const who = isByProxy(entry) ? attendance.attendanceId : (attendance.personId ?? attendance.attendanceId)
  return [who, refused ? 'refused' : '', taxName, String(taxRate)].join('|')
}

function paymentOf(key: string, entries: readonly Entry[]): readonly Bare[] {
  const last = entries.at(-1)
  if (last === undefined) return []
  const { attendance, payee, refused, taxName, taxRate } = last
  const byProxy = isByProxy(last)
  const way = byProxy || attendance.personId === null ? 'cash' : (payee?.way ?? 'bank')
  const toGroup = way === 'organization'
  const name = byProxy ? attendance.proxyName || `${attendance.name}の代理の方` : attendance.name
  const sum = sumPayment(
    entries.map(({ line, taxesTravel }) => ({ ...line, taxesTravel, taxRate: refused ? 0 : taxRate })),
  )
  const notes = [
    refused ? '辞退' : '',
    byProxy ? `代理（${attendance.name}）` : '',
    toGroup ? '団体振込' : '',
    entries.some(({ line }) => line.half) ? '半日を含む' : '',
    ...new Set(entries.map(({ line }) => line.changedBecause ?? '')),
  ]
  return [
    {
      key,
      personId: byProxy ? null : attendance.personId,
      name,
      organizationName: attendance.organizationName,
      post: byProxy ? attendance.proxyPost : attendance.post,
      address: byProxy ? '' : attendance.address,
      way,
      paidToId: toGroup ? (payee?.organizationId ?? null) : null,
      paidToName: toGroup ? (payee?.paidToName ?? '') : name,
      taxName,
      taxRate,
      ...sum,
      refused,
      note: notes.filter((each) => each !== '').join('・'),
      lines: entries.map(({ line }) => line),
    },
  ]
}

function sourcesOf(db: ReadDb, run: RunSummary): RunSources {
  const attendances = listPayable(db, run.id)
  return {
    attendances,
    rules: listAllowanceRules(db, run.councilId),
    payees: listStoredPayees(
      db,
      attendances.flatMap(({ personId }) => (personId === null ? [] : [personId])),
    ),
    changes: listLineChanges(db, run.id),
  }
}

/** A run with its payments: worked out from what stands now, or as they were frozen. Refuses with `not-found`. */
export function readRun(db: ReadDb, runId: PaymentRunId): RunDetail {
  const run = getRunById(db, runId)
  if (run === undefined) throw new Refusal('not-found')
  const { payments, unpaid } =
    run.state === 'draft'
      ? draftPayments(sourcesOf(db, run))
      : { payments: listPayments(db, runId), unpaid: [] }
  return {
    ...run,
    payments: payments.map((payment) => {
      const owner = accountOwnerOf(payment)
      return { ...payment, maskedAccount: owner === null ? null : maskedAccount(getBankAccount(db, owner)) }
    }),
    unpaid,
    totals: totalsOf(payments),
    files: listPaymentFiles(db, runId),
    replacedById: getReplacementOf(db, runId),
  }
}
