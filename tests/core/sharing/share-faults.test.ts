import { mkdirSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyBackup } from '#core/safekeeping/heavy-work.ts'
import { temporaryFolder } from '../core-harness.ts'
import { mountSmallDisk, noDisk, type SmallDisk } from '../small-disk.ts'
import { openFirstPc, openPc } from './pcs.ts'

const look = ['sharing.refresh', {}] as const

function shareOn(disk: SmallDisk) {
  const path = join(disk.folder, 'share')
  mkdirSync(path)
  return { path, goAway: () => undefined, comeBack: () => undefined }
}

/** Leaves room for less than one more copy of the data. */
function fill(disk: SmallDisk, database: string): string {
  const { bavail, bsize } = statfsSync(disk.folder)
  const ballast = join(disk.folder, 'ballast')
  const room = Math.floor(statSync(database).size * 0.4)
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - room)))
  return ballast
}

function halfFilesIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.half'))
}

describe('a share on which a write fails', () => {
  it('because it is full: the holder goes on, says so, and publishes once there is room', async ({
    skip,
  }) => {
    const disk = mountSmallDisk(24_000_000)
    if (disk === null) return skip(noDisk)
    const share = shareOn(disk)
    const first = await openFirstPc(share)
    const ballast = fill(disk, join(first.folder, 'tsudoi.db'))
    expect(await first.say('満杯のあいだの行')).toMatchObject({ ok: true })
    first.own.milliseconds += 61_000
    expect(await first.ask(...look)).toMatchObject({ mayEdit: true, unpublished: true })
    expect(await first.ask('sharing.getState', {})).not.toMatchObject({ cutOffSince: null })
    expect(await first.say('まだ満杯')).toMatchObject({ ok: true })
    rmSync(ballast)
    expect(await first.ask(...look)).toMatchObject({ mayEdit: true, unpublished: false, cutOffSince: null })
    expect(halfFilesIn(join(share.path, 'snapshots'))).toEqual([])
    const second = await openPc()
    await second.ask('sharing.join', { path: share.path, replace: false })
    expect(new Set(await first.linesOf(second))).toEqual(new Set(['満杯のあいだの行', 'まだ満杯']))
  })

  it('because it may only be read: likewise', async ({ skip }) => {
    const disk = mountSmallDisk(24_000_000)
    if (disk === null) return skip(noDisk)
    const first = await openFirstPc(shareOn(disk))
    disk.makeReadOnly()
    expect(await first.say('書けないあいだの行')).toMatchObject({ ok: true })
    expect(await first.ask(...look)).toMatchObject({ mayEdit: true, unpublished: true })
    disk.makeWritable()
    expect(await first.ask(...look)).toMatchObject({ mayEdit: true, unpublished: false, cutOffSince: null })
  })

  it('because a file cannot take its place: likewise', async ({ skip }) => {
    const disk = mountSmallDisk(24_000_000)
    if (disk === null) return skip(noDisk)
    const share = shareOn(disk)
    const first = await openFirstPc(share)
    const beat = join(share.path, 'pen', '000001.beat.json')
    rmSync(beat, { force: true })
    mkdirSync(join(beat, 'held'), { recursive: true })
    expect(await first.say('置けないあいだの行')).toMatchObject({ ok: true })
    expect(await first.ask(...look)).toMatchObject({ mayEdit: true, unpublished: true })
    rmSync(beat, { recursive: true })
    expect(await first.ask(...look)).toMatchObject({ unpublished: false, cutOffSince: null })
  })
})

describe('a second place on which a write fails', () => {
  it('costs no backup here, leaves nothing half there, and gets its copy later', async ({ skip }) => {
    const disk = mountSmallDisk(24_000_000)
    if (disk === null) return skip(noDisk)
    const place = join(disk.folder, 'stick')
    mkdirSync(place)
    const first = await openFirstPc(shareOn(disk))
    await first.ask('system.backUpNow', {})
    const ballast = fill(disk, join(first.folder, 'tsudoi.db'))
    await first.ask('system.setSecondPlace', { path: place })
    expect((await first.ask('system.getStatus', {})).secondPlace).toMatchObject({ reachedAt: null })
    expect(readdirSync(place)).toEqual([])
    rmSync(ballast)
    await first.ask('system.setSecondPlace', { path: place })
    const copies = readdirSync(place)
    expect(copies.length).toBeGreaterThan(0)
    for (const name of copies) verifyBackup(join(place, name), null)
  })
})

describe('a disk of a reader that is full', () => {
  it('leaves it with what it has, and takes in the new records once there is room', async ({ skip }) => {
    const disk = mountSmallDisk(24_000_000)
    if (disk === null) return skip(noDisk)
    const path = temporaryFolder()
    const first = await openFirstPc({ path, goAway: () => undefined, comeBack: () => undefined })
    await first.say('一')
    await first.ask(...look)
    const second = await openPc({ folder: join(disk.folder, 'data') })
    await second.ask('sharing.join', { path, replace: false })
    await first.say('二')
    await first.ask(...look)
    const ballast = fill(disk, join(first.folder, 'tsudoi.db'))
    const refused = await second.core.dispatch(...look)
    expect(refused.ok ? null : refused.error.code).not.toBe('unexpected')
    expect(await first.linesOf(second)).toEqual(['一'])
    rmSync(ballast)
    await second.ask(...look)
    expect(new Set(await first.linesOf(second))).toEqual(new Set(['一', '二']))
  })
})
