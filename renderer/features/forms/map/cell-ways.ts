import type { MappingEntry } from '#shared/contract/form-mapping.ts'
import type { OfferedField } from '#shared/contract/mapping-operations.ts'
import { formatAddress } from '#shared/domain/cell-address.ts'
import { findBlanks } from '#shared/domain/sentence-blanks.ts'
import type { DrawnThing, PictureCell, SheetPicture } from '#shared/domain/sheet-picture.ts'
import type { ValueFormat } from '#shared/domain/value-formats.ts'
import { boxOf, type CellPosition, rangeAt, type SheetLayout } from '../sheet/sheet-layout.ts'

/** A sheet on the screen, by which cells of a mapping are found. */
export interface SheetPlace {
  readonly sheet: string
  readonly layout: SheetLayout
}

export interface LinkTarget extends SheetPlace {
  readonly at: CellPosition
  /** The sheet as it is without values. */
  readonly picture: SheetPicture
}

export type SentenceEntry = Extract<MappingEntry, { blanks: unknown }>

/** A way in which a field may go into a cell. */
export interface CellWay {
  readonly key: 'picture' | 'boxes' | 'ticks' | 'sentence' | 'rings' | 'plain'
  readonly entries: readonly MappingEntry[]
}

export const wayNames: Readonly<Record<CellWay['key'], string>> = {
  picture: '写真を入れる',
  boxes: '□を■にする',
  ticks: 'チェックを付ける',
  sentence: '文の空白をうめる',
  rings: 'ことばを丸でかこむ',
  plain: 'そのまま書く',
}

/** The words behind the boxes of `□対面　□ｵﾝﾗｲﾝ　□併用`. */
export const boxWords = (text: string): readonly string[] =>
  [...text.matchAll(/[□☐]([^□☐■☑]*)/gu)].map((found) => (found[1] ?? '').trim())

/** Words beside a box as a condition takes them: without brackets behind. */
const bare = (words: string): string => words.replace(/[（(].*$/u, '').trim()

/** Words one of which is to be ringed: `有・無`, `対面 ／ オンライン ／ 併用`. Empty where the text is no such choice. */
export function ringWords(text: string): readonly string[] {
  if (!/[・／/]/u.test(text) || /[□☐■☑。]/u.test(text)) return []
  const words = text
    .replace(/[（(][^）)]*[）)]/gu, '')
    .split(/[・／/\s\u3000]+/u)
    .filter((word) => word !== '')
  const areShort = words.every((word) => [...word].length <= 8 && /\p{L}/u.test(word))
  return words.length >= 2 && words.length <= 8 && areShort ? words : []
}

const NO = /(?:無|なし|無し|いいえ|否|しない|ていない|不成立|×)$/u

/** When a word is meant: of a yes or no, `true` for 有 and `false` for 無; else when the field says that word. */
const meaning = (field: OfferedField, word: string): { readonly equals?: string | boolean } => {
  if (field.type === 'yes-no') return { equals: !NO.test(bare(word)) }
  return bare(word) === '' ? {} : { equals: bare(word) }
}

/** What a clerk would say of a cell: the nearest words to its left, else above it. */
export function labelOf(picture: SheetPicture, { row, column }: CellPosition): string {
  const words = picture.cells.filter((cell) => cell.kind === 'text' && /\p{L}/u.test(cell.text))
  const left = words
    .filter((cell) => cell.row <= row && cell.row + cell.rowSpan > row && cell.column < column)
    .toSorted((a, b) => b.column - a.column)[0]
  const above = words
    .filter((cell) => cell.column <= column && cell.column + cell.columnSpan > column && cell.row < row)
    .toSorted((a, b) => b.row - a.row)[0]
  return (left ?? above)?.text.replace(/\s/g, '').slice(0, 40) ?? ''
}

/** Form-control check boxes that lie over a cell or its merge, the leftmost first. */
export function checkBoxesOver({ layout, at, picture }: LinkTarget): readonly DrawnThing[] {
  const room = boxOf(layout, rangeAt(layout, at))
  return picture.drawn
    .filter(
      ({ kind, left, top, width, height }) =>
        kind === 'check-box' &&
        left < room.left + room.width &&
        left + width > room.left &&
        top < room.top + room.height &&
        top + height > room.top,
    )
    .toSorted((first, second) => first.top - second.top || first.left - second.left)
}

/** What stands behind a blank says what belongs into it. */
const PARTS: Readonly<Partial<Record<OfferedField['type'], Readonly<Record<string, ValueFormat>>>>> = {
  date: { 年: '和暦.年', 月: '和暦.月', 日: '和暦.日', '）': '曜日', ')': '曜日' },
  time: { 時: '時', 分: '分' },
}

/** A heading spaced out, 氏　　名, is no sentence with a blank. */
const isSpacedHeading = (text: string): boolean =>
  /^\S(?:[ \u3000]+\S){1,3}$/u.test(text.trim()) && !/[年月日時分回人円件]$/u.test(text.trim())

/**
 * The blanks of a sentence with one more field in them: a date and a time go into those before 年, 月, 日, 時, 分, as far
 * as these are free; everything else into the first free one. undefined where none is free.
 */
