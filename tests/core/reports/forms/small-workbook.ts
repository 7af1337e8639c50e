import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'

export const fixture = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, '../../../fixtures/inputs', name))

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export interface SmallWorkbook {
  /** Name → what stands between <worksheet> and </worksheet>; by default one sheet named 表. */
  readonly sheets?: Readonly<Record<string, string>>
  /** The items of the list of strings; without it the workbook has none. */
  readonly strings?: string
  /** What stands in <workbook> before <sheets>, and after. */
  readonly beforeSheets?: string
  readonly afterSheets?: string
  readonly styles?: string
  /** More parts, or other contents of those that are made; null leaves one out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>
}

const relationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`

const override = (part: string, type: string): string =>
  `<Override PartName="/${part}" ContentType="${TYPES}.${type}+xml"/>`

const emptyStyles =
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="20" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'

/** The parts of a workbook written by hand. Styles: 0 plain, 1 date, 2 text, 3 time. */
export function smallParts(workbook: SmallWorkbook = {}): Record<string, string | Uint8Array> {
  const sheets = Object.entries(workbook.sheets ?? { 表: '<sheetData/>' })
  const sheetPart = (position: number): string => `worksheets/sheet${String(position + 1)}.xml`
  const strings = workbook.strings
  const made: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}${override('xl/styles.xml', 'styles')}${strings === undefined ? '' : override('xl/sharedStrings.xml', 'sharedStrings')}${sheets.map((_sheet, position) => override(`xl/${sheetPart(position)}`, 'worksheet')).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${relationship('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${workbook.beforeSheets ?? ''}<sheets>${sheets.map(([name], position) => `<sheet name="${name}" sheetId="${String(position + 1)}" r:id="rId${String(position + 1)}"/>`).join('')}</sheets>${workbook.afterSheets ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${sheets.map((_sheet, position) => relationship(`rId${String(position + 1)}`, 'worksheet', sheetPart(position))).join('')}${relationship('rIdStyles', 'styles', 'styles.xml')}${strings === undefined ? '' : relationship('rIdStrings', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${workbook.styles ?? emptyStyles}</styleSheet>`,
    ...Object.fromEntries(
      sheets.map(([, content], position) => [
        `xl/${sheetPart(position)}`,
        `<worksheet xmlns="${MAIN}">${content}</worksheet>`,
      ]),
    ),
    ...(strings === undefined
      ? {}
      : { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}" count="9" uniqueCount="9">${strings}</sst>` }),
    ...workbook.parts,
  }
  return Object.fromEntries(
    Object.entries(made).flatMap(([name, content]) => (content === null ? [] : [[name, content]])),
  )
}

export function zipParts(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = new Map(
    Object.entries(parts).map(([name, content]) => [
      name,
      typeof content === 'string' ? strToU8(content) : content,
    ]),
  )
  return zipSync(Object.fromEntries(entries), { mtime: '2026-04-01' })
}

export const smallWorkbook = (workbook: SmallWorkbook = {}): Uint8Array => zipParts(smallParts(workbook))
