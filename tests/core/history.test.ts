import { describe, expect, it } from 'vitest'
import { contract, type GivenTo, type NamesOfKind } from '#shared/contract/contract.ts'
import type { HistoryFilter } from '#shared/contract/history-operations.ts'
import { isUntold, recordTables, wordsOfTable } from '#shared/domain/record-words.ts'
import { openTestCore } from './core-harness.ts'
import { day, item, line, membership, office, person, planned, setUpMeeting, task } from './small-council.ts'
import { lookInto, readLog, readTables } from './store/replay-log.ts'
import { tablesOf } from './store/schema-of.ts'
import { openWorld } from './world-copies.ts'

const everything: HistoryFilter = { text: '', who: '', from: null, to: null }

type Rows = readonly Readonly<Record<string, unknown>>[]

/** All rows of all tables with every column, keys too; the log and the index of words aside. */
function wholeTables(folder: string): ReadonlyMap<string, Rows> {
  return lookInto(
    folder,
    (connection) =>
      new Map(
        tablesOf(connection)
          .filter((table) => table !== 'change_log' && !table.startsWith('search_'))
          .map((table) => [
            table,
            // Rows are plain records of columns.
            connection.prepare(`SELECT * FROM "${table}" ORDER BY id`).all() as Rows,
          ]),
      ),
  )
}

/** What stands: removed records hold what they like. */
function standing(tables: ReadonlyMap<string, Rows>): ReadonlyMap<string, Rows> {
  return new Map(
    [...tables].map(([table, rows]) => [table, rows.filter((row) => (row.removed_at ?? null) === null)]),
  )
}

describe('the words of the record of changes', () => {
  it('are there for every table and every column that a person is told of', async () => {
    const { folder } = await openTestCore()
    lookInto(folder, (connection) => {
      const tables = tablesOf(connection).filter(
        (table) => table !== 'change_log' && !table.startsWith('search_'),
      )
      const known: readonly string[] = recordTables
      expect(tables.filter((table) => !known.includes(table))).toEqual([])
      const unnamed = tables.flatMap((table) =>
        connection
          .prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
          .pluck()
          .all(table)
          .filter((column) => !isUntold(table, column) && wordsOfTable(table).columns[column] === undefined)
          .map((column) => `${table}.${column}`),
      )
      expect(unnamed).toEqual([])
    })
  })
})

describe('the history of a record', () => {
  it('tells of a person who changed what, when, from what to what', async () => {
    const { ask, ports, folder } = await openTestCore()
    const { people } = await setUpMeeting(ask)
    const [, second = people[0]] = people
    if (second === undefined) throw new Error('nobody')
    await ask('roster.savePerson', {
      personId: second,
      person: person('佐藤　花子', { phone: '000-111-2222', organizationName: '団体2', post: '代表' }),
    })
    const [entry] = await ask('history.ofRecord', { kind: 'person', id: second })
    expect(entry).toMatchObject({
      at: '2026-09-17T13:30',
      who: '戸田',
      isUndo: false,
      undoable: true,
      changes: [
        {
          record: '人',
          title: '佐藤　花子',
          action: 'changed',
          fields: [{ name: '電話', before: '', after: '000-111-2222' }],
        },
      ],
    })
    expect(ports.faults).toEqual([])
    expect(lookInto(folder, readLog).at(-1)?.operation_number).toBe(entry?.operationNumber)
  })

  it('tells of a meeting what became of its lines, newest first', async () => {
    const { ask, world } = await openWorld()
    const [statementId] = world.statements
    if (statementId === undefined) throw new Error('no line')
    await ask('minutes.removeStatement', { statementId })
    await ask('minutes.restoreStatement', { statementId })
    const entries = await ask('history.ofRecord', { kind: 'meeting', id: world.meetingId })
    expect(entries.slice(0, 2).map(({ changes }) => changes[0]?.action)).toEqual(['brought-back', 'removed'])
    expect(entries[0]?.changes[0]).toMatchObject({ record: '発言', title: '報告します。' })
  })
})

