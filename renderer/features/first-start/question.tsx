import { type ReactNode, useId } from 'react'
import styles from './first-start.module.css'

export interface QuestionProps {
  readonly number: number
  readonly title: string
  readonly note?: string
  readonly children: ReactNode
}

/** One of the five, with its number at the margin. */
export function Question({ number, title, note, children }: QuestionProps) {
  const id = useId()
  return (
    <section className={styles.question} aria-labelledby={id}>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <h2 id={id} className={styles.title}>
        {title}
        {note === undefined ? null : <small>{note}</small>}
      </h2>
      <div className={styles.fields}>{children}</div>
    </section>
  )
}
