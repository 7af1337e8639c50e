import { fiscalYearOf, fromEra } from '#shared/domain/calendar-date.ts'

const eraYear = /(令和|平成|R|H)\s*(\d{1,2}|元)\s*年?度?/i
const westernYear = /(20\d\d)\s*年?度/

/** The 年度 that a title or a sheet's name speaks of: 令和８年度…, R8名簿, 2026年度. Undefined when it names none. */
export function fiscalYearIn(text: string): number | undefined {
  const plain = text.normalize('NFKC')
  const western = westernYear.exec(plain)
  if (western !== null) return Number(western[1])
  const found = eraYear.exec(plain)
  if (found === null) return undefined
  const year = found[2] === '元' ? 1 : Number(found[2])
  // 1 July lies within every era's year; see fiscalYearName.
  const july = fromEra((found[1] ?? '').toUpperCase(), year, 7, 1)
  return july === null ? undefined : fiscalYearOf(july)
}
