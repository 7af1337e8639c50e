import type { YearSummary } from '#shared/contract/year-summary-operations.ts'
import type { ReadContext } from '../context.ts'
import { yearFigureCatalogue } from '../reports/year-figures.ts'
import { getYearFreeze, listYearQuestions } from '../store/year-summary-store.ts'
import { readYearFacts } from './read-year-facts.ts'

/** The table of questions with each count and what it counted: as frozen, or as the records stand. */
export function readYearSummary(context: Pick<ReadContext, 'db' | 'today'>, fiscalYear: number): YearSummary {
  const frozen = getYearFreeze(context.db, fiscalYear)
  const facts = readYearFacts(context, fiscalYear)
  const figures = new Map(yearFigureCatalogue(facts).map((figure) => [figure.key, figure]))
  return {
    questions: listYearQuestions(context.db, fiscalYear).map((question) => ({
      ...question,
      options: question.options.map((option) => {
        const counted =
          frozen === undefined
            ? figures.get(option.figure)?.of(facts, option.label)
            : frozen.counts[option.id]
        return { ...option, count: counted?.count ?? null, counted: counted?.counted ?? [] }
      }),
    })),
    frozen: frozen === undefined ? null : { on: frozen.on, by: frozen.by },
  }
}
