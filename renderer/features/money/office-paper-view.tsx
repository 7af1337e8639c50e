import { useOfficePaper } from '#renderer/api/use-shown-paper.ts'
import { ShownPaperView, type ShownPaperViewProps } from '#renderer/ui/shown-paper-view.tsx'
import type { OfficePaper } from '#shared/contract/office-paper-operations.ts'

export type OfficePaperViewProps = Omit<ShownPaperViewProps, 'paper'> & { readonly wanted: OfficePaper }

/** A paper of the office’s money, or of its plan. */
export function OfficePaperView({ wanted, ...props }: OfficePaperViewProps) {
  return <ShownPaperView {...props} paper={useOfficePaper(wanted)} />
}
