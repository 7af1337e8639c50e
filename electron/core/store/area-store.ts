import { areaKey } from '#shared/domain/areas.ts'
import type { AreaId } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

export interface AreaRow {
  readonly id: AreaId
  readonly parentId: AreaId | null
  readonly name: string
}

export function listAreas(db: ReadDb): readonly AreaRow[] {
  return db.all<AreaRow>(
    'SELECT id, parent_id AS parentId, name FROM areas WHERE removed_at IS NULL ORDER BY id',
  )
}

/** The area of that name, recorded now where it was not known; null for no name. */
export function areaNamed(db: WriteDb, name: string, nextId: () => AreaId): AreaId | null {
  if (name.trim() === '') return null
  const areas = listAreas(db)
  const key = areaKey(name)
  const known = areas.find((area) => area.name === name) ?? areas.find((area) => areaKey(area.name) === key)
  if (known) return known.id
  const areaId = nextId()
  db.run('INSERT INTO areas (id, name) VALUES (?, ?)', [areaId, name])
  return areaId
}
