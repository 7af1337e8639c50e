import { useLocalPaper } from '#renderer/api/use-local-paper.ts'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PaperPreview } from '#renderer/ui/paper-preview.tsx'
import type { LocalPaper } from '#shared/contract/local-paper-operations.ts'

export interface LocalPaperViewProps {
  readonly title: string
  readonly wanted: LocalPaper
  readonly onClose: () => void
}

/** A paper made of local records, as it will be printed, with its three ways out. */
export function LocalPaperView({ title, wanted, onClose }: LocalPaperViewProps) {
  const paper = useLocalPaper(wanted)
  return (
    <PaperPreview
      title={title}
      pdf={paper.pdf}
      busy={paper.busy}
      {...(paper.problem === null ? {} : { problem: <ErrorNotice error={paper.problem} /> })}
      onPrint={paper.print}
      onSavePdf={paper.savePdf}
      onSaveExcel={paper.saveExcel}
      onClose={onClose}
    />
  )
}
