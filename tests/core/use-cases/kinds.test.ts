import { describe, expect, it } from 'vitest'
import { openTestCore } from '../core-harness.ts'
import { group, setUpCouncil } from '../small-council.ts'

describe("the office's list of kinds", () => {
  it('is renamed, added to, ordered and retired, and groups keep the kind they are of', async () => {
    const { ask, refused } = await openTestCore()
    await setUpCouncil(ask)
    const { organizationId } = await ask('organizations.add', {
      organization: group('ひだまり', { kind: 'women-group' }),
    })
    const first = await ask('kinds.list', {})
    expect(first).toHaveLength(24)
    expect(first.find((kind) => kind.code === 'women-group')).toMatchObject({ groups: 1, retired: false })
    const sent = first.map(({ code, name, family }) => ({
      code,
      name,
      family,
      retired: code === 'women-group',
    }))
    await ask('kinds.save', {
      kinds: [{ code: null, name: '子ども食堂', family: 'thematic', retired: false }, ...sent],
    })
    const [own, ...others] = await ask('kinds.list', {})
    expect(own).toMatchObject({ name: '子ども食堂', family: 'thematic' })
    expect(others.map((kind) => kind.code)).toEqual(first.map((kind) => kind.code))
    expect(others.find((kind) => kind.code === 'women-group')).toMatchObject({ groups: 1, retired: true })
    if (!own) throw new Error('no kind')
    await ask('organizations.save', { organizationId, organization: group('ひだまり', { kind: own.code }) })
    const [row] = await ask('organizations.list', {})
    expect(row).toMatchObject({ kind: own.code, family: 'thematic' })
    // A name that the office made its own is recognised in new groups.
    await ask('roster.addPerson', {
      person: {
        name: '一人',
        kana: '',
        postalCode: '',
        address: '',
        phone: '',
        phoneNote: '',
        fax: '',
        email: '',
        sectors: [],
        note: '',
        organizationName: '東町子ども食堂',
        post: '',
      },
      membership: null,
    })
    const made = (await ask('organizations.list', {})).find((each) => each.name === '東町子ども食堂')
    expect(made?.kind).toBe(own.code)
    expect(await refused('kinds.save', { kinds: sent.slice(1) })).toBe('conflict')
    expect(
      await refused('kinds.save', {
        kinds: [...sent, { code: own.code, name: '行政', family: 'thematic', retired: false }],
      }),
    ).toBe('conflict')
  })
})
