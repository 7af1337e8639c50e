import { addRelationship } from '../drawings/package-additions.ts'
import type { WorkbookPackage } from '../open-package.ts'
import { escapeXml, readAttribute, unescapeXml, withAttribute } from '../xml-text.ts'
import { quotedSheet, renameInFormula, type Renaming } from './rename-sheet.ts'

type Changes = Map<string, string | Uint8Array | null>

const SHEET = /<(?:[\w.-]+:)?sheet\s[^>]*>/g
const NAME = /<((?:[\w.-]+:)?)definedName(\s[^>]*)>([^<]*)<\/\1definedName>/g

/** The sheet's own entry in the list of sheets, for its copy right behind it. */
function withSheetEntry(xml: string, relationshipId: string, { from, to }: Renaming): string {
  const tags = xml.match(SHEET) ?? []
  const next = Math.max(0, ...tags.map((tag) => Number(readAttribute(tag, 'sheetId')))) + 1
  return xml.replace(SHEET, (tag) => {
    if (readAttribute(tag, 'name') !== from) return tag
    const named = withAttribute(withAttribute(tag, 'name', to), 'sheetId', String(next))
    const copy = named.replace(
      /(\s[\w.-]+:id\s*=\s*)["'][^"']*["']/,
      (_whole, start: string) => `${start}"${relationshipId}"`,
    )
    return tag + copy
  })
}

/** Sheets are counted in names and views; those behind the copy count one more. */
function shiftPositions(xml: string, position: number): string {
  const shifted = (tag: string, attribute: string): string => {
    const value = readAttribute(tag, attribute)
    return value !== undefined && Number(value) > position
      ? withAttribute(tag, attribute, String(Number(value) + 1))
      : tag
  }
  return xml
    .replace(/<(?:[\w.-]+:)?definedName\s[^>]*>/g, (tag) => shifted(tag, 'localSheetId'))
    .replace(/<(?:[\w.-]+:)?workbookView\s[^>]*>/g, (tag) => shifted(shifted(tag, 'activeTab'), 'firstSheet'))
}

/**
 * Names of the sheet (print area, titles, filter) for its copy; names of the workbook that mean cells of the
 * sheet, and are used on it, become names of the copy, as Excel makes them.
 */
function copyNames(xml: string, position: number, renaming: Renaming, sheetXml: string): string {
  const seen = new Set<string>()
  for (const [, , attributes = ''] of xml.matchAll(NAME)) {
    if (readAttribute(attributes, 'localSheetId') === String(position)) {
      seen.add((readAttribute(attributes, 'name') ?? '').toLowerCase())
    }
  }
  return xml.replace(NAME, (whole, prefix: string, attributes: string, text: string) => {
    const name = readAttribute(attributes, 'name') ?? ''
    const local = readAttribute(attributes, 'localSheetId')
    const formula = unescapeXml(text)
    const renamed = renameInFormula(formula, renaming)
    const isOwn = local === String(position)
    const isUsed =
      local === undefined && renamed !== formula && !seen.has(name.toLowerCase()) && sheetXml.includes(name)
    if (!isOwn && !isUsed) return whole
    const tag = withAttribute(`<${prefix}definedName${attributes}>`, 'localSheetId', String(position + 1))
    return `${whole}${tag}${escapeXml(renamed)}</${prefix}definedName>`
  })
}

/** Tells the workbook of a copied sheet. @returns nothing; notes the changed parts in `changes` */
export function addSheetEntry(
  workbook: WorkbookPackage,
  part: string,
  renaming: Renaming,
  sheetXml: string,
  changes: Changes,
): void {
  const { workbookPart } = workbook
  const id = addRelationship(workbook, changes, workbookPart, 'worksheet', part)
  const position = workbook.sheets.findIndex(({ name }) => name === renaming.from)
  const xml = workbook.partText(workbookPart)
  const named = copyNames(shiftPositions(xml, position), position, renaming, sheetXml)
  changes.set(workbookPart, withSheetEntry(named, id, renaming))
}

const TITLES = /(<(?:[\w.-]+:)?TitlesOfParts>\s*<(?:vt:)vector\s[^>]*>)([^]*?)(<\/(?:vt:)vector>)/
const PAIRS = /<(?:[\w.-]+:)?HeadingPairs>[^]*?<\/(?:[\w.-]+:)?HeadingPairs>/

/**
 * The list of sheets and names in the properties of the file, which Excel shows in its file dialogue. A list
 * that does not agree with itself is left alone.
 */
export function withTitle(xml: string, sheetCount: number, position: number, { from, to }: Renaming): string {
  const titles = TITLES.exec(xml)
  const pairs = PAIRS.exec(xml)?.[0]
  const items = titles?.[2]?.match(/<vt:lpstr>[^<]*<\/vt:lpstr>/g) ?? []
  const counts = [...(pairs ?? '').matchAll(/<vt:i4>(\d+)<\/vt:i4>/g)].map((found) => Number(found[1]))
  const [sheets = 0, names = 0] = counts
  if (
    pairs === undefined ||
    sheets !== sheetCount ||
    counts.reduce((sum, n) => sum + n, 0) !== items.length
  ) {
    return xml
  }
  const own = `${quotedSheet(from)}!`
  const textOf = (item: string): string => unescapeXml(item.replace(/<[^>]*>/g, ''))
  const title = (text: string): string => `<vt:lpstr>${escapeXml(text)}</vt:lpstr>`
  const listed = items.flatMap((item, index) => {
    if (index === position) return [item, title(to)]
    const text = textOf(item)
    const isOwn = index >= sheets && index < sheets + names && text.startsWith(own)
    return isOwn ? [item, title(`${quotedSheet(to)}!${text.slice(own.length)}`)] : [item]
  })
  const added = listed.length - items.length - 1
  let seen = 0
  const counted = pairs.replace(/<vt:i4>(\d+)<\/vt:i4>/g, (_whole, number: string) => {
    seen += 1
    const more = seen === 1 ? 1 : seen === 2 ? added : 0
    return `<vt:i4>${String(Number(number) + more)}</vt:i4>`
  })
  return xml
    .replace(pairs, () => counted)
    .replace(TITLES, (_whole, open: string, _list: string, close: string) => {
      const sized = withAttribute(open.slice(open.lastIndexOf('<')), 'size', String(listed.length))
      return open.slice(0, open.lastIndexOf('<')) + sized + listed.join('') + close
    })
}
