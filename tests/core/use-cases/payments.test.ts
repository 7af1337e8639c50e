import BetterSqlite from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { MeetingId } from '#shared/domain/ids.ts'
import { provideChangeContext } from '#core/store/change-log.ts'
import { openTestCore, type TestCore } from '../core-harness.ts'
import { account, budgetItem, rule, sender, usualPayee } from '../money-records.ts'
import { day, planned, type SmallCouncil, setUpCouncil, time } from '../small-council.ts'

type Ask = TestCore['ask']

/** Marks the day: by seat 髙橋 (会長), 佐藤 (副会長), 鈴木, 田中 (委員), 小田切 (オブザーバー), 中井 (事務局). */
async function hold(
  ask: Ask,
  council: SmallCouncil,
  heldOn: string,
  presences: readonly ('present' | 'absent' | 'proxy' | 'online')[],
): Promise<MeetingId> {
  const { meetingId } = await ask('meetings.plan', planned(council.councilId, { heldOn: day(heldOn) }))
  const { roll } = await ask('meetings.get', { meetingId })
  for (const [seat, presence] of presences.entries()) {
    const line = roll[seat]
    if (line !== undefined) await ask('attendance.save', { attendanceId: line.id, patch: { presence } })
  }
  return meetingId
}

async function setRules(ask: Ask, { councilId }: SmallCouncil): Promise<void> {
  await ask('allowanceRules.add', { rule: rule(councilId, { role: 'chair', amount: 33_132, travel: 0 }) })
  await ask('allowanceRules.add', {
    rule: rule(councilId, {
      role: 'vice-chair',
      amount: 10_315,
      travel: 0,
      taxName: '給与（乙欄）',
      taxRate: 3063,
    }),
  })
  await ask('allowanceRules.add', { rule: rule(councilId) })
}

async function openRun(ask: Ask, council: SmallCouncil, meetingIds: readonly MeetingId[], title = '9月分') {
  const { councilId } = council
  const { runId } = await ask('payments.openRun', {
    councilId,
    meetingIds: [...meetingIds],
    title,
    payOn: day('2026-10-09'),
  })
  return runId
}

