import type { Participation } from '#shared/contract/participation-operations.ts'
import { fiscalYearName, formatMonthDay } from '#shared/domain/calendar-date.ts'
import { kindFamilies, type KindFamily } from '#shared/domain/constituent-kinds.ts'
import { sectors, sectorShortNames } from '#shared/domain/sectors.ts'
import { Block } from '#renderer/ui/block.tsx'
import styles from './participation.module.css'
import { YearsChart } from './years-chart.tsx'

const shortFamilies: Readonly<Record<KindFamily, string>> = {
  territorial: '地縁',
  thematic: 'テーマ',
  institutional: '専門ほか',
}

/** The table year by year, newest first: a bar for how many of the cells that matter are filled, and the counts. */
export function YearsTable({ years }: { readonly years: Participation['years'] }) {
  return (
    <Block
      title="年度ごと"
      note="各年度の末の卓（今年度はきょう）。団体はその時の所属、分野はいまの名簿のもの。"
    >
      <YearsChart years={years} />
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">年度</th>
            <th scope="col">うまった欄</th>
            <th scope="col">委員</th>
            {sectors.map((sector) => (
              <th key={sector} scope="col" className="num">
                {sectorShortNames[sector]}
              </th>
            ))}
            {kindFamilies.map((family) => (
              <th key={family} scope="col" className="num">
                {shortFamilies[family]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...years].reverse().map((year) => (
            <tr key={year.fiscalYear}>
              <th scope="row">
                {fiscalYearName(year.fiscalYear)}
                <span className="sub">　{formatMonthDay(year.on)}</span>
              </th>
              <td className="nowrap">
                <span className={styles.track} aria-hidden="true">
                  <span
                    className={styles.bar}
                    style={{ width: `${year.wanted === 0 ? 100 : (100 * year.filled) / year.wanted}%` }}
                  />
                </span>
                {year.filled}／{year.wanted}
              </td>
              <td className="num">{year.members}</td>
              {sectors.map((sector) => (
                <td key={sector} className="num">
                  {year.bySector[sector]}
                </td>
              ))}
              {kindFamilies.map((family) => (
                <td key={family} className="num">
                  {year.byFamily[family]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Block>
  )
}
