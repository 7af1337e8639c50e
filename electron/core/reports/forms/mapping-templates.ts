import {
  isEmptyValue,
  type FieldRecord,
  type FieldValue,
  type FormValues,
  valueFormats,
  type ValueFormat,
  valueText,
} from './form-values.ts'
import type { MappingCondition } from './mapping.ts'
import { foldLabel } from './sentence-tools.ts'

const formatsByName = new Map<string, ValueFormat>(valueFormats.map((format) => [format, format]))
const PLACEHOLDER = /\{([^{}|]+)(?:\|([^{}]+))?\}/g

const LIST_PATH = /^(.+?)\[([^\]]*)\](?:\.(.+))?$/

/** The record of that number (from 1), or those whose first field has that value: `活動件数[訪問]`, `決定事項[1]`. */
function chosenRecords(records: readonly FieldRecord[], key: string): readonly FieldRecord[] {
  if (key === '') return records
  const wanted = foldLabel(key)
  const named = records.filter((record) => {
    const first = Object.values(record)[0]
    return !isEmptyValue(first) && foldLabel(valueText(first)) === wanted
  })
  if (named.length > 0) return named
  const numbered = /^[1-9]\d{0,4}$/.test(wanted) ? records[Number(wanted) - 1] : undefined
  return numbered === undefined ? [] : [numbered]
}

/** The path as the catalogue has it: `活動件数[訪問].4月` is one of `活動件数[].4月`. */
export const catalogued = (path: string): string => path.replace(/^(.+?)\[[^\]]*\]/, '$1[]')

/**
 * The values that a path stands for: one; for `出席者[].氏名` those of all records; for `活動件数[訪問].4月` that of the
 * record whose first field is 訪問, for `決定事項[1].内容` of the first record.
 */
export function valuesAt(path: string, values: FormValues): readonly FieldValue[] {
  const list = LIST_PATH.exec(path)
  if (list === null) {
    const value = values.fields[path]
    return isEmptyValue(value) ? [] : [value]
  }
  return chosenRecords(values.lists[list[1] ?? ''] ?? [], list[2] ?? '').flatMap((record) => {
    const value = record[list[3] ?? '']
    return isEmptyValue(value) ? [] : [value]
  })
}

/** The numbers of all records together; undefined when there is none. */
export function sumAt(path: string, values: FormValues): number | undefined {
  const numbers = valuesAt(path, values).flatMap((value) => (value.kind === 'number' ? [value.value] : []))
  return numbers.length === 0 ? undefined : numbers.reduce((sum, value) => sum + value, 0)
}

/** How many records a list has. */
export function countAt(path: string, values: FormValues): number {
  return values.lists[path.replace(/\[\].*$/, '')]?.length ?? 0
}

/** Whether a condition of a mapping holds; width of letters and spaces make no difference. */
export function holds(condition: MappingCondition, values: FormValues): boolean {
  const found = valuesAt(condition.field, values)
  const { equals } = condition
  return found.some((value) => {
    if (typeof equals === 'boolean') return value.kind === 'yes-no' && value.value === equals
    if (equals === undefined) return value.kind !== 'yes-no' || value.value
    return foldLabel(valueText(value)) === foldLabel(equals)
  })
}

/** Text of a path within a sentence; '' when there is nothing. */
export function pathText(path: string, format: ValueFormat | undefined, values: FormValues): string {
  if (format === '件数') return String(countAt(path, values))
  if (format === '合計') return String(sumAt(path, values) ?? '')
  const separator = format === '読点' ? '、' : '\n'
  return valuesAt(path, values)
    .map((value) => valueText(value, format))
    .join(separator)
}

export interface FilledTemplate {
  readonly text: string
  /** False when it has fields and none of them has a value. */
  readonly hasValue: boolean
}

/** Replaces `{会議.開催日|和暦}`; each path is asked of `textOf`. */
export function fillTemplate(
  template: string,
  textOf: (path: string, format: ValueFormat | undefined) => string,
): FilledTemplate {
  let fields = 0
  let found = 0
  const text = template.replace(PLACEHOLDER, (_whole, path: string, format?: string) => {
    const value = textOf(path.trim(), formatsByName.get(format?.trim() ?? ''))
    fields += 1
    if (value !== '') found += 1
    return value
  })
  return { text, hasValue: fields === 0 || found > 0 }
}

/** A field within a template: where its braces stand, and what they name. */
export interface TemplateField {
  readonly from: number
  readonly to: number
  readonly path: string
  readonly format: ValueFormat | undefined
}

/** The fields of a template in order. */
export const fieldsIn = (template: string): readonly TemplateField[] =>
  [...template.matchAll(PLACEHOLDER)].map((found) => ({
    from: found.index,
    to: found.index + found[0].length,
    path: (found[1] ?? '').trim(),
    format: formatsByName.get(found[2]?.trim() ?? ''),
  }))

/** The paths that a template asks for. */
export const pathsIn = (template: string): readonly string[] =>
  [...template.matchAll(PLACEHOLDER)].map((match) => (match[1] ?? '').trim())

/** As fillTemplate, with the fields of one record of a list. */
export function fillRecordTemplate(template: string, record: FieldRecord): FilledTemplate {
  return fillTemplate(template, (path, format) => {
    const value = record[path]
    return isEmptyValue(value) ? '' : valueText(value, format)
  })
}
