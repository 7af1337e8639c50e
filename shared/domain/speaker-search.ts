import type { AttendanceId } from './ids.ts'
import { foldForSearch, stripLegalForm, toHalfWidthDigits } from './japanese-text.ts'
import type { Presence } from './meeting.ts'

/** One line of the roll, as far as finding and naming a speaker goes. */
export interface RollSpeaker {
  readonly id: AttendanceId
  readonly seatNumber: number
  readonly name: string
  readonly kana: string
  readonly organizationName: string
  readonly presence: Presence
  readonly proxyName: string
}

/** Who may be meant by what was typed. */
export interface SpeakerCandidate {
  readonly id: AttendanceId
  readonly seatNumber: number
  /** Who speaks: the proxy where one sits for the member. */
  readonly name: string
  /** 東部地区民児協, or 西村 雅人 委員の代理: tells people of one name apart. */
  readonly detail: string
  /** False for somebody marked 欠席: it may be a slip, so it is asked and not refused. */
  readonly there: boolean
}

/** Whether a blank of any width parts family and given name; without one the whole name is the family's. */
function nameParts(name: string): readonly [string, string] {
  const found = /^(\S+)\s+(\S.*)$/u.exec(name.trim())
  return found === null ? [name.trim(), ''] : [found[1] ?? '', found[2] ?? '']
}

function speaksAs(line: RollSpeaker): { readonly name: string; readonly detail: string } {
  return line.presence === 'proxy' && line.proxyName !== ''
    ? { name: line.proxyName, detail: `${line.name} 委員の代理` }
    : { name: line.name, detail: line.organizationName }
}

function toCandidate(line: RollSpeaker): SpeakerCandidate {
  return { id: line.id, seatNumber: line.seatNumber, ...speaksAs(line), there: line.presence !== 'absent' }
}

/** How well a line answers: 0 best, null not at all. Beginnings come before middles, names before groups. */
function rankOf(line: RollSpeaker, key: string): number | null {
  const proxy = line.presence === 'proxy' ? foldForSearch(line.proxyName) : ''
  const whole = [line.kana, line.name].map(foldForSearch)
  if (proxy.startsWith(key) && proxy !== '') return 0
  if (whole.some((each) => each.startsWith(key))) return 0
  const given = [line.kana, line.name].map((each) => foldForSearch(nameParts(each)[1]))
  if (given.some((each) => each !== '' && each.startsWith(key))) return 1
  // One letter is inside nearly every name and group: it would only bury who is meant.
  if ([...key].length < 2) return null
  if ([...whole, proxy].some((each) => each.includes(key))) return 2
  const group = foldForSearch(line.organizationName)
  if (group.includes(key)) return 3
  return isShortFor(key, group) ? 4 : null
}

/** 民児協 for 民生委員児童委員協議会, 社協 for 社会福祉協議会: the letters of a short name stand in the long one, in order. */
function isShortFor(short: string, long: string): boolean {
  let at = -1
  return [...short].every((letter) => {
    at = long.indexOf(letter, at + 1)
    return at >= 0
  })
}

/** A seat by its number: the very number first, then those that begin with it (1 → 1, 10, 11). */
function searchBySeat(digits: string, roll: readonly RollSpeaker[]): readonly RollSpeaker[] {
  const wanted = String(Number(digits))
  const exact = roll.filter((line) => String(line.seatNumber) === wanted)
  const longer = roll.filter(
    (line) => String(line.seatNumber) !== wanted && String(line.seatNumber).startsWith(wanted),
  )
  return [...exact, ...longer]
}

/**
 * Who may be meant by what stands in the speaker's box: a seat number in digits of either width, or the
 * beginning of a reading, a name, a proxy's name, and last a group. Those who are there come before those
 * who are away, then by seat. An empty box means nobody in particular: everybody, in the order of seats.
 */
export function searchSpeakers(typed: string, roll: readonly RollSpeaker[]): readonly SpeakerCandidate[] {
  const bySeat = roll.toSorted((first, second) => first.seatNumber - second.seatNumber)
  const plain = toHalfWidthDigits(typed).trim()
  if (/^\d+$/.test(plain)) return searchBySeat(plain, bySeat).map(toCandidate)
  const key = foldForSearch(plain)
  if (key === '') return bySeat.map(toCandidate)
  return bySeat
    .flatMap((line) => {
      const rank = rankOf(line, key)
      return rank === null ? [] : [{ line, order: rank + (line.presence === 'absent' ? 10 : 0) }]
    })
    .toSorted((first, second) => first.order - second.order)
    .map(({ line }) => toCandidate(line))
}

const shared = (names: readonly string[], name: string): boolean =>
  names.filter((each) => each === name).length > 1

/** The shortest beginning of a group's name that sets it apart from the others'. */
function apartBy(own: string, others: readonly string[]): string {
  const letters = [...stripLegalForm(own)]
  for (let length = 1; length <= letters.length; length += 1) {
    const start = letters.slice(0, length).join('')
    if (!others.some((other) => stripLegalForm(other).startsWith(start))) return start
  }
  return letters.slice(0, 2).join('')
}

/**
 * The name that fits on a small button: the family name; with the first character of the given name where a
 * family name is there twice; and with what sets their groups apart where the whole name is. 代 marks a proxy.
 */
export function shortSpeakerNames(roll: readonly RollSpeaker[]): ReadonlyMap<AttendanceId, string> {
  const wholes = roll.map((line) => foldForSearch(speaksAs(line).name))
  const families = roll.map((line) => foldForSearch(nameParts(speaksAs(line).name)[0]))
  return new Map(
    roll.map((line) => {
      const [family, given] = nameParts(speaksAs(line).name)
      if (line.presence === 'proxy' && line.proxyName !== '') return [line.id, `${family} 代`]
      const whole = foldForSearch(line.name)
      if (shared(wholes, whole)) {
        const others = roll.filter((each) => each.id !== line.id && foldForSearch(each.name) === whole)
        const group = apartBy(
          line.organizationName,
          others.map((each) => each.organizationName),
        )
        return [line.id, `${family} ${group}`]
      }
      if (!shared(families, foldForSearch(family))) return [line.id, family]
      return [line.id, `${family} ${[...given][0] ?? ''}`.trim()]
    }),
  )
}
