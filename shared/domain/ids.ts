/**
 * Ids are 26 lower-case characters (a time-sortable ULID), unique across PCs, since what a second PC
 * wrote while cut off must be told apart from ours, record by record. The brand keeps one kind of id
 * from being handed over as another; it exists in types only.
 */
declare const brand: unique symbol
export type Id<Kind extends string> = string & { readonly [brand]: Kind }

export type AreaId = Id<'area'>
export type CouncilId = Id<'council'>
export type OrganizationId = Id<'organization'>
export type PersonId = Id<'person'>
export type AffiliationId = Id<'affiliation'>
export type MembershipId = Id<'membership'>
export type MeetingId = Id<'meeting'>
export type AgendaItemId = Id<'agenda-item'>
export type AttendanceId = Id<'attendance'>
export type StatementId = Id<'statement'>
export type DecisionId = Id<'decision'>
export type TaskId = Id<'task'>
export type MinutesVersionId = Id<'minutes-version'>
export type FormId = Id<'form'>
export type FormVersionId = Id<'form-version'>
export type SubmissionId = Id<'submission'>
export type PriorFigureId = Id<'prior-figure'>
export type AttachmentId = Id<'attachment'>
export type AgendaTemplateId = Id<'agenda-template'>
export type NamedAgendaId = Id<'named-agenda'>
export type StoredFileId = Id<'stored-file'>
export type OutreachId = Id<'outreach'>
export type ErasureId = Id<'erasure'>
export type ImportRunId = Id<'import-run'>
export type NeedId = Id<'need'>
export type NeedPassId = Id<'need-pass'>
export type ResourceId = Id<'resource'>
export type DevelopmentId = Id<'development'>
export type DevelopmentStepId = Id<'development-step'>
export type ActivityId = Id<'activity'>
export type ProposalId = Id<'proposal'>
export type ProposalStepId = Id<'proposal-step'>
export type BriefingId = Id<'briefing'>
export type AllowanceRuleId = Id<'allowance-rule'>
export type PaymentRunId = Id<'payment-run'>
export type PaymentId = Id<'payment'>
export type BudgetItemId = Id<'budget-item'>
export type VoucherId = Id<'voucher'>
export type ActivityKindId = Id<'activity-kind'>
export type CoordinatorId = Id<'coordinator'>
export type SelectionId = Id<'selection'>
export type CandidateId = Id<'selection-candidate'>
export type YearQuestionId = Id<'year-question'>
export type YearOptionId = Id<'year-option'>
export type HelpKindId = Id<'help-kind'>

const idPattern = /^[0-9a-hjkmnp-tv-z]{26}$/

/** Whether a text from outside has the form of an id; says nothing of whether the record exists. */
export function isId(text: string): boolean {
  return idPattern.test(text)
}
