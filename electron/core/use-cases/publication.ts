import { Refusal } from '#shared/contract/errors.ts'
import type { publicOperations } from '#shared/contract/public-operations.ts'
import { isHeading } from '#shared/domain/agenda-items.ts'
import type { Handlers, OperationsOf } from '../context.ts'
import { readMeetingRecord } from '../records/read-meeting-record.ts'
import { publicRecord } from '../reports/documents/public-record.ts'
import { getAgendaItemById, listClosedItems, setAgendaItemClosed } from '../store/agenda-store.ts'

export const publicationHandlers: Handlers<OperationsOf<typeof publicOperations>> = {
  'publication.preview': (context, { meetingId }) => {
    const record = readMeetingRecord(context, meetingId, 'minutes')
    const closed = new Set(listClosedItems(context.db, meetingId))
    const { agenda } = record.meeting
    const { hidden, doubtful } = publicRecord(record, closed)
    return {
      items: agenda
        .filter((_item, position) => !isHeading(agenda, position))
        .map(({ id, citation, title }) => ({ id, citation, title, closed: closed.has(id) })),
      hidden,
      doubtful,
    }
  },
  'publication.setClosed': ({ db }, { agendaItemId, closed }) => {
    if (!getAgendaItemById(db, agendaItemId)) throw new Refusal('not-found')
    setAgendaItemClosed(db, agendaItemId, closed)
    return null
  },
}
