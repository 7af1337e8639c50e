import { widthEm } from '#core/reports/report-text.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read, utils, type WorkBook, type WorkSheet } from 'xlsx'
import { agendaDocument } from '#core/reports/documents/agenda-document.ts'
import { attendeeListDocument } from '#core/reports/documents/attendee-list-document.ts'
import { minutesDocument } from '#core/reports/documents/minutes-document.ts'
import { seatingDocument } from '#core/reports/documents/seating-document.ts'
import { signInSheetDocument } from '#core/reports/documents/sign-in-sheet-document.ts'
import { emptyFooter, type ReportDocument } from '#core/reports/report-document.ts'
import { layOutSheet } from '#core/reports/writers/sheet-layout.ts'
import { writeWorkbook } from '#core/reports/writers/xlsx.ts'
import { findValidator, validationErrors } from '../forms/ooxml-validator.ts'
import { attendance, carriedTasks, memoRecord } from '../memo-meeting.ts'

interface ReadSheet {
  readonly book: WorkBook
  readonly sheet: WorkSheet
  readonly texts: readonly string[]
}

async function readBack(document: ReportDocument): Promise<ReadSheet> {
  const book = read(await writeWorkbook(document), { cellFormula: true, cellStyles: true })
  const sheet = book.Sheets[document.name]
  if (sheet === undefined) throw new Error(`no sheet ${document.name}`)
  const cells = utils.sheet_to_json<readonly unknown[]>(sheet, { header: 1, defval: '' }).flat()
  return { book, sheet, texts: cells.map(String).filter((text) => text !== '') }
}

function namesOf(book: WorkBook): Readonly<Record<string, string>> {
  return Object.fromEntries((book.Workbook?.Names ?? []).map((name) => [name.Name, name.Ref]))
}

function tableOf(texts: readonly string[]): ReportDocument {
  return {
    name: '一覧',
    title: '一覧',
    paper: { size: 'A4', orientation: 'portrait', margins: 'table' },
    font: 'gothic',
    textSize: 'normal',
    footer: emptyFooter,
    blocks: [
      {
        kind: 'table',
        caption: '一覧',
        columns: [{ heading: '内容', widthMm: 100, align: 'start' }],
        rows: texts.map((text) => ({ kind: 'cells', cells: [{ text }] })),
        minRowHeightMm: 8,
      },
    ],
  }
}

describe('writeWorkbook', () => {
  it('gives the sign-in sheet in seat order, its head repeated on each page, fitted to A4', async () => {
    const { book, sheet, texts } = await readBack(signInSheetDocument(memoRecord()))
    expect(texts.slice(0, 2)).toEqual(['令和８年度　第２回　青羽市第２層協議体（東部圏域）', '出　席　簿'])
    const first = texts.indexOf('1')
    expect(texts.slice(first, first + 4)).toEqual([
      '1',
      '会長',
      '東部地区自治会連絡協議会\n会長',
      '髙橋　敏夫',
    ])
    expect(texts).toContain('葛󠄀城　みどり')
    const head = utils.encode_row(layOutSheet(signInSheetDocument(memoRecord())).repeatedRow ?? -1)
    const names = namesOf(book)
    expect(names['_xlnm.Print_Titles']).toBe(`'出席簿'!$${head}:$${head}`)
    const range = utils.decode_range(sheet['!ref'] ?? '')
    expect(names['_xlnm.Print_Area']).toBe(
      `'出席簿'!$A$1:$${utils.encode_col(range.e.c)}$${utils.encode_row(range.e.r)}`,
    )
  })

  it('writes numbers as numbers and everything else as text', async () => {
    const { sheet } = await readBack(attendeeListDocument(memoRecord()))
    const cells = Object.entries(sheet).flatMap(([address, cell]: [string, { t?: string; v?: unknown }]) =>
      address.startsWith('!') ? [] : [cell],
    )
    expect(cells.filter((cell) => cell.t === 'n').map((cell) => cell.v)).toEqual(
      Array.from({ length: 13 }, (_, position) => position + 1),
    )
  })

  it('never lets a text start a formula, and keeps each character', async () => {
    const texts = [
      '=1+1',
      '+81',
      '-',
      '@SUM(A1)',
      '_x0041_',
      '葛󠄀城 𠮷田 髙﨑 👨‍👩‍👧',
      'שלום',
      '１行目\n２行目',
      '&amp;<b>',
      ' 前後の空白 ',
    ]
    const { sheet, texts: written } = await readBack(tableOf(texts))
    expect(written.slice(1)).toEqual(texts)
    expect(Object.values(sheet).some((cell: { f?: string }) => typeof cell === 'object' && 'f' in cell)).toBe(
      false,
    )
  })

  it('leaves out what XML cannot carry instead of breaking the file', async () => {
    const { texts } = await readBack(tableOf(['a\u0000b\u0008c\ud800d\uffff']))
    expect(texts.at(-1)).toBe('abcd')
  })

  it('carries any text at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), async (text) => {
        const { texts } = await readBack(tableOf([`始${text}終`]))
        expect(texts.at(-1)?.normalize()).toBe(`始${text}終`.replace(/\r\n?/g, '\n').normalize())
      }),
      { numRuns: 25 },
    )
  })

  it('says in the minutes what the record says', async () => {
    const record = memoRecord()
    const { texts } = await readBack(minutesDocument(record))
    for (const { text } of record.meeting.statements) expect(texts).toContain(text)
    for (const { text } of record.meeting.decisions)
      expect(texts.filter((each) => each === text)).toHaveLength(2)
    for (const { text } of record.meeting.tasks) expect(texts).toContain(text)
  })

  it('spreads an hour of talk over rows that Excel can show', async () => {
    const record = memoRecord()
    const [statement] = record.meeting.statements
    if (statement === undefined) throw new Error('the memo has statements')
    const text = '話がつづく。'.repeat(3000)
    const document = minutesDocument(memoRecord({ statements: [{ ...statement, text }] }))
    const { texts } = await readBack(document)
    expect(texts.filter((each) => each.includes('話がつづく')).join('')).toBe(text)
    for (const row of layOutSheet(document).rows) expect(row.heightMm * (72 / 25.4)).toBeLessThanOrEqual(409)
  })

  const validator = findValidator()
  it.skipIf(validator === undefined)('is valid to Microsoft’s own validator', async () => {
    if (validator === undefined) return
    const record = memoRecord({}, carriedTasks())
    for (const build of [agendaDocument, signInSheetDocument, minutesDocument]) {
      const errors = validationErrors(validator, await writeWorkbook(build(record)))
      // exceljs itself writes the parts of its default font in another order than the schema's; Excel reads it.
      expect(errors.filter((error) => !error.includes('/x:fonts[1]/x:font[1]'))).toEqual([])
    }
  })
})

