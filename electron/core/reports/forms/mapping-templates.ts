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

/** The values that a path stands for: one, or for `出席者[].氏名` those of all records. */
export function valuesAt(path: string, values: FormValues): readonly FieldValue[] {
  const list = /^(.+?)\[\](?:\.(.+))?$/.exec(path)
  if (list === null) {
    const value = values.fields[path]
    return isEmptyValue(value) ? [] : [value]
  }
  const records = values.lists[list[1] ?? ''] ?? []
  return records.flatMap((record) => {
    const value = record[list[2] ?? '']
    return isEmptyValue(value) ? [] : [value]
  })
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
