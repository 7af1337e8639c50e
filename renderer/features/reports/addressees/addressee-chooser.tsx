import { useState } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Checkbox } from '#renderer/ui/choices.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import {
  type AddresseeRow,
  type AddresseeSource,
  addresseeSourceNames,
  addresseeSources,
} from '#shared/contract/paper-operations.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import { foldForSearch } from '#shared/domain/japanese-text.ts'
import styles from './addressees.module.css'

export interface ChosenAddressees {
  readonly source: AddresseeSource
  /** null: all of them. */
  readonly only: readonly string[] | null
}

export interface AddresseeChooserProps {
  readonly councilId: CouncilId
  /** null: as the letter usually goes. */
  readonly value: ChosenAddressees | null
  /** What the usual way is called; absent where there is none. */
  readonly usual?: string
  readonly onChange: (value: ChosenAddressees | null) => void
}

/** To whom it goes: a source, and within it all or those marked. */
export function AddresseeChooser({ councilId, value, usual, onChange }: AddresseeChooserProps) {
  const [open, setOpen] = useState(false)
  const choices = [
    ...(usual === undefined ? [] : [{ value: 'usual' as const, label: usual }]),
    ...addresseeSources.map((source) => ({ value: source, label: addresseeSourceNames[source] })),
  ]
  return (
    <div className={styles.chooser}>
      <div className={styles.line}>
        <Select
          label="だれに"
          width="medium"
          value={value?.source ?? 'usual'}
          onChange={(source) => onChange(source === 'usual' ? null : { source, only: null })}
          choices={choices}
        />
        {value === null ? null : (
          <Button small onPress={() => setOpen(!open)}>
            {open
              ? '選ぶのをしまう'
              : value.only === null
                ? '全員に。選ぶ'
                : `${String(value.only.length)}人に。選びなおす`}
          </Button>
        )}
      </div>
      {open && value !== null ? (
        <Rows
          councilId={councilId}
          source={value.source}
          only={value.only}
          onChange={(only) => onChange({ ...value, only })}
        />
      ) : null}
    </div>
  )
}

interface RowsProps {
  readonly councilId: CouncilId
  readonly source: AddresseeSource
  readonly only: readonly string[] | null
  readonly onChange: (only: readonly string[] | null) => void
}

const most = 300

function Rows({ councilId, source, only, onChange }: RowsProps) {
  const [words, setWords] = useState('')
  const rows = useRead('papers.addressees', { councilId, source }).data ?? []
  const wanted = foldForSearch(words)
  const shown = rows.filter((row) => foldForSearch(textOf(row)).includes(wanted))
  const chosen = new Set(only ?? rows.map(({ key }) => key))
  const mark = (keys: readonly string[], on: boolean): void => {
    const next = new Set(chosen)
    for (const key of keys)
      if (on) next.add(key)
      else next.delete(key)
    onChange(next.size === rows.length ? null : rows.map(({ key }) => key).filter((key) => next.has(key)))
  }
  return (
    <div className={styles.rows}>
      <div className={styles.line}>
        <TextField label="しぼりこみ" width="medium" value={words} onChange={setWords} />
        <Button
          small
          onPress={() =>
            mark(
              shown.map(({ key }) => key),
              true,
            )
          }
        >
          見えている{shown.length}件を選ぶ
        </Button>
        <Button
          small
          onPress={() =>
            mark(
              shown.map(({ key }) => key),
              false,
            )
          }
        >
          見えている{shown.length}件を外す
        </Button>
      </div>
      <ul className={styles.list} aria-label="送る相手">
        {shown.slice(0, most).map((row) => (
          <li key={row.key}>
            <Checkbox checked={chosen.has(row.key)} onChange={(on) => mark([row.key], on)}>
              {textOf(row)}
              {row.hasAddress ? '' : '（住所なし）'}
            </Checkbox>
          </li>
        ))}
      </ul>
      {shown.length > most ? (
        <p className="sub">ほか{shown.length - most}件。ことばでしぼりこんでください。</p>
      ) : null}
    </div>
  )
}

function textOf({ organizationName, post, name }: AddresseeRow): string {
  return [organizationName, post, name].filter((each) => each !== '').join('　')
}
