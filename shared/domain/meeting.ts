/** Words of a 会議: what an agenda item, a reply, a presence, a statement, a task can be. */

export const meetingMethods = ['in-person', 'online', 'hybrid'] as const
export type MeetingMethod = (typeof meetingMethods)[number]
export const meetingMethodNames: Readonly<Record<MeetingMethod, string>> = {
  'in-person': '対面',
  online: 'オンライン',
  hybrid: '併用',
}

export const agendaKinds = ['opening', 'report', 'discussion', 'exchange', 'other', 'closing'] as const
export type AgendaKind = (typeof agendaKinds)[number]
export const agendaKindNames: Readonly<Record<AgendaKind, string>> = {
  opening: '開会',
  report: '報告',
  discussion: '協議',
  exchange: '情報交換',
  other: 'その他',
  closing: '閉会',
}

/** How an item ended. Minutes cannot be confirmed while a 協議 item is `open`. */
export const agendaOutcomes = ['open', 'done', 'decided', 'continued'] as const
export type AgendaOutcome = (typeof agendaOutcomes)[number]
export const agendaOutcomeNames: Readonly<Record<AgendaOutcome, string>> = {
  open: 'まだ決まっていない',
  done: '終わった',
  decided: '決定',
  continued: '継続',
}

export const replies = ['waiting', 'attend', 'proxy', 'online', 'absent', 'written'] as const
export type Reply = (typeof replies)[number]
export const replyNames: Readonly<Record<Reply, string>> = {
  waiting: '返事待ち',
  attend: '出席',
  proxy: '代理',
  online: 'オンライン',
  absent: '欠席',
  written: '書面',
}

export const replyChannels = ['phone', 'fax', 'paper', 'mail', 'in-person'] as const
export type ReplyChannel = (typeof replyChannels)[number]
export const replyChannelNames: Readonly<Record<ReplyChannel, string>> = {
  phone: '電話',
  fax: 'FAX',
  paper: '書面',
  mail: 'メール',
  'in-person': '口頭',
}

/** The day itself. 遅刻 and 早退 are kinds of being there, 書面 a kind of being away: they stand beside it. */
export const presences = ['unmarked', 'present', 'proxy', 'online', 'absent'] as const
export type Presence = (typeof presences)[number]
export const presenceNames: Readonly<Record<Presence, string>> = {
  unmarked: '未記入',
  present: '出席',
  proxy: '代理',
  online: 'オンライン',
  absent: '欠席',
}

export const statementKinds = [
  'point',
  'greeting',
  'explanation',
  'question',
  'opinion',
  'answer',
  'information',
  'decision',
] as const
export type StatementKind = (typeof statementKinds)[number]
export const statementKindNames: Readonly<Record<StatementKind, string>> = {
  point: '要点',
  greeting: '挨拶',
  explanation: '説明',
  question: '質問',
  opinion: '意見',
  answer: '回答',
  information: '情報',
  decision: '決定',
}

export const taskStatuses = ['open', 'carried', 'continued', 'done', 'dropped'] as const
export type TaskStatus = (typeof taskStatuses)[number]
export const taskStatusNames: Readonly<Record<TaskStatus, string>> = {
  open: '未了',
  carried: '持ち越し',
  continued: '継続',
  done: '済み',
  dropped: '取りやめ',
}
/** What is offered to the next meeting and reminded of: a task ends only as 済み or 取りやめ. */
export const openTaskStatuses: readonly TaskStatus[] = ['open', 'carried', 'continued']

export const meetingSteps = ['prepare', 'day', 'minutes', 'report'] as const
export type MeetingStep = (typeof meetingSteps)[number]
export const meetingStepNames: Readonly<Record<MeetingStep, string>> = {
  prepare: '準備',
  day: '当日',
  minutes: '議事録',
  report: '報告',
}
