import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GivenTo, OperationName } from '#shared/contract/contract.ts'
import type { AgendaItemId, StatementId } from '#shared/domain/ids.ts'
import { openTestCore } from '../core-harness.ts'
import {
  addUsualAgenda,
  day,
  eastern,
  group,
  item,
  line,
  office,
  person,
  planned,
  setUpMeeting,
  task,
  time,
} from '../small-council.ts'
import { lookInto, readLog } from '../store/replay-log.ts'
import { openWorld } from '../world-copies.ts'

async function openMinutes() {
  const opened = await openTestCore()
  const { ask } = opened
  const meeting = await setUpMeeting(ask)
  const itemId = (position: number): AgendaItemId => {
    const found = meeting.items[position]
    if (found === undefined) throw new Error('no item')
    return found
  }
  const say = async (
    position: number,
    text: string,
    after: StatementId | null = null,
  ): Promise<StatementId> => {
    const statement = line(itemId(position), text)
    return (await ask('minutes.addStatement', { meetingId: meeting.meetingId, statement, after })).statementId
  }
  const texts = async (): Promise<readonly string[]> =>
    (await ask('meetings.get', { meetingId: meeting.meetingId })).statements.map((each) => each.text)
  return { ...opened, ...meeting, itemId, say, texts }
}

