import type { Attachment } from '#shared/contract/attachment-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { AgendaItemId, AttachmentId, MeetingId, StoredFileId } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** In the order of the agenda, those of the whole meeting first. Their bytes are not read. */
export function listAttachments(db: ReadDb, meetingId: MeetingId): readonly Attachment[] {
  return db.all<Attachment>(
    `SELECT t.id, t.agenda_item_id AS agendaItemId, f.name, t.size, t.added_on AS addedOn
     FROM attachments t JOIN stored_files f ON f.id = t.file_id
     LEFT JOIN agenda_items i ON i.id = t.agenda_item_id
     WHERE t.meeting_id = ? AND t.removed_at IS NULL AND i.removed_at IS NULL
     ORDER BY i.position IS NOT NULL, i.position, t.id`,
    [meetingId],
  )
}

/** `removed` too: to bring one back. */
export function getAttachment(
  db: ReadDb,
  attachmentId: AttachmentId,
): { readonly meetingId: MeetingId; readonly name: string; readonly removed: boolean } | undefined {
  const row = db.get<{ meetingId: MeetingId; name: string; removed: number }>(
    `SELECT t.meeting_id AS meetingId, f.name, t.removed_at IS NOT NULL AS removed
     FROM attachments t JOIN stored_files f ON f.id = t.file_id WHERE t.id = ?`,
    [attachmentId],
  )
  return row && { ...row, removed: row.removed === 1 }
}

export function getAttachmentFile(
  db: ReadDb,
  attachmentId: AttachmentId,
): { readonly name: string; readonly bytes: Uint8Array; readonly sha256: string } | undefined {
  const row = db.get<{ name: string; bytes: Uint8Array; sha256: string }>(
    `SELECT f.name, f.bytes, f.sha256 FROM attachments t JOIN stored_files f ON f.id = t.file_id
     JOIN meetings m ON m.id = t.meeting_id
     WHERE t.id = ? AND t.removed_at IS NULL AND m.removed_at IS NULL`,
    [attachmentId],
  )
  return row && { ...row, bytes: new Uint8Array(row.bytes) }
}

/** Bytes of all that is attached to anything. */
export function sizeOfAttachments(db: ReadDb): number {
  return (
    db.get<{ n: number }>('SELECT COALESCE(SUM(size), 0) AS n FROM attachments WHERE removed_at IS NULL')
      ?.n ?? 0
  )
}

export function addAttachment(
  db: WriteDb,
  attachment: {
    readonly id: AttachmentId
    readonly meetingId: MeetingId
    readonly agendaItemId: AgendaItemId | null
    readonly addedOn: CalendarDate
    readonly file: {
      readonly id: StoredFileId
      readonly name: string
      readonly sha256: string
      readonly bytes: Uint8Array
    }
  },
): void {
  const { file } = attachment
  // The same paper for three meetings lies in the data once.
  const known = db.get<{ id: StoredFileId }>(
    'SELECT id FROM stored_files WHERE sha256 = ? AND name = ? AND removed_at IS NULL',
    [file.sha256, file.name],
  )
  if (known === undefined) {
    db.run('INSERT INTO stored_files (id, name, sha256, bytes) VALUES (?, ?, ?, ?)', [
      file.id,
      file.name,
      file.sha256,
      file.bytes,
    ])
  }
  db.run(
    'INSERT INTO attachments (id, meeting_id, agenda_item_id, file_id, size, added_on) VALUES (?, ?, ?, ?, ?, ?)',
    [
      attachment.id,
      attachment.meetingId,
      attachment.agendaItemId,
      known?.id ?? file.id,
      file.bytes.length,
      attachment.addedOn,
    ],
  )
}

export function setAttachmentRemoved(
  db: WriteDb,
  attachmentId: AttachmentId,
  removedAt: string | null,
): void {
  db.run('UPDATE attachments SET removed_at = ? WHERE id = ?', [removedAt, attachmentId])
}
