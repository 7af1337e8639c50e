import BetterSqlite from 'better-sqlite3'
import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { TsudoiError } from '#shared/contract/errors.ts'
import { openCore } from '#core/open-core.ts'
import { startChild } from '../child-process.ts'
import { openTestCore, resources, temporaryFolder, testPorts } from '../core-harness.ts'
import { folderContent } from '../folder-content.ts'
import { setUpMeeting } from '../small-council.ts'
import { mountSmallDisk, noDisk } from '../small-disk.ts'

/** A folder with an office's data and one backup, closed. */
async function folderWithData(): Promise<string> {
  const { ask, folder, close } = await openTestCore()
  await setUpMeeting(ask)
  await close()
  return folder
}

const databaseOf = (folder: string): string => join(folder, 'tsudoi.db')

async function refusalOf(folder: string): Promise<TsudoiError> {
  const ports = testPorts()
  const opened = await openCore({ folder, resources, ports })
  if (opened.ok) {
    await opened.value.close()
    throw new Error('the folder opened')
  }
  expect(ports.faults).toEqual([])
  return opened.error
}

/** Refused, and not a byte of the folder is another, and none is gone. */
async function refusedUntouched(folder: string): Promise<TsudoiError> {
  const before = folderContent(folder)
  const error = await refusalOf(folder)
  expect(folderContent(folder)).toEqual(before)
  return error
}

