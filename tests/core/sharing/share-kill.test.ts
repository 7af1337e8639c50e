import BetterSqlite from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { isId } from '#shared/domain/ids.ts'
import { type Child, startChild } from '../child-process.ts'
import { temporaryFolder } from '../core-harness.ts'
import { hangsAfter, killsOf, momentsFrom, pause } from '../kill-counts.ts'
import { makeShare, openPc } from './pcs.ts'

const kills = killsOf('sharing')

function statementsIn(file: string): readonly string[] {
  const connection = new BetterSqlite(file)
  try {
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(connection.pragma('foreign_key_check')).toEqual([])
    return connection.prepare<[], string>('SELECT id FROM statements').pluck().all()
  } finally {
    connection.close()
  }
}

/** Under each name of the share there is a whole file: JSON that reads, databases that are what their note says. */
function expectWholeShare(share: string): void {
  for (const name of readdirSync(join(share, 'snapshots')).filter((each) => each.endsWith('.json'))) {
    const file = join(share, 'snapshots', name)
    const note = z.object({ sha256: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8')))
    const bytes = readFileSync(file.replace(/json$/, 'db'))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(note.sha256)
  }
}

interface RunningPc {
  readonly folder: string
  readonly number: number
  child: Child
  readonly told: Set<string>
}

const sixHours = 6 * 3_600_000
/** Each of the three PCs has another hour. */
const clockOf = (number: number): string => String(Date.UTC(2026, 8, 17, 4, 30) + (number - 1) * 3_600_000)

function start(folder: string, share: string, number: number, role: string, round = 0): Child {
  const clock = String(Number(clockOf(number)) + round * sixHours)
  return startChild('sharing/pc-on-share.ts', [folder, share, clock, role])
}

async function killAndStartAgain(pc: RunningPc, share: string, round: number): Promise<void> {
  await pc.child.kill()
  for (const line of pc.child.lines.filter(isId)) pc.told.add(line)
  pc.child = start(pc.folder, share, pc.number, pc.child.lines.includes('joined') ? 'again' : 'other', round)
}

describe('three PCs on one folder, with clocks an hour apart, killed at moments by chance', () => {
  it(
    'lose no line that was said to be kept, and never leave half a file',
    async () => {
      const { path: share } = makeShare()
      const next = momentsFrom(20_261_127 + Number(process.env['TSUDOI_SEED'] ?? '0'))
      const pcs: RunningPc[] = []
      for (const number of [0, 1, 2]) {
        const folder = temporaryFolder()
        const child = start(folder, share, number, number === 0 ? 'first' : 'other')
        await child.waitFor('joined')
        pcs.push({ folder, number, child, told: new Set() })
      }
      for (let round = 1; round <= kills; round += 1) {
        await moreLines(pcs, next() % 8)
        await pause(next() % 400)
        const pc = pcs[next() % pcs.length]
        if (pc !== undefined) await killAndStartAgain(pc, share, round)
        expectWholeShare(share)
      }
      for (const pc of pcs) {
        await pc.child.waitFor('joined')
        await killAndEnd(pc)
      }
      await expectNothingLost(pcs, share)
    },
    hangsAfter(kills),
  )
})

/**
 * Waits until so many more lines have been said to be kept, by whichever PC: on a crowded machine a fixed time would
 * kill them all before they had said anything, and prove nothing.
 */
async function moreLines(pcs: readonly RunningPc[], count: number): Promise<void> {
  const said = (): number =>
    pcs.reduce((sum, { child }) => sum + child.lines.filter((line) => isId(line)).length, 0)
  const goal = said() + count
  while (said() < goal) await pause(20)
}

async function killAndEnd(pc: RunningPc): Promise<void> {
  await pc.child.kill()
  for (const line of pc.child.lines.filter(isId)) pc.told.add(line)
}

/** Each PC comes back once more and is closed; then every line is in the newest snapshot or in what was kept beside. */
async function expectNothingLost(pcs: readonly RunningPc[], share: string): Promise<void> {
  for (const pc of pcs) {
    const again = await openPc({ folder: pc.folder, hoursAhead: pc.number - 1 })
    again.own.milliseconds += 600_000
    await again.ask('sharing.refresh', {})
    await again.close()
  }
  const last = await openPc({ folder: pcs[0]?.folder ?? '' })
  await last.ask('sharing.refresh', {})
  last.own.milliseconds += 600_000
  expect(await last.ask('sharing.takePen', {})).toMatchObject({ mayEdit: true })
  await last.close()
  expectWholeShare(share)
  const found = new Set(
    pcs.flatMap(({ folder }) => [
      ...statementsIn(join(folder, 'tsudoi.db')),
      ...keptIn(folder).flatMap((file) => statementsIn(file)),
    ]),
  )
  const told = pcs.flatMap((pc) => [...pc.told])
  expect(told.filter((id) => !found.has(id))).toEqual([])
  const current = new Set(statementsIn(join(pcs[0]?.folder ?? '', 'tsudoi.db')))
  const beside = new Set(pcs.flatMap(({ folder }) => keptIn(folder).flatMap((file) => statementsIn(file))))
  expect(told.filter((id) => !current.has(id) && !beside.has(id))).toEqual([])
  // Otherwise nothing was proved.
  expect(told.length).toBeGreaterThan(kills * 2)
}

function keptIn(folder: string): readonly string[] {
  const place = join(folder, 'kept-work')
  return existsSync(place) ? readdirSync(place).map((name) => join(place, name)) : []
}
