import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { type CalendarDate, eraParts, fiscalYearName, formatWareki } from '#shared/domain/calendar-date.ts'
import { type ClockTime, formatClockTime } from '#shared/domain/clock-time.ts'
import { councilRoleNames } from '#shared/domain/roles.ts'
import type { Attendance } from '#shared/contract/meeting-operations.ts'
import type { Fact } from '../report-document.ts'

/** Wording and figures as municipal papers set them. */

/** One digit alone is full width (８年), two and more are half width (17日): so figures sit well among kanji. */
export function paperDigits(text: string): string {
  return text.replace(/\d+/g, (digits) =>
    digits.length > 1 ? digits : String.fromCharCode(digits.charCodeAt(0) + 0xfee0),
  )
}

export function paperNumber(value: number): string {
  return paperDigits(String(value))
}

/** 令和８年９月17日（木） */
export function paperDateWithWeekday(date: CalendarDate): string {
  return paperDigits(formatWareki(date, 'long-with-weekday'))
}

/** 令和８年９月17日 */
export function paperDate(date: CalendarDate): string {
  return paperDigits(formatWareki(date, 'long'))
}

/** ９月17日 */
export function paperMonthDay(date: CalendarDate): string {
  const { month, day } = eraParts(date)
  return paperDigits(`${String(month)}月${String(day)}日`)
}

/** 午後１時30分 */
export function paperTime(time: ClockTime): string {
  return paperDigits(formatClockTime(time, 'kanji'))
}

/** 午後１時30分から午後３時30分まで; only from when where the end is not known. */
export function paperTimeSpan(startsAt: ClockTime, endsAt: ClockTime | null): string {
  return endsAt === null ? `${paperTime(startsAt)}から` : `${paperTime(startsAt)}から${paperTime(endsAt)}まで`
}

/** Spaced headings: 次　第, 開　会, 出　席　簿. Longer words stand as they are. */
export function spaced(word: string): string {
  const characters = [...word]
  return characters.length <= 3 ? characters.join('　') : word
}

/** 令和８年度　第２回; a council that counts through from its founding has no 年度 in its number. */
export function meetingNumberText(meeting: MeetingDetail): string {
  const number = `第${paperNumber(meeting.number)}回`
  return meeting.rules.numbering === 'through'
    ? number
    : `${paperDigits(fiscalYearName(meeting.fiscalYear))}　${number}`
}

/** 令和８年度　第２回　青羽市第２層協議体（東部圏域） */
export function meetingLine(meeting: MeetingDetail): string {
  return `${meetingNumberText(meeting)}　${meeting.councilName}`
}

/** For a file's name and a window's title: 令和8年度第2回青羽市第２層協議体（東部圏域）次第. */
export function documentTitle(meeting: MeetingDetail, paper: string): string {
  const year = meeting.rules.numbering === 'through' ? '' : fiscalYearName(meeting.fiscalYear)
  return `${year}第${String(meeting.number)}回${meeting.councilName}${paper}`
}

/** 東町コミュニティセンター　２階　大会議室（オンライン併用） */
export function placeText(meeting: MeetingDetail): string {
  if (meeting.method === 'in-person') return meeting.place
  if (meeting.method === 'hybrid')
    return meeting.place === '' ? 'オンライン併用' : `${meeting.place}（オンライン併用）`
  return meeting.place === '' ? 'オンライン' : `オンライン（${meeting.place}）`
}

/** 日時 and 場所, as they head every paper of a meeting. */
export function whenAndWhere(meeting: MeetingDetail): readonly Fact[] {
  const when = `${paperDateWithWeekday(meeting.heldOn)}　${paperTimeSpan(meeting.startsAt, meeting.endsAt)}`
  const place = placeText(meeting)
  return [fact('日時', [when]), ...(place === '' ? [] : [fact('場所', [place])])]
}

export function fact(label: string, lines: readonly string[], columns: 1 | 2 = 1): Fact {
  return { label, lines, columns }
}

/** Group and post of whom a line of the roll names: 東部地区自治会連絡協議会　会長. */
export function groupAndPost(organizationName: string, post: string): string {
  return [organizationName, post].filter((each) => each !== '').join('　')
}

/** The same in a narrow cell: the post on a line of its own, so that neither is broken in its middle. */
export function groupOverPost(organizationName: string, post: string): string {
  return [organizationName, post].filter((each) => each !== '').join('\n')
}

/** 資料１　宿題一覧, of each item that has a paper, in the order of the 次第; one paper is listed once. */
export function paperList(meeting: MeetingDetail): readonly string[] {
  const papers = meeting.agenda
    .map(({ paperNumber: number, paperTitle }) =>
      [number, paperTitle].filter((each) => each !== '').join('　'),
    )
    .filter((paper) => paper !== '')
  return [...new Set(papers)]
}

export function roleName(line: Attendance): string {
  return councilRoleNames[line.role]
}
