import { placeFinder, type TextRange } from './found-places.ts'
import { foldForSearch } from './japanese-text.ts'
import type { AttendanceId } from './ids.ts'
import { councilRoleNames, type CouncilRole } from './roles.ts'

/** Words behind a family name that make it surely a person's, not a place's or a group's. */
const honorifics = [
  'さん',
  '氏',
  '様',
  'さま',
  '君',
  'くん',
  '先生',
  '委員',
  '副会長',
  '会長',
  '副委員長',
  '委員長',
  'コーディネーター',
  '代表',
  '局長',
  '課長',
  '係長',
  '主査',
  '主任',
]

/** Whose names are hidden: the roll, as far as it takes. */
export interface NamedLine {
  readonly id: AttendanceId
  readonly name: string
  readonly role: CouncilRole
  readonly proxyName: string
}

const letters = 'ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ'

/**
 * What stands in the public version in place of each name: 会長, 副会長, Ａ委員, Ｂ委員 … in the order of the roll.
 * One and the same person is one letter through the whole paper.
 */
export function publicLabels(roll: readonly NamedLine[]): ReadonlyMap<AttendanceId, string> {
  const labels = new Map<AttendanceId, string>()
  for (const role of new Set(roll.map((line) => line.role))) {
    const same = roll.filter((line) => line.role === role)
    const name = councilRoleNames[role]
    for (const [place, line] of same.entries()) {
      const letter = letters.charAt(place)
      const many = same.length > 1 && role !== 'secretariat'
      labels.set(line.id, many ? (letter === '' ? `${name}${String(place + 1)}` : `${letter}${name}`) : name)
    }
  }
  return labels
}

export interface HiddenText {
  readonly text: string
  /** What was there, as it was written. */
  readonly hidden: readonly string[]
  /** Family names that still stand: a town, or a person nobody called by title. Somebody must look. */
  readonly doubtful: readonly string[]
}

interface Found {
  readonly range: TextRange
  readonly label: string
}

const familyName = (name: string): string => /^\S+/u.exec(name.trim())?.[0] ?? name

/** Puts roles in place of the names of a roll, however they are written: 髙橋 一郎, 高橋一郎, 髙橋さん, 高橋会長. */
export function hideNames(text: string, roll: readonly NamedLine[]): HiddenText {
  return nameHider(roll)(text)
}

/** The same for many texts of one roll: its names are folded once. */
export function nameHider(roll: readonly NamedLine[]): (text: string) => HiddenText {
  const labels = publicLabels(roll)
  const named = roll.flatMap((line) => {
    const label = labels.get(line.id) ?? ''
    const own = { name: line.name, label }
    return line.proxyName === '' ? [own] : [own, { name: line.proxyName, label: `${label}代理` }]
  })
  const wanted = named.flatMap(({ name, label }) => {
    const family = familyName(name)
    return [name, ...honorifics.map((honorific) => family + honorific)]
      .map(foldForSearch)
      .filter((word) => word.length >= 2)
      .map((word) => ({ word, label }))
  })
  const families = [
    ...new Set(named.map(({ name }) => familyName(name)).filter((family) => [...family].length > 1)),
  ].map((family) => ({ family, word: foldForSearch(family) }))
  return (text) => {
    const findIn = placeFinder(text)
    const found = wanted.flatMap(({ word, label }) =>
      findIn([word]).map((range): Found => ({ range, label })),
    )
    const { result, hidden } = replaced(text, found)
    const findLeft = placeFinder(result)
    const doubtful = families.filter(({ word }) => findLeft([word]).length > 0).map(({ family }) => family)
    return { text: result, hidden, doubtful }
  }
}

function replaced(
  text: string,
  found: readonly Found[],
): { readonly result: string; readonly hidden: readonly string[] } {
  // The longest that begins first: 髙橋副会長 before 髙橋副.
  const inOrder = [...found].sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1])
  let result = ''
  let at = 0
  const hidden: string[] = []
  for (const { range, label } of inOrder) {
    const [from, to] = range
    if (from < at) continue
    hidden.push(text.slice(from, to))
    result += text.slice(at, from) + label
    at = to
  }
  return { result: result + text.slice(at), hidden }
}
