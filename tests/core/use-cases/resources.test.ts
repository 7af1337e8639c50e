import { describe, expect, it } from 'vitest'
import { activity, coordinator, kindNamed } from '../coordinator-records.ts'
import { openTestCore } from '../core-harness.ts'
import { resource } from '../local-records.ts'
import { day, group, need, setUpCouncil } from '../small-council.ts'

async function opened() {
  const core = await openTestCore()
  return { ...core, ...(await setUpCouncil(core.ask)) }
}

const list = [
  '地域資源一覧（令和8年度）,,,,,,,',
  '番号,名称,分類,地区,実施主体,活動内容,公開可否,確認日',
  '1,さくらサロン,サロン,東部圏域,さくら会,体操とお茶,公開,R8.4.1',
  '2,買い物バス,買い物,東部圏域,NPOおたがいさま,店までの送迎,関係者まで,2026/9/1',
  '3,ペット見守り,ペットの世話,西部圏域,,散歩の手伝い,わからない,R8.4.31',
  '4,さくらサロン,サロン,東部,さくら会,同じ会,公開,',
  '5,,見守り,東部圏域,,名のない行,公開,',
  '6,配食ひまわり,配食,東部圏域,,昼の弁当,×,',
].join('\r\n')

describe('a list of resources from outside', () => {
  it('is read by its headings, says what it would change, and nothing is written before', async () => {
    const { ask, core, refused } = await opened()
    await ask('organizations.add', { organization: group('さくら会') })
    const { resourceId: bus } = await ask('resources.add', { resource: resource('買い物バス') })
    await ask('resources.check', { resourceId: bus, checkedOn: day('2026-09-10'), checkedBy: '戸田' })
    const { token } = core.files.put('資源.csv', new TextEncoder().encode(list))
    const plan = await ask('resources.planImport', { file: token })
    expect(plan?.headerRow).toBe(2)
    expect(plan?.columns.map((column) => column.field)).toEqual([
      null,
      'name',
      'kind',
      'areaName',
      'operator',
      'content',
      'visibility',
      'checkedOn',
    ])
    expect(plan?.rows.map(({ row, state, name }) => [row, state, name])).toEqual([
      [3, 'new', 'さくらサロン'],
      [4, 'changed', '買い物バス'],
      [5, 'new', 'ペット見守り'],
      [6, 'double', 'さくらサロン'],
      [7, 'wrong', ''],
      [8, 'new', '配食ひまわり'],
    ])
    const said = plan?.rows.flatMap((row) => row.remarks) ?? []
    for (const words of [
      '4行目：この一覧の確認日は、いまの記録（令和8年9月10日）より前です。',
      '5行目：分類「ペットの世話」は一覧にないので、内容に書き添えます。',
      '5行目：公開可否「わからない」は読めないので、事務局だけに見せることにします。',
      '5行目：確認日「R8.4.31」は日付として読めません。',
      '6行目：3行目と同じ名称・圏域です。',
      '7行目：名称がないので、取り込めません。',
    ]) {
      expect(said.join('\n')).toContain(words)
    }
    expect(plan?.rows[1]?.changes).toEqual([
      { field: 'operator', before: '東部ささえあいの会', after: 'NPOおたがいさま' },
      { field: 'content', before: '店までの送り迎え', after: '店までの送迎' },
      { field: 'visibility', before: '住民に公開', after: '関係者まで' },
    ])
    // The list is older than what is kept: its row is taken only where somebody says so.
    expect(plan?.rows.map((row) => row.offered)).toEqual([true, false, true, false, false, true])
    expect(await ask('resources.list', {})).toHaveLength(1)

    const outcome = await ask('resources.applyImport', { file: token, rows: [3, 4, 5, 8] })
    expect(outcome).toEqual({ added: 3, changed: 1, left: 2 })
    const kept = await ask('resources.list', {})
    expect(kept.find((each) => each.name === 'さくらサロン')).toMatchObject({
      kind: 'gathering',
      areaName: '東部圏域',
      operator: 'さくら会',
      organizationName: 'さくら会',
      content: '体操とお茶',
      visibility: 'public',
      checkedOn: '2026-04-01',
    })
    expect(kept.find((each) => each.name === 'ペット見守り')).toMatchObject({
      kind: null,
      content: '散歩の手伝い\n（分類：ペットの世話）',
      visibility: 'private',
      checkedOn: null,
      organizationId: null,
    })
    // Only what the list has a word for; what it is silent about stays, and so does the later day of the check.
    expect(kept.find((each) => each.name === '買い物バス')).toMatchObject({
      id: bus,
      operator: 'NPOおたがいさま',
      content: '店までの送迎',
      visibility: 'related',
      contact: '000-223-0401',
      schedule: '毎週火曜',
      checkedOn: '2026-09-10',
    })
    expect(kept.find((each) => each.name === '配食ひまわり')).toMatchObject({ visibility: 'private' })
    // A second time: everything stands already.
    const again = await ask('resources.planImport', { file: token })
    expect(again?.rows.map((row) => row.state)).toEqual(['same', 'same', 'same', 'double', 'wrong', 'same'])
    expect(await refused('resources.applyImport', { file: token, rows: [3] })).toBe('conflict')
  })

  it('takes no row that cannot be taken, and is none where the headings do not say so', async () => {
    const { ask, core, refused } = await opened()
    const { token } = core.files.put('資源.csv', new TextEncoder().encode(list))
    expect(await refused('resources.applyImport', { file: token, rows: [3, 7] })).toBe('conflict')
    expect(await refused('resources.applyImport', { file: token, rows: [99] })).toBe('conflict')
    expect(await ask('resources.list', {})).toEqual([])
    const people = core.files.put('名簿.csv', new TextEncoder().encode('氏名,住所,電話\n山田,本町,1'))
    expect(await ask('resources.planImport', { file: people.token })).toBeNull()
  })
})

