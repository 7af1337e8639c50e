import BetterSqlite from 'better-sqlite3'
import { copyFileSync, cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listBackups } from '#core/safekeeping/back-up.ts'
import { verifyBackup } from '#core/safekeeping/heavy-work.ts'
import { startChild } from '../child-process.ts'
import { openTestCore, temporaryFolder } from '../core-harness.ts'
import { hangsAfter, killsOf, momentsFrom, pause } from '../kill-counts.ts'
import { itemAt, line, setUpMeeting } from '../small-council.ts'

const kills = killsOf('restores')

function linesIn(file: string): number {
  // Not read-only: a change that was cut off must be taken back first, as at the next start.
  const connection = new BetterSqlite(file)
  try {
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(connection.pragma('foreign_key_check')).toEqual([])
    return Number(connection.prepare('SELECT COUNT(*) FROM statements').pluck().get())
  } finally {
    connection.close()
  }
}

/** Two databases of one office, with one line and with three. */
async function twoStates() {
  const { ask, folder } = await openTestCore()
  const meeting = await setUpMeeting(ask)
  const places = temporaryFolder()
  const say = (text: string) =>
    ask('minutes.addStatement', {
      meetingId: meeting.meetingId,
      statement: line(itemAt(meeting, 4), text),
      after: null,
    })
  const keep = async (name: string): Promise<string> => {
    await ask('system.backUpNow', {})
    const newest = listBackups(folder).findLast(({ reason }) => reason === 'hand')?.file ?? ''
    copyFileSync(join(folder, 'backups', newest), join(places, name))
    return join(places, name)
  }
  await say('一')
  const first = await keep('first.db')
  await say('二')
  await say('三')
  return { first, second: await keep('second.db') }
}

describe('a program killed while it restores', () => {
  it(
    'leaves the old data or the new, whole, and every copy it kept is whole',
    async () => {
      const { first, second } = await twoStates()
      const next = momentsFrom(20_260_917)
      let restores = 0
      for (let round = 0; round < kills; round += 1) {
        const folder = temporaryFolder()
        cpSync(second, join(folder, 'tsudoi.db'))
        const child = startChild('safekeeping/restore-again.ts', [folder, first, second])
        // Behind an even and an odd number of restores in turn, so that both data are met half way.
        await child.waitUntil((printed) => printed.length >= 1 + (round % 2))
        await pause(next() % 60)
        await child.kill()
        const lines = linesIn(join(folder, 'tsudoi.db'))
        expect([1, 3]).toContain(lines)
        restores += child.lines.length - 1
        for (const { file } of listBackups(folder)) verifyBackup(join(folder, 'backups', file), null)
        const again = await openTestCore(folder)
        expect((await again.ask('system.getStatus', {})).setUp).toBe(true)
        await again.close()
      }
      // Otherwise nothing was proved.
      expect(restores).toBeGreaterThanOrEqual(Math.floor(kills / 2))
    },
    hangsAfter(kills),
  )
})
