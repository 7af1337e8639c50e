import type { Substitute } from '#shared/contract/list-operations.ts'
import type { Id } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** What was last written instead of characters that another system does not have. */
export function listSubstitutes(db: ReadDb): readonly Substitute[] {
  return db.all<Substitute>('SELECT character, instead FROM character_substitutes ORDER BY character')
}

export function saveSubstitute(
  db: WriteDb,
  id: Id<'character-substitute'>,
  { character, instead }: Substitute,
): void {
  db.run(
    `INSERT INTO character_substitutes (id, character, instead) VALUES (?, ?, ?)
     ON CONFLICT (character) DO UPDATE SET instead = excluded.instead WHERE instead <> excluded.instead`,
    [id, character, instead],
  )
}
