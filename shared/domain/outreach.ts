import type { CalendarDate } from './calendar-date.ts'

/** 呼びかけ: how somebody was asked to join a council, and what they said. */
export const outreachChannels = ['phone', 'visit', 'letter', 'fax', 'introduction'] as const
export type OutreachChannel = (typeof outreachChannels)[number]
export const outreachChannelNames: Readonly<Record<OutreachChannel, string>> = {
  phone: '電話',
  visit: '訪問',
  letter: '手紙',
  fax: 'ＦＡＸ',
  introduction: '紹介',
}

export const outreachAnswers = ['waiting', 'considering', 'willing', 'declined'] as const
export type OutreachAnswer = (typeof outreachAnswers)[number]
export const outreachAnswerNames: Readonly<Record<OutreachAnswer, string>> = {
  waiting: '返事を待つ',
  considering: '考えてもらっている',
  willing: '引き受けてもらえる',
  declined: '断られた',
}

export interface OutreachCourse {
  readonly answer: OutreachAnswer
  readonly nextOn: CalendarDate | null
  readonly endedOn: CalendarDate | null
  readonly seated: boolean
}

/** `due`: its next step's day has come; `open`: it goes on; `seated` or `ended`: it came to its end. */
export function outreachState(
  course: OutreachCourse,
  today: CalendarDate,
): 'due' | 'open' | 'seated' | 'ended' {
  if (course.seated) return 'seated'
  if (course.endedOn !== null) return 'ended'
  return course.nextOn !== null && course.nextOn <= today ? 'due' : 'open'
}
