import type { ReactNode } from 'react'
import styles from './key-cap.module.css'

/** A key as it is printed where it works. */
export function KeyCap({ children }: { readonly children: ReactNode }) {
  return <kbd className={styles.key}>{children}</kbd>
}

/** Keys and what they do, one after another. */
export function KeyLine({
  keys,
}: {
  readonly keys: readonly { readonly key: string | readonly string[]; readonly does: string }[]
}) {
  return (
    <ul className={styles.line}>
      {keys.map(({ key, does }) => (
        <li key={does} className={styles.item}>
          {(typeof key === 'string' ? [key] : key).map((each) => (
            <KeyCap key={each}>{each}</KeyCap>
          ))}
          {does}
        </li>
      ))}
    </ul>
  )
}
