import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { Glyph } from '#renderer/ui/glyph.tsx'
import { belongsToIme } from '#renderer/ui/ime.ts'
import { KeyCap } from '#renderer/ui/key-cap.tsx'
import type { Found } from '#shared/contract/search-operations.ts'
import { FoundList, optionId } from './found-list.tsx'
import { everywhere, type Narrowing, NarrowLine } from './narrow-line.tsx'
import styles from './search.module.css'

const most = 40

/** Ctrl+K anywhere brings the focus here. */
function useShortcut(focus: () => void): void {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.code !== 'KeyK') return
      event.preventDefault()
      focus()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [focus])
}

function useFound(text: string, narrowing: Narrowing, open: boolean) {
  const { councilId } = usePlace()
  const { kind, fiscalYear, ownCouncil, speaker } = narrowing
  return useRead(
    'search.find',
    {
      text,
      councilId: ownCouncil ? councilId : null,
      fiscalYear,
      kinds: kind === null ? [] : [kind],
      speaker,
      limit: most,
    },
    { when: open && text.trim() !== '', keepLast: true },
  )
}

function useOpenFound(): (found: Found) => void {
  const navigate = useNavigate()
  return ({ place }) => {
    switch (place.part) {
      case 'person':
        return void navigate({ to: '/roster', search: { at: place.personId } })
      case 'organization':
        return void navigate({ to: '/roster/groups', search: { at: place.organizationId } })
      case 'activity':
        return void navigate({ to: '/coordinators', search: { at: place.activityId } })
      case 'meeting':
        return void navigate({
          to: '/meetings/$meetingId/$step',
          params: { meetingId: place.meetingId, step: place.step },
          search: place.at === null ? {} : { at: place.at },
        })
    }
  }
}

/** 人・団体・発言・決定をさがす: found while typing, chosen by the arrows, opened at the place by Enter. */
export function SearchBox() {
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [narrowing, setNarrowing] = useState(everywhere)
  const [place, setPlace] = useState(0)
  const whole = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLInputElement>(null)
  const list = useId()
  const found = useFound(text, narrowing, open)
  const openFound = useOpenFound()
  useShortcut(() => {
    box.current?.focus()
    box.current?.select()
    setOpen(true)
  })
  const shown = open && text.trim() !== ''
  const rows = found.data ?? []
  const chosen = rows[Math.min(place, rows.length - 1)] ?? null
  const choose = (to: number): void => {
    const next = Math.max(0, Math.min(to, rows.length - 1))
    setPlace(next)
    const row = rows[next]
    if (row) document.getElementById(optionId(row))?.scrollIntoView({ block: 'nearest' })
  }
  const take = (one: Found): void => {
    setOpen(false)
    box.current?.blur()
    openFound(one)
  }
  const handleKey = (event: KeyboardEvent): void => {
    if (belongsToIme(event)) return
    if (event.key === 'Escape') {
      setOpen(false)
      box.current?.focus()
      return
    }
    if (event.target !== box.current) return
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const by = steps[event.key]
    if (by !== undefined && shown) {
      event.preventDefault()
      choose(place + by)
      // What still answers the word before is not opened: it is gone within the blink of an eye.
    } else if (event.key === 'Enter' && shown && chosen !== null && !found.ofLast) {
      event.preventDefault()
      take(chosen)
    }
  }
  return (
    <div
      ref={whole}
      role="search"
      className={styles.search}
      onKeyDown={handleKey}
      onBlur={(event) => {
        if (!whole.current?.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <div className={styles.box}>
        <Glyph kind="search" />
        <input
          ref={box}
          type="text"
          role="combobox"
          aria-label="人・団体・発言・決定をさがす"
          aria-expanded={shown}
          aria-controls={list}
          aria-autocomplete="list"
          {...(shown && chosen !== null ? { 'aria-activedescendant': optionId(chosen) } : {})}
          placeholder="人・団体・発言・決定をさがす"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          value={text}
          onFocus={() => setOpen(true)}
          onChange={(event) => {
            setText(event.target.value)
            setPlace(0)
            setOpen(true)
          }}
        />
        <KeyCap>Ctrl+K</KeyCap>
      </div>
      {shown ? (
        <div className={styles.panel}>
          <NarrowLine
            narrowing={narrowing}
            onChange={(next) => {
              setNarrowing(next)
              setPlace(0)
            }}
          />
          <FoundList id={list} rows={rows} busy={found.ofLast} chosen={chosen} onOpen={take} />
          <p className={styles.foot} role="status">
            {found.data === undefined
              ? ''
              : rows.length === 0
                ? '見つかりませんでした。短いことばや、ひらがなでもさがせます。'
                : rows.length < most
                  ? `${String(rows.length)}件`
                  : `新しいものから${String(most)}件。ことばを足すか、上でしぼると、ほかも見つかります。`}
          </p>
        </div>
      ) : null}
    </div>
  )
}
