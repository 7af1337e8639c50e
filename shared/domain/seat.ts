/**
 * Who sits at the keyboard, and in which role. Against mistakes, not against attackers: whoever can open the data
 * folder can do everything.
 */
export const seatRoles = ['view', 'edit', 'administer'] as const
export type SeatRole = (typeof seatRoles)[number]
export const seatRoleNames: Readonly<Record<SeatRole, string>> = {
  view: '閲覧',
  edit: '編集',
  administer: '管理',
}

/** Those that a PIN proves. */
export const pinRoles = ['edit', 'administer'] as const
export type PinRole = (typeof pinRoles)[number]

/** Each role may do what those before it may. */
export function mayAct(role: SeatRole, needed: SeatRole): boolean {
  return seatRoles.indexOf(role) >= seatRoles.indexOf(needed)
}

/** Four to eight digits, full-width ones too; null for anything else. */
export function readPin(typed: string): string | null {
  const pin = typed.normalize('NFKC').trim()
  return /^[0-9]{4,8}$/.test(pin) ? pin : null
}

/** Whether two names are the same to a reader: widths and spaces do not count. */
export function sameWords(one: string, other: string): boolean {
  const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()
  return plain(one) === plain(other)
}
