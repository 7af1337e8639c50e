import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { belongsToIme, isPlainEnter } from '#renderer/ui/ime.ts'
import { KeyCap, KeyLine } from '#renderer/ui/key-cap.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import type { TsudoiError } from '#shared/contract/errors.ts'
import type { Attendance, Statement } from '#shared/contract/meeting-operations.ts'
import type { AttendanceId } from '#shared/domain/ids.ts'
import { statementKindNames, type StatementKind } from '#shared/domain/meeting.ts'
import { searchSpeakers } from '#shared/domain/speaker-search.ts'
import { lineKindOfKey, statementLineKinds } from './line-kinds.ts'
import styles from './talk.module.css'

/** A line being corrected; held by the step, so that scrolling it out of sight loses nothing. */
export interface StatementDraft {
  readonly statement: Statement
  readonly text: string
  readonly fullText: string
  readonly kind: StatementKind
  readonly attendanceId: AttendanceId | null
}

export interface StatementEditing {
  readonly draft: StatementDraft
  readonly roll: readonly Attendance[]
  readonly error: TsudoiError | null
  readonly onChange: (draft: StatementDraft) => void
  readonly onKeep: () => void
  readonly onLeave: () => void
  readonly onRemove: () => void
  /** ↑ at the beginning, ↓ at the end: the line before or behind. */
  readonly onStep: (by: -1 | 1) => void
  /** Alt+↑↓: the line itself goes up or down, over the edge of its item into the next. */
  readonly onMove: (by: -1 | 1) => void
}

/** A line corrected in place: its speaker, its kind, its words. */
export function StatementEdit(props: StatementEditing) {
  const { draft, roll, error, onChange, onKeep, onLeave, onRemove, onStep, onMove } = props
  const words = useRef<HTMLTextAreaElement>(null)
  // Before it is seen: a key pressed at the first sight of it must not go elsewhere.
  useLayoutEffect(() => {
    const box = words.current
    if (box === null) return
    box.focus()
    box.setSelectionRange(box.value.length, box.value.length)
  }, [draft.statement.id])
  const handleKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (belongsToIme(event)) return
    const kind = lineKindOfKey(event)
    if (kind !== null && kind !== 'task') {
      event.preventDefault()
      onChange({ ...draft, kind })
    } else if (event.key === 'Escape') {
      event.preventDefault()
      onLeave()
    } else if (event.altKey && !event.ctrlKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      onMove(event.key === 'ArrowUp' ? -1 : 1)
    } else if (event.ctrlKey && event.key === 'Delete') {
      event.preventDefault()
      onRemove()
    }
  }
  const handleWordsKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (belongsToIme(event)) return
    const { selectionStart, selectionEnd, value } = event.currentTarget
    const plain = !event.ctrlKey && !event.altKey && !event.shiftKey
    if (isPlainEnter(event) && !event.ctrlKey) {
      event.preventDefault()
      if (draft.text.trim() !== '') onKeep()
    } else if (plain && event.key === 'ArrowUp' && selectionEnd === 0) {
      event.preventDefault()
      onStep(-1)
    } else if (plain && event.key === 'ArrowDown' && selectionStart === value.length) {
      event.preventDefault()
      onStep(1)
    }
  }
  return (
    <div className={styles.edit} role="group" aria-label="発言を直す" onKeyDown={handleKey}>
      <div className={styles.editHead}>
        <select
          aria-label="話し手"
          className={styles.editSelect}
          value={draft.attendanceId ?? ''}
          onChange={(event) => {
            const line = roll.find((each) => each.id === event.target.value)
            onChange({ ...draft, attendanceId: line?.id ?? null })
          }}
        >
          <option value="">話し手なし</option>
          {searchSpeakers('', roll).map((each) => (
            <option key={each.id} value={each.id}>
              {each.seatNumber} {each.name}（{each.detail}）
            </option>
          ))}
        </select>
        <select
          aria-label="種類"
          className={styles.editSelect}
          value={draft.kind}
          onChange={(event) => {
            const kind = statementLineKinds.find((each) => each === event.target.value)
            if (kind !== undefined) onChange({ ...draft, kind })
          }}
        >
          {statementLineKinds.map((kind) => (
            <option key={kind} value={kind}>
              {statementKindNames[kind]}
            </option>
          ))}
        </select>
      </div>
      <textarea
        ref={words}
        aria-label="直すことば"
        className={styles.editWords}
        rows={1}
        spellCheck={false}
        value={draft.text}
        onChange={(event) => onChange({ ...draft, text: event.target.value })}
        onKeyDown={handleWordsKey}
      />
      <label className={styles.full}>
        <span className="sub">全文（発言録に載せることば。空なら上の要点がそのまま載ります）</span>
        <textarea
          className={styles.editWords}
          rows={draft.fullText === '' ? 1 : 3}
          spellCheck={false}
          value={draft.fullText}
          onChange={(event) => onChange({ ...draft, fullText: event.target.value })}
          onKeyDown={(event) => {
            if (belongsToIme(event) || !isPlainEnter(event) || event.ctrlKey) return
            event.preventDefault()
            if (draft.text.trim() !== '') onKeep()
          }}
        />
      </label>
      <ErrorNotice error={error} />
      <div className={styles.editKeys}>
        <KeyLine
          keys={[
            { key: 'Enter', does: '直す' },
            { key: 'Esc', does: 'もとに戻す' },
            { key: ['Alt', '↑', '↓'], does: '行を動かす（議題をこえても）' },
          ]}
        />
        <Button look="quiet" onPress={onRemove}>
          <span className="unseen">この発言を</span>消す <KeyCap>Ctrl+Delete</KeyCap>
        </Button>
      </div>
    </div>
  )
}
