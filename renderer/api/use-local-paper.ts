import { useEffect, useState } from 'react'
import type { OfferedFile } from '#shared/contract/files.ts'
import type { TsudoiError } from '#shared/contract/errors.ts'
import type { LocalPaper } from '#shared/contract/local-paper-operations.ts'
import type { PaperFormat } from '#shared/contract/report-operations.ts'
import { toTsudoiError } from './call-failed.ts'
import { callOperation } from './call.ts'
import { host } from './host.ts'
import { useFiles } from './use-files.ts'
import { useWrite } from './use-write.ts'

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

/** A paper made of what is kept about an area or its coordinators, with its ways out: printer, PDF, Excel, Word. */
export function useLocalPaper(wanted: LocalPaper) {
  const { made, error } = useMadePaper(wanted)
  const files = useFiles()
  const make = useWrite('localPapers.make')
  const save = async (format: PaperFormat): Promise<void> => {
    const file = await make.run({ paper: wanted, format })
    if (file !== null) await files.save(file.token)
  }
  return {
    pdf: made?.bytes ?? null,
    busy: files.busy || make.busy,
    problem: error ?? files.error ?? make.error,
    print: (): void => {
      if (made !== null) void files.print(made.file.token)
    },
    savePdf: (): void => {
      if (made !== null) void files.save(made.file.token)
    },
    saveExcel: (): void => void save('xlsx'),
    saveWord: (): void => void save('docx'),
  }
}
