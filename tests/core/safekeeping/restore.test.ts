import BetterSqlite from 'better-sqlite3'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isRecovery, recover } from '#core/recovery.ts'
import { listBackups } from '#core/safekeeping/back-up.ts'
import { aheadOfUtcOf, localTimeOf } from '#shared/domain/local-time.ts'
import { copyDataTo } from '#core/safekeeping/copy-data.ts'
import { restoreInto } from '#core/safekeeping/restore.ts'
import { noKey } from '#core/store/connect.ts'
import { openTestCore, temporaryFolder, testPorts } from '../core-harness.ts'
import { folderContent } from '../folder-content.ts'
import { itemAt, line, setUpMeeting, type SmallMeeting } from '../small-council.ts'
import { mountSmallDisk, noDisk } from '../small-disk.ts'
import type { TestCore } from '../core-harness.ts'

const at = (text: string): { at: Date } => ({ at: new Date(`${text}:00+09:00`) })

async function say({ ask }: TestCore, meeting: SmallMeeting, text: string): Promise<void> {
  await ask('minutes.addStatement', {
    meetingId: meeting.meetingId,
    statement: line(itemAt(meeting, 4), text),
    after: null,
  })
}

async function said({ ask }: TestCore, { meetingId }: SmallMeeting): Promise<readonly string[]> {
  return (await ask('meetings.get', { meetingId })).statements.map((statement) => statement.text)
}

/** Two lines, a backup by hand, and a third line that the backup does not have. */
async function withBackup(clock = at('2026-11-23T09:00')) {
  const opened = await openTestCore(undefined, clock)
  const meeting = await setUpMeeting(opened.ask)
  await say(opened, meeting, '一')
  await say(opened, meeting, '二')
  await opened.ask('system.backUpNow', {})
  clock.at = new Date(clock.at.getTime() + 3_600_000)
  await say(opened, meeting, '三')
  return { ...opened, meeting, clock, backup: 'tsudoi-20261123-0900-hand.db' }
}

describe('the list of backups', () => {
  it('says of each what is in it, newest first, beside what is there today', async () => {
    const { ask } = await withBackup()
    const { now, backups } = await ask('safekeeping.listBackups', {})
    expect(now).toEqual({
      people: 6,
      meetings: 1,
      statements: 3,
      decisions: 0,
      tasks: 0,
      submissions: 0,
      lastMeeting: { councilName: '青羽市第２層協議体（東部圏域）', number: 1, heldOn: '2026-09-17' },
      lastChange: { at: '2026-11-23T10:00', who: '戸田' },
    })
    expect(backups).toMatchObject([
      {
        file: 'tsudoi-20261123-0900-hand.db',
        at: '2026-11-23T09:00',
        occasion: 'hand',
        contents: { statements: 2, lastChange: { at: '2026-11-23T09:00' } },
      },
    ])
  })

  it('says of one that cannot be read that it cannot, and leaves all of them as they are', async () => {
    const { ask, folder } = await withBackup()
    writeFileSync(join(folder, 'backups', 'tsudoi-20261101-0900-close.db'), 'rubbish')
    const before = folderContent(join(folder, 'backups'))
    const { backups } = await ask('safekeeping.listBackups', {})
    expect(backups.map(({ contents }) => contents === null)).toEqual([false, true])
    expect(folderContent(join(folder, 'backups'))).toEqual(before)
  })

  it('tells local time from UTC wherever the office is', () => {
    const { clock } = testPorts(at('2026-11-23T09:00'))
    expect(localTimeOf('2026-11-22T15:30:00.000Z', aheadOfUtcOf(clock))).toBe('2026-11-23T00:30')
    expect(localTimeOf('', aheadOfUtcOf(clock))).toBe('')
  })
})

