import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { AgendaItemId, AttachmentId } from '#shared/domain/ids.ts'
import { id } from './fields.ts'
import { fileToken, type OfferedFile } from './files.ts'
import { defineTask, defineWrite } from './operation.ts'

/** 添付: a file kept with the meeting, or with one of its items. */
export interface Attachment {
  readonly id: AttachmentId
  readonly agendaItemId: AgendaItemId | null
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly addedOn: CalendarDate
}

const attachmentId = id<'attachment'>()

export const attachmentOperations = {
  /** Keeps the very bytes with the data. Refused: programs, files of other kinds than papers and pictures, too large ones. */
  'attachments.add': defineTask(
    z.strictObject({
      meetingId: id<'meeting'>(),
      agendaItemId: id<'agenda-item'>().nullable(),
      file: fileToken,
    }),
  )<{ readonly attachmentId: AttachmentId }>(),
  /** Gives the file to be saved; the program itself never opens it. */
  'attachments.open': defineTask(z.strictObject({ attachmentId }))<OfferedFile>(),
  'attachments.remove': defineWrite(z.strictObject({ attachmentId }))<null>(),
  'attachments.restore': defineWrite(z.strictObject({ attachmentId }))<null>(),
}
