import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** The meeting of kyogi-memo.json, as it should be recorded. */
const memoFile = z.object({
  council: z.string(),
  area: z.string(),
  date: z.string(),
  start: z.string(),
  place: z.string(),
  attendance: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kana: z.string().nullable(),
      organization: z.string(),
      post: z.string(),
      role: z.string(),
      attendance: z.enum(['出席', '代理', '代理出席', '遅刻', '早退', '欠席']),
      note: z.string(),
    }),
  ),
  late: z.array(z.object({ id: z.string(), arrived: z.string() })),
  left_early: z.array(z.object({ id: z.string(), left: z.string() })),
  counts: z.record(z.string(), z.number()),
  agenda: z.array(
    z.object({ no: z.string(), kind: z.string(), title: z.string(), document: z.string().nullable() }),
  ),
  documents: z.array(z.string()),
  statements: z.array(
    z.object({
      seq: z.number(),
      agenda: z.string(),
      speaker: z.string(),
      kind: z.string(),
      text: z.string(),
    }),
  ),
  decisions: z.array(z.object({ no: z.string(), agenda: z.string(), text: z.string() })),
  tasks: z.array(
    z.object({
      seq: z.number(),
      text: z.string(),
      owner: z.string(),
      due_as_written: z.string(),
      due: z.string(),
      agenda: z.string(),
      status: z.string(),
    }),
  ),
  next_meeting: z.object({ date: z.string(), start: z.string(), place: z.string() }),
})

export type Memo = z.infer<typeof memoFile>
export type MemoPerson = Memo['attendance'][number]

export function readMemo(file: string): Memo {
  return memoFile.parse(JSON.parse(readFileSync(file, 'utf8')))
}
