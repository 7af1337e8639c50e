import { useRef, useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { ClockField } from '#renderer/ui/clock-field.tsx'
import { KeyLine } from '#renderer/ui/key-cap.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { AttendancePatch } from '#shared/contract/attendance-patch.ts'
import type { Attendance, MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { AttendanceMark } from '#shared/domain/attendance-marks.ts'
import type { ClockTime } from '#shared/domain/clock-time.ts'
import styles from './day.module.css'
import { ItemTies } from './item-ties.tsx'

export interface RollDetailProps {
  readonly meeting: MeetingDetail
  readonly line: Attendance
  /** The mark just made: its fields are shown though it may still be on its way to the disk. */
  readonly asks: AttendanceMark | null
  readonly onSave: (patch: AttendancePatch) => void
  /** Back to the row, with its keys. */
  readonly onClose: () => void
}

/** What a mark does not say by itself: who sits instead, when somebody came or went, a remark. */
export function RollDetail({ meeting, line, asks, onSave, onClose }: RollDetailProps) {
  const [draft, setDraft] = useState<AttendancePatch>({})
  const post = useRef<HTMLInputElement>(null)
  const proxy = asks === 'proxy' || line.presence === 'proxy'
  const late = asks === 'late' || (line.late && asks !== 'proxy')
  const leftEarly = asks === 'left-early' || (line.leftEarly && asks !== 'proxy')
  const change = (patch: AttendancePatch): void => setDraft((before) => ({ ...before, ...patch }))
  const keep = (): void => {
    if (Object.keys(draft).length > 0) onSave(draft)
    onClose()
  }
  // Enter that comes right behind T or H does not pass over the time they ask for; Esc does.
  const keepTime = (time: ClockTime | null): void => {
    if (time !== null || asks === null) keep()
  }
  return (
    <div
      className={styles.detail}
      role="group"
      aria-label={`${line.name}の時刻・代理・備考`}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose()
      }}
    >
      {proxy ? (
        <>
          <TextField
            label="代理の氏名"
            autoFocus
            value={draft.proxyName ?? line.proxyName}
            onChange={(proxyName) => change({ proxyName })}
            onEnter={() => post.current?.focus()}
          />
          <TextField
            label="代理の職"
            inputRef={post}
            value={draft.proxyPost ?? line.proxyPost}
            onChange={(proxyPost) => change({ proxyPost })}
            onEnter={keep}
          />
        </>
      ) : null}
      {late ? (
        <ClockField
          label="着席の時刻"
          autoFocus={asks === 'late' || (asks === null && !proxy)}
          value={draft.arrivedAt === undefined ? line.arrivedAt : draft.arrivedAt}
          onChange={(arrivedAt) => change({ arrivedAt })}
          onEnter={() => keepTime(draft.arrivedAt ?? line.arrivedAt)}
        />
      ) : null}
      {leftEarly ? (
        <ClockField
          label="退席の時刻"
          autoFocus={asks === 'left-early' || (asks === null && !proxy && !late)}
          value={draft.leftAt === undefined ? line.leftAt : draft.leftAt}
          onChange={(leftAt) => change({ leftAt })}
          onEnter={() => keepTime(draft.leftAt ?? line.leftAt)}
        />
      ) : null}
      <TextField
        label="備考"
        autoFocus={!proxy && !late && !leftEarly}
        value={draft.note ?? line.note}
        onChange={(note) => change({ note })}
        onEnter={keep}
      />
      <ItemTies meeting={meeting} line={line} late={late} leftEarly={leftEarly} onChange={onSave} />
      <div className={styles.detailWays}>
        <Button small onPress={keep}>
          残す
        </Button>
        <KeyLine
          keys={[
            { key: 'Enter', does: '残す' },
            { key: 'Esc', does: 'やめる' },
          ]}
        />
      </div>
    </div>
  )
}
