import { once } from 'node:events'
import { setImmediate as letOthersRun } from 'node:timers/promises'
import { crc32, createDeflateRaw } from 'node:zlib'
import { packEntry, packedEntry, writeZip, type ZipEntry } from '../forms/zip-archive.ts'
import type { ListTable } from '../list-table.ts'
import { rowWriter, sheetClosing, sheetOpening, sumRow } from './list-sheet-xml.ts'
import { corePropertiesXml, standingParts, stylesXml, workbookXml } from './list-workbook-parts.ts'
import { sheetName } from './sheet-names.ts'

/** Rows written before whatever else waits may run: what has been written is packed meanwhile, and memory stays level. */
const rowsAtOnce = 250

/**
 * A long list as a workbook, packed while it is written: head frozen, repeated on each page and filtered, A4 across fitted
 * to the width, dates in 和暦, sums as formulas. One value a cell, no merges: other programs read it too. Why not exceljs:
 * docs/decisions/0270-long-lists-are-written-by-hand.md.
 */
export async function writeListWorkbook({ name, columns, rows }: ListTable): Promise<Uint8Array> {
  const sheet = startEntry('xl/worksheets/sheet1.xml')
  const rowXml = rowWriter(columns)
  const sums = columns.map(() => 0)
  let written = 1
  let pending = sheetOpening(columns)
  for (const values of rows) {
    written += 1
    pending += rowXml(values, written)
    columns.forEach(({ sum }, position) => {
      const value = values[position]
      if (sum === true && typeof value === 'number') sums[position] = (sums[position] ?? 0) + value
    })
    if (written % rowsAtOnce !== 0) continue
    await sheet.write(pending)
    pending = ''
    await letOthersRun()
  }
  if (written > 1 && columns.some(({ sum }) => sum === true)) pending += sumRow(columns, sums, written)
  await sheet.write(pending + sheetClosing(name, columns.length, written))
  const part = (path: string, xml: string): ZipEntry => packEntry(path, new TextEncoder().encode(xml))
  return writeZip([
    ...Object.entries(standingParts).map(([path, xml]) => part(path, xml)),
    part('xl/workbook.xml', workbookXml(sheetName(name), columns.length, written)),
    part('xl/styles.xml', stylesXml()),
    part('docProps/core.xml', corePropertiesXml(name)),
    await sheet.end(),
  ])
}

/** As good as 6 for sheets, in a fraction of its time. */
const packingLevel = 3

/** A part of the package that is packed as it comes, on a thread of Node's own. */
function startEntry(path: string) {
  const stream = createDeflateRaw({ level: packingLevel })
  const packed: Buffer[] = []
  stream.on('data', (chunk: Buffer) => packed.push(chunk))
  let crc = 0
  let size = 0
  return {
    write: async (text: string): Promise<void> => {
      const bytes = Buffer.from(text)
      crc = crc32(bytes, crc)
      size += bytes.length
      if (!stream.write(bytes)) await once(stream, 'drain')
    },
    end: async (): Promise<ZipEntry> => {
      const ended = once(stream, 'end')
      stream.end()
      await ended
      return packedEntry(path, { packed: Buffer.concat(packed), crc, unpackedSize: size })
    },
  }
}
