import type { SheetPicture } from '#shared/domain/sheet-picture.ts'
import { sheetPicture } from '../reports/forms/sheet-picture.ts'
import type { FormInFull } from '../store/form-store.ts'

/** How many sheets are remembered: while a form is mapped, the same one is asked for at every change. */
const REMEMBERED = 4

const pictures = new Map<string, SheetPicture>()

/**
 * A sheet of a form as it is without values. Remembered by the fingerprint of the workbook, so that what is told
 * can never be of another edition.
 */
export function emptySheet({ fingerprint, bytes }: FormInFull, sheet: string): SheetPicture {
  const key = `${fingerprint} ${sheet}`
  const known = pictures.get(key)
  if (known !== undefined) return known
  const picture = sheetPicture(bytes, sheet)
  pictures.set(key, picture)
  const [oldest] = pictures.keys()
  if (pictures.size > REMEMBERED && oldest !== undefined) pictures.delete(oldest)
  return picture
}
