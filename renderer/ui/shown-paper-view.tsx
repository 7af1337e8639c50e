import type { TsudoiError } from '#shared/contract/errors.ts'
import { ErrorNotice } from './notice.tsx'
import { PaperPreview } from './paper-preview.tsx'

export interface ShownPaperViewProps {
  readonly title: string
  readonly paper: {
    readonly pdf: Uint8Array | null
    readonly busy: boolean
    readonly problem: TsudoiError | null
    readonly print: () => void
    readonly savePdf: () => void
    readonly saveExcel: () => void
    readonly saveWord: () => void
  }
  readonly onClose: () => void
}

/** A paper as it will be printed, with its ways out: print, PDF, Excel, Word. */
export function ShownPaperView({ title, paper, onClose }: ShownPaperViewProps) {
  return (
    <PaperPreview
      title={title}
      pdf={paper.pdf}
      busy={paper.busy}
      {...(paper.problem === null ? {} : { problem: <ErrorNotice error={paper.problem} /> })}
      onPrint={paper.print}
      onSavePdf={paper.savePdf}
      onSaveExcel={paper.saveExcel}
      onSaveWord={paper.saveWord}
      onClose={onClose}
    />
  )
}
