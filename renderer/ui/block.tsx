import { type ReactNode, useId } from 'react'
import styles from './block.module.css'
import { classNames } from './class-names.ts'

export interface BlockProps {
  readonly title: ReactNode
  /** Second text right behind the title. */
  readonly note?: ReactNode
  /** At the right end of the title's line: a count, a link. */
  readonly more?: ReactNode
  /** A thinner rule and a smaller title, for a block within a block. */
  readonly minor?: boolean
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** A part of a page, ruled like a ledger: a strong rule above its heading. */
export function Block({ title, note, more, minor = false, className, children }: BlockProps) {
  const id = useId()
  const Heading = minor ? 'h3' : 'h2'
  return (
    <section aria-labelledby={id} className={className}>
      <div className={classNames(styles.rule, minor && styles.minor)}>
        <Heading id={id}>{title}</Heading>
        {note === undefined ? null : <span className={styles.note}>{note}</span>}
        {more === undefined ? null : <span className={styles.more}>{more}</span>}
      </div>
      {children}
    </section>
  )
}

/** Rows with hairlines between them, for lists that are read rather than worked. */
export function Lines({
  children,
  className,
}: {
  readonly children: ReactNode
  readonly className?: string | undefined
}) {
  return <ul className={classNames(styles.lines, className)}>{children}</ul>
}

/** Names and what stands for them: 所属 … 席 … 分野 …. */
export function Facts({
  facts,
  className,
}: {
  readonly facts: readonly { readonly name: string; readonly value: ReactNode }[]
  readonly className?: string | undefined
}) {
  return (
    <dl className={classNames(styles.facts, className)}>
      {facts.map((fact) => (
        <div key={fact.name} className={styles.fact}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