describe('statements', () => {
  it('stand in the order of the agenda, then as they went, wherever they were put in', async () => {
    const { say, texts, ask, itemId } = await openMinutes()
    await say(4, 'に')
    const report = await say(2, 'いち')
    await say(5, 'さん')
    await say(4, 'に、続き')
    await say(2, 'いちのすぐ後', report)
    expect(await texts()).toEqual(['いち', 'いちのすぐ後', 'に', 'に、続き', 'さん'])
    await ask('meetings.moveAgendaItem', { agendaItemId: itemId(5), by: -1 })
    expect(await texts()).toEqual(['いち', 'いちのすぐ後', 'さん', 'に', 'に、続き'])
  })

  it('find room between two others however often, and leave the other items alone', async () => {
    const { say, texts, folder } = await openMinutes()
    const head = await say(4, 'はじめ')
    await say(4, 'おわり')
    await say(5, '別の議題')
    const between: string[] = []
    for (let number = 0; number < 70; number += 1) {
      between.unshift(`間${String(number)}`)
      await say(4, `間${String(number)}`, head)
    }
    expect(await texts()).toEqual(['はじめ', ...between, 'おわり', '別の議題'])
    // Twenty fit into a gap before all are spread anew.
    const moved = lookInto(folder, (connection) => readLog(connection)).filter(
      (entry) => entry.table_name === 'statements' && entry.action === 'update',
    )
    expect(new Set(moved.map((entry) => entry.operation_number)).size).toBeLessThanOrEqual(3)
  })

  it('keep the order that a plain list keeps, whatever is put in, removed and brought back', async () => {
    const { ask, say, texts, meetingId, itemId } = await openMinutes()
    let number = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('add', 'add', 'add', 'end', 'remove', 'move')), {
          maxLength: 40,
        }),
        async (steps) => {
          for (const each of (await ask('meetings.get', { meetingId })).statements)
            await ask('minutes.removeStatement', { statementId: each.id })
          const model: { id: StatementId; text: string }[] = []
          for (const [chance, what] of steps) {
            const at = model.length === 0 ? -1 : chance % model.length
            const there = model[at]
            number += 1
            const text = `${String(number)}番`
            if (what === 'end' || !there) model.push({ id: await say(4, text), text })
            else if (what === 'add') model.splice(at + 1, 0, { id: await say(4, text, there.id), text })
            else if (what === 'remove') {
              await ask('minutes.removeStatement', { statementId: there.id })
              if (chance % 2 === 0) await ask('minutes.restoreStatement', { statementId: there.id })
              else model.splice(at, 1)
            } else {
              await ask('minutes.saveStatement', { statementId: there.id, statement: line(itemId(4), text) })
              there.text = text
            }
          }
          expect(await texts()).toEqual(model.map((each) => each.text))
        },
      ),
      { seed: 3, numRuns: 12 },
    )
  })

  it('move together, all of them or none', async () => {
    const { ask, refused, say, texts, meetingId, itemId } = await openMinutes()
    const first = await say(4, 'いち')
    const second = await say(4, 'に')
    await say(5, 'さん')
    await ask('minutes.moveStatements', {
      meetingId,
      moves: [
        { statementId: first, agendaItemId: itemId(5), after: null },
        { statementId: second, agendaItemId: itemId(5), after: first },
      ],
    })
    expect(await texts()).toEqual(['いち', 'に', 'さん'])
    expect((await ask('meetings.get', { meetingId })).statements.map((each) => each.agendaItemId)).toEqual(
      Array.from({ length: 3 }, () => itemId(5)),
    )
    expect(
      await refused('minutes.moveStatements', {
        meetingId,
        moves: [
          { statementId: first, agendaItemId: itemId(4), after: null },
          { statementId: second, agendaItemId: itemId(4), after: second },
        ],
      }),
    ).toBe('not-found')
    expect((await ask('meetings.get', { meetingId })).statements[0]?.agendaItemId).toBe(itemId(5))
  })

  it('are taken away and brought back to their place, and changed in all their fields', async () => {
    const { ask, say, texts, meetingId, itemId } = await openMinutes()
    await say(4, 'いち')
    const second = await say(4, 'に')
    await say(4, 'さん')
    await ask('minutes.removeStatement', { statementId: second })
    expect(await texts()).toEqual(['いち', 'さん'])
    await ask('minutes.restoreStatement', { statementId: second })
    expect(await texts()).toEqual(['いち', 'に', 'さん'])
    const [chair] = (await ask('meetings.get', { meetingId })).roll
    if (!chair) throw new Error('empty roll')
    const changed = line(itemId(5), 'に、直した\n二行め', {
      kind: 'question',
      fullText: 'に、をこのように直しました。',
      attendanceId: chair.id,
      spokenAt: time('14:05'),
    })
    await ask('minutes.saveStatement', { statementId: second, statement: changed })
    const { statements } = await ask('meetings.get', { meetingId })
    expect(statements.at(-1)).toEqual({ ...changed, id: second, speaker: '髙橋会長' })
  })

  it('belong to an item and a speaker of their own meeting', async () => {
    const { ask, refused, councilId, meetingId, itemId, say } = await openMinutes()
    const other = await ask('meetings.plan', planned(councilId, { heldOn: day('2026-11-19') }))
    const [otherItem] = await addUsualAgenda(ask, other.meetingId)
    const [otherLine] = (await ask('meetings.get', { meetingId: other.meetingId })).roll
    if (otherItem === undefined || !otherLine) throw new Error('the other meeting is empty')
    const add = (statement: ReturnType<typeof line>, after: StatementId | null = null) =>
      refused('minutes.addStatement', { meetingId, statement, after })
    expect(await add(line(otherItem, 'x'))).toBe('not-found')
    expect(await add(line(itemId(4), 'x', { attendanceId: otherLine.id }))).toBe('not-found')
    const here = await say(4, 'ここ')
    const there = { meetingId: other.meetingId, statement: line(otherItem, 'x'), after: here }
    expect(await refused('minutes.addStatement', there)).toBe('not-found')
    expect(
      await refused('minutes.saveStatement', { statementId: here, statement: line(otherItem, 'x') }),
    ).toBe('not-found')
  })
})

