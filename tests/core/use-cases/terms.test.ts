import { describe, expect, it } from 'vitest'
import type { MembershipId } from '#shared/domain/ids.ts'
import { openTestCore, type TestCore } from '../core-harness.ts'
import { day, membership, outreach, person, setUpCouncil } from '../small-council.ts'

const april = { from: day('2028-04-01'), to: day('2030-03-31') }

async function openWithPlan(): Promise<
  TestCore & Awaited<ReturnType<typeof setUpCouncil>> & { readonly ids: readonly MembershipId[] }
> {
  const opened = await openTestCore()
  const council = await setUpCouncil(opened.ask)
  const plan = await opened.ask('terms.plan', { councilId: council.councilId, from: april.from, to: null })
  return { ...opened, ...council, ids: plan.rows.map((row) => row.seat.membershipId) }
}

const all = (ids: readonly MembershipId[], wish: 'renew' | 'end' | 'keep', because = '') =>
  ids.map((membershipId) => ({ membershipId, wish, because }))

describe('April', () => {
  it('proposes a whole term for each member whose own runs out, and writes nothing', async () => {
    const { ask, councilId } = await openWithPlan()
    const plan = await ask('terms.plan', { councilId, from: april.from, to: null })
    expect(plan).toMatchObject(april)
    // 会長, 副会長, two 委員; the observer and the 事務局 have no term to renew.
    expect(plan.rows.map((row) => [row.seat.name, row.wish])).toEqual([
      ['髙橋　一郎', 'renew'],
      ['佐藤　花子', 'renew'],
      ['鈴木　次郎', 'renew'],
      ['田中　三郎', 'renew'],
    ])
    expect(await ask('roster.listSeats', { councilId, on: april.from })).toHaveLength(6)
  })

  it('renews and ends in one go: old seats keep their history, new ones follow them', async () => {
    const { ask, councilId, ids, people } = await openWithPlan()
    const [first, second, third, fourth] = ids
    if (!first || !second || !third || !fourth) throw new Error('four members')
    const outcome = await ask('terms.apply', {
      councilId,
      ...april,
      choices: [...all([first, second], 'renew'), ...all([third], 'end', '辞退'), ...all([fourth], 'keep')],
    })
    expect(outcome).toEqual({ renewed: 2, ended: 1, kept: 1 })
    const [chair] = people
    if (!chair) throw new Error('nobody')
    expect((await ask('roster.getPerson', { personId: chair })).memberships).toMatchObject([
      { termFrom: '2028-04-01', termTo: '2030-03-31', reappointment: 'again', role: 'chair', seatNumber: 1 },
      { termFrom: '2026-04-01', termTo: '2028-03-31', releasedOn: '2028-03-31' },
    ])
    const names = async (on: string) =>
      (await ask('roster.listSeats', { councilId, on: day(on) })).map((seat) => seat.name)
    expect(await names('2028-03-31')).toContain('鈴木　次郎')
    expect(await names('2028-04-01')).toEqual([
      '髙橋　一郎',
      '佐藤　花子',
      '田中　三郎',
      '小田切　誠',
      '中井　恵',
    ])
    // Asked again, only who was kept stands there: the renewed are renewed.
    const again = await ask('terms.plan', { councilId, from: april.from, to: null })
    expect(again.rows.map((row) => row.seat.name)).toEqual(['田中　三郎'])
  })

  it('writes all or nothing', async () => {
    const { ask, refused, councilId, ids } = await openWithPlan()
    const [first] = ids
    if (!first) throw new Error('nobody')
    const choices = [...all(ids, 'renew'), ...all([first], 'end')]
    expect(await refused('terms.apply', { councilId, ...april, choices })).toBe('conflict')
    expect((await ask('terms.plan', { councilId, from: april.from, to: null })).rows).toHaveLength(4)
  })

  it('refuses a term that ends before it begins', async () => {
    const { refused, councilId, ids } = await openWithPlan()
    const input = { councilId, from: april.to, to: april.from, choices: all(ids, 'renew') }
    expect(await refused('terms.apply', input)).toBe('end-before-start')
    expect(await refused('terms.plan', { councilId, from: april.to, to: april.from })).toBe(
      'end-before-start',
    )
  })
})

