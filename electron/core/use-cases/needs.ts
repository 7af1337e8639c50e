import { Refusal } from '#shared/contract/errors.ts'
import type { NeedFields, needOperations, NeedRow } from '#shared/contract/need-operations.ts'
import type { CouncilId, MeetingId, NeedId } from '#shared/domain/ids.ts'
import { openNeedStatuses } from '#shared/domain/need.ts'
import type { Handlers, OperationsOf, WriteContext } from '../context.ts'
import { areaOfName } from '../records/area-of-name.ts'
import { checkHelpKind } from '../records/check-help-kind.ts'
import { getCouncilById } from '../store/council-store.ts'
import type { ReadDb } from '../store/database.ts'
import { getMeetingById } from '../store/meeting-store.ts'
import { getStatementById } from '../store/minutes-store.ts'
import {
  addNeed,
  addNeedPass,
  answerNeedPass,
  findNeedOfStatement,
  getNeedById,
  getNeedLinks,
  getPassById,
  linkNeedMeeting,
  listAreaNames,
  listNeeds,
  saveNeed,
  setNeedGroup,
  setNeedRemoved,
  setNeedStatus,
  unlinkNeedMeeting,
} from '../store/need-store.ts'
import { listOutreachForNeed } from '../store/outreach-store.ts'
import { saveSectors } from '../store/sector-rows.ts'

function knownNeed(db: ReadDb, needId: NeedId): NeedRow {
  const need = getNeedById(db, needId)
  if (!need) throw new Refusal('not-found')
  return need
}

function knownCouncil(db: ReadDb, councilId: CouncilId) {
  const council = getCouncilById(db, councilId)
  if (!council) throw new Refusal('not-found')
  return council
}

function knownMeeting(db: ReadDb, meetingId: MeetingId) {
  const meeting = getMeetingById(db, meetingId)
  if (!meeting) throw new Refusal('not-found')
  return meeting
}

function createNeed(
  context: WriteContext,
  need: NeedFields,
  from: Parameters<typeof addNeed>[1]['statementId'],
) {
  const { db, ids } = context
  knownCouncil(db, need.councilId)
  checkHelpKind(db, need.kind)
  const needId = ids.next<'need'>()
  addNeed(db, { id: needId, need, areaId: areaOfName(context, need.areaName), statementId: from })
  saveSectors(db, 'need_sectors', needId, need.sectors, () => ids.next())
  return needId
}

/** The need that a group of same ones is counted by; walks on, since one that was grouped may itself be taken up. */
function headOf(db: ReadDb, needId: NeedId): NeedId {
  const seen = new Set<NeedId>()
  let head = needId
  for (;;) {
    seen.add(head)
    const next = getNeedById(db, head)?.sameAsId ?? null
    if (next === null || seen.has(next)) return head
    head = next
  }
}

type NeedOperation = OperationsOf<typeof needOperations>
type NeedRecord = Extract<
  NeedOperation,
  | 'needs.list'
  | 'needs.get'
  | 'needs.areas'
  | 'needs.add'
  | 'needs.addFromStatement'
  | 'needs.save'
  | 'needs.remove'
  | 'needs.restore'
>

const recordHandlers: Handlers<NeedRecord> = {
  'needs.list': ({ db }, { councilId }) => listNeeds(db, councilId),
  'needs.get': ({ db }, { needId }) => ({
    ...knownNeed(db, needId),
    ...getNeedLinks(db, needId),
    outreach: listOutreachForNeed(db, needId),
  }),
  'needs.areas': ({ db }) => listAreaNames(db),
  'needs.add': (context, { need }) => ({ needId: createNeed(context, need, null) }),
  'needs.addFromStatement': (context, { statementId }) => {
    const { db, ids } = context
    const statement = getStatementById(db, statementId)
    if (!statement) throw new Refusal('not-found')
    const already = findNeedOfStatement(db, statementId)
    if (already !== undefined) return { needId: already, already: true }
    const meeting = knownMeeting(db, statement.meetingId)
    const need: NeedFields = {
      councilId: meeting.councilId,
      text: statement.text,
      areaName: knownCouncil(db, meeting.councilId).areaName,
      sectors: [],
      kind: null,
      source: 'meeting',
      notedOn: meeting.heldOn,
      existingHelp: '',
      response: '',
      owner: '',
      dueOn: null,
    }
    const needId = createNeed(context, need, statementId)
    linkNeedMeeting(db, ids.next(), needId, meeting.id)
    return { needId, already: false }
  },
  'needs.save': (context, { needId, need }) => {
    const { db, ids } = context
    knownCouncil(db, need.councilId)
    checkHelpKind(db, need.kind)
    if (!saveNeed(db, needId, need, areaOfName(context, need.areaName))) throw new Refusal('not-found')
    saveSectors(db, 'need_sectors', needId, need.sectors, () => ids.next())
    return null
  },
  'needs.remove': ({ db, today, now }, { needId }) => {
    if (!setNeedRemoved(db, needId, `${today}T${now}`)) throw new Refusal('not-found')
    return null
  },
  'needs.restore': ({ db }, { needId }) => {
    if (!setNeedRemoved(db, needId, null)) throw new Refusal('not-found')
    return null
  },
}

const followHandlers: Handlers<Exclude<NeedOperation, NeedRecord>> = {
  'needs.setStatus': ({ db, today }, { needId, status, because }) => {
    knownNeed(db, needId)
    setNeedStatus(db, needId, status, openNeedStatuses.includes(status) ? null : { on: today, because })
    return null
  },
  'needs.group': ({ db }, { needId, sameAsId }) => {
    knownNeed(db, needId)
    if (sameAsId !== null) {
      knownNeed(db, sameAsId)
      const head = headOf(db, sameAsId)
      if (head === needId) throw new Refusal('conflict')
      setNeedGroup(db, needId, head)
    } else setNeedGroup(db, needId, null)
    return null
  },
  'needs.linkMeeting': ({ db, ids }, { needId, meetingId, linked }) => {
    const need = knownNeed(db, needId)
    knownMeeting(db, meetingId)
    if (!linked) unlinkNeedMeeting(db, needId, meetingId)
    else {
      linkNeedMeeting(db, ids.next(), needId, meetingId)
      if (need.status === 'open') setNeedStatus(db, needId, 'discussing', null)
    }
    return null
  },
  'needs.pass': ({ db, ids }, { needId, toCouncilId, passedOn, asked }) => {
    const need = knownNeed(db, needId)
    knownCouncil(db, toCouncilId)
    if (need.waitingFor !== null || toCouncilId === need.councilId) throw new Refusal('conflict')
    const passId = ids.next<'need-pass'>()
    addNeedPass(db, { id: passId, needId, fromCouncilId: need.councilId, toCouncilId, passedOn, asked })
    return { passId }
  },
  'needs.answer': ({ db }, { passId, answeredOn, answer }) => {
    const pass = getPassById(db, passId)
    if (!pass) throw new Refusal('not-found')
    if (answeredOn < pass.passedOn) throw new Refusal('end-before-start')
    answerNeedPass(db, passId, answeredOn, answer)
    return null
  },
}

export const needHandlers: Handlers<NeedOperation> = { ...recordHandlers, ...followHandlers }
