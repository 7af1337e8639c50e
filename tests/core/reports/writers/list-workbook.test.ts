import { describe, expect, it } from 'vitest'
import { read, utils, type WorkBook } from 'xlsx'
import { findValidator, validationErrors } from '../forms/ooxml-validator.ts'
import {
  codeField,
  dateField,
  listTable,
  numberField,
  textField,
  timeField,
  yesNoField,
} from '#core/reports/list-table.ts'
import { writeListWorkbook } from '#core/reports/writers/list-workbook.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ClockTime } from '#shared/domain/clock-time.ts'
import { testDate, testTime } from '../memo-meeting.ts'

const validator = findValidator()

interface Row {
  readonly name: string
  readonly code: string
  readonly since: CalendarDate | null
  readonly from: ClockTime | null
  readonly times: number
  readonly chair: boolean
}

const fields = [
  textField<Row>('氏名', 10, (each) => each.name),
  codeField<Row>('コード', 5, (each) => each.code),
  dateField<Row>('委嘱日', (each) => each.since),
  timeField<Row>('開始', (each) => each.from),
  numberField<Row>('出席', (each) => each.times, true),
  yesNoField<Row>('会長', (each) => each.chair),
]
const rows: readonly Row[] = [
  {
    name: '髙橋　敏夫',
    code: '0012',
    since: testDate('2019-05-01'),
    from: testTime('13:30'),
    times: 3,
    chair: true,
  },
  { name: '=1+1', code: '', since: testDate('1989-02-01'), from: null, times: 4, chair: false },
  { name: '葛󠄀城', code: '', since: null, from: null, times: -1, chair: false },
]

async function book(list: readonly Row[] = rows): Promise<WorkBook> {
  return read(await writeListWorkbook(listTable('委員一覧', fields, list)), {
    cellFormula: true,
    cellNF: true,
    cellStyles: true,
  })
}

describe('a list as a workbook, read back by another library', () => {
  it('keeps texts, codes, numbers and days what they are', async () => {
    const { Sheets, SheetNames } = await book()
    expect(SheetNames).toEqual(['委員一覧'])
    const sheet = Sheets['委員一覧'] ?? {}
    expect(utils.sheet_to_json(sheet, { header: 1, raw: true, defval: null }).slice(0, 4)).toEqual([
      ['氏名', 'コード', '委嘱日', '開始', '出席', '会長'],
      ['髙橋　敏夫', '0012', 43_586, 0.5625, 3, '○'],
      ['=1+1', null, 32_540, null, 4, null],
      ['葛󠄀城', null, null, null, -1, null],
    ])
  })

  it('never makes a formula of what was typed, and sums by one', async () => {
    const sheet = (await book()).Sheets['委員一覧']
    const cell = (address: string): { f?: string; t?: string; v?: unknown } =>
      (sheet?.[address] ?? {}) as { f?: string; t?: string; v?: unknown }
    expect(cell('A3').f).toBeUndefined()
    expect(cell('A3').t).toBe('s')
    expect(cell('E5').f).toBe('SUBTOTAL(109,E2:E4)')
    expect(cell('E5').v).toBe(6)
  })

  it('writes days in 和暦 with 元年, freezes and filters the head', async () => {
    const sheet = (await book()).Sheets['委員一覧']
    const format = (address: string): string => String((sheet?.[address] as { z?: unknown }).z)
    expect(format('C2')).toContain('"令和元年"')
    expect(format('C3')).toBe('"平成元年"m"月"d"日"')
    expect(sheet?.['!autofilter']).toEqual({ ref: 'A1:F4' })
  })

  it.skipIf(validator === undefined)('is a valid workbook by Microsoft’s own schema', async () => {
    const bytes = await writeListWorkbook(listTable('委員一覧', fields, rows))
    expect(validationErrors(validator ?? '', bytes)).toEqual([])
  })

  it('stands with nobody on it', async () => {
    const sheet = (await book([])).Sheets['委員一覧']
    expect(sheet?.['A1']).toMatchObject({ v: '氏名' })
    expect(sheet?.['A2']).toBeUndefined()
  })
})
