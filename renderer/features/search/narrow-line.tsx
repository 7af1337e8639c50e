import { usePlace } from '#renderer/api/use-place.tsx'
import { type FoundKind, foundKindNames, foundKinds } from '#shared/contract/search-operations.ts'
import { fiscalYearName, fiscalYearOf } from '#shared/domain/calendar-date.ts'
import styles from './search.module.css'

export interface Narrowing {
  readonly kind: FoundKind | null
  readonly fiscalYear: number | null
  readonly ownCouncil: boolean
  readonly speaker: string
}

export const everywhere: Narrowing = { kind: null, fiscalYear: null, ownCouncil: false, speaker: '' }

export interface NarrowLineProps {
  readonly narrowing: Narrowing
  readonly onChange: (narrowing: Narrowing) => void
}

/** Where to look: all of it, until something is chosen here. */
export function NarrowLine({ narrowing, onChange }: NarrowLineProps) {
  const { councils, council, today } = usePlace()
  const thisYear = fiscalYearOf(today)
  return (
    <div className={styles.narrow} role="group" aria-label="しぼりこみ">
      <label>
        種類
        <select
          value={narrowing.kind ?? ''}
          onChange={(event) =>
            onChange({ ...narrowing, kind: foundKinds.find((kind) => kind === event.target.value) ?? null })
          }
        >
          <option value="">すべて</option>
          {foundKinds.map((kind) => (
            <option key={kind} value={kind}>
              {foundKindNames[kind]}
            </option>
          ))}
        </select>
      </label>
      <label>
        年度
        <select
          value={narrowing.fiscalYear ?? ''}
          onChange={(event) =>
            onChange({
              ...narrowing,
              fiscalYear: event.target.value === '' ? null : Number(event.target.value),
            })
          }
        >
          <option value="">すべて</option>
          {Array.from({ length: 10 }, (_unused, by) => thisYear - by).map((year) => (
            <option key={year} value={year}>
              {fiscalYearName(year)}
            </option>
          ))}
        </select>
      </label>
      {councils.length > 1 && council !== null ? (
        <label>
          協議体
          <select
            value={narrowing.ownCouncil ? 'own' : ''}
            onChange={(event) => onChange({ ...narrowing, ownCouncil: event.target.value === 'own' })}
          >
            <option value="">すべて</option>
            <option value="own">{council.name}</option>
          </select>
        </label>
      ) : null}
      <label>
        話した人・担当
        <input
          value={narrowing.speaker}
          autoComplete="off"
          onChange={(event) => onChange({ ...narrowing, speaker: event.target.value })}
        />
      </label>
    </div>
  )
}
