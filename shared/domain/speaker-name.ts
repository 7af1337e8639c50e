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

/** Ways to name a line, shortest first: by family name, by full name, with the group as well. */
function waysToName(line: NamedSpeaker): readonly string[] {
  const full = label(line, closedUp(line.name))
  const short = label(line, familyName(line.name))
  return line.organizationName === '' ? [short, full] : [short, full, `${full}（${line.organizationName}）`]
}

/**
 * How minutes name each speaker: 髙橋会長, 葛󠄀城委員, 木村（西村委員代理）, 事務局（中井）. Where two would
 * be named alike, both get their full names; where those are alike too, their groups.
 */
export function nameSpeakers(roll: readonly NamedSpeaker[]): ReadonlyMap<AttendanceId, string> {
  const ways = roll.map(waysToName)
  const chosen = roll.map(() => 0)
  const nameAt = (position: number): string => ways[position]?.[chosen[position] ?? 0] ?? ''
  // A longer name may be another's short one, so it is looked at again until nobody can be told apart better.
  for (;;) {
    const counts = new Map<string, number>()
    for (const position of roll.keys()) {
      counts.set(nameAt(position), (counts.get(nameAt(position)) ?? 0) + 1)
    }
    const unclear = [...roll.keys()].filter(
      (position) =>
        (counts.get(nameAt(position)) ?? 0) > 1 &&
        (chosen[position] ?? 0) < (ways[position]?.length ?? 0) - 1,
    )
    if (unclear.length === 0) break
    for (const position of unclear) chosen[position] = (chosen[position] ?? 0) + 1
  }
  return new Map(roll.map((line, position) => [line.id, nameAt(position)]))
}
