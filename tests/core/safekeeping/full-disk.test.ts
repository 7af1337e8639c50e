import { rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTestCore } from '../core-harness.ts'
import { itemAt, line, setUpMeeting } from '../small-council.ts'
import { mountSmallDisk, noDisk } from '../small-disk.ts'

const hour = 'あいうえおかきくけこ'.repeat(400)

describe('a full disk', () => {
  it('refuses the line that does not fit, keeps all before it, and takes it once there is room', async ({
    skip,
  }) => {
    const disk = mountSmallDisk(9_000_000)
    if (disk === null) return skip(noDisk)
    const ballast = join(disk.folder, 'ballast')
    writeFileSync(ballast, Buffer.alloc(2_000_000))
    const { ask, core, ports } = await openTestCore(join(disk.folder, 'data'))
    const meeting = await setUpMeeting(ask)
    const { meetingId } = meeting
    const add = (text: string) =>
      core.dispatch('minutes.addStatement', {
        meetingId,
        statement: line(itemAt(meeting, 4), text),
        after: null,
      })
    const kept: string[] = []
    let refused: string | null = null
    for (let number = 1; refused === null && number < 1000; number += 1) {
      const text = `${String(number)} ${hour}`
      const result = await add(text)
      if (result.ok) kept.push(text)
      else {
        expect(result.error.code).toBe('disk-full')
        refused = text
      }
    }
    expect(kept.length).toBeGreaterThan(5)
    const texts = async (): Promise<readonly string[]> =>
      (await ask('meetings.get', { meetingId })).statements.map((statement) => statement.text)
    expect(await texts()).toEqual(kept)

    rmSync(ballast)
    const { ok } = await add(refused ?? '')
    expect(ok).toBe(true)
    expect(await texts()).toEqual([...kept, refused])
    expect(ports.faults).toEqual([])
  })

  it('does not keep the program from opening when only the backup has no room', async ({ skip }) => {
    const disk = mountSmallDisk(16_000_000)
    if (disk === null) return skip(noDisk)
    const folder = join(disk.folder, 'data')
    const first = await openTestCore(folder)
    const { meetingId } = await setUpMeeting(first.ask)
    await first.close()
    // Room for the log of the database, none for another copy.
    const room = Math.floor(statSync(join(folder, 'tsudoi.db')).size * 0.7)
    const { bavail, bsize } = statfsSync(disk.folder)
    writeFileSync(join(disk.folder, 'ballast'), Buffer.alloc(bavail * bsize - room))
    const again = await openTestCore(folder)
    expect((await again.ask('meetings.get', { meetingId })).roll).toHaveLength(6)
    const copy = await again.core.dispatch('system.backUpNow', {})
    expect(copy).toEqual({ ok: false, error: { code: 'disk-full' } })
  })
})
