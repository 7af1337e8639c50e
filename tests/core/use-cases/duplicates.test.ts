import { describe, expect, it } from 'vitest'
import type { CouncilId } from '#shared/domain/ids.ts'
import { openTestCore, type TestCore } from '../core-harness.ts'
import { fixture } from '../full-world.ts'
import { day, membership, person, setUpCouncil } from '../small-council.ts'
import { lookInto, readTables } from '../store/replay-log.ts'

async function openWithTwins(): Promise<
  TestCore & Awaited<ReturnType<typeof setUpCouncil>> & { readonly twin: string }
> {
  const opened = await openTestCore()
  const council = await setUpCouncil(opened.ask)
  // 高橋 of the same group is 髙橋 the chair, written plainly; 佐藤 花子 of elsewhere is somebody else.
  const { personId: twin } = await opened.ask('roster.addPerson', {
    person: person('高橋 一郎', {
      organizationName: '団体1',
      post: '代表',
      phone: '000-221-0111',
      sectors: ['elderly'],
      note: '車いす',
    }),
    membership: null,
  })
  await opened.ask('roster.addPerson', {
    person: person('佐藤　花子', { organizationName: '別の会' }),
    membership: null,
  })
  return { ...opened, ...council, twin }
}

const withoutNotes = (folder: string) =>
  lookInto(folder, (connection) => {
    const tables = new Map(readTables(connection))
    tables.delete('person_merges')
    tables.delete('import_runs')
    return tables
  })

describe('duplicates', () => {
  it('are found by weights, those alike in more than the name first', async () => {
    const { ask } = await openWithTwins()
    const { pairs } = await ask('duplicates.list', {})
    expect(pairs.map((pair) => [pair.first.name, pair.second.name, pair.likely])).toEqual([
      ['髙橋　一郎', '高橋 一郎', true],
      ['佐藤　花子', '佐藤　花子', false],
    ])
    expect(pairs[0]?.why).toEqual(['氏名が同じ', '団体が同じ'])
  })

  it('said to be two people are not asked about again, until that is taken back', async () => {
    const { ask } = await openWithTwins()
    const [, pair] = (await ask('duplicates.list', {})).pairs
    if (!pair) throw new Error('no pair')
    const two = { firstId: pair.second.id, secondId: pair.first.id }
    await ask('duplicates.setDifferent', { ...two, different: true })
    expect((await ask('duplicates.list', {})).pairs).toHaveLength(1)
    await ask('duplicates.setDifferent', { ...two, different: false })
    expect((await ask('duplicates.list', {})).pairs).toHaveLength(2)
  })

  it('made one keep every link, and coming apart again are exactly as before', async () => {
    const { ask, folder, councilId, people } = await openWithTwins()
    const [pair] = (await ask('duplicates.list', {})).pairs
    const [chair] = people
    if (!pair || !chair) throw new Error('no pair')
    const { councilId: other } = await ask('councils.add', {
      name: '第１層協議体',
      layer: 1,
      areaName: '青羽市',
      stage: 'established',
      stageSince: null,
      basis: '',
      origin: '',
    })
    // The twin sits on both councils: one seat is new to the chair, the other she holds already.
    for (const council of [councilId, other]) {
      await ask('roster.addMembership', {
        councilId: council,
        personId: pair.second.id,
        membership: membership(),
      })
    }
    const before = withoutNotes(folder)
    const { mergeId } = await ask('duplicates.merge', { keptId: chair, mergedId: pair.second.id })
    expect(await ask('roster.getPerson', { personId: chair })).toMatchObject({
      name: '髙橋　一郎',
      phone: '000-221-0111',
      sectors: ['elderly'],
      note: '車いす',
      memberships: [{ councilId: other }, { councilId, role: 'chair' }],
    })
    const { affiliations } = await ask('roster.getPerson', { personId: chair })
    expect(affiliations).toHaveLength(1)
    expect((await ask('roster.listPeople', {})).map((each) => each.name)).not.toContain('高橋 一郎')

    await ask('duplicates.undoMerge', { mergeId })
    expect(withoutNotes(folder)).toEqual(before)
    expect((await ask('duplicates.list', {})).merges).toEqual([])
  })

  it('changed since they were made one cannot come apart by themselves', async () => {
    const { ask, refused, people } = await openWithTwins()
    const [pair] = (await ask('duplicates.list', {})).pairs
    const [chair] = people
    if (!pair || !chair) throw new Error('no pair')
    const { mergeId } = await ask('duplicates.merge', { keptId: chair, mergedId: pair.second.id })
    await ask('roster.savePerson', {
      personId: chair,
      person: person('髙橋　一郎', { organizationName: '団体1', post: '代表', phone: '000-999-9999' }),
    })
    expect(await refused('duplicates.undoMerge', { mergeId })).toBe('conflict')
    expect(await refused('duplicates.merge', { keptId: chair, mergedId: chair })).toBe('conflict')
  })
})

