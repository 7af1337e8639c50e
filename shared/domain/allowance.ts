import type { CalendarDate } from './calendar-date.ts'
import { type ClockTime, minutesBetween } from './clock-time.ts'
import type { Presence } from './meeting.ts'
import type { CouncilRole } from './roles.ts'
import { type TaxRate, withheldYen } from './withholding.ts'

/** 謝金・費用弁償: what a rule of a council pays for one attendance, and how attendances become payments. Whole yen. */
export interface AllowanceRule {
  readonly role: CouncilRole
  readonly validFrom: CalendarDate
  /** The last day; null while it goes on. */
  readonly validTo: CalendarDate | null
  /** 1回の額. */
  readonly amount: number
  /** 半日の額, for who was there for at most so many minutes; null where there is none. */
  readonly halfAmount: number | null
  readonly halfMinutes: number | null
  /** 費用弁償（旅費）, unless a person has an amount of her own. */
  readonly travel: number
  readonly paysOnline: boolean
  readonly paysProxy: boolean
  readonly paysWritten: boolean
  /** As the office calls it: 報酬, 給与（乙欄）. Empty: nothing is withheld. */
  readonly taxName: string
  readonly taxRate: TaxRate
  /** Whether travel is taxed with the rest. */
  readonly taxesTravel: boolean
}

/** The rule of a role on a day: of those that hold, the one that began last. A rule changed in mid-year applies from its day. */
export function ruleOn<Rule extends AllowanceRule>(
  rules: readonly Rule[],
  role: CouncilRole,
  day: CalendarDate,
): Rule | null {
  return rules.reduce<Rule | null>((best, rule) => {
    const holds =
      rule.role === role && rule.validFrom <= day && (rule.validTo === null || day <= rule.validTo)
    return holds && (best === null || rule.validFrom > best.validFrom) ? rule : best
  }, null)
}

/** The day itself, as far as it is paid for. */
export interface AttendedLine {
  readonly presence: Presence
  readonly written: boolean
  readonly late: boolean
  readonly arrivedAt: ClockTime | null
  readonly leftEarly: boolean
  readonly leftAt: ClockTime | null
}

export interface MeetingSpan {
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime | null
}

/** Minutes somebody was there: of the meeting, less what she came late or left early, where these times are known. Null without an end. */
export function attendedMinutes(meeting: MeetingSpan, line: AttendedLine): number | null {
  const from =
    line.late && line.arrivedAt !== null && line.arrivedAt > meeting.startsAt
      ? line.arrivedAt
      : meeting.startsAt
  const left = line.leftEarly && line.leftAt !== null ? line.leftAt : null
  const to = left !== null && (meeting.endsAt === null || left < meeting.endsAt) ? left : meeting.endsAt
  return to === null ? null : Math.max(0, minutesBetween(from, to))
}

export const unpaidReasons = ['unmarked', 'absent', 'no-rule', 'proxy', 'online', 'written'] as const
export type UnpaidReason = (typeof unpaidReasons)[number]
export const unpaidReasonNames: Readonly<Record<UnpaidReason, string>> = {
  unmarked: '出欠が未記入',
  absent: '欠席',
  'no-rule': 'きまりがありません',
  proxy: '代理（支給なし）',
  online: 'オンライン（支給なし）',
  written: '書面（支給なし）',
}

export type Allowance =
  | { readonly paid: true; readonly base: number; readonly travel: number; readonly half: boolean }
  | { readonly paid: false; readonly reason: UnpaidReason }

/** What a rule pays for one attendance. Nobody travels to an online meeting or to a written opinion. */
export function allowanceOf(
  rule: AllowanceRule | null,
  meeting: MeetingSpan,
  line: AttendedLine,
  ownTravel: number | null = null,
): Allowance {
  const reason = unpaidReason(rule, line)
  if (reason !== null || rule === null) return { paid: false, reason: reason ?? 'no-rule' }
  const minutes = attendedMinutes(meeting, line)
  const half =
    rule.halfAmount !== null &&
    rule.halfMinutes !== null &&
    minutes !== null &&
    minutes <= rule.halfMinutes &&
    line.presence !== 'absent'
  const travels = line.presence === 'present' || line.presence === 'proxy'
  return {
    paid: true,
    base: half ? (rule.halfAmount ?? rule.amount) : rule.amount,
    travel: travels ? (ownTravel ?? rule.travel) : 0,
    half,
  }
}

function unpaidReason(rule: AllowanceRule | null, line: AttendedLine): UnpaidReason | null {
  switch (line.presence) {
    case 'unmarked':
      return 'unmarked'
    case 'absent':
      return !line.written ? 'absent' : rule === null ? 'no-rule' : rule.paysWritten ? null : 'written'
    case 'proxy':
      return rule === null ? 'no-rule' : rule.paysProxy ? null : 'proxy'
    case 'online':
      return rule === null ? 'no-rule' : rule.paysOnline ? null : 'online'
    case 'present':
      return rule === null ? 'no-rule' : null
  }
}

export const payWays = ['bank', 'cash', 'organization'] as const
export type PayWay = (typeof payWays)[number]
export const payWayNames: Readonly<Record<PayWay, string>> = {
  bank: '本人の口座へ',
  cash: '現金で手渡し',
  organization: '所属の団体へ',
}

/** What is written of a person's pay apart from the council's rule. */
export interface PayeeWish {
  /** 辞退: from this day on nothing is paid. */
  readonly refusedOn: CalendarDate | null
  readonly way: PayWay
  /** 費用弁償 of her own: from far away. */
  readonly travel: number | null
  /** Set where another tax than the rule's applies to her. */
  readonly tax: { readonly name: string; readonly rate: TaxRate } | null
}

export function hasRefused(wish: Pick<PayeeWish, 'refusedOn'>, day: CalendarDate): boolean {
  return wish.refusedOn !== null && wish.refusedOn <= day
}

export interface PaidLine {
  readonly base: number
  readonly travel: number
  readonly taxesTravel: boolean
  readonly taxRate: TaxRate
}

export interface PaymentSum {
  readonly base: number
  readonly travel: number
  readonly gross: number
  readonly taxable: number
  readonly tax: number
  readonly net: number
}

/** One payment of lines that share a rate: the tax is taken once, of what they come to together. */
export function sumPayment(lines: readonly PaidLine[]): PaymentSum {
  const total = (of: (line: PaidLine) => number): number => lines.reduce((sum, line) => sum + of(line), 0)
  const base = total((line) => line.base)
  const travel = total((line) => line.travel)
  const taxable = total((line) => line.base + (line.taxesTravel ? line.travel : 0))
  const tax = withheldYen(taxable, lines[0]?.taxRate ?? 0)
  return { base, travel, gross: base + travel, taxable, tax, net: base + travel - tax }
}
