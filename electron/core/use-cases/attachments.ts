import { createHash } from 'node:crypto'
import type { attachmentOperations } from '#shared/contract/attachment-operations.ts'
import { Refusal } from '#shared/contract/errors.ts'
import { faultOfAttachment, largestAttachments } from '#shared/domain/attachment-kinds.ts'
import type { Handlers, OperationsOf } from '../context.ts'
import { getOpenMeeting } from '../records/open-meeting.ts'
import { getAgendaItemById } from '../store/agenda-store.ts'
import {
  addAttachment,
  getAttachment,
  getAttachmentFile,
  setAttachmentRemoved,
  sizeOfAttachments,
} from '../store/attachment-store.ts'

export const attachmentHandlers: Handlers<OperationsOf<typeof attachmentOperations>> = {
  'attachments.add': (context, { meetingId, agendaItemId, file }) => {
    const { name, bytes } = context.files.take(file)
    const fault = faultOfAttachment(name, bytes)
    if (fault === 'program') throw new Refusal('attachment-program', { name })
    if (fault === 'size') throw new Refusal('attachment-too-large', { name })
    if (fault !== null) throw new Refusal('attachment-kind', { name })
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return Promise.resolve(
      context.write(({ db, ids, today }) => {
        getOpenMeeting(db, meetingId)
        if (agendaItemId !== null && getAgendaItemById(db, agendaItemId)?.meetingId !== meetingId)
          throw new Refusal('not-found')
        if (sizeOfAttachments(db) + bytes.length > largestAttachments)
          throw new Refusal('attachments-full', { name })
        const attachmentId = ids.next<'attachment'>()
        addAttachment(db, {
          id: attachmentId,
          meetingId,
          agendaItemId,
          addedOn: today,
          file: { id: ids.next<'stored-file'>(), name, sha256, bytes },
        })
        return { attachmentId }
      }),
    )
  },
  'attachments.open': (context, { attachmentId }) => {
    const file = context.read(({ db }) => getAttachmentFile(db, attachmentId))
    if (!file) throw new Refusal('not-found')
    // A page of the database gone bad would hand out a paper that nobody sent.
    if (createHash('sha256').update(file.bytes).digest('hex') !== file.sha256) throw new Refusal('damaged')
    return Promise.resolve(context.files.put(file.name, file.bytes))
  },
  'attachments.remove': ({ db, today, now }, { attachmentId }) => {
    const attachment = getAttachment(db, attachmentId)
    if (!attachment || attachment.removed) throw new Refusal('not-found')
    getOpenMeeting(db, attachment.meetingId)
    setAttachmentRemoved(db, attachmentId, `${today}T${now}`)
    return null
  },
  'attachments.restore': ({ db }, { attachmentId }) => {
    const attachment = getAttachment(db, attachmentId)
    if (!attachment) throw new Refusal('not-found')
    getOpenMeeting(db, attachment.meetingId)
    setAttachmentRemoved(db, attachmentId, null)
    return null
  },
}
