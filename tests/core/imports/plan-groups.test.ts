import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shippedKinds } from '#shared/domain/constituent-kinds.ts'
import { planGroupImport } from '#core/imports/plan-groups.ts'

const inputs = join(import.meta.dirname, '../../fixtures/inputs')

function planFile(name: string) {
  return planGroupImport({
    bytes: new Uint8Array(readFileSync(join(inputs, name))),
    fileName: name,
    sheet: null,
    existing: [],
    kinds: shippedKinds,
  })
}

function planText(text: string) {
  return planGroupImport({
    bytes: new TextEncoder().encode(text),
    fileName: '団体.csv',
    sheet: null,
    existing: [],
    kinds: shippedKinds,
  })
}

describe('meibo-sjis.csv as a list of groups', () => {
  const plan = planFile('meibo-sjis.csv')
  const row = (name: string) => plan?.rows.find((each) => each.fields.name === name)

  it('is read whole: 120 groups, and nothing of the lines of commas', () => {
    expect(plan?.rows).toHaveLength(120)
    expect(plan?.counts).toMatchObject({ wrong: 0, changed: 0, same: 0 })
  })

  it('keeps the leading zeros of a code, line breaks within a cell, and characters to the character', () => {
    expect(row('東部一長寿会')?.fields).toMatchObject({
      code: '00002',
      kind: 'senior-club',
      areaName: '東部',
      sectors: ['elderly'],
      activities: 'ゴミ出し・電球交換等の困りごと支援\n　1回200円\n※要予約',
    })
    expect(row('㈱あおばケアサービス')?.fields).toMatchObject({
      code: '00019',
      kind: 'care-provider',
      family: null,
    })
    expect(row('髙瀬川第1自治会')?.fields.areaName).toBe('髙瀬川')
    expect(row('東部二見守り隊')?.fields.phone).toBe('0002301011')
  })

  it('doubts both rows of one code, and takes neither by itself', () => {
    const twice = plan?.rows.filter((each) => each.fields.code === '00044') ?? []
    expect(twice).toHaveLength(2)
    expect(twice.map((each) => each.state)).toEqual(['doubtful', 'doubtful'])
    expect(twice[0]?.reason).toContain(`${String(twice[1]?.row)}行目`)
  })

  it('keeps what has no field beside the remarks', () => {
    expect(row('東部一長寿会')?.fields.note).toBe('会員数：約50人\n設立：1998\n公開可否：非公開')
  })

  it('lets the family of the sheet stand where it is not that of the kind', () => {
    expect(row('東部一子ども会')?.fields).toMatchObject({
      kind: 'children-and-school',
      family: 'territorial',
    })
    expect(row('東部第1自治会')?.fields).toMatchObject({ kind: 'neighborhood-association', family: null })
  })

  it('reads days in six spellings, a month without a day as its first', () => {
    expect(row('東部第1自治会')?.fields.checkedOn).toBe('2020-02-01')
    expect(row('東部第2自治会')?.fields.checkedOn).toBe('2018-04-01')
    expect(row('東部一子ども会')?.fields.checkedOn).toBe('2019-05-01')
  })

  it('loses no cell: each stands in a field or in the remarks', () => {
    const text = new TextDecoder('shift_jis').decode(readFileSync(join(inputs, 'meibo-sjis.csv')))
    const activities = ['=SUMの表を毎月提出', '学習支援①小学生②中学生', '"ちょこっと"手伝い、草取り']
    for (const each of activities) {
      expect(text.replaceAll('""', '"')).toContain(each)
      expect(plan?.rows.some((group) => group.fields.activities === each)).toBe(true)
    }
  })
})

describe('planning groups', () => {
  it('leaves a list of people to the other planner', () => {
    expect(planFile('meibo-messy.xlsx')).toBeNull()
    expect(planText('氏名,団体名,電話\n髙橋,自治会,1')).toBeNull()
  })

  it('takes a group without a name for wrong, and one that stands there twice for doubtful', () => {
    const plan = planText(
      '団体名,種別,類型\n,自治会,地縁型\nひまわり会,サロン,テーマ型\nひまわり会,サロン,テーマ型',
    )
    expect(plan?.rows.map((each) => each.state)).toEqual(['wrong', 'doubtful', 'doubtful'])
  })
})