describe('decisions', () => {
  it('are numbered on within the 年度 and council, and make their item 決定', async () => {
    const { ask, councilId, meetingId, itemId } = await openMinutes()
    const decide = (agendaItemId: AgendaItemId, meeting = meetingId) =>
      ask('minutes.addDecision', { meetingId: meeting, agendaItemId, statementId: null, text: '決めた' })
    const first = await decide(itemId(4))
    const second = await decide(itemId(4))
    const third = await decide(itemId(5))
    expect([first.number, second.number, third.number]).toEqual([1, 2, 3])
    const outcomes = async () =>
      (await ask('meetings.get', { meetingId })).agenda.slice(4, 6).map((each) => each.outcome)
    expect(await outcomes()).toEqual(['decided', 'decided'])
    // One of two taken back: the item stays decided. The only one: it is undecided again.
    await ask('minutes.removeDecision', { decisionId: first.decisionId })
    await ask('minutes.removeDecision', { decisionId: third.decisionId })
    expect(await outcomes()).toEqual(['decided', 'open'])
    // A number that was given stands in somebody's copy of the minutes: it is given to nothing else, and comes back with its decision.
    expect((await decide(itemId(5))).number).toBe(4)
    await ask('minutes.restoreDecision', { decisionId: third.decisionId })

    const laterYear = await ask('meetings.plan', planned(councilId, { heldOn: day('2027-04-15') }))
    const [laterItem] = await addUsualAgenda(ask, laterYear.meetingId)
    if (laterItem === undefined) throw new Error('no item')
    expect((await decide(laterItem, laterYear.meetingId)).number).toBe(1)
    await ask('minutes.saveDecision', { decisionId: second.decisionId, text: '言いかえた' })
    expect(
      (await ask('meetings.get', { meetingId })).decisions.map((each) => [each.number, each.text]),
    ).toEqual([
      [2, '言いかえた'],
      [3, '決めた'],
      [4, '決めた'],
    ])
  })

  it('belong to an item and a statement of their own meeting', async () => {
    const { ask, refused, councilId, meetingId, itemId, say } = await openMinutes()
    const other = await ask('meetings.plan', planned(councilId, { heldOn: day('2026-11-19') }))
    const statementId = await say(4, '賛成')
    const decision = { agendaItemId: itemId(4), statementId: null, text: '決めた' }
    expect(await refused('minutes.addDecision', { ...decision, meetingId: other.meetingId })).toBe(
      'not-found',
    )
    const [otherItem] = await addUsualAgenda(ask, other.meetingId)
    expect(
      await refused('minutes.addDecision', {
        ...decision,
        meetingId: other.meetingId,
        agendaItemId: otherItem,
        statementId,
      }),
    ).toBe('not-found')
    await ask('minutes.addDecision', { ...decision, meetingId, statementId })
  })
})

