import { z } from 'zod'
import { sectors } from '#shared/domain/sectors.ts'
import { fiscalYear, id, lineText } from './fields.ts'
import type { OfferedFile } from './files.ts'
import { defineTask } from './operation.ts'
import { paperFormats } from './report-operations.ts'

/** Null: every area. */
const areaName = lineText.nullable()

export const reportPeriods = ['month', 'quarter', 'year'] as const
export type ReportPeriod = (typeof reportPeriods)[number]

/** Papers made of what is kept about an area, not of one meeting. */
export const localPaper = z.discriminatedUnion('name', [
  /** 困ったときの一覧, for residents: only what may be public. */
  z.strictObject({
    name: z.literal('help-leaflet'),
    areaName,
    size: z.enum(['A4', 'A3']).default('A4'),
  }),
  /** 地域資源一覧, for staff: every column. */
  z.strictObject({ name: z.literal('resource-list'), areaName }),
  /** 資源の過不足表. */
  z.strictObject({ name: z.literal('gap-table'), sector: z.enum(sectors).nullable() }),
  /** 地域課題一覧. */
  z.strictObject({ name: z.literal('need-list'), councilId: id<'council'>().nullable() }),
  /** 活動報告書: 月報 of a month (1–12), 四半期 (1–4), 年報. Coordinator null: of all. */
  z.strictObject({
    name: z.literal('activity-report'),
    fiscalYear,
    period: z.enum(reportPeriods),
    number: z.number().int().min(1).max(12),
    coordinatorId: id<'coordinator'>().nullable(),
  }),
  /** 実績報告書 別紙１. */
  z.strictObject({ name: z.literal('year-results'), fiscalYear }),
  /** 実施状況調査の集計. */
  z.strictObject({ name: z.literal('survey'), fiscalYear }),
  /** コーディネーター推薦書. */
  z.strictObject({ name: z.literal('recommendation'), selectionId: id<'selection'>() }),
])
export type LocalPaper = z.infer<typeof localPaper>

export const localPaperOperations = {
  'localPapers.make': defineTask(
    z.strictObject({ paper: localPaper, format: z.enum(paperFormats) }),
  )<OfferedFile>(),
}
