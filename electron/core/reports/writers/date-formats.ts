import { type CalendarDate, eraParts } from '#shared/domain/calendar-date.ts'

const era = '[$-411]ggge"年"m"月"d"日"'
/** 2020-01-01 and 2019-05-01 as Excel counts days: between them lies 令和元年. */
const reiwaTwo = 43_831
const reiwaOne = 43_586

/** 令和8年11月23日, and 令和元年 where Excel's own format would print 令和1年. Holds for whatever day is typed later. */
export const warekiFormat = `[>=${String(reiwaTwo)}]${era};[>=${String(reiwaOne)}]"令和元年"m"月"d"日";${era}`

/** Of one day: first years before 令和 (平成元年) need a format of their own, since a format has two conditions only. */
export function warekiFormatOf(date: CalendarDate): string {
  const { era: name, year } = eraParts(date)
  return year === 1 && name !== '令和' && name !== '西暦' ? `"${name}元年"m"月"d"日"` : warekiFormat
}

/** 12,300 and △500, as offices write amounts. */
export const amountFormat = '#,##0;"△"#,##0;0'
