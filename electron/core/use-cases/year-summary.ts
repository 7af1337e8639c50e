import { Refusal } from '#shared/contract/errors.ts'
import type { yearSummaryOperations } from '#shared/contract/year-summary-operations.ts'
import type { YearOptionId, YearQuestionId } from '#shared/domain/ids.ts'
import { moveInList } from '#shared/domain/move-in-list.ts'
import type { Handlers, OperationsOf, WriteContext } from '../context.ts'
import { readYearLists } from '../records/read-year-facts.ts'
import { readYearSummary } from '../records/read-year-summary.ts'
import { shippedQuestions, yearFigureCatalogue } from '../reports/year-figures.ts'
import {
  addYearOption,
  addYearQuestion,
  freezeYear,
  getYearFreeze,
  getYearOfOption,
  getYearOfQuestion,
  lastYearWithQuestions,
  listYearQuestions,
  orderYearOptions,
  orderYearQuestions,
  removeYearOption,
  removeYearQuestion,
  saveYearOption,
  saveYearQuestion,
  thawYear,
} from '../store/year-summary-store.ts'

function requireOpen(
  { db }: Pick<WriteContext, 'db'>,
  fiscalYear: number | undefined,
): asserts fiscalYear is number {
  if (fiscalYear === undefined) throw new Refusal('not-found')
  if (getYearFreeze(db, fiscalYear)) throw new Refusal('year-frozen')
}

/** The year that a question belongs to, which must not be frozen. */
function openQuestion(context: WriteContext, questionId: YearQuestionId): number {
  const year = getYearOfQuestion(context.db, questionId)
  requireOpen(context, year)
  return year
}

function openOption(context: WriteContext, optionId: YearOptionId): number {
  const year = getYearOfOption(context.db, optionId)
  requireOpen(context, year)
  return year
}

export const yearSummaryHandlers: Handlers<OperationsOf<typeof yearSummaryOperations>> = {
  'yearSummary.get': (context, { fiscalYear }) => readYearSummary(context, fiscalYear),
  'yearSummary.figures': (context) =>
    yearFigureCatalogue(readYearLists(context)).map(({ key, name, unit }) => ({ key, name, unit })),
  'yearSummary.begin': (context, { fiscalYear }) => {
    const { db, ids } = context
    requireOpen(context, fiscalYear)
    if (listYearQuestions(db, fiscalYear).length > 0) throw new Refusal('conflict')
    const last = lastYearWithQuestions(db, fiscalYear)
    // What was typed belongs to its own year.
    const questions = last === null ? shippedQuestions(readYearLists(context)) : listYearQuestions(db, last)
    for (const { section, text, options } of questions) {
      const questionId = ids.next<'year-question'>()
      addYearQuestion(db, questionId, fiscalYear, { section, text })
      for (const { label, figure } of options) {
        addYearOption(db, ids.next<'year-option'>(), questionId, { label, figure, typed: '' })
      }
    }
    return null
  },
  'yearSummary.addQuestion': (context, { fiscalYear, question }) => {
    requireOpen(context, fiscalYear)
    const questionId = context.ids.next<'year-question'>()
    addYearQuestion(context.db, questionId, fiscalYear, question)
    return { questionId }
  },
  'yearSummary.saveQuestion': (context, { questionId, question }) => {
    openQuestion(context, questionId)
    saveYearQuestion(context.db, questionId, question)
    return null
  },
  'yearSummary.moveQuestion': (context, { questionId, by }) => {
    const { db } = context
    const questions = listYearQuestions(db, openQuestion(context, questionId))
    const question = questions.find((each) => each.id === questionId)
    if (question === undefined) throw new Refusal('not-found')
    const moved = moveInList(questions, question, by, (other) => other.section === question.section)
    if (moved !== null)
      orderYearQuestions(
        db,
        moved.map((each) => each.id),
      )
    return null
  },
  'yearSummary.removeQuestion': (context, { questionId }) => {
    openQuestion(context, questionId)
    removeYearQuestion(context.db, questionId, `${context.today}T${context.now}`)
    return null
  },
  'yearSummary.addOption': (context, { questionId, option }) => {
    openQuestion(context, questionId)
    const optionId = context.ids.next<'year-option'>()
    addYearOption(context.db, optionId, questionId, option)
    return { optionId }
  },
  'yearSummary.saveOption': (context, { optionId, option }) => {
    openOption(context, optionId)
    saveYearOption(context.db, optionId, option)
    return null
  },
  'yearSummary.moveOption': (context, { optionId, by }) => {
    const { db } = context
    const year = openOption(context, optionId)
    const optionIds = listYearQuestions(db, year)
      .map((question) => question.options.map((option) => option.id))
      .find((ids) => ids.includes(optionId))
    const moved = moveInList(optionIds ?? [], optionId, by)
    if (moved !== null) orderYearOptions(db, moved)
    return null
  },
  'yearSummary.removeOption': (context, { optionId }) => {
    openOption(context, optionId)
    removeYearOption(context.db, optionId, `${context.today}T${context.now}`)
    return null
  },
  'yearSummary.freeze': (context, { fiscalYear }) => {
    const { db, ids, today, who } = context
    requireOpen(context, fiscalYear)
    const { questions } = readYearSummary(context, fiscalYear)
    if (questions.length === 0) throw new Refusal('not-found')
    const counts = Object.fromEntries(
      questions
        .flatMap((question) => question.options)
        .flatMap(({ id, count, counted }) => (count === null ? [] : [[id, { count, counted }] as const])),
    )
    freezeYear(db, ids.next(), fiscalYear, { on: today, by: who, counts })
    return null
  },
  'yearSummary.thaw': ({ db }, { fiscalYear }) => {
    if (!thawYear(db, fiscalYear)) throw new Refusal('not-found')
    return null
  },
}
