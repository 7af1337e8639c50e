import type { Finding } from '#shared/domain/import-plan.ts'
import { Block, Lines } from '#renderer/ui/block.tsx'
import { Mark, type MarkKind } from '#renderer/ui/mark.tsx'
import styles from './roster-import.module.css'

const marks: Readonly<Record<Finding['severity'], MarkKind>> = {
  note: 'waiting',
  ask: 'lacking',
  error: 'late',
}

export interface FindingListProps {
  readonly title: string
  readonly findings: readonly Finding[]
  /** Said when there is nothing. Left out: then the block is not drawn. */
  readonly none?: string
}

/** What was met while reading, each with its place. */
export function FindingList({ title, findings, none }: FindingListProps) {
  if (findings.length === 0 && none === undefined) return null
  return (
    <Block minor title={title}>
      {findings.length === 0 ? (
        <p className="sub">{none}</p>
      ) : (
        <Lines className={styles.findings}>
          {findings.map((finding, position) => (
            // Findings never move while they are shown.
            <li key={position}>
              <Mark kind={marks[finding.severity]} className={styles[finding.severity]} />
              <span>{finding.message}</span>
            </li>
          ))}
        </Lines>
      )}
    </Block>
  )
}
