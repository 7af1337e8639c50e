import { classNames } from '#renderer/ui/class-names.ts'
import { Name } from '#renderer/ui/name.tsx'
import type { Statement } from '#shared/contract/meeting-operations.ts'
import { formatClockTime } from '#shared/domain/clock-time.ts'
import { statementKindNames } from '#shared/domain/meeting.ts'
import { StatementEdit, type StatementEditing } from './statement-edit.tsx'
import styles from './talk.module.css'

export interface StatementRowProps {
  readonly statement: Statement
  readonly seatNumber: number | null
  readonly editing: StatementEditing | null
  /** Null while nothing may be changed. */
  readonly onEdit: (() => void) | null
}

/** One line of the talk: when, who, what kind, the words; pressed, it is corrected in place. */
export function StatementRow({ statement, seatNumber, editing, onEdit }: StatementRowProps) {
  const decided = statement.kind === 'decision'
  return (
    <div className={classNames(styles.line, decided && styles.decided)}>
      <span className={styles.time}>
        {statement.spokenAt === null ? '' : formatClockTime(statement.spokenAt)}
      </span>
      <span className={styles.seat}>{seatNumber}</span>
      <span className={styles.who}>
        <Name>{statement.speaker}</Name>
      </span>
      {editing !== null ? (
        <StatementEdit {...editing} />
      ) : (
        <span
          className={classNames(styles.said, onEdit !== null && styles.canEdit)}
          {...(onEdit === null ? {} : { onClick: onEdit })}
        >
          <span className={styles.kind}>{statementKindNames[statement.kind]}</span>
          {statement.text}
          {statement.fullText === '' ? null : <span className="sub">　（全文あり）</span>}
        </span>
      )}
    </div>
  )
}
