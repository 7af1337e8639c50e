import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { belongsToIme } from '#renderer/ui/ime.ts'
import { KeyCap } from '#renderer/ui/key-cap.tsx'
import type { Attendance, MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { attendanceMarkNames, attendanceMarks, type AttendanceMark } from '#shared/domain/attendance-marks.ts'
import { isMemberRole } from '#shared/domain/attendance.ts'
import type { AttendanceId } from '#shared/domain/ids.ts'
import { SeatDigits } from '../seat-digits.ts'
import styles from './day.module.css'
import { RollDetail } from './roll-detail.tsx'
import { RollRow } from './roll-row.tsx'
import type { Marks } from './use-marks.ts'

const markKeys: Readonly<Record<AttendanceMark, string>> = {
  present: 'Space',
  proxy: 'D',
  late: 'T',
  'left-early': 'H',
  absent: 'K',
  written: 'S',
  online: 'O',
}

function markOfKey(key: string): AttendanceMark | undefined {
  const pressed = key === ' ' || key === '　' ? 'SPACE' : key.normalize('NFKC').toUpperCase()
  return attendanceMarks.find((mark) => markKeys[mark].toUpperCase() === pressed)
}

/** Members by seat, then everybody else by seat: the order of the table, and of ↑ and ↓. */
export function inRollOrder(roll: readonly Attendance[]): readonly Attendance[] {
  const bySeat = roll.toSorted((first, second) => first.seatNumber - second.seatNumber)
  return [
    ...bySeat.filter((line) => isMemberRole(line.role)),
    ...bySeat.filter((line) => !isMemberRole(line.role)),
  ]
}

function Head() {
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.left}>
          席
        </th>
        <th scope="col" className={styles.left}>
          氏名
        </th>
        <th scope="col" className={styles.left}>
          団体
        </th>
        {attendanceMarks.map((mark) => (
          <th key={mark} scope="col">
            {attendanceMarkNames[mark]}
            <br />
            <KeyCap>{markKeys[mark]}</KeyCap>
          </th>
        ))}
        <th scope="col" className={styles.left}>
          時刻・代理・備考
        </th>
      </tr>
    </thead>
  )
}

/** The row whose details are open, and the mark that asks for them, which may not be in the data yet. */
interface OpenDetail {
  readonly id: AttendanceId
  readonly asks: AttendanceMark | null
}

/** One row a seat, one key a state. The chosen row has the focus; its details open below it, not over it. */
export function RollTable({ meeting, marks }: { readonly meeting: MeetingDetail; readonly marks: Marks }) {
  const lines = inRollOrder(meeting.roll)
  const [chosen, setChosen] = useState<AttendanceId | null>(lines[0]?.id ?? null)
  const [open, setOpen] = useState<OpenDetail | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const digits = useRef(new SeatDigits())
  const firstOther = lines.find((line) => !isMemberRole(line.role))

  const focusRow = (id: AttendanceId): void => {
    setChosen(id)
    table.current?.querySelector<HTMLElement>(`[data-line="${id}"]`)?.focus()
  }
  // The page opens ready for its keys: no mouse, no Tab before the first mark.
  useEffect(() => {
    const first = table.current?.querySelector<HTMLElement>('[data-line]')
    first?.focus({ preventScroll: true })
  }, [])

  const mark = (line: Attendance, which: AttendanceMark): void => {
    marks.mark(line, which)
    // Asks at once for what the key alone cannot know: who sits instead, or when, on a day that is over.
    const asks =
      (which === 'proxy' && line.presence !== 'proxy') ||
      (which === 'late' && !line.late && !marks.clockRuns) ||
      (which === 'left-early' && !line.leftEarly && !marks.clockRuns)
    if (asks) setOpen({ id: line.id, asks: which })
  }
  const step = (line: Attendance, by: number): void => {
    const next = lines[lines.indexOf(line) + by]
    if (next !== undefined) focusRow(next.id)
  }
  const handleKey = (event: KeyboardEvent, line: Attendance): void => {
    if (belongsToIme(event) || event.altKey || event.target instanceof HTMLInputElement) return
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'z') return
      event.preventDefault()
      const back = marks.takeBack()
      if (back !== null) focusRow(back)
      return
    }
    const digit = event.key.normalize('NFKC')
    const which = markOfKey(event.key)
    if (event.key === 'ArrowDown') step(line, 1)
    else if (event.key === 'ArrowUp') step(line, -1)
    else if (event.key === 'Enter' || event.key === 'F2') setOpen({ id: line.id, asks: null })
    else if (/^\d$/.test(digit)) {
      const seat = digits.current.type(digit, event.timeStamp, lines)
      if (seat !== null) focusRow(seat.id)
    } else if (which !== undefined) mark(line, which)
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.rollBox}>
      <table ref={table} role="grid" aria-label="当日の出欠" className={styles.roll}>
        <Head />
        <tbody>
          {lines.map((line) => (
            <RollRow
              key={line.id}
              line={line}
              chosen={line.id === chosen}
              dividedBefore={line === firstOther}
              locked={marks.locked}
              onKey={(event) => handleKey(event, line)}
              onChoose={() => setChosen(line.id)}
              onMark={(which) => {
                focusRow(line.id)
                mark(line, which)
              }}
              onOpen={() => setOpen({ id: line.id, asks: null })}
              detail={
                open?.id === line.id && !marks.locked ? (
                  <RollDetail
                    meeting={meeting}
                    line={line}
                    asks={open.asks}
                    onSave={(patch) => marks.change(line, patch)}
                    onClose={() => {
                      setOpen(null)
                      focusRow(line.id)
                    }}
                  />
                ) : null
              }
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
