import type { KeyboardEvent, Ref } from 'react'
import { Input, TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './field.module.css'
import { FieldFrame, type FieldProps } from './field-frame.tsx'
import { isPlainEnter } from './ime.ts'

export interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onLeave?: () => void
  /** Enter that was meant, never the one that confirms kana. */
  readonly onEnter?: () => void
  readonly onKey?: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly placeholder?: string
  readonly kind?: 'text' | 'tel' | 'email' | 'search'
  readonly inputRef?: Ref<HTMLInputElement>
  readonly name?: string
}

/** One line of text. Kept to the character: nothing is trimmed or normalised here. */
export function TextField(props: TextFieldProps) {
  const { value, onChange, onLeave, onEnter, onKey, placeholder, kind = 'text' } = props
  const hasError = props.error !== undefined && props.error !== null && props.error !== ''
  return (
    <AriaTextField
      className={classNames(styles.field, styles[props.width ?? 'full'])}
      value={value}
      onChange={onChange}
      isInvalid={hasError}
      isDisabled={props.disabled ?? false}
      autoFocus={props.autoFocus ?? false}
      validationBehavior="aria"
      type={kind}
      isRequired={props.required ?? false}
      {...(props.name === undefined ? {} : { name: props.name })}
      {...(onLeave === undefined ? {} : { onBlur: onLeave })}
    >
      <FieldFrame {...props}>
        <Input
          className={styles.box ?? ''}
          autoComplete="off"
          spellCheck={false}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(props.inputRef === undefined ? {} : { ref: props.inputRef })}
          onKeyDown={(event) => {
            onKey?.(event)
            if (onEnter !== undefined && isPlainEnter(event) && !event.isDefaultPrevented()) {
              event.preventDefault()
              onEnter()
            }
          }}
        />
      </FieldFrame>
    </AriaTextField>
  )
}

export interface TextAreaProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onLeave?: () => void
  readonly onKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  /** Lines shown at first; it can be drawn larger. */
  readonly lines?: number
  readonly placeholder?: string
  readonly areaRef?: Ref<HTMLTextAreaElement>
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { value, onChange, onLeave, onKey, lines = 3, placeholder } = props
  const hasError = props.error !== undefined && props.error !== null && props.error !== ''
  return (
    <AriaTextField
      className={classNames(styles.field, styles[props.width ?? 'full'])}
      value={value}
      onChange={onChange}
      isInvalid={hasError}
      isDisabled={props.disabled ?? false}
      autoFocus={props.autoFocus ?? false}
      validationBehavior="aria"
      isRequired={props.required ?? false}
      {...(onLeave === undefined ? {} : { onBlur: onLeave })}
    >
      <FieldFrame {...props}>
        <AriaTextArea
          className={styles.box ?? ''}
          rows={lines}
          spellCheck={false}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(props.areaRef === undefined ? {} : { ref: props.areaRef })}
          {...(onKey === undefined ? {} : { onKeyDown: onKey })}
        />
      </FieldFrame>
    </AriaTextField>
  )
}
