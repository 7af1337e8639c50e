import { columnLetters } from './sheet-names.ts'
import { amountFormat, warekiFormat, warekiFormatOf } from './date-formats.ts'
import { xmlText } from './xml-text.ts'
import type { ListColumn } from '../list-table.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'

/** The small parts of the workbook of a long list: its looks, and what Excel wants to find around a sheet. */

/** First years before 令和 need a format each: see `warekiFormatOf`. One day of each such year. */
const firstYears = ['1868-10-23', '1912-12-01', '1926-12-26', '1989-02-01'] as const
const ownFormats = [
  amountFormat,
  warekiFormat,
  // Written by hand, days that there are.
  ...firstYears.map((day) => warekiFormatOf(day as CalendarDate)),
]
const firstOwnFormat = 164
const formatId = (format: string): number => firstOwnFormat + ownFormats.indexOf(format)
/** Excel's own numbers of @ and h:mm. */
const asText = 49
const asTime = 20

interface Look {
  readonly format: number
  readonly head?: true
  readonly alignment: string
}
const top = 'vertical="top"'
const wrapped = `${top} wrapText="1"`
const centred = `${top} horizontal="center"`
const middle = 'vertical="center" horizontal="center" wrapText="1"'

const looks = {
  head: { format: 0, head: true, alignment: middle },
  sum: { format: formatId(amountFormat), head: true, alignment: middle },
  // As text: a code keeps its zeros in front, and nobody's telephone is computed with.
  text: { format: asText, alignment: wrapped },
  code: { format: asText, alignment: top },
  number: { format: formatId(amountFormat), alignment: `${top} horizontal="right"` },
  date: { format: formatId(warekiFormat), alignment: centred },
  time: { format: asTime, alignment: centred },
  'yes-no': { format: 0, alignment: centred },
} as const satisfies Readonly<Record<ListColumn['kind'] | 'head' | 'sum', Look>>
const lookNames = Object.keys(looks)
const allLooks: readonly Look[] = [
  ...Object.values(looks),
  ...ownFormats.slice(2).map((format): Look => ({ format: formatId(format), alignment: centred })),
]

/** The number of a look in `stylesXml`; 0 is Excel's own. */
export const lookOf = (name: keyof typeof looks): number => lookNames.indexOf(name) + 1

/** The look of one day: 平成元年 needs its own. */
export function lookOfDay(date: CalendarDate): number {
  const own = ownFormats.indexOf(warekiFormatOf(date), 2)
  return own < 0 ? lookOf('date') : lookNames.length + own - 1
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export function stylesXml(): string {
  const font = (bold: string): string =>
    `<font>${bold}<sz val="10"/><name val="BIZ UDゴシック"/><family val="3"/><charset val="128"/></font>`
  const line = (side: string): string => `<${side} style="thin"><color rgb="FF999999"/></${side}>`
  const cells = allLooks.map(
    ({ format, head, alignment }) =>
      `<xf numFmtId="${String(format)}" fontId="${head === true ? '1' : '0'}" fillId="${head === true ? '2' : '0'}" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${alignment}/></xf>`,
  )
  const formats = ownFormats.map(
    (format) => `<numFmt numFmtId="${String(formatId(format))}" formatCode="${xmlText(format)}"/>`,
  )
  return `${declaration}<styleSheet xmlns="${main}"><numFmts count="${String(formats.length)}">${formats.join('')}</numFmts><fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(line).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${String(cells.length + 1)}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${cells.join('')}</cellXfs><cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}

/** The head is repeated on each page, and filtered. */
export function workbookXml(sheet: string, columns: number, lastRow: number): string {
  const quoted = xmlText(`'${sheet.replaceAll("'", "''")}'`)
  const range = `$A$1:$${columnLetters(columns)}$${String(lastRow)}`
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${xmlText(sheet)}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${quoted}!${range}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">${quoted}!$1:$1</definedName></definedNames></workbook>`
}

export function corePropertiesXml(title: string): string {
  return `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>つどい</dc:creator></cp:coreProperties>`
}

const type = (name: string): string =>
  `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`
const relation = (id: number, kind: string, target: string): string =>
  `<Relationship Id="rId${String(id)}" Type="${kind}" Target="${target}"/>`
const relationsXml = (list: string): string =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`

/** Parts that are alike in every list. */
export const standingParts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type('sheet.main')}"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type('worksheet')}"/><Override PartName="/xl/styles.xml" ContentType="${type('styles')}"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
  '_rels/.rels': relationsXml(
    relation(1, `${relations}/officeDocument`, 'xl/workbook.xml') +
      relation(
        2,
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml',
      ),
  ),
  'xl/_rels/workbook.xml.rels': relationsXml(
    relation(1, `${relations}/worksheet`, 'worksheets/sheet1.xml') +
      relation(2, `${relations}/styles`, 'styles.xml'),
  ),
}
