import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { OperationName } from '#shared/contract/contract.ts'
import type { Handlers } from '#core/context.ts'
import { createDispatch } from '#core/dispatch.ts'
import { openCore } from '#core/open-core.ts'
import { createFileTray } from '#core/file-tray.ts'
import { createSafekeepingControl } from '#core/safekeeping-control.ts'
import { SharingSession, usualSharingTimes } from '#core/sharing-session.ts'
import { openFolder } from '#core/safekeeping/open-folder.ts'
import { saveSecretariat } from '#core/store/secretariat-store.ts'
import { handlers } from '#core/use-cases/handlers.ts'
import { noKey } from '#core/store/connect.ts'
import { createProtectionControl } from '#core/protection-control.ts'
import { createSeatControl } from '#core/seat-control.ts'
import { createKeyHolder } from '#core/safekeeping/protection/key-holder.ts'
import { openTestCore, resources, temporaryFolder, testPorts } from './core-harness.ts'
import { lookInto, readLog } from './store/replay-log.ts'
import { day, eastern, line, membership, office, person, planned, setUpCouncil } from './small-council.ts'
import { openWorld } from './world-copies.ts'

/** A dispatcher on a real database in which some operations are carried out by handlers of the test. */
async function dispatchWith(others: Partial<Handlers<OperationName>>) {
  const ports = testPorts()
  const events: unknown[] = []
  const log = { info: () => undefined, error: (event: string, fault: unknown) => events.push([event, fault]) }
  const folder = temporaryFolder()
  const opened = await openFolder(folder, { clock: ports.clock, log, keyring: noKey })
  onTestFinished(() => opened.close())
  let saved = 0
  const places = {
    current: () => opened,
    switchTo: () => Promise.resolve(),
    reopen: (work: () => Promise<void>) => work(),
    settled: () => Promise.resolve(),
  }
  const keys = createKeyHolder()
  const seat = createSeatControl({ folder, ports, database: () => opened.database })
  const sharing = new SharingSession({ folder, places, ports, times: usualSharingTimes })
  const dispatch = createDispatch({
    handlers: { ...handlers, ...others },
    ports: { ...ports, log },
    files: createFileTray(ports.randomness),
    resources,
    system: {
      ...createSafekeepingControl(places, ports, keys, () => undefined),
      sharing,
      seat,
      protection: createProtectionControl({
        folder,
        practiceFolder: join(folder, 'practice'),
        places,
        keys,
        ports,
        requireEdit: () => undefined,
        secondPlace: () => null,
        backUp: () => Promise.resolve(),
      }),
      keptWork: () => [],
      askKeptWork: () => {
        throw new Error('nothing was kept')
      },
      settleKeptWork: () => undefined,
      backUpNow: () => opened.backUp('hand'),
      backUpBeforeImport: () => opened.backUp('import'),
      describeForSupport: () => [],
      setSecondPlace: () => Promise.resolve(),
      startPractice: () => Promise.resolve(),
      removePractice: () => Promise.resolve(),
      state: () => ({
        practice: false,
        ownDataExist: false,
        lastBackup: null,
        lastSavedAt: null,
        checking: false,
        longWork: null,
        sharing: sharing.state(),
        secondPlace: null,
        protection: { hasPassword: false, idleMinutes: null },
        seat: seat.state(),
      }),
      cancelLongWork: () => Promise.resolve(),
    },
    whole: () => opened.whole,
    background: null,
    database: () => opened.database,
    keyring: () => noKey,
    requireUnlocked: () => undefined,
    requireRole: () => undefined,
    settled: () => Promise.resolve(),
    requireEdit: () => undefined,
    saved: () => {
      saved += 1
    },
  })
  return { dispatch, events, folder, savedCount: () => saved }
}

