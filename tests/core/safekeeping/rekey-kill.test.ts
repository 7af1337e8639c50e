import { copyFileSync, readdirSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createKeyHolder } from '#core/safekeeping/protection/key-holder.ts'
import { openFolder } from '#core/safekeeping/open-folder.ts'
import { connect, isEncryptedFile } from '#core/store/connect.ts'
import { startChild } from '../child-process.ts'
import { openTestCore, temporaryFolder, testPorts } from '../core-harness.ts'
import { hangsAfter, killsOf, momentsFrom, pause, roundsUntil } from '../kill-counts.ts'
import { itemAt, line, setUpMeeting } from '../small-council.ts'

const kills = killsOf('rekeys')

async function someData(): Promise<string> {
  const { ask, close, folder } = await openTestCore()
  const meeting = await setUpMeeting(ask)
  for (const text of ['一', '二', '三'])
    await ask('minutes.addStatement', {
      meetingId: meeting.meetingId,
      statement: line(itemAt(meeting, 4), text),
      after: null,
    })
  await close()
  return join(folder, 'tsudoi.db')
}

describe('a program killed while it encrypts or lays open', () => {
  it(
    'leaves the old file or the new one, whole; and nothing half done once the folder is opened',
    async () => {
      const data = await someData()
      const key = new Uint8Array(randomBytes(32))
      const next = momentsFrom(20_261_127)
      const seen = new Set<boolean>()
      for (const round of roundsUntil(kills, () => seen.size === 2)) {
        const folder = temporaryFolder()
        const file = join(folder, 'tsudoi.db')
        copyFileSync(data, file)
        const keyText = Buffer.from(key).toString('hex')
        const child = startChild('safekeeping/rekey-again.ts', [folder, keyText])
        await child.waitUntil((printed) => printed.length >= 1 + (round % 2))
        await pause(next() % 120)
        await child.kill()
        const encrypted = isEncryptedFile(file)
        seen.add(encrypted)
        const found = connect(file, encrypted ? key : null, { readonly: true })
        expect(found.pragma('integrity_check', { simple: true })).toBe('ok')
        expect(found.prepare('SELECT COUNT(*) FROM statements').pluck().get()).toBe(3)
        found.close()
        const keyring = createKeyHolder()
        keyring.setCurrent(encrypted ? key : null)
        const { clock, log } = testPorts()
        const opened = await openFolder(folder, { clock, log, keyring })
        expect(readdirSync(folder).filter((name) => name.includes('rekeying'))).toEqual([])
        await opened.close()
      }
      // Otherwise only one way of the two was met.
      expect(seen.size).toBe(2)
    },
    hangsAfter(kills),
  )
})
