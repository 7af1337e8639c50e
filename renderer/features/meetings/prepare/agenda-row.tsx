import { type KeyboardEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { sought, useSought } from '#renderer/api/use-sought.ts'
import { belongsToIme, isPlainEnter } from '#renderer/ui/ime.ts'
import { Mark } from '#renderer/ui/mark.tsx'
import type { AgendaItem, AgendaItemFields, AgendaItemPatch } from '#shared/contract/meeting-operations.ts'
import { formatClockTime } from '#shared/domain/clock-time.ts'
import { toHalfWidthDigits } from '#shared/domain/japanese-text.ts'
import { agendaKindNames, agendaKinds } from '#shared/domain/meeting.ts'
import type { ItemClock } from '#shared/domain/running-time.ts'
import { agendaFieldsOf } from '../meeting-words.ts'
import { deeper, shallower } from './agenda-levels.ts'
import styles from './agenda.module.css'
import { RowEdits } from './row-edits.ts'

export interface AgendaRowProps {
  readonly item: AgendaItem
  readonly clock: ItemClock | undefined
  /** How deep it may stand: one below the item before it. */
  readonly deepest: number
  readonly locked: boolean
  readonly focused: boolean
  readonly onSave: (patch: AgendaItemPatch) => Promise<boolean>
  readonly onMove: (by: -1 | 1) => void
  readonly onNew: () => void
  readonly onRemove: () => void
}

type TextCell = 'presenter' | 'paperNumber' | 'paperTitle' | 'internalNote'
const textCells: readonly { readonly key: TextCell; readonly name: string }[] = [
  { key: 'paperNumber', name: '資料番号' },
  { key: 'paperTitle', name: '資料名' },
  { key: 'internalNote', name: '内部メモ' },
]

/** 20, ２０分 → 20; empty → null; anything else is not minutes. */
function readMinutes(text: string): number | null | undefined {
  const plain = toHalfWidthDigits(text).replace(/分$/, '').trim()
  if (plain === '') return null
  const minutes = Number(plain)
  return /^\d{1,3}$/.test(plain) && minutes <= 600 ? minutes : undefined
}

function ClockCell({ clock }: { readonly clock: ItemClock | undefined }) {
  if (clock === undefined || clock.to === null) return <span className="sub">—</span>
  return (
    <span className={clock.over ? styles.over : undefined}>
      {clock.over ? <Mark kind="late" /> : null}
      {formatClockTime(clock.from)}–{formatClockTime(clock.to)}
      {clock.over ? <span className="unseen">終了の時刻をこえます</span> : null}
    </span>
  )
}

/** One item: every cell is written in place and saved when it is left. */
export function AgendaRow(props: AgendaRowProps) {
  const { item, clock, deepest, locked, focused, onSave, onMove, onNew, onRemove } = props
  const stored = agendaFieldsOf(item)
  const [edits] = useState(() => new RowEdits<AgendaItemFields>())
  const typed = useSyncExternalStore(edits.subscribe, edits.snapshot)
  const [minutes, setMinutes] = useState<string | null>(null)
  const title = useRef<HTMLInputElement>(null)
  const fields: AgendaItemFields = { ...stored, ...typed }
  useEffect(() => {
    if (focused) title.current?.focus()
  }, [focused])

  const change = (part: Partial<AgendaItemFields>): void => edits.type(part)
  const keep = (also: Partial<AgendaItemFields>): void => {
    edits.type({ ...also, ...(fields.title.trim() === '' ? { title: stored.title } : {}) })
    edits.keep(stored, onSave)
  }
  const settleMinutes = (): void => {
    if (minutes === null) return
    const read = readMinutes(minutes)
    setMinutes(null)
    if (read !== undefined) keep({ plannedMinutes: read })
  }
  const handleKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (belongsToIme(event) || locked) return
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      onMove(event.key === 'ArrowUp' ? -1 : 1)
    } else if (event.altKey && event.key === 'ArrowRight') {
      event.preventDefault()
      keep({ level: deeper(fields.level, deepest) })
    } else if (event.altKey && event.key === 'ArrowLeft') {
      event.preventDefault()
      keep({ level: shallower(fields.level) })
    } else if (isPlainEnter(event) && event.target instanceof HTMLInputElement) {
      event.preventDefault()
      settleMinutes()
      if (event.target === title.current) {
        keep({})
        onNew()
      } else title.current?.focus()
    }
  }
  const handleTitleKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (belongsToIme(event) || locked) return
    const atStart = event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === 0
    if (fields.title === '' && (event.key === 'Delete' || event.key === 'Backspace')) {
      event.preventDefault()
      onRemove()
    } else if (event.key === 'Tab' && atStart) {
      const level = event.shiftKey ? shallower(fields.level) : deeper(fields.level, deepest)
      if (level === fields.level) return
      event.preventDefault()
      keep({ level })
    }
  }
  const named = item.title
  const textCell = (key: TextCell, name: string) => (
    <span key={key} role="cell">
      <input
        className={styles.cell}
        aria-label={`${named}の${name}`}
        autoComplete="off"
        spellCheck={false}
        readOnly={locked}
        value={fields[key]}
        onChange={(event) => change({ [key]: event.target.value })}
        onBlur={() => keep({})}
      />
    </span>
  )
  return (
    <div role="row" className={styles.row} onKeyDown={handleKey} {...sought(useSought(), item.id)}>
      <span role="cell" className={styles.number}>
        {item.number}
      </span>
      <span role="cell">
        <select
          className={styles.cell}
          aria-label={`${named}の種類`}
          disabled={locked}
          value={fields.kind}
          onChange={(event) => {
            const kind = agendaKinds.find((each) => each === event.target.value)
            if (kind !== undefined) keep({ kind })
          }}
        >
          {agendaKinds.map((kind) => (
            <option key={kind} value={kind}>
              {agendaKindNames[kind]}
            </option>
          ))}
        </select>
      </span>
      <span role="cell" className={styles[`level${String(fields.level)}`]}>
        <input
          ref={title}
          className={styles.title}
          aria-label={`議題　${named}`}
          title={item.carriedFrom ?? undefined}
          autoComplete="off"
          spellCheck={false}
          readOnly={locked}
          value={fields.title}
          onChange={(event) => change({ title: event.target.value })}
          onKeyDown={handleTitleKey}
          onBlur={() => keep({})}
        />
      </span>
      {textCell('presenter', '担当')}
      <span role="cell">
        <input
          className={styles.minutes}
          aria-label={`${named}の時間（分）`}
          inputMode="numeric"
          autoComplete="off"
          readOnly={locked}
          aria-invalid={minutes !== null && readMinutes(minutes) === undefined}
          value={minutes ?? (fields.plannedMinutes === null ? '' : String(fields.plannedMinutes))}
          onChange={(event) => setMinutes(event.target.value)}
          onBlur={settleMinutes}
        />
      </span>
      {textCells.map(({ key, name }) => textCell(key, name))}
      <span role="cell" className={styles.clock}>
        <ClockCell clock={clock} />
      </span>
    </div>
  )
}
