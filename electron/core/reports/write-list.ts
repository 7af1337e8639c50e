import type { ListFormat } from '#shared/contract/list-operations.ts'
import type { ListTable } from './list-table.ts'
import { type Substitutes, writeListCsv } from './writers/csv.ts'
import { writeListWorkbook } from './writers/list-workbook.ts'

/** A list in the format asked for. Refuses with `characters-missing`. */
export function writeList(
  table: ListTable,
  format: ListFormat,
  substitutes: Substitutes = new Map(),
): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx':
      return writeListWorkbook(table)
    case 'csv-utf-8':
      return Promise.resolve(writeListCsv(table, 'utf-8'))
    case 'csv-cp932':
      return Promise.resolve(writeListCsv(table, 'cp932', substitutes))
  }
}

/** The ending of the file's name. */
export function listExtension(format: ListFormat): string {
  return format === 'xlsx' ? 'xlsx' : 'csv'
}
