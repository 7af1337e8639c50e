import { Refusal } from '#shared/contract/errors.ts'
import type {
  CandidateFields,
  Selection,
  selectionOperations,
} from '#shared/contract/selection-operations.ts'
import type { CandidateId, SelectionId } from '#shared/domain/ids.ts'
import type { Handlers, OperationsOf } from '../context.ts'
import { areaOfName } from '../records/area-of-name.ts'
import { addCoordinator } from '../store/coordinator-store.ts'
import { getCouncilById } from '../store/council-store.ts'
import type { ReadDb } from '../store/database.ts'
import { getMeetingById } from '../store/meeting-store.ts'
import { getPersonById } from '../store/person-store.ts'
import {
  addCandidate,
  addSelection,
  getCandidateById,
  getSelectionById,
  linkSelection,
  listSelections,
  removeCandidate,
  saveCandidate,
  saveSelection,
  setRecommended,
  setSelectionDecision,
  setSelectionRemoved,
  setSelectionState,
  unlinkSelection,
  wordsOfMeetings,
} from '../store/selection-store.ts'

function known(db: ReadDb, selectionId: SelectionId): Selection {
  const selection = getSelectionById(db, selectionId)
  if (!selection) throw new Refusal('not-found')
  return selection
}

function knownCandidate(db: ReadDb, candidateId: CandidateId) {
  const candidate = getCandidateById(db, candidateId)
  if (!candidate) throw new Refusal('not-found')
  return { ...candidate, selection: known(db, candidate.selectionId) }
}

function checkPerson(
  db: ReadDb,
  selection: Selection,
  { personId }: CandidateFields,
  own?: CandidateId,
): void {
  if (!getPersonById(db, personId)) throw new Refusal('not-found')
  if (selection.candidates.some((each) => each.personId === personId && each.id !== own)) {
    throw new Refusal('conflict')
  }
}

type SelectionOperation = OperationsOf<typeof selectionOperations>
type RecordOperation = Extract<
  SelectionOperation,
  `selections.${'list' | 'add' | 'save' | 'remove' | 'restore' | `${string}Candidate`}`
>

const recordHandlers: Handlers<RecordOperation> = {
  'selections.list': ({ db }, { councilId }) => listSelections(db, councilId),
  'selections.add': (context, { selection }) => {
    const { db, ids } = context
    if (!getCouncilById(db, selection.councilId)) throw new Refusal('not-found')
    const selectionId = ids.next<'selection'>()
    addSelection(db, selectionId, selection, areaOfName(context, selection.areaName))
    return { selectionId }
  },
  'selections.save': (context, { selectionId, selection }) => {
    const { db } = context
    known(db, selectionId)
    if (!getCouncilById(db, selection.councilId)) throw new Refusal('not-found')
    saveSelection(db, selectionId, selection, areaOfName(context, selection.areaName))
    return null
  },
  'selections.remove': ({ db, today, now }, { selectionId }) => {
    // A term of office rests on it.
    if (known(db, selectionId).coordinatorId !== null) throw new Refusal('conflict')
    setSelectionRemoved(db, selectionId, `${today}T${now}`)
    return null
  },
  'selections.restore': ({ db }, { selectionId }) => {
    if (!setSelectionRemoved(db, selectionId, null)) throw new Refusal('not-found')
    return null
  },
  'selections.addCandidate': ({ db, ids }, { selectionId, candidate }) => {
    checkPerson(db, known(db, selectionId), candidate)
    const candidateId = ids.next<'selection-candidate'>()
    addCandidate(db, candidateId, selectionId, candidate)
    return { candidateId }
  },
  'selections.saveCandidate': ({ db }, { candidateId, candidate }) => {
    const { selection } = knownCandidate(db, candidateId)
    checkPerson(db, selection, candidate, candidateId)
    saveCandidate(db, candidateId, candidate)
    return null
  },
  'selections.removeCandidate': ({ db, today, now }, { candidateId }) => {
    const { selection } = knownCandidate(db, candidateId)
    if (selection.chosenId === candidateId) throw new Refusal('conflict')
    removeCandidate(db, candidateId, `${today}T${now}`)
    return null
  },
}

