import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCore } from '#core/open-core.ts'
import type { MeetingId } from '#shared/domain/ids.ts'
import { askOf } from '../core/ask-of.ts'
import { itemAt, line, setUpMeeting } from '../core/small-council.ts'
import { resources, testPorts } from '../core/test-ports.ts'
import { startBrowserHost } from '../e2e/hosts/browser-host.ts'
import type { BenchRow } from './bench-row.ts'

const lines = 600

/** What people say is of any length: one line, or ten. */
function words(number: number): string {
  return '移動販売の回数をふやせないか、店に聞いてみたいと思います。'.repeat(1 + ((number * 7) % 9))
}

async function longMeeting(folder: string): Promise<MeetingId> {
  const ports = testPorts()
  const opened = await openCore({ folder, resources, ports })
  if (!opened.ok) throw new Error(opened.error.code)
  const ask = askOf(opened.value, ports)
  const meeting = await setUpMeeting(ask)
  const { meetingId, items } = meeting
  const { roll } = await ask('meetings.get', { meetingId })
  for (let number = 0; number < lines; number += 1) {
    const speaker = roll[number % roll.length]?.id ?? null
    // As talk goes: item by item, from the front of the agenda to its end.
    const at = 3 + Math.floor((number / lines) * (items.length - 3))
    await ask('minutes.addStatement', {
      meetingId,
      statement: line(itemAt(meeting, at), words(number), { attendanceId: speaker }),
      after: null,
    })
  }
  await opened.value.close()
  return meetingId
}

interface Measured {
  readonly firstLine: number
  readonly frames: readonly number[]
}

/** From the change of the page to its first line, then from the end of the talk to its beginning and back, as a wheel turns. */
async function scrollTalk(place: string): Promise<Measured> {
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
  const inTalk = '[role="list"][aria-label="発言"] [role="listitem"]'
  const from = performance.now()
  location.hash = place
  while (document.querySelector(inTalk) === null) await frame()
  const firstLine = performance.now() - from
  const box = document.querySelector('[role="region"][aria-label="発言の記録"]')
  const frames: number[] = []
  if (box === null) return { firstLine, frames }
  // The first pictures after opening are no part of it.
  for (let wait = 0; wait < 30; wait += 1) await frame()
  let last = await frame()
  const turn = async (by: number): Promise<void> => {
    box.scrollTop += by
    const now = await frame()
    frames.push(now - last)
    last = now
  }
  box.scrollTop = 0
  await frame()
  last = await frame()
  while (box.scrollTop + box.clientHeight < box.scrollHeight - 2) await turn(240)
  while (box.scrollTop > 0) await turn(-240)
  return { firstLine, frames }
}

/** From a key in the box for words to the frame in which it stands there. */
async function untilTyped(): Promise<readonly number[]> {
  const times: number[] = []
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
  for (let key = 0; key < 40; key += 1) {
    const from = await new Promise<number>((resolve) => {
      addEventListener('keydown', () => resolve(performance.now()), { capture: true, once: true })
    })
    await frame()
    await frame()
    times.push(performance.now() - from)
  }
  return times
}

const median = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0

/** The minutes of a meeting with 600 statements in a real Chromium: scrolling, and typing below them. */
export async function benchTalk(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tsudoi-bench-'))
  const meetingId = await longMeeting(folder)
  const host = await startBrowserHost({ folder })
  try {
    const { page } = host
    await page.getByRole('heading', { name: 'ホーム' }).waitFor()
    const { firstLine, frames } = await page.evaluate(scrollTalk, `#/meetings/${meetingId}/minutes`)
    const slow = frames.filter((each) => each > 50).length
    await page.getByRole('textbox', { name: '発言のことば' }).focus()
    const typing = page.evaluate(untilTyped)
    for (let key = 0; key < 40; key += 1) await page.keyboard.press('a', { delay: 120 })
    const typed = await typing
    return [
      { name: `minutes of ${String(lines)} statements: until the first line`, milliseconds: firstLine },
      {
        name: `a frame while scrolling through, median (${String(slow)} of ${String(frames.length)} over 50 ms)`,
        milliseconds: median(frames),
      },
      { name: 'the slowest frame', milliseconds: Math.max(...frames) },
      { name: 'from a key to the picture of it, median of 40', milliseconds: median(typed) },
    ]
  } finally {
    await host.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
