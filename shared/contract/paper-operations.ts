import { z } from 'zod'
import { fiscalYear, id } from './fields.ts'
import type { OfferedFile } from './files.ts'
import { defineRead, defineTask } from './operation.ts'
import { papers, type ShelfPaper } from './paper-catalogue.ts'
import { paperFormats } from './report-operations.ts'

/** What is asked of the shelf; the papers on it are data: `paper-catalogue.ts`. */

export const seatingLayouts = ['u-shape', 'square', 'school', 'islands'] as const
export type SeatingLayout = (typeof seatingLayouts)[number]
export const seatingLayoutNames: Readonly<Record<SeatingLayout, string>> = {
  'u-shape': 'コの字',
  square: 'ロの字',
  school: 'スクール',
  islands: '島',
}

export const labelSheetNames = ['twelve', 'twenty-one', 'twenty-four'] as const
export type LabelSheet = (typeof labelSheetNames)[number]
/** Sheets as they are sold in Japan: faces abreast and down, each face in millimetres, and the edge left at top and left. */
export const labelSheets: Readonly<
  Record<
    LabelSheet,
    {
      readonly name: string
      readonly abreast: number
      readonly down: number
      readonly widthMm: number
      readonly heightMm: number
      readonly leftMm: number
      readonly topMm: number
    }
  >
> = {
  twelve: { name: '12面', abreast: 2, down: 6, widthMm: 86.4, heightMm: 42.3, leftMm: 18.6, topMm: 21.6 },
  'twenty-one': { name: '21面', abreast: 3, down: 7, widthMm: 70, heightMm: 42.3, leftMm: 0, topMm: 0.45 },
  'twenty-four': { name: '24面', abreast: 3, down: 8, widthMm: 66, heightMm: 33.9, leftMm: 6, topMm: 12.9 },
}

export const paperOptions = z.strictObject({
  labelSheet: z.enum(labelSheetNames).default('twelve'),
  /** The first face of the sheet that is still there, from 1. */
  startAt: z.number().int().min(1).max(24).default(1),
})
export type PaperOptions = z.infer<typeof paperOptions>
export const usualPaperOptions: PaperOptions = paperOptions.parse({})

const place = {
  councilId: id<'council'>(),
  meetingId: id<'meeting'>().nullable(),
  fiscalYear,
}

export const paperOperations = {
  'papers.shelf': defineRead(z.strictObject(place))<readonly ShelfPaper[]>(),
  'papers.make': defineTask(
    z.strictObject({
      ...place,
      paper: z.enum(papers),
      format: z.enum(paperFormats),
      options: paperOptions.default(usualPaperOptions),
    }),
  )<OfferedFile>(),
  /** All that a meeting needs, before it or after it, as one folder (.zip) of PDFs with Excel or Word beside where staff edit on. */
  'papers.makeSet': defineTask(
    z.strictObject({
      ...place,
      meetingId: id<'meeting'>(),
      shelf: z.enum(['before-meeting', 'after-meeting']),
    }),
  )<OfferedFile>(),
}
