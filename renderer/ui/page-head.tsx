import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import styles from './page-head.module.css'

export interface PageHeadProps {
  readonly title: ReactNode
  /** For the window's title, where `title` is more than words. */
  readonly titleText?: string
  /** One line of what the page is for, or what stands out today. */
  readonly line?: ReactNode
  /** Small tabs or a count behind the title. */
  readonly beside?: ReactNode
  /** Steps of a work page, between title and main button. */
  readonly steps?: ReactNode
  /** The one main button, with others before it. */
  readonly actions?: ReactNode
  /** Changes when the page shows another step of itself: the focus then begins anew, as on another page. */
  readonly place?: string
}

// The first page that opens leaves the focus where the browser puts it; every later one takes it to its title.
let firstPlace: string | null = null

/**
 * The beginning of every page. Moves the focus to the title when the place changes, so that a screen reader and
 * the Tab key begin there, and names the window.
 */
export function PageHead({ title, titleText, line, beside, steps, actions, place = '' }: PageHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const path = useLocation({ select: (location) => location.pathname })
  const words = titleText ?? (typeof title === 'string' ? title : '')
  useEffect(() => {
    const here = `${path} ${place}`
    firstPlace ??= here
    if (firstPlace === here) return
    // From now on every change counts, the way back to the first place too.
    firstPlace = ''
    heading.current?.focus({ preventScroll: true })
  }, [path, place])
  useEffect(() => {
    document.title = words === '' ? 'つどい' : `${words} - つどい`
  }, [words])
  return (
    <header className={styles.head}>
      <div className={steps === undefined ? styles.words : styles.workWords}>
        <div className={styles.titleLine}>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {beside}
        </div>
        {line === undefined ? null : <p className={styles.line}>{line}</p>}
      </div>
      {steps === undefined ? null : <div className={styles.steps}>{steps}</div>}
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
