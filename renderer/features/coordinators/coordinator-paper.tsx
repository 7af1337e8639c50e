import { useLocalPaper } from '#renderer/api/use-shown-paper.ts'
import { ShownPaperView, type ShownPaperViewProps } from '#renderer/ui/shown-paper-view.tsx'
import type { LocalPaper } from '#shared/contract/local-paper-operations.ts'

export type CoordinatorPaperProps = Omit<ShownPaperViewProps, 'paper'> & { readonly wanted: LocalPaper }

/** A paper of the coordinators. */
export function CoordinatorPaper({ wanted, ...props }: CoordinatorPaperProps) {
  return <ShownPaperView {...props} paper={useLocalPaper(wanted)} />
}
