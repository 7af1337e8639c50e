import { z } from 'zod'
import type { OfferedFile } from './files.ts'
import { defineTask } from './operation.ts'

export const supportOperations = {
  /** A report for somebody who helps: the program, the PC, sizes and counts, the last lines of the log. No name, no text of the office. */
  'support.describe': defineTask(z.strictObject({}))<{ readonly text: string }>(),
  /** Saves the report exactly as it was shown, or as the user has shortened it. */
  'support.save': defineTask(z.strictObject({ text: z.string().min(1).max(1_000_000) }))<OfferedFile>(),
}
