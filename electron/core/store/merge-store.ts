import type { DoneMerge, ImportRun, MergeId } from '#shared/contract/duplicate-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { Id, ImportRunId, PersonId } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Pairs that were said to be two people, by the ids in their order. */
export function listDifferentPeople(
  db: ReadDb,
): readonly { readonly firstId: PersonId; readonly secondId: PersonId }[] {
  return db.all('SELECT first_person_id AS firstId, second_person_id AS secondId FROM different_people')
}

export function inOrder(one: PersonId, other: PersonId): readonly [PersonId, PersonId] {
  return one < other ? [one, other] : [other, one]
}

export function setDifferent(
  db: WriteDb,
  pair: readonly [PersonId, PersonId],
  different: boolean,
  nextId: () => Id<'different-people'>,
): void {
  const [first, second] = inOrder(...pair)
  const known = db.get('SELECT id FROM different_people WHERE first_person_id = ? AND second_person_id = ?', [
    first,
    second,
  ])
  if (!different) {
    db.run('DELETE FROM different_people WHERE first_person_id = ? AND second_person_id = ?', [first, second])
  } else if (known === undefined) {
    db.run('INSERT INTO different_people (id, first_person_id, second_person_id) VALUES (?, ?, ?)', [
      nextId(),
      first,
      second,
    ])
  }
}

/** How many seats a person has held, and on how many rolls she stands. */
export function countTies(
  db: ReadDb,
  personId: PersonId,
): { readonly seats: number; readonly meetings: number } {
  return (
    db.get<{ seats: number; meetings: number }>(
      `SELECT (SELECT COUNT(*) FROM memberships WHERE person_id = ? AND removed_at IS NULL) AS seats,
              (SELECT COUNT(*) FROM attendances WHERE person_id = ? AND removed_at IS NULL) AS meetings`,
      [personId, personId],
    ) ?? { seats: 0, meetings: 0 }
  )
}

/** These are handled apart: each pair may stand there only once, or they tell of the merge itself. */
const handledApart: ReadonlySet<string> = new Set(['person_sectors', 'different_people', 'person_merges'])

/** Every place of the schema where a person stands, so that a table that comes later is not forgotten. */
function placesOfPeople(db: ReadDb): readonly { readonly tableName: string; readonly columnName: string }[] {
  return db
    .all<{ tableName: string; columnName: string }>(
      `SELECT m.name AS tableName, f."from" AS columnName
       FROM pragma_table_list m, pragma_foreign_key_list(m.name) f
       WHERE m.schema = 'main' AND m.type = 'table' AND f."table" = 'people' ORDER BY m.name, f."from"`,
    )
    .filter(({ tableName }) => !handledApart.has(tableName))
}

/** Moves every link of one person to another. */
export function moveLinks(db: WriteDb, from: PersonId, to: PersonId): void {
  for (const { tableName, columnName } of placesOfPeople(db)) {
    // Names out of our own schema. A row that would stand there twice stays with the one who leaves.
    db.run(`UPDATE OR IGNORE "${tableName}" SET "${columnName}" = ? WHERE "${columnName}" = ?`, [to, from])
  }
}

/** Of two open seats in one council that now are one person's, the later recorded one goes. */
export function dropDoubleSeats(db: WriteDb, personId: PersonId, removedAt: string): void {
  db.run(
    `UPDATE memberships SET removed_at = ? WHERE person_id = ? AND removed_at IS NULL AND released_on IS NULL
       AND EXISTS (SELECT 1 FROM memberships x WHERE x.council_id = memberships.council_id AND x.person_id = memberships.person_id
                   AND x.removed_at IS NULL AND x.released_on IS NULL AND x.id < memberships.id)`,
    [removedAt, personId],
  )
}

/** Of two posts that are the same, the later recorded one goes. */
export function dropDoublePosts(db: WriteDb, personId: PersonId, removedAt: string): void {
  db.run(
    `UPDATE affiliations SET removed_at = ? WHERE person_id = ? AND removed_at IS NULL AND to_on IS NULL
       AND EXISTS (SELECT 1 FROM affiliations x WHERE x.person_id = affiliations.person_id AND x.organization_id IS affiliations.organization_id
                   AND x.post = affiliations.post AND x.removed_at IS NULL AND x.to_on IS NULL AND x.id < affiliations.id)`,
    [removedAt, personId],
  )
}

export function addMerge(
  db: WriteDb,
  merge: {
    readonly id: MergeId
    readonly keptId: PersonId
    readonly mergedId: PersonId
    readonly on: CalendarDate
  },
): void {
  db.run(
    'INSERT INTO person_merges (id, kept_id, merged_id, merged_on, operation_number) VALUES (?, ?, ?, ?, change_operation_number())',
    [merge.id, merge.keptId, merge.mergedId, merge.on],
  )
}

export function listMerges(db: ReadDb): readonly DoneMerge[] {
  return db.all<DoneMerge>(
    `SELECT m.id, k.name AS keptName, g.name AS mergedName, m.merged_on AS mergedOn
     FROM person_merges m JOIN people k ON k.id = m.kept_id JOIN people g ON g.id = m.merged_id
     WHERE m.undone_at IS NULL ORDER BY m.id DESC`,
  )
}

export function listImportRuns(db: ReadDb): readonly ImportRun[] {
  return db.all<ImportRun>(
    `SELECT r.id, r.file_name AS fileName, r.imported_on AS importedOn,
            (SELECT COUNT(DISTINCT l.table_name || l.record_id) FROM change_log l
             WHERE l.operation_number = r.operation_number AND l.table_name <> 'import_runs') AS records
     FROM import_runs r
     WHERE r.undone_at IS NULL AND r.operation_number IS NOT NULL AND r.imported_on IS NOT NULL ORDER BY r.id DESC`,
  )
}

/** The operation in the change log that a merge or an import was; undefined where there is none to be undone. */
export function findMergeOperation(db: ReadDb, mergeId: MergeId): number | undefined {
  return db.get<{ n: number }>(
    'SELECT operation_number AS n FROM person_merges WHERE id = ? AND undone_at IS NULL',
    [mergeId],
  )?.n
}

export function findImportOperation(db: ReadDb, importRunId: ImportRunId): number | undefined {
  return db.get<{ n: number }>(
    'SELECT operation_number AS n FROM import_runs WHERE id = ? AND undone_at IS NULL AND operation_number IS NOT NULL',
    [importRunId],
  )?.n
}

export function markMergeUndone(db: WriteDb, mergeId: MergeId, at: string): void {
  db.run('UPDATE person_merges SET undone_at = ? WHERE id = ?', [at, mergeId])
}

export function markImportUndone(db: WriteDb, importRunId: ImportRunId, at: string): void {
  db.run('UPDATE import_runs SET undone_at = ? WHERE id = ?', [at, importRunId])
}
