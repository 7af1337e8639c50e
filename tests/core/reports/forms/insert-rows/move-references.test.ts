import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnLetters } from '#core/reports/forms/cell-address.ts'
import {
  moveFormula,
  moveRanges,
  type FormulaPlace,
} from '#core/reports/forms/insert-rows/move-references.ts'
import { rowCount, type RowInsertion } from '#core/reports/forms/insert-rows/row-insertion.ts'

const insertion: RowInsertion = {
  sheet: '日報',
  firstRow: 6,
  lastRow: 30,
  rowsPerRecord: 1,
  records: 5,
  blanks: [],
}
const elsewhere: FormulaPlace = { sheet: '日報', within: 'elsewhere' }
const inBlock: FormulaPlace = { sheet: '日報', within: 'block' }
const other: FormulaPlace = { sheet: '総括表', within: 'elsewhere' }

describe('a formula after rows were put in', () => {
  it.each([
    ['SUM(F6:F30)', 'SUM(F6:F35)', 'a total of the block grows'],
    ['SUM(F6:F31)', 'SUM(F6:F36)', 'a range over the line grows'],
    ['SUM(F6:F29)', 'SUM(F6:F29)', 'what ends before stays'],
    ['F30*2', 'F30*2', 'the last row as a single cell stays'],
    ['SUM(C30:E30)', 'SUM(C30:E30)', 'the last row alone stays'],
    ['F31/$F$32', 'F36/$F$37', 'what lies below moves, fixed or not'],
    ['SUM(F30:F6)', 'SUM(F35:F6)', 'a range written from below grows as well'],
    ['SUM(F:F)+SUM($5:$30)', 'SUM(F:F)+SUM($5:$35)', 'whole columns stay, whole rows grow'],
    ['日報!A31&総括表!A31', '日報!A36&総括表!A31', 'each by its own sheet'],
    ["'日報'!A31", "'日報'!A36", 'quoted names too'],
    ['"A31"&A31', '"A31"&A36', 'texts are no addresses'],
    ['LOG10(A31)+BIN31', 'LOG10(A36)+BIN36', 'functions are no cells'],
    ['[1]日報!A31', '[1]日報!A31', 'another workbook stays'],
    ['表1[[#This Row],[A31]]', '表1[[#This Row],[A31]]', 'columns of tables stay'],
    ['SUM(一月:日報!A31)', 'SUM(一月:日報!A31)', 'cells through several sheets stay'],
    ['A1048576', '#REF!', 'what leaves the sheet is gone'],
    ['SUM(A6:A1048576)', 'SUM(A6:A1048576)', 'down to the last row stays so'],
  ])('%s → %s (%s)', (before, after) => {
    expect(moveFormula(before, insertion, elsewhere)).toBe(after)
  })

  it('does not take the running total of a row for the total of all', () => {
    expect(moveFormula('SUM(F$6:F30)', insertion, inBlock)).toBe('SUM(F$6:F30)')
    expect(moveFormula('F30/SUM(F$6:F$30)', insertion, inBlock)).toBe('F30/SUM(F$6:F$35)')
  })

  it('in another sheet speaks of its own cells', () => {
    expect(moveFormula('A31+日報!A31', insertion, other)).toBe('A31+日報!A36')
  })
})

describe('where something applies', () => {
  it('reaches over the copies', () => {
    expect(moveRanges('C6:C30 E30 A1 G31', insertion)).toBe('C6:C35 E30:E35 A1 G36')
  })

  it('is repeated where it speaks of one of the rows of a record', () => {
    const two = { ...insertion, rowsPerRecord: 2, firstRow: 7, records: 2 }
    expect(moveRanges('C29 D7:D30', two)).toBe('C29 C31 C33 D7:D34')
  })
})

/**
 * The slow model: rows have names, the sheet is a list of them, and the new ones stand in that list. A range
 * is the set of its rows.
 */