describe('searching the record of changes', () => {
  it('finds by text, by name and by day, and leafs on', async () => {
    const clock = { at: new Date('2026-09-17T15:30:00Z') }
    const { ask } = await openTestCore(undefined, clock)
    const meeting = await setUpMeeting(ask)
    clock.at = new Date('2026-09-18T15:00:00Z')
    for (let number = 1; number <= 60; number += 1) {
      await ask('minutes.addStatement', {
        meetingId: meeting.meetingId,
        statement: line(meeting.items[4] ?? meeting.items[0] ?? fail(), `移動販売 ${String(number)}_100%`),
        after: null,
      })
    }
    const search = (filter: Partial<HistoryFilter>, before: number | null = null) =>
      ask('history.search', { filter: { ...everything, ...filter }, before })
    const first = await search({ text: '移動販売' })
    expect(first.entries).toHaveLength(50)
    const second = await search({ text: '移動販売' }, first.before)
    expect([second.entries.length, second.before]).toEqual([10, null])
    expect((await search({ text: '60_100%' })).entries).toHaveLength(1)
    expect((await search({ text: '%' })).entries).toHaveLength(50)
    expect((await search({ who: '鈴木' })).entries).toEqual([])
    // Half past midnight in Japan of the 18th is still the 17th in Greenwich.
    expect((await search({ to: day('2026-09-17') })).entries).toEqual([])
    expect((await search({ from: day('2026-09-19') })).entries).toHaveLength(50)
    expect((await search({ from: day('2026-09-18'), to: day('2026-09-18') })).entries.length).toBeGreaterThan(
      5,
    )
  })

  it('gives all of it as CSV in which nothing is a formula', async () => {
    const { ask, core, world } = await openWorld()
    await ask('tasks.save', { taskId: world.taskId, task: task('=HYPERLINK("http://x")') })
    const { token, name } = await ask('history.export', { filter: everything })
    expect(name).toBe('変更の記録 2026-09-17.csv')
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(core.files.take(token).bytes)
    expect(text.startsWith('\ufeffいつ,だれが,アカウント・PC,')).toBe(true)
    // Who sits there is chosen at the start; account and PC are nobody's choice.
    expect(text).toContain(',戸田,toda・JIMU-01,')
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(text).not.toMatch(/(^|,)=/m)
  })
})

function fail(): never {
  throw new Error('the agenda is empty')
}

