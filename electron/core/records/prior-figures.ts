import type { PriorChange } from '#shared/contract/read-back-operations.ts'
import { monthsOfYear } from '#shared/domain/activity-figures.ts'
import { type CalendarDate, fiscalYearOf } from '#shared/domain/calendar-date.ts'
import type { SubmissionId } from '#shared/domain/ids.ts'
import type { ReadContext, WriteContext } from '../context.ts'
import { isFigurePath, isKeyedList, type KeptFigure } from '../reports/fields/previous-figures.ts'
import { type FieldRecord, type FormValues, isEmptyValue, valueText } from '../reports/forms/form-values.ts'
import { foldLabel } from '../reports/forms/sentence-tools.ts'
import type { ReadRecord } from '../reports/forms/read-back/read-block.ts'
import type { ReadForm } from '../reports/forms/read-back/read-back.ts'
import { addPriorFigure, type PriorRow, setPriorFigure } from '../store/prior-figure-store.ts'
import { periodFieldCatalogue } from '../reports/period-fields.ts'
import { fieldSources } from './field-sources.ts'
import type { PreparedForm } from './prepared-form.ts'
import { type FigureScope, priorPlaceOf, priorValue, readPriorRows } from './previous-fields.ts'

/** The first field of each list, by which its rows are named. */
const keyNames = new Map(
  [...periodFieldCatalogue, ...fieldSources.flatMap(({ catalogue }) => catalogue)]
    .toReversed()
    .flatMap(({ of, path }) => (of === null ? [] : [[of, path] as const])),
)

const nameOf = (list: string, record: FieldRecord | undefined): string => {
  const name = record?.[keyNames.get(list) ?? '']
  return isEmptyValue(name) ? '' : valueText(name)
}

/** `活動件数[2].合計` names the second row of that day's list: kept under the name that the row has. */
function fieldByName(field: string, values: FormValues): string | null {
  const [, list = '', key = '', rest = ''] = /^(.+?)\[([^\]]*)\](.*)$/.exec(field) ?? []
  if (list === '') return isFigurePath(field) ? field : null
  if (!isKeyedList(list) || key === '') return null
  const rows = values.lists[list] ?? []
  const isName = rows.some((row) => foldLabel(nameOf(list, row)) === foldLabel(key))
  const name = isName || !/^\d+$/.test(key) ? key : nameOf(list, rows[Number(key) - 1])
  return name === '' ? null : `${list}[${name}]${rest}`
}

const monthNames = monthsOfYear.map((month) => `${String(month)}月`)

/** How a row is called: by its first field; rows of months that are only printed, by their place, April first. */
function rowName({ mapping }: PreparedForm, { list, sheet, row, values }: ReadRecord): string {
  const name = nameOf(list, values)
  if (name !== '' || !/^(?:活動)?月別$/.test(list)) return name
  const block = mapping.blocks.find((each) => each.each === list && each.sheet === sheet)
  return block === undefined ? '' : (monthNames[(row - block.firstRow) / (block.rowsPerRecord ?? 1)] ?? '')
}

/** The months of a row together, where the form has no total of its own and every month could be read. */
function totalOf({ list, sheet, row, values }: ReadRecord, { unread }: ReadForm): number | null {
  if (!list.startsWith('活動') || values['合計'] != null) return null
  const isRead = !unread.some(
    (each) => each.sheet === sheet && each.cell.replace(/^[A-Z]+/, '') === String(row),
  )
  const months = monthNames.flatMap((name) => {
    const value = values[name]
    return value?.kind === 'number' ? [value.value] : []
  })
  return months.length === 0 || !isRead ? null : months.reduce((sum, count) => sum + count, 0)
}

/** The numbers of a row of a list, under its name; none where its rows have no names that stay. */
function figuresOfRow(prepared: PreparedForm, read: ReadForm, record: ReadRecord): readonly KeptFigure[] {
  const { list, values } = record
  const name = isKeyedList(list) ? rowName(prepared, record) : ''
  if (name === '' || /[[\]]/.test(name)) return []
  const total = totalOf(record, read)
  const columns = [
    ...Object.entries(values),
    ...(total === null ? [] : [['合計', { kind: 'number', value: total }] as const]),
  ]
  return columns.flatMap(([column, value]) =>
    value?.kind === 'number' ? [{ field: `${list}[${name}].${column}`, value }] : [],
  )
}

/** The figures of a filled form, each once: numbers, and the words that stand for one. Rows are named, never numbered. */
export function figuresToKeep(
  prepared: PreparedForm,
  read: ReadForm,
  today: CalendarDate,
): readonly KeptFigure[] {
  const { subject } = prepared
  if (subject.period === null) return []
  const values = subject.values(today, '')
  const ofWhole = read.fields.flatMap(({ field, value }): readonly KeptFigure[] => {
    const named = value.kind === 'number' || value.kind === 'text' ? fieldByName(field, values) : null
    return named === null ? [] : [{ field: named, value }]
  })
  const ofRows = read.records.flatMap((record) => figuresOfRow(prepared, read, record))
  const figures = new Map<string, KeptFigure>()
  for (const figure of [...ofWhole, ...ofRows]) {
    const key = foldLabel(figure.field)
    if (!figures.has(key)) figures.set(key, figure)
  }
  return [...figures.values()]
}

/** Of which time a form for a month or a 年度 tells; null for a meeting's. */
function scopeOf({ subject }: PreparedForm): FigureScope | null {
  const { period, councilId, coordinatorId } = subject
  if (period === null) return null
  if (period.length === 4) return { councilId, coordinatorId, fiscalYear: Number(period), month: null }
  return { councilId, coordinatorId, fiscalYear: fiscalYearOf(`${period}-01` as CalendarDate), month: period }
}

interface Pair {
  readonly figure: KeptFigure
  readonly kept: PriorRow | undefined
}

/** Each figure beside what is kept of it, from another file or the same. */
function pairsOf(
  context: Pick<ReadContext, 'db'>,
  scope: FigureScope,
  figures: readonly KeptFigure[],
): readonly Pair[] {
  const rows = new Map(readPriorRows(context, scope).map((row) => [foldLabel(row.field), row]))
  return figures.map((figure) => ({ figure, kept: rows.get(foldLabel(figure.field)) }))
}

/** What keeping it would change, old and new; what stands the same is told too. */
export function priorChanges(
  context: ReadContext,
  prepared: PreparedForm,
  read: ReadForm,
): readonly PriorChange[] {
  const scope = scopeOf(prepared)
  if (scope === null) return []
  return pairsOf(context, scope, figuresToKeep(prepared, read, context.today)).map(({ figure, kept }) => ({
    field: figure.field,
    before: kept === undefined ? '' : valueText(priorValue(kept)),
    after: valueText(figure.value),
  }))
}

/** Keeps the figures of a filled form as those of its time; those kept before are brought up to date. */
export function keepFigures(
  { db, ids }: WriteContext,
  prepared: PreparedForm,
  figures: readonly KeptFigure[],
  submissionId: SubmissionId,
): void {
  const scope = scopeOf(prepared)
  if (scope === null) return
  for (const { figure, kept } of pairsOf({ db }, scope, figures)) {
    const { value } = figure
    const content = {
      number: value.kind === 'number' ? value.value : null,
      words: value.kind === 'number' ? null : valueText(value),
    }
    if (kept !== undefined) setPriorFigure(db, kept.id, content, submissionId)
    else
      addPriorFigure(db, {
        id: ids.next<'prior-figure'>(),
        ...priorPlaceOf(figure.field, scope),
        ...content,
        submissionId,
      })
  }
}
