import type { Home } from '#shared/contract/home-operations.ts'
import { type HelpKinds, useHelpKinds } from '#renderer/api/use-help-kinds.ts'
import {
  type FlowRow,
  flowRows,
  type FlowStage,
  flowStageNames,
  flowStages,
} from '#shared/domain/town-flow.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import styles from './flow-picture.module.css'

/** Rows that the picture has room for, the last of them what is left over. */
const mostRows = 5
/** The thickest bar, in rem; the thinnest that can still be seen. */
const thickest = 1.5
const thinnest = 0.2

function nameOf({ kinds }: FlowRow, nameOfKind: HelpKinds['nameOf']): string {
  const [kind] = kinds
  if (kinds.length !== 1 || kind === undefined) return 'そのほか'
  return kind === null ? '分類していないもの' : nameOfKind(kind)
}

function furthest(row: FlowRow): FlowStage {
  return flowStages.findLast((stage) => row[stage] > 0) ?? 'noted'
}

/** What stands at the end of a bar. */
function endWords(row: FlowRow): string {
  if (row.newest !== '') return row.newest
  return row.discussed === 0 ? 'まだ話していない' : 'まだ動いていない'
}

function spokenWords(row: FlowRow, name: string): string {
  const stages = flowStages.map((stage) => `${flowStageNames[stage]} ${String(row[stage])}`)
  return `${name}。${stages.join('、')}。${endWords(row)}`
}

function Bar({ row, most }: { readonly row: FlowRow; readonly most: number }) {
  const end = flowStages.indexOf(furthest(row))
  return (
    <span className={styles.track} aria-hidden="true">
      {flowStages.slice(0, end + 1).map((stage) => (
        <span key={stage} className={styles.stage}>
          <span
            className={classNames(styles.bar, row.discussed === 0 && styles.still)}
            style={{ height: `${String(Math.max(thinnest, (thickest * row[stage]) / most))}rem` }}
          />
        </span>
      ))}
      <span className={styles.end} style={{ gridColumn: `${String(end + 2)} / -1` }}>
        {endWords(row)}
      </span>
    </span>
  )
}

/** How far the needs since April have come: a bar a kind, as thick at each stage as there are needs that came so far. */
export function FlowPicture({ flow }: { readonly flow: Home['flow'] }) {
  const { nameOf: nameOfKind } = useHelpKinds()
  const { rows, totals } = flowRows(flow, mostRows)
  const most = Math.max(1, ...rows.map((row) => row.noted))
  return (
    <div className={styles.flow}>
      <p className={styles.heads}>
        {flowStages.map((stage) => (
          <span key={stage}>
            {flowStageNames[stage]} <b>{totals[stage]}</b>
          </span>
        ))}
      </p>
      <ul>
        {rows.map((row) => (
          <li key={row.kinds.join(' ')}>
            <span className="unseen">{spokenWords(row, nameOf(row, nameOfKind))}</span>
            <span className={styles.name} aria-hidden="true">
              {nameOf(row, nameOfKind)}
            </span>
            <b className={styles.count} aria-hidden="true">
              {row.noted}
            </b>
            <Bar row={row} most={most} />
          </li>
        ))}
      </ul>
    </div>
  )
}
