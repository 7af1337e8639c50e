import { describe, expect, it } from 'vitest'
import type { PersonRow } from '#shared/contract/roster-operations.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import { doublesAmong, placedByKana, rowsByKana } from '#renderer/features/roster/people-rows.ts'

function person(number: number, name: string, kana: string): PersonRow {
  // Ids need only differ here.
  const id = `01hzzzzzzzzzzzzzzzzzzzzzz${number}` as PersonId
  return { id, name, kana, organizationName: '', post: '', phone: '', address: '', email: '', sectors: [] }
}

describe('the list of people', () => {
  it('stands in 五十音 order under a heading each, and who has no ふりがな stands last', () => {
    const rows = rowsByKana(
      placedByKana([
        person(1, '渡邉 陽子', 'わたなべ　ようこ'),
        person(2, 'John Smith', ''),
        person(3, '髙橋 敏夫', 'タカハシ　トシオ'),
        person(4, '阿部 圭', 'あべ　けい'),
      ]),
    )
    expect(rows.map((row) => (row.kind === 'heading' ? row.kana : row.person.name))).toEqual([
      'あ',
      '阿部 圭',
      'た',
      '髙橋 敏夫',
      'わ',
      '渡邉 陽子',
      '他',
      'John Smith',
    ])
  })

  it('asks about one name in two spellings, and not about two people of one spelling', () => {
    const people = [
      person(1, '髙橋　敏夫', 'たかはし　としお'),
      person(2, '高橋 敏夫', 'たかはし　としお'),
      person(3, '佐藤　美智子', 'さとう　みちこ'),
      person(4, '佐藤 美智子', 'さとう　みちこ'),
    ]
    expect([...doublesAmong(people)]).toEqual([people[1]?.id])
  })
})
