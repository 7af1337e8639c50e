import type { KeyboardEvent, ReactNode } from 'react'
import { classNames } from '#renderer/ui/class-names.ts'
import { Name } from '#renderer/ui/name.tsx'
import type { Attendance } from '#shared/contract/meeting-operations.ts'
import {
  attendanceMarkNames,
  attendanceMarks,
  isMarked,
  type AttendanceMark,
} from '#shared/domain/attendance-marks.ts'
import { formatClockTime } from '#shared/domain/clock-time.ts'
import { councilRoleNames } from '#shared/domain/roles.ts'
import styles from './day.module.css'

export interface RollRowProps {
  readonly line: Attendance
  readonly chosen: boolean
  /** A rule above it: from here on, those who are no members. */
  readonly dividedBefore: boolean
  readonly locked: boolean
  readonly onKey: (event: KeyboardEvent) => void
  readonly onChoose: () => void
  readonly onMark: (mark: AttendanceMark) => void
  readonly onOpen: () => void
  readonly detail: ReactNode
}

const looks: Readonly<Record<AttendanceMark, string | undefined>> = {
  present: styles.full,
  online: styles.full,
  proxy: styles.half,
  late: styles.half,
  'left-early': styles.half,
  absent: styles.away,
  written: styles.away,
}

/** 14:00 着席　木村 早苗（生活相談員）　連絡あり; without any of these, what the person is in the council. */
export function remarksOf(line: Attendance): string {
  const proxy = line.proxyPost === '' ? line.proxyName : `${line.proxyName}（${line.proxyPost}）`
  const remarks = [
    line.arrivedAt === null || !line.late ? '' : `${formatClockTime(line.arrivedAt)} 着席`,
    line.leftAt === null || !line.leftEarly ? '' : `${formatClockTime(line.leftAt)} 退席`,
    line.presence === 'proxy' ? proxy : '',
    line.note,
  ].filter((each) => each !== '')
  return remarks.join('　')
}

function MarkCell({
  line,
  mark,
  locked,
  onMark,
}: Pick<RollRowProps, 'line' | 'locked' | 'onMark'> & { readonly mark: AttendanceMark }) {
  const set = isMarked(line, mark)
  return (
    <td role="gridcell" className={styles.mark}>
      <button
        type="button"
        tabIndex={-1}
        disabled={locked}
        aria-pressed={set}
        aria-label={`${line.name} ${attendanceMarkNames[mark]}`}
        className={classNames(styles.cell, set && looks[mark])}
        onClick={() => onMark(mark)}
      >
        {set ? attendanceMarkNames[mark] : <span className={styles.dot} />}
      </button>
    </td>
  )
}

/** One seat: who, and which marks stand. */
export function RollRow(props: RollRowProps) {
  const { line, chosen, dividedBefore, locked, onKey, onChoose, onMark, onOpen, detail } = props
  const remarks = remarksOf(line)
  const role = line.role === 'member' ? '' : councilRoleNames[line.role]
  return (
    <>
      {dividedBefore ? (
        <tr className={styles.divider}>
          <td colSpan={11}>委員のほか</td>
        </tr>
      ) : null}
      <tr
        data-line={line.id}
        tabIndex={chosen ? 0 : -1}
        aria-selected={chosen}
        className={classNames(styles.row, chosen && styles.chosen)}
        onKeyDown={onKey}
        onFocus={onChoose}
        onDoubleClick={onOpen}
      >
        <td role="gridcell" className={styles.seat}>
          {line.seatNumber}
        </td>
        <td role="gridcell" className={styles.name}>
          <Name>{line.name}</Name>
        </td>
        <td role="gridcell" className={styles.group} title={line.organizationName}>
          {line.organizationName === '' ? line.post : line.organizationName}
        </td>
        {attendanceMarks.map((mark) => (
          <MarkCell key={mark} line={line} mark={mark} locked={locked} onMark={onMark} />
        ))}
        <td role="gridcell" className={styles.remarks} title={remarks}>
          {remarks === '' ? <span className="sub">{role}</span> : remarks}
        </td>
      </tr>
      {detail === null ? null : (
        <tr className={styles.detailRow}>
          <td role="gridcell" colSpan={11}>
            {detail}
          </td>
        </tr>
      )}
    </>
  )
}
