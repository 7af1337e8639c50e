import { useState } from 'react'
import { Input, TextField as AriaTextField } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './field.module.css'
import { FieldFrame, type FieldProps } from './field-frame.tsx'
import { isPlainEnter } from './ime.ts'

export type Reading<Value> =
  { readonly ok: true; readonly value: Value | null } | { readonly ok: false; readonly message: string }

export interface WrittenFieldProps<Value> extends FieldProps {
  readonly value: Value | null
  /** Called with a value that could be read, or null for an emptied field; never with what could not be read. */
  readonly onChange: (value: Value | null) => void
  /** Told whether what stands in the field can be read, so that a form is not sent with half of it. */
  readonly onReadable?: (readable: boolean) => void
  readonly onEnter?: () => void
  readonly placeholder?: string
}

interface Ways<Value> {
  readonly read: (text: string) => Reading<Value>
  readonly write: (value: Value) => string
}

/**
 * A field in which something with rules is typed freely, as people write it (a date, a time, a number), and shown
 * back in one spelling when it is left. What cannot be read stays as it was typed, with a sentence what to do.
 */
export function WrittenField<Value>(props: WrittenFieldProps<Value> & Ways<Value>) {
  const { value, onChange, onReadable, onEnter, read, write } = props
  // What is being typed; null while the field shows its value.
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)

  const settle = (text: string): boolean => {
    const reading = read(text)
    if (!reading.ok) {
      setWrong(reading.message)
      onReadable?.(false)
      return false
    }
    setTyped(null)
    setWrong(null)
    onReadable?.(true)
    if (reading.value !== value) onChange(reading.value)
    return true
  }
  const error = wrong ?? props.error ?? null
  return (
    <AriaTextField
      className={classNames(styles.field, styles[props.width ?? 'medium'])}
      value={typed ?? (value === null ? '' : write(value))}
      onChange={(text) => {
        setTyped(text)
        // A reading that has become possible is passed on at once, so that buttons need no blur before them.
        const reading = read(text)
        if (reading.ok) {
          setWrong(null)
          onReadable?.(true)
          if (reading.value !== value) onChange(reading.value)
        } else onReadable?.(false)
      }}
      onBlur={() => {
        if (typed !== null) settle(typed)
      }}
      isInvalid={error !== null && error !== ''}
      isDisabled={props.disabled ?? false}
      autoFocus={props.autoFocus ?? false}
      isRequired={props.required ?? false}
      validationBehavior="aria"
    >
      <FieldFrame {...props} error={error}>
        <Input
          className={styles.box ?? ''}
          autoComplete="off"
          spellCheck={false}
          {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
          onFocus={(event) => event.currentTarget.select()}
          onKeyDown={(event) => {
            if (!isPlainEnter(event)) return
            if (typed !== null && !settle(typed)) event.preventDefault()
            else if (onEnter !== undefined) {
              event.preventDefault()
              onEnter()
            }
          }}
        />
      </FieldFrame>
    </AriaTextField>
  )
}
