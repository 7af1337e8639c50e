import { parseAddress } from '../cell-address.ts'
import { areaOfWord, findWord, rangeOf } from '../drawings/circle-word.ts'
import { areaOf, EMU_PER_POINT, geometryOf } from '../drawings/drawn-box.ts'
import type { FormSheet, FormWorkbook } from '../form-workbook.ts'

interface Centre {
  readonly x: number
  readonly y: number
}

const numberIn = (xml: string, name: string): number =>
  Number(new RegExp(`<(?:[\\w.-]+:)?${name}>\\s*(-?\\d+)`).exec(xml)?.[1] ?? 0)

/** The middles of all rings drawn on a sheet, in points from its top left corner. */
function listRings(workbook: FormWorkbook, sheet: FormSheet): readonly Centre[] {
  const geometry = geometryOf(workbook, sheet)
  const corner = (anchor: string, name: string): Centre | undefined => {
    const xml = new RegExp(`<(?:[\\w.-]+:)?${name}>([^]*?)</(?:[\\w.-]+:)?${name}>`).exec(anchor)?.[1]
    if (xml === undefined) return undefined
    const cell = areaOf(geometry, {
      top: numberIn(xml, 'row') + 1,
      bottom: numberIn(xml, 'row') + 1,
      left: numberIn(xml, 'col') + 1,
      right: numberIn(xml, 'col') + 1,
    })
    return {
      x: cell.left + numberIn(xml, 'colOff') / EMU_PER_POINT,
      y: cell.top + numberIn(xml, 'rowOff') / EMU_PER_POINT,
    }
  }
  return workbook.package
    .relationshipsOf(sheet.part)
    .filter(({ type, target }) => type === 'drawing' && workbook.package.has(target))
    .flatMap(({ target }) =>
      [
        ...workbook.package
          .partText(target)
          .matchAll(/<((?:[\w.-]+:)?)twoCellAnchor[\s>][^]*?<\/\1twoCellAnchor>/g),
      ].flatMap(([anchor]): readonly Centre[] => {
        const [from, to] = [corner(anchor, 'from'), corner(anchor, 'to')]
        const isRing = /prst\s*=\s*["']ellipse["']/.test(anchor)
        if (!isRing || from === undefined || to === undefined) return []
        return [{ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }]
      }),
    )
}

/** A drawn ring is seldom put exactly; so much off, in points, still means the word. */
const SLACK = 4

/** Whether a ring lies around the word of a cell, or around all of its text. */
export function isCircled(
  workbook: FormWorkbook,
  sheet: FormSheet,
  cell: string,
  word: string | undefined,
  occurrence: number | undefined,
): boolean {
  const address = parseAddress(cell)
  if (address === undefined) return false
  const anchor = sheet.anchorOf(address)
  const text = String(workbook.valueOf(sheet, anchor).value ?? '')
  const place = word === undefined ? { from: 0, to: text.length } : findWord(text, word, occurrence)
  if (place === undefined || text === '') return false
  const room = areaOf(geometryOf(workbook, sheet), rangeOf(anchor, sheet.mergeAt(anchor)))
  const area = areaOfWord(text, place, sheet.styleOf(anchor), room)
  return listRings(workbook, sheet).some(
    ({ x, y }) =>
      x > area.left - SLACK &&
      x < area.left + area.width + SLACK &&
      y > area.top - SLACK &&
      y < area.top + area.height + SLACK,
  )
}
