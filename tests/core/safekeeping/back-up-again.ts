import { openCore } from '#core/open-core.ts'
import { askOf } from '../ask-of.ts'
import { office, setUpMeeting } from '../small-council.ts'
import { resources, testPorts } from '../test-ports.ts'

/** A program that is going to be killed: makes backups one after another, here and at a second place. */
const [folder = '', second = ''] = process.argv.slice(2)
const clock = { at: new Date(Date.UTC(2026, 8, 17, 4, 30)) }
const ports = testPorts(clock)
const opened = await openCore({ folder, resources, ports })
if (!opened.ok) throw new Error(opened.error.code)
const ask = askOf(opened.value, ports)
await setUpMeeting(ask)
await ask('system.backUpNow', {})
await ask('system.setSecondPlace', { path: second })
console.log('open')
for (let round = 1; ; round += 1) {
  clock.at = new Date(clock.at.getTime() + 3 * 3_600_000)
  await ask('secretariat.save', { ...office, staffName: `戸田　${String(round)}` })
  await ask('system.backUpNow', {})
  console.log(`made ${String(round)}`)
}
