import { Refusal } from '#shared/contract/errors.ts'
import type { ImportSheet } from '#shared/domain/import-plan.ts'
import type { FoundTable, TableWish } from './find-table.ts'
import { fiscalYearIn } from './fiscal-year-of-sheet.ts'
import { type LaidOut, layOutSheet } from './lay-out-sheet.ts'
import type { ReadSheet, ReadWorkbook } from './read-table.ts'

export interface ChosenSheet extends LaidOut {
  /** 年度 that title or name speak of. */
  readonly fiscalYear: number | undefined
  readonly sheets: readonly ImportSheet[]
}

interface Candidate extends LaidOut {
  readonly year: number | undefined
  readonly old: boolean
}

const oldWords = /旧|前年度|過去|控え|コピー|copy|old|backup/i

/** First text above the heading that is large enough to be a title. */
export function titleOf(sheet: ReadSheet, table: FoundTable): string | null {
  const above = sheet.rows.find((row) => row.row < (table.headerRows[0] ?? 1))
  return above?.cells[0]?.text.replace(/\s*\n\s*/g, ' ').trim() ?? null
}

function describe(given: ReadSheet, wish: TableWish): Candidate | null {
  const laidOut = layOutSheet(given, wish)
  if (laidOut === null) return null
  const { sheet, table } = laidOut
  const above = sheet.rows.filter((row) => row.row < (table.headerRows[0] ?? 1)).flatMap((row) => row.cells)
  const year = above.map((cell) => fiscalYearIn(cell.text)).find((each) => each !== undefined)
  return { ...laidOut, year: year ?? fiscalYearIn(sheet.name), old: oldWords.test(sheet.name) }
}

/** This year's list first: not an old copy, then the asked-for or else the latest 年度, then the longest. */
function likelier(first: Candidate, second: Candidate, fiscalYear: number | undefined): number {
  if (first.old !== second.old) return first.old ? 1 : -1
  const asked = (candidate: Candidate): number => (candidate.year === fiscalYear ? 1 : 0)
  if (fiscalYear !== undefined && asked(first) !== asked(second)) return asked(second) - asked(first)
  const years = (second.year ?? 0) - (first.year ?? 0)
  return years !== 0 ? years : second.sheet.rows.length - first.sheet.rows.length
}

/**
 * Finds the sheet to read: the one asked for, else among those that can be seen the one that looks like this
 * year's list.
 *
 * @throws Refusal `sheet-missing`, or `no-table-found` when no heading of a roster is there
 */
export function chooseSheet(
  workbook: ReadWorkbook,
  asked: string | undefined,
  fiscalYear: number | undefined,
  wish: TableWish,
): ChosenSheet {
  // A row that was named holds the headings of the sheet that is looked at, not of every one.
  const free = { headerRow: null, mapping: [] }
  const candidates = workbook.sheets
    .map((each) => describe(each, asked === undefined || each.name === asked ? wish : free))
    .filter((each) => each !== null)
  const suggested = candidates
    .filter((each) => each.sheet.visibility === 'visible')
    .sort((first, second) => likelier(first, second, fiscalYear))[0]
  const wanted = asked === undefined ? suggested : candidates.find((each) => each.sheet.name === asked)
  if (wanted === undefined) {
    const missing = asked !== undefined && !workbook.sheets.some((each) => each.name === asked)
    if (missing) throw new Refusal('sheet-missing', { sheet: asked })
    throw new Refusal('no-table-found', asked === undefined ? {} : { sheet: asked })
  }
  return {
    sheet: wanted.sheet,
    table: wanted.table,
    layout: wanted.layout,
    fiscalYear: wanted.year,
    sheets: workbook.sheets.map((each) => ({
      name: each.name,
      visibility: each.visibility,
      rows: each.rows.length,
      suggested: each.name === suggested?.sheet.name,
    })),
  }
}
