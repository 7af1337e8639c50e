/** What stands where a name stood in somebody else's words: that it was taken out, or what she was. */
export const namesReplacedBy = ['erased', 'role'] as const
export type NameReplacedBy = (typeof namesReplacedBy)[number]

/** Stands for a name that was taken out of a text. */
export const erasedWords = '（氏名を消しました）'

/** What is put behind a family name when somebody is spoken of. Longest first, so that 副会長 is not taken for 会長. */
const afterFamilyName = ['副会長', '副委員長', '委員長', '会長', '委員', 'さん', '様', '氏', '先生'] as const

const blank = /[\s　]+/

/** Every way in which a full name is written: as recorded, without its blank, and with either width of it. '' gives none. */
export function waysOfWriting(name: string): readonly string[] {
  const parts = name.trim().split(blank)
  const ways = [name, parts.join(''), parts.join('　'), parts.join(' ')]
  return [...new Set(ways)].filter((way) => way.trim() !== '')
}

/** The family name, where the name is recorded with a blank behind it; null where it cannot be told. */
export function familyNameOf(name: string): string | null {
  const [family, ...given] = name.trim().split(blank)
  return family === undefined || family === '' || given.length === 0 ? null : family
}

/** 消田さん, 消田委員: the family name as it stands in minutes. Alone it might be part of another word, and is left. */
export function waysOfAddressing(family: string): readonly string[] {
  return afterFamilyName.map((title) => `${family}${title}`)
}

/**
 * The text with other words wherever one of these stands, and what she is addressed by behind it: 消田去子さん becomes 委員, not
 * 委員さん. The longest first, so that none leaves a rest of another.
 */
export function withoutNames(text: string, ways: readonly string[], words: string): string {
  const titles = new RegExp(`^(?:${afterFamilyName.join('|')})`)
  return [...ways]
    .filter((way) => way !== '')
    .sort((one, other) => other.length - one.length)
    .reduce((rest, way) => {
      const [before = '', ...after] = rest.split(way)
      return [before, ...after.map((part) => part.replace(titles, ''))].join(words)
    }, text)
}
