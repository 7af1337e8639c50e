import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components'
import type { Choice } from './choices.tsx'
import { classNames } from './class-names.ts'
import fieldStyles from './field.module.css'
import { FieldFrame, type FieldProps } from './field-frame.tsx'
import { Glyph } from './glyph.tsx'
import styles from './list-box.module.css'

export interface SelectProps<Value extends string> extends FieldProps {
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly choices: readonly Choice<Value>[]
  readonly placeholder?: string
}

/** One of many, in a list that opens. For four or fewer a RadioGroup shows them all. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { value, onChange, choices, placeholder = '選んでください' } = props
  return (
    <AriaSelect
      className={classNames(fieldStyles.field, fieldStyles[props.width ?? 'medium'])}
      value={value}
      onChange={(key) => {
        const found = choices.find((choice) => choice.value === key)
        if (found !== undefined) onChange(found.value)
      }}
      isDisabled={props.disabled ?? false}
      isInvalid={props.error !== undefined && props.error !== null && props.error !== ''}
      autoFocus={props.autoFocus ?? false}
      placeholder={placeholder}
    >
      <FieldFrame {...props}>
        <Button className={classNames(fieldStyles.box, fieldStyles.pick)}>
          <SelectValue>
            {({ isPlaceholder, defaultChildren }) =>
              isPlaceholder ? (
                <span className={fieldStyles.empty}>{placeholder}</span>
              ) : (
                (choices.find((choice) => choice.value === value)?.label ?? defaultChildren)
              )
            }
          </SelectValue>
          <Glyph kind="down" />
        </Button>
      </FieldFrame>
      <Popover className={styles.popover ?? ''} offset={2}>
        <ListBox className={styles.list ?? ''}>
          {choices.map((choice) => (
            <ListBoxItem
              key={choice.value}
              id={choice.value}
              textValue={choice.label}
              className={styles.option ?? ''}
            >
              {choice.label}
              {choice.note === undefined ? null : <span className={styles.note}>{choice.note}</span>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
