/**
 * 地域課題 are anonymous by design. This finds what looks as if it told whom they are about, for a warning: it cannot
 * know names, so it may miss some, and warns of some that are none. Nothing is refused because of it.
 */
export interface IdentifyingWord {
  readonly what: 'name' | 'address' | 'contact'
  /** As written. */
  readonly text: string
}

export const identifyingWordNames: Readonly<Record<IdentifyingWord['what'], string>> = {
  name: 'お名前',
  address: '住所',
  contact: '電話やメール',
}

// People spoken of by what they are, not by who they are.
const notNames =
  /(?:[者員長民客親母父族護師婦家方屋皆生手]|^(?:お|ご)?(?:奥|旦那|娘|息子|子|孫|嫁|婿|兄|姉|弟|妹|夫|妻|叔母|伯母|叔父|伯父|隣|姑|舅|坊|赤|患者|子供|若者|医者|神|仏|爺|婆))$/
const honorific =
  /([\p{Script=Han}々ヶ]{1,5}(?:[ 　]?[\p{Script=Han}々]{1,3})?)(?:さん|様|氏|くん|君|ちゃん)/gu

/** The surnames that most people bear; rarer ones are found by their 敬称 only. */
const surnames = [
  '佐藤|鈴木|高橋|髙橋|田中|伊藤|渡辺|渡邊|渡邉|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|林|斎藤|齋藤|斉藤|清水|山崎|山﨑|森|池田|橋本',
  '阿部|石川|山下|中島|石井|小川|前田|岡田|長谷川|藤田|後藤|近藤|村上|遠藤|青木|坂本|福田|太田|西村|藤井|金子|岡本|藤原|三浦|中野|中川|原田|松田|竹内|小野|田村|中山|和田|石田|上田|森田|原|柴田|酒井|工藤|横山|宮崎|宮本|内田|高木|安藤|谷口|大野|丸山|今井',
].join('|')
const fullName = new RegExp(
  `(?:${surnames})[ \u3000](?:[\\p{Script=Han}々]{1,3}|[\\p{Script=Hiragana}]{2,4}|[\\p{Script=Katakana}]{2,4})`,
  'gu',
)

const number = '[0-9０-９一二三四五六七八九十]+'
const dash = '[-－‐ー−の]'
const address = new RegExp(
  `${number}丁目(?:${number}(?:番地?|${dash})?(?:${number}号?)?)?|${number}番地(?:の?${number})?|${number}番${number}号|${number}号[室棟]|[町字][0-9０-９]+${dash}[0-9０-９]+(?:${dash}[0-9０-９]+)?`,
  'g',
)
const contact =
  /[0０][0-9０-９]{1,4}[-－‐ー−(（][0-9０-９]{1,4}[-－‐ー−)）][0-9０-９]{3,4}|[\w.+-]+@[\w-]+\.[\w.]+/g

/** Each word once, in the order of the text within its sort. */
export function findIdentifyingWords(text: string): readonly IdentifyingWord[] {
  const names = [...text.matchAll(honorific)]
    .filter((found) => !notNames.test(found[1] ?? ''))
    .map((found) => found[0])
  const found: readonly IdentifyingWord[] = [
    ...names.map((each) => ({ what: 'name' as const, text: each })),
    ...[...text.matchAll(fullName)]
      .map((each) => each[0])
      .filter((each) => !names.some((name) => name.includes(each)))
      .map((each) => ({ what: 'name' as const, text: each })),
    ...[...text.matchAll(address)].map((each) => ({ what: 'address' as const, text: each[0] })),
    ...[...text.matchAll(contact)].map((each) => ({ what: 'contact' as const, text: each[0] })),
  ]
  return found.filter((each, position) => found.findIndex((other) => other.text === each.text) === position)
}
