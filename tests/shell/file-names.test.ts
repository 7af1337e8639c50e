import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dispositionHeader, safeFileName } from '#shell/file-names.ts'

describe('file names', () => {
  test('Japanese names are left as they are', () => {
    expect(safeFileName('第14回（髙﨑市）議事録.pdf')).toBe('第14回（髙﨑市）議事録.pdf')
  })

  test.each([
    ['a/b\\c:d*e?f"g<h>i|j.pdf', 'a＿b＿c＿d＿e＿f＿g＿h＿i＿j.pdf'],
    ['CON.xlsx', '＿CON.xlsx'],
    ['nul', '＿nul'],
    ['console.pdf', 'console.pdf'],
    ['報告書. . ', '報告書'],
    ['..', '無題'],
    ['請求\u202exslx.exe', '請求xslx.exe'],
    ['', '無題'],
  ])('%j becomes %j', (given, expected) => {
    expect(safeFileName(given)).toBe(expected)
  })

  test('a long name keeps its extension', () => {
    const name = safeFileName(`${'長'.repeat(300)}.xlsx`)
    expect([...name]).toHaveLength(120)
    expect(name.endsWith('長.xlsx')).toBe(true)
  })

  test('whatever is given, the name holds nothing that Windows refuses, and is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (given) => {
        const name = safeFileName(given)
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|[. ]$/u)
        expect(name).not.toBe('')
        expect(safeFileName(name)).toBe(name)
      }),
    )
  })

  test('the header carries the name in UTF-8 and no character that ends it', () => {
    expect(dispositionHeader('attachment', '第1回 "次第"(案).pdf')).toBe(
      `attachment; filename="tsudoi.pdf"; filename*=UTF-8''%E7%AC%AC1%E5%9B%9E%20%EF%BC%BF%E6%AC%A1%E7%AC%AC%EF%BC%BF%28%E6%A1%88%29.pdf`,
    )
  })
})
