import type { TextRange } from '#shared/domain/found-places.ts'
import styles from './search.module.css'

/** A text with what was looked for set off in it. */
export function MarkedText({
  text,
  ranges,
}: {
  readonly text: string
  readonly ranges: readonly TextRange[]
}) {
  const ends = ranges.map(([, to]) => to)
  return (
    <>
      {ranges.map(([from, to], place) => (
        // The parts of one text keep their order.
        <span key={place}>
          {text.slice(ends[place - 1] ?? 0, from)}
          <mark className={styles.mark}>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1) ?? 0)}
    </>
  )
}
