import { type ReactNode, useState } from 'react'
import { Block, Lines } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import styles from './home.module.css'

export interface TwoLines {
  readonly key: string
  readonly title: ReactNode
  readonly chip: ReactNode
  readonly who: ReactNode
  readonly when: ReactNode
}

export interface TwoLineBlockProps {
  readonly title: string
  readonly rows: readonly TwoLines[]
  /** How many there are, when more than were sent. */
  readonly total?: number
  readonly empty: string
}

const shownAtFirst = 4

/** A block of rows with two lines each; the first four, and all of them when asked. */
export function TwoLineBlock({ title, rows, total = rows.length, empty }: TwoLineBlockProps) {
  const [all, setAll] = useState(false)
  const shown = all ? rows : rows.slice(0, shownAtFirst)
  const more =
    rows.length > shownAtFirst ? (
      <Button look="quiet" onPress={() => setAll(!all)}>
        {all ? 'はじめの4件' : `すべて ${total}件`}
      </Button>
    ) : rows.length === 0 ? undefined : (
      `${total}件`
    )
  return (
    <Block title={title} {...(more === undefined ? {} : { more })}>
      {rows.length === 0 ? (
        <Empty>{empty}</Empty>
      ) : (
        <Lines className={styles.twoLines}>
          {shown.map((row) => (
            <li key={row.key}>
              <b>{row.title}</b>
              {row.chip}
              <span>{row.who}</span>
              <span>{row.when}</span>
            </li>
          ))}
        </Lines>
      )}
    </Block>
  )
}
