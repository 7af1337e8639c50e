import type { WorkbookPackage } from '../open-package.ts'

/** Old drawings number their shapes in thousands (1,024) of their own: 1025 is the first shape of thousand 1. */
const THOUSAND = 1024

const thousandsIn = (xml: string): readonly number[] =>
  [...xml.matchAll(/<o:idmap\s[^>]*data\s*=\s*["']([\d,\s]+)["']/g)].flatMap((found) =>
    (found[1] ?? '').split(',').map(Number),
  )

/** The number that a shape of the old drawing has in its copy. */
export type ShapeNumbers = (number: number) => number

/** Numbers for the shapes of a copied old drawing, in thousands that no sheet has yet. */
export function newShapeNumbers(workbook: WorkbookPackage, oldDrawing: string): ShapeNumbers {
  const used = workbook.partNames
    .filter((part) => /\.vml$/i.test(part))
    .flatMap((part) => thousandsIn(workbook.partText(part)))
  const own = new Set([
    ...thousandsIn(oldDrawing),
    ...[...oldDrawing.matchAll(/_x0000_s(\d+)/g)].map((found) => Math.floor(Number(found[1]) / THOUSAND)),
  ])
  let next = Math.max(0, ...used, ...own) + 1
  const moved = new Map<number, number>()
  for (const thousand of [...own].sort((a, b) => a - b)) {
    moved.set(thousand, next)
    next += 1
  }
  return (number) => {
    const to = moved.get(Math.floor(number / THOUSAND))
    return to === undefined ? number : to * THOUSAND + (number % THOUSAND)
  }
}

const renumbered = (text: string, numbers: ShapeNumbers): string => String(numbers(Number(text)))

export function renumberOldDrawing(xml: string, numbers: ShapeNumbers): string {
  return xml
    .replace(
      /(_x0000_[si])(\d+)/g,
      (_whole, start: string, number: string) => start + renumbered(number, numbers),
    )
    .replace(
      /(<o:idmap\s[^>]*data\s*=\s*["'])([\d,\s]+)(["'])/g,
      (_whole, open: string, list: string, close: string) =>
        open +
        list
          .split(',')
          .map((thousand) => String(numbers(Number(thousand) * THOUSAND) / THOUSAND))
          .join(',') +
        close,
    )
}

/** Controls and embedded objects of a sheet name the shapes of its old drawing. */
export const renumberSheet = (xml: string, numbers: ShapeNumbers): string =>
  xml.replace(
    /(<(?:[\w.-]+:)?(?:control|oleObject)\s(?:[^>]*?\s)?shapeId\s*=\s*["'])(\d+)/g,
    (_whole, open: string, number: string) => open + renumbered(number, numbers),
  )

/** So do the new drawing's stand-ins for controls. */
export const renumberDrawing = (xml: string, numbers: ShapeNumbers): string =>
  xml.replace(
    /(<(?:[\w.-]+:)?cNvPr\s[^>]*?\bid\s*=\s*["'])(\d+)(["'](?:[^>]*[^/>])?>(?:(?!<\/(?:[\w.-]+:)?cNvPr>)[^])*?spid\s*=\s*["']_x0000_s)(\d+)/g,
    (_whole, open: string, id: string, between: string, number: string) =>
      open + (id === number ? renumbered(id, numbers) : id) + between + renumbered(number, numbers),
  )
