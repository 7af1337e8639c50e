import { z } from 'zod'
import { fiscalYear, id } from './fields.ts'
import type { OfferedFile } from './files.ts'
import { defineRead, defineTask } from './operation.ts'
import { paperFormats, type PaperFormat } from './report-operations.ts'

/** 帳票の棚: every paper, found by what it is for. */

export const shelves = ['before-meeting', 'after-meeting', 'monthly', 'year-end', 'april'] as const
export type Shelf = (typeof shelves)[number]
export const shelfNames: Readonly<Record<Shelf, string>> = {
  'before-meeting': '会議の前',
  'after-meeting': '会議の後',
  monthly: '毎月',
  'year-end': '年度末',
  april: '4月',
}

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

export const papers = [
  'agenda',
  'sign-in-sheet',
  'seating',
  'name-tags',
  'table-tents',
  'labels',
  'envelopes',
  'summary',
  'minutes',
  'attendee-list',
  'open-tasks',
  'decisions',
  'attendance-table',
  'roster-internal',
  'roster-public',
  'handover',
] as const
export type Paper = (typeof papers)[number]

interface PaperFacts {
  readonly name: string
  readonly shelf: Shelf
  /** `meeting`: made of one meeting; `council`: of a council and, where it says so, its 年度. */
  readonly of: 'meeting' | 'council' | 'year'
  readonly formats: readonly PaperFormat[]
  /** What it is for, in a few words. */
  readonly use: string
}

const all = paperFormats
const drawn = ['pdf', 'docx'] as const

export const paperFacts: Readonly<Record<Paper, PaperFacts>> = {
  agenda: { name: '次第', shelf: 'before-meeting', of: 'meeting', formats: all, use: '会議で配る' },
  'sign-in-sheet': {
    name: '出席簿',
    shelf: 'before-meeting',
    of: 'meeting',
    formats: all,
    use: '当日の受付',
  },
  seating: { name: '席次表', shelf: 'before-meeting', of: 'meeting', formats: all, use: '会場の席の並び' },
  'name-tags': {
    name: '名札',
    shelf: 'before-meeting',
    of: 'meeting',
    formats: drawn,
    use: '切って名札入れへ',
  },
  'table-tents': {
    name: '卓上札',
    shelf: 'before-meeting',
    of: 'meeting',
    formats: ['pdf'],
    use: '折って席に立てる',
  },
  labels: {
    name: '宛名ラベル',
    shelf: 'before-meeting',
    of: 'council',
    formats: drawn,
    use: '通知を郵便で送る',
  },
  envelopes: {
    name: '封筒（長形3号）',
    shelf: 'before-meeting',
    of: 'council',
    formats: drawn,
    use: '通知を郵便で送る',
  },
  summary: {
    name: '会議概要',
    shelf: 'after-meeting',
    of: 'meeting',
    formats: all,
    use: '2日のうちに知らせる1枚',
  },
  minutes: { name: '議事録', shelf: 'after-meeting', of: 'meeting', formats: all, use: '委員へ、市へ' },
  'attendee-list': {
    name: '出席者名簿',
    shelf: 'after-meeting',
    of: 'meeting',
    formats: all,
    use: '報告に添える',
  },
  'open-tasks': {
    name: '宿題一覧',
    shelf: 'monthly',
    of: 'council',
    formats: all,
    use: '終わっていない宿題',
  },
  decisions: { name: '決定事項・宿題一覧', shelf: 'year-end', of: 'year', formats: all, use: '年度のまとめ' },
  'attendance-table': {
    name: '出席状況一覧',
    shelf: 'year-end',
    of: 'year',
    formats: all,
    use: '委員ごとの出席',
  },
  'roster-internal': {
    name: '委員名簿（事務局用）',
    shelf: 'april',
    of: 'council',
    formats: all,
    use: '連絡先つき',
  },
  'roster-public': {
    name: '委員名簿（公開用）',
    shelf: 'april',
    of: 'council',
    formats: all,
    use: '区分・団体・氏名',
  },
  handover: { name: '引継書', shelf: 'april', of: 'year', formats: all, use: '次の担当者へ' },
}

/** What a paper cannot be made without, or would be empty of. */
export const paperLacks = [
  'no-meeting',
  'no-agenda',
  'no-roll',
  'not-held',
  'minutes-open',
  'no-members',
  'no-addresses',
  'some-addresses',
  'no-meetings-in-year',
] as const
export type PaperLack = (typeof paperLacks)[number]

export interface ShelfPaper {
  readonly paper: Paper
  /** Nothing can be made before this is there. */
  readonly blocked: PaperLack | null
  /** It can be made; this will be seen to be missing. */
  readonly wanting: readonly { readonly lack: PaperLack; readonly count: number }[]
}

export const paperOptions = z.strictObject({
  layout: z.enum(seatingLayouts).default('u-shape'),
  labelSheet: z.enum(labelSheetNames).default('twelve'),
  /** The first face of the sheet that is still there, from 1. */
  startAt: z.number().int().min(1).max(24).default(1),
})
export type PaperOptions = z.infer<typeof paperOptions>

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
      options: paperOptions.default({ layout: 'u-shape', labelSheet: 'twelve', startAt: 1 }),
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