export function fillNextBlank(
  sentence: string,
  before: readonly (string | null)[],
  field: OfferedField,
): readonly (string | null)[] | undefined {
  if (isSpacedHeading(sentence)) return undefined
  const blanks = findBlanks(sentence)
  const now = blanks.map((_blank, at) => before[at] ?? null)
  // One space between two words may be no more than that: a wider one is taken before it.
  const free = blanks.flatMap((blank, at) => (now[at] === null ? [{ at, width: blank.to - blank.from }] : []))
  const first = (free.find(({ width }) => width > 1) ?? free[0])?.at ?? -1
  if (first === -1 || !/\p{L}/u.test(sentence)) return undefined
  const parts = PARTS[field.type]
  const used = new Set<ValueFormat>()
  const next = now.map((old, at) => {
    const format = parts?.[sentence[blanks[at]?.to ?? 0] ?? '']
    if (old !== null || at < first || format === undefined || used.has(format)) return old
    used.add(format)
    return `{${field.path}|${format}}`
  })
  if (used.size > 0) return next
  return now.map((old, at) => (at === first ? `{${field.path}}` : old))
}

/** The rightmost □ without words of its own takes those of the cell beside it. */
function boxEntries(target: Place, words: readonly string[], field: OfferedField): readonly MappingEntry[] {
  const { place, label, row, column, picture } = target
  const [only = ''] = words
  if (words.length > 1) {
    return words.map((word) => ({
      ...place,
      label: `${label}　${word}`,
      markBox: { field: field.path, ...meaning(field, word), ...(word === '' ? {} : { label: word }) },
    }))
  }
  if (field.type === 'yes-no') return [{ ...place, markBox: { field: field.path } }]
  const beside = picture.cells.find((each) => each.row === row && each.column > column && each.text !== '')
  return [
    {
      ...place,
      markBox: { field: field.path, ...meaning(field, only === '' ? (beside?.text ?? '') : only) },
    },
  ]
}

function tickEntries({ place, label }: Place, boxes: readonly DrawnThing[], field: OfferedField) {
  return boxes.map(({ text }): MappingEntry => ({
    ...place,
    ...(boxes.length === 1 ? {} : { label: `${label}　${text}` }),
    tick: {
      field: field.path,
      ...(boxes.length === 1 && field.type === 'yes-no' ? {} : meaning(field, text)),
      ...(boxes.length === 1 || text === '' ? {} : { label: text }),
    },
  }))
}

interface Place {
  readonly place: { readonly sheet: string; readonly cell: string; readonly label?: string }
  readonly label: string
  readonly row: number
  readonly column: number
  readonly picture: SheetPicture
}

function placeOf({
  sheet,
  layout,
  at,
  picture,
}: LinkTarget): Place & { readonly base: PictureCell | undefined } {
  const { top: row, left: column } = rangeAt(layout, at)
  const label = labelOf(picture, { row, column })
  const cell = formatAddress({ row, column })
  const base = picture.cells.find((each) => each.row === row && each.column === column)
  return {
    place: { sheet, cell, ...(label === '' ? {} : { label }) },
    label,
    row,
    column,
    picture,
    base,
  }
}

/**
 * The ways in which a field can go into a cell, the likeliest first. What the cell has decides: boxes to be marked, check
 * boxes over it, blanks in its sentence, words to be ringed; a picture can only be put in.
 *
 * @param sentence what fills the cell's blanks by now
 */
export function waysAt(
  target: LinkTarget,
  field: OfferedField,
  sentence?: SentenceEntry,
): readonly CellWay[] {
  const place = placeOf(target)
  const { base } = place
  if (field.type === 'picture') {
    return [{ key: 'picture', entries: [{ ...place.place, optional: true, picture: { field: field.path } }] }]
  }
  const text = base?.text ?? ''
  const ways: CellWay[] = []
  const words = boxWords(text)
  if (words.length > 0) ways.push({ key: 'boxes', entries: boxEntries(place, words, field) })
  const boxes = checkBoxesOver(target)
  if (boxes.length > 0) ways.push({ key: 'ticks', entries: tickEntries(place, boxes, field) })
  // A sentence that is full is begun anew.
  const blanks = fillNextBlank(text, sentence?.blanks ?? [], field) ?? fillNextBlank(text, [], field)
  if (blanks !== undefined && words.length === 0) {
    ways.push({ key: 'sentence', entries: [{ ...(sentence ?? place.place), blanks: [...blanks] }] })
  }
  const rings = ringWords(text)
  if (rings.length > 0 && field.type !== 'date' && field.type !== 'number') {
    ways.push({
      key: 'rings',
      entries: rings.map((word) => ({
        ...place.place,
        label: `${place.label}　${word}`,
        circle: { field: field.path, word, ...meaning(field, word) },
      })),
    })
  }
  const format: { readonly format?: ValueFormat } = field.of === null ? {} : { format: '改行' }
  const over = base?.hasFormula === true ? { overwriteFormula: true } : {}
  ways.push({ key: 'plain', entries: [{ ...place.place, field: field.path, ...format, ...over }] })
  return ways
}

/** The way that an entry goes; undefined for what the screen cannot make anew (lines, choices, pages). */
export function wayOf(entry: MappingEntry): CellWay['key'] | undefined {
  if ('picture' in entry) return 'picture'
  if ('markBox' in entry) return 'boxes'
  if ('tick' in entry) return 'ticks'
  if ('blanks' in entry) return 'sentence'
  if ('circle' in entry) return 'rings'
  return 'field' in entry ? 'plain' : undefined
}
