import { Link, type LinkProps } from '@tanstack/react-router'
import { classNames } from './class-names.ts'
import { Mark } from './mark.tsx'
import styles from './step-bar.module.css'

export interface Step {
  readonly key: string
  readonly name: string
  /** What it still lacks, or what it came to: 残り 4, 済み, 10／12 出席. */
  readonly note?: string
  readonly state: 'done' | 'now' | 'later'
  /** Where the step is, when it can be gone to: `{ to: '/meetings/$meetingId/$step', params: … }`. */
  readonly link?: Pick<LinkProps, 'to' | 'params' | 'search'>
  /** Instead of a link, for steps within a page. */
  readonly onChoose?: () => void
}

function Words({ step }: { readonly step: Step }) {
  return (
    <>
      {step.state === 'done' ? <Mark kind="done" className={styles.tick} /> : null}
      <span className={styles.name}>{step.name}</span>
      {step.note === undefined ? null : <span className={styles.note}>{step.note}</span>}
    </>
  )
}

/** Where the work stands, and what each step still lacks. */
export function StepBar({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) {
  return (
    <nav aria-label={label}>
      <ol className={styles.steps}>
        {steps.map((step) => {
          const current = step.state === 'now' ? ({ 'aria-current': 'step' } as const) : {}
          return (
            <li key={step.key} className={classNames(styles.step, styles[step.state])}>
              {step.link !== undefined ? (
                <Link {...step.link} className={styles.inner} {...current}>
                  <Words step={step} />
                </Link>
              ) : step.onChoose !== undefined ? (
                <button type="button" className={styles.inner} onClick={step.onChoose} {...current}>
                  <Words step={step} />
                </button>
              ) : (
                <span className={styles.inner} {...current}>
                  <Words step={step} />
                </span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
