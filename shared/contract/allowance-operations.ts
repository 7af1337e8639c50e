import { z } from 'zod'
import { type PayWay, payWays, type UnpaidReason } from '#shared/domain/allowance.ts'
import { accountKinds } from '#shared/domain/bank-account.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type {
  AllowanceRuleId,
  AttendanceId,
  CouncilId,
  Id,
  MeetingId,
  OrganizationId,
  PaymentRunId,
  PersonId,
} from '#shared/domain/ids.ts'
import { councilRoles } from '#shared/domain/roles.ts'
import { calendarDate, fiscalYear, id, lineText, requiredLine } from './fields.ts'
import type { OfferedFile } from './files.ts'
import { defineRead, defineTask, defineWrite } from './operation.ts'

/** 謝金・費用弁償: rules, how each person is paid, runs of payments, and the file for the bank. Whole yen. */

const yen = z.number().int().min(0).max(10_000_000)
/** Thousandths of a percent. */
const taxRate = z.number().int().min(0).max(100_000)
const councilId = id<'council'>()
const runId = id<'payment-run'>()

export const allowanceRuleFields = z
  .strictObject({
    councilId,
    role: z.enum(councilRoles),
    validFrom: calendarDate,
    validTo: calendarDate.nullable(),
    amount: yen,
    halfAmount: yen.nullable(),
    halfMinutes: z.number().int().min(1).max(1440).nullable(),
    travel: yen,
    paysOnline: z.boolean(),
    paysProxy: z.boolean(),
    paysWritten: z.boolean(),
    taxName: lineText,
    taxRate,
    taxesTravel: z.boolean(),
    note: lineText,
  })
  .refine(({ halfAmount, halfMinutes }) => (halfAmount === null) === (halfMinutes === null), {
    path: ['halfMinutes'],
  })
export type AllowanceRuleFields = z.infer<typeof allowanceRuleFields>
export interface AllowanceRuleRow extends AllowanceRuleFields {
  readonly id: AllowanceRuleId
}

export const payeeFields = z
  .strictObject({
    refusedOn: calendarDate.nullable(),
    refusedBecause: lineText,
    way: z.enum(payWays),
    organizationId: id<'organization'>().nullable(),
    travel: yen.nullable(),
    taxName: lineText.nullable(),
    taxRate: taxRate.nullable(),
    note: lineText,
  })
  .refine(({ taxName, taxRate: rate }) => (taxName === null) === (rate === null), { path: ['taxRate'] })
  .refine(({ way, organizationId }) => way !== 'organization' || organizationId !== null, {
    path: ['organizationId'],
  })
export type PayeeFields = z.infer<typeof payeeFields>

/** Numbers are looked at by the domain, so that a wrong length is told in words. */
export const bankAccountFields = z.strictObject({
  bankName: lineText,
  bankCode: lineText,
  bankKana: lineText,
  branchName: lineText,
  branchCode: lineText,
  branchKana: lineText,
  kind: z.enum(accountKinds),
  number: lineText,
  holderKana: lineText,
})
export type BankAccountFields = z.infer<typeof bankAccountFields>

/** Whose account it is. */
export const accountOwner = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), id: id<'person'>() }),
  z.strictObject({ kind: z.literal('organization'), id: id<'organization'>() }),
])
export type AccountOwner = z.infer<typeof accountOwner>

export const transferSenderFields = z.strictObject({
  clientCode: lineText,
  nameKana: requiredLine,
  bankCode: lineText,
  bankKana: lineText,
  branchCode: lineText,
  branchKana: lineText,
  kind: z.enum(accountKinds),
  number: lineText,
  /** CR LF behind each record: some banks want it, some refuse it. */
  lineBreaks: z.boolean(),
})
export type TransferSenderFields = z.infer<typeof transferSenderFields>

export interface PayeeRow extends PayeeFields {
  readonly personId: PersonId
  readonly name: string
  readonly kana: string
  readonly role: (typeof councilRoles)[number]
  readonly organizationName: string
  /** Of the person, or of the group that is paid instead: 「あおば銀行 本店 普通 ****123」. Null where there is none. */
  readonly maskedAccount: string | null
  readonly paidToName: string
}

export type RunState = 'draft' | 'closed' | 'replaced'

export interface RunMeeting {
  readonly meetingId: MeetingId
  readonly number: number
  readonly heldOn: CalendarDate
}

export interface RunSummary {
  readonly id: PaymentRunId
  readonly councilId: CouncilId
  readonly councilName: string
  readonly fiscalYear: number
  readonly title: string
  readonly payOn: CalendarDate
  readonly state: RunState
  readonly closedOn: CalendarDate | null
  readonly closedBy: string
  readonly replacesId: PaymentRunId | null
  readonly reopenedBecause: string
  readonly meetings: readonly RunMeeting[]
}

export interface PaymentLine {
  readonly attendanceId: AttendanceId
  readonly heldOn: CalendarDate
  readonly base: number
  readonly travel: number
  readonly half: boolean
  /** Set by hand, with the reason. */
  readonly changedBecause: string | null
}

export interface Payment {
  readonly key: string
  readonly personId: PersonId | null
  readonly name: string
  readonly organizationName: string
  readonly post: string
  readonly address: string
  readonly way: PayWay
  readonly paidToId: OrganizationId | null
  readonly paidToName: string
  readonly taxName: string
  readonly taxRate: number
  readonly base: number
  readonly travel: number
  readonly gross: number
  readonly taxable: number
  readonly tax: number
  readonly net: number
  readonly refused: boolean
  readonly note: string
  readonly lines: readonly PaymentLine[]
  readonly maskedAccount: string | null
}

