import type { CellAddress, CellRange } from '../cell-address.ts'
import type { CellStyle } from '../cell-styles.ts'
import { foldLabel, textWidth } from '../sentence-tools.ts'
import { emu, type SheetArea } from './drawn-box.ts'
import type { ShapeXml } from './sheet-drawing.ts'

/** Between text and the edge of its cell, one side, in points. */
const PADDING = 1.9
const LINE_PITCH = 1.22
/** How far the ring stands off the word. */
const AROUND = 2

interface TextLine {
  /** Where it begins in the text. */
  readonly start: number
  readonly text: string
}

/** The lines of a text as the cell shows them. */
function layOut(text: string, unitsPerLine: number, wraps: boolean): readonly TextLine[] {
  const lines: TextLine[] = []
  let start = 0
  for (const paragraph of wraps ? text.split('\n') : [text.replaceAll('\n', '')]) {
    let line = ''
    let from = start
    for (const letter of paragraph) {
      if (wraps && line !== '' && textWidth(line + letter) > unitsPerLine) {
        lines.push({ start: from, text: line })
        from += line.length
        line = ''
      }
      line += letter
    }
    lines.push({ start: from, text: line })
    start += paragraph.length + 1
  }
  return lines
}

/** Where a word stands in a text; its width and spaces within it make no difference. undefined when it is not there. */
export function findWord(
  text: string,
  word: string,
  occurrence = 0,
): { readonly from: number; readonly to: number } | undefined {
  const wanted = foldLabel(word)
  if (wanted === '') return undefined
  let seen = 0
  for (let from = 0; from < text.length; from++) {
    if (foldLabel(text[from] ?? '') === '') continue
    for (let to = from + 1; to <= text.length; to++) {
      const folded = foldLabel(text.slice(from, to))
      if (folded.length > wanted.length) break
      if (folded !== wanted) continue
      if (seen === occurrence) return { from, to }
      seen += 1
      break
    }
  }
  return undefined
}

/**
 * Where a word within a cell is printed, as well as it can be told without the fonts: letters are taken to be
 * as wide as in the fixed-width fonts of Japanese forms.
 *
 * @param room the area of the cell or its merge
 */
export function areaOfWord(
  text: string,
  word: { readonly from: number; readonly to: number },
  style: CellStyle,
  room: SheetArea,
): SheetArea {
  const inner = Math.max(1, room.width - 2 * PADDING - style.indent * style.fontSize)
  const lines = layOut(text, Math.max(1, Math.floor(inner / (style.fontSize / 2))), style.wraps)
  const position = Math.max(
    0,
    lines.findLastIndex((line) => line.start <= word.from),
  )
  const line = lines[position] ?? { start: 0, text }
  const natural = textWidth(line.text) * (style.fontSize / 2)
  const scale = style.shrinks && natural > inner ? inner / natural : 1
  const unit = (style.fontSize / 2) * scale
  const before = line.text.slice(0, word.from - line.start)
  const inside = line.text.slice(word.from - line.start, word.to - line.start)
  const letters = [...line.text].length
  const gap =
    style.horizontal === 'distributed' && letters > 1 ? Math.max(0, inner - natural) / (letters - 1) : 0
  const width = natural * scale + gap * Math.max(0, letters - 1)
  const slack = inner - width
  const indent = style.indent * style.fontSize
  const shift =
    style.horizontal === 'center' || style.horizontal === 'centerContinuous'
      ? slack / 2
      : style.horizontal === 'right'
        ? slack - indent
        : indent
  const pitch = style.fontSize * scale * LINE_PITCH
  const total = pitch * lines.length
  const down =
    style.vertical === 'top'
      ? 1
      : style.vertical === 'center'
        ? (room.height - total) / 2
        : room.height - total - 1
  const wordWidth = textWidth(inside) * unit + gap * Math.max(0, [...inside].length - 1)
  return {
    left: room.left + PADDING + shift + textWidth(before) * unit + gap * [...before].length,
    top: room.top + down + position * pitch,
    width: wordWidth,
    height: pitch,
  }
}

/** The ring around a word: a little wider, never flatter than the word is high. */
export function ringAround(area: SheetArea): SheetArea {
  const width = Math.max(area.width + 2 * AROUND, area.height)
  return {
    left: Math.max(0, area.left - (width - area.width) / 2),
    top: Math.max(0, area.top - AROUND / 2),
    width,
    height: area.height + AROUND,
  }
}

/** A thin black ring, as drawn by hand with Excel's ellipse. */
export const ellipseXml =
  (area: SheetArea): ShapeXml =>
  (id) =>
    `<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="${String(id)}" name="楕円 ${String(id - 1)}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="${String(emu(area.left))}" y="${String(emu(area.top))}"/><a:ext cx="${String(emu(area.width))}" cy="${String(emu(area.height))}"/></a:xfrm><a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="12700"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></xdr:spPr></xdr:sp>`

/** A cell or its merge. */
export const rangeOf = (address: CellAddress, merge: CellRange | undefined): CellRange =>
  merge ?? { top: address.row, bottom: address.row, left: address.column, right: address.column }
