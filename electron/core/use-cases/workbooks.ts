import type { workbookOperations } from '#shared/contract/mapping-operations.ts'
import type { Handlers, OperationsOf } from '../context.ts'
import { openWithPassword, setOpeningPassword } from '../reports/forms/opening-password.ts'

export const workbookHandlers: Handlers<OperationsOf<typeof workbookOperations>> = {
  'workbooks.open': async ({ files }, { file, password }) => {
    const { name, bytes } = files.take(file)
    return files.put(name, await openWithPassword(bytes, password))
  },
  'workbooks.close': ({ files }, { file, password }) => {
    const { name, bytes } = files.take(file)
    return Promise.resolve(files.put(name, password === '' ? bytes : setOpeningPassword(bytes, password)))
  },
}
