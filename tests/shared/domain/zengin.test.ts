import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { accountFault, type BankAccount, maskedNumber } from '#shared/domain/bank-account.ts'
import { bankBytes, toBankText } from '#shared/domain/bank-text.ts'
import { makeCalendarDate } from '#shared/domain/calendar-date.ts'
import { recordBytes, transferFile, type TransferOrder } from '#shared/domain/zengin.ts'

const transferOn = makeCalendarDate(2026, 10, 9)
if (transferOn === null) throw new Error('no such day')

const account: BankAccount = {
  bankName: 'あおば銀行',
  bankCode: '0128',
  bankKana: 'ｱｵﾊﾞ',
  branchName: '本店',
  branchCode: '001',
  branchKana: 'ﾎﾝﾃﾝ',
  kind: 'ordinary',
  number: '0012345',
  holderKana: 'ﾀｶﾊｼ ﾄｼｵ',
}

const order: TransferOrder = {
  sender: {
    clientCode: '1234567890',
    nameKana: 'アオバシシャカイフクシキョウギカイ',
    bankCode: '0128',
    bankKana: 'ｱｵﾊﾞ',
    branchCode: '001',
    branchKana: 'ﾎﾝﾃﾝ',
    kind: 'ordinary',
    number: '7654321',
  },
  transferOn,
  transfers: [
    { account, amount: 10_000 },
    {
      account: {
        ...account,
        branchCode: '023',
        branchKana: 'ヒガシ',
        kind: 'current',
        number: '0000007',
        holderKana: 'ささえあい（ひがし）',
      },
      amount: 29_750,
    },
  ],
  lineBreaks: true,
}

/** Half-width kana and ASCII, as a bank's own tool would show the bytes. */
function shown(bytes: Uint8Array): string {
  return [...bytes].map((byte) => String.fromCodePoint(byte >= 0xa1 ? byte - 0xa1 + 0xff61 : byte)).join('')
}

describe('the transfer file', () => {
  it('is, record by record, what the banks print in their format', () => {
    const blank = (count: number): string => ' '.repeat(count)
    expect(shown(transferFile(order)).split('\r\n')).toEqual([
      `12101234567890${'ｱｵﾊﾞｼｼﾔｶｲﾌｸｼｷﾖｳｷﾞｶｲ'.padEnd(40)}10090128${'ｱｵﾊﾞ'.padEnd(15)}001${'ﾎﾝﾃﾝ'.padEnd(15)}17654321${blank(17)}`,
      `20128${'ｱｵﾊﾞ'.padEnd(15)}001${'ﾎﾝﾃﾝ'.padEnd(15)}000010012345${'ﾀｶﾊｼ ﾄｼｵ'.padEnd(30)}00000100000${blank(20)}7${blank(8)}`,
      `20128${'ｱｵﾊﾞ'.padEnd(15)}023${'ﾋｶﾞｼ'.padEnd(15)}000020000007${'ｻｻｴｱｲ(ﾋｶﾞｼ)'.padEnd(30)}00000297500${blank(20)}7${blank(8)}`,
      `8000002000000039750${blank(101)}`,
      `9${blank(119)}`,
      '',
    ])
  })

  it('is the same file byte for byte, kana at one byte each', () => {
    const bytes = transferFile(order)
    expect(bytes).toHaveLength(5 * 122)
    // ｱ ｵ ﾊ ﾞ of the sender's name, in JIS X 0201 and CP932.
    expect([...bytes.slice(14, 18)]).toEqual([0xb1, 0xb5, 0xca, 0xde])
    expect([...bytes.slice(120, 122)]).toEqual([0x0d, 0x0a])
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      '083f3a406182034b6c1c7d66cbb0ce003bcdd676a5f58857fc13ac54a5b1cb06',
    )
    expect(transferFile({ ...order, lineBreaks: false })).toHaveLength(5 * recordBytes)
  })

  it('has 120 bytes in every record and the sum in its trailer, whatever is paid', () => {
    const transfers = fc.array(
      fc.record({
        account: fc
          .stringMatching(/^[ァ-ヴーA-Za-z0-9()]{1,60}$/)
          .map((holderKana) => ({ ...account, holderKana })),
        amount: fc.integer({ min: 1, max: 9_999_999_999 }),
      }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(transfers, (some) => {
        const bytes = transferFile({
          ...order,
          transfers: some,
          lineBreaks: false,
        })
        expect(bytes.length).toBe((some.length + 3) * recordBytes)
        const trailer = shown(bytes.slice(-2 * recordBytes, -recordBytes))
        expect(BigInt(trailer.slice(7, 19))).toBe(some.reduce((sum, { amount }) => sum + BigInt(amount), 0n))
        expect(Number(trailer.slice(1, 7))).toBe(some.length)
      }),
    )
  })
})

describe('text for banks', () => {
  it.each([
    ['たかはし　としお', 'ﾀｶﾊｼ ﾄｼｵ'],
    ['キャッシュ', 'ｷﾔﾂｼﾕ'],
    ['ヲトメ', 'ｵﾄﾒ'],
    ['コーポ', 'ｺ-ﾎﾟ'],
    ['ｳﾞｧｲｵﾘﾝ', 'ｳﾞｱｲｵﾘﾝ'],
    ['ＮＰＯ（おたがいさま）', 'NPO(ｵﾀｶﾞｲｻﾏ)'],
    ['abc-1.2', 'ABC-1.2'],
  ])('%s becomes %s', (text, expected) => {
    expect(toBankText(text)).toEqual({ ok: true, text: expected })
  })

  it.each([
    ['髙橋', '髙'],
    ['ア・イ', '・'],
    ['ア&イ', '&'],
  ])('%s is refused for its %s', (text, character) => {
    expect(toBankText(text)).toEqual({ ok: false, character })
  })

  it('is always one byte a character, and stays as it is when converted again', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const first = toBankText(text)
        if (!first.ok) return
        expect(bankBytes(first.text)).toHaveLength(first.text.length)
        expect(toBankText(first.text)).toEqual(first)
      }),
    )
  })
})

describe('an account', () => {
  it.each<[Partial<BankAccount>, unknown]>([
    [{}, null],
    [{ number: '12345' }, { field: 'number', digits: 7, given: 5 }],
    [{ number: '12345678' }, { field: 'number', digits: 7, given: 8 }],
    [{ bankCode: '12' }, { field: 'bankCode', digits: 4, given: 2 }],
    [{ branchCode: '12a' }, { field: 'branchCode', digits: 3, given: 3 }],
    [{ holderKana: '髙橋' }, { field: 'holderKana', character: '髙' }],
    [{ holderKana: ' ' }, { field: 'holderKana', character: '' }],
  ])('%j', (more, fault) => {
    expect(accountFault({ ...account, ...more })).toEqual(fault)
  })

  it('shows the last three digits of its number', () => {
    expect(maskedNumber('0012123')).toBe('****123')
  })
})
