import type { OperationName } from '#shared/contract/contract.ts'
import type { Handlers } from '../context.ts'
import { activityHandlers } from './activities.ts'
import { allowanceHandlers } from './allowances.ts'
import { agendaTemplateHandlers } from './agenda-templates.ts'
import { attachmentHandlers } from './attachments.ts'
import { attendanceHandlers } from './attendances.ts'
import { budgetHandlers } from './budget.ts'
import { coordinatorHandlers } from './coordinators.ts'
import { councilBoardHandlers } from './council-board.ts'
import { councilHandlers } from './councils.ts'
import { decisionHandlers } from './decisions.ts'
import { developmentHandlers } from './developments.ts'
import { duplicateHandlers } from './duplicates.ts'
import { formIntakeHandlers } from './form-intake.ts'
import { formHandlers } from './forms.ts'
import { handInHandlers } from './hand-ins.ts'
import { priorFigureHandlers } from './prior-figures.ts'
import { readBackHandlers } from './read-backs.ts'
import { helpKindHandlers } from './help-kinds.ts'
import { historyHandlers } from './history.ts'
import { homeHandlers } from './home.ts'
import { importHandlers } from './imports.ts'
import { kindHandlers } from './kinds.ts'
import { letterHandlers } from './letters.ts'
import { listHandlers } from './lists.ts'
import { localPaperHandlers } from './local-papers.ts'
import { mappingHandlers } from './mappings.ts'
import { meetingHandlers } from './meetings.ts'
import { minutesHandlers } from './minutes.ts'
import { needHandlers } from './needs.ts'
import { officePaperHandlers } from './office-papers.ts'
import { organizationHandlers } from './organizations.ts'
import { participationHandlers } from './participation.ts'
import { paperHandlers } from './papers.ts'
import { paymentHandlers } from './payments.ts'
import { protectionHandlers } from './protection.ts'
import { proposalHandlers } from './proposals.ts'
import { publicationHandlers } from './publication.ts'
import { reportHandlers } from './reports.ts'
import { resourceHandlers } from './resources.ts'
import { retentionHandlers } from './retention.ts'
import { reviewHandlers } from './reviews.ts'
import { rosterHandlers } from './roster.ts'
import { seatHandlers } from './seat.ts'
import { seatingHandlers } from './seating.ts'
import { searchHandlers } from './search.ts'
import { selectionHandlers } from './selections.ts'
import { safekeepingHandlers } from './safekeeping.ts'
import { sharingHandlers } from './sharing.ts'
import { supportHandlers } from './support.ts'
import { shippedFormHandlers } from './shipped-forms.ts'
import { systemHandlers } from './system.ts'
import { tableHandlers } from './tables.ts'
import { taskHandlers } from './tasks.ts'
import { termHandlers } from './terms.ts'
import { yearHandlers } from './year.ts'
import { workbookHandlers } from './workbooks.ts'
import { yearSummaryHandlers } from './year-summary.ts'

/** Every operation of the contract with its use case; one that is missing does not compile. */
export const handlers: Handlers<OperationName> = {
  ...systemHandlers,
  ...safekeepingHandlers,
  ...protectionHandlers,
  ...seatHandlers,
  ...sharingHandlers,
  ...supportHandlers,
  ...historyHandlers,
  ...homeHandlers,
  ...councilHandlers,
  ...rosterHandlers,
  ...organizationHandlers,
  ...kindHandlers,
  ...retentionHandlers,
  ...tableHandlers,
  ...participationHandlers,
  ...termHandlers,
  ...duplicateHandlers,
  ...councilBoardHandlers,
  ...importHandlers,
  ...meetingHandlers,
  ...attendanceHandlers,
  ...minutesHandlers,
  ...decisionHandlers,
  ...yearHandlers,
  ...agendaTemplateHandlers,
  ...attachmentHandlers,
  ...taskHandlers,
  ...reportHandlers,
  ...paperHandlers,
  ...shippedFormHandlers,
  ...seatingHandlers,
  ...letterHandlers,
  ...listHandlers,
  ...reviewHandlers,
  ...searchHandlers,
  ...publicationHandlers,
  ...formHandlers,
  ...formIntakeHandlers,
  ...mappingHandlers,
  ...handInHandlers,
  ...readBackHandlers,
  ...priorFigureHandlers,
  ...workbookHandlers,
  ...needHandlers,
  ...resourceHandlers,
  ...developmentHandlers,
  ...localPaperHandlers,
  ...proposalHandlers,
  ...allowanceHandlers,
  ...paymentHandlers,
  ...budgetHandlers,
  ...officePaperHandlers,
  ...helpKindHandlers,
  ...coordinatorHandlers,
  ...activityHandlers,
  ...selectionHandlers,
  ...yearSummaryHandlers,
}
