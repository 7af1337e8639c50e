import type { FieldDefinition } from './field-lists.ts'
import {
  isEmptyValue,
  type FieldRecord,
  type FieldValue,
  type FormValues,
  valueText,
} from '../forms/form-values.ts'
import { foldLabel } from '../forms/sentence-tools.ts'

/** Figures of the year before as fields of this year's form: `前年度.実績.会議の回数`, `前年同月.活動件数[訪問].当月`. */
export const previousPrefixes = { year: '前年度', month: '前年同月' } as const
export type PreviousSpan = keyof typeof previousPrefixes

/** Lists whose rows are named by their first field, and are of the same name each year. */
const keyedLists: ReadonlySet<string> = new Set([
  '活動件数',
  '活動区分',
  '活動圏域',
  '活動方法',
  '活動月別',
  '月別',
  '年度の数',
  '構成団体',
  '収入',
  '支出',
])
const figureGroups = /^(?:期間\.(?!年)|年度計\.|活動\.|実績\.|支払\.|収支\.)/
/** Of the month of a form, which a whole 年度 has not. */
const ofMonth = /当月/
/** Of the whole 年度, whichever month a form is for. */
const ofWholeYear = /^(?:実績\.|収支\.)|^(?:年度の数|構成団体|収入|支出|月別|活動月別)$/

export const isKeyedList = (list: string): boolean => keyedLists.has(list)

/** Whether a field of the whole is a figure, or words beside figures, and not who writes to whom. */
export const isFigurePath = (path: string): boolean => figureGroups.test(path) && path !== '活動.担当者'

/** Counted over the whole office, whichever council the form is for. */
export const isOfOffice = (path: string): boolean =>
  /^(?:実績\.|年度の数\[|活動|構成団体\[|収入\[|支出\[|収支\.)/.test(path)

/** Counted from one coordinator's diary, where the form is for one. */
export const isOfDiary = (path: string): boolean => path.startsWith('活動')

/**
 * What there is at a time, and not what was done in it: Tsudoi counts it as it stands today, which was not last
 * year's figure. Only what was handed in tells that.
 */
export function isStanding(path: string): boolean {
  return /^(?:実績\.(?:.*協議体の数|(?:公開している)?地域資源の数|進めている資源開発)|年度計\.(?:資源数|取り組み中の件数|委員数)|構成団体\[|年度の数\[(?:協議体の数|把握している地域資源|住民に公開している地域資源|進めている資源開発|協議体に参加する団体))/.test(
    path,
  )
}

/** The figures among the fields of a form, as those of the year or the month before. */
export function previousCatalogue(
  span: PreviousSpan,
  fields: readonly FieldDefinition[],
): readonly FieldDefinition[] {
  const keys = new Map<string, string>()
  for (const { of, path } of fields) if (of !== null && !keys.has(of)) keys.set(of, path)
  const prefix = previousPrefixes[span]
  return fields.flatMap((field): readonly FieldDefinition[] => {
    const { path, of, type } = field
    if (span === 'year' ? ofMonth.test(path) : ofWholeYear.test(of ?? path)) return []
    if (of === null)
      return type === 'number' && isFigurePath(path) ? [{ ...field, path: `${prefix}.${path}` }] : []
    return isKeyedList(of) && (type === 'number' || path === keys.get(of))
      ? [{ ...field, of: `${prefix}.${of}` }]
      : []
  })
}

/** A figure that was read back, by its field: `活動件数[訪問].合計`. */
export interface KeptFigure {
  readonly field: string
  readonly value: FieldValue
}

interface KeyedField {
  readonly list: string
  readonly key: string
  readonly column: string
}

function keyedField(field: string): KeyedField | null {
  const [, list = '', key = '', column = ''] = /^(.+?)\[([^\]]*)\]\.(.+)$/.exec(field) ?? []
  return column === '' ? null : { list, key, column }
}

const isZero = (value: FieldValue | null | undefined): boolean =>
  value?.kind === 'number' && value.value === 0

/**
 * One figure of the year before: Tsudoi's own where it counted any, else what was read back; a nought of Tsudoi's own
 * only of a year of which it has records at all.
 */
export function chooseFigure(
  own: FieldValue | null | undefined,
  kept: FieldValue | null | undefined,
  field: string,
  hasRecords: boolean,
): FieldValue | null {
  if (isStanding(field)) return kept ?? null
  if (!isEmptyValue(own) && !isZero(own)) return own
  if (!isEmptyValue(kept)) return kept
  return hasRecords ? (own ?? null) : null
}

const signs = ['期間.会議の回数', '実績.会議の回数', '実績.活動件数', '活動.累計件数'] as const

/** Whether Tsudoi was used in that time at all. */
export const hasOwnRecords = ({ fields }: Pick<FormValues, 'fields'>): boolean =>
  signs.some((path) => !isEmptyValue(fields[path]) && !isZero(fields[path]))

interface Rows {
  readonly keyName: string
  readonly own: readonly FieldRecord[]
  readonly hasRecords: boolean
}

/** The rows of a list: Tsudoi's in their order, then those that only the form had. */
function joinRows(
  list: string,
  { keyName, own, hasRecords }: Rows,
  kept: readonly KeptFigure[],
): readonly FieldRecord[] {
  const known = kept.flatMap(({ field, value }) => {
    const parts = keyedField(field)
    return parts === null || parts.list !== list ? [] : [{ ...parts, field, value }]
  })
  const nameOf = (record: FieldRecord): string => {
    const name = record[keyName]
    return isEmptyValue(name) ? '' : valueText(name)
  }
  const names = new Map(own.map((record) => [foldLabel(nameOf(record)), nameOf(record)]))
  for (const { key } of known) if (!names.has(foldLabel(key))) names.set(foldLabel(key), key)
  return [...names].map(([folded, name]) => {
    const record = own.find((each) => foldLabel(nameOf(each)) === folded) ?? {}
    const figures = known.filter(({ key }) => foldLabel(key) === folded)
    const columns = new Set([...Object.keys(record), ...figures.map(({ column }) => column)])
    columns.delete(keyName)
    return {
      [keyName]: { kind: 'text' as const, text: name },
      ...Object.fromEntries(
        [...columns].map((column) => [
          column,
          chooseFigure(
            record[column],
            figures.find((each) => each.column === column)?.value,
            `${list}[${name}].${column}`,
            hasRecords,
          ),
        ]),
      ),
    }
  })
}

/** The values of the fields of `previousCatalogue`: what Tsudoi counts of that time, and what was read back. */
export function previousValues(
  span: PreviousSpan,
  catalogue: readonly FieldDefinition[],
  own: FormValues,
  kept: readonly KeptFigure[],
): FormValues {
  const before = previousPrefixes[span].length + 1
  const hasRecords = hasOwnRecords(own)
  const keptByField = new Map(kept.map(({ field, value }) => [foldLabel(field), value]))
  const fields = catalogue.flatMap(({ path, of }) => {
    if (of !== null) return []
    const field = path.slice(before)
    const value = chooseFigure(own.fields[field], keptByField.get(foldLabel(field)), field, hasRecords)
    return value === null ? [] : [[path, value] as const]
  })
  const keys = new Map<string, string>()
  for (const { of, path } of catalogue) if (of !== null && !keys.has(of)) keys.set(of, path)
  const lists = [...keys].map(([of, keyName]) => {
    const list = of.slice(before)
    return [of, joinRows(list, { keyName, own: own.lists[list] ?? [], hasRecords }, kept)] as const
  })
  return { fields: Object.fromEntries(fields), lists: Object.fromEntries(lists) }
}
