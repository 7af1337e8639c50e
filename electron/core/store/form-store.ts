import type { FormSummary, SubmissionSummary } from '#shared/contract/report-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type {
  CoordinatorId,
  CouncilId,
  FormId,
  FormVersionId,
  MeetingId,
  StoredFileId,
  SubmissionId,
} from '#shared/domain/ids.ts'
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
  readonly fileId: StoredFileId
  /** SHA-256 of the workbook. */
  readonly fingerprint: string
  readonly version: number
  /** JSON, checked against the mapping's schema when it was taken in. */
  readonly mapping: string
}

export function getFormById(db: ReadDb, formId: FormId): FormInFull | undefined {
  const form = db.get<FormInFull>(
    `SELECT f.id, f.name, s.name AS fileName, f.added_on AS addedOn, s.bytes, f.mapping, f.version,
            f.file_id AS fileId, s.sha256 AS fingerprint
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

/** All forms with what tells them apart: their mappings and the fingerprints of their workbooks. */
export function listFormFingerprints(
  db: ReadDb,
): readonly (FormSummary & { readonly mapping: string; readonly fingerprint: string })[] {
  return db.all(
    `SELECT f.id, f.name, s.name AS fileName, f.added_on AS addedOn, f.mapping, s.sha256 AS fingerprint
     FROM forms f JOIN stored_files s ON s.id = f.file_id WHERE f.removed_at IS NULL ORDER BY f.id DESC`,
  )
}

/** Whether anything has been handed in by the form as it stands now. */
export function isFormVersionUsed(db: ReadDb, formId: FormId, version: number): boolean {
  return (
    db.get('SELECT 1 FROM submissions WHERE form_id = ? AND form_version = ? LIMIT 1', [formId, version]) !==
    undefined
  )
}

export function listFormVersions(
  db: ReadDb,
  formId: FormId,
): readonly { readonly version: number; readonly endedOn: CalendarDate }[] {
  return db.all(
    'SELECT version, ended_on AS endedOn FROM form_versions WHERE form_id = ? ORDER BY version DESC',
    [formId],
  )
}

/** Keeps the form as it stands as a version of the past; what is set afterwards has the next number. */
export function keepFormVersion(db: WriteDb, id: FormVersionId, formId: FormId, endedOn: CalendarDate): void {
  db.run(
    `INSERT INTO form_versions (id, form_id, version, file_id, mapping, ended_on)
     SELECT ?, id, version, file_id, mapping, ? FROM forms WHERE id = ?`,
    [id, endedOn, formId],
  )
  db.run('UPDATE forms SET version = version + 1 WHERE id = ?', [formId])
}

export function setFormMapping(db: WriteDb, formId: FormId, name: string, mapping: string): void {
  db.run('UPDATE forms SET name = ?, mapping = ? WHERE id = ?', [name, mapping, formId])
}

export function setFormFile(db: WriteDb, formId: FormId, fileId: StoredFileId): void {
  db.run('UPDATE forms SET file_id = ? WHERE id = ?', [fileId, formId])
}

export type SubmissionRow = Omit<SubmissionSummary, 'changes' | 'about' | 'hasPassword'> & {
  readonly fieldValues: string
  readonly period: string | null
  readonly passwords: number
  /** Whose diary it was made from; null for everybody's. */
  readonly coordinatorId: CoordinatorId | null
  readonly coordinatorName: string | null
}

const submissionQuery = `
  SELECT u.id, u.meeting_id AS meetingId, c.id AS councilId, c.name AS councilName, m.number AS meetingNumber, u.period,
         f.name AS formName, s.name AS fileName, u.submitted_on AS submittedOn, u.addressee, s.sha256 AS fingerprint,
         u.form_id AS formId, u.field_values AS fieldValues, u.form_version AS formVersion, u.has_password AS passwords,
         u.coordinator_id AS coordinatorId, p.name AS coordinatorName
  FROM submissions u
  LEFT JOIN meetings m ON m.id = u.meeting_id
  JOIN councils c ON c.id = COALESCE(m.council_id, u.council_id)
  LEFT JOIN coordinators o ON o.id = u.coordinator_id LEFT JOIN people p ON p.id = o.person_id
  JOIN forms f ON f.id = u.form_id JOIN stored_files s ON s.id = u.file_id`

/** Newest first: of a meeting, of a form, or all. */
export function listSubmissions(
  db: ReadDb,
  of: { readonly meetingId: MeetingId } | { readonly formId: FormId } | null,
): readonly SubmissionRow[] {
  const [filter, given] =
    of === null
      ? ['', []]
      : 'meetingId' in of
        ? ['WHERE u.meeting_id = ?', [of.meetingId]]
        : ['WHERE u.form_id = ?', [of.formId]]
  return db.all<SubmissionRow>(`${submissionQuery} ${filter} ORDER BY u.id DESC`, given)
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
    readonly formVersion: number
    readonly meetingId: MeetingId | null
    /** Of what is handed in for a time, else null. */
    readonly councilId: CouncilId | null
    readonly period: string | null
    readonly coordinatorId: CoordinatorId | null
    readonly fileId: StoredFileId
    readonly submittedOn: CalendarDate
    readonly addressee: string
    readonly fieldValues: string
    readonly hasPassword: boolean
  },
): void {
  db.run(
    `INSERT INTO submissions (id, form_id, form_version, meeting_id, council_id, period, file_id, submitted_on, addressee,
                              field_values, has_password, coordinator_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      submission.id,
      submission.formId,
      submission.formVersion,
      submission.meetingId,
      submission.councilId,
      submission.period,
      submission.fileId,
      submission.submittedOn,
      submission.addressee,
      submission.fieldValues,
      submission.hasPassword ? 1 : 0,
      submission.coordinatorId,
    ],
  )
}
