/**
 * A recovery key as it is printed, read aloud and typed in again: 160 bits in eight groups of five signs, the last of
 * each group a check of the four before it and of its place. Crockford's base 32: no I, L, O, U, which are misread or spell words.
 */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const signsOfData = 4
const bitsOfSign = 5
export const groupsOfRecoveryKey = 8
const signsOfGroup = signsOfData + 1
/** Bytes of what a recovery key stands for. */
export const recoveryKeyBytes = (groupsOfRecoveryKey * signsOfData * bitsOfSign) / 8

/**
 * The text of a recovery key: `4F7KX-…`, eight groups.
 *
 * @param secret 20 random bytes
 * @throws {RangeError} for another length
 */
export function writeRecoveryKey(secret: Uint8Array): string {
  if (secret.length !== recoveryKeyBytes) throw new RangeError('a recovery key stands for 20 bytes')
  const bits = [...secret].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const values = (bits.match(/.{5}/g) ?? []).map((five) => Number.parseInt(five, 2))
  const groups: string[] = []
  for (let group = 0; group < groupsOfRecoveryKey; group += 1) {
    const own = values.slice(group * signsOfData, (group + 1) * signsOfData)
    groups.push([...own, checkOf(own, group)].map((value) => signs.charAt(value)).join(''))
  }
  return groups.join('-')
}

export type ReadRecoveryKey =
  | { readonly secret: Uint8Array }
  /** Counted from 1: the groups in which something was misread or mistyped. */
  | { readonly wrongGroups: readonly number[] }
  /** So many signs are there, and not 40. */
  | { readonly signs: number }

/** Reads what was typed: small letters, full-width ones, any dashes and blanks between, O for 0, I and L for 1. */
export function readRecoveryKey(typed: string): ReadRecoveryKey {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―−ー_.・]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const given = [...text]
  if (given.length !== groupsOfRecoveryKey * signsOfGroup) return { signs: given.length }
  const wrongGroups: number[] = []
  const values: number[] = []
  for (let group = 0; group < groupsOfRecoveryKey; group += 1) {
    const own = given
      .slice(group * signsOfGroup, (group + 1) * signsOfGroup)
      .map((sign) => signs.indexOf(sign))
    const data = own.slice(0, signsOfData)
    if (own.includes(-1) || own[signsOfData] !== checkOf(data, group)) wrongGroups.push(group + 1)
    values.push(...data)
  }
  if (wrongGroups.length > 0) return { wrongGroups }
  const bits = values.map((value) => value.toString(2).padStart(bitsOfSign, '0')).join('')
  return { secret: Uint8Array.from(bits.match(/.{8}/g) ?? [], (eight) => Number.parseInt(eight, 2)) }
}

/** Odd weights have an inverse modulo 32: any single wrong sign is seen, and a group in another's place, too. */
function checkOf(data: readonly number[], group: number): number {
  const sum = data.reduce((total, value, position) => total + value * (2 * position + 1), 0)
  return (sum + 11 * (group + 1)) % signs.length
}
