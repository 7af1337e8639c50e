import { commonFormOf } from './kanji-variants.ts'

/**
 * What may stand for a character that another system's set of characters (CP932) does not have: the nearest
 * first. Only proposals: a person chooses, and 〓 says honestly that something could not be written.
 */
export const unknownCharacterMark = '〓'

/** 外字 selectors: they choose a form of the character before them and stand for nothing themselves. */
const selectors = /[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/gu

/** Signs that look alike and lie in CP932 at another place: the wave dash and the minus of a Mac, Western signs. */
const looksLike: Readonly<Record<string, string>> = {
  '〜': '～',
  '−': '－',
  '‖': '∥',
  '—': '―',
  '–': '－',
  '‒': '－',
  '‑': '－',
  '¢': '￠',
  '£': '￡',
  '¬': '￢',
  '¥': '￥',
  '‾': '￣',
  '·': '・',
  '•': '・',
  '\u{a0}': ' ',
  '㋿': '令和',
}

/** Candidates for one character as a reader sees it (a base with its selectors and accents), the nearest first. */
export function substitutesFor(character: string): readonly string[] {
  const bare = character.replace(selectors, '')
  const common = [...bare].map((each) => commonFormOf(each)).join('')
  const plain = bare.normalize('NFKD').replace(/\p{Mn}/gu, '')
  const all = [
    looksLike[bare] ?? '',
    bare.normalize('NFC'),
    bare,
    common,
    bare.normalize('NFKC'),
    plain,
    unknownCharacterMark,
  ]
  return [...new Set(all)].filter((each) => each !== '' && each !== character)
}
