import type { ReadBackForm, ReadFigure, UnreadFigure } from '#shared/contract/read-back-operations.ts'
import type { FormCheck } from '#shared/contract/report-operations.ts'
import type { ReadContext } from '../context.ts'
import { isEmptyValue, type FieldValue, type FormValues, valueText } from '../reports/forms/form-values.ts'
import { valuesAt } from '../reports/forms/mapping-templates.ts'
import type { UnreadCell } from '../reports/forms/read-back/join-found.ts'
import type { ReadRecord } from '../reports/forms/read-back/read-block.ts'
import { readBack, type ReadForm } from '../reports/forms/read-back/read-back.ts'
import type { FieldKind, UnreadReason } from '../reports/forms/read-back/read-value.ts'
import { foldLabel } from '../reports/forms/sentence-tools.ts'
import { offeredFields } from './form-subject.ts'
import type { PreparedForm } from './prepared-form.ts'
import { priorChanges } from './prior-figures.ts'

const why: Readonly<Record<UnreadReason, string>> = {
  'not-a-number': '数として読めません。',
  'not-a-date': '日付として読めません。',
  'not-a-time': '時刻として読めません。',
  'not-yes-or-no': 'はい・いいえのどちらか、わかりません。',
  formula: '計算式の答えが、ファイルに残っていません。Excelで一度保存しなおすと読めます。',
  'other-words': '様式の文とちがうことばになっています。',
  'several-marked': 'いくつも印が付いているか、ほかの欄とちがいます。',
  incomplete: '一部だけが書かれています。',
  weekday: '日付と曜日が合いません。',
  composed: 'いくつかの項目をまとめた文なので、分けて読めません。',
  'sheet-missing': 'このシートが、ファイルにありません。',
}

/** Reads a filled form by its mapping; the form as the city gave it out tells printed words from answers. */
export function readFilled(
  context: Pick<ReadContext, 'db'>,
  { form, mapping }: PreparedForm,
  bytes: Uint8Array,
) {
  const kinds = new Map(
    offeredFields(context, mapping.kind).map(({ path, type }): readonly [string, FieldKind] => [
      path,
      // No number and no word is read out of a picture.
      type === 'picture' ? 'text' : type,
    ]),
  )
  return readBack(bytes, mapping, (path) => kinds.get(path) ?? 'text', form.bytes)
}

const joined = (values: readonly FieldValue[]): string => values.map((value) => valueText(value)).join('、')

/** Width of letters, spaces and thousands make no difference. */
const isSame = (first: string, second: string): boolean =>
  foldLabel(first).replaceAll(',', '') === foldLabel(second).replaceAll(',', '')

function figure(
  field: string,
  { sheet, cell }: { readonly sheet: string; readonly cell: string },
  text: string,
  recorded: string,
): ReadFigure {
  return { field, sheet, cell, text, recorded, isSame: isSame(text, recorded) }
}

/** Each record with its number within its list, from 1, as they follow each other on the pages. */
function numbered(records: readonly ReadRecord[]): readonly (ReadRecord & { readonly number: number })[] {
  const counts = new Map<string, number>()
  return records.map((record) => {
    const number = (counts.get(record.list) ?? 0) + 1
    counts.set(record.list, number)
    return { ...record, number }
  })
}

/** The column in which a block has a field. */
function columnOf({ mapping }: PreparedForm, { list, sheet }: ReadRecord, field: string): string {
  const block = mapping.blocks.find((each) => each.each === list && sheet.startsWith(each.sheet))
  const found = Object.entries(block?.columns ?? {}).find(
    ([, column]) => 'field' in column && column.field === field,
  )
  return found?.[0].replace(/\+.*/, '') ?? ''
}

function figuresOf(prepared: PreparedForm, read: ReadForm, values: FormValues): readonly ReadFigure[] {
  const first = { sheet: '', cell: '' }
  return [
    ...read.fields.map(({ field, value, places }) =>
      figure(field, places[0] ?? first, valueText(value), joined(valuesAt(field, values))),
    ),
    ...read.months.map(({ field, months, places }) => {
      const held = valuesAt(field, values).flatMap((value) =>
        value.kind === 'date'
          ? [Number(value.date.slice(5, 7))]
          : value.kind === 'number'
            ? [value.value]
            : [],
      )
      const named = (numbers: readonly number[]): string =>
        [...new Set(numbers)]
          .sort((one, other) => ((one + 8) % 12) - ((other + 8) % 12))
          .map((month) => `${String(month)}月`)
          .join('、')
      return figure(field, places[0] ?? first, named(months), named(held))
    }),
    ...numbered(read.records).flatMap((record) =>
      Object.entries(record.values).flatMap(([field, value]) => {
        if (isEmptyValue(value)) return []
        const recorded = values.lists[record.list]?.[record.number - 1]?.[field]
        const place = {
          sheet: record.sheet,
          cell: `${columnOf(prepared, record, field)}${String(record.row)}`,
        }
        return [
          figure(
            `${record.list}[${String(record.number)}].${field}`,
            place,
            valueText(value),
            isEmptyValue(recorded) ? '' : valueText(recorded),
          ),
        ]
      }),
    ),
  ]
}

const unreadFigure = ({ field, sheet, cell, text, why: reason }: UnreadCell): UnreadFigure => ({
  field,
  sheet,
  cell,
  text,
  why: why[reason],
})

/** What was read, beside what is recorded of the same; and what could not be read, with its reason. */
export function presentReadBack(
  context: ReadContext,
  prepared: PreparedForm,
  bytes: Uint8Array,
): Omit<ReadBackForm, 'fileName'> {
  const read = readFilled(context, prepared, bytes)
  return {
    figures: figuresOf(prepared, read, prepared.subject.values(context.today, '')),
    unread: read.unread.map(unreadFigure),
    moved: read.moved.map(({ cell }) => cell),
    prior: priorChanges(context, prepared, read),
  }
}

/** What was read, in the way in which a submission keeps what was written, so that the next one tells what changed. */
export function submittedValues(
  context: ReadContext,
  prepared: PreparedForm,
  bytes: Uint8Array,
): FormCheck['values'] {
  const { figures } = presentReadBack(context, prepared, bytes)
  const lists = prepared.mapping.blocks.map(({ each }) => `${each}[`)
  // Rows are kept by their record: `会議一覧[2]`.
  const keptName = (field: string): string =>
    lists.some((list) => field.startsWith(list)) ? field.replace(/\.[^.]*$/, '') : field
  return figures.map(({ field, cell, text }) => ({ cell, field: keptName(field), text }))
}
