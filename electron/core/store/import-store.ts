import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CouncilId, ImportRunId } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Another with every change that is written, and in every database: the same mark is the same data. */
export function getLastChange(db: ReadDb): string {
  return (
    db.get<{ mark: string }>(`SELECT id || ' ' || record_id AS mark FROM change_log ORDER BY id DESC LIMIT 1`)
      ?.mark ?? ''
  )
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
