import type { CalendarDate } from './calendar-date.ts'

/** Words of a 生活支援コーディネーター: for whom one works, and how much of one's time. As the ministry's survey asks. */
export const employers = ['shakyo', 'support-center', 'city', 'nonprofit', 'welfare', 'other'] as const
export type Employer = (typeof employers)[number]
export const employerNames: Readonly<Record<Employer, string>> = {
  shakyo: '社会福祉協議会',
  'support-center': '地域包括支援センター',
  city: '市区町村',
  nonprofit: 'NPO法人',
  welfare: '社会福祉法人（社協を除く）',
  other: 'その他',
}

export const workings = ['full', 'part'] as const
export type Working = (typeof workings)[number]
export const workingNames: Readonly<Record<Working, string>> = { full: '常勤', part: '非常勤' }

export const dedications = ['only', 'also'] as const
export type Dedication = (typeof dedications)[number]
export const dedicationNames: Readonly<Record<Dedication, string>> = { only: '専従', also: '兼務' }

/** Whether someone is in office on that day; a term without an end goes on. */
export function inOffice(
  term: { readonly fromOn: CalendarDate; readonly toOn: CalendarDate | null },
  on: CalendarDate,
): boolean {
  return term.fromOn <= on && (term.toOn === null || on <= term.toOn)
}
