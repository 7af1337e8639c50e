import { type RefObject, useEffect, useRef } from 'react'
import { belongsToIme } from './ime.ts'
import type { RowListHandle } from './row-list.tsx'
import { TextField } from './text-field.tsx'

export interface FilterFieldProps {
  /** Said, and shown while it is empty. */
  readonly label: string
  /** Shorter than the label, where the place says the rest. */
  readonly placeholder?: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** What it narrows. */
  readonly list: RefObject<RowListHandle | null>
  /** The words by which the list stands narrowed now, where it follows what is typed. */
  readonly narrowedBy?: string
}

/** Words that narrow a list; ↓ goes into it. Pressed before the list stands narrowed by what was typed, it waits for that. */
export function FilterField({
  label,
  placeholder = label,
  value,
  onChange,
  list,
  narrowedBy = value,
}: FilterFieldProps) {
  const isEntering = useRef(false)
  useEffect(() => {
    if (!isEntering.current || narrowedBy !== value) return
    isEntering.current = false
    list.current?.focus()
  }, [narrowedBy, value, list])
  return (
    <TextField
      label={label}
      labelUnseen
      kind="search"
      placeholder={placeholder}
      value={value}
      onChange={(next) => {
        isEntering.current = false
        onChange(next)
      }}
      onKey={(event) => {
        if (event.key !== 'ArrowDown' || belongsToIme(event)) return
        event.preventDefault()
        if (narrowedBy === value) list.current?.focus()
        else isEntering.current = true
      }}
    />
  )
}
