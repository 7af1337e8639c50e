import { z } from 'zod'
import { sectors } from '#shared/domain/sectors.ts'
import { id, lineText } from './fields.ts'
import type { OfferedFile } from './files.ts'
import { defineTask } from './operation.ts'
import { paperFormats } from './report-operations.ts'

/** Null: every area. */
const areaName = lineText.nullable()

/** Papers made of what is kept about an area, not of one meeting. */
export const localPaper = z.discriminatedUnion('name', [
  /** 困ったときの一覧, for residents: only what may be public. */
  z.strictObject({ name: z.literal('help-leaflet'), areaName }),
  /** 地域資源一覧, for staff: every column. */
  z.strictObject({ name: z.literal('resource-list'), areaName }),
  /** 資源の過不足表. */
  z.strictObject({ name: z.literal('gap-table'), sector: z.enum(sectors).nullable() }),
  /** 地域課題一覧. */
  z.strictObject({ name: z.literal('need-list'), councilId: id<'council'>().nullable() }),
])
export type LocalPaper = z.infer<typeof localPaper>

export const localPaperOperations = {
  'localPapers.make': defineTask(
    z.strictObject({ paper: localPaper, format: z.enum(paperFormats) }),
  )<OfferedFile>(),
}
