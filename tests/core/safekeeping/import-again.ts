import { openCore } from '#core/open-core.ts'
import { askOf } from '../ask-of.ts'
import { setUpMeeting } from '../small-council.ts'
import { resources, testPorts } from '../test-ports.ts'

/** A program that is going to be killed: takes in a roster of forty new people again and again, and says when each is in. */
const [folder = '', clock = '0'] = process.argv.slice(2)
const ports = testPorts({ at: new Date(Number(clock)) })
const opened = await openCore({ folder, resources, ports })
if (!opened.ok) throw new Error(opened.error.code)
const core = opened.value
const ask = askOf(core, ports)
await setUpMeeting(ask)
console.log(`before ${String((await ask('roster.listPeople', {})).length)}`)
for (let round = 1; ; round += 1) {
  const rows = Array.from(
    { length: 40 },
    (_, row) => `試験　${String(round)}の${String(row)},団体${String(row)}`,
  )
  const bytes = new TextEncoder().encode(['氏名,団体名', ...rows].join('\r\n'))
  const { token: file } = core.files.put(`名簿${String(round)}.csv`, bytes)
  const {
    sheet,
    fingerprint,
    rows: planned,
  } = await ask('imports.plan', { file, sheet: null, councilId: null })
  const choices = planned.map(({ row }) => ({
    row,
    action: 'take' as const,
    personId: null,
    asMember: false,
  }))
  await ask('imports.apply', { file, sheet, fingerprint, councilId: null, choices })
  console.log(`in ${String(round)}`)
}
