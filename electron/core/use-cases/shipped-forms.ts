import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { shippedFormFacts, type shippedFormOperations } from '#shared/contract/shipped-form-operations.ts'
import type { Handlers, OperationsOf } from '../context.ts'
import { safeFileName } from '../reports/file-name.ts'

export const shippedFormHandlers: Handlers<OperationsOf<typeof shippedFormOperations>> = {
  'shippedForms.take': async ({ files, resources }, { form }) => {
    const bytes = await readFile(join(resources, 'forms', `${form}.xlsx`))
    return files.put(`${safeFileName(shippedFormFacts[form].name)}.xlsx`, new Uint8Array(bytes))
  },
}
