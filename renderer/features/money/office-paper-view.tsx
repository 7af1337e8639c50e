import { callOperation } from '#renderer/api/call.ts'
import { useFiles } from '#renderer/api/use-files.ts'
import { useMadeFile } from '#renderer/api/use-made-file.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PaperPreview } from '#renderer/ui/paper-preview.tsx'
import type { OfficePaper } from '#shared/contract/office-paper-operations.ts'

export interface OfficePaperViewProps {
  readonly title: string
  readonly wanted: OfficePaper
  readonly onClose: () => void
}

/** A paper as it will be printed, with its ways out: print, PDF, Excel, Word. */
export function OfficePaperView({ title, wanted, onClose }: OfficePaperViewProps) {
  const { made, error } = useMadeFile(JSON.stringify(wanted), () =>
    callOperation('officePapers.make', { paper: wanted, format: 'pdf' }),
  )
  const files = useFiles()
  const make = useWrite('officePapers.make')
  const saveAs = async (format: 'xlsx' | 'docx'): Promise<void> => {
    const file = await make.run({ paper: wanted, format })
    if (file !== null) await files.save(file.token)
  }
  const problem = error ?? files.error ?? make.error
  return (
    <PaperPreview
      title={title}
      pdf={made?.bytes ?? null}
      busy={files.busy}
      {...(problem === null ? {} : { problem: <ErrorNotice error={problem} /> })}
      onPrint={() => {
        if (made !== null) void files.print(made.file.token)
      }}
      onSavePdf={() => {
        if (made !== null) void files.save(made.file.token)
      }}
      onSaveExcel={() => void saveAs('xlsx')}
      onSaveWord={() => void saveAs('docx')}
      onClose={onClose}
    />
  )
}
