import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateData } from '#core/generate/generate-data.ts'
import { openCore } from '#core/open-core.ts'
import { askOf } from '../core/ask-of.ts'
import { resources, testPorts } from '../core/test-ports.ts'
import type { BenchRow } from './bench-row.ts'
import { benchDay } from './load-folder.ts'
import { quantile, timesOf } from './measure.ts'

const pdfHead = new TextEncoder().encode('%PDF-1.7 ')
/** Thirty of just under ten megabytes: as many as an office may keep. */
const files = 30
const fileBytes = 9_900_000

async function open(folder: string) {
  const ports = testPorts({ at: benchDay })
  const opened = await openCore({ folder, resources, ports })
  if (!opened.ok) throw new Error(opened.error.code)
  return { core: opened.value, ask: askOf(opened.value, ports) }
}

/** Opening to a first home, and the meeting that holds all the papers. */
async function measure(folder: string): Promise<{ readonly opening: number; readonly meeting: number }> {
  const openings: number[] = []
  for (let run = 0; run < 3; run += 1) {
    const start = performance.now()
    const { core, ask } = await open(folder)
    await ask('home.get', { councilId: null })
    openings.push(performance.now() - start)
    await core.close()
  }
  const { core, ask } = await open(folder)
  const [first] = await ask('meetings.list', { councilId: null, fiscalYear: null })
  if (first === undefined) throw new Error('no meeting')
  const times = await timesOf(20, () => ask('meetings.get', { meetingId: first.id }))
  await core.close()
  return { opening: quantile(openings, 0.5), meeting: quantile(times, 0.5) }
}

/** An office whose meetings keep 300 MB of papers, against the same office without any. */
export async function benchAttachments(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tsudoi-bench-papers-'))
  const { clock, log } = testPorts({ at: benchDay })
  try {
    await generateData({ folder, load: 'L1', seed: 7, clock, log })
    const without = await measure(folder)
    const { core, ask } = await open(folder)
    const [first] = await ask('meetings.list', { councilId: null, fiscalYear: null })
    if (first === undefined) throw new Error('no meeting')
    for (let file = 0; file < files; file += 1) {
      const bytes = new Uint8Array(Buffer.concat([pdfHead, randomBytes(fileBytes)]))
      const { token } = core.files.put(`資料${String(file + 1)}.pdf`, bytes)
      await ask('attachments.add', { meetingId: first.id, agendaItemId: null, file: token })
    }
    await core.close()
    const papers = await measure(folder)
    return [
      {
        name: 'opening to a first home, 300 MB of papers',
        milliseconds: papers.opening,
        against: 'the same without papers',
        ratio: without.opening / papers.opening,
      },
      {
        name: 'the meeting that holds them',
        milliseconds: papers.meeting,
        against: 'the same without papers',
        ratio: without.meeting / papers.meeting,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
