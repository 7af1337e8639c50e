import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openCore } from '#core/open-core.ts'
import { resources, testPorts } from '../test-ports.ts'

/** A program that is going to be killed: opens copies of a database of the first version one after another, and says when each is up to date. */
const [folder = '', old = ''] = process.argv.slice(2)
for (let round = 1; ; round += 1) {
  const place = join(folder, String(round))
  mkdirSync(place)
  cpSync(old, join(place, 'tsudoi.db'))
  console.log(`begin ${String(round)}`)
  const opened = await openCore({ folder: place, resources, ports: testPorts() })
  if (!opened.ok) throw new Error(opened.error.code)
  console.log(`done ${String(round)}`)
  await opened.value.close()
}
