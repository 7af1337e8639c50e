import { Refusal } from '#shared/contract/errors.ts'
import { formatWareki, isCalendarDate, toExcelSerial } from '#shared/domain/calendar-date.ts'
import { isClockTime, minutesOf } from '#shared/domain/clock-time.ts'
import { formatAddress, parseAddress, type CellAddress } from './cell-address.ts'
import { editCells, type CellContent } from './edit-cells.ts'
import { formulaElement, isInFormulaBlock, promoteSharedFormulas } from './form-formulas.ts'
import { openFormPackage, type FormSheet, type FormWorkbook } from './form-workbook.ts'
import { drawOnSheets, linkedCellsOf } from './drawings/draw-on-sheets.ts'
import { fillDrawnTexts } from './drawings/drawn-placeholders.ts'
import type {
  CellPlace,
  CellWrite,
  DrawnWrite,
  FilledForm,
  FormOrder,
  InsertedRows,
  WriteValue,
} from './form-writes.ts'
import { continuePages } from './copy-sheet/continue-pages.ts'
import { insertRows } from './insert-rows/insert-rows.ts'
import { insertedRows, moveOrder, originalCell, planInsertions } from './insert-rows/plan-insertions.ts'
import { openWorkbookPackage } from './open-package.ts'
import { recalculate, type SheetCell } from './recalculate.ts'
import { expandRowBlock, roomOf } from './row-blocks.ts'
import { editForBox, editsForBlanks } from './sentence-tools.ts'
import { joinSheet } from './sheet-xml.ts'
import { editItem, itemText, type TextEdit } from './string-item.ts'
import { askForCalculation, dropCalculationChain } from './workbook-edits.ts'
import { readAttribute } from './xml-text.ts'

/** What a cell can hold (Excel's specifications and limits). */
const MAX_TEXT_LENGTH = 32_767

const MINUTES_OF_DAY = 1440

function refuseCell(sheet: FormSheet, address: CellAddress, why: string): Refusal {
  return new Refusal('form-cell-invalid', {
    sheet: sheet.name,
    cell: formatAddress(address),
    why,
  })
}

/** The number that `text` is the plain way to write, if it is one: not 0012, not 1.50, not 1e5, not more digits than Excel keeps. */
export function canonicalNumber(text: string): number | undefined {
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) || text.replace(/\D/g, '').length > 15) return undefined
  const value = Number(text)
  return String(value) === text ? value : undefined
}

function textContent(
  workbook: FormWorkbook,
  sheet: FormSheet,
  address: CellAddress,
  text: string,
): CellContent {
  if (text === '') return { kind: 'empty' }
  if (text.length > MAX_TEXT_LENGTH) throw refuseCell(sheet, address, 'length')
  return workbook.contentOfText(sheet, text)
}

function dateContent(
  workbook: FormWorkbook,
  sheet: FormSheet,
  address: CellAddress,
  date: string,
): CellContent {
  if (!isCalendarDate(date)) throw refuseCell(sheet, address, 'date')
  const serial = toExcelSerial(date, workbook.package.date1904)
  if (serial !== null && sheet.styleOf(address).numberKind === 'date')
    return { kind: 'number', value: serial }
  return textContent(workbook, sheet, address, formatWareki(date, 'long'))
}

function timeContent(
  workbook: FormWorkbook,
  sheet: FormSheet,
  address: CellAddress,
  time: string,
): CellContent {
  if (!isClockTime(time)) throw refuseCell(sheet, address, 'time')
  const { numberKind } = sheet.styleOf(address)
  if (numberKind === 'time' || numberKind === 'date') {
    return { kind: 'number', value: minutesOf(time) / MINUTES_OF_DAY }
  }
  return textContent(workbook, sheet, address, time)
}

/** Changes the text that a cell has already, its fonts and runs kept. */
function editedContent(
  workbook: FormWorkbook,
  sheet: FormSheet,
  address: CellAddress,
  findEdits: (text: string) => readonly TextEdit[] | undefined,
): CellContent {
  const item = workbook.itemOf(sheet, address)
  const edits = item === undefined ? undefined : findEdits(itemText(item.inner))
  if (item === undefined || edits === undefined) throw refuseCell(sheet, address, 'sentence')
  return workbook.contentOfItem({
    ...item,
    inner: editItem(item.inner, edits),
  })
}

