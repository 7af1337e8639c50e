import type { AttendanceId } from './ids.ts'
import { foldForSearch } from './japanese-text.ts'
import type { CouncilRole } from './roles.ts'

/** A line of a transcript as it will stand in the minutes: who, as far as it was found, and the words. */
export interface TranscriptLine {
  /** As it was written before the colon; '' where nobody is named. */
  readonly said: string
  readonly attendanceId: AttendanceId | null
  readonly text: string
}

export interface TranscriptPerson {
  readonly id: AttendanceId
  readonly name: string
  readonly organizationName: string
  readonly post: string
  readonly proxyName: string
  /** What she is in the council, where that is known: 佐藤副会長 is told from 佐藤委員 by it. */
  readonly role?: CouncilRole
}

/** The longest line of a transcript: what a line of minutes may hold, with room for a name before it. What is longer is parted at the end of a sentence. */
export const longestLine = 19_900

// A name and a colon, or ○name and a blank, as transcripts of city offices begin a line: 山田会長：, ○山田委員　.
const withColon = /^[○◯●〇\s]*([^：:。、「」()（）\d][^：:。、「」]{0,29}?)[\s]*[：:]\s*(.*)$/su
const withCircle = /^[○◯●〇]\s*([^\s　。、]{1,20})[\s　]+(.*)$/su
/** 山田会長 → 山田: posts at the end of a name say what somebody is, not who. */
const post =
  /(?:副会長|会長|副委員長|委員長|委員|座長|議長|氏|さん|様|部長|課長|係長|支部長|代表|事務局長|事務局員)$/u

/** Splits a transcript into lines: a new one wherever somebody is named; lines without a name go on with the one before. */
export function splitTranscript(
  text: string,
  people: readonly TranscriptPerson[],
): readonly TranscriptLine[] {
  const lines: TranscriptLine[] = []
  const known = new Map<string, AttendanceId | null>()
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const line = raw.trim()
    if (line === '') continue
    const found = withColon.exec(line) ?? withCircle.exec(line)
    const last = lines.at(-1)
    if (found !== null) {
      const said = (found[1] ?? '').trim()
      if (!known.has(said)) known.set(said, matchPerson(said, people))
      lines.push({ said, attendanceId: known.get(said) ?? null, text: (found[2] ?? '').trim() })
    } else if (last === undefined || last.said === '') {
      lines.push({ said: '', attendanceId: null, text: line })
    } else {
      lines[lines.length - 1] = { ...last, text: last.text === '' ? line : `${last.text}\n${line}` }
    }
  }
  return lines.filter((line) => line.text !== '').flatMap(partLong)
}

/** 副会長 and 会長 as the council has them; anything else says nothing of it. */
function roleIn(said: string): CouncilRole | null {
  if (/副(?:会長|委員長|座長)$/u.test(said)) return 'vice-chair'
  return /(?:会長|委員長|座長|議長)$/u.test(said) ? 'chair' : null
}

/** Who is meant: the one whose name, family name with post, group or proxy it is; null where nobody or several could be. */
export function matchPerson(said: string, people: readonly TranscriptPerson[]): AttendanceId | null {
  const wanted = foldForSearch(said)
  const bare = foldForSearch(said.replace(/[（(].*[)）]/u, '').replace(post, ''))
  if (bare === '' && wanted === '') return null
  const only = (test: (person: TranscriptPerson) => boolean): AttendanceId | null => {
    const found = people.filter(test)
    return found.length === 1 ? (found[0]?.id ?? null) : null
  }
  const family = (name: string): string => foldForSearch(name.split(/[\s　]/u)[0] ?? name)
  const whole = (name: string): boolean => foldForSearch(name) === wanted || foldForSearch(name) === bare
  return (
    only(({ name }) => whole(name)) ??
    only(({ proxyName }) => proxyName !== '' && (whole(proxyName) || family(proxyName) === bare)) ??
    only((person) => family(person.name) + foldForSearch(person.post) === wanted) ??
    only(({ name }) => bare !== '' && family(name) === bare) ??
    only(({ name, role }) => bare !== '' && family(name) === bare && role === roleIn(said)) ??
    only(
      ({ organizationName }) =>
        bare.length > 1 && organizationName !== '' && foldForSearch(organizationName).includes(bare),
    )
  )
}

function partLong(line: TranscriptLine): readonly TranscriptLine[] {
  if (line.text.length <= longestLine) return [line]
  const end = line.text.lastIndexOf('。', longestLine - 1)
  const cut = end > 0 ? end + 1 : longestLine
  // Never between the halves of a character.
  const safe = /[\ud800-\udbff]/.test(line.text.charAt(cut - 1)) ? cut - 1 : cut
  return [{ ...line, text: line.text.slice(0, safe) }, ...partLong({ ...line, text: line.text.slice(safe) })]
}
