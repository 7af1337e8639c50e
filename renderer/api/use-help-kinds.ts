import { useMemo } from 'react'
import { chosenHelpKinds, type HelpKind, helpKindName, type HelpKindRow } from '#shared/domain/help-kinds.ts'
import { useRead } from './use-read.ts'

export interface HelpKinds {
  readonly kinds: readonly HelpKindRow[]
  /** Empty where none was chosen. */
  readonly nameOf: (kind: HelpKind | null) => string
  /** For a list to choose from; what the record has is among them even if it is not chosen any more. */
  readonly choices: (own: HelpKind | null) => readonly { readonly value: HelpKind; readonly label: string }[]
}

/** The office's own list of kinds of help. */
export function useHelpKinds(): HelpKinds {
  const { data } = useRead('helpKinds.list', {})
  return useMemo(() => {
    const kinds = data ?? []
    return {
      kinds,
      nameOf: (kind) => helpKindName(kinds, kind),
      choices: (own) => chosenHelpKinds(kinds, own).map(({ code, name }) => ({ value: code, label: name })),
    }
  }, [data])
}