describe('a run of payments', () => {
  it('comes to the figures of a table made by hand', async () => {
    const { ask } = await openTestCore()
    const council = await setUpCouncil(ask)
    await setRules(ask, council)
    const meetingId = await hold(ask, council, '2026-09-10', [
      'present',
      'present',
      'present',
      'absent',
      'present',
      'present',
    ])
    expect(
      await ask('payments.listUnpaid', { councilId: council.councilId, fiscalYear: 2026 }),
    ).toMatchObject([{ meetingId }])
    const run = await ask('payments.getRun', { runId: await openRun(ask, council, [meetingId]) })
    expect(
      run.payments.map(({ name, base, travel, gross, taxable, tax, net }) => [
        name,
        base,
        travel,
        gross,
        taxable,
        tax,
        net,
      ]),
    ).toEqual([
      ['髙橋　一郎', 33_132, 0, 33_132, 33_132, 3382, 29_750],
      ['佐藤　花子', 10_315, 0, 10_315, 10_315, 315, 10_000],
      ['鈴木　次郎', 6000, 500, 6500, 6000, 612, 5888],
    ])
    // Observers and staff have no rule, and nobody is told so.
    expect(run.unpaid.map(({ name, reason }) => [name, reason])).toEqual([['田中　三郎', 'absent']])
    expect(run.totals).toEqual({
      people: 3,
      base: 49_447,
      travel: 500,
      gross: 49_947,
      tax: 4309,
      net: 45_638,
    })
    expect(await ask('payments.listUnpaid', { councilId: null, fiscalYear: 2026 })).toEqual([])
  })

  it('follows a rule changed in mid-year from its day on, and takes the tax of both days together', async () => {
    const { ask } = await openTestCore()
    const council = await setUpCouncil(ask)
    await ask('allowanceRules.add', { rule: rule(council.councilId, { amount: 5000, travel: 0 }) })
    await ask('allowanceRules.add', {
      rule: rule(council.councilId, { amount: 5555, travel: 0, validFrom: day('2026-08-01') }),
    })
    const there = ['absent', 'absent', 'present'] as const
    const july = await hold(ask, council, '2026-07-31', there)
    const august = await hold(ask, council, '2026-08-01', there)
    const run = await ask('payments.getRun', { runId: await openRun(ask, council, [july, august]) })
    expect(run.payments).toMatchObject([
      { lines: [{ base: 5000 }, { base: 5555 }], base: 10_555, tax: 1077, net: 9478 },
    ])
  })

  it('pays nobody who refused, and will not be talked into it', async () => {
    const { ask, core } = await openTestCore()
    const council = await setUpCouncil(ask)
    await setRules(ask, council)
    const [, , suzuki] = council.people
    if (suzuki === undefined) throw new Error('nobody')
    await ask('payees.save', {
      personId: suzuki,
      payee: { ...usualPayee, refusedOn: day('2026-09-01'), refusedBecause: '本人の希望' },
    })
    const meetingId = await hold(ask, council, '2026-09-10', ['absent', 'absent', 'present'])
    const runId = await openRun(ask, council, [meetingId])
    const run = await ask('payments.getRun', { runId })
    expect(run.payments).toMatchObject([
      { name: '鈴木　次郎', refused: true, gross: 0, net: 0, note: '辞退' },
    ])
    expect(run.totals).toMatchObject({ people: 0, net: 0 })
    const [line] = run.payments[0]?.lines ?? []
    if (line === undefined) throw new Error('no line')
    expect(
      await core.dispatch('payments.setLine', {
        runId,
        attendanceId: line.attendanceId,
        change: { base: 1, travel: 0, taxName: '', taxRate: 0, because: 'やはり' },
      }),
    ).toMatchObject({ ok: false, error: { code: 'payment-refused', details: { name: '鈴木　次郎' } } })
  })

  it('pays the proxy by hand, the group by its account, each with their own tax', async () => {
    const { ask } = await openTestCore()
    const council = await setUpCouncil(ask)
    await ask('allowanceRules.add', { rule: rule(council.councilId, { paysProxy: true }) })
    const [, , suzuki, tanaka] = council.people
    if (suzuki === undefined || tanaka === undefined) throw new Error('nobody')
    const groups = await ask('organizations.list', {})
    const group = groups.find((each) => each.name === '団体4')
    if (group === undefined) throw new Error('no group')
    await ask('payees.save', {
      personId: tanaka,
      payee: { ...usualPayee, way: 'organization', organizationId: group.id, taxName: '', taxRate: 0 },
    })
    const meetingId = await hold(ask, council, '2026-09-10', ['absent', 'absent', 'proxy', 'present'])
    const { roll } = await ask('meetings.get', { meetingId })
    const proxied = roll[2]
    if (proxied === undefined) throw new Error('no line')
    await ask('attendance.save', {
      attendanceId: proxied.id,
      patch: { proxyName: '木村　四郎', proxyPost: '主任' },
    })
    const run = await ask('payments.getRun', { runId: await openRun(ask, council, [meetingId]) })
    expect(run.payments).toMatchObject([
      { name: '木村　四郎', personId: null, way: 'cash', note: '代理（鈴木　次郎）', tax: 612 },
      { name: '田中　三郎', way: 'organization', paidToName: '団体4', tax: 0, net: 6500, note: '団体振込' },
    ])
  })

  it('is frozen when closed: figures, bytes, and against every way to change them', async () => {
    const { ask, core, refused, folder } = await openTestCore()
    const council = await setUpCouncil(ask)
    await setRules(ask, council)
    const meetingId = await hold(ask, council, '2026-09-10', ['present', 'present', 'present'])
    const runId = await openRun(ask, council, [meetingId])
    await ask('payments.closeRun', { runId })
    const closed = await ask('payments.getRun', { runId })
    expect(closed).toMatchObject({ state: 'closed', closedOn: '2026-09-17', closedBy: '戸田　さやか' })
    expect(closed.files.map(({ kind }) => kind)).toEqual(['list'])
    expect(closed.files[0]?.name).toMatch(/支払調書.*\.xlsx$/)

    // Roll, rule and roster go on; the closed run does not.
    const [chair] = council.people
    if (chair === undefined) throw new Error('nobody')
    await ask('attendance.save', {
      attendanceId: closed.payments[0]?.lines[0]?.attendanceId ?? fail(),
      patch: { presence: 'absent' },
    })
    await ask('allowanceRules.add', {
      rule: rule(council.councilId, { role: 'chair', amount: 1, validFrom: day('2026-05-01') }),
    })
    const later = await ask('payments.getRun', { runId })
    expect(later.payments).toEqual(closed.payments)
    const [file] = later.files
    if (file === undefined) throw new Error('no file')
    const first = await ask('payments.getFile', { fileId: file.id })
    expect(core.files.take(first.token).bytes.slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))

    for (const [name, input] of [
      ['payments.saveRun', { runId, title: '別', payOn: day('2026-10-10') }],
      ['payments.removeRun', { runId }],
      ['payments.closeRun', { runId }],
    ] as const)
      expect([name, await refused(name, input)]).toEqual([name, 'run-closed'])
    // Not even by SQL.
    const connection = new BetterSqlite(join(folder, 'tsudoi.db'))
    provideChangeContext(connection)
    for (const sql of [
      'UPDATE payments SET net = 0, tax = base + travel',
      'DELETE FROM payments',
      'UPDATE payment_lines SET base = 1',
      "UPDATE payment_runs SET pay_on = '2026-01-01'",
      "UPDATE payment_runs SET state = 'draft'",
    ])
      expect(() => connection.prepare(sql).run(), sql).toThrow('frozen')
    connection.close()
  })

  it('is opened again as a new run with its reason, and nobody is paid twice', async () => {
    const { ask, refused } = await openTestCore()
    const council = await setUpCouncil(ask)
    await setRules(ask, council)
    const meetingId = await hold(ask, council, '2026-09-10', ['present', 'present', 'present'])
    const runId = await openRun(ask, council, [meetingId])
    await ask('payments.closeRun', { runId })
    // A second run over the same meeting finds everybody paid.
    const second = await openRun(ask, council, [meetingId], '二重')
    expect(await ask('payments.getRun', { runId: second })).toMatchObject({
      payments: [],
      unpaid: [
        { reason: 'already-paid' },
        { reason: 'already-paid' },
        { reason: 'already-paid' },
        { reason: 'unmarked' },
      ],
    })
    expect(await refused('payments.closeRun', { runId: second })).toBe('nothing-to-pay')
    await ask('payments.removeRun', { runId: second })

    const again = await ask('payments.reopenRun', { runId, because: '税率のまちがい' })
    expect(await ask('payments.getRun', { runId })).toMatchObject({
      state: 'replaced',
      replacedById: again.runId,
      payments: [{ tax: 3382 }, { tax: 315 }, { tax: 612 }],
    })
    const draft = await ask('payments.getRun', { runId: again.runId })
    expect(draft).toMatchObject({ state: 'draft', reopenedBecause: '税率のまちがい', replacesId: runId })
    expect(draft.payments).toHaveLength(3)
    // Given up, the closed one stands again.
    await ask('payments.removeRun', { runId: again.runId })
    expect(await ask('payments.getRun', { runId })).toMatchObject({ state: 'closed', replacedById: null })
  })
})

