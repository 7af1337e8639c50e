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
