import { Refusal } from '#shared/contract/errors.ts'
import type { ImportSheet } from '#shared/domain/import-plan.ts'
import { openWorkbookPackage, type WorkbookPackage } from '../reports/forms/open-package.ts'
import type { SheetVisibility } from '../reports/forms/package-parts.ts'
import { readComments } from './comment-reader.ts'
import type { ReadSheet, ReadWorkbook } from './read-table.ts'
import { readSheetXml, type SheetSurroundings } from './sheet-reader.ts'
import { readStringList } from './string-reader.ts'
import { readStyles } from './style-reader.ts'

const visibilities: Readonly<Record<SheetVisibility, ImportSheet['visibility']>> = {
  visible: 'visible',
  hidden: 'hidden',
  veryHidden: 'very-hidden',
}

/** A part that the workbook names by a relationship of this kind, or undefined when it has none. */
function relatedPart(opened: WorkbookPackage, from: string, type: string): string | undefined {
  const target = opened.relationshipsOf(from).find((each) => each.type === type && !each.external)?.target
  return target !== undefined && opened.has(target) ? target : undefined
}

function readSurroundings(opened: WorkbookPackage): SheetSurroundings {
  const strings = relatedPart(opened, opened.workbookPart, 'sharedStrings')
  const styles = relatedPart(opened, opened.workbookPart, 'styles')
  return {
    strings: strings === undefined ? [] : readStringList(opened.partText(strings), strings),
    styles: styles === undefined ? [] : readStyles(opened.partText(styles), styles),
    date1904: opened.date1904,
  }
}

/**
 * Reads all sheets of an .xlsx or .xlsm: texts with their furigana, dates as calendar dates, merges, comments,
 * what is hidden, crossed out or red.
 *
 * @throws Refusal of `openWorkbookPackage`, and `workbook-too-large` beyond the caps of read-table.ts
 */
export function readWorkbook(bytes: Uint8Array): ReadWorkbook {
  const opened = openWorkbookPackage(bytes)
  const around = readSurroundings(opened)
  const sheets = opened.sheets
    .filter((sheet) => sheet.kind === 'worksheet')
    .map((sheet): ReadSheet => {
      if (!opened.has(sheet.part)) throw new Refusal('workbook-truncated', { part: sheet.part })
      const contents = readSheetXml(opened.partText(sheet.part), sheet.part, around)
      const comments = relatedPart(opened, sheet.part, 'comments')
      return {
        name: sheet.name,
        visibility: visibilities[sheet.hidden],
        ...contents,
        comments: comments === undefined ? [] : readComments(opened.partText(comments), comments),
      }
    })
  return { sheets }
}