describe('the file for the bank', () => {
  it('holds what the closed run pays into accounts, byte for byte, and is kept', async () => {
    const { ask, core, refused } = await openTestCore()
    const council = await setUpCouncil(ask)
    await setRules(ask, council)
    const [chair, vice, suzuki] = council.people
    if (chair === undefined || vice === undefined || suzuki === undefined) throw new Error('nobody')
    await ask('payees.save', { personId: suzuki, payee: { ...usualPayee, way: 'cash' } })
    const meetingId = await hold(ask, council, '2026-09-10', ['present', 'present', 'present'])
    const runId = await openRun(ask, council, [meetingId])
    expect(await refused('payments.makeTransfer', { runId })).toBe('conflict')
    await ask('payments.closeRun', { runId })
    expect(await refused('payments.makeTransfer', { runId })).toBe('sender-missing')
    await ask('payees.saveSender', { sender })
    await ask('payees.saveAccount', { owner: { kind: 'person', id: chair }, account })
    expect(await core.dispatch('payments.makeTransfer', { runId })).toMatchObject({
      ok: false,
      error: { code: 'accounts-missing', details: { names: ['佐藤　花子'] } },
    })
    await ask('payees.saveAccount', {
      owner: { kind: 'person', id: vice },
      account: { ...account, kind: 'savings', number: '7000001', holderKana: 'さとう　はなこ' },
    })
    const made = await ask('payments.makeTransfer', { runId })
    const bytes = core.files.take(made.token).bytes
    const text = [...bytes]
      .map((byte) => String.fromCodePoint(byte >= 0xa1 ? byte - 0xa1 + 0xff61 : byte))
      .join('')
    const records = text.split('\r\n')
    expect(records.map((record) => record.length)).toEqual([120, 120, 120, 120, 120, 0])
    expect(records[0]?.slice(0, 58)).toBe(`12101234567890${'ｱｵﾊﾞｼｼﾔｶｲﾌｸｼｷﾖｳｷﾞｶｲ'.padEnd(40)}1009`)
    expect(records[1]?.slice(42, 91)).toBe(`10012123${'ﾀｶﾊｼ ｲﾁﾛｳ'.padEnd(30)}00000297500`)
    expect(records[2]?.slice(42, 91)).toBe(`47000001${'ｻﾄｳ ﾊﾅｺ'.padEnd(30)}00000100000`)
    expect(records[3]?.slice(0, 19)).toBe('8000002000000039750')
    const kept = (await ask('payments.getRun', { runId })).files.find(({ kind }) => kind === 'transfer')
    if (kept === undefined) throw new Error('not kept')
    const again = await ask('payments.getFile', { fileId: kept.id })
    expect(core.files.take(again.token).bytes).toEqual(bytes)
  })

  it.each([
    [{ number: '12345' }, 'number'],
    [{ bankCode: '128' }, 'bankCode'],
    [{ holderKana: '髙橋' }, 'holderKana'],
  ])('takes no account with %j', async (more, field) => {
    const { ask, core } = await openTestCore()
    const { people } = await setUpCouncil(ask)
    const owner = { kind: 'person', id: people[0] }
    expect(
      await core.dispatch('payees.saveAccount', { owner, account: { ...account, ...more } }),
    ).toMatchObject({
      ok: false,
      error: { code: 'account-invalid', details: { field } },
    })
  })

  it('shows the number of an account only to who asks for it', async () => {
    const { ask, folder } = await openTestCore()
    const council = await setUpCouncil(ask)
    const [chair] = council.people
    if (chair === undefined) throw new Error('nobody')
    await ask('payees.saveAccount', { owner: { kind: 'person', id: chair }, account })
    const payees = await ask('payees.list', { councilId: council.councilId })
    expect(payees[0]?.maskedAccount).toBe('あおば銀行　本店　普通 ****123')
    expect(JSON.stringify(payees)).not.toContain('0012123')
    const entries = await ask('history.search', {
      filter: { text: '', who: '', from: null, to: null },
      before: null,
    })
    expect(JSON.stringify(entries)).not.toContain('0012123')
    // Nor does it stand in the log itself; that one was changed does, though the end is the same.
    await ask('payees.saveAccount', {
      owner: { kind: 'person', id: chair },
      account: { ...account, number: '9912123' },
    })
    const connection = new BetterSqlite(join(folder, 'tsudoi.db'), { readonly: true })
    const logged = connection
      .prepare(
        "SELECT old_values || new_values AS said FROM change_log WHERE table_name = 'bank_accounts' AND action = 'update'",
      )
      .pluck()
      .all()
    const whole = connection
      .prepare(
        "SELECT COUNT(*) FROM change_log WHERE COALESCE(old_values, '') || COALESCE(new_values, '') LIKE '%12123%'",
      )
      .pluck()
      .get()
    connection.close()
    expect(logged).toEqual(['{"number":"****123"}{"number":"****123"}'])
    expect(whole).toBe(0)
    expect(await ask('payees.showAccount', { owner: { kind: 'person', id: chair } })).toMatchObject({
      number: '9912123',
      holderKana: 'ﾀｶﾊｼ ｲﾁﾛｳ',
    })
    expect(folder).not.toBe('')
  })
})

