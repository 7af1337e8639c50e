import { parseAddress } from './cell-address.ts'
import { openFormWorkbook, type FormWorkbook } from './form-workbook.ts'
import type { FormMapping } from './mapping.ts'
import { foldLabel } from './sentence-tools.ts'

function isMeant(workbook: FormWorkbook, mapping: FormMapping): boolean {
  return mapping.recognise.every(({ sheet, cell, contains }) => {
    const address = parseAddress(cell)
    if (address === undefined || !workbook.sheetNames.includes(sheet)) return false
    const opened = workbook.sheet(sheet)
    const { value } = workbook.valueOf(opened, opened.anchorOf(address))
    return typeof value === 'string' && foldLabel(value).includes(foldLabel(contains))
  })
}

/**
 * The mapping that was made for this workbook; undefined when none was. Width of letters and spaces in the
 * words looked for make no difference.
 *
 * @throws Refusal as openWorkbookPackage
 */
export function recogniseForm(bytes: Uint8Array, mappings: readonly FormMapping[]): FormMapping | undefined {
  const workbook = openFormWorkbook(bytes)
  return mappings.find((mapping) => isMeant(workbook, mapping))
}