describe('a resource', () => {
  it('belongs to a group of the roster, which knows it', async () => {
    const { ask, refused } = await opened()
    const { organizationId } = await ask('organizations.add', { organization: group('さくら会') })
    const { resourceId } = await ask('resources.add', {
      resource: resource('さくらサロン', { organizationId }),
    })
    expect(await ask('resources.ofGroup', { organizationId })).toMatchObject([
      { id: resourceId, organizationName: 'さくら会' },
    ])
    const unknown = '0'.repeat(26)
    expect(await refused('resources.add', { resource: { ...resource('x'), organizationId: unknown } })).toBe(
      'not-found',
    )
  })

  it('begins with what the roster and the diary know, and stays tied to the entry it came of', async () => {
    const { ask, refused, people } = await opened()
    const [personId] = people
    if (personId === undefined) throw new Error('nobody')
    const { organizationId } = await ask('organizations.add', {
      organization: group('さくら会', {
        sectors: ['elderly'],
        areaName: '東部圏域',
        contactName: '佐藤',
        phone: '000-1',
        activities: '体操とお茶',
      }),
    })
    expect(await ask('resources.suggest', { of: 'organization', id: organizationId })).toMatchObject({
      name: '',
      operator: 'さくら会',
      organizationId,
      contact: '佐藤　000-1',
      areaName: '東部圏域',
      sectors: ['elderly'],
      content: '体操とお茶',
      visibility: 'related',
    })
    const { coordinatorId } = await ask('coordinators.add', { coordinator: coordinator(personId) })
    const { activityId } = await ask('activities.add', {
      activity: activity(coordinatorId, await kindNamed(ask, '自治会'), {
        organizationIds: [organizationId],
        content: '毎週の茶話会を始めたと聞く',
        place: '東部公民館',
      }),
    })
    const suggested = await ask('resources.suggest', { of: 'activity', id: activityId })
    expect(suggested).toMatchObject({
      operator: 'さくら会',
      place: '東部公民館',
      content: '毎週の茶話会を始めたと聞く',
    })
    expect(suggested.source).toMatch(/^活動記録（令和/)
    const { resourceId } = await ask('resources.add', {
      resource: { ...suggested, name: 'さくら茶話会' },
      activityId,
    })
    expect((await ask('activities.get', { activityId })).resources).toEqual([
      { id: resourceId, name: 'さくら茶話会' },
    ])
    const unknown = '0'.repeat(26)
    expect(await refused('resources.suggest', { of: 'activity', id: unknown })).toBe('not-found')
    expect(await refused('resources.add', { resource: resource('x'), activityId: unknown })).toBe('not-found')
    expect(await ask('resources.list', {})).toHaveLength(1)
  })

  it('and a need tell what the diary has of them', async () => {
    const { ask, councilId, people } = await opened()
    const [personId] = people
    if (personId === undefined) throw new Error('nobody')
    const { coordinatorId } = await ask('coordinators.add', { coordinator: coordinator(personId) })
    const { resourceId } = await ask('resources.add', { resource: resource('さくらサロン') })
    const { needId } = await ask('needs.add', { need: need(councilId, '集まる場所がない') })
    const kindId = await kindNamed(ask, '把握（新規）')
    const { activityId } = await ask('activities.add', {
      activity: activity(coordinatorId, kindId, { resourceIds: [resourceId] }),
    })
    expect(await ask('activities.of', { of: 'resource', id: resourceId })).toEqual([
      {
        id: activityId,
        actedOn: day('2026-09-17'),
        content: 'サロンのようすを見せてもらった',
        who: '髙橋　一郎',
      },
    ])
    expect(await ask('activities.of', { of: 'need', id: needId })).toEqual([])
  })
})

describe('the office’s own kinds of help', () => {
  it('are added, named, ordered and not chosen any more, while records keep theirs', async () => {
    const { ask, refused, councilId } = await opened()
    const { code } = await ask('helpKinds.add', { name: 'ペットの世話' })
    expect(await refused('helpKinds.add', { name: 'ペットの世話' })).toBe('conflict')
    expect(await refused('helpKinds.save', { code, name: '買い物' })).toBe('conflict')
    await ask('helpKinds.save', { code, name: 'ペットのこと' })
    const { needId } = await ask('needs.add', { need: need(councilId, '犬の散歩ができない', { kind: code }) })
    await ask('helpKinds.retire', { code, retired: true })
    const kinds = await ask('helpKinds.list', {})
    expect(kinds.at(-1)).toEqual({ code, name: 'ペットのこと', retired: true })
    expect((await ask('needs.get', { needId })).kind).toBe(code)
    await ask('helpKinds.move', { code, by: -1 })
    expect((await ask('helpKinds.list', {})).at(-2)?.code).toBe(code)
    await ask('helpKinds.move', { code: kinds[0]?.code ?? '', by: -1 })
    expect((await ask('helpKinds.list', {}))[0]).toEqual(kinds[0])
    expect(await refused('needs.add', { need: need(councilId, '困りごと', { kind: 'nowhere' }) })).toBe(
      'not-found',
    )
  })
})
