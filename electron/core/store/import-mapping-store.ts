import type { GroupColumnUse } from '#shared/domain/group-import-plan.ts'
import type { ColumnUse } from '#shared/domain/import-plan.ts'
import type { Id } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

export interface StoredMapping {
  readonly id: Id<'import-mapping'>
  readonly name: string
  /** By the heading of each column. */
  readonly fields: readonly { readonly header: string; readonly use: ColumnUse }[]
}

/** One of a list of groups. */
export interface StoredGroupMapping extends Omit<StoredMapping, 'fields'> {
  readonly fields: readonly { readonly header: string; readonly use: GroupColumnUse }[]
}

/** Begins the headings of a list of groups: a list of people with the same ones is another table. */
const ofGroups = '\u001E'

interface MappingRow {
  readonly id: Id<'import-mapping'>
  readonly name: string
  readonly fields: string
}

function toMapping({ fields, ...row }: MappingRow): StoredMapping {
  // Written by saveImportMapping alone.
  return { ...row, fields: JSON.parse(fields) as StoredMapping['fields'] }
}

export function listImportMappings(db: ReadDb): readonly StoredMapping[] {
  return db
    .all<MappingRow>(
      `SELECT id, name, fields FROM import_mappings WHERE removed_at IS NULL AND substr(headings, 1, 1) <> char(30) ORDER BY name, id`,
    )
    .map(toMapping)
}

/** The newest one that was kept for a table with these headings. */
export function findImportMapping(db: ReadDb, headings: string): StoredMapping | undefined {
  const row = db.get<MappingRow>(
    'SELECT id, name, fields FROM import_mappings WHERE headings = ? AND removed_at IS NULL ORDER BY id DESC LIMIT 1',
    [headings],
  )
  return row && toMapping(row)
}

/** The same of a list of groups. */
export function findGroupMapping(db: ReadDb, headings: string): StoredGroupMapping | undefined {
  const found = findImportMapping(db, ofGroups + headings)
  // Written by saveGroupMapping alone.
  return found as StoredGroupMapping | undefined
}

export function saveGroupMapping(
  db: WriteDb,
  { headings, ...mapping }: StoredGroupMapping & { readonly headings: string },
): StoredMapping['id'] {
  return saveMapping(db, { ...mapping, headings: ofGroups + headings })
}

/** One of the same name is written over. */
export function saveImportMapping(
  db: WriteDb,
  mapping: StoredMapping & { readonly headings: string },
): StoredMapping['id'] {
  return saveMapping(db, mapping)
}

function saveMapping(
  db: WriteDb,
  mapping: (StoredMapping | StoredGroupMapping) & { readonly headings: string },
): StoredMapping['id'] {
  const fields = JSON.stringify(mapping.fields)
  const known = db.get<{ id: StoredMapping['id'] }>(
    `SELECT id FROM import_mappings WHERE name = ? AND removed_at IS NULL AND (substr(headings, 1, 1) = char(30)) = ?`,
    [mapping.name, mapping.headings.startsWith(ofGroups) ? 1 : 0],
  )
  if (known) {
    db.run('UPDATE import_mappings SET headings = ?, fields = ? WHERE id = ?', [
      mapping.headings,
      fields,
      known.id,
    ])
    return known.id
  }
  db.run('INSERT INTO import_mappings (id, name, headings, fields) VALUES (?, ?, ?, ?)', [
    mapping.id,
    mapping.name,
    mapping.headings,
    fields,
  ])
  return mapping.id
}

export function setImportMappingRemoved(
  db: WriteDb,
  id: StoredMapping['id'],
  removedAt: string | null,
): boolean {
  return db.run('UPDATE import_mappings SET removed_at = ? WHERE id = ?', [removedAt, id]) === 1
}
