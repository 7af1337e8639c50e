import { columnLetters, formatAddress } from '../cell-address.ts'
import { openFormWorkbook, type FormSheet } from '../form-workbook.ts'
import type { ValueFormat } from '../form-values.ts'
import type { MappingBlock, MappingEntry } from '../mapping.ts'
import { foldLabel } from '../sentence-tools.ts'
import { columnsForLabel, fieldForLabel, type ColumnMeaning } from './label-words.ts'
import {
  anchorOf,
  countAlikeRows,
  isBlank,
  readSheetTexts,
  type FormBox,
  type SheetTexts,
} from './sheet-texts.ts'

/** A field that may be suggested; the catalogue's definitions are such. */
export interface SuggestedField {
  readonly path: string
  readonly type: 'text' | 'number' | 'date' | 'time' | 'yes-no' | 'picture'
  /** The list that it belongs to, null for a field of the whole. */
  readonly of: string | null
}

export interface MappingSuggestions {
  /** Each carries the label that it was found by. */
  readonly entries: readonly MappingEntry[]
  readonly blocks: readonly MappingBlock[]
}

interface Search {
  readonly sheet: FormSheet
  readonly texts: SheetTexts
  readonly typeOf: (path: string) => SuggestedField['type'] | undefined
  readonly hasColumn: (meaning: ColumnMeaning) => boolean
}

const cellOf = (box: FormBox): string => formatAddress(anchorOf(box))

const DATE_SENTENCE = /年[\s\u3000]+月[\s\u3000]+日/u
const PARTS: readonly (readonly [string, ValueFormat])[] = [
  ['年', '和暦.年'],
  ['月', '和暦.月'],
  ['日', '和暦.日'],
]
const TIMES: readonly (readonly [string, ValueFormat])[] = [
  ['時', '時'],
  ['分', '分'],
]

/** How far to look along a row for 年, 月, 日. */
const ROW_REACH = 24

/** Boxes of the row from one on, as far as they belong together: up to the next label. */
function boxesFrom(search: Search, start: FormBox): readonly FormBox[] {
  const boxes: FormBox[] = []
  let box = start
  while (boxes.length < ROW_REACH) {
    boxes.push(box)
    box = search.texts.rightOf(box)
    if (fieldForLabel(box.text) !== undefined) break
  }
  return boxes
}

/** Empty boxes before the words 年, 月, 日 (or 時, 分) of a row, in that order, from `from` on. */
function boxesBefore(
  row: readonly FormBox[],
  parts: readonly (readonly [string, ValueFormat])[],
  from: number,
): { readonly found: readonly (readonly [FormBox, ValueFormat])[]; readonly next: number } | undefined {
  const found: (readonly [FormBox, ValueFormat])[] = []
  let next = from
  for (const [word, format] of parts) {
    const at = row.findIndex((box, position) => position >= next && foldLabel(box.text).startsWith(word))
    const blank = row[at - 1]
    if (at < 1 || blank === undefined || !isBlank(blank)) return undefined
    found.push([blank, format])
    next = at + 1
  }
  return { found, next }
}

