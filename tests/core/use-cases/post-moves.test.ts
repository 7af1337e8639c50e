import { describe, expect, it } from 'vitest'
import { openTestCore } from '../core-harness.ts'
import { day, membership, person, setUpCouncil } from '../small-council.ts'

async function openWithPost() {
  const opened = await openTestCore()
  const { ask } = opened
  const { councilId } = await setUpCouncil(ask)
  const add = async (name: string, post: string, seat: Partial<ReturnType<typeof membership>> | null) =>
    (
      await ask('roster.addPerson', {
        person: person(name, { organizationName: '東町内会', post }),
        membership: seat === null ? null : { ...membership(seat), councilId },
      })
    ).personId
  const oldId = await add('前田　会長', '会長', { exOfficio: true, category: '第1号（地縁団体）' })
  const newId = await add('後藤　副会長', '副会長', null)
  const move = (personId: typeof oldId, name: string, post: string) =>
    ask('roster.savePerson', { personId, person: person(name, { organizationName: '東町内会', post }) })
  return { ...opened, councilId, oldId, newId, move }
}

describe('a seat by post (充て職)', () => {
  it('is offered to the one who has the post now, with the rest of the term, and old papers stay', async () => {
    const { ask, councilId, oldId, newId, move, refused } = await openWithPost()
    expect(await ask('terms.postMoves', { councilId })).toEqual([])
    await move(oldId, '前田　会長', '顧問')
    await move(newId, '後藤　副会長', '会長')
    const [found, ...more] = await ask('terms.postMoves', { councilId })
    if (!found) throw new Error('the move was not seen')
    expect(more).toEqual([])
    expect(found).toMatchObject({ organizationName: '東町内会', post: '会長' })
    expect(found.successors[0]).toMatchObject({ personId: newId, samePost: true, seatedHere: false })
    const { membershipId } = found.seat
    expect(await refused('terms.succeed', { membershipId, personId: newId, on: day('2026-04-01') })).toBe(
      'end-before-start',
    )
    await ask('terms.succeed', { membershipId, personId: newId, on: day('2026-11-01') })
    const names = async (on: string) =>
      (await ask('roster.listSeats', { councilId, on: day(on) })).map((seat) => seat.name)
    expect(await names('2026-10-31')).toContain('前田　会長')
    expect(await names('2026-11-01')).not.toContain('前田　会長')
    expect((await ask('roster.getPerson', { personId: newId })).memberships).toMatchObject([
      {
        termFrom: '2026-11-01',
        termTo: '2028-03-31',
        appointedOn: '2026-11-01',
        reappointment: 'rest',
        exOfficio: true,
        category: '第1号（地縁団体）',
      },
    ])
    expect(await ask('terms.postMoves', { councilId })).toEqual([])
    expect(await refused('terms.succeed', { membershipId, personId: newId, on: day('2026-12-01') })).toBe(
      'already-member',
    )
  })

  it('stays with its holder where the office says so', async () => {
    const { ask, councilId, oldId, move } = await openWithPost()
    await move(oldId, '前田　会長', '相談役')
    const [found] = await ask('terms.postMoves', { councilId })
    if (!found) throw new Error('the move was not seen')
    await ask('terms.keepSeat', { membershipId: found.seat.membershipId })
    expect(await ask('terms.postMoves', { councilId })).toEqual([])
  })
})

describe('a seat that ended before its term', () => {
  it('is there to be taken on, once, and a term that overlaps is asked about when it is put right', async () => {
    const { ask, councilId, oldId, newId, refused } = await openWithPost()
    const [seat] = (await ask('roster.getPerson', { personId: oldId })).memberships
    if (!seat) throw new Error('no seat')
    await ask('roster.endMembership', { membershipId: seat.membershipId, on: day('2026-09-30') })
    const on = day('2026-10-01')
    const [ended] = await ask('terms.toSucceed', { councilId, on })
    expect(ended).toMatchObject({ name: '前田　会長', termTo: '2028-03-31', releasedOn: '2026-09-30' })
    const { membershipId } = await ask('roster.addMembership', {
      councilId,
      personId: newId,
      membership: membership({ termFrom: on, appointedOn: on, reappointment: 'rest' }),
      followsId: seat.membershipId,
    })
    expect(await ask('terms.toSucceed', { councilId, on })).toEqual([])
    await ask('roster.endMembership', { membershipId, on: day('2026-12-31') })
    const again = await ask('roster.addMembership', {
      councilId,
      personId: newId,
      membership: membership({ termFrom: day('2027-01-01'), appointedOn: day('2027-01-01') }),
    })
    const overlapping = membership({ termFrom: on, appointedOn: on })
    const put = { membershipId: again.membershipId, membership: overlapping }
    expect(await refused('roster.saveMembership', put)).toBe('terms-overlap')
    await ask('roster.saveMembership', { ...put, despite: '年度の途中で兼ねた' })
  })
})
