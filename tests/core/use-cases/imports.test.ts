import { describe, expect, it } from 'vitest'
import type { ImportChoice, OfferedImport } from '#shared/contract/roster-operations.ts'
import { openTestCore } from '../core-harness.ts'
import { fixture } from '../full-world.ts'
import { lookInto, readLog } from '../store/replay-log.ts'
import { day, membership, office, person, setUpCouncil } from '../small-council.ts'

type Choose = (row: OfferedImport['rows'][number]) => Partial<ImportChoice>

async function openImport(bytes = fixture('meibo-messy.xlsx'), name = 'meibo-messy.xlsx') {
  const opened = await openTestCore()
  const { ask, core } = opened
  const { councilId } = await ask('setup.complete', {
    secretariat: office,
    council: {
      name: '青羽市協議体',
      layer: 1,
      areaName: '青羽市',
      stage: 'established',
      stageSince: null,
      basis: '',
      origin: '',
    },
  })
  const file = core.files.put(name, bytes)
  const plan = () => ask('imports.plan', { file: file.token, sheet: null, councilId })
  const inputOf = (shown: OfferedImport, choose: Choose) => ({
    file: file.token,
    sheet: shown.sheet,
    councilId,
    fingerprint: shown.fingerprint,
    choices: shown.rows.map((row) => ({
      row: row.row,
      action: row.state === 'wrong' ? ('leave' as const) : ('take' as const),
      personId: null,
      asMember: true,
      ...choose(row),
    })),
  })
  const apply = async (choose: Choose = () => ({})) => ask('imports.apply', inputOf(await plan(), choose))
  return { ...opened, councilId, file, plan, inputOf, apply }
}

