import type { CalendarDate } from './calendar-date.ts'

/** コーディネーター選出: how a candidate stands to it, and what talk is behind the choice. */
export const consents = ['not-asked', 'waiting', 'agreed', 'declined'] as const
export type Consent = (typeof consents)[number]
export const consentNames: Readonly<Record<Consent, string>> = {
  'not-asked': 'まだ聞いていない',
  waiting: '返事待ち',
  agreed: '承諾',
  declined: '辞退',
}

export const selectionStates = ['open', 'decided', 'stopped'] as const
export type SelectionState = (typeof selectionStates)[number]
export const selectionStateNames: Readonly<Record<SelectionState, string>> = {
  open: '選んでいるところ',
  decided: '決まった',
  stopped: 'とりやめ',
}

/**
 * - `none`: no meeting is named that was held by the day of the choice;
 * - `unrecorded`: a meeting is named, but nothing that was said or decided there;
 * - `recorded`: words or a decision of a meeting stand behind it.
 */
export type Deliberation = 'none' | 'unrecorded' | 'recorded'
export const deliberationNames: Readonly<Record<Deliberation, string>> = {
  none: '話し合いの記録がありません',
  unrecorded: '会議はありますが、発言も決定も結びついていません',
  recorded: '話し合いの記録があります',
}

export interface DeliberationRecord {
  /** Null: not chosen yet. */
  readonly decidedOn: CalendarDate | null
  readonly meetings: readonly { readonly meetingId: string; readonly heldOn: CalendarDate }[]
  readonly statements: readonly { readonly meetingId: string }[]
  readonly decision: { readonly meetingId: string } | null
}

/** What talk stands behind a choice. Talk after the choice is none behind it. */
export function deliberationOf({
  decidedOn,
  meetings,
  statements,
  decision,
}: DeliberationRecord): Deliberation {
  const before = meetings.filter((each) => decidedOn === null || each.heldOn <= decidedOn)
  if (before.length === 0) return 'none'
  const known = new Set(before.map((each) => each.meetingId))
  const words = statements.some((each) => known.has(each.meetingId))
  return words || (decision !== null && known.has(decision.meetingId)) ? 'recorded' : 'unrecorded'
}