describe('an operation', () => {
  it.each([
    'no.such',
    '',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'meetings',
    'meetings.get ',
    'MEETINGS.GET',
  ])('that the contract does not know is refused: %j', async (name) => {
    const { core, ports } = await openTestCore()
    expect(await core.dispatch(name, {})).toEqual({ ok: false, error: { code: 'unknown-operation' } })
    expect(ports.faults).toEqual([])
  })

  it.each([
    ['a field too many', { ...office, colour: '青' }, ''],
    ['a field missing', { ...office, officeName: undefined }, 'officeName'],
    ['a number for a text', { ...office, phone: 42 }, 'phone'],
    ['only blanks where a name must be', { ...office, officeName: ' 　' }, 'officeName'],
    ['a line break in one line', { ...office, phone: '1\n2' }, 'phone'],
    ['a control character', { ...office, phone: '1\u0000' }, 'phone'],
    ['half a character', { ...office, phone: '\udc00' }, 'phone'],
    ['a text too long', { ...office, phone: 'あ'.repeat(301) }, 'phone'],
    ['a list', [office], ''],
    ['nothing', null, ''],
    ['a text', 'office', ''],
  ])('with %s is refused, and the field named', async (_what, input, field) => {
    const { core, ask } = await openTestCore()
    await setUpCouncil(ask)
    expect(await core.dispatch('secretariat.save', input)).toEqual({
      ok: false,
      error: { code: 'invalid-input', details: { fields: [field] } },
    })
    expect(await ask('secretariat.get', {})).toEqual(office)
  })

  it('is not fooled by what JSON can make of a prototype', async () => {
    const { core, ask } = await openTestCore()
    await setUpCouncil(ask)
    const poisoned: unknown = JSON.parse(`{"__proto__": {"officeName": "x"}, "councilId": null}`)
    expect(await core.dispatch('home.get', poisoned)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    })
    const nested: unknown = JSON.parse(
      JSON.stringify(office).replace('{', '{"__proto__": {"polluted": true}, '),
    )
    expect(await core.dispatch('secretariat.save', nested)).toMatchObject({ ok: false })
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('never tells of values in its refusal, only of fields', async () => {
    const { core } = await openTestCore()
    const result = await core.dispatch('roster.addPerson', {
      person: { ...person('髙橋'), email: 'ひみつ\n' },
      membership: null,
    })
    expect(JSON.stringify(result)).toBe(
      '{"ok":false,"error":{"code":"invalid-input","details":{"fields":["person.email"]}}}',
    )
  })

  it.each([
    ['meetings.plan', { heldOn: '2026-02-30' }, 'heldOn'],
    ['meetings.plan', { heldOn: '令和8年2月30日' }, 'heldOn'],
    ['meetings.plan', { heldOn: '1868-01-01' }, 'heldOn'],
    ['meetings.plan', { startsAt: '24:00' }, 'startsAt'],
    ['meetings.plan', { councilId: '0123' }, 'councilId'],
    ['meetings.plan', { number: 0 }, 'number'],
  ])('%s with a day, time or number that there is not is refused: %j', async (name, wrong, field) => {
    const { core, ask } = await openTestCore()
    const { councilId } = await setUpCouncil(ask)
    expect(await core.dispatch(name, { ...planned(councilId), ...wrong })).toEqual({
      ok: false,
      error: { code: 'invalid-input', details: { fields: [field] } },
    })
  })
})

describe('a write', () => {
  it('that is refused after it has written leaves nothing, not even in the log', async () => {
    const { core, ask, folder } = await openTestCore()
    const { councilId } = await setUpCouncil(ask)
    const before = lookInto(folder, (connection) => readLog(connection))
    // The person is written first, then the seat is refused.
    const result = await core.dispatch('roster.addPerson', {
      person: person('山口　七子'),
      membership: { councilId, ...membership({ termFrom: day('2028-04-01') }) },
    })
    expect(result).toEqual({ ok: false, error: { code: 'end-before-start' } })
    expect((await ask('roster.listPeople', {})).map((each) => each.name)).not.toContain('山口　七子')
    expect(lookInto(folder, (connection) => readLog(connection))).toEqual(before)
  })

  it('in which we fail is rolled back, logged without what was entered, and crosses as `unexpected`', async () => {
    const { dispatch, events, folder, savedCount } = await dispatchWith({
      'setup.complete': ({ db }, { secretariat }) => {
        saveSecretariat(db, secretariat)
        throw new TypeError('a fault of ours')
      },
    })
    expect(await dispatch('setup.complete', { secretariat: office, council: eastern })).toEqual({
      ok: false,
      error: { code: 'unexpected' },
    })
    expect(events).toEqual([['operation setup.complete failed', new TypeError('a fault of ours')]])
    expect(
      lookInto(folder, (connection) => connection.prepare('SELECT COUNT(*) FROM secretariat').pluck().get()),
    ).toBe(0)
    expect(savedCount()).toBe(0)
    // The next one is none the worse.
    expect(await dispatch('councils.add', eastern)).toMatchObject({ ok: true })
    expect(savedCount()).toBe(1)
  })

  it('is carried out one after another, however many are asked at once', async () => {
    const { core, ask, world } = await openWorld()
    const { meetingId, items } = world
    const [, , , , shopping] = items
    if (shopping === undefined) throw new Error('no such item')
    const texts = Array.from({ length: 50 }, (_, number) => `発言${String(number)}`)
    const before = (await ask('meetings.get', { meetingId })).statements.length
    const results = await Promise.all(
      texts.map((text) =>
        core.dispatch('minutes.addStatement', { meetingId, statement: line(shopping, text), after: null }),
      ),
    )
    expect(results.every((result) => result.ok)).toBe(true)
    const { statements } = await ask('meetings.get', { meetingId })
    expect(statements.slice(before).map((statement) => statement.text)).toEqual(texts)
  })
})

describe('a task', () => {
  it('in which we fail, at once or later, crosses as `unexpected` too', async () => {
    const { dispatch, events } = await dispatchWith({
      'forms.check': () => {
        throw new Error('at once')
      },
      'forms.fill': () => Promise.reject(new Error('later')),
    })
    const input = { formId: '0'.repeat(26), meetingId: '0'.repeat(26), submittedOn: '2026-09-17' }
    expect(await dispatch('forms.check', input)).toEqual({ ok: false, error: { code: 'unexpected' } })
    expect(await dispatch('forms.fill', input)).toEqual({ ok: false, error: { code: 'unexpected' } })
    expect(events).toHaveLength(2)
  })
})

describe('practice', () => {
  it('asked for twice at once is entered once, and what is asked meanwhile waits', async () => {
    const { ask } = await openTestCore()
    const answers = await Promise.all([
      ask('system.startPractice', {}),
      ask('system.startPractice', {}),
      ask('councils.list', {}),
    ])
    expect(answers[0]).toBeNull()
    expect(await ask('councils.list', {})).toHaveLength(1)
    await Promise.all([ask('system.removePractice', {}), ask('system.removePractice', {})])
    expect(await ask('councils.list', {})).toEqual([])
  })

  it('that cannot be entered leaves the own data open', async () => {
    const ports = testPorts()
    const folder = temporaryFolder()
    const opened = await openCore({ folder, resources: temporaryFolder(), ports })
    if (!opened.ok) throw new Error(opened.error.code)
    const core = opened.value
    expect(await core.dispatch('setup.complete', { secretariat: office, council: eastern })).toMatchObject({
      ok: true,
    })
    expect(await core.dispatch('system.startPractice', {})).toEqual({
      ok: false,
      error: { code: 'disk-refused', details: { name: 'practice.json' } },
    })
    expect(await core.dispatch('system.getStatus', {})).toMatchObject({
      ok: true,
      value: { practice: false, setUp: true },
    })
    expect(await core.dispatch('secretariat.get', {})).toEqual({ ok: true, value: office })
    await core.close()
  })
})
