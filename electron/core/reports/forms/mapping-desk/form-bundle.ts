import { z } from 'zod'
import { Refusal } from '#shared/contract/errors.ts'
import type { FormMapping } from '#shared/contract/form-mapping.ts'
import { parseMapping } from '../mapping.ts'
import { packEntry, readZip, unpackEntry, writeZip } from '../zip-archive.ts'

/** A form with its mapping in one file, for the next office. */
export interface FormBundle {
  readonly fileName: string
  readonly workbook: Uint8Array
  readonly mapping: FormMapping
}

const ABOUT = 'tsudoi-form.json'
const WORKBOOK = 'form.xlsx'

const about = z.strictObject({
  version: z.literal(1),
  fileName: z.string().min(1).max(300),
  mapping: z.unknown(),
})

/** The same form and mapping always give the same bytes. */
export function writeFormBundle({ fileName, workbook, mapping }: FormBundle): Uint8Array {
  const words = JSON.stringify({ version: 1, fileName, mapping }, null, 2)
  return writeZip([packEntry(ABOUT, new TextEncoder().encode(words)), packEntry(WORKBOOK, workbook)])
}

/**
 * Takes a bundle apart; undefined for what is none, such as the plain workbook of a city.
 *
 * @throws Refusal `mapping-invalid` for a bundle with a mapping that cannot be read; `workbook-truncated`,
 * `workbook-too-large`, `workbook-hostile` as openWorkbookPackage
 */
export function readFormBundle(bytes: Uint8Array): FormBundle | undefined {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return undefined
  const entries = new Map(readZip(bytes).map((entry) => [entry.name, entry]))
  const [words, workbook] = [entries.get(ABOUT), entries.get(WORKBOOK)]
  if (words === undefined || workbook === undefined) return undefined
  let data: unknown
  try {
    data = JSON.parse(new TextDecoder().decode(unpackEntry(words)))
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('mapping-invalid', { places: [ABOUT] })
  }
  const parsed = about.safeParse(data)
  if (!parsed.success) throw new Refusal('mapping-invalid', { places: [ABOUT] })
  const { fileName, mapping } = parsed.data
  return { fileName, workbook: unpackEntry(workbook), mapping: parseMapping(JSON.stringify(mapping)) }
}
