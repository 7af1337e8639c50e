import { Refusal } from '#shared/contract/errors.ts'
import { readZip, unpackEntry } from '../reports/forms/zip-archive.ts'
import { decodeCsv } from './read-csv.ts'

/** Where the words of a workbook, a document, a presentation and their like of ODF stand. */
const wordsOfOffice = /^(?:xl|word|ppt)\/.*\.xml$|^content\.xml$/

function wordsOfZip(bytes: Uint8Array): string {
  const decoder = new TextDecoder()
  return readZip(bytes)
    .filter(({ name }) => wordsOfOffice.test(name))
    .map((entry) => decoder.decode(unpackEntry(entry)).replace(/<[^>]*>/g, ''))
    .join('\n')
}

/**
 * The words of a file, run together, to look for a name in them: of text and of what Office makes. Null where a program
 * cannot tell: a PDF, a picture, a file of before 2007, a damaged one.
 */
export function wordsInFile(name: string, bytes: Uint8Array): string | null {
  const extension = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? ''
  try {
    if (['txt', 'csv', 'tsv'].includes(extension)) return decodeCsv(bytes)
    if (['xlsx', 'docx', 'pptx', 'odt', 'ods'].includes(extension)) return wordsOfZip(bytes)
  } catch (fault) {
    // Whatever cannot be read is told of as such, and a person looks.
    if (!(fault instanceof Refusal)) throw fault
  }
  return null
}
