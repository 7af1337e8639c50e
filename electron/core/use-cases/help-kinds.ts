import { Refusal } from '#shared/contract/errors.ts'
import type { helpKindOperations } from '#shared/contract/help-kind-operations.ts'
import { foldForSearch } from '#shared/domain/japanese-text.ts'
import type { HelpKind } from '#shared/domain/help-kinds.ts'
import { moveInList } from '#shared/domain/move-in-list.ts'
import type { Handlers, OperationsOf } from '../context.ts'
import type { ReadDb } from '../store/database.ts'
import {
  addHelpKind,
  listHelpKinds,
  orderHelpKinds,
  retireHelpKind,
  saveHelpKind,
} from '../store/help-kind-store.ts'

function requireOwnName(db: ReadDb, name: string, own: HelpKind | null): void {
  const taken = listHelpKinds(db).some(
    (kind) => kind.code !== own && foldForSearch(kind.name) === foldForSearch(name),
  )
  if (taken) throw new Refusal('conflict')
}

export const helpKindHandlers: Handlers<OperationsOf<typeof helpKindOperations>> = {
  'helpKinds.list': ({ db }) => listHelpKinds(db),
  'helpKinds.add': ({ db, ids }, { name }) => {
    requireOwnName(db, name, null)
    const code = ids.next<'help-kind'>()
    addHelpKind(db, code, name)
    return { code }
  },
  'helpKinds.save': ({ db }, { code, name }) => {
    requireOwnName(db, name, code)
    if (!saveHelpKind(db, code, name)) throw new Refusal('not-found')
    return null
  },
  'helpKinds.retire': ({ db, today, now }, { code, retired }) => {
    if (!retireHelpKind(db, code, retired ? `${today}T${now}` : null)) throw new Refusal('not-found')
    return null
  },
  'helpKinds.move': ({ db }, { code, by }) => {
    const codes = listHelpKinds(db).map((kind) => kind.code)
    if (!codes.includes(code)) throw new Refusal('not-found')
    const moved = moveInList(codes, code, by)
    if (moved !== null) orderHelpKinds(db, moved)
    return null
  },
}
