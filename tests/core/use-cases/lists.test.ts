import { expect, it } from 'vitest'
import { decodeCsv, parseCsv } from '#core/imports/read-csv.ts'
import { lists } from '#shared/contract/list-operations.ts'
import { openTestCore, type TestCore } from '../core-harness.ts'
import { day, membership, person, setUpMeeting } from '../small-council.ts'

const rowsOf = ({ core }: TestCore, token: Parameters<typeof core.files.take>[0]) =>
  parseCsv(decodeCsv(core.files.take(token).bytes), ',').filter((line) => line.length > 1)

it('gives every list of the practice council as Excel and CSV', async () => {
  const core = await openTestCore()
  await core.ask('system.startPractice', {})
  for (const list of lists) {
    const look = await core.ask('lists.look', { list, councilId: null, fiscalYear: 2026 })
    expect(new Set(look.headings).size, list).toBe(look.headings.length)
    for (const format of ['xlsx', 'csv-utf-8'] as const) {
      const file = await core.ask('lists.make', { list, councilId: null, fiscalYear: 2026, format })
      expect(file.name).toMatch(/^R8\.9\.17_.+一覧\.(xlsx|csv)$/)
      if (format === 'csv-utf-8') expect(rowsOf(core, file.token)).toHaveLength(look.rows + 1)
    }
  }
})

it('says which characters another system lacks, refuses to lose them, and remembers what was chosen', async () => {
  const core = await openTestCore()
  const { councilId } = await setUpMeeting(core.ask)
  await core.ask('roster.addPerson', {
    person: person('𠮷田　一', { address: '葛󠄀城市１−２' }),
    membership: { councilId, ...membership() },
  })
  const wanted = { list: 'members', councilId, fiscalYear: 2026 } as const
  const { missing } = await core.ask('lists.look', wanted)
  expect(missing.map(({ character, candidates }) => [character, candidates[0]])).toEqual([
    ['𠮷', '吉'],
    ['葛󠄀', '葛'],
    ['−', '－'],
  ])
  expect(await core.refused('lists.make', { ...wanted, format: 'csv-cp932', substitutes: [] })).toBe(
    'characters-missing',
  )
  const substitutes = missing.map(({ character, candidates }) => ({
    character,
    instead: candidates[0] ?? '〓',
  }))
  const file = await core.ask('lists.make', { ...wanted, format: 'csv-cp932', substitutes })
  const line = rowsOf(core, file.token).find((each) => each.includes('吉田　一'))
  expect(line).toContain('葛城市１－２')
  expect(line).toContain('2026-04-01')
  expect(line).toContain('令和8年4月1日')
  await core.ask('lists.saveSubstitutes', { substitutes })
  expect(await core.ask('lists.substitutes', {})).toEqual(
    substitutes.toSorted((first, second) => (first.character < second.character ? -1 : 1)),
  )
})

it('lists who came to which meeting, of one council and one year', async () => {
  const core = await openTestCore()
  const { councilId, meetingId } = await setUpMeeting(core.ask)
  const { roll } = await core.ask('meetings.get', { meetingId })
  const [first] = roll
  if (first === undefined) throw new Error('the meeting has a roll')
  await core.ask('attendance.save', {
    attendanceId: first.id,
    patch: { presence: 'present', repliedOn: day('2026-09-01') },
  })
  const look = async (fiscalYear: number) =>
    (await core.ask('lists.look', { list: 'attendance', councilId, fiscalYear })).rows
  expect(await look(2026)).toBe(roll.length)
  expect(await look(2025)).toBe(0)
})
