/** Words of a 協議体 and its rules. Codes are what the data hold; names are what a person reads. */

export const councilLayers = [1, 2, 3] as const
export type CouncilLayer = (typeof councilLayers)[number]
export const councilLayerNames: Readonly<Record<CouncilLayer, string>> = {
  1: '第1層',
  2: '第2層',
  3: '第3層',
}

export const councilStages = ['exchange', 'preparation', 'established'] as const
export type CouncilStage = (typeof councilStages)[number]
export const councilStageNames: Readonly<Record<CouncilStage, string>> = {
  exchange: '情報交換の場',
  preparation: '準備会',
  established: '設置',
}

export const meetingNumberings = ['fiscal-year', 'through'] as const
export type MeetingNumbering = (typeof meetingNumberings)[number]
export const meetingNumberingNames: Readonly<Record<MeetingNumbering, string>> = {
  'fiscal-year': '年度ごとに第1回から',
  through: '設置からの通し',
}

export const quorumKinds = ['none', 'half', 'more-than-half', 'two-thirds'] as const
export type QuorumKind = (typeof quorumKinds)[number]
export const quorumKindNames: Readonly<Record<QuorumKind, string>> = {
  none: '定足数なし',
  half: '委員の半数以上',
  'more-than-half': '委員の過半数',
  'two-thirds': '委員の3分の2以上',
}

/** 運営のきまり. There is no national rule: what counts is each council's own 要綱, so everything is a setting. */
export interface CouncilRules {
  readonly numbering: MeetingNumbering
  readonly quorum: QuorumKind
  readonly countsProxy: boolean
  readonly countsOnline: boolean
  readonly countsWritten: boolean
  /** 委任状 from who stays away. */
  readonly countsMandate: boolean
  /** How many members sign the minutes (議事録署名人); 0 where the rules ask for none. */
  readonly signers: number
  /** Most members the rules allow; null where they set no limit. */
  readonly seatLimit: number | null
  /** 開催通知 by so many days before a meeting, 概要 and 議事録 by so many after it. */
  readonly noticeDays: number
  readonly summaryDays: number
  readonly minutesDays: number
}

/** A council has no quorum until its rules say so: most 協議体 are places of talk, not of vote. */
export const defaultCouncilRules: CouncilRules = {
  numbering: 'fiscal-year',
  quorum: 'none',
  countsProxy: true,
  countsOnline: true,
  countsWritten: false,
  countsMandate: false,
  signers: 0,
  seatLimit: null,
  noticeDays: 14,
  summaryDays: 2,
  minutesDays: 45,
}
