import { useEffect, useState } from 'react'
import { callOperation } from '#renderer/api/call.ts'
import { toTsudoiError } from '#renderer/api/call-failed.ts'
import { host } from '#renderer/api/host.ts'
import { useFiles } from '#renderer/api/use-files.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PaperPreview } from '#renderer/ui/paper-preview.tsx'
import type { TsudoiError } from '#shared/contract/errors.ts'
import type { OfferedFile } from '#shared/contract/files.ts'
import type { LocalPaper } from '#shared/contract/local-paper-operations.ts'

type Made = { readonly file: OfferedFile; readonly bytes: Uint8Array }

/** The PDF as the data stand now, made when it is first shown. */
function useMadePaper(wanted: LocalPaper) {
  const [made, setMade] = useState<Made | null>(null)
  const [error, setError] = useState<TsudoiError | null>(null)
  // The paper wanted is a value: the same words ask for the same paper.
  const asked = JSON.stringify(wanted)
  useEffect(() => {
    let shown = true
    const make = async (): Promise<Made> => {
      // What was written as JSON just above.
      const paper = JSON.parse(asked) as LocalPaper
      const file = await callOperation('localPapers.make', { paper, format: 'pdf' })
      return { file, bytes: await host.readFile(file.token) }
    }
    make().then(
      (paperMade) => {
        if (shown) setMade(paperMade)
      },
      (thrown: unknown) => {
        if (shown) setError(toTsudoiError(thrown))
      },
    )
    return () => {
      shown = false
    }
  }, [asked])
  return { made, error }
}

export interface LocalPaperViewProps {
  readonly title: string
  readonly wanted: LocalPaper
  readonly onClose: () => void
}

/** A paper made of local records, as it will be printed, with its three ways out. */
export function LocalPaperView({ title, wanted, onClose }: LocalPaperViewProps) {
  const { made, error } = useMadePaper(wanted)
  const files = useFiles()
  const make = useWrite('localPapers.make')
  const saveExcel = async (): Promise<void> => {
    const file = await make.run({ paper: wanted, format: 'xlsx' })
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
      onSaveExcel={() => void saveExcel()}
      onClose={onClose}
    />
  )
}
