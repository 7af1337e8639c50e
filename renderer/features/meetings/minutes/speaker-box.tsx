import { type KeyboardEvent, type Ref, useId, useState } from 'react'
import { toHiragana } from 'wanakana'
import { classNames } from '#renderer/ui/class-names.ts'
import { belongsToIme, isPlainEnter } from '#renderer/ui/ime.ts'
import { Mark } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import type { Attendance } from '#shared/contract/meeting-operations.ts'
import { searchSpeakers, type SpeakerCandidate } from '#shared/domain/speaker-search.ts'
import styles from './composer.module.css'

export interface SpeakerBoxProps {
  readonly roll: readonly Attendance[]
  readonly text: string
  readonly chosen: SpeakerCandidate | null
  readonly onText: (text: string) => void
  /** Null: a line without speaker. Called when the box is left for the words. */
  readonly onChoose: (speaker: SpeakerCandidate | null) => void
  /** ↓ in the empty box: whoever spoke last. */
  readonly onSame: () => void
  /** ↑ in the empty box: the line written last. */
  readonly onEditLast: () => void
  readonly boxRef: Ref<HTMLInputElement>
  readonly disabled: boolean
}

/** What latin letters mean as kana, so that the IME need not be on: `ta` finds たかはし. */
function asKana(text: string): string {
  return /^[a-z'-]+$/i.test(text) ? toHiragana(text, { passRomaji: false }) : text
}

/** Who speaks: a seat number or a few letters of the name; Enter or Tab goes on to the words. */
export function SpeakerBox(props: SpeakerBoxProps) {
  const { roll, text, chosen, onText, onChoose, onSame, onEditLast, boxRef, disabled } = props
  const id = useId()
  const [focused, setFocused] = useState(false)
  const [position, setPosition] = useState(0)
  const found = text.trim() === '' ? [] : searchSpeakers(asKana(text), roll).slice(0, 8)
  const open = focused && found.length > 1 && chosen === null
  const current = found[Math.min(position, found.length - 1)] ?? null

  const go = (event: KeyboardEvent): void => {
    if (text.trim() === '') {
      if (event.key === 'Tab') return
      event.preventDefault()
      onChoose(null)
      return
    }
    // Nobody is called so: the box keeps the focus and says so, instead of naming somebody else.
    event.preventDefault()
    const speaker = chosen ?? current
    if (speaker !== null) onChoose(speaker)
  }
  const handleKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (belongsToIme(event) || event.ctrlKey || event.altKey) return
    if (isPlainEnter(event) || (event.key === 'Tab' && !event.shiftKey)) go(event)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const down = event.key === 'ArrowDown'
      if (text === '') {
        if (down) onSame()
        else onEditLast()
      } else setPosition(Math.min(Math.max(position + (down ? 1 : -1), 0), Math.max(found.length - 1, 0)))
    } else if (event.key === 'Escape' && text !== '') {
      event.preventDefault()
      onText('')
    }
  }
  return (
    <div className={styles.speaker}>
      <input
        ref={boxRef}
        className={styles.speakerInput}
        role="combobox"
        aria-label="話し手（席番号か、かな）"
        placeholder="席・かな"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && current !== null ? `${id}-${current.id}` : undefined}
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        value={text}
        onChange={(event) => {
          setPosition(0)
          onText(event.target.value)
        }}
        onKeyDown={handleKey}
        onFocus={(event) => {
          setFocused(true)
          event.currentTarget.select()
        }}
        onBlur={() => setFocused(false)}
      />
      <SpeakerName chosen={chosen ?? current} typed={text} />
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label="話し手の候補"
        className={styles.candidates}
        hidden={!open}
      >
        {open
          ? found.map((each) => (
              <li
                key={each.id}
                id={`${id}-${each.id}`}
                role="option"
                aria-selected={each.id === current?.id}
                className={classNames(styles.candidate, each.id === current?.id && styles.candidateNow)}
                onMouseDown={(event) => {
                  event.preventDefault()
                  onChoose(each)
                }}
              >
                <span className={styles.candidateSeat}>{each.seatNumber}</span>
                <b>
                  <Name>{each.name}</Name>
                </b>
                <span className="sub">{each.detail}</span>
                {each.there ? null : <span className="sub">（欠席）</span>}
              </li>
            ))
          : null}
      </ul>
    </div>
  )
}

function SpeakerName({
  chosen,
  typed,
}: {
  readonly chosen: SpeakerCandidate | null
  readonly typed: string
}) {
  if (chosen === null) {
    return <span className={styles.speakerName}>{typed.trim() === '' ? '' : 'この名前の人はいません'}</span>
  }
  return (
    <span className={styles.speakerName} title={`${chosen.name}　${chosen.detail}`}>
      {chosen.there ? null : (
        <span className={styles.away}>
          <Mark kind="lacking" />
          欠席の人です
        </span>
      )}
      <b>
        <Name>{chosen.name}</Name>
      </b>
      <span>{chosen.detail}</span>
    </span>
  )
}
