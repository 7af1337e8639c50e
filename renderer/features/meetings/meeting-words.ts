import type {
  AgendaItem,
  AgendaItemFields,
  Lack,
  MeetingDetail,
} from '#shared/contract/meeting-operations.ts'
import { type CalendarDate, formatMonthDay } from '#shared/domain/calendar-date.ts'
import { type ClockTime, formatClockTime } from '#shared/domain/clock-time.ts'
import type { MeetingStep } from '#shared/domain/meeting.ts'
import { monthAndDay } from './due-words.ts'

/** 第2回　9月17日（木） */
export function meetingTitle(meeting: { readonly number: number; readonly heldOn: CalendarDate }): string {
  return `第${String(meeting.number)}回　${formatMonthDay(meeting.heldOn)}`
}

/** 13:30–15:30, or 13:30から where no end is planned. */
export function timeRange(startsAt: ClockTime, endsAt: ClockTime | null): string {
  const start = formatClockTime(startsAt)
  return endsAt === null ? `${start}から` : `${start}–${formatClockTime(endsAt)}`
}

/** The fields of a draft that differ from what is stored: two screens of one meeting do not undo each other. */
export function changedFields<Fields extends object>(draft: Fields, stored: Fields): Partial<Fields> | null {
  const before = new Map<string, unknown>(Object.entries(stored))
  const changed = Object.entries(draft).filter(([key, value]) => before.get(key) !== value)
  // Some of the entries of the draft itself.
  return changed.length === 0 ? null : (Object.fromEntries(changed) as Partial<Fields>)
}

export function agendaFieldsOf(item: AgendaItem): AgendaItemFields {
  const { kind, level, title, plannedMinutes, presenter, paperNumber, paperTitle, internalNote } = item
  return { kind, level, title, plannedMinutes, presenter, paperNumber, paperTitle, internalNote }
}

const lackWords: Readonly<Record<Lack['code'], (count: number) => string>> = {
  'no-agenda': () => '次第がまだありません',
  'planned-minutes-missing': (count) => `時間の決まっていない議題 ${String(count)}`,
  'over-time': (count) => `予定より${String(count)}分長くなります`,
  'notice-not-sent': () => '開催通知を出す',
  'members-not-invited': (count) => `まだ案内していない人 ${String(count)}`,
  'replies-waiting': (count) => `返事待ち ${String(count)}`,
  'presence-unmarked': (count) => `出欠の未記入 ${String(count)}`,
  'quorum-missed': (count) => `定足数まで あと${String(count)}名`,
  'undecided-items': (count) => `決まっていない議題 ${String(count)}`,
  'no-statements': () => '発言がまだありません',
  'tasks-without-owner': (count) => `担当のない宿題 ${String(count)}`,
  'minutes-not-confirmed': () => 'まだ確定していません',
  'summary-not-sent': () => '概要を出す',
  'report-not-submitted': () => 'まだ提出していません',
}

/** What a lack says in a few words: 返事待ち 3. */
export function lackText(lack: Lack): string {
  const words = lackWords[lack.code](lack.count)
  return lack.dueOn === null ? words : `${words}（${monthAndDay(lack.dueOn)}まで）`
}

export function lacksOf(meeting: MeetingDetail, step: MeetingStep): readonly Lack[] {
  return meeting.lacks.filter((lack) => lack.step === step)
}

/** ２(1)　買い物・通院の足, as an item is named where it stands alone. */
export function citedTitle(item: AgendaItem): string {
  return item.citation === '' ? item.title : `${item.citation}　${item.title}`
}
