import type { PriorFigure } from '#shared/contract/prior-figure-operations.ts'
import type { CoordinatorId, CouncilId, PriorFigureId, SubmissionId } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** What a figure that was read back is of. */
export interface PriorPlace {
  readonly fiscalYear: number
  /** 1 to 12; null for the whole 年度. */
  readonly month: number | null
  /** Null for the whole office. */
  readonly councilId: CouncilId | null
  readonly coordinatorId: CoordinatorId | null
  readonly field: string
}

export interface PriorRow extends PriorPlace {
  readonly id: PriorFigureId
  readonly number: number | null
  readonly words: string | null
  readonly fileName: string
}

const standing = `
  FROM prior_figures g JOIN submissions u ON u.id = g.submission_id JOIN stored_files s ON s.id = u.file_id`

/** Of a 年度, or of one of its months, whatever council and whoever's. */
export function listPriorRows(db: ReadDb, fiscalYear: number, month: number | null): readonly PriorRow[] {
  return db.all<PriorRow>(
    `SELECT g.id, g.fiscal_year AS fiscalYear, g.month, g.council_id AS councilId, g.coordinator_id AS coordinatorId,
            g.field, g.number, g.words, s.name AS fileName
     ${standing} WHERE g.removed_at IS NULL AND g.fiscal_year = ? AND g.month IS ? ORDER BY g.id`,
    [fiscalYear, month],
  )
}

type ListedRow = Omit<PriorFigure, 'text'> & Pick<PriorRow, 'number' | 'words'>

/** Of a 年度 and of its months, as they were read. */
export function listPriorFigures(db: ReadDb, fiscalYear: number): readonly PriorFigure[] {
  return db
    .all<ListedRow>(
      `SELECT g.id, g.month, COALESCE(c.name, '') AS councilName, COALESCE(p.name, '') AS coordinatorName,
              g.field, g.number, g.words, s.name AS fileName, u.submitted_on AS submittedOn
       ${standing} LEFT JOIN councils c ON c.id = g.council_id
       LEFT JOIN coordinators o ON o.id = g.coordinator_id LEFT JOIN people p ON p.id = o.person_id
       WHERE g.removed_at IS NULL AND g.fiscal_year = ? ORDER BY COALESCE((g.month + 8) % 12, -1), g.id`,
      [fiscalYear],
    )
    .map(({ number, words, ...figure }) => ({ ...figure, text: words ?? String(number ?? '') }))
}

export function addPriorFigure(
  db: WriteDb,
  figure: PriorPlace & Pick<PriorRow, 'id' | 'number' | 'words'> & { readonly submissionId: SubmissionId },
): void {
  db.run(
    `INSERT INTO prior_figures (id, fiscal_year, month, council_id, coordinator_id, field, number, words, submission_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      figure.id,
      figure.fiscalYear,
      figure.month,
      figure.councilId,
      figure.coordinatorId,
      figure.field,
      figure.number,
      figure.words,
      figure.submissionId,
    ],
  )
}

/** The same figure as another file has it. */
export function setPriorFigure(
  db: WriteDb,
  id: PriorFigureId,
  { number, words }: Pick<PriorRow, 'number' | 'words'>,
  submissionId: SubmissionId,
): void {
  db.run('UPDATE prior_figures SET number = ?, words = ?, submission_id = ? WHERE id = ?', [
    number,
    words,
    submissionId,
    id,
  ])
}

export function removePriorFigure(db: WriteDb, id: PriorFigureId, removedAt: string): boolean {
  return (
    db.run('UPDATE prior_figures SET removed_at = ? WHERE id = ? AND removed_at IS NULL', [removedAt, id]) ===
    1
  )
}

/** Whether the same figure stands again, read from another file since this one was removed. */
export function isPriorFigureReplaced(db: ReadDb, id: PriorFigureId): boolean {
  return (
    db.get(
      `SELECT 1 FROM prior_figures g JOIN prior_figures x ON x.fiscal_year = g.fiscal_year AND x.month IS g.month
         AND x.council_id IS g.council_id AND x.coordinator_id IS g.coordinator_id AND x.field = g.field
       WHERE g.id = ? AND g.removed_at IS NOT NULL AND x.removed_at IS NULL LIMIT 1`,
      [id],
    ) !== undefined
  )
}

export function restorePriorFigure(db: WriteDb, id: PriorFigureId): boolean {
  return (
    db.run('UPDATE prior_figures SET removed_at = NULL WHERE id = ? AND removed_at IS NOT NULL', [id]) === 1
  )
}
