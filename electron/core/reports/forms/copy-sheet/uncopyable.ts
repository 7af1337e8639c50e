import type { WorkbookPackage } from '../open-package.ts'

/** What may hang on a sheet that is copied: copied along, shared, or (last line) of no use to a second sheet. */
const COPYABLE = new Set([
  'drawing',
  'vmlDrawing',
  'image',
  'hyperlink',
  'comments',
  'threadedComment',
  'ctrlProp',
  'control',
  'oleObject',
  'package',
  'table',
  'pivotTable',
  'printerSettings',
  'customProperty',
  'queryTable',
  'namedSheetViews',
  'tableSingleCells',
])

/** What has a name that may stand only once in a workbook, or that speaks of its cells by names of the workbook. */
const WORDS: Readonly<Record<string, string>> = {
  slicer: 'スライサー',
  timeline: 'タイムライン',
  chartEx: '新しい種類のグラフ（滝、じょうご、地図など）',
}

/** What on a sheet cannot be copied whole, in a clerk's words; undefined where all of it can. */
export function uncopyableOn(workbook: WorkbookPackage, sheetPart: string): string | undefined {
  const onSheet = workbook.relationshipsOf(sheetPart)
  const inDrawings = onSheet
    .filter(({ type, target }) => type === 'drawing' && workbook.has(target))
    .flatMap(({ target }) => workbook.relationshipsOf(target))
  const named = [...onSheet, ...inDrawings].find(({ type }) => type in WORDS)
  if (named !== undefined) return WORDS[named.type]
  return onSheet.some(({ type }) => !COPYABLE.has(type)) ? 'つどいの知らない部品' : undefined
}
