import { z } from 'zod'
import type { OfferedFile } from './files.ts'
import { lineText, requiredLine } from './fields.ts'
import { defineRead, defineTask, defineWrite } from './operation.ts'

const cell = z.string().max(2000)

export const shownLists = ['people', 'groups', 'seats', 'outreach', 'councils'] as const
export type ShownList = (typeof shownLists)[number]

export const tableOperations = {
  /** The columns that were last chosen for a list; null where nobody has. */
  'tables.columns': defineRead(z.strictObject({ list: z.enum(shownLists) }))<readonly string[] | null>(),
  'tables.saveColumns': defineWrite(
    z.strictObject({ list: z.enum(shownLists), columns: z.array(requiredLine).min(1).max(40) }),
  )<null>(),
  /** A list as it is seen, with the rows, columns and order that were chosen: on paper or in Excel. */
  'tables.make': defineTask(
    z.strictObject({
      title: requiredLine,
      /** How it was narrowed and ordered, for the line below the title. */
      note: lineText,
      columns: z
        .array(z.strictObject({ heading: lineText, share: z.number().positive().max(100) }))
        .min(1)
        .max(20),
      rows: z.array(z.array(cell).max(20)).max(20_000),
      format: z.enum(['pdf', 'xlsx']),
    }),
  )<OfferedFile>(),
}
