import { describe, expect, it } from 'vitest'
import type { PersonRow } from '#shared/contract/roster-operations.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import { keyRows, shownRows } from '#renderer/features/roster/shown-rows.ts'
import { personColumns } from '#renderer/features/roster/table-columns.ts'

const row = (name: string, kana: string, more: Partial<PersonRow> = {}): PersonRow => ({
  // Only its being different matters.
  id: name as PersonId,
  name,
  kana,
  organizationName: '',
  post: '',
  phone: '',
  address: '',
  email: '',
  sectors: [],
  ...more,
})
const people = [
  row('髙橋　一', 'たかはし　はじめ', { organizationName: '（福）あおば会', phone: '000-1111' }),
  row('渡邉　花', 'わたなべ　はな', { organizationName: 'ひまわり会', address: '高橋町' }),
  row('秋山　葉', 'あきやま　よう', { organizationName: 'ひまわり会' }),
  row('名無し', ''),
]
const names = (wanted: Partial<Parameters<typeof shownRows>[2]>) =>
  shownRows(keyRows(people, personColumns), personColumns, {
    words: '',
    column: null,
    sortBy: 'name',
    backwards: false,
    ...wanted,
  }).map((each) => each.name)

describe('a list that is narrowed and ordered', () => {
  it('stands by kana, those without one last, and the other way round', () => {
    expect(names({})).toEqual(['秋山　葉', '髙橋　一', '渡邉　花', '名無し'])
    expect(names({ backwards: true })[0]).toBe('名無し')
  })

  it('is narrowed by any column or by one, in any variant', () => {
    expect(names({ words: '高橋' })).toEqual(['髙橋　一', '渡邉　花'])
    expect(names({ words: '高橋', column: 'name' })).toEqual(['髙橋　一'])
    expect(names({ words: 'ヒマワリ 花' })).toEqual(['渡邉　花'])
    expect(names({ words: 'いない' })).toEqual([])
  })

  it('stands by its groups without 法人格', () => {
    expect(names({ sortBy: 'group' }).slice(1)).toEqual(['髙橋　一', '渡邉　花', '秋山　葉'])
  })
})
