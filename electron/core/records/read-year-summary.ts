import type { FigureBefore, YearOption, YearSummary } from '#shared/contract/year-summary-operations.ts'
import type { ReadContext } from '../context.ts'
import { headingOfKinds, priorPathsOf } from '../reports/fields/prior-paths.ts'
import { isStanding } from '../reports/fields/previous-figures.ts'
import { foldLabel } from '../reports/forms/sentence-tools.ts'
import { type YearFacts, yearFigureCatalogue } from '../reports/year-figures.ts'
import { listPriorRows } from '../store/prior-figure-store.ts'
import { getYearFreeze, listYearQuestions } from '../store/year-summary-store.ts'
import { readYearFacts } from './read-year-facts.ts'

type YearContext = Pick<ReadContext, 'db' | 'today'>
type AskedOption = Pick<YearOption, 'figure' | 'label'>

/** The table of questions with each count and what it counted: as frozen, or as the records stand; and the year before. */
export function readYearSummary(context: YearContext, fiscalYear: number): YearSummary {
  const frozen = getYearFreeze(context.db, fiscalYear)
  const facts = readYearFacts(context, fiscalYear)
  const figures = new Map(yearFigureCatalogue(facts).map((figure) => [figure.key, figure]))
  const questions = listYearQuestions(context.db, fiscalYear)
  const beforeOf = questions.length === 0 ? () => [] : readFiguresBefore(context, fiscalYear - 1)
  return {
    questions: questions.map((question) => ({
      ...question,
      options: question.options.map((option) => {
        const counted =
          frozen === undefined
            ? figures.get(option.figure)?.of(facts, option.label)
            : frozen.counts[option.id]
        return {
          ...option,
          count: counted?.count ?? null,
          counted: counted?.counted ?? [],
          before: beforeOf(option),
        }
      }),
    })),
    frozen: frozen === undefined ? null : { on: frozen.on, by: frozen.by },
  }
}

/** What was counted of a question's line when the year was frozen. */
function readFrozen({ db }: YearContext, fiscalYear: number): (option: AskedOption) => number | undefined {
  const frozen = getYearFreeze(db, fiscalYear)
  if (frozen === undefined) return () => undefined
  const counts = new Map(
    listYearQuestions(db, fiscalYear)
      .flatMap(({ options }) => options)
      .map(({ id, figure, label }) => [`${figure} ${label}`, frozen.counts[id]?.count] as const),
  )
  return ({ figure, label }) => counts.get(`${figure} ${label}`)
}

/** What the office handed in by hand of a 年度, by path. */
function readHandedIn({ db }: YearContext, fiscalYear: number): ReadonlyMap<string, FigureBefore> {
  return new Map(
    listPriorRows(db, fiscalYear, null).flatMap(({ field, number, councilId, coordinatorId, fileName }) =>
      number === null || councilId !== null || coordinatorId !== null
        ? []
        : [[field, { from: 'form', count: number, fileName }] as const],
    ),
  )
}

/** Finds what was handed in of a figure: under its own name, or as the sum of the kinds below its heading. */
function finderOf(
  { activityKinds }: Pick<YearFacts, 'activityKinds'>,
  handedIn: ReadonlyMap<string, FigureBefore>,
): (key: string, paths: readonly string[]) => FigureBefore | undefined {
  const byPath = new Map([...handedIn].map(([path, figure]) => [foldLabel(path), figure]))
  const counts = new Map([...handedIn].map(([path, { count }]) => [path, count]))
  return (key, paths) => {
    const named = paths.flatMap((path) => byPath.get(foldLabel(path)) ?? [])[0]
    if (named !== undefined) return named
    const count = headingOfKinds(key, activityKinds, counts)
    const fileName = [...handedIn].find(([path]) => path.startsWith('活動件数['))?.[1].fileName ?? ''
    return count === null ? undefined : { from: 'form', count, fileName }
  }
}

/** The figures of a year that is over, as they were handed in or are counted, each with where it comes from. */
function readFiguresBefore(
  context: YearContext,
  fiscalYear: number,
): (option: AskedOption) => readonly FigureBefore[] {
  const facts = readYearFacts(context, fiscalYear)
  const catalogue = new Map(yearFigureCatalogue(facts).map((figure) => [figure.key, figure]))
  const hasRecords = facts.meetings.length > 0 || facts.activities.length > 0
  const frozenOf = readFrozen(context, fiscalYear)
  const handedIn = finderOf(facts, readHandedIn(context, fiscalYear))
  return (option) => {
    const figure = catalogue.get(option.figure)
    if (figure === undefined) return []
    const paths = priorPathsOf(figure)
    const frozen = frozenOf(option)
    const own = paths.some(isStanding) ? 0 : figure.of(facts, option.label).count
    const read = handedIn(figure.key, paths)
    const known: readonly FigureBefore[] = [
      ...(frozen === undefined ? [] : [{ from: 'frozen' as const, count: frozen, fileName: '' }]),
      ...(own > 0 ? [{ from: 'records' as const, count: own, fileName: '' }] : []),
      ...(read === undefined ? [] : [read]),
    ]
    if (known.length > 0) return known
    return hasRecords && !paths.some(isStanding) ? [{ from: 'records', count: own, fileName: '' }] : []
  }
}