export interface UnpaidLine {
  readonly attendanceId: AttendanceId
  readonly name: string
  readonly heldOn: CalendarDate
  readonly reason: UnpaidReason | 'already-paid'
}

export interface RunTotals {
  readonly people: number
  readonly base: number
  readonly travel: number
  readonly gross: number
  readonly tax: number
  readonly net: number
}

export interface RunFile {
  readonly id: Id<'payment-file'>
  readonly kind: 'list' | 'transfer'
  readonly name: string
  readonly madeOn: CalendarDate
}

export interface RunDetail extends RunSummary {
  readonly payments: readonly Payment[]
  readonly unpaid: readonly UnpaidLine[]
  readonly totals: RunTotals
  readonly files: readonly RunFile[]
  readonly replacedById: PaymentRunId | null
}

/** A held meeting that no run pays for yet. */
export interface UnpaidMeeting extends RunMeeting {
  readonly councilId: CouncilId
}

/** What a person was paid in a calendar year, by the day of payment. */
export interface PaidPerson {
  readonly personId: PersonId
  readonly name: string
  readonly payments: number
  readonly gross: number
  readonly tax: number
  readonly net: number
}

export const allowanceOperations = {
  'allowanceRules.list': defineRead(z.strictObject({ councilId }))<readonly AllowanceRuleRow[]>(),
  /** Refused with `rule-exists` where one of that role begins on that very day. */
  'allowanceRules.add': defineWrite(z.strictObject({ rule: allowanceRuleFields }))<{
    readonly ruleId: AllowanceRuleId
  }>(),
  'allowanceRules.save': defineWrite(
    z.strictObject({ ruleId: id<'allowance-rule'>(), rule: allowanceRuleFields }),
  )<null>(),
  'allowanceRules.remove': defineWrite(z.strictObject({ ruleId: id<'allowance-rule'>() }))<null>(),
  'allowanceRules.restore': defineWrite(z.strictObject({ ruleId: id<'allowance-rule'>() }))<null>(),

  /** Everybody with a seat in the council, whether anything is written of them or not. */
  'payees.list': defineRead(z.strictObject({ councilId }))<readonly PayeeRow[]>(),
  'payees.save': defineWrite(z.strictObject({ personId: id<'person'>(), payee: payeeFields }))<null>(),
  /** The one place where a whole number is shown, on demand. */
  'payees.showAccount': defineRead(z.strictObject({ owner: accountOwner }))<BankAccountFields | null>(),
  /** Refused with `account-invalid`, naming the field. */
  'payees.saveAccount': defineWrite(
    z.strictObject({ owner: accountOwner, account: bankAccountFields }),
  )<null>(),
  'payees.removeAccount': defineWrite(z.strictObject({ owner: accountOwner }))<null>(),
  'payees.getSender': defineRead(z.strictObject({}))<TransferSenderFields | null>(),
  'payees.saveSender': defineWrite(z.strictObject({ sender: transferSenderFields }))<null>(),

  'payments.listRuns': defineRead(z.strictObject({ councilId: councilId.nullable(), fiscalYear }))<
    readonly (RunSummary & { readonly totals: RunTotals })[]
  >(),
  'payments.getRun': defineRead(z.strictObject({ runId }))<RunDetail>(),
  'payments.listUnpaid': defineRead(z.strictObject({ councilId: councilId.nullable(), fiscalYear }))<
    readonly UnpaidMeeting[]
  >(),
  'payments.listPaid': defineRead(z.strictObject({ year: z.number().int().min(1900).max(2200) }))<
    readonly PaidPerson[]
  >(),
  'payments.openRun': defineWrite(
    z.strictObject({
      councilId,
      meetingIds: z.array(id<'meeting'>()).min(1).max(60),
      title: requiredLine,
      payOn: calendarDate,
    }),
  )<{ readonly runId: PaymentRunId }>(),
  'payments.saveRun': defineWrite(
    z.strictObject({ runId, title: requiredLine, payOn: calendarDate }),
  )<null>(),
  /** Amounts and tax of one attendance set by hand, or by the rule again (null). Refused with `payment-refused` for who refused. */
  'payments.setLine': defineWrite(
    z.strictObject({
      runId,
      attendanceId: id<'attendance'>(),
      change: z
        .strictObject({ base: yen, travel: yen, taxName: lineText, taxRate, because: requiredLine })
        .nullable(),
    }),
  )<null>(),
  /** Only of a run that is not closed. One that was opened again goes back to the closed one. */
  'payments.removeRun': defineWrite(z.strictObject({ runId }))<null>(),
  /** 締める: figures and the list's bytes are frozen. */
  'payments.closeRun': defineTask(z.strictObject({ runId }))<null>(),
  /** 開きなおす: the closed one stays as it is and is replaced by a new run. */
  'payments.reopenRun': defineWrite(z.strictObject({ runId, because: requiredLine }))<{
    readonly runId: PaymentRunId
  }>(),
  /** 総合振込, from a closed run; its bytes are kept. Refused with `accounts-missing` or `sender-missing`. */
  'payments.makeTransfer': defineTask(z.strictObject({ runId }))<OfferedFile>(),
  'payments.getFile': defineTask(z.strictObject({ fileId: id<'payment-file'>() }))<OfferedFile>(),
}
