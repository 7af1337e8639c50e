import type { FormKind } from '#shared/contract/form-mapping.ts'
import { type CalendarDate, fiscalYearOf } from '#shared/domain/calendar-date.ts'
import type { ReadContext } from '../context.ts'
import type { FieldValue, FormValues } from '../reports/forms/form-values.ts'
import {
  isOfDiary,
  isOfOffice,
  type KeptFigure,
  previousCatalogue,
  type PreviousSpan,
  previousValues,
} from '../reports/fields/previous-figures.ts'
import { periodFieldCatalogue, periodValuesOf } from '../reports/period-fields.ts'
import { listPriorRows, type PriorRow } from '../store/prior-figure-store.ts'
import { type FieldScope, type FieldSource, fieldSources } from './field-sources.ts'
import { readCouncilRecord } from './read-council-record.ts'

/** Of which time the figures of a form are, and whose. */
export type FigureScope = Pick<FieldScope, 'councilId' | 'fiscalYear' | 'month' | 'coordinatorId'>

const monthNumber = (month: string | null): number | null => (month === null ? null : Number(month.slice(5)))

/** What was read back is found again where it was kept: the office's, the council's, or one coordinator's. */
function isOf({ councilId, coordinatorId }: FigureScope, row: PriorRow): boolean {
  const isOwn = row.councilId === (isOfOffice(row.field) ? null : councilId)
  return isOwn && row.coordinatorId === (isOfDiary(row.field) ? coordinatorId : null)
}

/** The figures that were read back of a time. */
export function readPriorRows({ db }: Pick<ReadContext, 'db'>, scope: FigureScope): readonly PriorRow[] {
  return listPriorRows(db, scope.fiscalYear, monthNumber(scope.month)).filter((row) => isOf(scope, row))
}

export const priorValue = ({ number, words }: Pick<PriorRow, 'number' | 'words'>): FieldValue =>
  number === null ? { kind: 'text', text: words ?? '' } : { kind: 'number', value: number }

/** Where a figure that was read back is kept. */
export function priorPlaceOf(field: string, { councilId, fiscalYear, month, coordinatorId }: FigureScope) {
  return {
    fiscalYear,
    month: monthNumber(month),
    councilId: isOfOffice(field) ? null : councilId,
    coordinatorId: isOfDiary(field) ? coordinatorId : null,
    field,
  }
}

function ownValues(context: ReadContext, scope: FieldScope): FormValues {
  const council = scope.council()
  const meetings = council.meetings.filter(
    ({ heldOn }) => scope.month === null || heldOn.startsWith(scope.month),
  )
  const period = scope.month ?? String(scope.fiscalYear)
  return [
    periodValuesOf({ council, period, meetings }, context.today),
    ...fieldSources.map((source) => source.read(context, scope)),
  ].reduceRight((later, earlier) => ({
    fields: { ...later.fields, ...earlier.fields },
    lists: { ...later.lists, ...earlier.lists },
  }))
}

const monthBefore = (month: string): string => `${String(Number(month.slice(0, 4)) - 1)}${month.slice(4)}`

/** The year before the form's, or the same month of it. */
function scopeBefore(context: ReadContext, scope: FieldScope, span: PreviousSpan): FieldScope {
  const month = span === 'month' && scope.month !== null ? monthBefore(scope.month) : null
  const fiscalYear = month === null ? scope.fiscalYear - 1 : fiscalYearOf(`${month}-01` as CalendarDate)
  const council = readCouncilRecord(context, scope.councilId, fiscalYear)
  return { ...scope, fiscalYear, month, council: () => council }
}

function previousSource(span: PreviousSpan): FieldSource {
  const own = [...periodFieldCatalogue, ...fieldSources.flatMap(({ catalogue }) => catalogue)]
  const catalogue = previousCatalogue(span, own)
  return {
    catalogue,
    read: (context, scope) => {
      const before = scopeBefore(context, scope, span)
      const kept = readPriorRows(context, before).map((row): KeptFigure => ({
        field: row.field,
        value: priorValue(row),
      }))
      return previousValues(span, catalogue, ownValues(context, before), kept)
    },
  }
}

const ofYear = previousSource('year')
const ofMonth = previousSource('month')

/** Figures of the year before, beside those of the form's own time. */
export const previousSources: Readonly<Record<FormKind, readonly FieldSource[]>> = {
  meeting: [],
  month: [ofMonth, ofYear],
  year: [ofYear],
}
