import { useLocalPaper } from '#renderer/api/use-shown-paper.ts'
import { ShownPaperView, type ShownPaperViewProps } from '#renderer/ui/shown-paper-view.tsx'
import type { LocalPaper } from '#shared/contract/local-paper-operations.ts'

export type LocalPaperViewProps = Omit<ShownPaperViewProps, 'paper'> & { readonly wanted: LocalPaper }

/** A paper made of needs and resources. */
export function LocalPaperView({ wanted, ...props }: LocalPaperViewProps) {
  return <ShownPaperView {...props} paper={useLocalPaper(wanted)} />
}
