import { accountKindDigits, type AccountKind, type BankAccount } from './bank-account.ts'
import { bankBytes, toBankText } from './bank-text.ts'
import { type CalendarDate, dateParts } from './calendar-date.ts'

/**
 * 総合振込 in the format of 全国銀行協会 (全銀フォーマット), as banks print it for their customers, e.g. 群馬銀行
 * 「全銀協制定ファイルフォーマット【総合振込】」: records of 120 bytes in JIS code, each optionally followed by CR LF;
 * N (numbers) stand at the right behind zeros, C (characters) at the left before blanks; one header (1), data (2), one
 * trailer (8), one end (9).
 */
export interface TransferSender {
  /** 委託者コード, given by the bank: up to ten digits. */
  readonly clientCode: string
  readonly nameKana: string
  readonly bankCode: string
  readonly bankKana: string
  readonly branchCode: string
  readonly branchKana: string
  readonly kind: AccountKind
  readonly number: string
}

export interface Transfer {
  readonly account: Pick<
    BankAccount,
    'bankCode' | 'bankKana' | 'branchCode' | 'branchKana' | 'kind' | 'number' | 'holderKana'
  >
  /** Whole yen, from 1 on. */
  readonly amount: number
}

export interface TransferOrder {
  readonly sender: TransferSender
  /** 取組日: a day on which banks work. */
  readonly transferOn: CalendarDate
  readonly transfers: readonly Transfer[]
  /** CR LF behind each record. */
  readonly lineBreaks: boolean
}

export const recordBytes = 120

/** N: digits behind zeros. Throws where it does not fit: what is checked at entry cannot come here. */
function numeric(value: string, length: number): string {
  if (!/^\d*$/.test(value) || value.length > length)
    throw new RangeError(`no number of ${String(length)} digits`)
  return value.padStart(length, '0')
}

/** C: characters before blanks; what is longer than its field is cut, as banks do themselves. */
function characters(value: string, length: number): string {
  const converted = toBankText(value)
  if (!converted.ok) throw new RangeError('text that no bank carries')
  return converted.text.slice(0, length).padEnd(length, ' ')
}

/** MMDD */
function monthDay(date: CalendarDate): string {
  const { month, day } = dateParts(date)
  return `${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`
}

function header({ sender, transferOn }: TransferOrder): string {
  return [
    '1',
    '21',
    '0',
    numeric(sender.clientCode, 10),
    characters(sender.nameKana, 40),
    monthDay(transferOn),
    numeric(sender.bankCode, 4),
    characters(sender.bankKana, 15),
    numeric(sender.branchCode, 3),
    characters(sender.branchKana, 15),
    accountKindDigits[sender.kind],
    numeric(sender.number, 7),
    characters('', 17),
  ].join('')
}

/** 新規コード 0 (その他), 手形交換所番号 unused, 振込指定区分 7 (テレ振込), no EDI information. */
function data({ account, amount }: Transfer): string {
  return [
    '2',
    numeric(account.bankCode, 4),
    characters(account.bankKana, 15),
    numeric(account.branchCode, 3),
    characters(account.branchKana, 15),
    '0000',
    accountKindDigits[account.kind],
    numeric(account.number, 7),
    characters(account.holderKana, 30),
    numeric(String(amount), 10),
    '0',
    characters('', 20),
    '7',
    characters('', 8),
  ].join('')
}

/** The whole file, byte for byte. Accounts must have passed `accountFault`, amounts be at least 1. */
export function transferFile(order: TransferOrder): Uint8Array {
  const total = order.transfers.reduce((sum, { amount }) => sum + BigInt(amount), 0n)
  const records = [
    header(order),
    ...order.transfers.map(data),
    ['8', numeric(String(order.transfers.length), 6), numeric(String(total), 12), characters('', 101)].join(
      '',
    ),
    `9${characters('', 119)}`,
  ]
  const end = order.lineBreaks ? '\r\n' : ''
  return bankBytes(records.map((record) => record + end).join(''))
}
