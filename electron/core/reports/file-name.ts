import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'

/** What Windows does not take in a file name, and characters that nobody sees. */
const forbidden = /[<>:"/\\|?*\p{Cc}\p{Cf}]/gu
const longest = 80

/** A name safe on Windows: forbidden characters become full-width strokes, the end has no blank or dot. */
export function safeFileName(name: string): string {
  const safe = [...name.replace(forbidden, '－')]
    .slice(0, longest)
    .join('')
    .replace(/[\s.]+$/u, '')
  return safe === '' ? '無題' : safe
}

/** `R8.9.17_第2回_青羽市第２層協議体（東部圏域）_次第.pdf`: sorts by meeting, says what it is. */
export function fileNameOf(
  meeting: Pick<MeetingDetail, 'heldOn' | 'number' | 'councilName'>,
  paper: string,
  extension: string,
): string {
  const name = [
    formatWareki(meeting.heldOn, 'short'),
    `第${String(meeting.number)}回`,
    meeting.councilName,
    paper,
  ].join('_')
  return `${safeFileName(name)}.${extension}`
}
