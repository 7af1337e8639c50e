import { Refusal } from '#shared/contract/errors.ts'
import type { HelpKind } from '#shared/domain/help-kinds.ts'
import type { ReadDb } from '../store/database.ts'
import { listHelpKinds } from '../store/help-kind-store.ts'

/** Refuses with `not-found` where the office has no such 分類, retired ones counting as known. */
export function checkHelpKind(db: ReadDb, kind: HelpKind | null): void {
  if (kind !== null && !listHelpKinds(db).some((each) => each.code === kind)) throw new Refusal('not-found')
}
