import { type Kind, shippedKinds } from '#shared/domain/constituent-kinds.ts'
import { useRead } from './use-read.ts'

/** The office's kinds of group; those that every office begins with until the answer is there. */
export function useKinds(): readonly Kind[] {
  return useRead('kinds.list', {}).data ?? shippedKinds
}
