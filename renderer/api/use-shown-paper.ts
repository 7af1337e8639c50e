import type { TsudoiError } from '#shared/contract/errors.ts'
import type { OfferedFile } from '#shared/contract/files.ts'
import type { LocalPaper } from '#shared/contract/local-paper-operations.ts'
import type { OfficePaper } from '#shared/contract/office-paper-operations.ts'
import { callOperation } from './call.ts'
import { useFiles } from './use-files.ts'
import { useMadeFile } from './use-made-file.ts'
import { useWrite } from './use-write.ts'

/** A paper as it will be printed, with its ways out. */
export interface ShownPaper {
  /** Null while it is being made. */
  readonly pdf: Uint8Array | null
  readonly busy: boolean
  readonly problem: TsudoiError | null
  readonly print: () => void
  readonly savePdf: () => void
  readonly saveExcel: () => void
  readonly saveWord: () => void
}

interface OtherFormats {
  readonly busy: boolean
  readonly error: TsudoiError | null
  readonly make: (format: 'xlsx' | 'docx') => Promise<OfferedFile | null>
}

/** @param key the paper wanted as a value: the same words ask for the same paper */
function useShownPaper(key: string, makePdf: () => Promise<OfferedFile>, others: OtherFormats): ShownPaper {
  const { made, error } = useMadeFile(key, makePdf)
  const files = useFiles()
  const saveAs = async (format: 'xlsx' | 'docx'): Promise<void> => {
    const file = await others.make(format)
    if (file !== null) await files.save(file.token)
  }
  return {
    pdf: made?.bytes ?? null,
    busy: files.busy || others.busy,
    problem: error ?? files.error ?? others.error,
    print: () => {
      if (made !== null) void files.print(made.file.token)
    },
    savePdf: () => {
      if (made !== null) void files.save(made.file.token)
    },
    saveExcel: () => void saveAs('xlsx'),
    saveWord: () => void saveAs('docx'),
  }
}

/** A paper made of what is kept about an area or its coordinators. */
export function useLocalPaper(wanted: LocalPaper): ShownPaper {
  const { busy, error, run } = useWrite('localPapers.make')
  return useShownPaper(
    JSON.stringify(wanted),
    () => callOperation('localPapers.make', { paper: wanted, format: 'pdf' }),
    { busy, error, make: (format) => run({ paper: wanted, format }) },
  )
}

/** A paper of the office: proposals, briefings, payments, budget, plan. */
export function useOfficePaper(wanted: OfficePaper): ShownPaper {
  const { busy, error, run } = useWrite('officePapers.make')
  return useShownPaper(
    JSON.stringify(wanted),
    () => callOperation('officePapers.make', { paper: wanted, format: 'pdf' }),
    { busy, error, make: (format) => run({ paper: wanted, format }) },
  )
}
