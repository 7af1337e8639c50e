import type { OutputOf } from '#shared/contract/contract.ts'
import { type Found, foundKindNames, foundKinds } from '#shared/contract/search-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { MarkedText } from './marked-text.tsx'
import styles from './search.module.css'

export type FoundRows = OutputOf<'search.find'>

/** 第2回　令和8年9月17日　青羽市第２層協議体: where it stands, in words. */
function placeWords(found: Found): string {
  const { place } = found
  if (place.part === 'activity') return formatWareki(place.actedOn, 'long')
  if (place.part !== 'meeting') return ''
  return `${place.councilName}　第${String(place.number)}回　${formatWareki(place.heldOn, 'long')}`
}

export const optionId = (found: Found): string => `found-${found.id}`

export interface FoundListProps {
  readonly id: string
  readonly rows: FoundRows
  /** These still answer the word before. */
  readonly busy: boolean
  /** The one that Enter opens. */
  readonly chosen: Found | null
  readonly onOpen: (found: Found) => void
}

/** What was found, by kind; the arrows of the box move through it. */
export function FoundList({ id, rows, busy, chosen, onOpen }: FoundListProps) {
  return (
    <div id={id} role="listbox" aria-label="見つかったもの" aria-busy={busy} className={styles.list}>
      {foundKinds.map((kind) => {
        const own = rows.filter((found) => found.kind === kind)
        if (own.length === 0) return null
        return (
          <div key={kind} role="group" aria-label={foundKindNames[kind]} className={styles.group}>
            <span className={styles.kind} aria-hidden="true">
              {foundKindNames[kind]}
            </span>
            <div className={styles.rows}>
              {own.map((found) => (
                <div
                  key={found.id}
                  id={optionId(found)}
                  role="option"
                  aria-selected={found === chosen}
                  className={classNames(styles.row, found === chosen && styles.chosen)}
                  // Pressing must not take the focus out of the box before the click has come.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onOpen(found)}
                >
                  <span className={styles.text}>
                    <MarkedText text={found.text} ranges={found.ranges} />
                  </span>
                  <span className={styles.beside}>{found.beside}</span>
                  <span className={styles.place}>{placeWords(found)}</span>
                </div>
              ))}
            </div>
          </div>
        )
      })}
    </div>
  )
}
