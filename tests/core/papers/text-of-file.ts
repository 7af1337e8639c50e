import { SaxesParser } from 'saxes'
import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { read as readWithSheetJs, utils } from 'xlsx'

/** Text without blanks and widths, since a PDF knows only where glyphs stand. */
export const dense = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b\u2060]/g, '')

/** What a person sees of a page: its elements' texts, without what is only heard. */
export function textsOfHtml(html: string): readonly string[] {
  const body = html
    .replace(/<caption>.*?<\/caption>/gs, '')
    .replace(/<title>.*?<\/title>/s, '')
    .replace(/<div class="footer-fonts".*?<\/div>/s, '')
    .replaceAll('<br>', '\n')
    // Holds two signs together, and is not seen.
    .replaceAll('&#8288;', '')
  return [...body.matchAll(/>([^<]+)</g)].flatMap(([, text]) =>
    (text ?? '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
      .split('\n')
      .filter((line) => line.trim() !== ''),
  )
}

/** Every part of a package, of which each XML is well formed: throws with the part's name otherwise. */
export function wellFormedParts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    if (!/\.(xml|rels)$/.test(name)) continue
    const text = strFromU8(part)
    const parser = new SaxesParser()
    parser.on('error', (fault) => {
      throw new Error(`${name} is no XML: ${fault.message}`)
    })
    parser.write(text).close()
    parts.set(name, text)
  }
  return parts
}

/** The text of a Word document, taken from its XML. */
export function textOfWord(bytes: Uint8Array): string {
  const document = wellFormedParts(bytes).get('word/document.xml') ?? ''
  const parser = new SaxesParser()
  let text = ''
  let inText = false
  parser.on('opentag', ({ name }) => {
    inText = name === 'w:t'
    if (name === 'w:p' || name === 'w:br') text += '\n'
  })
  parser.on('closetag', () => {
    inText = false
  })
  parser.on('text', (part) => {
    if (inText) text += part
  })
  parser.write(document).close()
  return text
}

interface ReadCell {
  readonly f?: string
  readonly v?: string | number | boolean
}
const placeOf = (cell: string) => utils.decode_cell(cell)

export interface ReadSheet {
  readonly text: string
  readonly formulas: readonly { readonly cell: string; readonly formula: string; readonly value: unknown }[]
  readonly numberAt: (cell: string) => number
}

/** The first sheet, read by SheetJS: exceljs wrote it. */
export function readWorkbook(bytes: Uint8Array): ReadSheet {
  wellFormedParts(bytes)
  const book = readWithSheetJs(bytes, { type: 'array', cellFormula: true })
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  if (sheet === undefined) throw new Error('the workbook has no sheet')
  const cells = Object.entries(sheet).flatMap(([name, cell]) =>
    name.startsWith('!') ? [] : [[name, cell] as const],
  )
  // Down each column: a text too long for one row goes on in the row below.
  cells.sort(
    ([first], [second]) => placeOf(first).c - placeOf(second).c || placeOf(first).r - placeOf(second).r,
  )
  return {
    text: cells.map(([, cell]) => String((cell as ReadCell).v ?? '')).join('\n'),
    formulas: cells.flatMap(([cell, found]) => {
      const { f, v } = found as ReadCell
      return f === undefined ? [] : [{ cell, formula: f, value: v }]
    }),
    numberAt: (cell) => {
      const found = sheet[cell] as ReadCell | undefined
      return typeof found?.v === 'number' ? found.v : 0
    },
  }
}

/** What SUM(A1:A3), A1+A2 and A1-A2 come to in a sheet that was read back; other formulas are not ours. */
export function computed(formula: string, { numberAt }: Pick<ReadSheet, 'numberAt'>): number {
  const range = /^SUM\(([A-Z]+\d+):([A-Z]+\d+)\)$/.exec(formula)
  if (range !== null) {
    const { s, e } = utils.decode_range(`${range[1] ?? ''}:${range[2] ?? ''}`)
    let sum = 0
    for (let row = s.r; row <= e.r; row += 1)
      for (let column = s.c; column <= e.c; column += 1)
        sum += numberAt(utils.encode_cell({ r: row, c: column }))
    return sum
  }
  if (!/^[A-Z]+\d+([+-][A-Z]+\d+)*$/.test(formula)) throw new Error(`${formula} is no formula of ours`)
  return [...formula.matchAll(/([+-]?)([A-Z]+\d+)/g)].reduce(
    (sum, [, sign, cell]) => sum + (sign === '-' ? -1 : 1) * numberAt(cell ?? ''),
    0,
  )
}

export interface PrintedPages {
  readonly pages: readonly string[]
  readonly sizes: readonly (readonly number[])[]
}

/** The pages of a PDF as dense texts, with their sizes in points. */
export async function readPdf(bytes: Uint8Array): Promise<PrintedPages> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: string[] = []
  const sizes: (readonly number[])[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(dense(items.map((item) => ('str' in item ? item.str : '')).join('')))
    sizes.push(page.view.slice(2).map(Math.round))
  }
  return { pages, sizes }
}

/** Texts that a PDF lacks. One that goes on overleaf is found in pieces. */
export function missingIn(pages: readonly string[], texts: readonly string[]): readonly string[] {
  const all = pages.join('\n')
  return texts.filter((text) => {
    const wanted = dense(text)
    if (all.includes(wanted)) return false
    const piece = 8
    const pieces = Array.from({ length: Math.floor(wanted.length / piece) }, (_, at) =>
      wanted.slice(at * piece, (at + 1) * piece),
    )
    const lost = pieces.filter((each) => !all.includes(each)).length
    return pieces.length < 2 || lost > pages.length
  })
}
