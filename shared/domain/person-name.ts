import { foldForSearch, toFullWidthKatakana, toHiragana } from './japanese-text.ts'

export interface PostAndName {
  readonly post: string
  /** As written, blanks within it kept. */
  readonly name: string
}

/**
 * Posts as they stand before a name. A bare 長 is not among them, since 末長 and 国長 are family names: which 長
 * count is spelled out.
 */
const headships = [
  '会|理事|事務局|事務|局|部|課|係|班|室|所|院|園|校|学|館|苑|寮|隊|塾|座|議|組合|委員|支部|支所|支店|分団|団|施設',
  'センター|区|町内会|自治会|工場|師|保健師|看護師|看護部|相談室|社|店|総括|総|次|主任|副園|地区|民協|民児協|支局',
].join('|')
const offices = [
  '代表理事|代表取締役(?:社長)?|取締役|代表|理事|監事|幹事|専務理事|常務理事|専務|常務|組合員理事|顧問|相談役|世話人',
  '主任児童委員|主任介護支援専門員|介護支援専門員|民生委員・児童委員|民生委員|児童委員|民生児童委員|委員|書記|会計|監査',
  '主任|主査|主事|主幹|参事|技師|保健師|看護師|社会福祉士|相談員|支援員|指導員|管理者|担当者?|係|職員|局員|事務局員?',
  '教授|准教授|講師|助教|教諭|教頭|養護教諭|コーディネーター|マネージャー|リーダー|オーナー|サブリーダー|公募市民',
].join('|')
const ranks = '(?:副|主任|専任|統括|総括|名誉|元|前|女性|青年|総務|生活福祉|地域福祉)*'
const deputies = '(?:代理|代行|補佐|職務代理者?|心得)?'
const postPattern = new RegExp(
  `^(${ranks}(?:(?:${headships})[\\s]*長|${offices})${deputies})(?:[\\s・･/／:：]+)(\\S[\\s\\S]*)$`,
  'u',
)

/**
 * Parts 会長　大久保　武 into post and name, by blank, ・ or /. Null where the text does not begin with a post that
 * is known, so that a name alone (グエン・ティ・ラン, 末長　太郎) is never cut.
 */
export function splitPostAndName(text: string): PostAndName | null {
  const found = postPattern.exec(text.trim())
  const post = found?.[1]
  const name = found?.[2]
  if (post === undefined || name === undefined) return null
  return { post: joinSpacedPost(post), name: name.trim() }
}

/** 会　長 → 会長: blanks that only spread a short post over its cell. Other posts stay as written. */
export function joinSpacedPost(post: string): string {
  const trimmed = post.trim()
  const letters = trimmed.split(/[\s]+/)
  return letters.length > 1 && letters.every((each) => [...each].length === 1) ? letters.join('') : trimmed
}

/**
 * The key by which names are matched: variants, widths and blanks folded (髙橋　敏夫 = 高橋 敏夫), what stands in
 * brackets behind the name left out. Like keys are a hint, never a proof: 𠮷田　清 and 吉田　清 may be two people.
 */
export function nameKey(name: string): string {
  const withoutBrackets = name.normalize('NFKC').replace(/\([^)]*\)/g, '')
  const key = foldForSearch(withoutBrackets)
  return key === '' ? foldForSearch(name) : key
}

const anonymous = /匿名|非公[開表]|氏名不詳|未定|調整中|後任|選出中/

/** Whether a name cell says that the name is withheld or not known yet: K・M（匿名希望）, 未定. */
export function isWithheldName(name: string): boolean {
  return anonymous.test(name)
}

const hiraganaOrKanji = /[\u3041-\u3096\u3005\u3400-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]/u

/**
 * A ふりがな in one form: hiragana, one full-width blank between the names. Where the name itself is written
 * in katakana or letters (グエン・ティ・ラン, Smith　John), its reading stays katakana.
 */
export function tidyKana(kana: string, name: string): string {
  const fullWidth = toFullWidthKatakana(kana).trim().replace(/\s+/g, '　')
  const written = name.replace(/[（(][^）)]*[）)]/g, '')
  return hiraganaOrKanji.test(written) ? toHiragana(fullWidth) : fullWidth
}

/** Whether a reading is kana alone, as a ふりがな has to be. */
export function isKana(text: string): boolean {
  return /^[\s\u3041-\u309F\u30A0-\u30FF\uFF65-\uFF9F・･-]+$/.test(text)
}
