import type { Participation } from '#shared/contract/participation-operations.ts'
import { fiscalYearName } from '#shared/domain/calendar-date.ts'
import { type Sector, sectors, sectorShortNames } from '#shared/domain/sectors.ts'
import styles from './participation.module.css'

const height = 180
const yearWidth = 150
const barWidth = 26
const left = 34
const foot = 40

/** Told apart by their hatching too: printed in black, or seen without colours, they stay four. */
const looks: Readonly<Record<Sector, { readonly fill: string; readonly path: string | null }>> = {
  elderly: { fill: '#1f5fa8', path: null },
  disability: { fill: '#1f5fa8', path: 'M0 6 L6 0' },
  children: { fill: '#b3541e', path: null },
  youth: { fill: '#b3541e', path: 'M0 3 H6' },
}

/** Members by sector, year beside year: the same numbers as in the table below. */
export function YearsChart({ years }: { readonly years: Participation['years'] }) {
  const most = Math.max(4, ...years.flatMap((year) => sectors.map((sector) => year.bySector[sector])))
  const step = Math.ceil(most / 4)
  const top = step * 4
  const width = left + Math.max(1, years.length) * yearWidth
  const y = (count: number): number => 10 + height - (height * count) / top
  return (
    <figure className={styles.chart}>
      <svg
        role="img"
        aria-label="年度ごとの委員の数、分野別。数は下の表にあります"
        viewBox={`0 0 ${width} ${height + foot}`}
        style={{ width: `min(100%, ${width}px)` }}
      >
        <defs>
          {sectors.map((sector) => (
            <pattern key={sector} id={`look-${sector}`} width="6" height="6" patternUnits="userSpaceOnUse">
              <rect width="6" height="6" fill={looks[sector].path === null ? looks[sector].fill : '#fff'} />
              {looks[sector].path === null ? null : (
                <path d={looks[sector].path} stroke={looks[sector].fill} strokeWidth="2" />
              )}
            </pattern>
          ))}
        </defs>
        {[0, 1, 2, 3, 4].map((line) => (
          <g key={line}>
            <line x1={left} x2={width} y1={y(line * step)} y2={y(line * step)} stroke="#c5c5c5" />
            <text x={left - 6} y={y(line * step) + 5} textAnchor="end" fontSize="14">
              {line * step}
            </text>
          </g>
        ))}
        {years.map((year, position) => {
          const from = left + position * yearWidth + (yearWidth - sectors.length * (barWidth + 4)) / 2
          return (
            <g key={year.fiscalYear}>
              {sectors.map((sector, at) => {
                const count = year.bySector[sector]
                const x = from + at * (barWidth + 4)
                return (
                  <g key={sector}>
                    <rect
                      x={x}
                      y={y(count)}
                      width={barWidth}
                      height={10 + height - y(count)}
                      fill={`url(#look-${sector})`}
                      stroke={looks[sector].fill}
                    />
                    <text x={x + barWidth / 2} y={y(count) - 4} textAnchor="middle" fontSize="14">
                      {count}
                    </text>
                  </g>
                )
              })}
              <text
                x={left + position * yearWidth + yearWidth / 2}
                y={height + 32}
                textAnchor="middle"
                fontSize="15"
              >
                {fiscalYearName(year.fiscalYear)}
              </text>
            </g>
          )
        })}
      </svg>
      <figcaption className={styles.legend}>
        {sectors.map((sector) => (
          <span key={sector}>
            <svg width="22" height="16" aria-hidden="true">
              <rect
                x="1"
                y="1"
                width="20"
                height="14"
                fill={`url(#look-${sector})`}
                stroke={looks[sector].fill}
              />
            </svg>
            {sectorShortNames[sector]}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}
