import type { ChangeAction, RecordChange } from '#shared/contract/history-operations.ts'
import { formatWareki, isCalendarDate } from '#shared/domain/calendar-date.ts'

export const actionWords: Readonly<Record<ChangeAction, string>> = {
  added: '加えた',
  changed: '直した',
  removed: '取り消した',
  'brought-back': '元に戻した',
}

/** 人「佐藤　花子」を直した */
export function changeWords({ record, title, action }: RecordChange): string {
  return `${record}${title === '' ? '' : `「${title}」`}を${actionWords[action]}`
}

/** 令和8年9月17日 13:30. `at` is local time, YYYY-MM-DDTHH:MM. */
export function momentWords(at: string): string {
  const day = at.slice(0, 10)
  return isCalendarDate(day) ? `${formatWareki(day)} ${at.slice(11, 16).replace(/^0/, '')}` : at
}

const longest = 60

/** A value that fits into a line; nothing is （なし）. */
export function shortValue(text: string): string {
  if (text === '') return '（なし）'
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