describe('restoring a backup', () => {
  it('brings back what it holds, and keeps what it replaces', async () => {
    const opened = await withBackup()
    const { kept } = await opened.ask('safekeeping.restore', { file: opened.backup })
    expect(await said(opened, opened.meeting)).toEqual(['一', '二'])
    expect(kept).toBe('tsudoi-20261123-1000-restore.db')
    const { now, backups } = await opened.ask('safekeeping.listBackups', {})
    expect(now?.statements).toBe(2)
    expect(backups.find(({ file }) => file === kept)?.contents?.statements).toBe(3)
  })

  it('is taken back by restoring what was kept, within the same minute too, as often as wished', async () => {
    const opened = await withBackup()
    let file = opened.backup
    for (const lines of [2, 3, 2, 3]) {
      const { kept } = await opened.ask('safekeeping.restore', { file })
      expect(await said(opened, opened.meeting)).toHaveLength(lines)
      file = kept ?? ''
    }
  })

  it('lets the work go on: writes, closes and opens again', async () => {
    const opened = await withBackup()
    await opened.ask('safekeeping.restore', { file: opened.backup })
    await say(opened, opened.meeting, '四')
    await opened.close()
    const again = await openTestCore(opened.folder, opened.clock)
    expect(await said(again, opened.meeting)).toEqual(['一', '二', '四'])
  })

  it('answers what is asked meanwhile afterwards, from the restored data', async () => {
    const opened = await withBackup()
    const restoring = opened.ask('safekeeping.restore', { file: opened.backup })
    await new Promise(setImmediate)
    expect(await said(opened, opened.meeting)).toEqual(['一', '二'])
    await restoring
  })

  it.each(['tsudoi-20200101-0000-hand.db', '../tsudoi.db', 'tsudoi.db', ''])(
    'refuses %j, which is no backup of the list',
    async (file) => {
      const opened = await withBackup()
      expect(await opened.refused('safekeeping.restore', { file })).toBe('not-found')
      expect(await said(opened, opened.meeting)).toHaveLength(3)
    },
  )

  it('refuses a backup that is torn, and goes on with the data as they were', async () => {
    const opened = await withBackup()
    const path = join(opened.folder, 'backups', opened.backup)
    writeFileSync(path, readFileSync(path).subarray(0, 9000))
    expect(await opened.refused('safekeeping.restore', { file: opened.backup })).toBe('not-a-backup')
    expect(await said(opened, opened.meeting)).toHaveLength(3)
    await say(opened, opened.meeting, '四')
    expect(readdirSync(opened.folder).filter((name) => name.includes('restoring'))).toEqual([])
  })

  it('refuses a backup in which a row breaks the rules of its table, as opening it would', async () => {
    const opened = await withBackup()
    const harmed = new BetterSqlite(join(opened.folder, 'backups', opened.backup))
    harmed.pragma('ignore_check_constraints = ON')
    harmed.exec("UPDATE change_log SET action = 'Insert' WHERE id = 1")
    harmed.close()
    expect(await opened.refused('safekeeping.restore', { file: opened.backup })).toBe('not-a-backup')
    expect(await said(opened, opened.meeting)).toHaveLength(3)
    await say(opened, opened.meeting, '四')
  })

  it('refuses a backup of a newer program', async () => {
    const opened = await withBackup()
    const newer = new BetterSqlite(join(opened.folder, 'backups', opened.backup))
    newer.pragma('user_version = 9999')
    newer.close()
    expect(await opened.refused('safekeeping.restore', { file: opened.backup })).toBe('too-new')
    expect(await said(opened, opened.meeting)).toHaveLength(3)
  })

  it('changes nothing where there is no room to keep what is there', async ({ skip }) => {
    const disk = mountSmallDisk(9_000_000)
    if (disk === null) return skip(noDisk)
    const source = await withBackup()
    await source.close()
    const folder = join(disk.folder, 'data')
    cpSync(source.folder, folder, { recursive: true })
    for (let ballast = 0; ; ballast += 1) {
      try {
        writeFileSync(join(disk.folder, `ballast-${String(ballast)}`), Buffer.alloc(100_000))
      } catch {
        for (let count = 0; count < 4; count += 1)
          rmSync(join(disk.folder, `ballast-${String(ballast - count)}`))
        break
      }
    }
    const ports = testPorts()
    await expect(
      restoreInto({
        folder,
        source: join(folder, 'backups', source.backup),
        clock: ports.clock,
        keyring: noKey,
      }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/ENOSPC|SQLITE_FULL|disk-full/) as unknown })
    rmSync(join(disk.folder, 'ballast-0'))
    const again = await openTestCore(folder)
    expect(await said(again, source.meeting)).toHaveLength(3)
  })

  it('changes nothing where the disk refuses the rename, and says so by throwing', async () => {
    const opened = await withBackup()
    await opened.close()
    const { clock } = testPorts()
    const parts = {
      folder: opened.folder,
      source: join(opened.folder, 'backups', opened.backup),
      clock,
      keyring: noKey,
      rename: () => {
        throw Object.assign(new Error('refused'), { code: 'EIO' })
      },
    }
    await expect(restoreInto(parts)).rejects.toThrow('refused')
    const again = await openTestCore(opened.folder, opened.clock)
    expect(await said(again, opened.meeting)).toHaveLength(3)
  })

  it('takes a live database with its log for a source, and leaves both as they are', async () => {
    const opened = await withBackup()
    const copy = temporaryFolder()
    // What a crash leaves: file and log.
    for (const name of ['tsudoi.db', 'tsudoi.db-wal']) cpSync(join(opened.folder, name), join(copy, name))
    const before = folderContent(copy)
    const folder = temporaryFolder()
    await restoreInto({ folder, source: join(copy, 'tsudoi.db'), clock: testPorts().clock, keyring: noKey })
    expect(folderContent(copy)).toEqual(before)
    const restored = await openTestCore(folder)
    expect(await said(restored, opened.meeting)).toHaveLength(3)
  })
})

