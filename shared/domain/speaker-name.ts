import type { AttendanceId } from './ids.ts'
import type { Presence } from './meeting.ts'
import type { CouncilRole } from './roles.ts'

/** One line of the roll, as far as minutes name it. */
export interface NamedSpeaker {
  readonly id: AttendanceId
  readonly name: string
  readonly role: CouncilRole
  readonly post: string
  readonly organizationName: string
  readonly presence: Presence
  readonly proxyName: string
}

const suffixes: Readonly<Record<CouncilRole, string>> = {
  chair: '会長',
  'vice-chair': '副会長',
  member: '委員',
  observer: '',
  coordinator: 'コーディネーター',
  secretariat: '',
}

/** The family name: what stands before the first blank; a name without one is named whole. */
function familyName(name: string): string {
  return /^\S+/u.exec(name.trim())?.[0] ?? name
}

const closedUp = (name: string): string => name.replace(/\s+/gu, '')

function label(line: NamedSpeaker, name: string): string {
  if (line.presence === 'proxy' && line.proxyName !== '') {
    return `${familyName(line.proxyName)}（${name}${suffixes[line.role]}代理）`
  }
  if (line.role === 'secretariat') return `事務局（${name}）`
  // City staff and experts sit without a seat of the council: their own post names them, 小田切主査.
  if (line.role === 'observer')
    return line.post === '' || line.post.length > 6 ? `${name}氏` : name + line.post
  return name + suffixes[line.role]
}

/**
 * How minutes name each speaker: 髙橋会長, 葛󠄀城委員, 木村（西村委員代理）, 事務局（中井）. Where two would
 * be named alike, both get their full names; where those are alike too, their groups.
 */
export function nameSpeakers(roll: readonly NamedSpeaker[]): ReadonlyMap<AttendanceId, string> {
  const byFamily = roll.map((line) => label(line, familyName(line.name)))
  const byFullName = roll.map((line) => label(line, closedUp(line.name)))
  const isAlone = (labels: readonly string[], wanted: string): boolean =>
    labels.indexOf(wanted) === labels.lastIndexOf(wanted)
  return new Map(
    roll.map((line, position) => {
      const short = byFamily[position] ?? line.name
      if (isAlone(byFamily, short)) return [line.id, short]
      const full = byFullName[position] ?? line.name
      if (isAlone(byFullName, full) || line.organizationName === '') return [line.id, full]
      return [line.id, `${full}（${line.organizationName}）`]
    }),
  )
}
