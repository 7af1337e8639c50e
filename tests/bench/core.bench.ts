import BetterSqlite from 'better-sqlite3'
import { closeSync, copyFileSync, fsyncSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { LoadName } from '#core/generate/load-sizes.ts'
import { type Core, openCore } from '#core/open-core.ts'
import type { MeetingId } from '#shared/domain/ids.ts'
import { askOf } from '../core/ask-of.ts'
import { addUsualAgenda, type Ask, day, line, planned } from '../core/small-council.ts'
import { resources, testPorts } from '../core/test-ports.ts'
import type { BenchRow } from './bench-row.ts'
import { benchDay, loadFolder } from './load-folder.ts'
import { quantile, timesOf } from './measure.ts'

interface Opened {
  readonly core: Core
  readonly ask: Ask
}

async function open(folder: string): Promise<Opened> {
  const ports = testPorts({ at: benchDay })
  const opened = await openCore({ folder, resources, ports })
  if (!opened.ok) throw new Error(opened.error.code)
  return { core: opened.value, ask: askOf(opened.value, ports) }
}

const median = (times: readonly number[]): number => quantile(times, 0.5)

/** Opening: lock, checks and a first home; against SQLite's own quick_check of the same file, which is most of it. */
async function benchOpening(load: LoadName, folder: string): Promise<BenchRow> {
  const ours: number[] = []
  const runs = load === 'L1' ? 7 : 3
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now()
    const { core, ask } = await open(folder)
    await ask('home.get', { councilId: null })
    ours.push(performance.now() - start)
    await core.close()
  }
  const bare = await timesOf(runs, () => {
    const connection = new BetterSqlite(join(folder, 'tsudoi.db'))
    connection.pragma('quick_check(1)')
    connection.close()
  })
  return {
    name: `opening to a first home, ${load}`,
    milliseconds: median(ours),
    against: 'opening and quick_check alone',
    ratio: median(bare) / median(ours),
  }
}

/** A line of minutes, from the call of the dispatcher to the disk, in a meeting that has six hundred. */
async function benchLines(
  { ask }: Opened,
  load: LoadName,
  meetingId: MeetingId,
): Promise<readonly BenchRow[]> {
  const items = await addUsualAgenda(ask, meetingId)
  const [, , , , item] = items
  if (item === undefined) throw new Error('no item')
  const add = (run: number) =>
    ask('minutes.addStatement', {
      meetingId,
      statement: line(item, `${String(run)}番目の発言です。移動販売の回数をふやせないか、店に聞いてみたい。`),
      after: null,
    })
  for (let run = 0; run < 600; run += 1) await add(run)
  const times = await timesOf(500, add)
  return [
    { name: `a line of minutes kept, median of 500, ${load}`, milliseconds: median(times) },
    { name: `a line of minutes kept, p95 of the same, ${load}`, milliseconds: quantile(times, 0.95) },
  ]
}

/** The meeting screen against the rows alone that it is made from. */
async function benchMeeting(
  { ask }: Opened,
  load: LoadName,
  folder: string,
  meetingId: MeetingId,
): Promise<BenchRow> {
  const ours = await timesOf(30, () => ask('meetings.get', { meetingId }))
  const connection = new BetterSqlite(join(folder, 'tsudoi.db'), { readonly: true })
  const questions = [
    'SELECT * FROM meetings WHERE id = ?',
    'SELECT * FROM agenda_items WHERE meeting_id = ? AND removed_at IS NULL ORDER BY position',
    'SELECT * FROM attendances WHERE meeting_id = ? AND removed_at IS NULL ORDER BY seat_number, id',
    `SELECT s.* FROM statements s JOIN agenda_items i ON i.id = s.agenda_item_id
     WHERE s.meeting_id = ? AND s.removed_at IS NULL ORDER BY i.position, s.position, s.id`,
    'SELECT * FROM decisions WHERE meeting_id = ? AND removed_at IS NULL',
    'SELECT * FROM tasks WHERE meeting_id = ? AND removed_at IS NULL',
    'SELECT id, version FROM minutes_versions WHERE meeting_id = ?',
    'SELECT id, submitted_on FROM submissions WHERE meeting_id = ?',
  ].map((sql) => connection.prepare(sql))
  const bare = await timesOf(30, () => questions.map((question) => question.all(meetingId)))
  connection.close()
  return {
    name: `a meeting with 1,100 lines, ${load}`,
    milliseconds: median(ours),
    against: 'its bare queries',
    ratio: median(bare) / median(ours),
  }
}