function modelRows(plan: RowInsertion, top: number, bottom: number): readonly [number, number] {
  const names: string[] = []
  for (let row = 1; row <= 80; row++) {
    names.push(`old ${String(row)}`)
    if (row !== plan.lastRow) continue
    for (let added = 1; added <= rowCount(plan); added++) names.push(`new ${String(added)}`)
  }
  const rows = new Set<string>()
  for (let row = top; row <= bottom; row++) rows.add(`old ${String(row)}`)
  const has = (row: number): boolean => rows.has(`old ${String(row)}`)
  const before = plan.lastRow - plan.rowsPerRecord
  if (has(plan.lastRow) && (has(plan.lastRow + 1) || has(before))) {
    for (let added = 1; added <= rowCount(plan); added++) rows.add(`new ${String(added)}`)
  }
  const places = names.flatMap((name, position) => (rows.has(name) ? [position + 1] : []))
  expect(places).toEqual(Array.from(places, (_place, offset) => (places[0] ?? 0) + offset))
  return [places[0] ?? 0, places.at(-1) ?? 0]
}

const plans = fc
  .record({
    firstRow: fc.integer({ min: 1, max: 10 }),
    rowsPerRecord: fc.integer({ min: 1, max: 3 }),
    room: fc.integer({ min: 1, max: 5 }),
    records: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ firstRow, rowsPerRecord, room, records }): RowInsertion => ({
    sheet: '表',
    firstRow,
    lastRow: firstRow + room * rowsPerRecord - 1,
    rowsPerRecord,
    records,
    blanks: [],
  }))

interface Item {
  readonly before: string
  readonly after: (plan: RowInsertion) => string
}

const sign = fc.constantFrom('', '$')
const row = fc.integer({ min: 1, max: 40 })
const cellItem = fc
  .record({ letters: fc.integer({ min: 1, max: 700 }).map(columnLetters), row, first: sign, second: sign })
  .map(({ letters, row: at, first, second }): Item => {
    const write = (to: number): string => `${first}${letters}${second}${String(to)}`
    return { before: write(at), after: (plan) => write(modelRows(plan, at, at)[0]) }
  })
const rangeItem = fc
  .record({
    top: row,
    height: fc.integer({ min: 1, max: 30 }),
    first: sign,
    second: sign,
    whole: fc.boolean(),
  })
  .map(({ top, height, first, second, whole }): Item => {
    const letters = whole ? '' : 'F'
    const write = (from: number, to: number): string =>
      `${letters}${first}${String(from)}:${letters}${second}${String(to)}`
    return {
      before: `SUM(${write(top, top + height)})`,
      after: (plan) => `SUM(${write(...modelRows(plan, top, top + height))})`,
    }
  })
const fixedItem = fc
  .constantFrom(
    '"F31:F40"',
    '12.5',
    '予算額',
    'その他!A31',
    "'別 紙'!A6:A30",
    '[2]表!A31',
    '表2[A31]',
    '#REF!',
  )
  .map((text): Item => ({ before: text, after: () => text }))
const ownSheet = fc.constantFrom('', '表!', "'表'!")

describe('formulas at random', () => {
  it('read as a slow model of rows says', () => {
    const items = fc.array(fc.tuple(ownSheet, fc.oneof(cellItem, rangeItem, fixedItem)), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(plans, items, (plan, parts) => {
        const join = (text: (item: Item) => string): string =>
          parts
            .map(([sheet, item]) => {
              const written = text(item)
              if (/^["\d予そ'[表#]/.test(written)) return written
              return written.startsWith('SUM(') ? `SUM(${sheet}${written.slice(4)}` : sheet + written
            })
            .join('+')
        const moved = moveFormula(
          join((item) => item.before),
          plan,
          { sheet: '表', within: 'elsewhere' },
        )
        expect(moved).toBe(join((item) => item.after(plan)))
      }),
      { numRuns: 400 },
    )
  })
})
