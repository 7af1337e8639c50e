import { Refusal } from '#shared/contract/errors.ts'
import { parseAddress, parseRange, type CellAddress, type CellRange } from '../cell-address.ts'
import { openFormPackage, type FormSheet } from '../form-workbook.ts'
import type { DrawnWrite } from '../form-writes.ts'
import type { WorkbookPackage } from '../open-package.ts'
import { escapeXml } from '../xml-text.ts'
import { findCheckBox, listCheckBoxes, setCheckBox, type CheckBox } from './check-boxes.ts'
import { areaOfWord, ellipseXml, findWord, rangeOf, ringAround } from './circle-word.ts'
import { areaOf, boxOf, geometryOf } from './drawn-box.ts'
import { addDefaultType, addRelationship, freePartName } from './package-additions.ts'
import { fitPicture, pictureXml, readPictureFile } from './picture-file.ts'
import { appendAnchor, drawingPartOf } from './sheet-drawing.ts'

type Changes = Map<string, string | Uint8Array | null>

const refuse = (sheet: string, cell: string, why: string): Refusal =>
  new Refusal('form-cell-invalid', { sheet, cell, why })

/** A cell that shows TRUE or FALSE with a check box. */
export interface LinkedCell {
  readonly sheet: string
  readonly address: CellAddress
  readonly checked: boolean
}

type Tick = Extract<DrawnWrite, { kind: 'check-box' }>

function boxFor(workbook: WorkbookPackage, sheet: FormSheet, tick: Tick): CheckBox {
  return findCheckBox(listCheckBoxes(workbook, sheet), sheet, tick.cell, tick.label)
}

/**
 * The cells that must change with the check boxes of an order.
 *
 * @throws Refusal `form-cell-invalid`, `sheet-missing`
 */
export function linkedCellsOf(
  workbook: WorkbookPackage,
  drawn: readonly DrawnWrite[],
): readonly LinkedCell[] {
  const ticks = drawn.filter((write) => write.kind === 'check-box')
  if (ticks.length === 0) return []
  const form = openFormPackage(workbook)
  return ticks.flatMap((tick) => {
    const box = boxFor(workbook, form.sheet(tick.sheet), tick)
    if (box.linked === undefined) return []
    return [{ sheet: box.linked.sheet, address: box.linked.address, checked: tick.checked }]
  })
}

function rangeOfWrite(sheet: FormSheet, cell: string): CellRange {
  const range = parseRange(cell)
  if (range === undefined) throw refuse(sheet.name, cell, 'address')
  const address = parseAddress(cell)
  return address === undefined ? range : rangeOf(address, sheet.mergeAt(address))
}

/**
 * Draws on sheets that are filled already: ticks check boxes, circles words, puts pictures into boxes.
 * Sheets without a drawing get one; everything drawn before stays as it is, below.
 *
 * @throws Refusal `form-cell-invalid` (why: word, picture, check-box, address), `sheet-missing`
 */
export function drawOnSheets(workbook: WorkbookPackage, drawn: readonly DrawnWrite[]): WorkbookPackage {
  if (drawn.length === 0) return workbook
  const form = openFormPackage(workbook)
  const changes: Changes = new Map()
  for (const write of drawn) {
    const sheet = form.sheet(write.sheet)
    if (write.kind === 'check-box') {
      setCheckBox(workbook, sheet, boxFor(workbook, sheet, write), write.checked, changes)
      continue
    }
    const geometry = geometryOf(form, sheet)
    const range = rangeOfWrite(sheet, write.cell)
    const room = areaOf(geometry, range)
    if (write.kind === 'picture') {
      const picture = readPictureFile(write.bytes)
      if (picture === undefined) throw refuse(write.sheet, write.cell, 'picture')
      const part = freePartName(
        workbook,
        changes,
        (number) => `xl/media/image${String(number)}.${picture.extension}`,
      )
      changes.set(part, write.bytes)
      addDefaultType(workbook, changes, picture.extension, picture.contentType)
      const drawing = drawingPartOf(workbook, sheet, changes)
      const id = addRelationship(workbook, changes, drawing, 'image', part)
      const area = fitPicture(picture, room)
      const shape = pictureXml(area, id, escapeXml(write.description))
      appendAnchor(workbook, drawing, boxOf(geometry, area), shape, changes)
      continue
    }
    const anchor = { row: range.top, column: range.left }
    const { value } = form.valueOf(sheet, anchor)
    const text = value === undefined ? '' : String(value)
    const word =
      write.word === undefined ? { from: 0, to: text.length } : findWord(text, write.word, write.occurrence)
    if (word === undefined || text === '') throw refuse(write.sheet, write.cell, 'word')
    const area = ringAround(areaOfWord(text, word, sheet.styleOf(anchor), room))
    const drawing = drawingPartOf(workbook, sheet, changes)
    appendAnchor(workbook, drawing, boxOf(geometry, area), ellipseXml(area), changes)
  }
  return workbook.withParts(changes)
}
