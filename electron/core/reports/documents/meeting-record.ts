import type { Secretariat } from '#shared/contract/council-operations.ts'
import type { Attendance, MeetingDetail, Task } from '#shared/contract/meeting-operations.ts'
import { isMemberRole } from '#shared/domain/attendance.ts'

/** What every paper of a meeting is made from. */
export interface MeetingRecord {
  readonly meeting: MeetingDetail
  readonly secretariat: Secretariat
  /** 宿題 that earlier meetings left and this one takes up (`meetings.listCarryOver`). */
  readonly carriedTasks: readonly Task[]
}

/** The roll in seat order; who shares a seat number stays in the order of the roll. */
export function inSeatOrder(roll: readonly Attendance[]): readonly Attendance[] {
  return [...roll].sort((first, second) => first.seatNumber - second.seatNumber)
}

export function isMember(line: Attendance): boolean {
  return isMemberRole(line.role)
}

/** コーディネーター and 事務局, who are there by office. */
export function isStaff(line: Attendance): boolean {
  return line.role === 'coordinator' || line.role === 'secretariat'
}

/** Whether the seat was taken: by its holder, here or over the line, or by a proxy. */
export function isAttended(line: Attendance): boolean {
  return line.presence === 'present' || line.presence === 'online' || line.presence === 'proxy'
}

/** Whether nobody's presence has been marked yet: the meeting lies ahead, and replies are all that is known. */
export function isBeforeMeeting(meeting: MeetingDetail): boolean {
  return meeting.roll.every((line) => line.presence === 'unmarked')
}

/** Who sat there: a proxy under their own name and post, within the group whose seat it is. */
export function seatedPerson(line: Attendance): { readonly name: string; readonly post: string } {
  if (line.presence !== 'proxy') return { name: line.name, post: line.post }
  // A proxy whose name was not caught still filled the seat: the seat's name stands, the remark says 代理.
  return {
    name: line.proxyName === '' ? line.name : line.proxyName,
    post: line.proxyName === '' ? line.post : line.proxyPost,
  }
}

/** 代理, オンライン, 遅刻, 早退, in the words that forms use. */
export function attendanceRemarks(line: Attendance): readonly string[] {
  if (!isAttended(line)) return []
  return [
    ...(line.presence === 'proxy' ? ['代理'] : []),
    ...(line.presence === 'online' ? ['オンライン'] : []),
    ...(line.late ? ['遅刻'] : []),
    ...(line.leftEarly ? ['早退'] : []),
  ]
}