describe('seats', () => {
  it('are counted against the categories of the 要綱, with 第n期', async () => {
    const { ask, councilId, people } = await openWithPlan()
    const rules = {
      categories: [
        { name: '第1号', seats: 2 },
        { name: '第2号', seats: 1 },
      ],
      firstTermOn: day('2024-04-01'),
      termYears: 2,
    }
    await ask('terms.saveRules', { councilId, rules })
    const [chair] = people
    if (!chair) throw new Error('nobody')
    const [seat] = await ask('roster.listSeats', { councilId, on: day('2026-09-17') })
    if (!seat) throw new Error('no seat')
    await ask('roster.saveMembership', {
      membershipId: seat.membershipId,
      membership: membership({ category: '第1号', termTo: day('2026-12-15') }),
    })
    const on = day('2026-09-17')
    const found = await ask('terms.overview', { councilId, on, withinMonths: 3 })
    expect(found).toMatchObject({ termNumber: 2, rules, vacant: 2 })
    expect(found.categories).toMatchObject([
      { name: '第1号', filled: 1, vacant: 1 },
      { name: '第2号', filled: 0, vacant: 1 },
      { name: '', filled: 3, vacant: 0 },
    ])
    expect(found.seats.map((each) => each.state)).toEqual(['ending', 'filled', 'filled', 'filled'])
    const later = await ask('terms.overview', { councilId, on: day('2027-01-10'), withinMonths: 3 })
    expect(later.seats[0]?.state).toBe('carried-over')
  })

  it('beyond the limit are warned of, and allowed with a reason', async () => {
    const { ask, refused, councilId } = await openWithPlan()
    const { rules } = await ask('councils.get', { councilId })
    await ask('councils.saveRules', { councilId, rules: { ...rules, seatLimit: 4 } })
    const { personId } = await ask('roster.addPerson', { person: person('山口　七子'), membership: null })
    const seat = { councilId, personId, membership: membership() }
    expect(await refused('roster.addMembership', seat)).toBe('seat-limit')
    await ask('roster.addMembership', { ...seat, despite: '要綱を改めるところ' })
    expect(await ask('roster.listSeats', { councilId, on: day('2026-09-17') })).toHaveLength(7)

    // By whatever way somebody comes to a seat.
    const added = { person: person('川口　八子'), membership: { ...membership(), councilId } }
    expect(await refused('roster.addPerson', added)).toBe('seat-limit')
    await ask('roster.addPerson', { ...added, despite: '4月まで' })
    const { outreachId } = await ask('outreach.add', {
      outreach: outreach(councilId, { contactName: '木口　九子' }),
    })
    const won = {
      outreachId,
      person: { name: '木口　九子', kana: '', post: '' },
      membership: membership(),
    }
    expect(await refused('outreach.seat', won)).toBe('seat-limit')
    await ask('outreach.seat', { ...won, despite: '4月まで' })
    expect(await ask('roster.listSeats', { councilId, on: day('2026-09-17') })).toHaveLength(9)
  })

  it('whose terms overlap are warned of', async () => {
    const { ask, refused, councilId, people } = await openWithPlan()
    const [chair] = people
    if (!chair) throw new Error('nobody')
    const [seat] = await ask('roster.listSeats', { councilId, on: day('2026-09-17') })
    if (!seat) throw new Error('no seat')
    await ask('roster.endMembership', { membershipId: seat.membershipId, on: day('2026-10-31') })
    const again = { councilId, personId: chair, membership: membership({ appointedOn: day('2026-10-01') }) }
    expect(await refused('roster.addMembership', again)).toBe('terms-overlap')
    const after = membership({ appointedOn: day('2026-11-01'), termFrom: day('2026-11-01') })
    await ask('roster.addMembership', { ...again, membership: after })
  })
})
