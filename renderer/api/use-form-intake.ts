import { useState } from 'react'
import type { TsudoiError } from '#shared/contract/errors.ts'
import type { OfferedFile } from '#shared/contract/files.ts'
import type { FormSummary } from '#shared/contract/report-operations.ts'
import { useFiles } from './use-files.ts'
import { useWrite } from './use-write.ts'

export interface FormIntake {
  /** Lets a city's workbook be chosen and takes it in by the mapping that recognises it. */
  readonly choose: () => Promise<FormSummary | null>
  /** For a workbook that nothing recognised: takes it in by a mapping file of its own. */
  readonly chooseMapping: () => Promise<FormSummary | null>
  /** The workbook that waits for its mapping. */
  readonly unknown: OfferedFile | null
  readonly busy: boolean
  readonly error: TsudoiError | null
  readonly forget: () => void
}

/** Taking in a city's form, in one step where it is known and in two where it is not. */
export function useFormIntake(): FormIntake {
  const [file, setFile] = useState<OfferedFile | null>(null)
  const files = useFiles()
  const add = useWrite('forms.add')
  const unknown = add.error?.code === 'form-unknown' ? file : null
  return {
    choose: async () => {
      const chosen = await files.choose('form')
      if (chosen === null) return null
      setFile(chosen)
      return add.run({ file: chosen.token, mapping: null })
    },
    chooseMapping: async () => {
      if (file === null) return null
      const mapping = await files.choose('mapping')
      return mapping === null ? null : add.run({ file: file.token, mapping: mapping.token })
    },
    unknown,
    busy: add.busy || files.busy,
    error: unknown === null ? (add.error ?? files.error) : files.error,
    forget: () => {
      add.forget()
      files.forget()
    },
  }
}
