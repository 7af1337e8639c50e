import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeCsv, parseCsv } from '#core/imports/read-csv.ts'
import {
  codeField,
  dateField,
  listTable,
  numberField,
  textField,
  yesNoField,
} from '#core/reports/list-table.ts'
import { fitsCp932, missingCharacters, writeListCsv } from '#core/reports/writers/csv.ts'
import { Refusal } from '#shared/contract/errors.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { testDate } from '../memo-meeting.ts'

interface Row {
  readonly name: string
  readonly code: string
  readonly since: CalendarDate | null
  readonly times: number | null
  readonly chair: boolean
}

const row = (name: string, more: Partial<Row> = {}): Row => ({
  name,
  code: '',
  since: null,
  times: null,
  chair: false,
  ...more,
})
const list = (rows: readonly Row[]) =>
  listTable<Row>(
    '委員',
    [
      textField('氏名', 10, (each) => each.name),
      codeField('コード', 5, (each) => each.code),
      dateField('委嘱日', (each) => each.since),
      numberField('出席', (each) => each.times),
      yesNoField('会長', (each) => each.chair),
    ],
    rows,
  )
const read = (bytes: Uint8Array) => parseCsv(decodeCsv(bytes), ',').filter((line) => line.length > 1)

describe('CSV', () => {
  it('holds one value a cell, dates in both calendars, codes with their zeros, a minus as a number', () => {
    const rows = [
      row('髙橋　敏夫', { code: '0012', since: testDate('2019-05-01'), times: -3, chair: true }),
      row('山田 "太郎", 会長'),
    ]
    for (const encoding of ['utf-8', 'cp932'] as const) {
      expect(read(writeListCsv(list(rows), encoding))).toEqual([
        ['氏名', 'コード', '委嘱日', '委嘱日（和暦）', '出席', '会長'],
        ['髙橋　敏夫', '0012', '2019-05-01', '令和元年5月1日', '-3', '1'],
        ['山田 "太郎", 会長', '', '', '', '', '0'],
      ])
    }
  })

  it('marks UTF-8, so that Excel opens it by itself, and marks no CP932', () => {
    expect([...writeListCsv(list([]), 'utf-8').subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(writeListCsv(list([]), 'cp932')[0]).toBe(0x8e)
  })

  it('names every character that CP932 does not have, where it stands, and what might be written', () => {
    const rows = [row('𠮷田　葛󠄀城'), row('𠮷野　♥〜'), row('髙﨑①㈱')]
    expect(missingCharacters(list(rows))).toEqual([
      {
        character: '𠮷',
        count: 2,
        places: [
          { column: '氏名', text: '𠮷田　葛󠄀城' },
          { column: '氏名', text: '𠮷野　♥〜' },
        ],
        candidates: ['吉', '〓'],
      },
      {
        character: '葛󠄀',
        count: 1,
        places: [{ column: '氏名', text: '𠮷田　葛󠄀城' }],
        candidates: ['葛', '〓'],
      },
      {
        character: '♥',
        count: 1,
        places: [{ column: '氏名', text: '𠮷野　♥〜' }],
        candidates: ['〓'],
      },
      {
        character: '〜',
        count: 1,
        places: [{ column: '氏名', text: '𠮷野　♥〜' }],
        candidates: ['～', '〓'],
      },
    ])
  })

  it('refuses to lose a character, and writes what was chosen for it', () => {
    const table = list([row('𠮷田')])
    const refusal = (): unknown => {
      try {
        writeListCsv(table, 'cp932')
        return null
      } catch (fault) {
        return fault
      }
    }
    expect(refusal()).toBeInstanceOf(Refusal)
    expect(read(writeListCsv(table, 'cp932', new Map([['𠮷', '吉']])))[1]?.[0]).toBe('吉田')
    // A substitute that does not fit either is no substitute.
    expect(() => writeListCsv(table, 'cp932', new Map([['𠮷', '♥']]))).toThrow(Refusal)
  })

  it('never writes a silent question mark, and keeps every text that fits to the character', () => {
    const texts = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(texts, (name) => {
        const table = list([row(name)])
        const missing = missingCharacters(table)
        const chosen = new Map(missing.map((each) => [each.character, '〓']))
        const written = decodeCsv(writeListCsv(table, 'cp932', chosen))
        const asked = [...name].filter((each) => each === '?').length
        expect([...written].filter((each) => each === '?')).toHaveLength(asked)
        expect([...written].filter((each) => each === '〓').length).toBeGreaterThanOrEqual(
          missing.reduce((sum, each) => sum + each.count, 0),
        )
        if (missing.length === 0) expect(fitsCp932(name.replace(/\p{Cc}/gu, ''))).toBe(true)
      }),
    )
  })

  it('lets nothing that a person typed become a formula', () => {
    for (const text of ['=1+1', '+81', '-cmd', '@SUM(A1)', '＝1+1', ' =HYPERLINK("http://x")']) {
      const [, line] = read(writeListCsv(list([row(text)]), 'utf-8'))
      expect(line?.[0]).toBe(`'${text}`)
    }
  })
})
