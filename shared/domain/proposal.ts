import type { CalendarDate } from './calendar-date.ts'

/** 提案・要望 to the municipality: what they are, and how far they have come. */

export const proposalKinds = ['request', 'proposal'] as const
export type ProposalKind = (typeof proposalKinds)[number]
export const proposalKindNames: Readonly<Record<ProposalKind, string>> = {
  request: '要望書',
  proposal: '提案書',
}

export const answerKinds = ['accepted', 'partly', 'considering', 'declined'] as const
export type AnswerKind = (typeof answerKinds)[number]
export const answerKindNames: Readonly<Record<AnswerKind, string>> = {
  accepted: '取り組む',
  partly: '一部を取り組む',
  considering: '検討する',
  declined: '見送る',
}

export const proposalStates = ['draft', 'waiting', 'following', 'closed'] as const
export type ProposalState = (typeof proposalStates)[number]
export const proposalStateNames: Readonly<Record<ProposalState, string>> = {
  draft: '準備中',
  waiting: '答え待ち',
  following: 'その後を見る',
  closed: '区切り',
}

export interface ProposalProgress {
  readonly handedOn: CalendarDate | null
  readonly answeredOn: CalendarDate | null
  readonly closedOn: CalendarDate | null
}

/** How far it has come follows from its days; it is stored nowhere else, so that it cannot contradict them. */
export function proposalState({ handedOn, answeredOn, closedOn }: ProposalProgress): ProposalState {
  if (closedOn !== null) return 'closed'
  if (answeredOn !== null) return 'following'
  return handedOn === null ? 'draft' : 'waiting'
}

export const briefingAudiences = ['residents', 'city-staff', 'groups', 'others'] as const
export type BriefingAudience = (typeof briefingAudiences)[number]
export const briefingAudienceNames: Readonly<Record<BriefingAudience, string>> = {
  residents: '住民',
  'city-staff': '市の職員',
  groups: '団体・事業者',
  others: 'そのほか',
}