async function importGroups({ ask, core }: TestCore): Promise<void> {
  const file = core.files.put('meibo-sjis.csv', fixture('meibo-sjis.csv'))
  const plan = await ask('organizations.planImport', { file: file.token, sheet: null })
  if (plan === null) throw new Error('not taken for a list of groups')
  await ask('organizations.applyImport', {
    file: file.token,
    sheet: plan.sheet,
    fingerprint: plan.fingerprint,
    choices: plan.rows.map(({ row }) => ({ row, action: 'take' as const, organizationId: null })),
  })
}

async function importPeople({ ask, core }: TestCore, councilId: CouncilId): Promise<void> {
  const file = core.files.put('meibo-messy.xlsx', fixture('meibo-messy.xlsx'))
  const plan = await ask('imports.plan', { file: file.token, sheet: null, councilId })
  await ask('imports.apply', {
    file: file.token,
    sheet: plan.sheet,
    councilId,
    fingerprint: plan.fingerprint,
    choices: plan.rows
      .filter((row) => row.state === 'new')
      .map((row) => ({ row: row.row, action: 'take' as const, personId: null, asMember: true })),
  })
}

const living = (rows: ReadonlyMap<string, Readonly<Record<string, unknown>>> | undefined): number =>
  [...(rows?.values() ?? [])].filter((row) => row.removed_at === null).length

describe('an import', () => {
  it('of groups is undone as a whole', async () => {
    const opened = await openTestCore()
    await setUpCouncil(opened.ask)
    await importGroups(opened)
    expect(await opened.ask('organizations.list', {})).toHaveLength(126)
    const [run] = await opened.ask('importRuns.list', {})
    if (!run) throw new Error('no run')
    expect(run).toMatchObject({ fileName: 'meibo-sjis.csv', importedOn: day('2026-09-17') })
    await opened.ask('importRuns.undo', { importRunId: run.id })
    expect(await opened.ask('organizations.list', {})).toHaveLength(6)
    expect(await opened.ask('importRuns.list', {})).toEqual([])
    expect(await opened.refused('importRuns.undo', { importRunId: run.id })).toBe('not-found')
  })

  it('of people is undone with seats and groups, and can be made again', async () => {
    const opened = await openTestCore()
    const { councilId } = await setUpCouncil(opened.ask)
    const before = withoutNotes(opened.folder)
    await importPeople(opened, councilId)
    expect((await opened.ask('roster.listPeople', {})).length).toBeGreaterThan(40)
    const [run] = await opened.ask('importRuns.list', {})
    if (!run) throw new Error('no run')
    await opened.ask('importRuns.undo', { importRunId: run.id })
    const after = withoutNotes(opened.folder)
    for (const table of ['people', 'memberships', 'affiliations', 'organizations'])
      expect([table, living(after.get(table))]).toEqual([table, living(before.get(table))])
    await importPeople(opened, councilId)
    expect((await opened.ask('roster.listPeople', {})).length).toBeGreaterThan(40)
  })

  it('on which something hangs since is refused, and nothing of it is undone', async () => {
    const opened = await openTestCore()
    await setUpCouncil(opened.ask)
    await importGroups(opened)
    await opened.ask('roster.addPerson', {
      person: person('川村　浩', { organizationName: '東部一子ども会' }),
      membership: null,
    })
    const [run] = await opened.ask('importRuns.list', {})
    if (!run) throw new Error('no run')
    expect(await opened.refused('importRuns.undo', { importRunId: run.id })).toBe('conflict')
    expect(await opened.ask('organizations.list', {})).toHaveLength(126)
  })
})