describe('confirming', () => {
  it('is refused over undecided items, by name, until each is decided, done or 継続', async () => {
    const { ask, core, meetingId, itemId } = await openMinutes()
    const confirm = () => core.dispatch('minutes.confirm', { meetingId, confirmedBy: '戸田' })
    expect(await confirm()).toEqual({
      ok: false,
      error: { code: 'undecided-items', details: { titles: ['買い物支援について', '集いの場について'] } },
    })
    await ask('minutes.addDecision', {
      meetingId,
      agendaItemId: itemId(4),
      statementId: null,
      text: '決めた',
    })
    expect(await confirm()).toMatchObject({ error: { details: { titles: ['集いの場について'] } } })
    await ask('meetings.setItemOutcome', { agendaItemId: itemId(5), outcome: 'continued' })
    expect(await confirm()).toMatchObject({ ok: true, value: { version: 1 } })
  })

  it('locks the meeting against every write', async () => {
    const { ask, refused, world } = await openWorld()
    const { meetingId, items, roll, statements, decisionId, taskId, leftItemId } = world
    const [opening, , , , shopping, gathering] = items
    const [first] = statements
    const [chair] = roll
    if (
      opening === undefined ||
      shopping === undefined ||
      gathering === undefined ||
      first === undefined ||
      chair === undefined
    )
      throw new Error('the world is smaller')
    await ask('minutes.removeStatement', { statementId: first })
    await ask('meetings.setItemOutcome', { agendaItemId: gathering, outcome: 'continued' })
    await ask('minutes.confirm', { meetingId, confirmedBy: '戸田' })
    const before = await ask('meetings.get', { meetingId })
    const { councilId: _council, number: _number, ...fields } = planned(world.councilId)
    const meeting = { ...fields, audience: 0, nextOn: null, nextStartsAt: null, nextPlace: '', note: 'x' }
    const writes: readonly (readonly [OperationName, unknown])[] = [
      ['meetings.save', { meetingId, meeting }],
      ['meetings.remove', { meetingId }],
      ['meetings.refillRoll', { meetingId }],
      ['meetings.addAgendaItem', { meetingId, item: item('x'), after: null }],
      ['meetings.saveAgendaItem', { agendaItemId: shopping, item: item('x') }],
      ['meetings.moveAgendaItem', { agendaItemId: shopping, by: 1 }],
      ['meetings.removeAgendaItem', { agendaItemId: opening }],
      ['meetings.setItemOutcome', { agendaItemId: shopping, outcome: 'open' }],
      [
        'meetings.takeCarryOver',
        { meetingId, items: [{ agendaItemId: leftItemId, how: 'moved', why: '' }], tasks: [] },
      ],
      [
        'attendance.addPerson',
        { meetingId, name: 'x', kana: '', organizationName: '', post: '', role: 'observer' },
      ],
      ['attendance.save', { attendanceId: chair, patch: { presence: 'absent' } }],
      ['attendance.remove', { attendanceId: chair }],
      ['minutes.addStatement', { meetingId, statement: line(shopping, 'x'), after: null }],
      ['minutes.saveStatement', { statementId: statements[1], statement: line(shopping, 'x') }],
      ['minutes.removeStatement', { statementId: statements[1] }],
      ['minutes.restoreStatement', { statementId: first }],
      ['minutes.addDecision', { meetingId, agendaItemId: shopping, statementId: null, text: 'x' }],
      ['minutes.saveDecision', { decisionId, text: 'x' }],
      ['minutes.removeDecision', { decisionId }],
      ['minutes.addTask', { meetingId, agendaItemId: null, task: task('x') }],
      ['tasks.save', { taskId, task: task('x') }],
      ['tasks.remove', { taskId }],
      ['minutes.confirm', { meetingId, confirmedBy: 'x' }],
    ]
    for (const [name, input] of writes)
      expect([name, await refused(name, input)]).toEqual([name, 'minutes-locked'])
    expect(await ask('meetings.get', { meetingId })).toEqual(before)
    // A promise is kept long after: that alone may still be noted.
    await ask('tasks.setStatus', { taskId, status: 'done', why: '' })
  })

  it('keeps the record as it stood, whatever changes afterwards, and prints it so', async () => {
    const { ask, core, meetingId, councilId, itemId, people } = await openMinutes()
    const [chair] = people
    if (chair === undefined) throw new Error('no chair')
    await ask('minutes.addDecision', {
      meetingId,
      agendaItemId: itemId(4),
      statementId: null,
      text: '月２回にする',
    })
    await ask('meetings.setItemOutcome', { agendaItemId: itemId(5), outcome: 'continued' })
    const { taskId } = await ask('minutes.addTask', {
      meetingId,
      agendaItemId: itemId(4),
      task: task('店に行く'),
    })
    await ask('minutes.confirm', { meetingId, confirmedBy: '戸田　さやか' })
    const print = async (): Promise<string> => {
      const { token } = await ask('reports.make', { paper: 'minutes', meetingId, format: 'pdf' })
      return new TextDecoder().decode(core.files.take(token).bytes)
    }
    const printed = await print()
    expect(printed).toContain('月２回にする')
    await ask('tasks.setStatus', { taskId, status: 'dropped', why: 'やめた' })
    await ask('roster.savePerson', { personId: chair, person: person('別の　名前') })
    await ask('secretariat.save', { ...office, officeName: '青羽市社協（新名称）' })
    await ask('councils.saveRules', {
      councilId,
      rules: {
        numbering: 'through',
        quorum: 'two-thirds',
        countsProxy: false,
        countsOnline: false,
        countsWritten: true,
        signers: 3,
        seatLimit: 4,
      },
    })
    expect(await print()).toBe(printed)
  })

  it('gives way to re-opening with a reason, and then to a version 2', async () => {
    const { ask, refused, meetingId, itemId, say } = await openMinutes()
    for (const position of [4, 5])
      await ask('meetings.setItemOutcome', { agendaItemId: itemId(position), outcome: 'done' })
    expect(await refused('minutes.reopen', { meetingId, reason: '誤字' })).toBe('not-found')
    await ask('minutes.confirm', { meetingId, confirmedBy: '戸田' })
    expect(await refused('minutes.reopen', { meetingId, reason: ' 　' })).toBe('invalid-input')
    await ask('minutes.reopen', { meetingId, reason: '発言者の取りちがえ' })
    expect(await refused('minutes.reopen', { meetingId, reason: 'もう一度' })).toBe('conflict')
    await say(4, '書きたした')
    expect(await ask('minutes.confirm', { meetingId, confirmedBy: '中井' })).toMatchObject({ version: 2 })
    const { versions, locked } = await ask('meetings.get', { meetingId })
    expect(locked).toBe(true)
    expect(versions.map(({ id: _id, ...each }) => each)).toEqual([
      {
        version: 1,
        confirmedAt: '2026-09-17T13:30',
        confirmedBy: '戸田',
        reopenedBecause: '発言者の取りちがえ',
      },
      { version: 2, confirmedAt: '2026-09-17T13:30', confirmedBy: '中井', reopenedBecause: null },
    ])
  })

  it('keeps both versions in full', async () => {
    const { ask, folder, meetingId, itemId, say } = await openMinutes()
    for (const position of [4, 5])
      await ask('meetings.setItemOutcome', { agendaItemId: itemId(position), outcome: 'done' })
    await say(4, 'はじめの版')
    await ask('minutes.confirm', { meetingId, confirmedBy: '戸田' })
    await ask('minutes.reopen', { meetingId, reason: '誤字' })
    await say(4, 'あとの版')
    await ask('minutes.confirm', { meetingId, confirmedBy: '戸田' })
    const records = lookInto(folder, (connection) =>
      connection.prepare<[], string>('SELECT record FROM minutes_versions ORDER BY version').pluck().all(),
    )
    expect(records.map((record) => [record.includes('はじめの版'), record.includes('あとの版')])).toEqual([
      [true, false],
      [true, true],
    ])
    const now = await ask('meetings.get', { meetingId })
    // The newest frozen record is the very meeting, but for the reports that may follow it.
    const frozen: unknown = JSON.parse(records[1] ?? '{}')
    const { lacks: _lacks, submissions: _submissions, ...current } = now
    expect(frozen).toMatchObject({ ...current, secretariat: office })
  })
})

