import { Chip, type MarkKind } from '#renderer/ui/mark.tsx'
import type { ProposalRow } from '#shared/contract/proposal-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { type ProposalState, proposalStateNames } from '#shared/domain/proposal.ts'

const marks: Readonly<Record<ProposalState, MarkKind>> = {
  draft: 'none',
  waiting: 'waiting',
  following: 'soon',
  closed: 'done',
}

/** How far it has come; an answer that is late is told so. */
export function ProposalStateChip({
  proposal,
  today,
}: {
  readonly proposal: Pick<ProposalRow, 'state' | 'answerDueOn'>
  readonly today: CalendarDate
}) {
  const late = proposal.state === 'waiting' && proposal.answerDueOn !== null && proposal.answerDueOn < today
  return (
    <Chip mark={late ? 'late' : marks[proposal.state]}>
      {late ? '答えの期限を過ぎました' : proposalStateNames[proposal.state]}
    </Chip>
  )
}
