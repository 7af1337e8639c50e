import BetterSqlite from 'better-sqlite3'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyBackup } from '#core/safekeeping/heavy-work.ts'
import { openFolder } from '#core/safekeeping/open-folder.ts'
import { noKey } from '#core/store/connect.ts'
import { openTestCore, temporaryFolder, testPorts } from '../core-harness.ts'
import { itemAt, line, setUpMeeting } from '../small-council.ts'
import { tearTable } from '../torn-page.ts'

const at = (text: string): { at: Date } => ({ at: new Date(`${text}:00+09:00`) })

const backupsIn = (folder: string): readonly string[] => readdirSync(join(folder, 'backups')).sort()

describe('backups', () => {
  it('are made at the close of a first day, and at the start of the next', async () => {
    const first = await openTestCore(undefined, at('2026-11-22T17:30'))
    await setUpMeeting(first.ask)
    expect((await first.ask('system.getStatus', {})).lastBackup).toBeNull()
    await first.close()
    expect(backupsIn(first.folder)).toEqual(['tsudoi-20261122-1730-close.db'])

    const second = await openTestCore(first.folder, at('2026-11-23T08:40'))
    expect((await second.ask('system.getStatus', {})).lastBackup?.at).toBe('2026-11-22T17:30')
    await second.close()
    // Nothing was changed, so that the start of the day is all there is to keep.
    expect(backupsIn(first.folder)).toEqual([
      'tsudoi-20261122-1730-close.db',
      'tsudoi-20261123-0840-start.db',
    ])
  })

  it('hold what the database held, log included, and open as one file with nothing beside it', async () => {
    const { ask, folder } = await openTestCore()
    const meeting = await setUpMeeting(ask)
    const { statementId } = await ask('minutes.addStatement', {
      meetingId: meeting.meetingId,
      statement: line(itemAt(meeting, 4), '移動販売をふやしたい。'),
      after: null,
    })
    expect(await ask('system.backUpNow', {})).toEqual({ at: '2026-09-17T13:30', verified: true })
    const [name = ''] = backupsIn(folder)
    const elsewhere = join(temporaryFolder(), 'tsudoi.db')
    copyFileSync(join(folder, 'backups', name), elsewhere)
    const restored = await openTestCore(join(elsewhere, '..'))
    const { statements } = await restored.ask('meetings.get', { meetingId: meeting.meetingId })
    expect(statements.map((statement) => statement.id)).toEqual([statementId])
    expect(backupsIn(folder)).toEqual(['tsudoi-20260917-1330-hand.db'])
  })

  it('asked for several times at once are made one after another, each whole', async () => {
    const { ask, folder } = await openTestCore()
    await setUpMeeting(ask)
    const marks = await Promise.all([1, 2, 3, 4].map(() => ask('system.backUpNow', {})))
    expect(marks.every((mark) => mark.verified)).toBe(true)
    expect(backupsIn(folder)).toEqual(['tsudoi-20260917-1330-hand.db'])
    for (const name of backupsIn(folder)) verifyBackup(join(folder, 'backups', name), null)
  })

  it('do not keep writing from going on, and hold no half operation', async () => {
    const { ask, core, folder } = await openTestCore()
    const meeting = await setUpMeeting(ask)
    const add = () =>
      core.dispatch('minutes.addStatement', {
        meetingId: meeting.meetingId,
        statement: line(itemAt(meeting, 4), 'あ'.repeat(2000)),
        after: null,
      })
    for (let count = 0; count < 200; count += 1) await add()
    const copy = ask('system.backUpNow', {})
    for (let count = 0; count < 20; count += 1) await add()
    await copy
    const [name = ''] = backupsIn(folder)
    verifyBackup(join(folder, 'backups', name), null)
    const backup = new BetterSqlite(join(folder, 'backups', name), { readonly: true })
    const count = backup.prepare<[], number>('SELECT COUNT(*) FROM statements').pluck().get() ?? 0
    const logged = backup
      .prepare<[], number>(`SELECT COUNT(*) FROM change_log WHERE table_name = 'statements'`)
      .pluck()
      .get()
    backup.close()
    expect(count).toBeGreaterThanOrEqual(200)
    expect(logged).toBe(count)
  })

  it('that come out damaged do not count: nothing is left of them, and the good ones stay', async () => {
    const first = await openTestCore()
    await setUpMeeting(first.ask)
    await first.close()
    const good = backupsIn(first.folder)
    const ports = testPorts()
    const opened = await openFolder(first.folder, { clock: ports.clock, log: ports.log, keyring: noKey })
    await opened.backUp('hand')
    // The disk spoils a page of the open database, which SQLite no longer has in memory.
    opened.database.connection.pragma('shrink_memory')
    tearTable(join(first.folder, 'tsudoi.db'), 'letter_templates')
    await expect(opened.backUp('import')).rejects.toThrow('damaged')
    await opened.close()
    expect(backupsIn(first.folder)).toEqual(
      [...good, 'tsudoi-20260917-1330-hand.db', 'tsudoi-20260917-1330-start.db'].sort(),
    )
  })

  it('are thinned, and whatever else lies beside them is left alone', async () => {
    const { ask, folder, close } = await openTestCore(undefined, at('2026-11-22T17:30'))
    await setUpMeeting(ask)
    await close()
    const place = join(folder, 'backups')
    const [whole = ''] = backupsIn(folder)
    for (let minute = 10; minute < 30; minute += 1)
      copyFileSync(join(place, whole), join(place, `tsudoi-20261121-09${String(minute)}-hand.db`))
    writeFileSync(join(place, 'メモ.txt'), '大事')
    const again = await openTestCore(folder, at('2026-11-23T08:40'))
    await again.close()
    // The newest ten; all the others are of one day, whose last is among them.
    expect(backupsIn(folder)).toHaveLength(10 + 1)
    expect(backupsIn(folder)).toContain('tsudoi-20261121-0929-hand.db')
    expect(readFileSync(join(place, 'メモ.txt'), 'utf8')).toBe('大事')
  })

  it('that cannot be made are told of, and the program goes on', async () => {
    const { ask, folder, close } = await openTestCore()
    await setUpMeeting(ask)
    await close()
    rmSync(join(folder, 'backups'), { recursive: true })
    writeFileSync(join(folder, 'backups'), 'ここはフォルダーではない')
    const ports = testPorts()
    // The records are there, though no copy of them can be made.
    const opened = await openFolder(folder, { clock: ports.clock, log: ports.log, keyring: noKey })
    await opened.close()
    expect(ports.faults).toHaveLength(1)
    rmSync(join(folder, 'backups'))
    mkdirSync(join(folder, 'backups', 'tsudoi-20260917-1330-start.db'), { recursive: true })
    const again = await openTestCore(folder)
    await again.close()
    expect(again.ports.faults).toHaveLength(1)
    expect(backupsIn(folder)).toEqual(['tsudoi-20260917-1330-start.db'])
  })
})

describe('checking a backup', () => {
  it('throws for a cut, a foreign and an empty file', async () => {
    const { ask, folder } = await openTestCore()
    await setUpMeeting(ask)
    await ask('system.backUpNow', {})
    const [name = ''] = backupsIn(folder)
    const whole = readFileSync(join(folder, 'backups', name))
    const file = join(temporaryFolder(), 'copy.db')
    for (const bytes of [
      whole.subarray(0, whole.length - 4096),
      Buffer.from('rubbish'.repeat(99)),
      Buffer.alloc(0),
    ]) {
      writeFileSync(file, bytes)
      expect(() => {
        verifyBackup(file, null)
      }).toThrow()
    }
    writeFileSync(file, whole)
    verifyBackup(file, null)
  })
})
