import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSizes } from '#core/generate/load-sizes.ts'
import { makeUpOffice } from '#core/generate/made-up-office.ts'
import { createSeededRandom } from '#core/generate/seeded-random.ts'
import { openFolder } from '#core/safekeeping/open-folder.ts'
import { writeRowsInBulk } from '#core/store/bulk-rows.ts'
import { noKey } from '#core/store/connect.ts'
import { testPorts } from '../core/test-ports.ts'
import { startBrowserHost } from '../e2e/hosts/browser-host.ts'
import type { BenchRow } from './bench-row.ts'

const people = 20_000

/** Done in the window itself, so that nothing but the program is measured. Milliseconds. */
interface Measured {
  readonly firstRow: number
  /** Of a frame while all rows are scrolled through. */
  readonly frames: readonly number[]
}

/** From the change of the page to its first row, then screen by screen to the end of the list. */
async function scrollThrough(place: string): Promise<Measured> {
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
  const from = performance.now()
  location.hash = place
  while (document.querySelector('[role="listbox"] [role="option"]') === null) await frame()
  const firstRow = performance.now() - from
  const box = document.querySelector('[role="listbox"]')
  const frames: number[] = []
  if (box !== null) {
    const step = Math.max(box.clientHeight, box.scrollHeight / 400)
    let last = await frame()
    while (box.scrollTop + box.clientHeight < box.scrollHeight - 2) {
      box.scrollTop += step
      const now = await frame()
      frames.push(now - last)
      last = now
    }
  }
  return { firstRow, frames }
}

/** From a key in the filter to the list that answers it. */
async function untilFiltered(): Promise<number> {
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
  const sizeOf = (): string =>
    document.querySelector('[role="listbox"] [role="option"]')?.getAttribute('aria-setsize') ?? ''
  const before = sizeOf()
  const from = await new Promise<number>((resolve) => {
    addEventListener('keydown', () => resolve(performance.now()), { capture: true, once: true })
  })
  while (sizeOf() === before) await frame()
  return performance.now() - from
}

/** 20,000 people in the window of a real Chromium: the roster and the table. */
export async function benchLongList(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tsudoi-bench-'))
  const { clock, log } = testPorts()
  const opened = await openFolder(folder, { clock, log, keyring: noKey })
  writeRowsInBulk(opened.database.connection, (put) => {
    makeUpOffice(put, createSeededRandom(7), { ...loadSizes.L1, people })
  })
  await opened.close()
  const host = await startBrowserHost({ folder })
  try {
    const { page } = host
    await page.getByRole('heading', { name: 'ホーム' }).waitFor()
    const rows: BenchRow[] = []
    for (const [name, place, filter] of [
      ['the roster', '#/roster', '氏名・かな・団体でしぼる'],
      ['the table', '#/roster/table', 'しぼる'],
    ] as const) {
      const { firstRow, frames } = await page.evaluate(scrollThrough, place)
      const sorted = frames.toSorted((one, other) => one - other)
      const slow = frames.filter((each) => each > 50).length
      await page.getByLabel(filter, { exact: true }).first().focus()
      const filtered = page.evaluate(untilFiltered)
      await page.keyboard.press('a')
      rows.push(
        { name: `${name} of 20,000: until its first row`, milliseconds: firstRow },
        {
          name: `${name}: a frame while scrolling through, median (${String(slow)} of ${String(frames.length)} over 50 ms)`,
          milliseconds: sorted[Math.floor(sorted.length / 2)] ?? 0,
        },
        { name: `${name}: the slowest frame`, milliseconds: sorted.at(-1) ?? 0 },
        { name: `${name}: from a key to the rows that answer`, milliseconds: await filtered },
      )
    }
    return rows
  } finally {
    await host.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
