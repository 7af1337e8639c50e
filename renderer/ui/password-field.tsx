import { type Ref, useState } from 'react'
import { Input, TextField as AriaTextField } from 'react-aria-components'
import { Checkbox } from './choices.tsx'
import { classNames } from './class-names.ts'
import styles from './field.module.css'
import { FieldFrame, type FieldProps } from './field-frame.tsx'
import { isPlainEnter } from './ime.ts'

export interface PasswordFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onEnter?: () => void
  readonly inputRef?: Ref<HTMLInputElement>
}

/** A word that nobody should read over the shoulder; shown to whoever asks, since few type kana blindly. */
export function PasswordField(props: PasswordFieldProps) {
  const { value, onChange, onEnter } = props
  const [shown, setShown] = useState(false)
  const hasError = props.error !== undefined && props.error !== null && props.error !== ''
  return (
    <div>
      <AriaTextField
        className={classNames(styles.field, styles[props.width ?? 'medium'])}
        value={value}
        onChange={onChange}
        isInvalid={hasError}
        isDisabled={props.disabled ?? false}
        autoFocus={props.autoFocus ?? false}
        validationBehavior="aria"
        type={shown ? 'text' : 'password'}
      >
        <FieldFrame {...props}>
          <Input
            className={styles.box ?? ''}
            autoComplete="off"
            spellCheck={false}
            {...(props.inputRef === undefined ? {} : { ref: props.inputRef })}
            onKeyDown={(event) => {
              if (onEnter !== undefined && isPlainEnter(event)) {
                event.preventDefault()
                onEnter()
              }
            }}
          />
        </FieldFrame>
      </AriaTextField>
      <Checkbox checked={shown} onChange={setShown}>
        文字を見せる
      </Checkbox>
    </div>
  )
}