const outcomeHandlers: Handlers<Exclude<SelectionOperation, RecordOperation>> = {
  'selections.wordsOfMeetings': ({ db }, { selectionId }) => {
    known(db, selectionId)
    return wordsOfMeetings(db, selectionId)
  },
  'selections.linkMeeting': ({ db, ids }, { selectionId, meetingId, linked }) => {
    const selection = known(db, selectionId)
    if (!getMeetingById(db, meetingId)) throw new Refusal('not-found')
    if (linked) {
      linkSelection(db, ids.next(), selectionId, 'meeting', meetingId)
      return null
    }
    // What was said there goes with it.
    for (const each of selection.statements.filter((statement) => statement.meetingId === meetingId)) {
      unlinkSelection(db, selectionId, 'statement', each.id)
    }
    if (selection.decision?.meetingId === meetingId) setSelectionDecision(db, selectionId, null)
    unlinkSelection(db, selectionId, 'meeting', meetingId)
    return null
  },
  'selections.linkStatement': ({ db, ids }, { selectionId, statementId, linked }) => {
    known(db, selectionId)
    if (!linked) {
      unlinkSelection(db, selectionId, 'statement', statementId)
      return null
    }
    const there = wordsOfMeetings(db, selectionId).statements.some((each) => each.id === statementId)
    if (!there) throw new Refusal('not-found')
    linkSelection(db, ids.next(), selectionId, 'statement', statementId)
    return null
  },
  'selections.setDecision': ({ db }, { selectionId, decisionId }) => {
    known(db, selectionId)
    const there =
      decisionId === null || wordsOfMeetings(db, selectionId).decisions.some((each) => each.id === decisionId)
    if (!there) throw new Refusal('not-found')
    setSelectionDecision(db, selectionId, decisionId)
    return null
  },
  'selections.decide': ({ db }, { selectionId, candidateId, decidedOn, because }) => {
    const selection = known(db, selectionId)
    const chosen = selection.candidates.find((each) => each.id === candidateId)
    if (!chosen) throw new Refusal('not-found')
    if (selection.coordinatorId !== null) throw new Refusal('conflict')
    if (chosen.consent !== 'agreed') throw new Refusal('no-consent', { name: chosen.name })
    setSelectionState(db, selectionId, 'decided', { chosenId: candidateId, decidedOn, because })
    return null
  },
  'selections.stop': ({ db }, { selectionId, because }) => {
    if (known(db, selectionId).coordinatorId !== null) throw new Refusal('conflict')
    setSelectionState(db, selectionId, 'stopped', { chosenId: null, decidedOn: null, because })
    return null
  },
  'selections.reopen': ({ db }, { selectionId }) => {
    if (known(db, selectionId).coordinatorId !== null) throw new Refusal('conflict')
    setSelectionState(db, selectionId, 'open', { chosenId: null, decidedOn: null, because: '' })
    return null
  },
  'selections.setRecommended': ({ db }, { selectionId, recommendedOn }) => {
    known(db, selectionId)
    setRecommended(db, selectionId, recommendedOn)
    return null
  },
  'selections.appoint': (context, { selectionId, coordinator }) => {
    const { db, ids } = context
    const selection = known(db, selectionId)
    const chosen = selection.candidates.find((each) => each.id === selection.chosenId)
    if (!chosen || selection.coordinatorId !== null) throw new Refusal('conflict')
    if (coordinator.toOn !== null && coordinator.toOn < coordinator.fromOn) {
      throw new Refusal('end-before-start')
    }
    const coordinatorId = ids.next<'coordinator'>()
    addCoordinator(
      db,
      coordinatorId,
      { ...coordinator, personId: chosen.personId },
      { areaId: areaOfName(context, coordinator.areaName), selectionId },
    )
    return { coordinatorId }
  },
}

export const selectionHandlers: Handlers<SelectionOperation> = { ...recordHandlers, ...outcomeHandlers }