async function benchBackup({ ask }: Opened, load: LoadName, folder: string): Promise<BenchRow> {
  const runs = load === 'L1' ? 9 : 3
  const ours = await timesOf(runs, () => ask('system.backUpNow', {}))
  const copy = join(folder, 'copy')
  const plain = await timesOf(runs, () => {
    copyFileSync(join(folder, 'tsudoi.db'), copy)
    const handle = openSync(copy, 'r+')
    fsyncSync(handle)
    closeSync(handle)
  })
  rmSync(copy)
  return {
    name: `a verified backup, ${load}`,
    milliseconds: median(ours),
    against: 'copying the file and flushing it',
    ratio: median(plain) / median(ours),
  }
}

/** What each screen asks first, in milliseconds. */
async function screens({ ask }: Opened, meetingId: MeetingId): Promise<ReadonlyMap<string, number>> {
  const [council] = await ask('councils.list', {})
  if (!council) throw new Error('no council')
  const councilId = council.id
  const [person] = await ask('roster.listPeople', {})
  if (!person) throw new Error('nobody')
  const asked: Readonly<Record<string, () => Promise<unknown>>> = {
    'home, all councils': () => ask('home.get', { councilId: null }),
    'home, one council': () => ask('home.get', { councilId }),
    'seats of a council': () => ask('roster.listSeats', { councilId, on: day('2027-02-20') }),
    'a person': () => ask('roster.getPerson', { personId: person.id }),
    everyone: () => ask('roster.listPeople', {}),
    'meetings of a council and year': () => ask('meetings.list', { councilId, fiscalYear: 2026 }),
    'open tasks of a council': () => ask('tasks.list', { councilId, openOnly: true }),
    'what a meeting is offered': () => ask('meetings.listCarryOver', { councilId, meetingId }),
    'needs of a council': () => ask('needs.list', { councilId }),
    'every resource': () => ask('resources.list', {}),
    'a month of the diary, everyone': () =>
      ask('activities.list', { from: day('2027-01-01'), to: day('2027-01-31'), coordinatorId: null }),
    'the year in figures, everyone': () =>
      ask('activities.figures', { fiscalYear: 2026, coordinatorId: null, areaName: null }),
    'what the diary promised': () => ask('activities.followUps', {}),
    'all that was handed in': () => ask('submissions.list', { meetingId: null }),
  }
  const times = new Map<string, number>()
  for (const [name, act] of Object.entries(asked)) times.set(name, median(await timesOf(15, act)))
  return times
}

async function benchLoad(
  load: LoadName,
): Promise<{ rows: readonly BenchRow[]; times: ReadonlyMap<string, number> }> {
  const folder = await loadFolder(load)
  const opening = await benchOpening(load, folder)
  const opened = await open(folder)
  try {
    const [council] = await opened.ask('councils.list', {})
    if (!council) throw new Error('no council')
    const { meetingId } = await opened.ask(
      'meetings.plan',
      planned(council.id, { heldOn: day('2027-03-18') }),
    )
    const times = await screens(opened, meetingId)
    const lines = await benchLines(opened, load, meetingId)
    const meeting = await benchMeeting(opened, load, folder, meetingId)
    const backup = await benchBackup(opened, load, folder)
    return { rows: [opening, ...lines, meeting, backup], times }
  } finally {
    await opened.core.close()
  }
}

/** The core at the load of a year of a town and, unless told otherwise, of ten years of a city; the screens of both side by side. */
export async function benchCore(loads: readonly LoadName[]): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = []
  let small: ReadonlyMap<string, number> | null = null
  for (const load of loads) {
    const bench = await benchLoad(load)
    rows.push(...bench.rows)
    for (const [name, milliseconds] of bench.times) {
      const before = small?.get(name)
      rows.push({
        name: `${name}, ${load}`,
        milliseconds,
        ...(before === undefined ? {} : { against: 'the same at L1', ratio: before / milliseconds }),
      })
    }
    small ??= bench.times
  }
  return rows
}
