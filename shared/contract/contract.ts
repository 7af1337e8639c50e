import { allowanceOperations } from './allowance-operations.ts'
import { budgetOperations } from './budget-operations.ts'
import { agendaTemplateOperations } from './agenda-template-operations.ts'
import { attachmentOperations } from './attachment-operations.ts'
import { activityOperations } from './activity-operations.ts'
import { coordinatorOperations } from './coordinator-operations.ts'
import { councilBoardOperations } from './council-board-operations.ts'
import { councilOperations } from './council-operations.ts'
import { duplicateOperations } from './duplicate-operations.ts'
import { historyOperations } from './history-operations.ts'
import { developmentOperations } from './development-operations.ts'
import { helpKindOperations } from './help-kind-operations.ts'
import { homeOperations } from './home-operations.ts'
import { kindOperations } from './kind-operations.ts'
import { letterOperations } from './letter-operations.ts'
import { listOperations } from './list-operations.ts'
import { localPaperOperations } from './local-paper-operations.ts'
import {
  formIntakeOperations,
  handInOperations,
  mappingOperations,
  workbookOperations,
} from './mapping-operations.ts'
import { priorFigureOperations } from './prior-figure-operations.ts'
import { readBackOperations } from './read-back-operations.ts'
import { attendanceOperations } from './attendance-operations.ts'
import { meetingOperations } from './meeting-operations.ts'
import { minutesOperations } from './minutes-operations.ts'
import { needOperations } from './need-operations.ts'
import type { GivenToOperation, InputOfOperation, OperationKind, OutputOfOperation } from './operation.ts'
import { officePaperOperations } from './office-paper-operations.ts'
import { organizationOperations } from './organization-operations.ts'
import { participationOperations } from './participation-operations.ts'
import { paperOperations } from './paper-operations.ts'
import { protectionOperations } from './protection-operations.ts'
import { proposalOperations } from './proposal-operations.ts'
import { publicOperations } from './public-operations.ts'
import { reportOperations } from './report-operations.ts'
import { resourceOperations } from './resource-operations.ts'
import { retentionOperations } from './retention-operations.ts'
import { reviewOperations } from './review-operations.ts'
import { rosterOperations } from './roster-operations.ts'
import { seatingOperations } from './seating-operations.ts'
import { selectionOperations } from './selection-operations.ts'
import { seatOperations } from './seat-operations.ts'
import { searchOperations } from './search-operations.ts'
import { safekeepingOperations } from './safekeeping-operations.ts'
import { sharingOperations } from './sharing-operations.ts'
import { supportOperations } from './support-operations.ts'
import { shippedFormOperations } from './shipped-form-operations.ts'
import { systemOperations } from './system-operations.ts'
import { tableOperations } from './table-operations.ts'
import { termOperations } from './term-operations.ts'
import { yearOperations } from './year-operations.ts'
import { yearSummaryOperations } from './year-summary-operations.ts'

/** Everything the window may ask of the core. There is no other declaration of it: both sides are typed from here. */
export const contract = {
  ...systemOperations,
  ...safekeepingOperations,
  ...protectionOperations,
  ...seatOperations,
  ...sharingOperations,
  ...supportOperations,
  ...historyOperations,
  ...homeOperations,
  ...councilOperations,
  ...rosterOperations,
  ...organizationOperations,
  ...kindOperations,
  ...retentionOperations,
  ...tableOperations,
  ...participationOperations,
  ...termOperations,
  ...duplicateOperations,
  ...councilBoardOperations,
  ...meetingOperations,
  ...attendanceOperations,
  ...minutesOperations,
  ...yearOperations,
  ...agendaTemplateOperations,
  ...attachmentOperations,
  ...reportOperations,
  ...formIntakeOperations,
  ...mappingOperations,
  ...workbookOperations,
  ...handInOperations,
  ...readBackOperations,
  ...priorFigureOperations,
  ...paperOperations,
  ...shippedFormOperations,
  ...seatingOperations,
  ...letterOperations,
  ...listOperations,
  ...needOperations,
  ...resourceOperations,
  ...developmentOperations,
  ...localPaperOperations,
  ...proposalOperations,
  ...allowanceOperations,
  ...budgetOperations,
  ...officePaperOperations,
  ...helpKindOperations,
  ...coordinatorOperations,
  ...activityOperations,
  ...selectionOperations,
  ...yearSummaryOperations,
  ...reviewOperations,
  ...searchOperations,
  ...publicOperations,
} as const

export type Contract = typeof contract
export type OperationName = keyof Contract
export type InputOf<Name extends OperationName> = InputOfOperation<Contract[Name]>
export type GivenTo<Name extends OperationName> = GivenToOperation<Contract[Name]>
export type OutputOf<Name extends OperationName> = OutputOfOperation<Contract[Name]>
export type NamesOfKind<Kind extends OperationKind> = {
  [Name in OperationName]: Contract[Name]['kind'] extends Kind ? Name : never
}[OperationName]

export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(contract, name)
}
