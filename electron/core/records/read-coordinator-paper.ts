import { Refusal } from '#shared/contract/errors.ts'
import type { LocalPaper } from '#shared/contract/local-paper-operations.ts'
import { monthPlace, yearFigures } from '#shared/domain/activity-figures.ts'
import { fiscalYearSpan } from '#shared/domain/fiscal-year-span.ts'
import type { CoordinatorId } from '#shared/domain/ids.ts'
import { councilRoleNames } from '#shared/domain/roles.ts'
import type { ReadContext } from '../context.ts'
import {
  activityReportDocument,
  placesOf,
  type ReportSpan,
} from '../reports/documents/activity-report-document.ts'
import { surveyDocument } from '../reports/documents/survey-document.ts'
import { yearResultsDocument } from '../reports/documents/year-results-document.ts'
import { recommendationDocument } from '../reports/documents/recommendation-document.ts'
import type { ReportDocument } from '../reports/report-document.ts'
import { listActivities, listActivityEntries, listActivityKinds } from '../store/activity-store.ts'
import { getCoordinatorById } from '../store/coordinator-store.ts'
import { listSeatsInOffice } from '../store/membership-store.ts'
import { getSecretariat } from '../store/secretariat-store.ts'
import { getSelectionById } from '../store/selection-store.ts'
import { readYearFacts } from './read-year-facts.ts'
import { readYearSummary } from './read-year-summary.ts'

type PaperNamed<Name extends LocalPaper['name']> = Extract<LocalPaper, { readonly name: Name }>

/** Entries of a 年度, as they are counted: of one coordinator only her own part. */
export function entriesOf(
  { db }: Pick<ReadContext, 'db'>,
  fiscalYear: number,
  coordinatorId: CoordinatorId | null,
) {
  const { from, to } = fiscalYearSpan(fiscalYear)
  return listActivityEntries(db, from, to).flatMap((each) => {
    if (coordinatorId === null) return [each]
    // What colleagues at the same meeting worked is theirs.
    return each.coordinatorIds.includes(coordinatorId) ? [{ ...each, coordinatorIds: [coordinatorId] }] : []
  })
}

/** 月報, 四半期, 年報. Refuses with `not-found` and `not-set-up`. */
export function readActivityReport(
  context: ReadContext,
  { fiscalYear, period, number, coordinatorId }: PaperNamed<'activity-report'>,
): ReportDocument {
  const { db } = context
  const secretariat = getSecretariat(db)
  if (!secretariat) throw new Refusal('not-set-up')
  const coordinator = coordinatorId === null ? null : getCoordinatorById(db, coordinatorId)
  if (coordinator === undefined) throw new Refusal('not-found')
  if (period === 'quarter' && number > 4) throw new Refusal('invalid-input', { fields: ['number'] })
  const span: ReportSpan = period === 'year' ? { period } : { period, number }
  const places = placesOf(span)
  const { from, to } = fiscalYearSpan(fiscalYear)
  return activityReportDocument({
    fiscalYear,
    span,
    figures: yearFigures(entriesOf(context, fiscalYear, coordinatorId), listActivityKinds(db), fiscalYear),
    diary: listActivities(db, from, to, coordinatorId)
      .filter((each) => places.includes(monthPlace(each.actedOn)))
      .toReversed(),
    reporter: coordinator?.name ?? '',
    areaName: coordinator?.areaName ?? '',
    officeName: secretariat.officeName,
    addressee: secretariat.addressee === '' ? '' : `${secretariat.addressee}　様`,
  })
}

/** 推薦書. Refuses with `not-found` where nobody was chosen yet. */
export function readRecommendation(
  { db, today }: ReadContext,
  { selectionId }: PaperNamed<'recommendation'>,
): ReportDocument {
  const secretariat = getSecretariat(db)
  if (!secretariat) throw new Refusal('not-set-up')
  const selection = getSelectionById(db, selectionId)
  if (selection === undefined || selection.chosenId === null) throw new Refusal('not-found')
  const seats = listSeatsInOffice(db, selection.councilId, selection.recommendedOn ?? today)
  const chair = seats.find((seat) => seat.role === 'chair')
  return recommendationDocument({
    selection,
    secretariat,
    chair: chair === undefined ? '' : `${councilRoleNames.chair}　${chair.name}`,
    today,
  })
}

/** 実績報告書 別紙１. Refuses with `not-set-up`. */
export function readYearResults(context: ReadContext, fiscalYear: number): ReportDocument {
  const secretariat = getSecretariat(context.db)
  if (!secretariat) throw new Refusal('not-set-up')
  return yearResultsDocument({
    fiscalYear,
    facts: readYearFacts(context, fiscalYear),
    figures: yearFigures(entriesOf(context, fiscalYear, null), listActivityKinds(context.db), fiscalYear),
    officeName: secretariat.officeName,
  })
}

/** 実施状況調査の集計, as frozen or as the records stand. Refuses with `not-set-up`. */
export function readSurvey(context: ReadContext, fiscalYear: number): ReportDocument {
  const secretariat = getSecretariat(context.db)
  if (!secretariat) throw new Refusal('not-set-up')
  return surveyDocument(
    readYearSummary(context, fiscalYear),
    fiscalYear,
    secretariat.officeName,
    context.today,
  )
}