describe('opening a data folder', () => {
  it('makes it where there is none, and finds in it later what was entered', async () => {
    const parent = temporaryFolder()
    const first = await openTestCore(join(parent, 'まだない', '事務局'))
    const { meetingId } = await setUpMeeting(first.ask)
    await first.close()
    const again = await openTestCore(first.folder)
    expect((await again.ask('meetings.get', { meetingId })).roll).toHaveLength(6)
  })

  it('takes a first start that was cut off before anything was written for a first start', async () => {
    const folder = temporaryFolder()
    writeFileSync(databaseOf(folder), '')
    const { ask } = await openTestCore(folder)
    expect((await ask('system.getStatus', {})).setUp).toBe(false)
  })

  it('takes an empty file for damage where there are backups, and tells how many', async () => {
    const folder = await folderWithData()
    writeFileSync(databaseOf(folder), '')
    expect(await refusedUntouched(folder)).toEqual({ code: 'damaged', details: { backups: 1 } })
  })

  it('does not begin anew where the file is gone but backups are there', async () => {
    const folder = await folderWithData()
    rmSync(databaseOf(folder))
    expect(await refusedUntouched(folder)).toEqual({ code: 'damaged', details: { backups: 1 } })
  })

  it.each([
    ['a text', Buffer.from('これはデータベースではありません。'.repeat(200))],
    ['a few bytes', Buffer.from('x')],
    ['noughts', Buffer.alloc(8192)],
    [
      'a head with rubbish behind it',
      Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(9000, 7)]),
    ],
  ])('refuses %s in place of the database as damaged', async (_what, bytes) => {
    const folder = await folderWithData()
    writeFileSync(databaseOf(folder), bytes)
    expect(await refusedUntouched(folder)).toEqual({ code: 'damaged', details: { backups: 1 } })
  })

  it('refuses a database of another program as damaged, whole as it is', async () => {
    const folder = temporaryFolder()
    const foreign = new BetterSqlite(databaseOf(folder))
    foreign.exec('CREATE TABLE photos (id INTEGER PRIMARY KEY); INSERT INTO photos VALUES (1)')
    foreign.close()
    expect((await refusedUntouched(folder)).code).toBe('damaged')
  })

  it('refuses a file cut off in the middle and at every page', async () => {
    const folder = await folderWithData()
    // Pages that migrations have freed hold nothing, and may be missing without harm: here every page counts.
    const packed = new BetterSqlite(databaseOf(folder))
    packed.exec('VACUUM')
    packed.close()
    const whole = readFileSync(databaseOf(folder))
    const pages = whole.length / 4096
    const lengths = [100, 4095, 5000, Math.floor(whole.length / 2), whole.length - 1]
    for (let page = 1; page < pages; page += 1) lengths.push(page * 4096)
    const opened: number[] = []
    for (const length of lengths) {
      writeFileSync(databaseOf(folder), whole)
      truncateSync(databaseOf(folder), length)
      const before = folderContent(folder)
      const result = await openCore({ folder, resources, ports: testPorts() })
      if (result.ok) {
        opened.push(length)
        await result.value.close()
      } else {
        expect(result.error.code).toBe('damaged')
        expect(folderContent(folder)).toEqual(before)
      }
    }
    expect(opened).toEqual([])
  })

  it('refuses a page overwritten with rubbish', async () => {
    const folder = await folderWithData()
    const whole = readFileSync(databaseOf(folder))
    whole.fill(0xa5, 4096 * 2, 4096 * 3)
    writeFileSync(databaseOf(folder), whole)
    expect((await refusedUntouched(folder)).code).toBe('damaged')
  })

  it('refuses a file of a newer program politely', async () => {
    const folder = await folderWithData()
    const newer = new BetterSqlite(databaseOf(folder))
    newer.pragma('user_version = 9999')
    newer.close()
    expect((await refusedUntouched(folder)).code).toBe('too-new')
  })

  it('leaves a newer file and its log as they are, also after a crash of the newer program', async () => {
    const folder = await folderWithData()
    const crashed = temporaryFolder()
    const newer = new BetterSqlite(databaseOf(folder))
    newer.pragma('user_version = 9999')
    // A copy taken while the other is open is what a crash leaves: file and log.
    for (const name of ['tsudoi.db', 'tsudoi.db-wal']) cpSync(join(folder, name), join(crashed, name))
    newer.close()
    const before = folderContent(crashed)
    expect((await refusalOf(crashed)).code).toBe('too-new')
    const after = folderContent(crashed)
    for (const [name, hash] of before) expect([name, after.get(name)]).toEqual([name, hash])
  })

  it('refuses a folder that cannot be made', async () => {
    const file = join(temporaryFolder(), 'ファイル')
    writeFileSync(file, 'x')
    expect(await refusalOf(join(file, 'データ'))).toEqual({
      code: 'no-access',
      details: { folder: join(file, 'データ') },
    })
    expect(readFileSync(file, 'utf8')).toBe('x')
  })

  it('refuses a disk that may only be read', async ({ skip }) => {
    const disk = mountSmallDisk(8_000_000)
    if (disk === null) return skip(noDisk)
    const folder = join(disk.folder, 'data')
    cpSync(await folderWithData(), folder, { recursive: true })
    disk.makeReadOnly()
    expect((await refusedUntouched(folder)).code).toBe('no-access')
    disk.makeWritable()
    await openTestCore(folder)
  })

  it('refuses a full disk as such, not as one without leave to write', async ({ skip }) => {
    const disk = mountSmallDisk(1_000_000)
    if (disk === null) return skip(noDisk)
    expect(() => {
      writeFileSync(join(disk.folder, 'full'), Buffer.alloc(2_000_000))
    }).toThrow('ENOSPC')
    expect((await refusalOf(disk.folder)).code).toBe('disk-full')
  })
})

describe('a second program', () => {
  it('is kept out while the first runs, and let in once it is killed', async () => {
    const folder = await folderWithData()
    const holder = startChild('safekeeping/hold-folder.ts', [folder])
    await holder.waitFor('open')
    expect((await refusalOf(folder)).code).toBe('in-use')
    await holder.kill()
    const { ask } = await openTestCore(folder)
    expect((await ask('system.getStatus', {})).setUp).toBe(true)
  })

  it('is kept out within one process too, and let in after closing', async () => {
    const first = await openTestCore()
    expect((await refusalOf(first.folder)).code).toBe('in-use')
    await first.close()
    await openTestCore(first.folder)
  })
})