function contentOf(
  workbook: FormWorkbook,
  sheet: FormSheet,
  address: CellAddress,
  value: WriteValue,
): CellContent {
  switch (value.kind) {
    case 'clear':
      return { kind: 'empty' }
    case 'boolean':
      return { kind: 'boolean', value: value.value }
    case 'text':
      return textContent(workbook, sheet, address, value.text)
    case 'number':
      if (!Number.isFinite(value.value)) throw refuseCell(sheet, address, 'number')
      return { kind: 'number', value: value.value }
    case 'typed': {
      const number = canonicalNumber(value.text)
      if (number !== undefined && sheet.styleOf(address).numberKind !== 'text')
        return { kind: 'number', value: number }
      return textContent(workbook, sheet, address, value.text)
    }
    case 'date':
      return dateContent(workbook, sheet, address, value.date)
    case 'time':
      return timeContent(workbook, sheet, address, value.time)
    case 'mark-box':
      return editedContent(workbook, sheet, address, (text) => {
        const edit = editForBox(text, value.label, value.mark)
        return edit === undefined ? undefined : [edit]
      })
    case 'fill-blanks':
      return editedContent(workbook, sheet, address, (text) => editsForBlanks(text, value.parts))
  }
}

function hasFormula(sheet: FormSheet, address: CellAddress): boolean {
  const cell = sheet.cellAt(address)
  return cell !== undefined && formulaElement(cell, sheet.xml.prefix) !== undefined
}

/** Writes one cell. @returns where it went */
function writeCell(workbook: FormWorkbook, write: CellWrite, overwritten: SheetCell[]): SheetCell {
  const sheet = workbook.sheet(write.sheet)
  const named = parseAddress(write.cell)
  if (named === undefined)
    throw new Refusal('form-cell-invalid', {
      sheet: write.sheet,
      cell: write.cell,
    })
  const address = sheet.anchorOf(named)
  const details = { sheet: write.sheet, cell: formatAddress(address) }
  if (isInFormulaBlock(sheet, address)) throw new Refusal('form-cell-formula', details)
  if (hasFormula(sheet, address)) {
    if (write.overwriteFormula !== true) throw new Refusal('form-cell-formula', details)
    overwritten.push({ sheet: sheet.name, address })
  }
  sheet.edit(address, {
    kind: 'content',
    content: contentOf(workbook, sheet, address, write.value),
  })
  return { sheet: sheet.name, address }
}

/** How many more cells refer to shared strings than before; the list of strings keeps count. */
function referencesChange(sheets: readonly FormSheet[]): number {
  let change = 0
  for (const sheet of sheets) {
    for (const [row, cells] of sheet.edits) {
      for (const [column, edit] of cells) {
        if (edit.kind !== 'content') continue
        const before = sheet.cellAt({ row, column })
        if (before !== undefined && readAttribute(before.tag, 't') === 's') change -= 1
        if (edit.content.kind === 'shared') change += 1
      }
    }
  }
  return change
}

function collectChanges(
  workbook: FormWorkbook,
  overwroteFormula: boolean,
  needsCalculation: boolean,
): ReadonlyMap<string, string | Uint8Array | null> {
  const changes = new Map<string, string | Uint8Array | null>()
  const sheets = workbook.sheetsInUse().filter((sheet) => sheet.edits.size > 0)
  for (const sheet of sheets) {
    const edited = editCells(sheet.xml, sheet.edits)
    const isSame = edited.head === sheet.xml.head && edited.data === sheet.xml.data
    if (!isSame) changes.set(sheet.part, joinSheet(edited))
  }
  const strings = workbook.strings?.toXml(referencesChange(sheets))
  if (strings !== undefined && workbook.stringsPart !== undefined) changes.set(workbook.stringsPart, strings)
  if (overwroteFormula) dropCalculationChain(workbook.package, changes)
  if (overwroteFormula || needsCalculation) askForCalculation(workbook.package, changes)
  return changes
}

