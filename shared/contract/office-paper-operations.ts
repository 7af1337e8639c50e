import { z } from 'zod'
import { fiscalYear, id } from './fields.ts'
import type { OfferedFile } from './files.ts'
import { defineTask } from './operation.ts'
import { paperFormats } from './report-operations.ts'

const councilId = id<'council'>().nullable()
const runId = id<'payment-run'>()

/** Papers of 働きかけ and of the office's money: not of one meeting, and not of the shelf's choosing. */
export const officePaper = z.discriminatedUnion('name', [
  /** 要望書・提案書 to the municipality. */
  z.strictObject({ name: z.literal('proposal'), proposalId: id<'proposal'>() }),
  z.strictObject({ name: z.literal('proposal-list'), councilId }),
  z.strictObject({ name: z.literal('briefing-list'), councilId }),
  /** 謝金・費用弁償 支払調書. */
  z.strictObject({ name: z.literal('payment-list'), runId }),
  z.strictObject({ name: z.literal('receipts'), runId }),
  /** 支払明細 of a calendar year or one month of it, of one person or one after another. */
  z.strictObject({
    name: z.literal('payment-statements'),
    personId: id<'person'>().nullable(),
    year: z.number().int().min(1900).max(2200),
    month: z.number().int().min(1).max(12).nullable(),
  }),
  /** 収支予算書 and 収支決算書. */
  z.strictObject({ name: z.literal('budget'), fiscalYear }),
  z.strictObject({ name: z.literal('settlement'), fiscalYear }),
  /** 事業計画書. */
  z.strictObject({ name: z.literal('year-plan'), councilId: id<'council'>(), fiscalYear }),
])
export type OfficePaper = z.infer<typeof officePaper>

export const officePaperOperations = {
  'officePapers.make': defineTask(
    z.strictObject({ paper: officePaper, format: z.enum(paperFormats) }),
  )<OfferedFile>(),
}
