import { expect, it } from 'vitest'
import { openTestCore } from '../core-harness.ts'
import { setUpCouncil } from '../small-council.ts'

it('reads what was pasted, as the user corrected its columns, and finds that again by the headings', async () => {
  const { ask, refused } = await openTestCore()
  await setUpCouncil(ask)
  const before = (await ask('roster.listPeople', {})).length
  const text = '氏名\tじたく\tつとめさき\n山田　花子\t000-221-0001\tひまわり会\n'
  const { token } = await ask('imports.takeText', {
    text: text.replace('氏名', '氏名\t電話').replaceAll('子\t', '子\t\t'),
  })
  const first = await ask('imports.plan', { file: token, sheet: null })
  expect(first.columns.map((column) => column.use)).toEqual(['name', 'phone', 'beside', 'beside'])
  const mapping = [
    { column: 'A', use: 'name' as const },
    { column: 'B', use: 'leave' as const },
    { column: 'C', use: 'phone' as const },
    { column: 'D', use: 'organizationName' as const },
  ]
  const said = await ask('imports.plan', { file: token, sheet: null, mapping })
  expect(said.rows[0]?.fields).toMatchObject({
    phone: '000-221-0001',
    organizationName: 'ひまわり会',
    note: '',
  })
  const { mappingId } = await ask('importMappings.save', {
    name: '町の名簿',
    fields: said.columns.map(({ header, use }) => ({ header, use })),
  })
  const again = await ask('imports.plan', { file: token, sheet: null })
  expect(again).toMatchObject({ mappingName: '町の名簿', mapping })
  expect(again.rows[0]?.fields.phone).toBe('000-221-0001')
  const apply = {
    file: token,
    sheet: again.sheet,
    councilId: null,
    fingerprint: again.fingerprint,
    headerRow: null,
    mapping: [...again.mapping],
    choices: [{ row: 2, action: 'take' as const, personId: null, asMember: false }],
  }
  // Other columns than were shown are another import.
  expect(await refused('imports.apply', { ...apply, mapping: [] })).toBe('conflict')
  await ask('imports.apply', apply)
  expect(await ask('roster.listPeople', {})).toHaveLength(before + 1)
  const known = await ask('imports.plan', { file: token, sheet: null })
  expect(known.counts.same).toBe(1)
  await ask('importMappings.remove', { mappingId })
  expect((await ask('imports.plan', { file: token, sheet: null })).mappingName).toBeNull()
})

it('reads a list of groups below the row that the user named, whatever that row says', async () => {
  const { ask, refused } = await openTestCore()
  await setUpCouncil(ask)
  const text = '団体コード\t団体名\t種別\nばんごう\tなまえ\tれんらく\n001\tひまわり会\t000-221-0001\n'
  const { token } = await ask('imports.takeText', { text })
  const found = await ask('organizations.planImport', { file: token, sheet: null })
  expect(found).toMatchObject({ headerRow: null, headerRows: [1] })
  const sheet = found?.sheet ?? ''
  const named = await ask('organizations.planImport', { file: token, sheet, headerRow: 2 })
  expect(named).toMatchObject({ headerRow: 2, headerRows: [2] })
  // It says of no column that it is the name: told, and put right.
  expect(named?.counts.wrong).toBe(1)
  const mapping = [
    { column: 'B', use: 'name' as const },
    { column: 'C', use: 'phone' as const },
  ]
  const wish = { file: token, sheet, headerRow: 2, mapping }
  const right = await ask('organizations.planImport', wish)
  expect(right?.rows.map(({ fields }) => [fields.name, fields.phone])).toEqual([
    ['ひまわり会', '000-221-0001'],
  ])
  expect(await refused('organizations.planImport', { ...wish, headerRow: 9 })).toBe('no-table-found')
  const apply = {
    ...wish,
    fingerprint: right?.fingerprint ?? '',
    choices: [{ row: 3, action: 'take' as const, organizationId: null }],
  }
  expect(await refused('organizations.applyImport', { ...apply, headerRow: 1 })).toBe('conflict')
  expect(await ask('organizations.applyImport', apply)).toMatchObject({ added: 1 })
})

it('reads a list of groups by the columns that were put right, and keeps them apart from a list of people', async () => {
  const { ask, refused } = await openTestCore()
  await setUpCouncil(ask)
  const text = '団体コード\t団体名\t種別\tれんらく\t役目\n001\tひまわり会\t\t000-221-0001\t見守り\n'
  const { token } = await ask('imports.takeText', { text })
  const first = await ask('organizations.planImport', { file: token, sheet: null })
  expect(first?.columns.map(({ use }) => use)).toEqual(['code', 'name', 'kind', 'beside', 'beside'])
  const mapping = [
    { column: 'D', use: 'phone' as const },
    { column: 'E', use: 'activities' as const },
  ]
  const said = await ask('organizations.planImport', { file: token, sheet: null, mapping })
  if (said === null) throw new Error('no list of groups')
  expect(said.rows[0]?.fields).toMatchObject({ phone: '000-221-0001', activities: '見守り', note: '' })
  await ask('organizations.keepMapping', {
    name: '町の一覧',
    fields: said.columns.map(({ header, use }) => ({ header, use })),
  })
  // Under the same name, of people: neither writes over the other.
  await ask('importMappings.save', { name: '町の一覧', fields: [{ header: '氏名', use: 'name' }] })
  expect(await ask('importMappings.list', {})).toHaveLength(1)
  const again = await ask('organizations.planImport', { file: token, sheet: null })
  if (again === null) throw new Error('no list of groups')
  expect(again).toMatchObject({ mappingName: '町の一覧', rows: said.rows })
  const apply = {
    file: token,
    sheet: again.sheet,
    mapping: [...again.mapping],
    fingerprint: again.fingerprint,
    choices: [{ row: 2, action: 'take' as const, organizationId: null }],
  }
  expect(await refused('organizations.applyImport', { ...apply, mapping: [] })).toBe('conflict')
  expect(await ask('organizations.applyImport', apply)).toMatchObject({ added: 1 })
})
