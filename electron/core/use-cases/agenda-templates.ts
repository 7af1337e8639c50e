import {
  usualAgendaName,
  type agendaTemplateOperations,
  type TemplateItem,
} from '#shared/contract/agenda-template-operations.ts'
import { Refusal } from '#shared/contract/errors.ts'
import type { CouncilId, MeetingId, NamedAgendaId } from '#shared/domain/ids.ts'
import type { Handlers, OperationsOf, WriteContext } from '../context.ts'
import { getOpenMeeting } from '../records/open-meeting.ts'
import { addTemplateItems } from '../records/plan-meeting.ts'
import { listAgendaItems } from '../store/agenda-store.ts'
import {
  addNamedAgenda,
  getNamedAgendaById,
  listNamedAgendas,
  listTemplateItems,
  renameNamedAgenda,
  saveTemplateItems,
  setNamedAgendaRemoved,
  type TemplateOwner,
} from '../store/agenda-template-store.ts'
import { getCouncilById } from '../store/council-store.ts'
import type { ReadDb } from '../store/database.ts'
import { getMeetingById } from '../store/meeting-store.ts'

/** Refuses with `not-found` a 次第 that is none of this council's. */
function requireOwner(db: ReadDb, owner: TemplateOwner): void {
  const { councilId, namedAgendaId } = owner
  if (!getCouncilById(db, councilId)) throw new Refusal('not-found')
  if (namedAgendaId !== null && getNamedAgendaById(db, namedAgendaId)?.councilId !== councilId)
    throw new Refusal('not-found')
}

/** Refuses with `name-taken` a name that means another 次第 of the council already. */
function checkName(db: ReadDb, councilId: CouncilId, name: string, own: NamedAgendaId | null): void {
  const taken =
    name === usualAgendaName ||
    listNamedAgendas(db, councilId).some((each) => each.name === name && each.id !== own)
  if (taken) throw new Refusal('name-taken', { name })
}

function saveItems(
  { db, ids, today, now }: WriteContext,
  owner: TemplateOwner,
  items: readonly TemplateItem[],
): void {
  saveTemplateItems(db, owner, items, () => ids.next<'agenda-template'>(), `${today}T${now}`)
}

/** What a meeting's 次第 has for any day: what came over from an earlier meeting belonged to that day. */
function itemsForAnyDay(db: ReadDb, meetingId: MeetingId): readonly TemplateItem[] {
  return listAgendaItems(db, meetingId)
    .filter((item) => item.carriedFrom === null)
    .map(({ kind, level, title, plannedMinutes, presenter, internalNote }) => ({
      recurs: 'always' as const,
      kind,
      level,
      title,
      plannedMinutes,
      presenter,
      internalNote,
    }))
}

export const agendaTemplateHandlers: Handlers<OperationsOf<typeof agendaTemplateOperations>> = {
  'agendaTemplates.list': ({ db }, { councilId }) => {
    if (!getCouncilById(db, councilId)) throw new Refusal('not-found')
    const usual = listTemplateItems(db, { councilId, namedAgendaId: null })
    return [
      { namedAgendaId: null, name: usualAgendaName, items: usual.length },
      ...listNamedAgendas(db, councilId).map(({ id, name, items }) => ({ namedAgendaId: id, name, items })),
    ]
  },
  'agendaTemplates.get': ({ db }, owner) => {
    requireOwner(db, owner)
    return listTemplateItems(db, owner)
  },
  'agendaTemplates.save': (context, { items, ...owner }) => {
    requireOwner(context.db, owner)
    saveItems(context, owner, items)
    return null
  },
  'agendaTemplates.add': (context, { councilId, name, items }) => {
    const { db, ids } = context
    requireOwner(db, { councilId, namedAgendaId: null })
    checkName(db, councilId, name, null)
    const namedAgendaId = ids.next<'named-agenda'>()
    addNamedAgenda(db, { id: namedAgendaId, councilId, name })
    saveItems(context, { councilId, namedAgendaId }, items)
    return { namedAgendaId }
  },
  'agendaTemplates.rename': ({ db }, { namedAgendaId, name }) => {
    const agenda = getNamedAgendaById(db, namedAgendaId)
    if (!agenda) throw new Refusal('not-found')
    checkName(db, agenda.councilId, name, namedAgendaId)
    renameNamedAgenda(db, namedAgendaId, name)
    return null
  },
  'agendaTemplates.remove': ({ db, today, now }, { namedAgendaId }) => {
    if (!getNamedAgendaById(db, namedAgendaId)) throw new Refusal('not-found')
    setNamedAgendaRemoved(db, namedAgendaId, `${today}T${now}`)
    return null
  },
  'agendaTemplates.restore': ({ db }, { namedAgendaId }) => {
    const agenda = getNamedAgendaById(db, namedAgendaId, true)
    if (!agenda) throw new Refusal('not-found')
    checkName(db, agenda.councilId, agenda.name, namedAgendaId)
    setNamedAgendaRemoved(db, namedAgendaId, null)
    return null
  },
  'agendaTemplates.takeFromMeeting': (context, { meetingId, name }) => {
    const { db, ids } = context
    const meeting = getMeetingById(db, meetingId)
    if (!meeting) throw new Refusal('not-found')
    const { councilId } = meeting
    const items = itemsForAnyDay(db, meetingId)
    const isUsual = name === '' || name === usualAgendaName
    const present = listNamedAgendas(db, councilId).find((each) => each.name === name)
    const namedAgendaId = isUsual ? null : (present?.id ?? ids.next<'named-agenda'>())
    if (namedAgendaId !== null && present === undefined)
      addNamedAgenda(db, { id: namedAgendaId, councilId, name })
    saveItems(context, { councilId, namedAgendaId }, items)
    return { items: items.length, namedAgendaId }
  },
  'agendaTemplates.apply': (context, { meetingId, namedAgendaId }) => {
    const meeting = getOpenMeeting(context.db, meetingId)
    requireOwner(context.db, { councilId: meeting.councilId, namedAgendaId })
    return { added: addTemplateItems(context, meeting, meeting.number === 1, namedAgendaId) }
  },
}
