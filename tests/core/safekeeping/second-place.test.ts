import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyBackup } from '#core/safekeeping/heavy-work.ts'
import { openTestCore, temporaryFolder } from '../core-harness.ts'
import { office, setUpMeeting } from '../small-council.ts'

const copiesIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.db'))

describe('a second place for the backups', () => {
  it('gets a whole copy at once, and one more when the program closes', async () => {
    const stick = temporaryFolder()
    const { ask, close } = await openTestCore()
    await setUpMeeting(ask)
    await ask('system.backUpNow', {})
    await ask('system.setSecondPlace', { path: stick })
    expect(copiesIn(stick)).toHaveLength(1)
    expect((await ask('system.getStatus', {})).secondPlace).toEqual({
      path: stick,
      reachedAt: '2026-09-17T13:30',
      overdue: false,
    })
    await ask('secretariat.save', { ...office, staffName: '山田　次郎' })
    await close()
    expect(copiesIn(stick)).toContain('tsudoi-20260917-1330-close.db')
    for (const name of copiesIn(stick)) verifyBackup(join(stick, name), null)
    expect(readdirSync(stick).filter((name) => name.endsWith('.half'))).toEqual([])
  })

  it('that is not in keeps nobody from closing, and is told of after a week', async () => {
    const stick = temporaryFolder()
    const clock = { at: new Date(Date.UTC(2026, 8, 17, 4, 30)) }
    const first = await openTestCore(temporaryFolder(), clock)
    await setUpMeeting(first.ask)
    await first.ask('system.backUpNow', {})
    await first.ask('system.setSecondPlace', { path: stick })
    const pulled = `${stick}-pulled`
    renameSync(stick, pulled)
    await first.ask('secretariat.save', { ...office, staffName: '山田　次郎' })
    await first.close()
    clock.at = new Date(Date.UTC(2026, 8, 23, 4, 30))
    const sixDays = await openTestCore(first.folder, clock)
    expect((await sixDays.ask('system.getStatus', {})).secondPlace).toMatchObject({ overdue: false })
    await sixDays.close()
    clock.at = new Date(Date.UTC(2026, 8, 24, 4, 30))
    const seven = await openTestCore(first.folder, clock)
    expect((await seven.ask('system.getStatus', {})).secondPlace).toMatchObject({
      overdue: true,
      reachedAt: '2026-09-17T13:30',
    })
    renameSync(pulled, stick)
    await seven.close()
    expect(copiesIn(stick).length).toBeGreaterThan(1)
  })

  it.each([
    ['does not exist', (folder: string) => join(folder, '..', 'no-such-place')],
    ['is the data folder', (folder: string) => folder],
    ['is a part of it', (folder: string) => join(folder, 'backups')],
    ['is no absolute place', () => 'backups'],
    [
      'is a file',
      (folder: string) => {
        const place = `${folder}-other`
        mkdirSync(place)
        writeFileSync(join(place, 'file'), '')
        return join(place, 'file')
      },
    ],
  ])('is refused where it %s', async (_what, make) => {
    const { refused, folder, ask } = await openTestCore()
    expect(await refused('system.setSecondPlace', { path: make(folder) })).toBe('second-place-unfit')
    expect((await ask('system.getStatus', {})).secondPlace).toBeNull()
    rmSync(`${folder}-other`, { recursive: true, force: true })
  })

  it('is given up with one word, and what lies there stays', async () => {
    const stick = temporaryFolder()
    const { ask } = await openTestCore()
    await setUpMeeting(ask)
    await ask('system.backUpNow', {})
    await ask('system.setSecondPlace', { path: stick })
    await ask('system.setSecondPlace', { path: null })
    expect((await ask('system.getStatus', {})).secondPlace).toBeNull()
    expect(copiesIn(stick)).toHaveLength(1)
  })
})