describe('rules', () => {
  it('begin once a day for a role', async () => {
    const { ask, refused } = await openTestCore()
    const { councilId } = await setUpCouncil(ask)
    const { ruleId } = await ask('allowanceRules.add', { rule: rule(councilId) })
    expect(await refused('allowanceRules.add', { rule: rule(councilId, { amount: 1 }) })).toBe('rule-exists')
    await ask('allowanceRules.remove', { ruleId })
    await ask('allowanceRules.add', { rule: rule(councilId, { amount: 1 }) })
    expect(await refused('allowanceRules.restore', { ruleId })).toBe('rule-exists')
    const backwards = rule(councilId, { role: 'chair', validTo: day('2026-03-31') })
    expect(await refused('allowanceRules.add', { rule: backwards })).toBe('end-before-start')
  })

  it('pay half for half the time', async () => {
    const { ask } = await openTestCore()
    const council = await setUpCouncil(ask)
    await ask('allowanceRules.add', {
      rule: rule(council.councilId, { halfAmount: 3000, halfMinutes: 60, travel: 0 }),
    })
    const meetingId = await hold(ask, council, '2026-09-10', ['absent', 'absent', 'present'])
    const { roll } = await ask('meetings.get', { meetingId })
    const line = roll[2]
    if (line === undefined) throw new Error('no line')
    await ask('attendance.save', {
      attendanceId: line.id,
      patch: { leftEarly: true, leftAt: time('14:30') },
    })
    const run = await ask('payments.getRun', { runId: await openRun(ask, council, [meetingId]) })
    expect(run.payments).toMatchObject([{ base: 3000, note: '半日を含む' }])
  })
})

