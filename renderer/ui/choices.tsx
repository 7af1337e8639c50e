import type { ReactNode } from 'react'
import {
  Checkbox as AriaCheckbox,
  CheckboxGroup as AriaCheckboxGroup,
  Radio,
  RadioGroup as AriaRadioGroup,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './field.module.css'
import { FieldFrame, type FieldProps } from './field-frame.tsx'

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly note?: ReactNode
}

export interface CheckboxProps {
  readonly children: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
  readonly partly?: boolean
}

export function Checkbox({ children, checked, onChange, disabled = false, partly = false }: CheckboxProps) {
  return (
    <AriaCheckbox
      className={styles.choice ?? ''}
      isSelected={checked}
      isIndeterminate={partly}
      onChange={onChange}
      isDisabled={disabled}
    >
      <Tick partly={partly} checked={checked} />
      <span>{children}</span>
    </AriaCheckbox>
  )
}

function Tick({ checked, partly }: { readonly checked: boolean; readonly partly: boolean }) {
  return (
    <span className={styles.tick}>
      {partly ? (
        <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          <path d="M2 6h8" stroke="currentColor" strokeWidth="2" />
        </svg>
      ) : checked ? (
        <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2.5 8.5l3.6 3.6 7.4-8.4" fill="none" stroke="currentColor" strokeWidth="2.4" />
        </svg>
      ) : null}
    </span>
  )
}

export interface CheckboxGroupProps<Value extends string> extends FieldProps {
  readonly value: readonly Value[]
  readonly onChange: (value: readonly Value[]) => void
  readonly choices: readonly Choice<Value>[]
}

/** Several of a few. */
export function CheckboxGroup<Value extends string>(props: CheckboxGroupProps<Value>) {
  const { value, onChange, choices } = props
  return (
    <AriaCheckboxGroup
      className={classNames(styles.field, styles[props.width ?? 'full'])}
      value={[...value]}
      onChange={(given) =>
        onChange(choices.map((choice) => choice.value).filter((each) => given.includes(each)))
      }
      isDisabled={props.disabled ?? false}
    >
      <FieldFrame {...props}>
        <div className={styles.choices}>
          {choices.map((choice) => (
            <AriaCheckbox key={choice.value} value={choice.value} className={styles.choice ?? ''}>
              {({ isSelected }) => (
                <>
                  <Tick checked={isSelected} partly={false} />
                  <span>{choice.label}</span>
                </>
              )}
            </AriaCheckbox>
          ))}
        </div>
      </FieldFrame>
    </AriaCheckboxGroup>
  )
}

export interface RadioGroupProps<Value extends string> extends FieldProps {
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly choices: readonly Choice<Value>[]
}

/** One of a few, all of them seen at once. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { value, onChange, choices } = props
  return (
    <AriaRadioGroup
      className={classNames(styles.field, styles[props.width ?? 'full'])}
      value={value}
      onChange={(given) => {
        const found = choices.find((choice) => choice.value === given)
        if (found !== undefined) onChange(found.value)
      }}
      isDisabled={props.disabled ?? false}
      isInvalid={props.error !== undefined && props.error !== null && props.error !== ''}
    >
      <FieldFrame {...props}>
        <div className={styles.choices}>
          {choices.map((choice) => (
            <Radio
              key={choice.value}
              value={choice.value}
              className={styles.choice ?? ''}
              autoFocus={props.autoFocus === true && (value === null || value === choice.value)}
            >
              <span className={styles.dot} />
              <span>
                {choice.label}
                {choice.note === undefined ? null : (
                  <span className={styles.choiceNote}>　{choice.note}</span>
                )}
              </span>
            </Radio>
          ))}
        </div>
      </FieldFrame>
    </AriaRadioGroup>
  )
}
