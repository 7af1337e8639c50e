import { useEffect, useRef, useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { sought, useSought } from '#renderer/api/use-sought.ts'
import { Button } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { isPlainEnter } from '#renderer/ui/ime.ts'
import { KeyLine } from '#renderer/ui/key-cap.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextArea } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { Decision, MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { DecisionVote } from './decision-vote.tsx'
import styles from './outcome.module.css'

interface DecisionEditProps {
  readonly decision: Decision
  readonly meeting: MeetingDetail
  readonly onClose: (back: boolean) => void
}

/** The words of a decision as they will stand in the minutes: shorter, often, than what was said. */
function DecisionEdit({ decision, onClose }: Omit<DecisionEditProps, 'meeting'>) {
  const [text, setText] = useState(decision.text)
  const save = useWrite('minutes.saveDecision')
  const remove = useWrite('minutes.removeDecision')
  const restore = useWrite('minutes.restoreDecision')
  const tell = useTell()
  // Enter keeps the words and moves the focus, which is a leaving of its own: only the first of the two counts,
  // or the second would close whatever has been opened since.
  const leaving = useRef(false)
  const keep = async (back: boolean): Promise<void> => {
    if (leaving.current) return
    leaving.current = true
    const same = text.trim() === '' || text === decision.text
    if (same || (await save.did({ decisionId: decision.id, text }))) onClose(back)
    else leaving.current = false
  }
  const takeAway = async (): Promise<void> => {
    leaving.current = true
    if (!(await remove.did({ decisionId: decision.id }))) {
      leaving.current = false
      return
    }
    tell({
      text: `決定事項 第${String(decision.number)}号を消しました。`,
      undo: () => restore.run({ decisionId: decision.id }),
    })
    onClose(true)
  }
  return (
    <div
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void keep(false)
      }}
    >
      <TextArea
        label={`決定事項 第${String(decision.number)}号`}
        labelUnseen
        lines={2}
        autoFocus
        value={text}
        onChange={setText}
        onKey={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
            event.preventDefault()
            leaving.current = true
            onClose(true)
          } else if (isPlainEnter(event)) {
            event.preventDefault()
            void keep(true)
          }
        }}
      />
      <ErrorNotice error={save.error ?? remove.error} />
      <div className={styles.ways}>
        <KeyLine
          keys={[
            { key: 'Enter', does: '残す' },
            { key: 'Esc', does: '戻す' },
          ]}
        />
        <Button
          look="quiet"
          label={`決定事項 第${String(decision.number)}号を消す`}
          onPress={() => void takeAway()}
        >
          消す
        </Button>
      </div>
    </div>
  )
}

export interface DecisionLineProps extends DecisionEditProps {
  readonly citation: string
  readonly open: boolean
  /** It belongs to the item being talked about. */
  readonly now: boolean
  readonly onOpen: () => void
}

/** 第2号　２(1)　…: a decision with its number within the 年度; pressed, its words are corrected in place. */
export function DecisionLine(props: DecisionLineProps) {
  const { decision, citation, meeting, open, now, onOpen } = props
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (open) line.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  return (
    <li
      ref={line}
      data-now={now ? '' : undefined}
      className={classNames(styles.line, now && styles.now)}
      {...sought(useSought(), decision.id)}
    >
      <div className={styles.meta}>
        <b className={now ? styles.accent : undefined}>
          第{decision.number}号　{citation}
        </b>
        {now ? <span>いま</span> : null}
      </div>
      {open && !meeting.locked ? (
        <DecisionEdit decision={decision} onClose={props.onClose} />
      ) : (
        <button type="button" className={styles.open} disabled={meeting.locked} onClick={onOpen}>
          <span className="unseen">決定事項 第{decision.number}号を直す　</span>
          {decision.text}
        </button>
      )}
      {open ? null : <DecisionVote meeting={meeting} decision={decision} />}
    </li>
  )
}
