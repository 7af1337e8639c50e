import { toBankText } from './bank-text.ts'

/** 口座. Numbers are texts: a leading zero counts. */
export const accountKinds = ['ordinary', 'current', 'savings'] as const
export type AccountKind = (typeof accountKinds)[number]
export const accountKindNames: Readonly<Record<AccountKind, string>> = {
  ordinary: '普通',
  current: '当座',
  savings: '貯蓄',
}
/** 預金種目 of the banks' record. */
export const accountKindDigits: Readonly<Record<AccountKind, string>> = {
  ordinary: '1',
  current: '2',
  savings: '4',
}

export interface BankAccount {
  readonly bankName: string
  readonly bankCode: string
  readonly bankKana: string
  readonly branchName: string
  readonly branchCode: string
  readonly branchKana: string
  readonly kind: AccountKind
  readonly number: string
  readonly holderKana: string
}

export type AccountFault =
  | { readonly field: 'bankCode' | 'branchCode' | 'number'; readonly digits: number; readonly given: number }
  | { readonly field: 'bankKana' | 'branchKana' | 'holderKana'; readonly character: string }

const lengths = { bankCode: 4, branchCode: 3, number: 7 } as const

/** The first thing about an account that a bank would send back; null where it is well. A number must have exactly its digits. */
export function accountFault(account: BankAccount): AccountFault | null {
  for (const field of ['bankCode', 'branchCode', 'number'] as const) {
    const given = account[field]
    if (!new RegExp(`^\\d{${String(lengths[field])}}$`).test(given))
      return { field, digits: lengths[field], given: [...given].length }
  }
  for (const field of ['bankKana', 'branchKana', 'holderKana'] as const) {
    const text = toBankText(account[field])
    if (!text.ok) return { field, character: text.character }
  }
  return account.holderKana.trim() === '' ? { field: 'holderKana', character: '' } : null
}

/** ****123: what a screen shows of a number unless it is asked for. */
export function maskedNumber(number: string): string {
  return `****${number.slice(-3)}`
}
