import ExcelJS from 'exceljs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OutputOf } from '#shared/contract/contract.ts'
import { createMadeUp } from '#core/generate/made-up.ts'
import { createSeededRandom } from '#core/generate/seeded-random.ts'
import { posts, towns } from '#core/generate/words.ts'
import { openCore } from '#core/open-core.ts'
import { askOf } from '../core/ask-of.ts'
import { setUpCouncil } from '../core/small-council.ts'
import { createThreads } from '#shell/node-ports.ts'
import { threadFile } from '#shell/places.ts'
import { resources, testPorts } from '../core/test-ports.ts'
import type { BenchRow } from './bench-row.ts'
import { benchDay } from './load-folder.ts'

const rowCount = 20_000
/** As `renderer/features/roster-import` asks for them. */
const rowsAtOnce = 2000
const headings = ['番号', '氏名', 'ふりがな', '団体名', '役職', '郵便番号', '住所', '電話', '備考']

/** A roster as a city keeps one, made up; the same for the same seed. */
export function madeUpRoster(rows: number): readonly (readonly string[])[] {
  const random = createSeededRandom(11)
  const made = createMadeUp(random)
  return Array.from({ length: rows }, (_, at) => {
    const { name, kana } = made.person()
    const digits = String(at).padStart(6, '0')
    return [
      String(at + 1),
      name,
      kana,
      made.group(),
      random.pick(posts),
      `000-${digits.slice(2)}`,
      `青羽市${random.pick(towns)}${String(random.whole(1, 9))}丁目${String(at)}番`,
      `000-2${digits.slice(0, 2)}-${digits.slice(2)}`,
      random.chance(0.1) ? '車いすで来る' : '',
    ]
  })
}

/** The same rows as a workbook of another library. */
export async function madeUpWorkbook(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('令和８年度名簿')
  sheet.addRow(headings)
  for (const row of rows) sheet.addRow([...row])
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** What the process holds beside what it held before, in megabytes, once what is not needed has been let go. */
function heldMegabytes(): number {
  return process.memoryUsage().rss / 2 ** 20
}

/** The longest time for which the core's own thread answered nobody while something was done. Milliseconds. */
async function longestStill<T>(
  act: () => Promise<T>,
): Promise<{ readonly value: T; readonly still: number }> {
  let last = performance.now()
  let still = 0
  const beat = setInterval(() => {
    const now = performance.now()
    still = Math.max(still, now - last)
    last = now
  }, 1)
  try {
    const value = await act()
    return { value, still: Math.max(still, performance.now() - last) }
  } finally {
    clearInterval(beat)
  }
}

/** Of the whole process, its threads included. Milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** A roster of 20,000 from a workbook: shown, taken in on the thread as in the program, and shown again where all are known already. */
export async function benchImport(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tsudoi-bench-'))
  const bytes = await madeUpWorkbook(madeUpRoster(rowCount))
  const own = testPorts({ at: benchDay })
  const ports = { ...own, threads: createThreads(threadFile) }
  const opened = await openCore({ folder, resources, ports })
  if (!opened.ok) throw new Error(opened.error.code)
  const core = opened.value
  const ask = askOf(core, ports)
  const timed = async <T>(act: () => Promise<T>) => {
    const start = performance.now()
    const before = processorTime()
    const { value, still } = await longestStill(act)
    const milliseconds = performance.now() - start
    const processor = (processorTime() - before).toFixed(0)
    return { value, milliseconds, told: `(processor ${processor} ms, core still ${still.toFixed(0)} ms)` }
  }
  try {
    await setUpCouncil(ask)
    // In the program a thread stands ready by then: it has checked the data.
    const few = core.files.put('meibo.xlsx', await madeUpWorkbook(madeUpRoster(10))).token
    await ask('imports.plan', { file: few, sheet: null })
    const file = core.files.put('meibo.xlsx', bytes).token
    const before = heldMegabytes()
    // In pages, as the window asks for them.
    const planned = async (): Promise<OutputOf<'imports.plan'>> => {
      const first = await ask('imports.plan', { file, sheet: null, firstRows: rowsAtOnce })
      const rows = [...first.rows]
      while (rows.length < first.rowCount) {
        const { fingerprint } = first
        rows.push(...(await ask('imports.rows', { fingerprint, from: rows.length, count: rowsAtOnce })))
      }
      return { ...first, rows }
    }
    const plan = await timed(planned)
    const grown = heldMegabytes() - before
    const applied = await timed(() =>
      ask('imports.apply', {
        file,
        sheet: plan.value.sheet,
        councilId: null,
        fingerprint: plan.value.fingerprint,
        // Nothing differs from what the plan proposes.
        choices: [],
        others: 'proposed',
      }),
    )
    const again = await timed(planned)
    const listed = await timed(() => ask('roster.listPeople', {}))
    const [run] = await ask('importRuns.list', {})
    const undone = await timed(() =>
      run === undefined ? Promise.resolve(null) : ask('importRuns.undo', { importRunId: run.id }),
    )
    return [
      {
        name: `20,000 rows shown before anything is written, ${grown.toFixed(0)} MB held ${plan.told}`,
        milliseconds: plan.milliseconds,
      },
      {
        name: `${String(applied.value.added)} of them taken in, with a verified backup before ${applied.told}`,
        milliseconds: applied.milliseconds,
      },
      { name: `20,000 rows shown again, all of them known ${again.told}`, milliseconds: again.milliseconds },
      { name: `all of them taken back ${undone.told}`, milliseconds: undone.milliseconds },
      { name: `everybody for the list (${String(listed.value.length)})`, milliseconds: listed.milliseconds },
    ]
  } finally {
    await core.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
