import { listFacts, type listOperations } from '#shared/contract/list-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import type { Handlers, OperationsOf } from '../context.ts'
import { readList } from '../records/read-list.ts'
import { safeFileName } from '../reports/file-name.ts'
import { plainCells, plainHeadings } from '../reports/list-table.ts'
import { listExtension, writeList } from '../reports/write-list.ts'
import { missingCharacters } from '../reports/writers/csv.ts'
import { listSubstitutes, saveSubstitute } from '../store/substitute-store.ts'

/** Rows shown before the file is made. */
const shownRows = 5

export const listHandlers: Handlers<OperationsOf<typeof listOperations>> = {
  'lists.look': (context, wanted) => {
    const { table, rows } = context.read((reading) => {
      const read = readList(reading, wanted)
      return { table: read, rows: [...read.rows] }
    })
    return Promise.resolve({
      rows: rows.length,
      headings: plainHeadings(table.columns),
      sample: rows
        .slice(0, shownRows)
        .map((values) => plainCells(table.columns, values).map(({ text }) => text)),
      missing: missingCharacters({ ...table, rows }),
    })
  },
  'lists.substitutes': ({ db }) => listSubstitutes(db),
  'lists.saveSubstitutes': ({ db, ids }, { substitutes }) => {
    for (const each of substitutes) saveSubstitute(db, ids.next<'character-substitute'>(), each)
    return null
  },
  'lists.make': async (context, { format, substitutes, ...wanted }) => {
    const table = context.read((reading) => {
      const read = readList(reading, wanted)
      return { ...read, rows: [...read.rows] }
    })
    const chosen = new Map(substitutes.map(({ character, instead }) => [character, instead]))
    const bytes = await writeList(table, format, chosen)
    const name = [formatWareki(context.today, 'short'), `${listFacts[wanted.list].name}一覧`].join('_')
    return context.files.put(`${safeFileName(name)}.${listExtension(format)}`, bytes)
  },
}
