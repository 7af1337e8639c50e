import type { Suggestion } from '#renderer/ui/combo-box.tsx'
import type { Task } from '#shared/contract/meeting-operations.ts'
import { foldForSearch } from '#shared/domain/japanese-text.ts'

/** Somebody who can take a 宿題 on: a person, a group, or a name that stands in no list (事務局). */
export interface TaskOwner extends Suggestion {
  readonly ownerPersonId: Task['ownerPersonId']
  readonly ownerOrganizationId: Task['ownerOrganizationId']
}

type Owner = Pick<TaskOwner, 'ownerPersonId' | 'ownerOrganizationId'>

/**
 * Whom a name means: the one taken from the list; else the one it meant before; else the only one of that name. Nobody of
 * the roster where several are called so, or none: the name is kept as it is written.
 */
export function ownerMeant(
  name: string,
  taken: TaskOwner | null,
  owners: readonly TaskOwner[],
  before: Owner & { readonly owner: string },
): Owner {
  if (taken?.text === name) return only(taken)
  if (name === before.owner && (before.ownerPersonId !== null || before.ownerOrganizationId !== null))
    return only(before)
  const [first, ...others] = owners.filter((each) => foldForSearch(each.text) === foldForSearch(name))
  return first === undefined || others.length > 0
    ? { ownerPersonId: null, ownerOrganizationId: null }
    : only(first)
}

function only({ ownerPersonId, ownerOrganizationId }: Owner): Owner {
  return { ownerPersonId, ownerOrganizationId }
}

/** What a clerk is told of the name she wrote; nothing where it is a person, as it mostly is: the column is narrow. */
export function ownerWords(name: string, { ownerPersonId, ownerOrganizationId }: Owner): string | undefined {
  if (name === '' || ownerPersonId !== null) return undefined
  return ownerOrganizationId !== null ? '名簿の団体です' : '書いたとおりに残します'
}
