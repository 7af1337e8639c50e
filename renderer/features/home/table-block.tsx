import { Link } from '@tanstack/react-router'
import type { Home } from '#shared/contract/home-operations.ts'
import { type Sector, sectorNames, sectors, sectorShortNames } from '#shared/domain/sectors.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { FlowPicture } from './flow-picture.tsx'
import styles from './table-block.module.css'

type Table = Home['table']

const letters: Readonly<Record<Sector, string>> = {
  elderly: '高',
  disability: '障',
  children: '子',
  youth: '若',
}

/** So many standpoints that nobody holds are named; the rest is counted. */
const shownGaps = 4

/** 足りない: standpoints that nobody at the table holds, as 参画 says it. */
function Gaps({ gaps }: { readonly gaps: Home['gaps'] }) {
  return (
    <div>
      <p className={styles.columnHead}>
        <span className={styles.lackHead}>
          足りない<span className={styles.count}>{gaps.length}</span>
        </span>
      </p>
      <ul className={styles.gaps}>
        {gaps.slice(0, shownGaps).map((gap) => (
          <li key={`${gap.sector}${gap.name}`}>
            <span className={classNames(styles.seat, styles.missing)} aria-hidden="true" />
            <b>{gap.name}</b>
            <span>{sectorShortNames[gap.sector]}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** このまちの今: how far the year's needs have come, who sits at the table, and for whom nobody does. Nothing is drawn that the data do not say. */
export function TableBlock({ home }: { readonly home: Pick<Home, 'table' | 'flow' | 'gaps'> }) {
  const { table, flow, gaps } = home
  if (table.members === 0) {
    return (
      <Block title="このまちの今" className={styles.wide}>
        <Empty next={<Link to="/roster">名簿をひらいて、一人ずつ加える</Link>}>
          まだ委員がいません。いまお使いの名簿を、そのまま取り込めます。
        </Empty>
      </Block>
    )
  }
  const missing = sectors.filter((sector) => table.bySector[sector] === 0)
  return (
    <Block
      title="このまちの今"
      note={
        flow.length === 0
          ? 'だれが卓にいて、だれがいないか。'
          : '4月からの困りごとが、どこまで進んだか。だれが卓にいないか。'
      }
      more={
        <>
          {flow.length === 0 ? null : <Link to="/area">課題を見る</Link>}
          {'　'}
          <Link to="/participation">参画を見る</Link>
        </>
      }
      className={styles.wide}
    >
      <div className={flow.length === 0 || gaps.length === 0 ? styles.town : styles.wholeTown}>
        {flow.length === 0 ? <SectorRows table={table} /> : <FlowPicture flow={flow} />}
        <Seats table={table} missing={missing} />
        {flow.length === 0 || gaps.length === 0 ? null : <Gaps gaps={gaps} />}
      </div>
    </Block>
  )
}

/** So many discs stand in one line of the picture; with more people a bar says it better. */
const discsInLine = 14

function SectorPicture(props: { readonly sector: Sector; readonly count: number; readonly most: number }) {
  const { sector, count, most } = props
  if (most > discsInLine) {
    return (
      <span className={styles.track} aria-hidden="true">
        <span className={styles.bar} style={{ width: `${(100 * count) / most}%` }} />
      </span>
    )
  }
  return (
    <span className={styles.discs} aria-hidden="true">
      {Array.from({ length: count }, (_, position) => (
        <span key={position} className={styles.seat}>
          {letters[sector]}
        </span>
      ))}
    </span>
  )
}

function SectorRows({ table }: { readonly table: Table }) {
  const most = Math.max(...sectors.map((sector) => table.bySector[sector]))
  return (
    <div>
      <p className={styles.columnHead}>
        分野ごとの委員<span className={styles.aside}>一人が二つ以上の分野に入ることがあります</span>
      </p>
      <ul className={styles.sectors}>
        {sectors.map((sector) => {
          const count = table.bySector[sector]
          return (
            <li key={sector}>
              <span>{sectorNames[sector]}</span>
              <b className="num">{count}</b>
              {count === 0 ? (
                <span className={styles.nobody}>
                  <span className={classNames(styles.seat, styles.missing)} aria-hidden="true" />
                  <b>だれもいない</b>
                </span>
              ) : (
                <SectorPicture sector={sector} count={count} most={most} />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

interface SeatsProps {
  readonly table: Table
  readonly missing: readonly Sector[]
}

/** The table itself: one disc a member, half of them on either side. */
function Seats({ table, missing }: SeatsProps) {
  const labels = [
    ...Array.from({ length: table.crossing }, () => '横'),
    ...Array.from({ length: Math.max(0, table.members - table.crossing - table.without) }, () => ''),
    ...Array.from({ length: table.without }, () => '他'),
  ].slice(0, 120)
  const half = Math.ceil(labels.length / 2)
  // Letters no longer fit when there are many: then the depth of the colour says it.
  const many = labels.length > 24
  const side = (some: readonly string[], name: string) => (
    <span className={styles.side}>
      {some.map((label, position) => (
        <span
          key={`${name}${position}`}
          className={classNames(
            styles.seat,
            many && styles.small,
            label === '他' && styles.plain,
            many && label === '横' && styles.deep,
          )}
        >
          {many ? '' : label}
        </span>
      ))}
    </span>
  )
  return (
    <div>
      <p className={styles.columnHead}>
        卓にいる人<span className={styles.count}>{table.members}</span>
        {missing.length === 0 ? null : (
          <span className={styles.lack}>
            足りない分野<span className={styles.count}>{missing.length}</span>
          </span>
        )}
      </p>
      <div
        className={styles.table}
        role="img"
        aria-label={`委員${table.members}名。分野をまたぐ人${table.crossing}名、分野の入っていない人${table.without}名`}
      >
        {side(labels.slice(0, half), 'far')}
        <span className={styles.board}>卓</span>
        {side(labels.slice(half), 'near')}
      </div>
      <p className={styles.legend}>
        {many ? '濃い丸' : '横'}＝分野をまたぐ人 {table.crossing}　{many ? '白い丸' : '他'}
        ＝分野の入っていない人 {table.without}
      </p>
    </div>
  )
}
