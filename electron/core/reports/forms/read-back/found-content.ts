import type { ValueFormat } from '#shared/domain/value-formats.ts'
import type { CellAddress } from '../cell-address.ts'
import { formulaElement } from '../form-formulas.ts'
import type { FormSheet, FormWorkbook } from '../form-workbook.ts'
import type { CellPlace } from '../form-writes.ts'
import { fieldsIn } from '../mapping-templates.ts'
import { partsByTemplate } from './read-sentence.ts'
import {
  isPart,
  readValue,
  type DatePart,
  type FieldKind,
  type FoundContent,
  type ReadValue,
} from './read-value.ts'

/** What is read from one cell: a value at once, or a part of one. */
export interface Found {
  readonly field: string
  readonly place: CellPlace
  readonly text: string
  readonly read: ReadValue | { readonly part: DatePart; readonly text: string }
}

export interface Reader {
  readonly filled: FormWorkbook
  readonly blank: FormWorkbook | undefined
  readonly kindOf: (path: string) => FieldKind
}

export const shownText = (value: number | string | boolean | undefined): string => String(value ?? '')

/** What a cell shows; undefined where the blank form shows the same words, so that nothing was entered. */
export function contentAt(
  { filled, blank }: Reader,
  sheet: FormSheet,
  address: CellAddress,
): FoundContent | 'formula' {
  const anchor = sheet.anchorOf(address)
  const stored = filled.valueOf(sheet, anchor)
  const cell = sheet.cellAt(anchor)
  const isFormula = cell !== undefined && formulaElement(cell, sheet.xml.prefix) !== undefined
  if (stored.isError || (isFormula && stored.value === undefined)) return 'formula'
  const { numberKind } = sheet.styleOf(anchor)
  const before =
    blank?.sheetNames.includes(sheet.name) === true
      ? blank.valueOf(blank.sheet(sheet.name), anchor)
      : undefined
  const isUntouched = !isFormula && typeof stored.value === 'string' && before?.value === stored.value
  return {
    value: isUntouched ? undefined : stored.value,
    showsDates: numberKind === 'date' || numberKind === 'time',
    date1904: filled.package.date1904,
  }
}

function foundText(
  reader: Reader,
  place: CellPlace,
  path: string,
  format: ValueFormat | undefined,
  text: string,
): Found {
  if (isPart(format)) return { field: path, place, text, read: { part: format, text } }
  const content = { value: text, showsDates: false, date1904: false }
  return { field: path, place, text, read: readValue(content, reader.kindOf(path), format) }
}

export function readTemplate(
  reader: Reader,
  place: CellPlace,
  template: string,
  value: FoundContent['value'],
  pathOf: (path: string) => string = (path) => path,
): readonly Found[] {
  if (value === undefined || shownText(value).trim() === '') return []
  const text = shownText(value)
  const parts = partsByTemplate(text, template)
  if (parts === undefined) {
    const field = pathOf(fieldsIn(template)[0]?.path ?? '')
    return [{ field, place, text, read: { why: 'other-words' } }]
  }
  return parts.map(({ field, text: part }) =>
    foundText(reader, place, pathOf(field.path), field.format, part),
  )
}
