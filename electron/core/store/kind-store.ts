import { type Kind, kindsInUse } from '#shared/domain/constituent-kinds.ts'
import type { ReadDb, WriteDb } from './database.ts'

type StoredKind = Omit<Kind, 'retired'> & { readonly removedAt: string | null }

function listOwnKinds(db: ReadDb): readonly Kind[] {
  return db
    .all<StoredKind>(
      'SELECT id AS code, name, family, removed_at AS removedAt FROM constituent_kinds ORDER BY position, id',
    )
    .map(({ removedAt, ...kind }) => ({ ...kind, retired: removedAt !== null }))
}

/** The office's list of kinds, retired ones among them; the one it began with until it changes it. */
export function listKinds(db: ReadDb): readonly Kind[] {
  return kindsInUse(listOwnKinds(db))
}

/** Writes the whole list in its order. */
export function saveKinds(db: WriteDb, kinds: readonly Kind[], retiredAt: string): void {
  const known = new Map(listOwnKinds(db).map((kind) => [kind.code, kind]))
  for (const [position, { code, name, family, retired }] of kinds.entries()) {
    const before = known.get(code)
    if (before === undefined) {
      db.run(
        'INSERT INTO constituent_kinds (id, position, name, family, removed_at) VALUES (?, ?, ?, ?, ?)',
        [code, position, name, family, retired ? retiredAt : null],
      )
      continue
    }
    db.run('UPDATE constituent_kinds SET position = ?, name = ?, family = ? WHERE id = ?', [
      position,
      name,
      family,
      code,
    ])
    if (before.retired !== retired) {
      db.run('UPDATE constituent_kinds SET removed_at = ? WHERE id = ?', [retired ? retiredAt : null, code])
    }
  }
}

/** How many groups are of each kind. */
export function countGroupsByKind(db: ReadDb): ReadonlyMap<string, number> {
  return new Map(
    db
      .all<{ kind: string; n: number }>(
        'SELECT kind, COUNT(*) AS n FROM organizations WHERE kind IS NOT NULL AND removed_at IS NULL GROUP BY kind',
      )
      .map(({ kind, n }) => [kind, n]),
  )
}
