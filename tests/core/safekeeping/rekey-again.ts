import { join } from 'node:path'
import { lockFolder } from '#core/safekeeping/folder-lock.ts'
import { rewriteUnder } from '#core/safekeeping/protection/change-key.ts'

/** A program that is going to be killed: encrypts a database and lays it open again, and says when each is in place. */
const [folder = '', keyText = ''] = process.argv.slice(2)
const key = new Uint8Array(Buffer.from(keyText, 'hex'))
lockFolder(folder)
console.log('open')
for (let round = 0; ; round += 1) {
  const [from, to] = round % 2 === 0 ? [null, key] : [key, null]
  await rewriteUnder(join(folder, 'tsudoi.db'), from, to)
  console.log(to === null ? 'plain' : 'encrypted')
}
