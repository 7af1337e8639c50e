import { openFormWorkbook, type FormSheet, type FormWorkbook } from '../form-workbook.ts'
import type { WorkbookPackage } from '../open-package.ts'
import { readAttribute, unescapeXml } from '../xml-text.ts'
import { embeddedFiles } from './embedded-files.ts'
import type { Finding } from './findings.ts'
import { inspectPackage, relatedParts } from './inspect-package.ts'
import { personalColumns } from './personal-columns.ts'
import { hiddenColumns, hiddenRows, looksOf, unseenTexts } from './unseen-cells.ts'

/** Names of those who took part in the conversations of the workbook. */
function talkers(workbook: WorkbookPackage, sheet: FormSheet): readonly string[] {
  const ids = new Set(
    relatedParts(workbook, sheet.part, 'threadedComment').flatMap((part) =>
      [...workbook.partText(part).matchAll(/\spersonId\s*=\s*["']([^"']*)["']/g)].map((found) => found[1]),
    ),
  )
  return relatedParts(workbook, workbook.workbookPart, 'person')
    .flatMap((part) => workbook.partText(part).match(/<(?:[\w.-]+:)?person\s[^>]*>/g) ?? [])
    .filter((tag) => ids.has(readAttribute(tag, 'id')))
    .map((tag) => readAttribute(tag, 'displayName') ?? '')
}

function commentsOf(workbook: WorkbookPackage, sheet: FormSheet): readonly Finding[] {
  return relatedParts(workbook, sheet.part, 'comments').flatMap((target): readonly Finding[] => {
    const xml = workbook.partText(target)
    const count = (xml.match(/<(?:[\w.-]+:)?comment\s/g) ?? []).length
    const authors = [...xml.matchAll(/<(?:[\w.-]+:)?author>([^<]*)</g)]
      .map((found) => unescapeXml(found[1] ?? ''))
      // Threaded comments keep a number here instead of a name.
      .filter((author) => !author.startsWith('tc='))
    const names = [...new Set([...authors, ...talkers(workbook, sheet)])].filter((name) => name !== '')
    return count === 0 ? [] : [{ kind: 'comments', sheet: sheet.name, count, authors: names }]
  })
}

/** Values of the what-if manager, which no paper shows. */
function scenariosOf(sheet: FormSheet): readonly Finding[] {
  const tags = sheet.xml.tail.match(/<(?:[\w.-]+:)?scenario\s[^>]*>/g) ?? []
  const names = tags.map((tag) => readAttribute(tag, 'name') ?? '')
  return tags.length === 0 ? [] : [{ kind: 'scenarios', sheet: sheet.name, names }]
}

function inspectSheets(workbook: FormWorkbook, audience: 'office' | 'public'): readonly Finding[] {
  const looks = looksOf(workbook)
  return workbook.sheetNames.flatMap((name) => {
    const sheet = workbook.sheet(name)
    return [
      ...commentsOf(workbook.package, sheet),
      ...hiddenRows(sheet),
      ...hiddenColumns(sheet),
      ...unseenTexts(workbook, sheet, looks),
      ...embeddedFiles(workbook.package, sheet),
      ...scenariosOf(sheet),
      ...(audience === 'public' ? personalColumns(workbook, sheet) : []),
    ]
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
  return [
    ...inspectPackage(workbook.package),
    ...workbook.package.sheets.flatMap(({ name, hidden }): readonly Finding[] =>
      hidden === 'visible'
        ? []
        : [{ kind: 'hidden-sheet', sheet: name, veryHidden: hidden === 'veryHidden' }],
    ),
    ...inspectSheets(workbook, audience),
  ]
}
