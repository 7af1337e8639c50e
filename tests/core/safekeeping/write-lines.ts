import { openCore } from '#core/open-core.ts'
import { askOf } from '../ask-of.ts'
import { itemAt, line, setUpMeeting } from '../small-council.ts'
import { resources, testPorts } from '../test-ports.ts'

/** A program that is going to be killed: sets up where needed, then writes lines and says of each that it is kept. */
const [folder = '', clock = '0'] = process.argv.slice(2)
const ports = testPorts({ at: new Date(Number(clock)) })
const opened = await openCore({ folder, resources, ports })
if (!opened.ok) throw new Error(opened.error.code)
const core = opened.value

const ask = askOf(core, ports)
console.log('open')
const meeting = await setUpMeeting(ask)
console.log('set up')
for (let number = 1; ; number += 1) {
  const statement = line(itemAt(meeting, 4), `${String(number)}行目の発言です。${'あ'.repeat(number % 400)}`)
  const { statementId } = await ask('minutes.addStatement', {
    meetingId: meeting.meetingId,
    statement,
    after: null,
  })
  console.log(statementId)
  // Backups run beside writing, and are killed with it.
  if (number % 20 === 0) void core.dispatch('system.backUpNow', {})
}
