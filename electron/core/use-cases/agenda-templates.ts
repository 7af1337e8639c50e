import type { agendaTemplateOperations } from '#shared/contract/agenda-template-operations.ts'
import { Refusal } from '#shared/contract/errors.ts'
import type { Handlers, OperationsOf } from '../context.ts'
import { getOpenMeeting } from '../records/open-meeting.ts'
import { addTemplateItems } from '../records/plan-meeting.ts'
import { listAgendaItems } from '../store/agenda-store.ts'
import { listTemplateItems, saveTemplateItems } from '../store/agenda-template-store.ts'
import { getCouncilById } from '../store/council-store.ts'
import { getMeetingById } from '../store/meeting-store.ts'

export const agendaTemplateHandlers: Handlers<OperationsOf<typeof agendaTemplateOperations>> = {
  'agendaTemplates.get': ({ db }, { councilId }) => {
    if (!getCouncilById(db, councilId)) throw new Refusal('not-found')
    return listTemplateItems(db, councilId)
  },
  'agendaTemplates.save': ({ db, ids, today, now }, { councilId, items }) => {
    if (!getCouncilById(db, councilId)) throw new Refusal('not-found')
    saveTemplateItems(db, councilId, items, () => ids.next<'agenda-template'>(), `${today}T${now}`)
    return null
  },
  'agendaTemplates.takeFromMeeting': ({ db, ids, today, now }, { meetingId }) => {
    const meeting = getMeetingById(db, meetingId)
    if (!meeting) throw new Refusal('not-found')
    // What came over from an earlier meeting belonged to that day.
    const items = listAgendaItems(db, meetingId)
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
    saveTemplateItems(db, meeting.councilId, items, () => ids.next<'agenda-template'>(), `${today}T${now}`)
    return { items: items.length }
  },
  'agendaTemplates.apply': (context, { meetingId }) => {
    const meeting = getOpenMeeting(context.db, meetingId)
    return { added: addTemplateItems(context, meeting, meeting.number === 1) }
  },
}
