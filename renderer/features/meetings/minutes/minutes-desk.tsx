import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useSought } from '#renderer/api/use-sought.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { belongsToIme } from '#renderer/ui/ime.ts'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { ClockTime } from '#shared/domain/clock-time.ts'
import { isHeading } from '#shared/domain/agenda-items.ts'
import type { AgendaItemId } from '#shared/domain/ids.ts'
import type { SpeakerCandidate } from '#shared/domain/speaker-search.ts'
import { AgendaColumn } from './agenda-column.tsx'
import { Composer } from './composer.tsx'
import { outcomeKeys } from './item-outcome.tsx'
import { blankDraft, type LineDraft, rememberedDraft, rememberedItem, rememberItem } from './line-draft.ts'
import styles from './minutes.module.css'
import { type OpenOutcome, OutcomeColumn } from './outcome-column.tsx'
import { TalkColumn } from './talk-column.tsx'
import { type GivenLine, type KeptLine, type LineOnItsWay, type Lines } from './use-lines.ts'
import { useItemTimer } from './use-item-timer.ts'
import { rememberAction, useLineUndo } from './use-line-undo.ts'
import { useNoteNeed } from './use-note-need.ts'
import { useStatementEdit } from './use-statement-edit.ts'

export interface MinutesDeskProps {
  readonly meeting: MeetingDetail
  readonly lines: Lines
  readonly waiting: readonly LineOnItsWay[]
  /** The time a line gets; null where none is written. */
  readonly clock: ClockTime | null
  /** The time on the day of the meeting, stamped or not. */
  readonly dayClock: ClockTime | null
  readonly onTranscript: (text: string) => void
}

/** The items that are talked about, in order; headings only stand above them. */
function talkedItems(meeting: MeetingDetail): readonly AgendaItemId[] {
  return meeting.agenda.filter((_, position) => !isHeading(meeting.agenda, position)).map((item) => item.id)
}

/** Begins where the clerk was, else at the first item that has not ended. */
function useCurrentItem(meeting: MeetingDetail) {
  const items = talkedItems(meeting)
  const sought = useSought()
  const soughtItem = [...meeting.statements, ...meeting.decisions, ...meeting.tasks].find(
    (entry) => entry.id === sought,
  )?.agendaItemId
  const [chosen, setChosen] = useState<AgendaItemId | null>(() => soughtItem ?? rememberedItem(meeting.id))
  const open = meeting.agenda.find((item) => items.includes(item.id) && item.outcome === 'open')
  const [first] = useState(() => open?.id ?? items[0] ?? null)
  const wanted = chosen ?? first
  const current = wanted !== null && items.includes(wanted) ? wanted : (items[0] ?? null)
  const choose = (id: AgendaItemId): void => {
    rememberItem(meeting.id, id)
    setChosen(id)
  }
  const step = (by: -1 | 1): void => {
    const next = items[(current === null ? -1 : items.indexOf(current)) + by]
    if (next !== undefined) choose(next)
  }
  return { current, choose, step }
}

/** ↑ means the line written last, be it still on its way: it is opened when it is seen in the data. */
function useEditLast(waiting: readonly LineOnItsWay[], open: () => void): () => void {
  const wanted = useRef(false)
  const onItsWay = waiting.filter((line) => line.state !== 'failed').length
  const openWanted = useEffectEvent(() => {
    if (!wanted.current) return
    wanted.current = false
    open()
  })
  useEffect(() => {
    if (onItsWay === 0) openWanted()
  }, [onItsWay])
  return () => {
    if (onItsWay === 0) open()
    else wanted.current = true
  }
}

