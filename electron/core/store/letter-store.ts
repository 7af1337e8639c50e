import type { LetterKind } from '#shared/contract/letter-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { defaultNumberFormat } from '#shared/domain/document-number.ts'
import type { Id } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

export interface StoredLetter {
  readonly kind: LetterKind
  readonly subject: string
  readonly body: string
}

/** The wordings that the office has made its own. */
export function listOwnLetters(db: ReadDb): readonly StoredLetter[] {
  return db.all<StoredLetter>('SELECT kind, subject, body FROM letter_templates ORDER BY kind')
}

export function saveOwnLetter(db: WriteDb, id: Id<'letter-template'>, letter: StoredLetter): void {
  db.run(
    `INSERT INTO letter_templates (id, kind, subject, body) VALUES (?, ?, ?, ?)
     ON CONFLICT (kind) DO UPDATE SET subject = excluded.subject, body = excluded.body`,
    [id, letter.kind, letter.subject, letter.body],
  )
}

export function forgetOwnLetter(db: WriteDb, kind: LetterKind): void {
  db.run('DELETE FROM letter_templates WHERE kind = ?', [kind])
}

export function getNumberFormat(db: ReadDb): string {
  return (
    db.get<{ format: string }>("SELECT number_format AS format FROM letter_settings WHERE id = 'own'")
      ?.format ?? defaultNumberFormat
  )
}

export function saveNumberFormat(db: WriteDb, format: string): void {
  db.run(
    `INSERT INTO letter_settings (id, number_format) VALUES ('own', ?)
     ON CONFLICT (id) DO UPDATE SET number_format = excluded.number_format`,
    [format],
  )
}

export interface TakenNumber {
  readonly number: number
  readonly subject: string
  readonly issuedOn: CalendarDate
}

/** Of a 年度, the latest first. */
export function listDocumentNumbers(db: ReadDb, fiscalYear: number): readonly TakenNumber[] {
  return db.all<TakenNumber>(
    'SELECT number, subject, issued_on AS issuedOn FROM document_numbers WHERE fiscal_year = ? ORDER BY number DESC',
    [fiscalYear],
  )
}

/** Counted from 1 in each 年度; a number once given is never given again. */
export function nextDocumentNumber(db: ReadDb, fiscalYear: number): number {
  return (
    db.get<{ n: number }>(
      'SELECT COALESCE(MAX(number), 0) + 1 AS n FROM document_numbers WHERE fiscal_year = ?',
      [fiscalYear],
    )?.n ?? 1
  )
}

export function takeDocumentNumber(
  db: WriteDb,
  taken: TakenNumber & { readonly id: Id<'document-number'>; readonly fiscalYear: number },
): void {
  db.run(
    'INSERT INTO document_numbers (id, fiscal_year, number, subject, issued_on) VALUES (?, ?, ?, ?, ?)',
    [taken.id, taken.fiscalYear, taken.number, taken.subject, taken.issuedOn],
  )
}