describe('budget and settlement', () => {
  it('count closed payments and typed vouchers, and say what does not foot', async () => {
    const { ask, refused } = await openTestCore()
    const council = await setUpCouncil(ask)
    await setRules(ask, council)
    const meetingId = await hold(ask, council, '2026-09-10', ['present', 'present', 'present'])
    const runId = await openRun(ask, council, [meetingId])
    await ask('budget.addItem', { item: budgetItem('委託料', { side: 'income', amount: 200_000 }) })
    const { itemId: fees } = await ask('budget.addItem', {
      item: budgetItem('謝金', { counts: 'base', amount: 50_000 }),
    })
    const { itemId: rooms } = await ask('budget.addItem', { item: budgetItem('会場費', { amount: 150_000 }) })
    await ask('budget.addVoucher', {
      voucher: { itemId: rooms, datedOn: day('2026-09-10'), text: '会場', partner: '公民館', amount: 12_000 },
    })
    await ask('budget.addVoucher', {
      voucher: { itemId: rooms, datedOn: day('2026-09-20'), text: '返金', partner: '公民館', amount: -2000 },
    })
    expect((await ask('budget.get', { fiscalYear: 2026 })).items[1]).toMatchObject({ id: fees, actual: 0 })
    await ask('payments.closeRun', { runId })
    const year = await ask('budget.get', { fiscalYear: 2026 })
    expect(
      year.items.map(({ name, amount, actual, difference }) => [name, amount, actual, difference]),
    ).toEqual([
      ['委託料', 200_000, 0, -200_000],
      ['謝金', 50_000, 49_447, -553],
      ['会場費', 150_000, 10_000, -140_000],
    ])
    expect(year.totals.balance).toEqual({ budget: 0, actual: -59_447, difference: -59_447 })
    // 費用弁償 was paid, and no item counts it.
    expect(year.uncounted).toEqual({ base: 0, travel: 500 })
    expect(await ask('budget.copyYear', { fiscalYear: 2027 })).toEqual({ copied: 3 })
    expect(await refused('budget.copyYear', { fiscalYear: 2027 })).toBe('conflict')
    await ask('budget.moveItem', { itemId: rooms, by: -1 })
    expect((await ask('budget.get', { fiscalYear: 2026 })).items.map(({ name }) => name)).toEqual([
      '委託料',
      '会場費',
      '謝金',
    ])
  })
})

function fail(): never {
  throw new Error('not there')
}
