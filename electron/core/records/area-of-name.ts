import type { AreaId } from '#shared/domain/ids.ts'
import type { WriteContext } from '../context.ts'
import { addArea, findAreaByName } from '../store/council-store.ts'

/** The area of that name, made where there is none yet; null for an empty name, which means everywhere. */
export function areaOfName({ db, ids }: Pick<WriteContext, 'db' | 'ids'>, name: string): AreaId | null {
  const plain = name.trim()
  if (plain === '') return null
  const known = findAreaByName(db, plain)
  if (known !== undefined) return known
  const areaId = ids.next<'area'>()
  addArea(db, areaId, plain)
  return areaId
}
