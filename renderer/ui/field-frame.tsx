import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { Mark } from './mark.tsx'
import styles from './field.module.css'

/** How much is usually written into a field; a field's width is a hint of what it wants. */
export type FieldWidth = 'short' | 'medium' | 'long' | 'full'

/** What all fields have in common. */
export interface FieldProps {
  readonly label: string
  /** One line below the label: an example, what it is for. */
  readonly hint?: ReactNode
  /** What is wrong and what to do, in one sentence. Red, with a mark, and read out. */
  readonly error?: string | null | undefined
  readonly width?: FieldWidth
  readonly required?: boolean
  readonly disabled?: boolean
  /** The label is read out, not drawn: for fields in a table whose head names them. */
  readonly labelUnseen?: boolean
  readonly autoFocus?: boolean
}

/** Label above, error below: inside a React Aria field, which connects them. */
export function FieldFrame(props: FieldProps & { readonly children: ReactNode }) {
  const { label, hint, error, required = false, labelUnseen = false, children } = props
  return (
    <>
      <Label className={labelUnseen ? 'unseen' : (styles.label ?? '')}>
        {label}
        {required ? (
          // aria-required says it to a screen reader; here it is for the eye.
          <span className={styles.required} aria-hidden="true">
            かならず
          </span>
        ) : null}
      </Label>
      {hint === undefined ? null : (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      {children}
      <FieldError className={styles.error ?? ''}>
        <Mark kind="late" />
        <span>{error}</span>
      </FieldError>
    </>
  )
}
