import type { ClockTime } from './clock-time.ts'
import type { Presence } from './meeting.ts'

/** What one key writes into the roll on the day. */
export const attendanceMarks = [
  'present',
  'proxy',
  'late',
  'left-early',
  'absent',
  'written',
  'online',
] as const
export type AttendanceMark = (typeof attendanceMarks)[number]

export const attendanceMarkNames: Readonly<Record<AttendanceMark, string>> = {
  present: '出席',
  proxy: '代理',
  late: '遅刻',
  'left-early': '早退',
  absent: '欠席',
  written: '書面',
  online: 'オンライン',
}

/** What marks change in a line of the roll. */
export interface MarkedLine {
  readonly presence: Presence
  readonly late: boolean
  readonly arrivedAt: ClockTime | null
  readonly leftEarly: boolean
  readonly leftAt: ClockTime | null
  readonly written: boolean
}

/** Whether the mark stands in a line. 出席 gives way to 遅刻 and 早退, which say the same and more. */
export function isMarked(line: MarkedLine, mark: AttendanceMark): boolean {
  switch (mark) {
    case 'present':
      return line.presence === 'present' && !line.late && !line.leftEarly
    case 'proxy':
    case 'absent':
    case 'online':
      return line.presence === mark
    case 'late':
      return line.late
    case 'left-early':
      return line.leftEarly
    case 'written':
      return line.written
  }
}

const notThere = { late: false, arrivedAt: null, leftEarly: false, leftAt: null } as const

/** Who comes late or leaves early is there, in the way already marked: in the room unless it says otherwise. */
function there(presence: Presence): Presence {
  return presence === 'unmarked' || presence === 'absent' ? 'present' : presence
}

/**
 * What a mark changes. The same mark a second time takes itself back. 遅刻 and 早退 take the time `now`, to be
 * corrected by hand; 書面 stands beside 欠席, since an opinion on paper comes from somebody who is away.
 */
export function applyMark(
  line: MarkedLine,
  mark: AttendanceMark,
  now: ClockTime | null,
): Partial<MarkedLine> {
  const again = isMarked(line, mark)
  switch (mark) {
    case 'present':
      return again ? { presence: 'unmarked' } : { presence: 'present', ...notThere, written: false }
    case 'proxy':
      return again ? { presence: 'unmarked', ...notThere } : { presence: 'proxy', written: false }
    case 'online':
      return again ? { presence: 'unmarked', ...notThere } : { presence: 'online', written: false }
    case 'absent':
      return again ? { presence: 'unmarked' } : { presence: 'absent', ...notThere }
    case 'written':
      return again ? { written: false } : { presence: 'absent', ...notThere, written: true }
    case 'late':
      return again
        ? { late: false, arrivedAt: null }
        : { presence: there(line.presence), late: true, arrivedAt: now, written: false }
    case 'left-early':
      return again
        ? { leftEarly: false, leftAt: null }
        : { presence: there(line.presence), leftEarly: true, leftAt: now, written: false }
  }
}
