import { z } from 'zod'
import { fiscalYear, id, requiredLine } from './fields.ts'
import type { OfferedFile } from './files.ts'
import { defineRead, defineTask, defineWrite } from './operation.ts'
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

/** To whom something goes: the members of a council, the groups, or everybody of the roster. */
export const addresseeSources = ['members', 'organizations', 'people'] as const
export type AddresseeSource = (typeof addresseeSources)[number]
export const addresseeSourceNames: Readonly<Record<AddresseeSource, string>> = {
  members: '委員',
  organizations: '団体',
  people: '名簿の人',
}

/** One to whom something may go, as they are chosen from. */
export interface AddresseeRow {
  readonly key: string
  readonly organizationName: string
  readonly post: string
  readonly name: string
  readonly hasAddress: boolean
}

/** Chosen by their keys; null: all of them. */
const chosenKeys = z.array(z.string().min(1).max(40)).max(50_000).nullable().default(null)

export const addressees = { source: z.enum(addresseeSources).default('members'), only: chosenKeys }

/** Where the reply slip of a notice stands: on a sheet of its own (for FAX), or below a line to cut along. */
export const replySlipPlaces = ['sheet', 'below'] as const
export type ReplySlipPlace = (typeof replySlipPlaces)[number]
export const replySlipPlaceNames: Readonly<Record<ReplySlipPlace, string>> = {
  sheet: '別の紙（FAXで返してもらう）',
  below: '通知の下（切り取って返してもらう）',
}

export const paperSettings = z.strictObject({
  /** 決裁欄: names of the boxes from the left. */
  sealBoxes: z.array(requiredLine).max(10),
  replySlip: z.enum(replySlipPlaces),
})
export type PaperSettings = z.infer<typeof paperSettings>
export const usualPaperSettings: PaperSettings = {
  sealBoxes: ['会長', '事務局長', '課長', '係長', '係', '起案'],
  replySlip: 'sheet',
}

export const paperOptions = z.strictObject({
  ...addressees,
  /** 決裁欄 at the top, on papers that may have one. */
  seals: z.boolean().default(false),
  /** The 年度, or the council's term that lies in it, on papers that may have either. */
  span: z.enum(['year', 'term']).default('year'),
  labelSheet: z.enum(labelSheetNames).default('twelve'),
  /** The first face of the sheet that is still there, from 1. */
  startAt: z.number().int().min(1).max(24).default(1),
  /** The postal code of a label in seven boxes. */
  postalBoxes: z.boolean().default(false),
  /** Millimetres by which what goes onto envelopes and cards is moved: a printer may draw them in askew. */
  rightMm: z.number().int().min(-10).max(10).default(0),
  downMm: z.number().int().min(-10).max(10).default(0),
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
  'papers.settings': defineRead(z.strictObject({}))<PaperSettings>(),
  'papers.saveSettings': defineWrite(paperSettings)<null>(),
  /** To whom a paper or a letter may go, in the order in which it is made. */
  'papers.addressees': defineRead(
    z.strictObject({ councilId: id<'council'>(), source: z.enum(addresseeSources) }),
  )<readonly AddresseeRow[]>(),
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
      /** `pdf`: all of it in one PDF, to be printed at once; `folder`: that and each paper by itself. */
      as: z.enum(['folder', 'pdf']).default('folder'),
    }),
  )<OfferedFile>(),
}
