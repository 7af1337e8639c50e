import { useRef } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import type { TsudoiError } from '#shared/contract/errors.ts'
import type { AttendancePatch } from '#shared/contract/attendance-patch.ts'
import type { Attendance, MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { applyMark, type AttendanceMark } from '#shared/domain/attendance-marks.ts'
import type { ClockTime } from '#shared/domain/clock-time.ts'
import type { AttendanceId } from '#shared/domain/ids.ts'
import type { Presence, Reply } from '#shared/domain/meeting.ts'

export interface Marks {
  readonly mark: (line: Attendance, mark: AttendanceMark) => void
  readonly change: (line: Attendance, patch: AttendancePatch) => void
  /** Takes the last change back and says whose line it was. */
  readonly takeBack: () => AttendanceId | null
  /** Marks who is not marked yet by what they answered; says how many answers there are for that. */
  readonly byReplies: () => void
  readonly answered: number
  /** Whether 遅刻 and 早退 take their time from the clock. */
  readonly clockRuns: boolean
  readonly locked: boolean
  readonly error: TsudoiError | null
  readonly forget: () => void
}

const presenceOfReply: Readonly<Record<Reply, Presence>> = {
  waiting: 'unmarked',
  attend: 'present',
  proxy: 'proxy',
  online: 'online',
  absent: 'absent',
  written: 'absent',
}

/** All that a key of the roll changes, as it stood before. */
function before(line: Attendance): AttendancePatch {
  const { presence, late, arrivedAt, leftEarly, leftAt, written, proxyName, proxyPost, note, seatNumber } =
    line
  const { arrivedItemId, leftItemId } = line
  return {
    presence,
    late,
    arrivedAt,
    leftEarly,
    leftAt,
    written,
    proxyName,
    proxyPost,
    note,
    seatNumber,
    arrivedItemId,
    leftItemId,
  }
}

/** Marks of the roll, each on disk when its key is pressed, and each to be taken back. */
export function useMarks(meeting: MeetingDetail, now: ClockTime | null): Marks {
  const save = useWrite('attendance.save')
  const undo = useRef<{ readonly id: AttendanceId; readonly patch: AttendancePatch }[]>([])
  const change = (line: Attendance, patch: AttendancePatch): void => {
    if (meeting.locked) return
    undo.current.push({ id: line.id, patch: before(line) })
    void save.run({ attendanceId: line.id, patch })
  }
  const unmarked = meeting.roll.filter((line) => line.presence === 'unmarked' && line.reply !== 'waiting')
  return {
    change,
    mark: (line, mark) => change(line, applyMark(line, mark, now)),
    takeBack: () => {
      const last = undo.current.pop()
      if (last === undefined || meeting.locked) return null
      void save.run({ attendanceId: last.id, patch: last.patch })
      return last.id
    },
    byReplies: () => {
      for (const line of unmarked) {
        change(line, { presence: presenceOfReply[line.reply], written: line.reply === 'written' })
      }
    },
    answered: unmarked.length,
    clockRuns: now !== null,
    locked: meeting.locked,
    error: save.error,
    forget: save.forget,
  }
}
