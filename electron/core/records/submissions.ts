import type { FormCheck, SubmissionSummary } from '#shared/contract/report-operations.ts'
import type { FormId, MeetingId, SubmissionId } from '#shared/domain/ids.ts'
import type { ReadContext, WriteContext } from '../context.ts'
import { sha256 } from '../reports/fingerprint.ts'
import {
  addStoredFile,
  addSubmission,
  listSubmissions,
  type StoredFile,
  type SubmissionRow,
} from '../store/form-store.ts'
import { periodText } from './form-subject.ts'
import type { FormRequest, PreparedForm } from './prepared-form.ts'

const isForSame = (first: SubmissionRow, second: SubmissionRow): boolean =>
  first.formId === second.formId &&
  first.meetingId === second.meetingId &&
  first.period === second.period &&
  first.coordinatorId === second.coordinatorId &&
  first.councilId === second.councilId

/** Newest first, each against the one before it for the same meeting, month or 年度 in the same form. */
export function listSubmissionSummaries(
  { db }: Pick<ReadContext, 'db'>,
  of: { readonly meetingId: MeetingId } | { readonly formId: FormId } | null,
): readonly SubmissionSummary[] {
  const rows = listSubmissions(db, of)
  return rows.map((row, position) => {
    const { fieldValues, period, passwords, coordinatorId: _of, coordinatorName, ...submission } = row
    const before = rows.slice(position + 1).find((each) => isForSame(each, row))
    return {
      ...submission,
      about: aboutText(period, row.meetingNumber, coordinatorName),
      hasPassword: passwords === 1,
      changes: before ? compareSubmissions(before.fieldValues, fieldValues) : null,
    }
  })
}

/** 第2回, 令和8年9月分, 令和8年9月分（戸田　さやか）. */
function aboutText(period: string | null, meetingNumber: number | null, whose: string | null): string {
  if (period === null) return `第${String(meetingNumber ?? 0)}回`
  return whose === null ? periodText(period) : `${periodText(period)}（${whose}）`
}

/** What differs from the last one handed in for the same; null when nothing was. */
export function changesSinceLast(
  { db }: Pick<ReadContext, 'db'>,
  { form, subject }: PreparedForm,
  values: FormCheck['values'],
): SubmissionSummary['changes'] {
  const last = listSubmissions(db, { formId: form.id }).find(
    (row) =>
      row.meetingId === subject.meetingId &&
      row.period === subject.period &&
      row.coordinatorId === subject.coordinatorId &&
      row.councilId === subject.councilId,
  )
  return last === undefined ? null : compareSubmissions(last.fieldValues, JSON.stringify(values))
}

/** 提出: keeps the very bytes, by the form as it stands. */
export function keepSubmission(
  { db, ids }: WriteContext,
  { form, subject }: PreparedForm,
  given: {
    readonly request: FormRequest
    readonly addressee: string
    readonly file: StoredFile
    readonly values: FormCheck['values']
    readonly hasPassword: boolean
  },
): SubmissionId {
  const fileId = ids.next<'stored-file'>()
  addStoredFile(db, fileId, given.file, sha256(given.file.bytes))
  const id = ids.next<'submission'>()
  addSubmission(db, {
    id,
    formId: form.id,
    formVersion: form.version,
    meetingId: subject.meetingId,
    councilId: subject.period === null ? null : subject.councilId,
    period: subject.period,
    coordinatorId: subject.coordinatorId,
    fileId,
    submittedOn: given.request.submittedOn,
    addressee: given.addressee,
    fieldValues: JSON.stringify(given.values),
    hasPassword: given.hasPassword,
  })
  return id
}

/** What a later submission changed, field by field; the stored texts are those that `presentForm` gave. */
export function compareSubmissions(
  beforeJson: string,
  afterJson: string,
): readonly { readonly field: string; readonly before: string; readonly after: string }[] {
  // Both were written by `forms.submit` from FormCheck values.
  const before = JSON.parse(beforeJson) as FormCheck['values']
  const after = JSON.parse(afterJson) as FormCheck['values']
  // Several entries may share a cell (one box each within a sentence): only cell and field together tell them apart.
  const keyOf = ({ cell, field }: FormCheck['values'][number]): string => `${cell} ${field}`
  const textsBefore = new Map(before.map((value) => [keyOf(value), value]))
  const textsAfter = new Map(after.map((value) => [keyOf(value), value]))
  return [...new Set([...textsBefore.keys(), ...textsAfter.keys()])].flatMap((key) => {
    const old = textsBefore.get(key)
    const fresh = textsAfter.get(key)
    if ((old?.text ?? '') === (fresh?.text ?? '')) return []
    return [{ field: fresh?.field ?? old?.field ?? key, before: old?.text ?? '', after: fresh?.text ?? '' }]
  })
}
