import { commonFormOf, variantCharacters } from './kanji-variants.ts'

/**
 * Japanese text as people look for it and put it in order. Everything here makes keys: what is stored
 * and printed stays as written, since normalising alone already changes some names (U+FA19, U+FA10).
 */

export type KanaRow = 'あ' | 'か' | 'さ' | 'た' | 'な' | 'は' | 'ま' | 'や' | 'ら' | 'わ' | '他'

/** Selectors that choose a glyph of the same character: IVS of names (葛󠄀), and the standard ones. */
const variationSelectors = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu
/** Every stroke that is typed for ー or -; the waves too, since れんらく～ and れんらくー are one to a reader. */
const strokes = /[-‐‑‒–—―−ー－ｰ─━〜～~]/g
/** Blanks of all widths, and the middle dots that part the words of a foreign name. */
const separators = /[\s\u200B-\u200D\u2060\uFEFF・･·]/g
const katakana = /[\u30A1-\u30F6\u30FD\u30FE]/g
const halfWidthKatakana = /[\uFF65-\uFF9F]+/g
const beyondAscii = /[^\x20-\x7E]/
/** Characters whose fold is final after one pass: nearly every name, address and sentence is made of these alone. */
const everyday = /^[\x20-\x7E\u3000-\u3002\u3005\u3041-\u3096\u30A1-\u30FC\u4E00-\u9FFF\uFF01-\uFF9D]*$/
/** Of these NFKC makes nothing else but a blank, and blanks are taken out anyway. */
const unchangedByNfkc = /^[\x20-\x7E\u3000-\u3002\u3005\u3041-\u3096\u30A1-\u30FA\u30FC\u4E00-\u9FFF]*$/

const katakanaToHiragana = (character: string): string =>
  String.fromCharCode(character.charCodeAt(0) - ('ァ'.charCodeAt(0) - 'ぁ'.charCodeAt(0)))

/** 髙 → 高, 葛󠄀 → 葛, and nothing else: widths, kana and spaces stay. For matching names. */
export function foldVariantsOnly(text: string): string {
  return text.replace(variationSelectors, '').replace(variantCharacters, commonFormOf)
}

/**
 * The key under which a text is found: NFKC, variants to their common form, katakana as hiragana, lower
 * case, no blanks, one stroke for all hyphens and long vowels. Folding a key again changes nothing, so
 * that what is typed may be folded without knowing whether it was before. 法人格 stays.
 */
export function foldForSearch(text: string): string {
  if (!beyondAscii.test(text)) return text.replace(separators, '').replace(strokes, '-').toLowerCase()
  if (unchangedByNfkc.test(text)) return foldForms(text)
  const once = foldOnce(text)
  // A second pass where NFKC may make new capitals, kana or loose voicing marks out of a sign (㌖, ㏂, ゛).
  return everyday.test(text) ? once : foldOnce(once)
}

function foldOnce(text: string): string {
  return foldForms(text.replace(variationSelectors, '').normalize('NFKC'))
}

function foldForms(text: string): string {
  return text
    .replace(separators, '')
    .replace(strokes, '-')
    .replace(variantCharacters, commonFormOf)
    .replace(katakana, katakanaToHiragana)
    .replace(/ゖ/g, 'け')
    .replace(/ゕ/g, 'か')
    .toLowerCase()
}

/** ｶﾞｯｺｳ → ガッコウ; every other character stays as it is. */
export function toFullWidthKatakana(text: string): string {
  return text.replace(halfWidthKatakana, (run) => run.normalize('NFKC'))
}

/** Katakana, half width too, as hiragana; ー and every other character stay. */
export function toHiragana(text: string): string {
  return toFullWidthKatakana(text).replace(katakana, katakanaToHiragana)
}

/** ８ → 8, and only digits: other full-width characters of a name or an address stay. */
export function toHalfWidthDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}

const smallToLarge: Readonly<Record<string, string>> = {
  ぁ: 'あ',
  ぃ: 'い',
  ぅ: 'う',
  ぇ: 'え',
  ぉ: 'お',
  っ: 'つ',
  ゃ: 'や',
  ゅ: 'ゆ',
  ょ: 'よ',
  ゎ: 'わ',
  ゕ: 'か',
  ゖ: 'け',
}

