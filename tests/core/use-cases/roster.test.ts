import { describe, expect, it } from 'vitest'
import { openTestCore } from '../core-harness.ts'
import {
  day,
  eastern,
  line,
  membership,
  person,
  planned,
  setUpCouncil,
  setUpMeeting,
} from '../small-council.ts'

async function openRoster() {
  const clock = { at: new Date('2026-09-17T13:30:00+09:00') }
  const opened = await openTestCore(undefined, clock)
  const council = await setUpCouncil(opened.ask)
  const [chair] = council.people
  if (chair === undefined) throw new Error('no people')
  const get = (personId = chair) => opened.ask('roster.getPerson', { personId })
  return { ...opened, ...council, clock, chair, get }
}

describe('a person', () => {
  it('keeps every field to the character', async () => {
    const { ask, get } = await openRoster()
    const fields = person('葛\u{E0100}城　髙邉', {
      kana: 'かつらぎ　たかべ',
      postalCode: '〒000-0001',
      address: '青羽市中央4-10-2\n青羽ハイツ203',
      phone: '０００－２２３－０３０１',
      phoneNote: '内線2131',
      fax: '（000）223',
      email: 'x@example.jp',
      sectors: ['youth', 'elderly'],
      note: 'U+FA19: 神\n　二行め',
      organizationName: '（福）かもめ福祉会',
      post: '理事長',
    })
    const { personId } = await ask('roster.addPerson', { person: fields, membership: null })
    const found = await get(personId)
    expect(found).toMatchObject({ ...fields, sectors: found.sectors })
    expect([...found.sectors].sort()).toEqual(['elderly', 'youth'])
    await ask('roster.savePerson', { personId, person: { ...fields, sectors: ['children'], note: '' } })
    expect(await get(personId)).toMatchObject({ sectors: ['children'], note: '' })
  })

  it('is listed in 五十音 order, those without kana last', async () => {
    const { ask } = await openTestCore()
    for (const [name, kana] of [
      ['渡辺', 'わたなべ'],
      ['安藤', 'アンドウ'],
      ['仮名なし', ''],
      ['伊藤', 'いとう'],
      ['ガルシア', 'がるしあ'],
      ['加藤', 'かとう'],
    ] as const)
      await ask('roster.addPerson', { person: person(name, { kana }), membership: null })
    expect((await ask('roster.listPeople', {})).map((each) => each.name)).toEqual([
      '安藤',
      '伊藤',
      '加藤',
      'ガルシア',
      '渡辺',
      '仮名なし',
    ])
  })

  it('who moves keeps where she was: 異動 ends one post and begins another', async () => {
    const { ask, clock, chair, get } = await openRoster()
    const move = (organizationName: string, post: string) =>
      ask('roster.savePerson', { personId: chair, person: person('髙橋　一郎', { organizationName, post }) })
    await move('北町内会', '会長')
    clock.at = new Date('2027-04-01T09:00:00+09:00')
    await move('北町内会', '顧問')
    const history = async () =>
      (await get()).affiliations.map((each) => [each.organizationName, each.post, each.fromOn, each.toOn])
    expect(await history()).toEqual([
      ['北町内会', '顧問', '2027-04-01', null],
      ['北町内会', '会長', '2026-09-17', '2027-04-01'],
      ['団体1', '代表', null, '2026-09-17'],
    ])
    expect(await get()).toMatchObject({ organizationName: '北町内会', post: '顧問' })
    // The same day once more is a slip of the pen put right.
    await move('北町内会', '相談役')
    expect((await history())[0]).toEqual(['北町内会', '相談役', '2027-04-01', null])
    expect(await history()).toHaveLength(3)
    await move('', '')
    expect((await history())[0]?.[3]).toBe('2027-04-01')
    expect(await get()).toMatchObject({ organizationName: '', post: '' })
  })

  it('has no 異動 where only the writing of the group differs', async () => {
    const { ask, clock, chair, get } = await openRoster()
    const save = (organizationName: string) =>
      ask('roster.savePerson', {
        personId: chair,
        person: person('髙橋　一郎', { organizationName, post: '理事' }),
      })
    await save('(福)かもめ福祉会')
    clock.at = new Date('2026-10-01T09:00:00+09:00')
    await save('（福）かもめ福祉会')
    expect((await get()).affiliations).toHaveLength(2)
    expect((await get()).organizationName).toBe('(福)かもめ福祉会')
  })

  it('may hold a post without a group', async () => {
    const { ask, get } = await openRoster()
    const { personId } = await ask('roster.addPerson', {
      person: person('民　生子', { post: '民生委員' }),
      membership: null,
    })
    expect(await get(personId)).toMatchObject({ organizationName: '', post: '民生委員' })
    expect((await get(personId)).affiliations).toMatchObject([{ organizationId: null, post: '民生委員' }])
    await ask('roster.savePerson', { personId, person: person('民　生子', { post: '主任児童委員' }) })
    expect((await get(personId)).post).toBe('主任児童委員')
  })

  it('taken away is gone from lists and seats, and comes back whole', async () => {
    const { ask, refused, councilId, chair, get } = await openRoster()
    const before = await get()
    const names = async () => [
      (await ask('roster.listPeople', {})).some((each) => each.id === chair),
      (await ask('roster.listSeats', { councilId, on: day('2026-09-17') })).some(
        (each) => each.personId === chair,
      ),
    ]
    await ask('roster.removePerson', { personId: chair })
    expect(await names()).toEqual([false, false])
    expect(await refused('roster.getPerson', { personId: chair })).toBe('not-found')
    expect(await refused('roster.removePerson', { personId: chair })).toBe('not-found')
    expect(await refused('roster.savePerson', { personId: chair, person: person('x') })).toBe('not-found')
    expect(
      await refused('roster.addMembership', { councilId, personId: chair, membership: membership() }),
    ).toBe('not-found')
    await ask('roster.restorePerson', { personId: chair })
    expect(await names()).toEqual([true, true])
    expect(await get()).toEqual(before)
  })

  it('has what she said and how often she came, without what her proxy said', async () => {
    const { ask } = await openTestCore()
    const { meetingId, people, items, councilId } = await setUpMeeting(ask)
    const [chair] = people
    const [, , , , shopping] = items
    const [first] = (await ask('meetings.get', { meetingId })).roll
    if (chair === undefined || shopping === undefined || !first) throw new Error('no chair, item or roll')
    const attendanceId = first.id
    await ask('attendance.save', { attendanceId, patch: { presence: 'present' } })
    await ask('minutes.addStatement', {
      meetingId,
      statement: line(shopping, 'はじめます。', { attendanceId }),
      after: null,
    })
    const said = async () => {
      const { statements, attended } = await ask('roster.getPerson', { personId: chair })
      return [statements.map((each) => [each.text, each.meetingNumber]), attended]
    }
    expect(await said()).toEqual([[['はじめます。', 1]], { held: 1, counted: 1 }])
    await ask('meetings.plan', planned(councilId, { heldOn: day('2026-11-19') }))
    await ask('attendance.save', { attendanceId, patch: { presence: 'proxy', proxyName: '木村　進' } })
    expect(await said()).toEqual([[], { held: 1, counted: 1 }])
    await ask('attendance.save', { attendanceId, patch: { presence: 'absent' } })
    expect((await said())[1]).toEqual({ held: 1, counted: 0 })
  })
})

