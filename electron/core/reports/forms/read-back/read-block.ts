import type { MappingBlock } from '#shared/contract/form-mapping.ts'
import { columnNumber, formatAddress } from '../cell-address.ts'
import type { FieldRecord } from '../form-values.ts'
import type { FormWorkbook } from '../form-workbook.ts'
import { roomOf } from '../row-blocks.ts'
import { contentAt, readTemplate, shownText, type Found, type Reader } from './found-content.ts'
import { joinFound, type UnreadCell } from './join-found.ts'
import { isPart, readValue } from './read-value.ts'

/** A row of a block. */
export interface ReadRecord {
  /** The list, `出席者`. */
  readonly list: string
  readonly sheet: string
  readonly row: number
  readonly values: FieldRecord
}

/** The sheet of a block, and the copies that it was continued on: 日報, 日報 (2), 日報 (3). */
function pagesOf(workbook: FormWorkbook, name: string): readonly string[] {
  const copies = workbook.sheetNames.filter((sheet) => /^ \(\d+\)$/.test(sheet.slice(name.length)))
  return [name, ...copies.filter((sheet) => sheet.startsWith(name))]
}

export function readBlock(reader: Reader, block: MappingBlock, unread: UnreadCell[]): readonly ReadRecord[] {
  const step = block.rowsPerRecord ?? 1
  return pagesOf(reader.filled, block.sheet).flatMap((name): readonly ReadRecord[] => {
    const sheet = reader.filled.sheet(name)
    return Array.from({ length: roomOf(block) }, (_unused, record) => block.firstRow + record * step).flatMap(
      (row): readonly ReadRecord[] => {
        const found = Object.entries(block.columns).flatMap(([letters, column]): readonly Found[] => {
          const match = /^([A-Z]+)(?:\+(\d+))?$/.exec(letters)
          const number = columnNumber(match?.[1] ?? '')
          if (number === undefined) return []
          const address = { row: row + Number(match?.[2] ?? 0), column: number }
          const content = contentAt(reader, sheet, address)
          const place = { sheet: name, cell: formatAddress(sheet.anchorOf(address)) }
          const pathOf = (path: string): string => `${block.each}[].${path}`
          if ('template' in column) {
            return content === 'formula'
              ? []
              : readTemplate(reader, place, column.template, content.value, pathOf)
          }
          if (!('field' in column)) return []
          const field = pathOf(column.field)
          if (content === 'formula') return [{ field, place, text: '', read: { why: 'formula' } }]
          const text = shownText(content.value)
          if (isPart(column.format)) return [{ field, place, text, read: { part: column.format, text } }]
          return [{ field, place, text, read: readValue(content, reader.kindOf(field), column.format) }]
        })
        const values = joinFound(found, reader, unread)
        if (values.length === 0) return []
        const own = values.map(({ field, value }) => [field.slice(block.each.length + 3), value] as const)
        return [{ list: block.each, sheet: name, row, values: Object.fromEntries(own) }]
      },
    )
  })
}
