import { readTelephone } from './contact.ts'
import { isKana } from './person-name.ts'

/**
 * What should be looked at again in a ふりがな that was typed: kanji and the like put somebody out of 五十音 order. Null
 * where nothing is amiss. It may be kept all the same.
 */
export function doubtOfKana(kana: string): string | null {
  return kana.trim() === '' || isKana(kana)
    ? null
    : 'かなでない文字が入っています。五十音順の場所がずれるので、かなに直してください（このままでも残せます）。'
}

/** The same of a telephone or FAX number that was typed: letters, too few digits, no 0 at its head. */
export function doubtOfNumber(number: string): string | null {
  if (number.trim() === '') return null
  const { value, remarks } = readTelephone(number)
  if (value === null)
    return '電話番号の数字がありません。番号のほかのことは「電話の覚え書き」に書いてください（このままでも残せます）。'
  const asked = remarks.find((remark) => remark.severity === 'ask')
  return asked === undefined
    ? null
    : 'けた数か、はじめの0（市外局番）が合わないようです。番号を確かめてください（このままでも残せます）。'
}
