import type { FormSummary, SubmissionSummary } from '#shared/contract/report-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { FormId, MeetingId, StoredFileId, SubmissionId } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

export interface StoredFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Keeps bytes inside the database: one backup then holds forms and submissions too. */
export function addStoredFile(db: WriteDb, id: StoredFileId, file: StoredFile, sha256: string): void {
  db.run('INSERT INTO stored_files (id, name, sha256, bytes) VALUES (?, ?, ?, ?)', [
    id,
    file.name,
    sha256,
    file.bytes,
  ])
}

const formQuery = `
  SELECT f.id, f.name, s.name AS fileName, f.added_on AS addedOn
  FROM forms f JOIN stored_files s ON s.id = f.file_id WHERE f.removed_at IS NULL`

export function listForms(db: ReadDb): readonly FormSummary[] {
  return db.all<FormSummary>(`${formQuery} ORDER BY f.id DESC`)
}

export interface FormInFull extends FormSummary, StoredFile {
  /** JSON, checked against the mapping's schema when it was taken in. */
  readonly mapping: string
}

export function getFormById(db: ReadDb, formId: FormId): FormInFull | undefined {
  const form = db.get<FormSummary & { bytes: Uint8Array; mapping: string }>(
    `SELECT f.id, f.name, s.name AS fileName, f.added_on AS addedOn, s.bytes, f.mapping
     FROM forms f JOIN stored_files s ON s.id = f.file_id WHERE f.removed_at IS NULL AND f.id = ?`,
    [formId],
  )
  return form && { ...form, bytes: new Uint8Array(form.bytes) }
}

export function addForm(
  db: WriteDb,
  form: {
    readonly id: FormId
    readonly name: string
    readonly fileId: StoredFileId
    readonly mapping: string
    readonly addedOn: CalendarDate
  },
): void {
  db.run('INSERT INTO forms (id, name, file_id, mapping, added_on) VALUES (?, ?, ?, ?, ?)', [
    form.id,
    form.name,
    form.fileId,
    form.mapping,
    form.addedOn,
  ])
}

export function setFormRemoved(db: WriteDb, formId: FormId, removedAt: string): boolean {
  return (
    db.run('UPDATE forms SET removed_at = ? WHERE id = ? AND removed_at IS NULL', [removedAt, formId]) === 1
  )
}

export type SubmissionRow = Omit<SubmissionSummary, 'changes'> & {
  readonly formId: FormId
  readonly fieldValues: string
}

const submissionQuery = `
  SELECT u.id, u.meeting_id AS meetingId, m.council_id AS councilId, c.name AS councilName, m.number AS meetingNumber,
         f.name AS formName, s.name AS fileName, u.submitted_on AS submittedOn, u.addressee, s.sha256 AS fingerprint,
         u.form_id AS formId, u.field_values AS fieldValues
  FROM submissions u
  JOIN meetings m ON m.id = u.meeting_id JOIN councils c ON c.id = m.council_id
  JOIN forms f ON f.id = u.form_id JOIN stored_files s ON s.id = u.file_id`

/** Newest first. */
export function listSubmissions(db: ReadDb, meetingId: MeetingId | null): readonly SubmissionRow[] {
  return db.all<SubmissionRow>(
    `${submissionQuery} ${meetingId === null ? '' : 'WHERE u.meeting_id = ?'} ORDER BY u.id DESC`,
    meetingId === null ? [] : [meetingId],
  )
}

export function getSubmissionFile(db: ReadDb, submissionId: SubmissionId): StoredFile | undefined {
  const file = db.get<{ name: string; bytes: Uint8Array }>(
    'SELECT s.name, s.bytes FROM submissions u JOIN stored_files s ON s.id = u.file_id WHERE u.id = ?',
    [submissionId],
  )
  return file && { name: file.name, bytes: new Uint8Array(file.bytes) }
}

export function addSubmission(
  db: WriteDb,
  submission: {
    readonly id: SubmissionId
    readonly formId: FormId
    readonly meetingId: MeetingId
    readonly fileId: StoredFileId
    readonly submittedOn: CalendarDate
    readonly addressee: string
    readonly fieldValues: string
  },
): void {
  db.run(
    'INSERT INTO submissions (id, form_id, meeting_id, file_id, submitted_on, addressee, field_values) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [
      submission.id,
      submission.formId,
      submission.meetingId,
      submission.fileId,
      submission.submittedOn,
      submission.addressee,
      submission.fieldValues,
    ],
  )
}
