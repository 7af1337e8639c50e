import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { AttachmentId, ErasureId, PersonId, StoredFileId } from '#shared/domain/ids.ts'
import type { ErasureRecord } from '#shared/contract/retention-operations.ts'
import type { ReadDb, WriteDb } from './database.ts'

export interface AttachedFile {
  readonly attachmentId: AttachmentId
  readonly fileId: StoredFileId
  readonly name: string
  readonly councilName: string
  readonly number: number
  readonly heldOn: CalendarDate
  readonly locked: number
  /** One of these people stands on the meeting's roll. */
  readonly attended: number
}

/** Everything attached to a meeting, taken away or not; without the bytes. */
export function listAllAttachments(db: ReadDb, personIds: readonly PersonId[]): readonly AttachedFile[] {
  return db.all<AttachedFile>(
    `SELECT t.id AS attachmentId, t.file_id AS fileId, f.name, c.name AS councilName, m.number, m.held_on AS heldOn, m.locked,
            EXISTS (SELECT 1 FROM attendances a WHERE a.meeting_id = m.id AND a.person_id IN (${personIds.map(() => '?').join(', ')})) AS attended
     FROM attachments t JOIN stored_files f ON f.id = t.file_id JOIN meetings m ON m.id = t.meeting_id JOIN councils c ON c.id = m.council_id
     ORDER BY m.held_on, t.id`,
    personIds,
  )
}

export function getStoredBytes(db: ReadDb, fileId: StoredFileId): Uint8Array | undefined {
  return db.get<{ bytes: Uint8Array }>('SELECT bytes FROM stored_files WHERE id = ?', [fileId])?.bytes
}

/** Deletes what is attached, its bytes where nothing else has the file, and what the log says of both. Returns how many. */
export function eraseAttachments(db: WriteDb, attachmentIds: readonly AttachmentId[]): number {
  const forget = (table: string, id: string): void => {
    db.run(
      `UPDATE change_log SET old_values = iif(old_values IS NULL, NULL, '{}'), new_values = iif(new_values IS NULL, NULL, '{}')
       WHERE table_name = ? AND record_id = ?`,
      [table, id],
    )
  }
  let erased = 0
  for (const id of new Set(attachmentIds)) {
    const fileId = db.get<{ id: StoredFileId }>('SELECT file_id AS id FROM attachments WHERE id = ?', [
      id,
    ])?.id
    if (fileId === undefined) continue
    db.run('DELETE FROM attachments WHERE id = ?', [id])
    forget('attachments', id)
    erased += 1
    const others = ['attachments', 'forms', 'form_versions', 'submissions', 'payment_files']
      .map((table) => `EXISTS (SELECT 1 FROM ${table} WHERE file_id = s.id)`)
      .join(' OR ')
    if (db.run(`DELETE FROM stored_files AS s WHERE s.id = ? AND NOT (${others})`, [fileId]) === 1)
      forget('stored_files', fileId)
  }
  return erased
}

/** That something was erased, without whose it was. */
export function addErasure(db: WriteDb, id: ErasureId, record: ErasureRecord): void {
  db.run(
    'INSERT INTO erasures (id, erased_on, people, replaced, files, locked_because) VALUES (?, ?, ?, ?, ?, ?)',
    [id, record.erasedOn, record.people, record.replaced, record.files, record.lockedBecause],
  )
}

/** Newest first. */
export function listErasures(db: ReadDb): readonly ErasureRecord[] {
  return db.all<ErasureRecord>(
    `SELECT erased_on AS erasedOn, people, replaced, files, locked_because AS lockedBecause
     FROM erasures WHERE removed_at IS NULL ORDER BY erased_on DESC, id DESC`,
  )
}