function toPlaces(cells: readonly SheetCell[]): readonly CellPlace[] {
  const places = new Map<string, CellPlace>()
  for (const { sheet, address } of cells) {
    const cell = formatAddress(address)
    places.set(`${sheet}!${cell}`, { sheet, cell })
  }
  return [...places.values()]
}

function linkedWrites(workbook: FormWorkbook, drawn: readonly DrawnWrite[]): readonly CellWrite[] {
  return linkedCellsOf(workbook.package, drawn).map(({ sheet, address, checked }) => ({
    sheet,
    cell: formatAddress(address),
    value: { kind: 'boolean', value: checked },
  }))
}

/** Whether a cell of the filled workbook stands in a row that was put in: its formula has never been calculated. */
function rowsPutIn(inserted: readonly InsertedRows[]): (cell: SheetCell) => boolean {
  return ({ sheet, address }) => originalCell(inserted, sheet, formatAddress(address)) === undefined
}

/**
 * Fills a city's workbook: only the cells named change, and what hangs on them (the shown values of
 * formulas that look at them, new strings at the end of the list of strings, and where a formula was
 * involved the wish to calculate on opening). All other parts are copied byte for byte, drawings,
 * pictures, form controls, validations, protection and print setup among them. Protected sheets are filled
 * without asking: the protection is against slips in Excel, and stays.
 *
 * Where a block asks for it and has more records than rows, rows are put in first, or the sheet is copied; the order names all its
 * cells as they stand in the form as it is, and the report as they stand in the filled workbook.
 * The order is carried out one after the other, single cells first; two boxes of one sentence are two writes.
 * The input is not changed. The same input gives the same bytes.
 *
 * @throws Refusal as openWorkbookPackage; `sheet-missing`; `form-cell-invalid` for a cell, column, date or
 * number that cannot be, or a sentence without the box or blanks asked for (details: sheet, cell);
 * `form-cell-formula`; `form-rows-overflow` (details: given, room); `form-rows-uneven`, also as insertRows
 */
export function fillForm(bytes: Uint8Array, given: FormOrder): FilledForm {
  const opened = openWorkbookPackage(bytes)
  const insertions = planInsertions(given)
  const inserted = insertedRows(insertions)
  const moved = moveOrder(given, inserted)
  const { workbook: pages, order, continued } = continuePages(insertions.reduce(insertRows, opened), moved)
  const workbook = openFormPackage(pages)
  const overwritten: SheetCell[] = []
  const drawn = order.drawn ?? []
  const writes = [
    ...linkedWrites(workbook, drawn),
    ...order.cells,
    ...order.rows.flatMap((block) => expandRowBlock(workbook.sheet(block.sheet), block)),
  ]
  const written = writes.map((write) => writeCell(workbook, write, overwritten))
  for (const name of new Set(overwritten.map((cell) => cell.sheet))) {
    const gone = overwritten.filter((cell) => cell.sheet === name).map((cell) => cell.address)
    promoteSharedFormulas(workbook.sheet(name), gone)
  }
  const { calculated, dropped } = recalculate(workbook, written, rowsPutIn(inserted))
  const changes = collectChanges(workbook, overwritten.length > 0, calculated.length + dropped.length > 0)
  const drawnOn = drawOnSheets(workbook.package.withParts(changes), drawn)
  const filled = given.textOf === undefined ? drawnOn : fillDrawnTexts(drawnOn, given.textOf)
  return {
    bytes: filled.writePackage(new Map()),
    report: {
      written: toPlaces(written),
      formulasOverwritten: toPlaces(overwritten),
      recalculated: toPlaces(calculated),
      leftToExcel: toPlaces(dropped),
      overflow: order.rows.flatMap((block) => {
        const room = roomOf(block)
        const records = block.rows.length
        return records > room
          ? [
              {
                sheet: block.sheet,
                firstRow: block.firstRow,
                given: records,
                room,
              },
            ]
          : []
      }),
      inserted,
      continued,
    },
  }
}
