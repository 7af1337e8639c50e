import type { tableOperations } from '#shared/contract/table-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import type { Handlers, OperationsOf } from '../context.ts'
import { shownTableDocument } from '../reports/documents/shown-table-document.ts'
import { safeFileName } from '../reports/file-name.ts'
import { writeDocument } from '../reports/write-document.ts'
import { getListColumns, saveListColumns } from '../store/list-columns-store.ts'

export const tableHandlers: Handlers<OperationsOf<typeof tableOperations>> = {
  'tables.columns': ({ db }, { list }) => getListColumns(db, list),
  'tables.saveColumns': ({ db }, { list, columns }) => {
    saveListColumns(db, list, columns)
    return null
  },
  'tables.make': async ({ files, printer, today }, { format, ...table }) => {
    const bytes = await writeDocument(printer, shownTableDocument(table, today), format)
    const name = safeFileName(`${formatWareki(today, 'short')}_${table.title}`)
    return files.put(`${name}.${format}`, bytes)
  },
}
