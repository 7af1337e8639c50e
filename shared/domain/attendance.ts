import type { CouncilRules, QuorumKind } from './council.ts'
import type { Presence } from './meeting.ts'
import type { CouncilRole } from './roles.ts'

/** What counting needs to know of one line of the roll. */
export interface CountedAttendance {
  readonly role: CouncilRole
  readonly presence: Presence
  readonly late: boolean
  readonly leftEarly: boolean
  readonly written: boolean
  readonly mandate: boolean
}

export interface AttendanceCount {
  /** 委員定数: members in office on the day (会長, 副会長, 委員); observers and staff are not counted in. */
  readonly members: number
  readonly present: number
  readonly late: number
  readonly leftEarly: number
  readonly online: number
  readonly proxy: number
  readonly absent: number
  readonly written: number
  /** 委任状, of those who are away. */
  readonly mandated: number
  readonly unmarked: number
  /** 出席とみなす人数, by the council's own rules. */
  readonly counted: number
  readonly observers: number
  readonly observersAbsent: number
  /** コーディネーター and 事務局, who are there by office. */
  readonly secretariat: number
}

export function isMemberRole(role: CouncilRole): boolean {
  return role === 'chair' || role === 'vice-chair' || role === 'member'
}

const isThere = (line: CountedAttendance): boolean =>
  line.presence === 'present' || line.presence === 'online'

/** Counts a roll. 出席 includes 遅刻 and 早退; who is proxied is counted as 代理, not as 出席. */
export function countAttendance(
  roll: readonly CountedAttendance[],
  rules: Pick<CouncilRules, 'countsProxy' | 'countsOnline' | 'countsWritten' | 'countsMandate'>,
): AttendanceCount {
  const members = roll.filter((line) => isMemberRole(line.role))
  const count = (test: (line: CountedAttendance) => boolean): number => members.filter(test).length
  const present = count((line) => line.presence === 'present')
  const online = count((line) => line.presence === 'online')
  const proxy = count((line) => line.presence === 'proxy')
  const written = count((line) => line.presence === 'absent' && line.written)
  const mandated = count((line) => line.presence === 'absent' && line.mandate)
  // Who sent both a mandate and an opinion is one person.
  const standsFor = count(
    (line) =>
      line.presence === 'absent' &&
      ((rules.countsWritten && line.written) || (rules.countsMandate && line.mandate)),
  )
  const observers = roll.filter((line) => line.role === 'observer')
  const staff = roll.filter((line) => line.role === 'coordinator' || line.role === 'secretariat')
  return {
    members: members.length,
    present,
    late: count((line) => isThere(line) && line.late),
    leftEarly: count((line) => isThere(line) && line.leftEarly),
    online,
    proxy,
    absent: count((line) => line.presence === 'absent'),
    written,
    mandated,
    unmarked: count((line) => line.presence === 'unmarked'),
    counted: present + (rules.countsOnline ? online : 0) + (rules.countsProxy ? proxy : 0) + standsFor,
    observers: observers.filter((line) => isThere(line) || line.presence === 'proxy').length,
    observersAbsent: observers.filter((line) => line.presence === 'absent').length,
    secretariat: staff.filter(isThere).length,
  }
}

/** How many must be counted as present for the meeting to stand; null where the rules set no quorum. */
export function quorumOf(kind: QuorumKind, members: number): number | null {
  switch (kind) {
    case 'none':
      return null
    case 'half':
      return Math.ceil(members / 2)
    case 'more-than-half':
      return Math.floor(members / 2) + 1
    case 'two-thirds':
      return Math.ceil((members * 2) / 3)
  }
}
