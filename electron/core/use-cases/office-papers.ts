import { Refusal } from '#shared/contract/errors.ts'
import type { OfficePaper, officePaperOperations } from '#shared/contract/office-paper-operations.ts'
import { daysInMonth, formatWareki, makeCalendarDate } from '#shared/domain/calendar-date.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import type { Handlers, OperationsOf, ReadContext } from '../context.ts'
import { readBudget, readYearPlan } from '../records/read-budget.ts'
import { readRun } from '../records/read-run.ts'
import { briefingListDocument } from '../reports/documents/briefing-list-document.ts'
import { budgetDocument } from '../reports/documents/budget-document.ts'
import { paymentListDocument } from '../reports/documents/payment-list-document.ts'
import { paymentStatementDocument } from '../reports/documents/payment-statement-document.ts'
import { proposalDocument, proposalListDocument } from '../reports/documents/proposal-document.ts'
import { receiptDocument } from '../reports/documents/receipt-document.ts'
import { yearPlanDocument } from '../reports/documents/year-plan-document.ts'
import { safeFileName } from '../reports/file-name.ts'
import type { ReportDocument } from '../reports/report-document.ts'
import { writeDocument } from '../reports/write-document.ts'
import { listBriefings } from '../store/briefing-store.ts'
import { getCouncilById } from '../store/council-store.ts'
import { listPaidEntries, listPaidPeople } from '../store/paid-store.ts'
import { getPaperSettings } from '../store/paper-settings-store.ts'
import { getProposalById, listProposals } from '../store/proposal-store.ts'
import { getSecretariat } from '../store/secretariat-store.ts'

type PaperNamed<Name extends OfficePaper['name']> = Extract<OfficePaper, { readonly name: Name }>

function officeOf({ db }: ReadContext) {
  const secretariat = getSecretariat(db)
  if (!secretariat) throw new Refusal('not-set-up')
  return secretariat
}

function knownCouncil({ db }: ReadContext, councilId: CouncilId) {
  const council = getCouncilById(db, councilId)
  if (!council) throw new Refusal('not-found')
  return council
}

function whose(context: ReadContext, councilId: CouncilId | null): string {
  return councilId === null ? 'すべての協議体' : knownCouncil(context, councilId).name
}

function proposal(context: ReadContext, { proposalId }: PaperNamed<'proposal'>): ReportDocument {
  const found = getProposalById(context.db, proposalId)
  if (!found) throw new Refusal('not-found')
  return proposalDocument(found, officeOf(context))
}

/** By the day of payment, in a calendar year: so the tax office asks for it. */
function statements(context: ReadContext, paper: PaperNamed<'payment-statements'>): ReportDocument {
  const { personId, year, month } = paper
  const from = makeCalendarDate(year, month ?? 1, 1)
  const to = makeCalendarDate(year, month ?? 12, daysInMonth(year, month ?? 12))
  if (from === null || to === null) throw new Refusal('not-found')
  const people =
    personId === null ? listPaidPeople(context.db, from, to).map((each) => each.personId) : [personId]
  const entries = people
    .map((each) => listPaidEntries(context.db, each, from, to))
    .filter((each) => each.length > 0)
  if (entries.length === 0) throw new Refusal('nothing-to-pay')
  return paymentStatementDocument(entries, { year, month }, officeOf(context), context.today)
}

function documentOf(context: ReadContext, paper: OfficePaper): ReportDocument {
  const { db, today } = context
  switch (paper.name) {
    case 'proposal':
      return proposal(context, paper)
    case 'proposal-list':
      return proposalListDocument(listProposals(db, paper.councilId), whose(context, paper.councilId), today)
    case 'briefing-list':
      return briefingListDocument(listBriefings(db, paper.councilId), whose(context, paper.councilId), today)
    case 'payment-list':
      return paymentListDocument(readRun(db, paper.runId), officeOf(context), getPaperSettings(db).sealBoxes)
    case 'receipts': {
      const run = readRun(db, paper.runId)
      if (run.totals.net === 0) throw new Refusal('nothing-to-pay')
      return receiptDocument(run, officeOf(context))
    }
    case 'payment-statements':
      return statements(context, paper)
    case 'budget':
    case 'settlement':
      return budgetDocument(readBudget(db, paper.fiscalYear), officeOf(context), paper.name, today)
    case 'year-plan':
      return yearPlanDocument(
        readYearPlan(db, paper.councilId, paper.fiscalYear),
        knownCouncil(context, paper.councilId),
        paper.fiscalYear,
        officeOf(context),
      )
  }
}

export const officePaperHandlers: Handlers<OperationsOf<typeof officePaperOperations>> = {
  'officePapers.make': async (context, { paper, format }) => {
    const document = context.read((reading) => documentOf(reading, paper))
    const bytes = await writeDocument(context.printer, document, format)
    const name = safeFileName(`${formatWareki(context.today, 'short')}_${document.title}`)
    return context.files.put(`${name}.${format}`, bytes)
  },
}
