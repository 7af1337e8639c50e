import { join } from 'node:path'
import { lockFolder } from '#core/safekeeping/folder-lock.ts'
import { restoreInto } from '#core/safekeeping/restore.ts'
import { noKey } from '#core/store/connect.ts'
import { testPorts } from '../test-ports.ts'

/** A program that is going to be killed: restores one of two databases after the other, and says when each is in place. */
const [folder = '', first = '', second = ''] = process.argv.slice(2)
const { clock } = testPorts()
const lock = lockFolder(folder)
console.log('open')
for (let round = 0; ; round += 1) {
  const source = join(round % 2 === 0 ? first : second)
  await restoreInto({ folder, source, clock, keyring: noKey })
  console.log(`${String(round)} ${round % 2 === 0 ? 'first' : 'second'}`)
  // Never reached: the lock must be held to the end.
  if (round === Number.MAX_SAFE_INTEGER) lock.release()
}
