import type { MappingLook } from '#shared/contract/form-mapping.ts'
import { parseAddress } from '../cell-address.ts'
import { openFormPackage, type FormSheet } from '../form-workbook.ts'
import type { CellPlace } from '../form-writes.ts'
import { openWorkbookPackage } from '../open-package.ts'
import { joinSheet, type SheetXml } from '../sheet-xml.ts'
import { readAttribute, withAttribute } from '../xml-text.ts'

/** How a cell is to look; what is not said stays. */
export interface CellWish extends MappingLook {
  /** Letters in the usual colour. */
  readonly plainInk?: boolean
  /** Numbers shown as they are. */
  readonly plainFormat?: boolean
}

export interface RestyledCell extends CellPlace {
  readonly look: CellWish
}

interface StyleList {
  readonly start: number
  readonly end: number
  readonly tag: string
  readonly items: readonly string[]
}

/** The items of a list of the styles part, each as it stands there. */
function listOf(xml: string, name: string, item: string): StyleList {
  const open = new RegExp(`<((?:[\\w.-]+:)?)${name}(?:\\s[^>]*)?>`).exec(xml)
  if (open === null) return { start: 0, end: 0, tag: '', items: [] }
  const prefix = open[1] ?? ''
  const start = open.index + open[0].length
  const end = xml.indexOf(`</${prefix}${name}>`, start)
  const items = xml
    .slice(start, end)
    .match(
      new RegExp(
        `<${prefix}${item}(?:\\s[^>]*)?/>|<${prefix}${item}(?:\\s[^>]*)?>[^]*?</${prefix}${item}>`,
        'g',
      ),
    )
  return { start, end, tag: open[0], items: items ?? [] }
}

/** Adds items at the end of a list; those before keep their numbers, by which all cells name them. */
function withItems(xml: string, name: string, item: string, added: readonly string[]): string {
  if (added.length === 0) return xml
  const list = listOf(xml, name, item)
  const tag = withAttribute(list.tag, 'count', String(list.items.length + added.length))
  const before = xml.slice(0, list.start - list.tag.length)
  return before + tag + xml.slice(list.start, list.end) + added.join('') + xml.slice(list.end)
}

const prefixOf = (element: string): string => /^<((?:[\w.-]+:)?)/.exec(element)?.[1] ?? ''

function fontOfSize(font: string, size: number): string {
  const prefix = prefixOf(font)
  const sized = `<${prefix}sz val="${String(size)}"/>`
  if (new RegExp(`<${prefix}sz\\s`).test(font)) {
    return font.replace(new RegExp(`<${prefix}sz\\s[^>]*/>`), sized)
  }
  const open = /^<[^>]*?\/?>/.exec(font)?.[0] ?? `<${prefix}font>`
  return open.endsWith('/>')
    ? `${open.slice(0, -2)}>${sized}</${prefix}font>`
    : open + sized + font.slice(open.length)
}

/** A font without a colour of its own, which is then that of all letters. */
const withoutInk = (font: string): string => font.replace(/<(?:[\w.-]+:)?color(?:\s[^>]*)?\/>/, '')

/** The style with its lines broken; shrinking would be in the way of it. */
function wrapped(style: string): string {
  const prefix = prefixOf(style)
  const found = new RegExp(`<${prefix}alignment(?:\\s[^>]*)?/>`).exec(style)?.[0]
  const broken = withAttribute(
    withAttribute(found ?? `<${prefix}alignment/>`, 'wrapText', '1'),
    'shrinkToFit',
    undefined,
  )
  if (found !== undefined) return style.replace(found, () => broken)
  const open = /^<[^>]*?\/?>/.exec(style)?.[0] ?? ''
  return open.endsWith('/>')
    ? `${open.slice(0, -2).trimEnd()}>${broken}</${prefix}xf>`
    : open + broken + style.slice(open.length)
}

const inTag = (element: string, change: (tag: string) => string): string => {
  const tag = /^<[^>]*>/.exec(element)?.[0] ?? element
  return change(tag) + element.slice(tag.length)
}

interface NewStyles {
  readonly xml: string
  /** Number of the style that looks as wished, beginning with that of the cell. */
  readonly styleFor: (style: number, look: CellWish) => number
  readonly finish: () => string
}

