import type { PlannedRow } from '#shared/domain/import-plan.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { Chip } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { knownMatches, type RowChoice } from './row-choices.ts'
import styles from './roster-import.module.css'
import { stateMarks, stateWords } from './state-filter.tsx'

/** The head of the table, over the list that scrolls. */
export function PlanRowHead() {
  return (
    <div className={classNames(styles.row, styles.rowHead)} aria-hidden="true">
      <span className="num">行</span>
      <span>ようす</span>
      <span>氏名</span>
      <span>団体・役職</span>
      <span>委員</span>
      <span>どうするか</span>
    </div>
  )
}

/** What was chosen, in a word. */
function doing(row: PlannedRow, choice: RowChoice): string {
  if (row.state === 'wrong') return '取り込めません'
  switch (choice.action) {
    case 'undecided':
      return 'まだ決めていない'
    case 'leave':
      return '取り込まない'
    case 'join':
      return '名簿の人にする'
    case 'take':
      return row.state === 'doubtful' && knownMatches(row).length > 0
        ? '別の人として追加'
        : row.state === 'same'
          ? 'そのまま'
          : '取り込む'
  }
}

export interface PlanRowProps {
  readonly row: PlannedRow
  readonly choice: RowChoice
  readonly canSit: boolean
  readonly onToggleMember: () => void
}

export function PlanRow({ row, choice, canSit, onToggleMember }: PlanRowProps) {
  const out = choice.action === 'leave' || row.state === 'wrong'
  const { fields } = row
  return (
    <span className={classNames(styles.row, out && styles.out, row.struckThrough && styles.struck)}>
      <span className="num">{row.row}</span>
      <span>
        <Chip mark={stateMarks[row.state]}>{stateWords[row.state]}</Chip>
      </span>
      <span className={styles.name}>
        {fields.name === '' ? <span className="sub">（氏名なし）</span> : <Name>{fields.name}</Name>}
      </span>
      <span className={styles.cut}>
        {fields.organizationName}　{fields.post}
      </span>
      <span
        className={styles.memberCell}
        onClick={() => {
          if (canSit) onToggleMember()
        }}
      >
        <span className={classNames(styles.box, choice.asMember && styles.boxOn)} aria-hidden="true" />
        {choice.asMember ? '委員' : ''}
      </span>
      <span className={classNames(styles.cut, choice.action === 'undecided' && styles.asks)}>
        {doing(row, choice)}
      </span>
    </span>
  )
}
