import { expect, it } from 'vitest'
import { openTestCore } from '../core-harness.ts'
import { setUpMeeting } from '../small-council.ts'

async function room() {
  const core = await openTestCore()
  const { meetingId } = await setUpMeeting(core.ask)
  const get = () => core.ask('seating.get', { meetingId })
  const { desks } = await get()
  const taken = desks.flatMap(({ person, place }) => (person === null ? [] : [{ ...person, place }]))
  const [first, second] = taken
  const free = desks.find(({ person }) => person === null)
  if (first === undefined || second === undefined || free === undefined) throw new Error('no room')
  const placeOf = async (who: string) =>
    (await get()).desks.find(({ person }) => person?.attendanceId === who)?.place
  return { core, meetingId, get, first, second, free, placeOf }
}

it('lets two change places, and one go to a free desk', async () => {
  const { core, meetingId, first, second, free, placeOf } = await room()
  await core.ask('seating.move', { meetingId, attendanceId: first.attendanceId, place: second.place })
  expect(await placeOf(first.attendanceId)).toBe(second.place)
  expect(await placeOf(second.attendanceId)).toBe(first.place)
  await core.ask('seating.move', { meetingId, attendanceId: second.attendanceId, place: free.place })
  expect(await placeOf(second.attendanceId)).toBe(free.place)
  expect(await placeOf(first.attendanceId)).toBe(second.place)
})

it('puts everybody back, and begins anew with another layout', async () => {
  const { core, meetingId, get, first, free } = await room()
  const before = await get()
  await core.ask('seating.move', { meetingId, attendanceId: first.attendanceId, place: free.place })
  await core.ask('seating.reset', { meetingId })
  expect(await get()).toEqual(before)
  await core.ask('seating.move', { meetingId, attendanceId: first.attendanceId, place: free.place })
  await core.ask('seating.setLayout', { meetingId, layout: 'school' })
  expect((await get()).layout).toBe('school')
  expect((await get()).desks.every(({ person }) => person?.moved !== true)).toBe(true)
})

it('prints the room as it was laid out, and refuses a desk that there is not', async () => {
  const { core, meetingId, first, free } = await room()
  const { councilId } = await core.ask('meetings.get', { meetingId })
  const paper = async (): Promise<string> => {
    const file = await core.ask('papers.make', {
      councilId,
      meetingId,
      fiscalYear: 2026,
      paper: 'seating',
      format: 'pdf',
    })
    return new TextDecoder().decode(core.core.files.take(file.token).bytes)
  }
  const before = await paper()
  await core.ask('seating.move', { meetingId, attendanceId: first.attendanceId, place: free.place })
  expect(await paper()).not.toBe(before)
  expect(
    await core.refused('seating.move', { meetingId, attendanceId: first.attendanceId, place: 987_654 }),
  ).toBe('not-found')
})
