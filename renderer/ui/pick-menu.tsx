import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { Choice } from './choices.tsx'
import { Glyph } from './glyph.tsx'
import styles from './list-box.module.css'
import pickStyles from './pick-menu.module.css'

export interface PickMenuProps<Value extends string> {
  /** Said before what is chosen: 協議体. */
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly choices: readonly Choice<Value>[]
}

/** Words that open a list to choose others: the council and 年度 in the top line. */
export function PickMenu<Value extends string>({ label, value, onChange, choices }: PickMenuProps<Value>) {
  const current = choices.find((choice) => choice.value === value)
  return (
    <MenuTrigger>
      <Button className={pickStyles.pick ?? ''} aria-label={`${label}　${current?.label ?? ''}`}>
        <span>{current?.label}</span>
        <Glyph kind="down" />
      </Button>
      <Popover className={styles.popover ?? ''} offset={2} placement="bottom start">
        <Menu
          className={styles.list ?? ''}
          aria-label={label}
          selectionMode="single"
          selectedKeys={[value]}
          disallowEmptySelection
          onAction={(key) => {
            const found = choices.find((choice) => choice.value === key)
            if (found !== undefined) onChange(found.value)
          }}
        >
          {choices.map((choice) => (
            <MenuItem
              key={choice.value}
              id={choice.value}
              textValue={choice.label}
              className={styles.option ?? ''}
            >
              {choice.label}
              {choice.note === undefined ? null : <span className={styles.note}>{choice.note}</span>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