const vowelRows = [
  'あかさたなはまやらわ',
  'いきしちにひみりゐ',
  'うくすつぬふむゆる',
  'えけせてねへめれゑ',
  'おこそとのほもよろを',
] as const

/** The vowel in which a large, unvoiced kana ends, or '' for ん and everything else. */
function vowelOf(kana: string): string {
  return kana === '' ? '' : (vowelRows.find((row) => row.includes(kana))?.charAt(0) ?? '')
}

const tones: Readonly<Record<string, string>> = { '\u3099': '1', '\u309A': '2' }

/**
 * A key whose plain comparison gives 五十音順: first the large, unvoiced kana (ー as the vowel before it), so
 * that はし, ばし and ぱし stand together; then, between equals, clear before voiced before half-voiced,
 * and long stroke before small before large kana, as JIS X 4061 has it. Blanks do not count.
 */
export function kanaSortKey(text: string): string {
  let primary = ''
  let secondary = ''
  for (const character of toHiragana(text.normalize('NFKC')).normalize('NFD').replace(separators, '')) {
    const tone = tones[character]
    if (tone !== undefined) {
      secondary = secondary.slice(0, -1) + tone
      continue
    }
    const previous = primary.slice(-1)
    const long = character === 'ー' ? vowelOf(previous) : ''
    primary += long !== '' ? long : (smallToLarge[character] ?? character)
    secondary += '0'
  }
  return `${primary}\u0000${secondary}\u0000${sizesOf(text)}`
}

/** Third level of the order: ー before small kana before large ones. */
function sizesOf(text: string): string {
  return [...toHiragana(text.normalize('NFKC')).replace(separators, '')]
    .map((character) => (character === 'ー' ? '0' : character in smallToLarge ? '1' : '2'))
    .join('')
}

/** Order of two readings in 五十音順, for sort(); for long lists sort by kanaSortKey once. */
export function compareKana(first: string, second: string): number {
  const firstKey = kanaSortKey(first)
  const secondKey = kanaSortKey(second)
  if (firstKey !== secondKey) return firstKey < secondKey ? -1 : 1
  return first < second ? -1 : first > second ? 1 : 0
}

const kanaRows: readonly (readonly [KanaRow, string])[] = [
  ['あ', 'あいうえお'],
  ['か', 'かきくけこ'],
  ['さ', 'さしすせそ'],
  ['た', 'たちつてと'],
  ['な', 'なにぬねの'],
  ['は', 'はひふへほ'],
  ['ま', 'まみむめも'],
  ['や', 'やゆよ'],
  ['ら', 'らりるれろ'],
  ['わ', 'わゐゑをん'],
]

/** The row of the 五十音 index under which a reading stands; 他 for what is not kana. */
export function kanaRowOf(text: string): KanaRow {
  const first = kanaSortKey(text).charAt(0)
  if (first === '\u0000') return '他'
  return kanaRows.find(([, members]) => members.includes(first))?.[0] ?? '他'
}

const legalForms = [
  '(?:認定)?特定非営利活動法人|(?:認定|特例認定)?[NＮ][PＰ][OＯ]法人|社会福祉法人|労働者協同組合',
  '(?:一般|公益)?(?:社団|財団)法人|(?:社会)?医療法人(?:社団|財団)?|学校法人|宗教法人|更生保護法人',
  '(?:地方)?独立行政法人|国立大学法人|公立大学法人|株式会社|有限会社|合同会社|合資会社|合名会社|相互会社',
  '[(（](?:福|社福|社|財|公社|公財|一社|一財|特非|医|学|宗|独|株|有|同|資|名|NPO|ＮＰＯ)[)）]|[㈱㈲㈳㈶㈻]',
].join('|')
const leadingLegalForm = new RegExp(`^(?:${legalForms})[\\s]*`, 'u')
const trailingLegalForm = new RegExp(`[\\s]*(?:${legalForms})$`, 'u')

/** A group's name without its 法人格 at either end, for putting groups in order; never for display. */
export function stripLegalForm(organizationName: string): string {
  const trimmed = organizationName.trim()
  const rest = trimmed.replace(leadingLegalForm, '').replace(trailingLegalForm, '')
  return rest === '' ? trimmed : rest
}
