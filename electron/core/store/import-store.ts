import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CouncilId, ImportRunId } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Grows with every change that is written; the same number is the same data. */
export function getLastChange(db: ReadDb): number {
  return db.get<{ n: number }>('SELECT COALESCE(MAX(id), 0) AS n FROM change_log')?.n ?? 0
}

/** Notes an import that was carried out; its operation number in the change log leads to all it wrote. */
export function addImportRun(
  db: WriteDb,
  run: {
    readonly id: ImportRunId
    readonly fileName: string
    readonly sheet: string
    readonly sha256: string
    readonly councilId: CouncilId | null
    readonly outcome: string
    readonly importedOn: CalendarDate
  },
): void {
  db.run(
    'INSERT INTO import_runs (id, file_name, sheet, sha256, council_id, outcome, imported_on, operation_number) VALUES (?, ?, ?, ?, ?, ?, ?, change_operation_number())',
    [run.id, run.fileName, run.sheet, run.sha256, run.councilId, run.outcome, run.importedOn],
  )
}