describe('undoing an operation', () => {
  /** Writes that may be taken back; each leaves data as they were, keys and all. */
  const undone: Partial<{ [Name in NamesOfKind<'write'>]: (world: World) => GivenTo<Name> }> = {
    'secretariat.save': () => ({ ...office, phone: '1' }),
    'roster.addPerson': ({ councilId }) => ({
      person: person('山口　七子', { sectors: ['children'], organizationName: '子ども食堂', post: '代表' }),
      membership: { councilId, ...membership() },
    }),
    'roster.savePerson': ({ people }) => ({
      personId: people[1] ?? fail(),
      person: person('斎藤　花', { kana: 'さいとう　はな', organizationName: '団体9', sectors: ['youth'] }),
    }),
    'roster.removePerson': ({ people }) => ({ personId: people[6] ?? fail() }),
    'roster.addMembership': ({ councilId, people }) => ({
      councilId,
      personId: people[6] ?? fail(),
      membership: membership(),
    }),
    'meetings.plan': ({ councilId }) => planned(councilId, { heldOn: day('2026-11-19') }),
    'meetings.remove': ({ meetingId }) => ({ meetingId }),
    'meetings.addAgendaItem': ({ meetingId, items }) => ({
      meetingId,
      item: item('新しい議題'),
      after: items[4] ?? null,
    }),
    'meetings.moveAgendaItem': ({ items }) => ({ agendaItemId: items[5] ?? fail(), by: -1 }),
    'meetings.takeCarryOver': ({ meetingId, leftItemId, leftTaskId }) => ({
      meetingId,
      items: [{ agendaItemId: leftItemId, how: 'moved', why: '' }],
      tasks: [{ taskId: leftTaskId, how: 'carried', why: '' }],
    }),
    'minutes.addStatement': ({ meetingId, items, statements }) => ({
      meetingId,
      statement: line(items[4] ?? fail(), '割りこみます。'),
      after: statements[1] ?? null,
    }),
    'minutes.removeStatement': ({ statements }) => ({ statementId: statements[0] ?? fail() }),
    'minutes.removeDecision': ({ decisionId }) => ({ decisionId }),
    'tasks.save': ({ taskId }) => ({ taskId, task: task('店に行く') }),
  }
  type World = Awaited<ReturnType<typeof openWorld>>['world']
  type Undone = keyof typeof undone

  it.each(Object.keys(undone) as Undone[])(
    '%s brings back what stood, and undoing that does it again',
    async (name) => {
      const { ask, core, folder, world, ports } = await openWorld()
      const before = standing(wholeTables(folder))
      const given = undone[name]?.(world)
      expect(await core.dispatch(name, given)).toMatchObject({ ok: true })
      const done = standing(wholeTables(folder))
      expect(done).not.toEqual(before)
      const number = lookInto(folder, readLog).at(-1)?.operation_number ?? 0
      const undo = await ask('history.undo', { operationNumber: number })
      expect(standing(wholeTables(folder))).toEqual(before)
      await ask('history.undo', undo)
      expect(standing(wholeTables(folder))).toEqual(done)
      expect(ports.faults).toEqual([])
      const last = lookInto(folder, readLog).at(-1)
      expect(last).toMatchObject({ operation: 'history.undo', who: '戸田', operation_number: number + 2 })
    },
  )

  it('refuses what was changed since, and changes nothing', async () => {
    const { ask, folder, refused, world } = await openWorld()
    await ask('tasks.save', { taskId: world.taskId, task: task('一') })
    const number = lookInto(folder, readLog).at(-1)?.operation_number ?? 0
    await ask('tasks.save', { taskId: world.taskId, task: task('二') })
    const before = lookInto(folder, readTables)
    expect(await refused('history.undo', { operationNumber: number })).toBe('conflict')
    expect(lookInto(folder, readTables)).toEqual(before)
  })

  it('lets a later change of another field stand', async () => {
    const { ask, folder, world } = await openWorld()
    await ask('tasks.save', { taskId: world.taskId, task: task('一', { dueOn: day('2026-10-31') }) })
    const number = lookInto(folder, readLog).at(-1)?.operation_number ?? 0
    await ask('tasks.setStatus', { taskId: world.taskId, status: 'done', why: '' })
    await ask('history.undo', { operationNumber: number })
    const { tasks } = await ask('meetings.get', { meetingId: world.meetingId })
    expect(tasks.find(({ id }) => id === world.taskId)).toMatchObject({
      text: '店に連絡する',
      status: 'done',
    })
  })

  it('refuses to take away a record that a later one needs', async () => {
    const { ask, folder, refused, world } = await openWorld()
    const { personId } = await ask('roster.addPerson', { person: person('山口　七子'), membership: null })
    const number = lookInto(folder, readLog).at(-1)?.operation_number ?? 0
    await ask('roster.addMembership', { councilId: world.councilId, personId, membership: membership() })
    expect(await refused('history.undo', { operationNumber: number })).toBe('conflict')
  })

  it('keeps out of confirmed minutes and of what is frozen', async () => {
    const { ask, folder, refused } = await openWorld()
    const numberOf = (operation: string): number =>
      lookInto(folder, readLog).findLast((entry) => entry.operation === operation)?.operation_number ?? 0
    expect(await refused('history.undo', { operationNumber: numberOf('minutes.confirm') })).toBe(
      'not-undoable',
    )
    expect(await refused('history.undo', { operationNumber: numberOf('forms.submit') })).toBe('not-undoable')
    expect(await refused('history.undo', { operationNumber: numberOf('setup.complete') })).toBe(
      'not-undoable',
    )
    expect(await refused('history.undo', { operationNumber: 999_999 })).toBe('not-found')
    // The first such entry is of the meeting of July, whose minutes are confirmed.
    const first = lookInto(folder, readLog).find((entry) => entry.operation === 'meetings.setItemOutcome')
    expect(await refused('history.undo', { operationNumber: first?.operation_number ?? 0 })).toBe(
      'minutes-locked',
    )
    const { entries } = await ask('history.search', { filter: everything, before: null })
    expect(
      entries.find(({ operationNumber }) => operationNumber === numberOf('forms.submit'))?.undoable,
    ).toBe(false)
  })

  it('is declared as a write, so that all of it is one transaction', () => {
    expect(contract['history.undo'].kind).toBe('write')
  })
})