const csv = (...lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\r\n'))

describe('importing the messy roster', () => {
  it('takes in sixty people, each with her seat, and writes nothing before', async () => {
    const { ask, plan, apply, councilId } = await openImport()
    const shown = await plan()
    expect(shown.rows).toHaveLength(60)
    expect(await ask('roster.listPeople', {})).toEqual([])
    const outcome = await apply((row) => ({ action: 'take', personId: null, row: row.row }))
    const wrong = shown.rows.filter((row) => row.state === 'wrong').length
    expect(wrong).toBe(0)
    expect(outcome).toMatchObject({ added: 60, changed: 0, same: 0, left: 0, members: 60 })
    expect(await ask('roster.listPeople', {})).toHaveLength(60)
    expect(await ask('roster.listSeats', { councilId, on: day('2026-09-17') })).toHaveLength(60)
    expect(outcome.organizations).toBeGreaterThan(30)
  })

  it('a second time makes no doubles, changes nothing, and says so before', async () => {
    const { ask, plan, apply, folder } = await openImport()
    await apply()
    const people = await ask('roster.listPeople', {})
    const details = await Promise.all(people.map(({ id }) => ask('roster.getPerson', { personId: id })))
    const again = await plan()
    expect(
      again.rows.filter((row) => row.state !== 'same').map((row) => [row.row, row.state, row.reason]),
    ).toEqual([])
    expect(await apply()).toMatchObject({ added: 0, changed: 0, same: 60, members: 0, organizations: 0 })
    expect(await ask('roster.listPeople', {})).toEqual(people)
    expect(await Promise.all(people.map(({ id }) => ask('roster.getPerson', { personId: id })))).toEqual(
      details,
    )
    const log = lookInto(folder, (connection) => readLog(connection))
    const last = log.at(-1)?.operation_number
    expect(log.filter((entry) => entry.operation_number === last).map((entry) => entry.table_name)).toEqual([
      'import_runs',
    ])
  })

  it('leaves what it is told to leave', async () => {
    const { ask, apply } = await openImport()
    expect(await apply((row) => (row.state === 'new' ? {} : { action: 'leave' }))).toMatchObject({
      changed: 0,
    })
    const taken = await ask('roster.listPeople', {})
    expect(taken.length).toBeGreaterThan(40)
    expect(taken.length).toBeLessThan(60)
  })

  it('is refused once the roster has changed since it was shown', async () => {
    const { ask, refused, plan, inputOf } = await openImport()
    const shown = await plan()
    const [first] = shown.rows
    if (!first) throw new Error('no rows')
    await ask('roster.addPerson', {
      person: person(first.fields.name, { organizationName: first.fields.organizationName }),
      membership: null,
    })
    expect(
      await refused(
        'imports.apply',
        inputOf(shown, () => ({})),
      ),
    ).toBe('conflict')
    expect(await ask('roster.listPeople', {})).toHaveLength(1)
    // Shown anew, it goes through, and the one who was there is no double.
    await ask(
      'imports.apply',
      inputOf(await plan(), () => ({})),
    )
    expect(await ask('roster.listPeople', {})).toHaveLength(60)
  })

  it('is refused whole when it is of another council, sheet or row than was shown', async () => {
    const { ask, refused, plan, inputOf } = await openImport()
    const shown = await plan()
    const input = inputOf(shown, () => ({}))
    expect(await refused('imports.apply', { ...input, councilId: null })).toBe('conflict')
    expect(await refused('imports.apply', { ...input, councilId: '0'.repeat(26) })).toBe('not-found')
    expect(await refused('imports.apply', { ...input, sheet: 'ない' })).toBe('sheet-missing')
    const [choice] = input.choices
    if (!choice) throw new Error('no rows')
    expect(await refused('imports.apply', { ...input, choices: [{ ...choice, row: 1 }] })).toBe('conflict')
    expect(await refused('imports.apply', { ...input, choices: [choice, choice] })).toBe('conflict')
    expect(await refused('imports.apply', { ...input, choices: [{ ...choice, action: 'join' }] })).toBe(
      'conflict',
    )
    const unknown = { ...choice, action: 'join', personId: '0'.repeat(26) }
    expect(
      await refused('imports.apply', {
        ...input,
        choices: [choice, ...input.choices.slice(1, 3), { ...unknown, row: input.choices[5]?.row }],
      }),
    ).toBe('conflict')
    expect(await ask('roster.listPeople', {})).toEqual([])
  })
})

describe('importing over recorded people', () => {
  it('changes what the preview names and nothing else', async () => {
    const { ask, plan, apply, councilId } = await openImport(
      csv(
        '氏名,ふりがな,団体名,役職,電話,備考',
        '髙橋　一郎,,北町内会,会長,000-223-1111,',
        '佐藤　花子,さとう　はなこ,ＮＰＯひだまり,代表,０００－２２３－２２２２,送迎あり',
      ),
      '名簿.csv',
    )
    const recorded = {
      kana: 'たかはし　いちろう',
      organizationName: '北町内会',
      post: '副会長',
      phone: '000-223-1111',
      note: '車いす',
    }
    const { personId: chair } = await ask('roster.addPerson', {
      person: person('髙橋　一郎', recorded),
      membership: { councilId, ...membership({ role: 'chair', category: '第1号' }) },
    })
    const same = {
      kana: 'さとう　はなこ',
      organizationName: 'NPOひだまり',
      post: '代表',
      phone: '000-223-2222',
      note: '送迎あり\n手話もできる',
    }
    const { personId: second } = await ask('roster.addPerson', {
      person: person('佐藤　花子', same),
      membership: null,
    })
    expect((await plan()).rows.map((row) => [row.state, row.changes.map((change) => change.label)])).toEqual([
      ['changed', ['役職']],
      ['same', []],
    ])
    expect(await apply()).toMatchObject({ added: 0, changed: 1, same: 1, members: 1, organizations: 0 })
    expect(await ask('roster.getPerson', { personId: chair })).toMatchObject({ ...recorded, post: '会長' })
    // The same to the reader: neither the longer note nor the widths as they were recorded are touched.
    expect(await ask('roster.getPerson', { personId: second })).toMatchObject(same)
    const seats = await ask('roster.listSeats', { councilId, on: day('2026-09-17') })
    expect(seats.map((seat) => [seat.name, seat.role, seat.category])).toEqual([
      ['髙橋　一郎', 'chair', '第1号'],
      ['佐藤　花子', 'member', ''],
    ])
  })

  it('joins a row to the person somebody chose: values come over, remarks are kept beside one another', async () => {
    const { ask, plan, apply } = await openImport(
      csv('氏名,ふりがな,団体名,役職,備考', '佐藤　美智子,,ＮＰＯひだまり,理事,新任'),
      '名簿.csv',
    )
    const { personId } = await ask('roster.addPerson', {
      person: person('佐藤　美智子', {
        kana: 'さとう　みちこ',
        organizationName: '東地区民児協',
        post: '民生委員',
        note: '午前のみ',
      }),
      membership: null,
    })
    expect((await plan()).rows.map((row) => row.state)).toEqual(['doubtful'])
    expect(await apply(() => ({ action: 'join', personId, asMember: false }))).toMatchObject({
      added: 0,
      changed: 1,
      members: 0,
    })
    const joined = await ask('roster.getPerson', { personId })
    expect(joined).toMatchObject({
      kana: 'さとう　みちこ',
      organizationName: 'ＮＰＯひだまり',
      post: '理事',
      note: '午前のみ\n新任',
    })
    expect(joined.affiliations.map((each) => each.organizationName)).toEqual([
      'ＮＰＯひだまり',
      '東地区民児協',
    ])
    expect(await ask('roster.listPeople', {})).toHaveLength(1)
  })

  it('taken although doubtful makes a new person of a namesake, but no double of a certain one', async () => {
    const { ask, plan, apply, councilId } = await openImport(
      csv(
        '氏名,団体名,任期',
        '佐藤　美智子,ＮＰＯひだまり,令和8年4月1日～令和10年3月31日',
        '髙橋　一郎,北町内会,令和6年4月1日～令和8年3月31日',
      ),
      '名簿.csv',
    )
    await ask('roster.addPerson', {
      person: person('佐藤　美智子', { organizationName: '東地区民児協' }),
      membership: null,
    })
    await ask('roster.addPerson', {
      person: person('髙橋　一郎', { organizationName: '北町内会' }),
      membership: { councilId, ...membership() },
    })
    expect((await plan()).rows.map((row) => row.state)).toEqual(['doubtful', 'doubtful'])
    expect(await apply()).toMatchObject({ added: 1 })
    expect((await ask('roster.listPeople', {})).map((each) => each.name).sort()).toEqual([
      '佐藤　美智子',
      '佐藤　美智子',
      '髙橋　一郎',
    ])
  })
})

describe('importing more members than there are seats', () => {
  const three = csv('氏名,団体名,役割', '青井　一子,東町会,', '青井　二子,西町会,', '青井　三子,南町会,')
  const open = async () => {
    const opened = await openImport(three, '名簿.csv')
    const { rules } = await opened.ask('councils.get', { councilId: opened.councilId })
    await opened.ask('councils.saveRules', { councilId: opened.councilId, rules: { ...rules, seatLimit: 2 } })
    return opened
  }

  it('is refused whole without a reason, and keeps the reason with just the seats beyond the limit', async () => {
    const { ask, refused, plan, inputOf, councilId } = await open()
    const input = inputOf(await plan(), () => ({}))
    expect(await refused('imports.apply', input)).toBe('seat-limit')
    expect(await ask('roster.listPeople', {})).toEqual([])
    expect(await ask('imports.apply', { ...input, despite: '改選まで前の委員も残る' })).toMatchObject({
      members: 3,
    })
    const seats = await ask('roster.listSeats', { councilId, on: day('2026-09-17') })
    expect(seats.map((seat) => seat.despite)).toEqual(['', '', '改選まで前の委員も残る'])
  })

  it('asks for it, too, where somebody comes back within a term she was released from', async () => {
    const { ask, refused, plan, inputOf, councilId } = await openImport(
      csv('氏名,団体名,任期の始め,任期の終わり', '青井　一子,東町会,令和8年4月1日,令和10年3月31日'),
      '名簿.csv',
    )
    const { personId } = await ask('roster.addPerson', {
      person: person('青井　一子', { organizationName: '東町会' }),
      membership: {
        councilId,
        ...membership({ appointedOn: day('2026-04-01'), termFrom: day('2026-04-01') }),
      },
    })
    const [held] = (await ask('roster.getPerson', { personId })).memberships
    if (!held) throw new Error('no seat')
    await ask('roster.endMembership', { membershipId: held.membershipId, on: day('2026-08-31') })
    const input = inputOf(await plan(), () => ({}))
    expect(await refused('imports.apply', input)).toBe('terms-overlap')
    await ask('imports.apply', { ...input, despite: '一度やめたのを取りけした' })
    const [again] = (await ask('roster.getPerson', { personId })).memberships
    expect(again).toMatchObject({ releasedOn: null, despite: '一度やめたのを取りけした' })
  })
})

describe('a small council of its own', () => {
  it('is not disturbed by an import for no council', async () => {
    const { ask, core } = await openTestCore()
    const { councilId } = await setUpCouncil(ask)
    const file = core.files.put('名簿.xlsx', fixture('meibo-messy.xlsx'))
    const plan = await ask('imports.plan', { file: file.token, sheet: null })
    await ask('imports.apply', {
      file: file.token,
      sheet: plan.sheet,
      councilId: null,
      fingerprint: plan.fingerprint,
      choices: plan.rows.map((row) => ({
        row: row.row,
        action: 'take' as const,
        personId: null,
        asMember: true,
      })),
    })
    expect(await ask('roster.listSeats', { councilId, on: day('2026-09-17') })).toHaveLength(6)
  })
})
