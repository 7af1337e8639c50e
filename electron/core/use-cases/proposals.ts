import { Refusal } from '#shared/contract/errors.ts'
import type { proposalOperations, Signatory } from '#shared/contract/proposal-operations.ts'
import type { CouncilId, MeetingId, ProposalId } from '#shared/domain/ids.ts'
import type { Handlers, OperationsOf } from '../context.ts'
import { addBriefing, listBriefings, saveBriefing, setBriefingRemoved } from '../store/briefing-store.ts'
import { getCouncilById } from '../store/council-store.ts'
import type { ReadDb } from '../store/database.ts'
import { getMeetingById } from '../store/meeting-store.ts'
import { getOrganizationById } from '../store/organization-store.ts'
import {
  addProposal,
  addProposalStep,
  getProposalById,
  isOfMeeting,
  linkProposal,
  listProposals,
  removeProposalStep,
  saveProposal,
  saveProposalStep,
  saveSignatories,
  setProposalProgress,
  setProposalRemoved,
  unlinkProposal,
} from '../store/proposal-store.ts'

type ProposalOperation = OperationsOf<typeof proposalOperations>
type BriefingOperation = Extract<ProposalOperation, `briefings.${string}`>
type FollowOperation = Extract<
  ProposalOperation,
  | 'proposals.setProgress'
  | 'proposals.linkMeeting'
  | 'proposals.unlinkMeeting'
  | 'proposals.addStep'
  | 'proposals.saveStep'
  | 'proposals.removeStep'
>

function requireCouncil(db: ReadDb, councilId: CouncilId): void {
  if (!getCouncilById(db, councilId)) throw new Refusal('not-found')
}

function requireProposal(db: ReadDb, proposalId: ProposalId): void {
  if (!getProposalById(db, proposalId)) throw new Refusal('not-found')
}

function requireMeeting(db: ReadDb, meetingId: MeetingId): void {
  if (!getMeetingById(db, meetingId)) throw new Refusal('not-found')
}

function requireGroups(db: ReadDb, signatories: readonly Signatory[]): void {
  for (const { organizationId } of signatories)
    if (organizationId !== null && !getOrganizationById(db, organizationId)) throw new Refusal('not-found')
}

const recordHandlers: Handlers<Exclude<ProposalOperation, BriefingOperation | FollowOperation>> = {
  'proposals.list': ({ db }, { councilId }) => listProposals(db, councilId),
  'proposals.get': ({ db }, { proposalId }) => {
    const proposal = getProposalById(db, proposalId)
    if (!proposal) throw new Refusal('not-found')
    return proposal
  },
  'proposals.add': ({ db, ids, today, now }, { proposal }) => {
    requireCouncil(db, proposal.councilId)
    requireGroups(db, proposal.signatories)
    const proposalId = ids.next<'proposal'>()
    addProposal(db, proposalId, proposal)
    saveSignatories(db, proposalId, proposal.signatories, `${today}T${now}`, () => ids.next())
    return { proposalId }
  },
  'proposals.save': ({ db, ids, today, now }, { proposalId, proposal }) => {
    requireCouncil(db, proposal.councilId)
    requireGroups(db, proposal.signatories)
    if (!saveProposal(db, proposalId, proposal)) throw new Refusal('not-found')
    saveSignatories(db, proposalId, proposal.signatories, `${today}T${now}`, () => ids.next())
    return null
  },
  'proposals.remove': ({ db, today, now }, { proposalId }) => {
    if (!setProposalRemoved(db, proposalId, `${today}T${now}`)) throw new Refusal('not-found')
    return null
  },
  'proposals.restore': ({ db }, { proposalId }) => {
    if (!setProposalRemoved(db, proposalId, null)) throw new Refusal('not-found')
    return null
  },
}

const followHandlers: Handlers<FollowOperation> = {
  'proposals.setProgress': ({ db }, { proposalId, progress }) => {
    requireProposal(db, proposalId)
    const { handedOn, answeredOn } = progress
    if (answeredOn !== null && (handedOn === null || answeredOn < handedOn))
      throw new Refusal('end-before-start')
    setProposalProgress(db, proposalId, progress)
    return null
  },
  'proposals.linkMeeting': ({ db, ids }, link) => {
    requireProposal(db, link.proposalId)
    requireMeeting(db, link.meetingId)
    if (link.decisionId !== null && link.statementId !== null)
      throw new Refusal('invalid-input', { fields: ['statementId'] })
    const entry = { ...link, id: ids.next<'proposal-meeting'>() }
    if (!isOfMeeting(db, entry)) throw new Refusal('not-found')
    linkProposal(db, entry)
    return null
  },
  'proposals.unlinkMeeting': ({ db }, { linkId }) => {
    if (!unlinkProposal(db, linkId)) throw new Refusal('not-found')
    return null
  },
  'proposals.addStep': ({ db, ids }, { proposalId, step }) => {
    requireProposal(db, proposalId)
    const stepId = ids.next<'proposal-step'>()
    addProposalStep(db, stepId, proposalId, step)
    return { stepId }
  },
  'proposals.saveStep': ({ db }, { stepId, step }) => {
    if (!saveProposalStep(db, stepId, step)) throw new Refusal('not-found')
    return null
  },
  'proposals.removeStep': ({ db, today, now }, { stepId }) => {
    if (!removeProposalStep(db, stepId, `${today}T${now}`)) throw new Refusal('not-found')
    return null
  },
}

function refuseBackwards({
  startsAt,
  endsAt,
}: {
  readonly startsAt: string | null
  readonly endsAt: string | null
}): void {
  if (startsAt !== null && endsAt !== null && endsAt <= startsAt) throw new Refusal('end-before-start')
}

const briefingHandlers: Handlers<BriefingOperation> = {
  'briefings.list': ({ db }, { councilId }) => listBriefings(db, councilId),
  'briefings.add': ({ db, ids }, { briefing }) => {
    requireCouncil(db, briefing.councilId)
    refuseBackwards(briefing)
    const briefingId = ids.next<'briefing'>()
    addBriefing(db, briefingId, briefing)
    return { briefingId }
  },
  'briefings.save': ({ db }, { briefingId, briefing }) => {
    requireCouncil(db, briefing.councilId)
    refuseBackwards(briefing)
    if (!saveBriefing(db, briefingId, briefing)) throw new Refusal('not-found')
    return null
  },
  'briefings.remove': ({ db, today, now }, { briefingId }) => {
    if (!setBriefingRemoved(db, briefingId, `${today}T${now}`)) throw new Refusal('not-found')
    return null
  },
  'briefings.restore': ({ db }, { briefingId }) => {
    if (!setBriefingRemoved(db, briefingId, null)) throw new Refusal('not-found')
    return null
  },
}

export const proposalHandlers: Handlers<ProposalOperation> = {
  ...recordHandlers,
  ...followHandlers,
  ...briefingHandlers,
}
