import type { InputOf } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/contract/errors.ts'
import type { kindOperations } from '#shared/contract/kind-operations.ts'
import { foldForSearch } from '#shared/domain/japanese-text.ts'
import type { Handlers, OperationsOf, WriteContext } from '../context.ts'
import { countGroupsByKind, listKinds, saveKinds } from '../store/kind-store.ts'

function save({ db, ids, today, now }: WriteContext, { kinds }: InputOf<'kinds.save'>): null {
  const given = kinds.flatMap(({ code }) => (code === null ? [] : [code]))
  const known = listKinds(db).map(({ code }) => code)
  const isWhole = known.every((code) => given.includes(code)) && given.length === known.length
  const names = kinds.filter((kind) => !kind.retired).map((kind) => foldForSearch(kind.name))
  if (!isWhole || new Set(given).size !== given.length || new Set(names).size !== names.length)
    throw new Refusal('conflict')
  const whole = kinds.map((kind) => ({ ...kind, code: kind.code ?? ids.next<'kind'>() }))
  saveKinds(db, whole, `${today}T${now}`)
  return null
}

export const kindHandlers: Handlers<OperationsOf<typeof kindOperations>> = {
  'kinds.list': ({ db }) => {
    const groups = countGroupsByKind(db)
    return listKinds(db).map((kind) => ({ ...kind, groups: groups.get(kind.code) ?? 0 }))
  },
  'kinds.save': save,
}
