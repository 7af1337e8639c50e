import type { GivenTo, OperationName, OutputOf } from '#shared/contract/contract.ts'
import { openCore } from '#core/open-core.ts'
import { itemAt, line, setUpMeeting } from '../small-council.ts'
import { resources, testPorts } from '../test-ports.ts'

/** A program that is going to be killed: sets up where needed, then writes lines and says of each that it is kept. */
const [folder = '', clock = '0'] = process.argv.slice(2)
const opened = await openCore({ folder, resources, ports: testPorts({ at: new Date(Number(clock)) }) })
if (!opened.ok) throw new Error(opened.error.code)
const core = opened.value

async function ask<Name extends OperationName>(name: Name, input: GivenTo<Name>): Promise<OutputOf<Name>> {
  const result = await core.dispatch(name, input)
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`)
  // The contract declares the output of each operation.
  return result.value as OutputOf<Name>
}

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
