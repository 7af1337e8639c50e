import { Refusal } from '#shared/contract/errors.ts'
import type { FormMapping } from '#shared/contract/form-mapping.ts'
import { formatAddress } from '../cell-address.ts'
import { openFormWorkbook } from '../form-workbook.ts'
import { anchorOf, readSheetTexts } from '../suggestions/sheet-texts.ts'

/** How many of the first texts of a form are looked at for words to know it by, and how many are taken. */
const LOOKED_AT = 15
const TAKEN = 3

/**
 * Words by which a workbook is known again: the longest of those that stand at its beginning, its title among them.
 *
 * @throws Refusal `form-unknown` for a workbook without a word; as openWorkbookPackage
 */
export function recognitionWords(bytes: Uint8Array): FormMapping['recognise'] {
  const workbook = openFormWorkbook(bytes)
  const first = workbook.package.sheets.find(
    ({ kind, hidden }) => kind === 'worksheet' && hidden === 'visible',
  )
  const name = first?.name ?? workbook.sheetNames[0]
  if (name === undefined) throw new Refusal('not-a-workbook')
  const sheet = workbook.sheet(name)
  const words = readSheetTexts(workbook, sheet)
    .boxes.filter(({ text, hasFormula }) => !hasFormula && /\p{L}{2}/u.test(text) && !text.includes('{'))
    .slice(0, LOOKED_AT)
    .toSorted((a, b) => b.text.length - a.text.length)
    .slice(0, TAKEN)
    .map((box) => ({
      sheet: name,
      cell: formatAddress(anchorOf(box)),
      contains: box.text.trim().slice(0, 100),
    }))
  if (words.length === 0) throw new Refusal('form-unknown', { name })
  return words
}

/** A mapping in which nothing goes anywhere yet. @throws Refusal as recognitionWords */
export const emptyMapping = (bytes: Uint8Array, name: string): FormMapping => ({
  version: 1,
  name,
  kind: 'meeting',
  recognise: [...recognitionWords(bytes)],
  entries: [],
  blocks: [],
})
