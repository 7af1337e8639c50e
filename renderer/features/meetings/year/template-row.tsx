import { Button } from '#renderer/ui/button.tsx'
import {
  recurrenceNames,
  recurrences,
  type TemplateItem,
} from '#shared/contract/agenda-template-operations.ts'
import { toHalfWidthDigits } from '#shared/domain/japanese-text.ts'
import { agendaKindNames, agendaKinds } from '#shared/domain/meeting.ts'
import styles from './year.module.css'

const levels = [1, 2, 3] as const
const levelNames = { 1: '１', 2: '(1)', 3: 'ア' } as const

export interface TemplateRowProps {
  readonly item: TemplateItem
  readonly number: string
  readonly onChange: (item: TemplateItem) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

/** One line of a 次第 to begin from. */
export function TemplateRow({ item, number, onChange, onMove, onRemove }: TemplateRowProps) {
  const named = item.title === '' ? '新しい議題' : item.title
  const change = (part: Partial<TemplateItem>): void => onChange({ ...item, ...part })
  return (
    <div
      role="row"
      className={styles.usualRow}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
        event.preventDefault()
        onMove(event.key === 'ArrowUp' ? -1 : 1)
      }}
    >
      <span role="cell">{number}</span>
      <span role="cell">
        <select
          aria-label={`${named}の種類`}
          value={item.kind}
          onChange={(event) => {
            const kind = agendaKinds.find((each) => each === event.target.value)
            if (kind !== undefined) change({ kind })
          }}
        >
          {agendaKinds.map((kind) => (
            <option key={kind} value={kind}>
              {agendaKindNames[kind]}
            </option>
          ))}
        </select>
      </span>
      <span role="cell">
        <select
          aria-label={`${named}の段`}
          value={item.level}
          onChange={(event) => {
            const level = levels.find((each) => String(each) === event.target.value)
            if (level !== undefined) change({ level })
          }}
        >
          {levels.map((level) => (
            <option key={level} value={level}>
              {levelNames[level]}
            </option>
          ))}
        </select>
      </span>
      <span role="cell">
        <input
          aria-label={`議題　${named}`}
          value={item.title}
          onChange={(event) => change({ title: event.target.value })}
        />
      </span>
      <span role="cell">
        <input
          aria-label={`${named}の時間（分）`}
          inputMode="numeric"
          value={item.plannedMinutes ?? ''}
          onChange={(event) => {
            const plain = toHalfWidthDigits(event.target.value).trim()
            if (/^\d{0,3}$/.test(plain) && Number(plain) <= 600)
              change({ plannedMinutes: plain === '' ? null : Number(plain) })
          }}
        />
      </span>
      <span role="cell">
        <input
          aria-label={`${named}の担当`}
          value={item.presenter}
          onChange={(event) => change({ presenter: event.target.value })}
        />
      </span>
      <span role="cell">
        <select
          aria-label={`${named}はいつ`}
          value={item.recurs}
          onChange={(event) => {
            const recurs = recurrences.find((each) => each === event.target.value)
            if (recurs !== undefined) change({ recurs })
          }}
        >
          {recurrences.map((recurs) => (
            <option key={recurs} value={recurs}>
              {recurrenceNames[recurs]}
            </option>
          ))}
        </select>
      </span>
      <span role="cell">
        <Button look="quiet" label={`${named}を消す`} onPress={onRemove}>
          消す
        </Button>
      </span>
    </div>
  )
}