describe('layOutSheet', () => {
  it('never lets cells of a row cover one another, nor leave the paper', () => {
    const record = memoRecord({}, carriedTasks())
    for (const build of [agendaDocument, signInSheetDocument, attendeeListDocument, minutesDocument]) {
      const { rows, edgesMm } = layOutSheet(build(record))
      expect([...edgesMm].sort((first, second) => first - second)).toEqual(edgesMm)
      for (const { cells } of rows) {
        const sorted = [...cells].sort((first, second) => first.fromMm - second.fromMm)
        sorted.forEach((cell, position) => {
          expect(edgesMm).toContain(cell.fromMm)
          expect(edgesMm).toContain(cell.toMm)
          expect(cell.toMm).toBeGreaterThan(cell.fromMm)
          expect(sorted[position + 1]?.fromMm ?? cell.toMm).toBeGreaterThanOrEqual(cell.toMm)
        })
      }
    }
  })

  it('gives each desk its own name, larger than its group', async () => {
    const seating = seatingDocument(memoRecord(), 'u-shape', new Map())
    const sheet = JSON.stringify(read(await writeWorkbook(seating)).Sheets['席次表'])
    for (const { name, presence } of memoRecord().meeting.roll)
      if (presence === 'present') expect(sheet).toContain(name)
  })

  it('makes columns as wide as the paper, by the pixels that a file counts', async () => {
    const book = read(await writeWorkbook(minutesDocument(memoRecord())), { cellStyles: true })
    const columns = book.Sheets[book.SheetNames[0] ?? '']?.['!cols'] ?? []
    const pixels = columns.reduce((sum, column) => sum + Math.floor((column.width ?? 0) * 7 + 0.5), 0)
    expect(Math.abs((pixels / 96) * 25.4 - 160)).toBeLessThan(2)
  })

  it('keeps a label on one line of its cell: Excel breaks in two what is spread over too little', () => {
    const facts = ['日時', '配布資料', 'オブザーバー', '第１層への提案・依頼'].map((label) => ({
      label,
      lines: ['あり'],
      columns: 1 as const,
    }))
    for (const ruled of [true, false]) {
      const { rows } = layOutSheet({
        ...signInSheetDocument(memoRecord()),
        blocks: [{ kind: 'facts', ruled, labelWidthMm: 24, facts }],
      })
      for (const [label] of rows.map(({ cells }) => cells)) {
        if (label === undefined) throw new Error('each row has its label')
        const emMm = (label.points * 25.4) / 72
        expect(widthEm(label.text) * emMm, label.text).toBeLessThanOrEqual(
          label.toMm - label.fromMm - label.indent * 4.8 - 3.4,
        )
      }
    }
  })

  it('makes a row to sign on at least 10 mm high', () => {
    const roll = Array.from({ length: 60 }, (_, seat) =>
      attendance({ name: `委員${String(seat)}`, seatNumber: seat + 1 }),
    )
    const { rows, repeatedRow } = layOutSheet(signInSheetDocument(memoRecord({ roll })))
    const body = rows.slice((repeatedRow ?? 0) + 1)
    expect(body).toHaveLength(63)
    expect(Math.min(...body.map((row) => row.heightMm))).toBeGreaterThanOrEqual(10)
  })
})