function growStyles(xml: string): NewStyles {
  const fonts = listOf(xml, 'fonts', 'font')
  const styles = listOf(xml, 'cellXfs', 'xf')
  const newFonts: string[] = []
  const newStyles: string[] = []
  const known = new Map<string, number>()
  const fontFor = (number: number, { fontSize, plainInk = false }: CellWish): number => {
    const key = `font ${String(number)} ${String(fontSize)} ${String(plainInk)}`
    const found = known.get(key)
    if (found !== undefined) return found
    const font = fonts.items[number] ?? '<font/>'
    const inked = plainInk ? withoutInk(font) : font
    newFonts.push(fontSize === undefined ? inked : fontOfSize(inked, fontSize))
    const added = fonts.items.length + newFonts.length - 1
    known.set(key, added)
    return added
  }
  return {
    xml,
    styleFor: (number, look) => {
      const key = `style ${String(number)} ${JSON.stringify(look)}`
      const found = known.get(key)
      if (found !== undefined) return found
      let style = styles.items[number] ?? '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
      if (look.fontSize !== undefined || look.plainInk === true) {
        style = inTag(style, (tag) => {
          const font = fontFor(Number(readAttribute(tag, 'fontId') ?? 0), look)
          return withAttribute(withAttribute(tag, 'fontId', String(font)), 'applyFont', '1')
        })
      }
      if (look.plainFormat === true) style = inTag(style, (tag) => withAttribute(tag, 'numFmtId', '0'))
      if (look.wraps === true)
        style = wrapped(inTag(style, (tag) => withAttribute(tag, 'applyAlignment', '1')))
      newStyles.push(style)
      const added = styles.items.length + newStyles.length - 1
      known.set(key, added)
      return added
    },
    finish: () => withItems(withItems(xml, 'fonts', 'font', newFonts), 'cellXfs', 'xf', newStyles),
  }
}

function restyleSheet(
  sheet: FormSheet,
  styleOf: (column: number, row: number) => CellWish | undefined,
  styles: NewStyles,
): SheetXml {
  let data = ''
  let copied = 0
  for (const row of sheet.rows) {
    let searched = row.start
    for (const cell of sheet.cellsOfRow(row)) {
      const start = sheet.xml.data.indexOf(cell.raw, searched)
      searched = start + cell.raw.length
      const look = styleOf(cell.column, row.number)
      if (look === undefined) continue
      const style = styles.styleFor(Number(readAttribute(cell.tag, 's') ?? 0), look)
      data += sheet.xml.data.slice(copied, start) + withAttribute(cell.tag, 's', String(style))
      copied = start + cell.tag.length
    }
  }
  return { ...sheet.xml, data: data + sheet.xml.data.slice(copied) }
}

/**
 * Gives single cells a smaller font, broken lines, or letters that can be seen. The styles that are there keep their numbers, so no other
 * cell looks any different; cells that are not in the file are passed over.
 *
 * @throws Refusal as openWorkbookPackage; `sheet-missing`
 */
export function restyleCells(bytes: Uint8Array, cells: readonly RestyledCell[]): Uint8Array {
  if (cells.length === 0) return bytes
  const workbook = openFormPackage(openWorkbookPackage(bytes))
  const part = workbook.package
    .relationshipsOf(workbook.package.workbookPart)
    .find(({ type }) => type === 'styles')?.target
  if (part === undefined || !workbook.package.has(part)) return bytes
  const styles = growStyles(workbook.package.partText(part))
  const changes = new Map<string, string>()
  for (const [name, ofSheet] of Map.groupBy(cells, ({ sheet }) => sheet)) {
    const sheet = workbook.sheet(name)
    const looks = new Map(
      ofSheet.flatMap(({ cell, look }) => {
        const address = parseAddress(cell)
        if (address === undefined) return []
        const { row, column } = sheet.anchorOf(address)
        return [[`${String(row)} ${String(column)}`, look] as const]
      }),
    )
    const after = restyleSheet(sheet, (column, row) => looks.get(`${String(row)} ${String(column)}`), styles)
    changes.set(sheet.part, joinSheet(after))
  }
  changes.set(part, styles.finish())
  return workbook.package.writePackage(changes)
}
