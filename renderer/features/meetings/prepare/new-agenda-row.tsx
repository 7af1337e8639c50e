import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { belongsToIme, isPlainEnter } from '#renderer/ui/ime.ts'
import styles from './agenda.module.css'
import { deeper, type Level, shallower } from './agenda-levels.ts'
import type { NewLine } from './use-agenda-lines.ts'

export interface NewAgendaRowProps {
  readonly line: NewLine
  /** It was asked for by Enter, and takes the focus. */
  readonly asked: boolean
  readonly onSave: (title: string, level: Level) => void
  readonly onLeave: () => void
}

/** A line for the next item: its title is enough, all else can be added to its row. */
export function NewAgendaRow({ line, asked, onSave, onLeave }: NewAgendaRowProps) {
  const [text, setText] = useState(line.text)
  const [level, setLevel] = useState<Level>(line.level)
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (asked) box.current?.focus()
  }, [asked])
  const handleKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (belongsToIme(event)) return
    const atStart = event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === 0
    const inward =
      (event.key === 'Tab' && !event.shiftKey && atStart) || (event.altKey && event.key === 'ArrowRight')
    const outward =
      (event.key === 'Tab' && event.shiftKey && atStart) || (event.altKey && event.key === 'ArrowLeft')
    const next = inward ? deeper(level, 3) : outward ? shallower(level) : level
    if (next !== level) {
      event.preventDefault()
      setLevel(next)
    } else if (isPlainEnter(event)) {
      event.preventDefault()
      if (text.trim() !== '') onSave(text, level)
    } else if (event.key === 'Escape' || (event.key === 'Backspace' && text === '' && asked)) {
      event.preventDefault()
      setText('')
      onLeave()
    }
  }
  return (
    <div role="row" className={styles.row}>
      <span role="cell" className={styles.number} />
      <span role="cell" className="sub">
        {level === 1 ? '議題' : level === 2 ? 'その中' : 'さらに中'}
      </span>
      <span role="cell" className={styles[`level${String(level)}`]}>
        <input
          ref={box}
          className={styles.cell}
          aria-label={`新しい議題（${String(level)}段め）`}
          placeholder="議題を書いて Enter"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={handleKey}
          onBlur={() => {
            if (text.trim() !== '') onSave(text, level)
            else if (asked) onLeave()
          }}
        />
      </span>
    </div>
  )
}
