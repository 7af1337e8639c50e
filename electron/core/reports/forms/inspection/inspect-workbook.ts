import { columnLetters, formatAddress } from '../cell-address.ts'
import { openFormWorkbook, type FormSheet, type FormWorkbook } from '../form-workbook.ts'
import type { WorkbookPackage } from '../open-package.ts'
import { readElements } from '../package-parts.ts'
import { bareLabel } from '../suggestions/label-words.ts'
import { anchorOf, isBlank, readSheetTexts } from '../suggestions/sheet-texts.ts'
import { readAttribute, unescapeXml } from '../xml-text.ts'
import type { Finding } from './findings.ts'

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

function externalData(workbook: WorkbookPackage): readonly Finding[] {
  return workbook
    .relationshipsOf(workbook.workbookPart)
    .filter(({ type, target, external }) => type === 'externalLink' && !external && workbook.has(target))
    .flatMap(({ target: part }): readonly Finding[] => {
      const values = workbook.partText(part).match(/<(?:[\w.-]+:)?v>/g) ?? []
      const target = workbook.relationshipsOf(part).find(({ external }) => external)?.target ?? ''
      return values.length === 0 ? [] : [{ kind: 'external-data', part, target, count: values.length }]
    })
}

function commentsOf(workbook: WorkbookPackage, sheet: FormSheet): readonly Finding[] {
  const parts = workbook
    .relationshipsOf(sheet.part)
    .filter(({ type, target }) => type === 'comments' && workbook.has(target))
  return parts.flatMap(({ target }): readonly Finding[] => {
    const xml = workbook.partText(target)
    const count = (xml.match(/<(?:[\w.-]+:)?comment\s/g) ?? []).length
    const authors = [...xml.matchAll(/<(?:[\w.-]+:)?author>([^<]*)</g)]
      .map((found) => unescapeXml(found[1] ?? ''))
      // Threaded comments keep a number here instead of a name.
      .filter((author) => author !== '' && !author.startsWith('tc='))
    return count === 0 ? [] : [{ kind: 'comments', sheet: sheet.name, count, authors }]
  })
}

function hiddenRows(sheet: FormSheet): readonly Finding[] {
  const rows = sheet.rows
    .filter((row) => isTrue(readAttribute(sheet.xml.data.slice(row.start, row.tagEnd), 'hidden')))
    .filter((row) => sheet.cellsOfRow(row).some(({ inner }) => inner !== ''))
    .map(({ number }) => number)
  return rows.length === 0 ? [] : [{ kind: 'hidden-rows', sheet: sheet.name, rows }]
}

function hiddenColumns(sheet: FormSheet): readonly Finding[] {
  const spans = [...sheet.xml.head.matchAll(new RegExp(`<${sheet.xml.prefix}col\\s[^>]*>`, 'g'))]
    .filter(([tag]) => isTrue(readAttribute(tag, 'hidden')))
    .map(([tag]) => ({ from: Number(readAttribute(tag, 'min')), to: Number(readAttribute(tag, 'max')) }))
  if (spans.length === 0) return []
  const filled = new Set(
    sheet.rows.flatMap((row) =>
      sheet
        .cellsOfRow(row)
        .filter(({ inner }) => inner !== '')
        .map(({ column }) => column),
    ),
  )
  const columns = [...filled]
    .filter((column) => spans.some(({ from, to }) => column >= from && column <= to))
    .sort((a, b) => a - b)
    .map(columnLetters)
  return columns.length === 0 ? [] : [{ kind: 'hidden-columns', sheet: sheet.name, columns }]
}

const NAME_ELEMENTS = /<((?:[\w.-]+:)?(?:creator|lastModifiedBy|Manager|Company))(?:\s[^>]*)?>([^<]+)</g

/** Parts with the properties of the file. */
export const propertyParts = (workbook: WorkbookPackage): readonly string[] =>
  workbook
    .relationshipsOf('')
    .filter(({ type, target }) => /^(?:core|extended)-properties$/.test(type) && workbook.has(target))
    .map(({ target }) => target)

function authors(workbook: WorkbookPackage): readonly Finding[] {
  const names = propertyParts(workbook).flatMap((part) =>
    [...workbook.partText(part).matchAll(NAME_ELEMENTS)].map((found) => unescapeXml(found[2] ?? '').trim()),
  )
  const kept = [...new Set(names.filter((name) => name !== ''))]
  return kept.length === 0 ? [] : [{ kind: 'author', names: kept }]
}

function filePath(workbook: WorkbookPackage): readonly Finding[] {
  let path: string | undefined
  readElements(workbook.partText(workbook.workbookPart), workbook.workbookPart, ({ name, attributes }) => {
    if (name === 'absPath') path = attributes['url']
  })
  return path === undefined || path === '' ? [] : [{ kind: 'file-path', path }]
}

const PERSONAL = new Set([
  '住所',
  '自宅住所',
  '電話',
  '電話番号',
  '自宅電話',
  '携帯',
  '携帯電話',
  '携帯番号',
  '連絡先',
  'fax',
  'メール',
  'メールアドレス',
  'e-mail',
  '生年月日',
  '年齢',
  '性別',
  '口座',
  '口座番号',
  '振込先',
  '郵便番号',
])

/** One filled box below a label is somebody's own contact box; a column begins with two. */
const LEAST_FILLED = 2

function personalColumns(workbook: FormWorkbook, sheet: FormSheet): readonly Finding[] {
  const texts = readSheetTexts(workbook, sheet)
  return texts.boxes
    .filter((box) => PERSONAL.has(bareLabel(box.text)))
    .flatMap((head): readonly Finding[] => {
      const cells: string[] = []
      let blanks = 0
      for (let box = texts.below(head); blanks < 2; box = texts.below(box)) {
        if (box.text.trim() === '') blanks += 1
        else if (!isBlank(box)) {
          blanks = 0
          cells.push(formatAddress(anchorOf(box)))
        }
      }
      if (cells.length < LEAST_FILLED) return []
      return [{ kind: 'personal-column', sheet: sheet.name, head: head.text.trim(), cells }]
    })
}

/**
 * Looks for what a workbook gives away beyond what is seen on paper, before it is handed in (提出前チェック).
 * Pure; what a form's maker has put there on purpose is told as well, and kept unless somebody decides otherwise.
 *
 * @param audience for `public` columns of personal data are told too
 * @throws Refusal as openWorkbookPackage
 */
export function inspectWorkbook(
  bytes: Uint8Array,
  audience: 'office' | 'public' = 'office',
): readonly Finding[] {
  const workbook = openFormWorkbook(bytes)
  const { sheets } = workbook.package
  return [
    ...externalData(workbook.package),
    ...filePath(workbook.package),
    ...authors(workbook.package),
    ...sheets.flatMap(({ name, hidden }): readonly Finding[] =>
      hidden === 'visible'
        ? []
        : [{ kind: 'hidden-sheet', sheet: name, veryHidden: hidden === 'veryHidden' }],
    ),
    ...workbook.sheetNames.flatMap((name) => {
      const sheet = workbook.sheet(name)
      return [
        ...commentsOf(workbook.package, sheet),
        ...hiddenRows(sheet),
        ...hiddenColumns(sheet),
        ...(audience === 'public' ? personalColumns(workbook, sheet) : []),
      ]
    }),
  ]
}
