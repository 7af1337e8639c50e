import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { belongsToIme, isPlainEnter } from '#renderer/ui/ime.ts'
import { KeyCap, KeyLine } from '#renderer/ui/key-cap.tsx'
import { Mark } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import type { Attendance, MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { AttendanceId } from '#shared/domain/ids.ts'
import { longestLine, splitTranscript } from '#shared/domain/transcript.ts'
import { searchSpeakers, shortSpeakerNames, type SpeakerCandidate } from '#shared/domain/speaker-search.ts'
import styles from './composer.module.css'
import { blankDraft, type LineDraft, rememberDraft, rememberedDraft } from './line-draft.ts'
import { lineKindNames, lineKindOfKey, lineKinds } from './line-kinds.ts'
import { AbsentAsked } from './absent-asked.tsx'
import { SpeakerBox } from './speaker-box.tsx'

export interface ComposerProps {
  readonly meeting: MeetingDetail
  /** Enter: the line is on its way, and the box is ready for the next. */
  readonly onSend: (draft: LineDraft, speaker: SpeakerCandidate | null) => void
  readonly onEditLast: () => void
  readonly speakerRef: RefObject<HTMLInputElement | null>
  readonly disabled: boolean
  /** A long text or a transcript was pasted: it is parted into lines elsewhere. */
  readonly onTranscript: (text: string) => void
}

const keyLine = lineKinds.map((kind, position) => ({
  key: position === 0 ? 'Ctrl+1' : String(position + 1),
  does: lineKindNames[kind],
}))

interface SeatsProps {
  readonly roll: readonly Attendance[]
  readonly chosen: AttendanceId | null
  readonly onChoose: (id: AttendanceId) => void
}

/** Who sits where, to be seen and, with a mouse, to be pressed. Who has not come is dashed. */
function Seats({ roll, chosen, onChoose }: SeatsProps) {
  const names = shortSpeakerNames(roll)
  return (
    <div className={styles.seats} role="group" aria-label="席">
      {roll
        .toSorted((first, second) => first.seatNumber - second.seatNumber)
        .map((line) => {
          const away = line.presence === 'absent' || line.presence === 'unmarked'
          return (
            <button
              key={line.id}
              type="button"
              tabIndex={-1}
              aria-pressed={line.id === chosen}
              title={`${line.name}　${line.organizationName}`}
              className={classNames(
                styles.seat,
                away && styles.seatAway,
                line.id === chosen && styles.seatNow,
              )}
              onClick={() => onChoose(line.id)}
            >
              <i>{line.seatNumber}</i>
              <span>
                <Name>{names.get(line.id) ?? line.name}</Name>
              </span>
              {away ? <span className="unseen">まだ来ていません</span> : null}
            </button>
          )
        })}
    </div>
  )
}

/** As the contract has it for a 宿題: one line of a list. */
const longestTask = 300

const isTooLong = ({ kind, text }: LineDraft): boolean => kind === 'task' && text.trim().length > longestTask

/** Nothing of what was typed is cut: it is said, and waits. */
function TooLong({ length }: { readonly length: number }) {
  return (
    <div className={styles.asked} role="alert">
      <span>
        <Mark kind="lacking" />
        宿題は{longestTask}字までです（いま{length}字）。短くするか、種類を「意見」などにかえると残せます。
      </span>
    </div>
  )
}

/** Several people speak in it, or it is more than a line can hold. */
function isTranscript(text: string): boolean {
  if (text.length > longestLine) return true
  return splitTranscript(text, []).filter((line) => line.said !== '').length > 1
}

/** The line being typed, at the bottom like a chat: who, what kind, the words; Enter keeps it. */
export function Composer(props: ComposerProps) {
  const { meeting, onSend, onEditLast, speakerRef, disabled, onTranscript } = props
  const [draft, setDraft] = useState<LineDraft>(() => rememberedDraft(meeting.id))
  const [last, setLast] = useState<AttendanceId | null>(null)
  const [asked, setAsked] = useState<AttendanceId | null>(null)
  const words = useRef<HTMLTextAreaElement>(null)
  const everybody = searchSpeakers('', meeting.roll)
  const chosen = everybody.find((each) => each.id === draft.attendanceId) ?? null

  const change = (part: Partial<LineDraft>): void => {
    const next = { ...draft, ...part }
    setDraft(next)
    rememberDraft(meeting.id, next)
  }
  const choose = (speaker: SpeakerCandidate | null): void => {
    change({
      attendanceId: speaker?.id ?? null,
      speakerText: speaker === null ? '' : String(speaker.seatNumber),
      kind: speaker === null && draft.kind === 'opinion' ? 'point' : draft.kind,
    })
    words.current?.focus()
  }
  const chooseById = (id: AttendanceId | null): void => {
    const speaker = everybody.find((each) => each.id === id)
    if (speaker !== undefined) choose(speaker)
  }
  const send = (): void => {
    if (draft.text.trim() === '' || disabled || isTooLong(draft)) return
    // Somebody marked 欠席 may have come after all, or have written: it is asked once, and the second Enter keeps the line.
    if (chosen !== null && !chosen.there && asked !== chosen.id) {
      setAsked(chosen.id)
      return
    }
    setAsked(null)
    onSend(draft, chosen)
    setLast(draft.attendanceId ?? last)
    setDraft(blankDraft)
    rememberDraft(meeting.id, blankDraft)
    speakerRef.current?.focus()
  }
  const handleKey = (event: KeyboardEvent): void => {
    const kind = belongsToIme(event) ? null : lineKindOfKey(event)
    if (kind === null) return
    event.preventDefault()
    change({ kind })
  }
  const handleWordsKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (belongsToIme(event)) return
    if (isPlainEnter(event) && !event.ctrlKey) {
      event.preventDefault()
      send()
    } else if (event.key === 'ArrowUp' && draft.text === '' && !event.ctrlKey && !event.altKey) {
      event.preventDefault()
      onEditLast()
    } else if (event.key === 'Backspace' && draft.text === '') {
      event.preventDefault()
      speakerRef.current?.focus()
    }
  }
  return (
    <section className={styles.composer} aria-label="発言を書く" onKeyDown={handleKey}>
      <Seats roll={meeting.roll} chosen={draft.attendanceId} onChoose={chooseById} />
      <div className={styles.say}>
        <SpeakerBox
          roll={meeting.roll}
          text={draft.speakerText}
          chosen={chosen}
          boxRef={speakerRef}
          disabled={disabled}
          onText={(speakerText) => change({ speakerText, attendanceId: null })}
          onChoose={choose}
          onSame={() => chooseById(last)}
          onEditLast={onEditLast}
        />
        <select
          className={styles.kind}
          aria-label="発言の種類"
          disabled={disabled}
          value={draft.kind}
          onChange={(event) => {
            const kind = lineKinds.find((each) => each === event.target.value)
            if (kind !== undefined) change({ kind })
          }}
        >
          {lineKinds.map((kind) => (
            <option key={kind} value={kind}>
              {lineKindNames[kind]}
            </option>
          ))}
        </select>
        <textarea
          ref={words}
          className={styles.words}
          aria-label={draft.kind === 'task' ? '宿題のことば' : '発言のことば'}
          rows={1}
          spellCheck={false}
          disabled={disabled}
          maxLength={longestLine}
          value={draft.text}
          onChange={(event) => change({ text: event.target.value })}
          onKeyDown={handleWordsKey}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text/plain')
            if (!isTranscript(text)) return
            event.preventDefault()
            onTranscript(text)
          }}
        />
        <Button disabled={disabled || draft.text.trim() === '' || isTooLong(draft)} onPress={send}>
          残す
          <KeyCap>Enter</KeyCap>
        </Button>
      </div>
      {isTooLong(draft) ? <TooLong length={draft.text.trim().length} /> : null}
      {chosen === null || asked !== chosen.id ? null : (
        <AbsentAsked
          line={meeting.roll.find((each) => each.id === chosen.id)}
          onOther={() => {
            setAsked(null)
            speakerRef.current?.focus()
          }}
          onCame={() => {
            setAsked(null)
            words.current?.focus()
          }}
        />
      )}
      <div className={styles.keyLine}>
        <KeyLine keys={keyLine} />
        <KeyLine
          keys={[
            { key: '↑', does: '前の行を直す' },
            { key: 'Ctrl+↓', does: '次の議題へ' },
            { key: 'Ctrl+Z', does: '取り消す' },
          ]}
        />
        <div className={styles.roomy}>
          <KeyLine
            keys={[
              { key: '↓', does: '同じ人' },
              { key: 'Ctrl+0', does: '前の行を地域課題に' },
            ]}
          />
        </div>
      </div>
    </section>
  )
}
