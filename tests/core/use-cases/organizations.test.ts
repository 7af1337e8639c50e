import { describe, expect, it } from 'vitest'
import type { OfferedGroupImport } from '#shared/contract/organization-operations.ts'
import { openTestCore, type TestCore } from '../core-harness.ts'
import { fixture } from '../full-world.ts'
import { group, person, setUpCouncil } from '../small-council.ts'

async function planned({ core, ask }: TestCore): Promise<{ token: string; plan: OfferedGroupImport }> {
  const file = core.files.put('meibo-sjis.csv', fixture('meibo-sjis.csv'))
  const plan = await ask('organizations.planImport', { file: file.token, sheet: null })
  if (!plan) throw new Error('not taken for a list of groups')
  return { token: file.token, plan }
}

async function importAll(opened: TestCore): Promise<void> {
  const { token, plan } = await planned(opened)
  await opened.ask('organizations.applyImport', {
    file: opened.core.files.put('meibo-sjis.csv', fixture('meibo-sjis.csv')).token ?? token,
    sheet: plan.sheet,
    fingerprint: plan.fingerprint,
    choices: plan.rows.map(({ row }) => ({ row, action: 'take' as const, organizationId: null })),
  })
}

describe('groups', () => {
  it('are records with kind, family, sectors, area and contact, to which people belong', async () => {
    const { ask } = await openTestCore()
    await setUpCouncil(ask)
    const { organizationId } = await ask('organizations.add', {
      organization: group('ひまわり会', {
        code: '007',
        kind: 'children-and-school',
        family: 'territorial',
        sectors: ['children', 'youth'],
        areaName: '東部',
      }),
    })
    await ask('roster.addPerson', {
      person: person('山口　七子', { organizationName: 'ひまわり会', post: '代表' }),
      membership: null,
    })
    expect(await ask('organizations.get', { organizationId })).toMatchObject({
      code: '007',
      family: 'territorial',
      // 東部 is the area that the council calls 東部圏域.
      areaName: '東部圏域',
      members: [{ name: '山口　七子', post: '代表', councils: [] }],
    })
    const listed = (await ask('organizations.list', {})).find((each) => each.id === organizationId)
    expect(listed).toMatchObject({ people: 1, family: 'territorial', sectors: ['children', 'youth'] })
  })

  it('may be removed only when nobody belongs to them, and come back', async () => {
    const { ask, refused } = await openTestCore()
    await setUpCouncil(ask)
    const [first] = await ask('organizations.list', {})
    if (!first) throw new Error('no group')
    expect(await refused('organizations.remove', { organizationId: first.id })).toBe('still-has-people')
    const { organizationId } = await ask('organizations.add', { organization: group('空の会') })
    await ask('organizations.remove', { organizationId })
    expect(await refused('organizations.get', { organizationId })).toBe('not-found')
    await ask('organizations.restore', { organizationId })
    expect(await ask('organizations.get', { organizationId })).toMatchObject({ name: '空の会' })
  })

  it('come in from the CP932 list, and a second time nothing is new', async () => {
    const opened = await openTestCore()
    await setUpCouncil(opened.ask)
    await importAll(opened)
    expect((await opened.ask('organizations.list', {})).length).toBe(126)
    const { plan } = await planned(opened)
    // The two of one code are still to be judged; all others are as they were.
    expect(plan.counts).toMatchObject({ new: 0, changed: 0, wrong: 0 })
    expect(plan.counts.same + plan.counts.doubtful).toBe(120)
  })
})