function isBeingTyped(target: EventTarget): boolean {
  return (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.value !== ''
}

function toGivenLine(
  meeting: MeetingDetail,
  agendaItemId: AgendaItemId,
  draft: LineDraft,
  speaker: SpeakerCandidate | null,
  clock: ClockTime | null,
): GivenLine {
  if (draft.kind !== 'task') {
    const { attendanceId, kind, text } = draft
    return {
      what: 'statement',
      speaker: speaker?.name ?? '',
      statement: { agendaItemId, attendanceId, kind, text, fullText: '', spokenAt: clock },
    }
  }
  const ownerPersonId = meeting.roll.find((line) => line.id === speaker?.id)?.personId ?? null
  const text = draft.text.replace(/\s*\n\s*/g, '　')
  return {
    what: 'task',
    agendaItemId,
    task: {
      text,
      owner: speaker?.name ?? '',
      ownerPersonId,
      ownerOrganizationId: null,
      dueOn: null,
      dueText: '',
    },
  }
}

/** Agenda, talk, and what came of it; below, the line being typed. Wholly by keyboard, nothing modal. */
export function MinutesDesk(props: MinutesDeskProps) {
  const { meeting, lines, waiting, clock, dayClock, onTranscript } = props
  const { current, choose, step } = useCurrentItem(meeting)
  const [open, setOpen] = useState<OpenOutcome | null>(null)
  const speaker = useRef<HTMLInputElement>(null)
  const outcome = useWrite('meetings.setItemOutcome')
  const edit = useStatementEdit(meeting, () => speaker.current?.focus())
  const lineUndo = useLineUndo(meeting.id, lines)
  useItemTimer(meeting, current, dayClock)

  const need = useNoteNeed(meeting, waiting)
  const openKept = (kept: KeptLine): void => {
    rememberAction(meeting.id, { what: 'added', kept })
    // Whoever has begun the next line already is not pulled away from it: it can be opened later.
    if (rememberedDraft(meeting.id) !== blankDraft) return
    if (kept.decisionId !== null) setOpen({ what: 'decision', id: kept.decisionId, fresh: true })
    else if (kept.taskId !== null) setOpen({ what: 'task', id: kept.taskId, fresh: true })
  }
  const send = (draft: LineDraft, by: SpeakerCandidate | null): void => {
    if (current === null) return
    lines.add(toGivenLine(meeting, current, draft, by, clock), openKept)
  }
  const editLast = useEditLast(waiting, () => edit.openLastOf(current))
  const handleKey = (event: KeyboardEvent): void => {
    if (belongsToIme(event) || event.metaKey || event.shiftKey) return
    if (event.ctrlKey && !event.altKey && (event.code === 'Digit0' || event.code === 'Numpad0')) {
      event.preventDefault()
      need.note(current, edit.editing?.draft.statement.id ?? null)
      return
    }
    if (event.ctrlKey && !event.altKey && event.key.toLowerCase() === 'z') {
      // What is being typed is taken back letter by letter, by the box itself.
      if (isBeingTyped(event.target) || meeting.locked) return
      event.preventDefault()
      lineUndo.undo()
      return
    }
    if (event.ctrlKey && !event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      step(event.key === 'ArrowDown' ? 1 : -1)
      return
    }
    const position =
      event.altKey && !event.ctrlKey ? Number(/^(?:Digit|Numpad)([1-3])$/.exec(event.code)?.[1]) : 0
    const wanted = position > 0 ? outcomeKeys[position - 1] : undefined
    const item = meeting.agenda.find((each) => each.id === current)
    if (wanted === undefined || item === undefined || meeting.locked) return
    event.preventDefault()
    // The key always says the same, however often: a decision noted before has marked the item already.
    if (item.outcome !== wanted) void outcome.run({ agendaItemId: item.id, outcome: wanted })
  }
  return (
    <div className={styles.desk} onKeyDown={handleKey}>
      <ErrorNotice error={outcome.error} onClose={outcome.forget} />
      <ErrorNotice error={need.error} onClose={need.forget} />
      <ErrorNotice error={lineUndo.error} onClose={lineUndo.forget} />
      <div className={styles.three}>
        <AgendaColumn meeting={meeting} current={current} onChoose={choose} clock={dayClock} />
        <TalkColumn
          meeting={meeting}
          current={current}
          waiting={waiting}
          lines={lines}
          editing={edit.editing}
          onEdit={edit.open}
          onChooseItem={choose}
        />
        <OutcomeColumn
          meeting={meeting}
          current={current}
          open={open}
          onOpen={setOpen}
          onClose={(back) => {
            setOpen(null)
            if (back) speaker.current?.focus()
          }}
        />
      </div>
      {meeting.locked ? null : (
        <Composer
          meeting={meeting}
          speakerRef={speaker}
          disabled={current === null}
          onSend={send}
          onEditLast={editLast}
          onTranscript={onTranscript}
        />
      )}
    </div>
  )
}
