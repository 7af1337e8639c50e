import { randomBytes } from 'node:crypto'
import { openCore } from '#core/open-core.ts'
import { askOf } from '../ask-of.ts'
import { line, setUpMeeting } from '../small-council.ts'
import { resources, testPorts } from '../test-ports.ts'

/**
 * A PC that is going to be killed: takes the pen whenever it can, writes a few lines, says of each that it is
 * kept, gives the pen back, and begins again. `first` sets up the council before.
 */
const [folder = '', share = '', clock = '0', role = ''] = process.argv.slice(2)
// True chance: two PCs that draw the same sign when they join take each other for themselves.
const ports = { ...testPorts({ at: new Date(Number(clock)) }), randomness: { bytes: randomBytes } }
const sharingTimes = {
  lookEvery: 25,
  goneAfter: 500,
  publishEvery: 0,
  elapsed: () => performance.now(),
} as const
const opened = await openCore({ folder, resources, ports, sharingTimes })
if (!opened.ok) throw new Error(opened.error.code)
const core = opened.value
const ask = askOf(core, ports)
console.log('open')
if (role === 'first') await setUpMeeting(ask)
// On a busy machine the others may be twenty turns further before a first look has ended: it is tried again.
while (role !== 'again' && !(await core.dispatch('sharing.join', { path: share, replace: false })).ok)
  await new Promise((resolve) => setTimeout(resolve, 20))
console.log('joined')
for (let number = 1; ; number += 1) {
  const taken = await core.dispatch('sharing.takePen', {})
  if (!taken.ok) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    continue
  }
  const [meeting] = await ask('meetings.list', { councilId: null, fiscalYear: 2026 })
  if (meeting === undefined) throw new Error('the records have no meeting')
  const { agenda } = await ask('meetings.get', { meetingId: meeting.id })
  const item = agenda[4]
  if (item === undefined) throw new Error('the meeting has no agenda')
  for (let written = 0; written < 5; written += 1) {
    const said = await core.dispatch('minutes.addStatement', {
      meetingId: meeting.id,
      statement: line(item.id, `${role} ${String(number)}-${String(written)}`),
      after: null,
    })
    // Overtaken in the middle: refused, and so not promised.
    if (!said.ok) break
    console.log((said.value as { readonly statementId: string }).statementId)
  }
  await core.dispatch('sharing.returnPen', {})
}
