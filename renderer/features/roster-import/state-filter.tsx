import { type ImportPlan, type RowState, rowStates } from '#shared/domain/import-plan.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { Mark, type MarkKind } from '#renderer/ui/mark.tsx'
import styles from './roster-import.module.css'

export type Shown = RowState | 'all' | 'skipped'

export const stateMarks: Readonly<Record<RowState, MarkKind>> = {
  new: 'new',
  changed: 'changed',
  same: 'same',
  doubtful: 'lacking',
  wrong: 'late',
}

/** What a row will come to, short enough for a column. */
export const stateWords: Readonly<Record<RowState, string>> = {
  new: '新しい',
  changed: '変わる',
  same: '同じ',
  doubtful: 'たしかめる',
  wrong: '読めない',
}

export interface StateFilterProps {
  readonly plan: ImportPlan
  readonly shown: Shown
  readonly onShow: (shown: Shown) => void
}

/** The states that occur, with their counts, to look at one kind of row alone. */
export function StateFilter({ plan, shown, onShow }: StateFilterProps) {
  const button = (key: Shown, words: string, count: number, mark?: MarkKind) => (
    <button
      key={key}
      type="button"
      aria-pressed={shown === key}
      className={classNames(styles.filter, shown === key && styles.filterOn)}
      onClick={() => onShow(key)}
    >
      {mark === undefined ? null : <Mark kind={mark} className={styles[mark]} />}
      {words} <b>{count}</b>
    </button>
  )
  return (
    <div className={styles.filters} role="group" aria-label="見る行">
      {button('all', 'すべて', plan.rows.length)}
      {rowStates
        .filter((state) => plan.counts[state] > 0)
        .map((state) => button(state, stateWords[state], plan.counts[state], stateMarks[state]))}
      {plan.skipped.length === 0 ? null : button('skipped', '人でない行', plan.skipped.length)}
    </div>
  )
}
