import { z } from 'zod'
import type { AttachmentId } from '#shared/domain/ids.ts'
import { id } from './fields.ts'
import { fileToken, type OfferedFile } from './files.ts'
import { defineTask, defineWrite } from './operation.ts'

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