describe('tasks', () => {
  it('are listed soonest first, the open ones alone if asked, and told with where they come from', async () => {
    const { ask, councilId, meetingId, itemId, refused } = await openMinutes()
    const add = async (more: Partial<GivenTo<'tasks.save'>['task']>, text: string) =>
      (await ask('minutes.addTask', { meetingId, agendaItemId: itemId(4), task: task(text, more) })).taskId
    await add({}, '日なし')
    const late = await add({ dueOn: day('2026-12-01') }, 'おそい')
    const soon = await add({ dueOn: day('2026-10-01'), dueText: '10月はじめ' }, 'はやい')
    const list = async (openOnly: boolean) =>
      (await ask('tasks.list', { councilId, openOnly })).map((each) => each.text)
    expect(await list(true)).toEqual(['はやい', 'おそい', '日なし'])
    await ask('tasks.setStatus', { taskId: soon, status: 'done', why: '' })
    expect(await list(true)).toEqual(['おそい', '日なし'])
    expect(await list(false)).toEqual(['はやい', 'おそい', '日なし'])
    const [first] = await ask('tasks.list', { councilId, openOnly: false })
    expect(first).toMatchObject({
      status: 'done',
      closedOn: '2026-09-17',
      from: { number: 1, heldOn: '2026-09-17' },
    })
    await ask('tasks.setStatus', { taskId: soon, status: 'open', why: '' })
    expect((await ask('tasks.list', { councilId, openOnly: true }))[0]?.closedOn).toBeNull()
    await ask('tasks.remove', { taskId: late })
    expect(await list(false)).toEqual(['はやい', '日なし'])
    expect(await refused('tasks.save', { taskId: late, task: task('x') })).toBe('not-found')
  })

  it('have a group as owner, which is told of it; a person and a group at once are refused', async () => {
    const { ask, refused, meetingId, people } = await openMinutes()
    const { organizationId } = await ask('organizations.add', { organization: group('東部の見守り隊') })
    const given = task('見守りの当番を決める', {
      owner: '東部の見守り隊',
      ownerOrganizationId: organizationId,
    })
    const { taskId } = await ask('minutes.addTask', { meetingId, agendaItemId: null, task: given })
    const { openTasks } = await ask('organizations.get', { organizationId })
    expect(openTasks).toEqual([{ text: '見守りの当番を決める', dueOn: null }])
    await ask('tasks.setStatus', { taskId, status: 'done', why: '' })
    expect((await ask('organizations.get', { organizationId })).openTasks).toEqual([])
    const both = { ...given, ownerPersonId: people[0] ?? null }
    expect(await refused('tasks.save', { taskId, task: both })).toBe('invalid-input')
    await ask('organizations.remove', { organizationId })
    expect(await refused('tasks.save', { taskId, task: given })).toBe('not-found')
  })

  it('have an owner who is in the roster, where a person is named', async () => {
    const { ask, refused, meetingId, people } = await openMinutes()
    const [chair, gone] = people
    if (chair === undefined || gone === undefined) throw new Error('no people')
    await ask('roster.removePerson', { personId: gone })
    const add = (ownerPersonId: unknown) => ({
      meetingId,
      agendaItemId: null,
      task: { ...task('x'), ownerPersonId },
    })
    expect(await refused('minutes.addTask', add('0'.repeat(26)))).toBe('not-found')
    expect(await refused('minutes.addTask', add(gone))).toBe('not-found')
    const { taskId } = await ask('minutes.addTask', {
      meetingId,
      agendaItemId: null,
      task: task('店に行く', { ownerPersonId: chair }),
    })
    expect(await refused('tasks.save', { taskId, task: { ...task('x'), ownerPersonId: gone } })).toBe(
      'not-found',
    )
    expect((await ask('roster.getPerson', { personId: chair })).openTasks).toEqual([
      { text: '店に行く', dueOn: null },
    ])
  })
})

describe('the setup', () => {
  it('is answered once, and asked for by whatever needs it', async () => {
    const { ask, refused } = await openTestCore()
    expect(await refused('secretariat.get', {})).toBe('not-set-up')
    expect(await refused('secretariat.save', office)).toBe('not-set-up')
    await ask('setup.complete', { secretariat: office, council: eastern })
    expect(await refused('setup.complete', { secretariat: office, council: eastern })).toBe('conflict')
    const [council] = await ask('councils.list', {})
    if (!council) throw new Error('no council')
    expect(await ask('councils.get', { councilId: council.id })).toMatchObject({
      name: eastern.name,
      areaName: '東部圏域',
      stage: 'established',
      stages: [{ stage: 'established', startedOn: '2024-04-01' }],
      rules: { numbering: 'fiscal-year', quorum: 'none' },
    })
    // A second council of the same area stands in the same one.
    await ask('councils.add', { ...eastern, name: '第３層' })
    expect(await ask('councils.list', {})).toHaveLength(2)
  })
})
