import { useMemo } from 'react'
import { Button, ComboBox as AriaComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { foldForSearch } from '#shared/domain/japanese-text.ts'
import { classNames } from './class-names.ts'
import fieldStyles from './field.module.css'
import { FieldFrame, type FieldProps } from './field-frame.tsx'
import { Glyph } from './glyph.tsx'
import styles from './list-box.module.css'

export interface Suggestion {
  readonly key: string
  readonly text: string
  /** Found by these as well: kana, a short name. */
  readonly also?: string
  readonly note?: string
}

export interface ComboBoxProps extends FieldProps {
  readonly value: string
  readonly onChange: (text: string) => void
  /** A suggestion was taken, rather than typed through. */
  readonly onTake?: (suggestion: Suggestion) => void
  readonly suggestions: readonly Suggestion[]
  readonly placeholder?: string
}

const most = 50

/** Free text with suggestions, found by any part of them, whichever variant, width or kana is typed. */
export function ComboBox(props: ComboBoxProps) {
  const { value, onChange, onTake, suggestions, placeholder } = props
  const folded = useMemo(
    () => suggestions.map((each) => ({ each, key: foldForSearch(`${each.text} ${each.also ?? ''}`) })),
    [suggestions],
  )
  const shown = useMemo(() => {
    const wanted = foldForSearch(value)
    return folded
      .filter(({ key }) => key.includes(wanted))
      .slice(0, most)
      .map(({ each }) => each)
  }, [folded, value])
  return (
    <AriaComboBox
      className={classNames(fieldStyles.field, fieldStyles[props.width ?? 'full'])}
      inputValue={value}
      onInputChange={onChange}
      items={shown}
      allowsCustomValue
      allowsEmptyCollection={false}
      menuTrigger="input"
      isDisabled={props.disabled ?? false}
      isRequired={props.required ?? false}
      isInvalid={props.error !== undefined && props.error !== null && props.error !== ''}
      autoFocus={props.autoFocus ?? false}
      validationBehavior="aria"
      onSelectionChange={(key) => {
        const taken = suggestions.find((each) => each.key === key)
        if (taken === undefined) return
        onChange(taken.text)
        onTake?.(taken)
      }}
    >
      <FieldFrame {...props}>
        <div className={fieldStyles.withButton}>
          <Input
            className={fieldStyles.box ?? ''}
            autoComplete="off"
            {...(placeholder === undefined ? {} : { placeholder })}
          />
          <Button className={fieldStyles.inside ?? ''}>
            <Glyph kind="down" />
          </Button>
        </div>
      </FieldFrame>
      <Popover className={styles.popover ?? ''} offset={2}>
        <ListBox<Suggestion> className={styles.list ?? ''}>
          {(suggestion) => (
            <ListBoxItem id={suggestion.key} textValue={suggestion.text} className={styles.option ?? ''}>
              {suggestion.text}
              {suggestion.note === undefined ? null : <span className={styles.note}>{suggestion.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
