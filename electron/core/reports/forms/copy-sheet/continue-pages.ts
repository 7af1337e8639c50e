import { Refusal } from '#shared/contract/errors.ts'
import type { ContinuedSheet, FormOrder, RowBlockWrite } from '../form-writes.ts'
import type { WorkbookPackage } from '../open-package.ts'
import { roomOf } from '../row-blocks.ts'
import { askForCalculation } from '../workbook-edits.ts'
import { copySheet, nameOfCopy } from './copy-sheet.ts'
import { countPages } from './count-pages.ts'
import { uncopyableOn } from './uncopyable.ts'

/** More pages than this are no form any more. */
const MAX_PAGES = 60

const pagesOf = (block: RowBlockWrite): number =>
  block.whenTooMany === 'continue' && roomOf(block) > 0 ? Math.ceil(block.rows.length / roomOf(block)) : 1

export interface ContinuedForm {
  readonly workbook: WorkbookPackage
  /** What is to be written, page by page. */
  readonly order: FormOrder
  readonly continued: readonly ContinuedSheet[]
}

function sheetsToContinue(order: FormOrder): ReadonlyMap<string, number> {
  const pages = new Map<string, number>()
  for (const block of order.rows) {
    const count = Math.max(pages.get(block.sheet) ?? 1, pagesOf(block))
    if (count > MAX_PAGES) {
      const given = block.rows.length
      throw new Refusal('form-rows-overflow', { sheet: block.sheet, given, room: roomOf(block) * MAX_PAGES })
    }
    if (count > 1) pages.set(block.sheet, count)
  }
  return pages
}

/** Told with the row of the block that asks for the copy, before anything is written. */
function refuseUncopyable(opened: WorkbookPackage, order: FormOrder, names: readonly string[]): void {
  for (const sheet of names) {
    const part = opened.sheets.find(({ name }) => name === sheet)?.part
    const what = part === undefined ? undefined : uncopyableOn(opened, part)
    const block = order.rows.find((each) => each.sheet === sheet && pagesOf(each) > 1)
    if (what !== undefined) {
      throw new Refusal('form-sheet-uncopyable', { sheet, what, row: block?.firstRow ?? 0 })
    }
  }
}

/** What stands on one page: all single cells and drawn things, and of the rows those that are its turn. */
function pageOf(block: RowBlockWrite, sheet: string, page: number): RowBlockWrite {
  const room = roomOf(block)
  const isContinued = block.whenTooMany === 'continue'
  const rows = isContinued ? block.rows.slice(page * room, (page + 1) * room) : page === 0 ? block.rows : []
  // On a copy nothing has been written that would have to be cleared, unless the form itself holds samples.
  return { ...block, sheet, rows, whenTooMany: isContinued ? 'stop' : block.whenTooMany }
}

/**
 * Copies the sheets of blocks that have more records than rows and are to be continued, as often as needed, and
 * shares the records out. Headings, dates and what else the order writes into such a sheet stand on each page,
 * 「資料 1/2」 with its own number. Blocks beside it that are not continued stand on the first page only.
 *
 * @throws Refusal `form-rows-overflow` for more than 60 pages; as copySheet
 */
export function continuePages(opened: WorkbookPackage, order: FormOrder): ContinuedForm {
  const pages = sheetsToContinue(order)
  if (pages.size === 0) return { workbook: opened, order: withoutContinuing(order), continued: [] }
  let workbook = opened
  const continued: ContinuedSheet[] = []
  refuseUncopyable(opened, order, [...pages.keys()])
  for (const [sheet, count] of pages) {
    const copies: string[] = []
    // Each copy goes right behind the sheet, so the last page is made first.
    const names = Array.from({ length: count - 1 }, () => {
      const name = nameOfCopy(sheet, [...workbook.sheets.map((each) => each.name), ...copies])
      copies.push(name)
      return name
    })
    for (const name of [...names].reverse()) workbook = copySheet(workbook, sheet, name)
    const rows = order.rows
      .filter((block) => block.sheet === sheet && pagesOf(block) > 1)
      .map(({ firstRow, lastRow }) => ({ top: firstRow, bottom: lastRow }))
    const counted = countPages(workbook, { sheet, copies, rows })
    workbook = counted.workbook
    continued.push({ sheet, copies, notCounted: counted.notCounted })
  }
  const changes = new Map<string, string | Uint8Array | null>()
  askForCalculation(workbook, changes)
  const namesOf = (sheet: string): readonly string[] => [
    sheet,
    ...(continued.find((each) => each.sheet === sheet)?.copies ?? []),
  ]
  const labels = (order.pageLabels ?? []).flatMap(({ sheet, cell, template }) =>
    namesOf(sheet).map((name, page, all) => ({
      sheet: name,
      cell,
      value: { kind: 'text', text: pageText(template, page + 1, all.length) } as const,
    })),
  )
  return {
    workbook: workbook.withParts(changes),
    order: {
      cells: [
        ...order.cells.flatMap((write) => namesOf(write.sheet).map((sheet) => ({ ...write, sheet }))),
        ...labels,
      ],
      drawn: (order.drawn ?? []).flatMap((write) =>
        namesOf(write.sheet).map((sheet) => ({ ...write, sheet })),
      ),
      rows: order.rows.flatMap((block) =>
        namesOf(block.sheet).map((sheet, page) => pageOf(block, sheet, page)),
      ),
    },
    continued,
  }
}

/** 資料 {頁}/{総頁} → 資料 1/2. */
export const pageText = (template: string, page: number, pages: number): string =>
  template.replaceAll('{頁}', String(page)).replaceAll('{総頁}', String(pages))

const withoutContinuing = (order: FormOrder): FormOrder => ({
  ...order,
  cells: [
    ...order.cells,
    ...(order.pageLabels ?? []).map(({ sheet, cell, template }) => ({
      sheet,
      cell,
      value: { kind: 'text', text: pageText(template, 1, 1) } as const,
    })),
  ],
  rows: order.rows.map((block) =>
    block.whenTooMany === 'continue' ? { ...block, whenTooMany: 'stop' as const } : block,
  ),
})