describe('damaged data', () => {
  async function damaged() {
    const opened = await withBackup()
    await opened.close()
    writeFileSync(join(opened.folder, 'tsudoi.db'), Buffer.alloc(9000, 'rubbish'))
    writeFileSync(join(opened.folder, 'tsudoi.db-wal'), 'what was left of the log')
    return opened
  }

  it('are restored from a backup, and moved aside as they were', async () => {
    const { folder, meeting, backup, clock } = await damaged()
    const options = { folder, ports: testPorts(clock) }
    const list = await recover(options, 'safekeeping.listBackups', {})
    expect(list).toMatchObject({ ok: true, value: { now: null, backups: [{}, { file: backup }] } })
    expect(await recover(options, 'safekeeping.restore', { file: backup })).toEqual({
      ok: true,
      value: { kept: null },
    })
    const aside = join(folder, 'backups', 'damaged-20261123-1000')
    expect(readFileSync(join(aside, 'tsudoi.db'), 'utf8')).toContain('rubbish')
    expect(readFileSync(join(aside, 'tsudoi.db-wal'), 'utf8')).toBe('what was left of the log')
    const again = await openTestCore(folder, clock)
    expect(await said(again, meeting)).toEqual(['一', '二'])
  })

  it('stay damaged, never older, where a kill came between moving them and putting the backup in', async () => {
    const { folder, meeting, backup, clock } = await damaged()
    rmSync(join(folder, 'tsudoi.db'))
    const options = { folder, ports: testPorts(clock) }
    await recover(options, 'safekeeping.restore', { file: backup })
    expect(existsSync(join(folder, 'tsudoi.db-wal'))).toBe(false)
    const again = await openTestCore(folder, clock)
    expect(await said(again, meeting)).toEqual(['一', '二'])
  })

  it('answer nothing else, and refuse what is no backup', async () => {
    const { folder, clock } = await damaged()
    const options = { folder, ports: testPorts(clock) }
    expect(isRecovery('roster.addPerson')).toBe(false)
    expect(await recover(options, 'safekeeping.restore', { file: 'x' })).toMatchObject({
      error: { code: 'not-found' },
    })
    expect(await recover(options, 'safekeeping.restore', { path: 'x' })).toMatchObject({
      error: { code: 'invalid-input' },
    })
  })

  it('are not touched while another program has the folder', async () => {
    const opened = await withBackup()
    const options = { folder: opened.folder, ports: testPorts() }
    expect(await recover(options, 'safekeeping.restore', { file: opened.backup })).toMatchObject({
      error: { code: 'in-use' },
    })
  })
})

describe('a copy to any place', () => {
  it('holds what a running program has written so far, and is restored elsewhere', async () => {
    const opened = await withBackup()
    const target = join(temporaryFolder(), 'USB', '控え.db')
    await copyDataTo(opened.folder, target, noKey)
    await copyDataTo(opened.folder, target, noKey)
    expect(readdirSync(join(target, '..'))).toEqual(['控え.db'])
    const folder = temporaryFolder()
    await restoreInto({ folder, source: target, clock: testPorts().clock, keyring: noKey })
    const restored = await openTestCore(folder)
    expect(await said(restored, opened.meeting)).toHaveLength(3)
    expect(listBackups(folder).filter(({ reason }) => reason === 'restore')).toEqual([])
  })

  it('refuses the database itself as target, and a place that is none', async () => {
    const opened = await withBackup()
    await expect(copyDataTo(opened.folder, join(opened.folder, 'tsudoi.db'), noKey)).rejects.toMatchObject({
      code: 'file-not-writable',
    })
    const file = join(temporaryFolder(), 'x')
    writeFileSync(file, 'x')
    await expect(copyDataTo(opened.folder, join(file, '控え.db'), noKey)).rejects.toMatchObject({
      code: 'file-not-writable',
    })
    await expect(copyDataTo(temporaryFolder(), join(file, '控え.db'), noKey)).rejects.toMatchObject({
      code: 'not-set-up',
    })
    expect(await said(opened, opened.meeting)).toHaveLength(3)
  })
})
