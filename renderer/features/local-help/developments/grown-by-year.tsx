import { Link } from '@tanstack/react-router'
import { Block } from '#renderer/ui/block.tsx'
import type { Development } from '#shared/contract/development-operations.ts'
import { fiscalYearName, fiscalYearOf, formatMonthDay } from '#shared/domain/calendar-date.ts'
import styles from '#renderer/ui/record-page.module.css'

/** What became a resource in each 年度, the newest year first. */
export function GrownByYear({ developments }: { readonly developments: readonly Development[] }) {
  const grown = developments.flatMap(({ id, title, state, endedOn, resource }) =>
    state === 'grown' && endedOn !== null && resource !== null
      ? [{ id, title, endedOn, resource, year: fiscalYearOf(endedOn) }]
      : [],
  )
  const years = [...new Set(grown.map((each) => each.year))].sort((one, other) => other - one)
  if (years.length === 0) return null
  return (
    <Block title="年度ごとに生まれた資源">
      {years.map((year) => {
        const own = grown.filter((each) => each.year === year)
        return (
          <Block key={year} title={fiscalYearName(year)} note={`${String(own.length)}件`} minor>
            <ul className={styles.lines}>
              {own.map((each) => (
                <li key={each.id}>
                  <Link to="/area/resources" search={{ at: each.resource.id }} className={styles.wide}>
                    {each.resource.name}
                  </Link>
                  <span className="sub">
                    {each.title}　{formatMonthDay(each.endedOn)}
                  </span>
                </li>
              ))}
            </ul>
          </Block>
        )
      })}
    </Block>
  )
}