/** A date over several boxes (年, 月, 日 apart), and the times behind it. */
function splitDate(search: Search, label: string, path: string, start: FormBox): readonly MappingEntry[] {
  const row = boxesFrom(search, start)
  const day = boxesBefore(row, PARTS, 0)
  if (day === undefined) return []
  const place = (box: FormBox, what: string) => ({
    sheet: search.sheet.name,
    cell: cellOf(box),
    label: `${label}　${what}`,
  })
  const entries: MappingEntry[] = day.found.map(([box, format]) => ({
    ...place(box, format.replace('和暦.', '')),
    field: path,
    format,
  }))
  if (path !== '会議.開催日') return entries
  let next = day.next
  const weekday = row[next]
  const bracket = row[next - 1]?.text ?? ''
  if (weekday !== undefined && isBlank(weekday) && /[(（]$/.test(bracket.trim())) {
    entries.push({ ...place(weekday, '曜日'), field: path, format: '曜日' })
  }
  for (const time of ['会議.開始', '会議.終了']) {
    const clock = boxesBefore(row, TIMES, next)
    if (clock === undefined || search.typeOf(time) === undefined) break
    entries.push(...clock.found.map(([box, format]) => ({ ...place(box, format), field: time, format })))
    next = clock.next
  }
  return entries
}

/** Fills for the blanks of `令和　　年　　月　　日`. */
const dateBlanks = (path: string): string[] => PARTS.map(([, format]) => `{${path}|${format}}`)

/** The words behind the boxes of `□対面　□ｵﾝﾗｲﾝ　□併用`. */
function boxLabels(text: string): readonly string[] {
  return [...text.matchAll(/[□☐]([^□☐■☑]+)/gu)]
    .map((found) => (found[1] ?? '').trim())
    .filter((word) => word !== '')
}

function entriesFor(search: Search, label: string, path: string, target: FormBox): readonly MappingEntry[] {
  const type = search.typeOf(path)
  const place = { sheet: search.sheet.name, cell: cellOf(target), label }
  if (target.hasFormula) return []
  if (type === 'date' && DATE_SENTENCE.test(target.text)) return [{ ...place, blanks: dateBlanks(path) }]
  if (type === 'date') {
    const split = splitDate(search, label, path, target)
    if (split.length > 0) return split
  }
  const choices = type === 'text' ? boxLabels(target.text) : []
  if (choices.length > 1) {
    return choices.map((choice) => ({
      ...place,
      label: `${label}　${choice}`,
      markBox: { field: path, equals: choice, label: choice },
    }))
  }
  return isBlank(target) && search.sheet.cellAt(anchorOf(target)) !== undefined
    ? [{ ...place, field: path }]
    : []
}

/** Whose name it is, where the label says 氏名 only. */
function labelPath(search: Search, box: FormBox): string | undefined {
  if (foldLabel(box.text) !== '氏名') return fieldForLabel(box.text)
  if (box.range.left === 1) return undefined
  const left = search.texts.boxAt({ row: box.range.top, column: box.range.left - 1 })
  return fieldForLabel(left.text) === '事務局.担当者' ? '事務局.担当者' : undefined
}

/** A box with another like it below is part of a table, where no field of the whole belongs. */
function isColumn(search: Search, box: FormBox): boolean {
  const next = search.texts.below(box)
  const sameColumns = next.range.left === box.range.left && next.range.right === box.range.right
  const height = (of: FormBox): number => of.range.bottom - of.range.top
  return (
    sameColumns &&
    height(next) === height(box) &&
    isBlank(next) &&
    search.sheet.cellAt(anchorOf(next)) !== undefined
  )
}

function suggestEntries(search: Search, taken: ReadonlySet<string>): readonly MappingEntry[] {
  const used = new Set(taken)
  return search.texts.boxes.flatMap((box) => {
    const path = labelPath(search, box)
    if (path === undefined || search.typeOf(path) === undefined || used.has(cellOf(box))) return []
    const label = box.text.replace(/\s/g, '')
    const below = search.texts.below(box)
    const targets = isColumn(search, below) ? [] : [below]
    for (const target of [search.texts.rightOf(box), ...targets]) {
      const entries = entriesFor(search, label, path, target).filter(({ cell }) => !used.has(cell))
      if (entries.length === 0) continue
      for (const { cell } of entries) used.add(cell)
      return entries
    }
    return []
  })
}

/** Heads of columns side by side that speak of the same list, with empty rows below them. */
function suggestBlocks(search: Search): readonly MappingBlock[] {
  const heads = new Map<string, { readonly box: FormBox; readonly meaning: ColumnMeaning }[]>()
  for (const box of search.texts.boxes) {
    for (const meaning of columnsForLabel(box.text).filter(search.hasColumn)) {
      if (!isBlank(search.texts.below(box))) continue
      const key = `${String(box.range.bottom)} ${meaning.each}`
      const row = heads.get(key) ?? []
      if (row.every((head) => head.meaning.field !== meaning.field))
        heads.set(key, [...row, { box, meaning }])
    }
  }
  const best = new Map<number, MappingBlock>()
  for (const row of heads.values()) {
    const [first] = row
    if (first === undefined || row.length < 2) continue
    const firstRow = first.box.range.bottom + 1
    const columns = row.map(({ box }) => box.range.left)
    const rows = countAlikeRows(search.sheet, search.texts, firstRow, columns)
    // One empty row below two labels is a pair of boxes, not a table.
    if (rows < 2 || Object.keys(best.get(firstRow)?.columns ?? {}).length >= row.length) continue
    best.set(firstRow, {
      sheet: search.sheet.name,
      firstRow,
      lastRow: firstRow + rows - 1,
      each: first.meaning.each,
      columns: Object.fromEntries(
        row.map(({ box, meaning }) => [
          columnLetters(box.range.left),
          { field: meaning.field, optional: true },
        ]),
      ),
      whenTooMany: 'insert',
      clearUnused: false,
    })
  }
  return [...best.values()].sort((a, b) => a.firstRow - b.firstRow)
}

/**
 * Suggests what goes where from the labels that a form has printed: 開催日時 and the boxes beside it, 年 月 日
 * apart or in one sentence, □ to be marked, tables by the heads of their columns. Hidden sheets are passed
 * over. Nothing is suggested for a box that holds something already, nor twice for one box.
 *
 * @param fields the catalogue; nothing else is suggested
 * @throws Refusal as openWorkbookPackage
 */
export function suggestMapping(bytes: Uint8Array, fields: readonly SuggestedField[]): MappingSuggestions {
  const workbook = openFormWorkbook(bytes)
  const types = new Map(fields.filter(({ of }) => of === null).map(({ path, type }) => [path, type]))
  const columns = new Set(fields.flatMap(({ of, path }) => (of === null ? [] : [`${of}[].${path}`])))
  const entries: MappingEntry[] = []
  const blocks: MappingBlock[] = []
  for (const { name, hidden, kind } of workbook.package.sheets) {
    if (hidden !== 'visible' || kind !== 'worksheet') continue
    const sheet = workbook.sheet(name)
    const search: Search = {
      sheet,
      texts: readSheetTexts(workbook, sheet),
      typeOf: (path) => types.get(path),
      hasColumn: ({ each, field }) => columns.has(`${each}[].${field}`),
    }
    const found = suggestBlocks(search)
    blocks.push(...found)
    const taken = new Set(
      found.flatMap((block) =>
        Object.keys(block.columns).flatMap((letters) => [
          `${letters}${String(block.firstRow)}`,
          ...search.texts.boxes
            .filter(
              (box) => columnLetters(box.range.left) === letters && box.range.bottom === block.firstRow - 1,
            )
            .map(cellOf),
        ]),
      ),
    )
    entries.push(...suggestEntries(search, taken))
  }
  return { entries, blocks }
}