describe('a seat', () => {
  it('is one a council and person, in several councils at once, and free again after its end', async () => {
    const { ask, refused, councilId, chair, get } = await openRoster()
    expect(
      await refused('roster.addMembership', { councilId, personId: chair, membership: membership() }),
    ).toBe('already-member')
    const { councilId: other } = await ask('councils.add', { ...eastern, name: '第１層' })
    await ask('roster.addMembership', {
      councilId: other,
      personId: chair,
      membership: membership({ role: 'member' }),
    })
    expect((await get()).memberships.map((each) => [each.councilName, each.role])).toEqual([
      ['第１層', 'member'],
      [eastern.name, 'chair'],
    ])
    const seat = (await get()).memberships[1]
    if (!seat) throw new Error('no seat')
    await ask('roster.endMembership', { membershipId: seat.membershipId, on: day('2026-09-30') })
    const seated = async (on: string) =>
      (await ask('roster.listSeats', { councilId, on: day(on) })).some((each) => each.personId === chair)
    expect([await seated('2026-09-30'), await seated('2026-10-01')]).toEqual([true, false])
    await ask('roster.addMembership', {
      councilId,
      personId: chair,
      membership: membership({ appointedOn: day('2026-10-01'), reappointment: 'again' }),
    })
    expect(await seated('2026-10-01')).toBe(true)
    expect((await get()).memberships).toHaveLength(3)
  })

  it('has a term that ends after it begins, and ends no earlier than it began', async () => {
    const { refused, councilId, chair, get, ask } = await openRoster()
    const wrong = membership({ termFrom: day('2026-04-01'), termTo: day('2026-03-31') })
    const [seat] = (await get()).memberships
    if (!seat) throw new Error('no seat')
    const { membershipId } = seat
    expect(await refused('roster.saveMembership', { membershipId, membership: wrong })).toBe(
      'end-before-start',
    )
    expect(await refused('roster.endMembership', { membershipId, on: day('2026-03-31') })).toBe(
      'end-before-start',
    )
    expect(
      await refused('roster.endMembership', { membershipId: '0'.repeat(26), on: day('2026-04-01') }),
    ).toBe('not-found')
    expect(
      await refused('roster.addPerson', {
        person: person('x'),
        membership: { councilId: '0'.repeat(26), ...membership() },
      }),
    ).toBe('not-found')
    await ask('roster.saveMembership', {
      membershipId,
      membership: membership({
        role: 'vice-chair',
        category: '第1号',
        exOfficio: true,
        reappointment: 'rest',
        termNote: '残任',
      }),
    })
    expect((await get()).memberships[0]).toMatchObject({
      role: 'vice-chair',
      category: '第1号',
      exOfficio: true,
      reappointment: 'rest',
      termNote: '残任',
      seatNumber: 1,
    })
    expect(
      (await ask('roster.listSeats', { councilId, on: day('2026-09-17') })).map((each) => each.seatNumber),
    ).toEqual([1, 2, 3, 4, 5, 6])
    expect(chair).toBe((await get()).id)
  })
})
