/**
 * Text as banks carry it: half-width katakana (JIS X 0201), capital letters, digits and a few signs. Small kana become
 * large ones, the long vowel a hyphen, ヲ becomes オ. Rules after the banks' own notes on their files, e.g. 群馬銀行
 * 「全銀協制定ファイルフォーマット【総合振込】」 and PCA 「全銀協使用可能文字」 (カナはヲと小文字を除く; 記号は ( ) . - ).
 */
const small = new Map([...'ｧｨｩｪｫｬｭｮｯ'].map((kana, at) => [kana, 'ｱｲｳｴｵﾔﾕﾖﾂ'.charAt(at)] as const))

const voiced = 'ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ'
const unvoiced = 'ｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎｳ'
const half = 'パピプペポ'
const unHalf = 'ﾊﾋﾌﾍﾎ'
const plain =
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンァィゥェォャュョッー'
const plainHalf = 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｬｭｮｯｰ'

const toHalf: ReadonlyMap<string, string> = new Map([
  ...[...plain].map((kana, at) => [kana, plainHalf.charAt(at)] as const),
  // Written small or old, they have no place of their own among the half-width kana.
  ...[...'ヮヵヶヰヱ'].map((kana, at) => [kana, 'ﾜｶｹｲｴ'.charAt(at)] as const),
  ...[...voiced].map((kana, at) => [kana, `${unvoiced.charAt(at)}ﾞ`] as const),
  ...[...half].map((kana, at) => [kana, `${unHalf.charAt(at)}ﾟ`] as const),
])

const allowed = /^[ｱ-ﾝﾞﾟA-Z0-9 ().\-]$/u
/** Hyphens and dashes of all kinds that a keyboard or a list brings along. */
const dashes = /[ｰ‐‑‒–—―−]/gu

export type BankText =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly character: string }

/** Turns kana of either width, letters and digits into what banks carry; names the first character that they do not. */
export function toBankText(text: string): BankText {
  // NFKC joins half-width kana with their marks, and narrows letters, digits and signs.
  const katakana = [...text.normalize('NFKC')].map((character) => {
    const code = character.codePointAt(0) ?? 0
    return code >= 0x3041 && code <= 0x3096 ? String.fromCodePoint(code + 0x60) : character
  })
  let result = ''
  for (const character of katakana) {
    const narrow = (toHalf.get(character) ?? character).toUpperCase()
    for (const one of narrow.replace(dashes, '-').replace('ｦ', 'ｵ')) {
      const large = small.get(one) ?? one
      if (!allowed.test(large)) return { ok: false, character }
      result += large
    }
  }
  return { ok: true, text: result }
}

/** One byte for each character: JIS X 0201, whose half-width kana CP932 keeps at 0xA1–0xDF. */
export function bankBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (code >= 0xff61 && code <= 0xff9f) return code - 0xff61 + 0xa1
    if (code < 0x80) return code
    throw new RangeError('text that no bank carries: convert it with toBankText first')
  })
}
