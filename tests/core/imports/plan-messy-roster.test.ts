import { describe, expect, it } from 'vitest'
import { planRosterImport } from '#core/imports/plan-roster.ts'
import type { ExistingRoster } from '#core/imports/existing-roster.ts'
import type { ImportPlan } from '#shared/domain/import-plan.ts'
import { expectedPeople } from './messy-roster-expected.ts'
import { asRecorded, fixtureBytes, rowOf } from './roster-fixtures.ts'

const bytes = fixtureBytes('meibo-messy.xlsx')
const nobody: ExistingRoster = { people: [] }

function plan(existing: ExistingRoster, sheet?: string): ImportPlan {
  return planRosterImport({
    bytes,
    fileName: 'meibo-messy.xlsx',
    existing,
    ...(sheet === undefined ? {} : { sheet }),
  })
}

describe('the messy roster, this year', () => {
  const first = plan(nobody)

  it('is found by what its headings say, below title and note', () => {
    expect(first.sheet).toBe('R8名簿')
    expect(first.title).toBe('令和８年度　青羽市生活支援体制整備事業　協議体委員名簿（第１層・第２層合同）')
    expect(first.headerRows).toEqual([3, 4])
    expect(first.columns.map(({ column, field }) => `${column}:${field ?? ''}`)).toEqual([
      'A:number',
      'B:category',
      'C:organizationName',
      'D:post',
      'E:name',
      'F:kana',
      'G:',
      'H:postalCode',
      'I:address',
      'J:phone',
      'K:fax',
      'L:appointedOn',
      'M:term',
      'N:sectors',
      'O:note',
    ])
    expect(first.columns[2]?.header).toBe('所属 団体名')
  })

  it('holds the sixty people, each with every field', () => {
    expect(first.rows).toHaveLength(60)
    const read = first.rows.map(({ row, fields }) => {
      const { address: _address, email: _email, note: _note, category, ...rest } = fields
      return { row, categoryNumber: /^第(\d)号（/.exec(category)?.[1], ...rest }
    })
    expect(read).toEqual(expectedPeople)
  })

  it('keeps names and addresses to the character', () => {
    expect(rowOf(first, 33).fields.name).toBe('葛\u{E0100}城　みどり')
    expect(rowOf(first, 9).fields.name.codePointAt(0)).toBe(0x20bb7)
    expect(rowOf(first, 10).fields.address).toBe('青羽市中央4-10-2\n青羽ハイツ203')
    expect(rowOf(first, 13).fields.address).toBe('青羽市本町二丁目5番1号')
    expect(rowOf(first, 39).fields.address).toBe('（非公開）')
    expect(rowOf(first, 25).fields.category).toBe('第3号（社会福祉法人・介護事業者）')
  })

  it('keeps what a person would have seen: 備考 as written, notes beside the table, comments', () => {
    expect(rowOf(first, 8).fields.note.split('\n')).toEqual([
      '前任者残任（前任：小林一男）任期R8.3.31まで?',
      '←本人確認済 4/3 戸田',
      'コメント（氏名） 戸田: 渡辺 or 渡邊？　本人は「邉」（電話確認 3/28）',
    ])
    expect(rowOf(first, 12).fields.note).toContain('夜は出ない。昼間に携帯へ')
    expect(rowOf(first, 26).fields.note).toContain('←12月の一斉改選で交代あり')
    expect(rowOf(first, 41).fields.note).toBe('委嘱日要確認\n委嘱日：R8.4.31')
    expect(rowOf(first, 71).fields.note).toBe('委嘱日：R8.4.1（任命）')
  })

  it('says where each field was read', () => {
    expect(rowOf(first, 5).where).toMatchObject({
      number: 'A5',
      category: 'B5',
      name: 'E5',
      phone: 'J5',
      note: 'O5',
    })
    expect(rowOf(first, 7).where).toMatchObject({ name: 'D7', post: 'D7', appointedOn: 'L7' })
  })

  it('passes over what is no person, and says why', () => {
    expect(first.skipped.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
      '1 title',
      '2 title',
      '16 subtotal',
      '24 blank',
      '32 subtotal',
      '44 blank',
      '45 blank',
      '46 repeated-header',
      '58 subtotal',
      '63 blank',
      '73 subtotal',
      '74 subtotal',
      '75 blank',
      '76 note',
      '77 note',
    ])
    expect(first.skipped.at(-1)?.text).toBe('担当：地域福祉係　戸田　（内線24）')
  })

  it('leaves the hidden column of birth dates alone, and tells of it and of the hidden sheet', () => {
    expect(first.columns[6]).toMatchObject({ column: 'G', field: null, hidden: true })
    expect(JSON.stringify(first.rows)).not.toMatch(/S24\.5\.11|H10\.12\.24/)
    expect(first.findings.map((finding) => finding.message).join('\n')).toMatch(
      /隠されているシート「宛名差込」[\s\S]*隠されている列 G（生年月日/,
    )
    expect(first.sheets).toEqual([
      { name: 'R8名簿', visibility: 'visible', rows: 72, suggested: true },
      { name: 'R7（旧）', visibility: 'visible', rows: 32, suggested: false },
      { name: '宛名差込', visibility: 'hidden', rows: 2, suggested: false },
    ])
  })

  it('asks about six rows, each by sheet and cell, and adds the rest', () => {
    expect(first.counts).toEqual({ new: 54, changed: 0, same: 0, doubtful: 6, wrong: 0 })
    const asked = first.rows.flatMap(({ findings }) =>
      findings
        .filter((finding) => finding.severity !== 'note')
        .map((finding) => `${finding.cell ?? ''} ${finding.text}`),
    )
    expect(asked).toEqual([
      'O8 前任者残任（前任：小林一男）任期R8.3.31まで?',
      'E39 ',
      'J40 2240461',
      'L41 R8.4.31',
      'O41 委嘱日要確認',
      'E57 ',
      'E65 高橋 敏夫',
      'O65 ※自治会枠と重複？',
    ])
    expect(rowOf(first, 40).reason).toMatch(/^シート「R8名簿」のJ40（電話）：先頭の 0/)
    expect(rowOf(first, 41).reason).toContain('「R8.4.31」は暦にない日です')
    expect(rowOf(first, 5).reason).toContain('新しく追加')
  })

  it('takes who declined for doubtful, and marks who is written in red', () => {
    expect(rowOf(first, 57)).toMatchObject({ state: 'doubtful', struckThrough: true })
    expect(first.rows.filter((row) => row.struckThrough)).toHaveLength(1)
    expect(first.rows.filter((row) => row.highlighted).map((row) => row.row)).toEqual([7, 10, 34, 35, 36])
  })

  it('sees that 高橋 敏夫 may be 髙橋　敏夫, and that the two 佐藤　美智子 and the two 吉田　清 are not', () => {
    expect(rowOf(first, 65).matches).toEqual([
      {
        personId: null,
        row: 6,
        name: '髙橋　敏夫',
        organizationName: '東部地区自治会連絡協議会',
        why: ['氏名が同じ', 'ふりがなが同じ', '電話が同じ', '住所が同じ'],
      },
    ])
    for (const row of [18, 34, 9, 59]) {
      expect(rowOf(first, row)).toMatchObject({ state: 'new', matches: [] })
      expect(
        rowOf(first, row)
          .findings.map((finding) => finding.message)
          .join(),
      ).toContain('別の方とします')
    }
  })

  it('follows 〃 through extensions and merged cells', () => {
    expect(rowOf(first, 69).fields).toMatchObject({
      phone: '000-227-0801',
      phoneNote: '内線2131',
      termNote: '在職期間',
    })
    expect(rowOf(first, 15).fields.category).toBe('第1号（地縁団体）')
    expect(rowOf(first, 66).fields.category).toBe('第7号（公募）')
  })

  it('finds nothing to do once it has been taken in, doubtful rows too', () => {
    const again = plan({ people: asRecorded(first.rows) })
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 60, doubtful: 0, wrong: 0 })
  })

  it('keeps asking about 高橋 敏夫 while only 髙橋　敏夫 has been taken in', () => {
    const again = plan({ people: asRecorded(first.rows.filter((row) => row.state === 'new')) })
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 54, doubtful: 6, wrong: 0 })
  })
})

describe('the messy roster, last year', () => {
  const last = plan(nobody, 'R7（旧）')

  it('is read with other columns in another order', () => {
    expect(last.headerRows).toEqual([3])
    expect(last.rows).toHaveLength(29)
    expect(rowOf(last, 5).fields).toMatchObject({
      name: '高橋　敏夫',
      kana: 'たかはし　としお',
      organizationName: '東部地区自治会連絡協議会',
      termFrom: '2024-04-01',
      termTo: '2026-03-31',
      reappointment: 'again',
    })
    expect(rowOf(last, 6)).toMatchObject({ state: 'doubtful', fields: { name: '小林　一男', note: '退任' } })
    expect(last.skipped.at(-1)).toMatchObject({ row: 33, reason: 'subtotal' })
  })

  it('is carried on by this year’s: renewed, respelt, and never one 小林　一男 for the other', () => {
    const next = plan({ people: asRecorded(last.rows) })
    expect(rowOf(next, 5)).toMatchObject({ state: 'changed' })
    expect(rowOf(next, 6).changes).toContainEqual({
      field: 'name',
      label: '氏名',
      from: '高橋　敏夫',
      to: '髙橋　敏夫',
    })
    expect(rowOf(next, 6).changes).toContainEqual({
      field: 'termTo',
      label: '任期の終わり',
      from: '令和8年3月31日',
      to: '令和10年3月31日',
    })
    expect(rowOf(next, 7)).toMatchObject({ state: 'new', fields: { name: '大久保　武' } })
    const kobayashi = rowOf(next, 54)
    expect(kobayashi).toMatchObject({
      state: 'doubtful',
      fields: { name: '小林　一男', organizationName: 'あおば信用金庫　本店営業部' },
    })
    expect(kobayashi.matches).toMatchObject([
      { name: '小林　一男', organizationName: '西部地区自治会連絡協議会' },
    ])
    expect(kobayashi.changes).toEqual([])
    expect(rowOf(next, 18).matches).toMatchObject([{ organizationName: '東部地区民児協' }])
    expect(rowOf(next, 34).matches).toMatchObject([
      { organizationName: 'ＮＰＯ法人　こどもの居場所ネットあおば' },
    ])
  })

  it('does not turn this year’s terms back without asking', () => {
    const back = planRosterImport({
      bytes,
      fileName: 'meibo-messy.xlsx',
      sheet: 'R7（旧）',
      existing: { people: asRecorded(plan(nobody).rows) },
    })
    expect(rowOf(back, 4)).toMatchObject({ state: 'doubtful' })
    expect(rowOf(back, 4).reason).toContain('古い名簿ではありませんか')
    expect(back.counts.changed).toBe(0)
  })
})

describe('what cannot be planned', () => {
  it('is refused by its code', () => {
    expect(() => plan(nobody, 'R9名簿')).toThrow(expect.objectContaining({ code: 'sheet-missing' }))
    expect(() => plan(nobody, '宛名差込')).toThrow(expect.objectContaining({ code: 'no-table-found' }))
    expect(() =>
      planRosterImport({
        bytes: fixtureBytes('katsudo-geppou.xlsx'),
        fileName: 'katsudo-geppou.xlsx',
        existing: nobody,
      }),
    ).toThrow(expect.objectContaining({ code: 'no-table-found' }))
    expect(() =>
      planRosterImport({ bytes: bytes.slice(0, 20_000), fileName: 'cut.xlsx', existing: nobody }),
    ).toThrow(expect.objectContaining({ code: 'workbook-truncated' }))
    expect(() =>
      planRosterImport({
        bytes: new TextEncoder().encode('ただの文です'),
        fileName: 'text.xlsx',
        existing: nobody,
      }),
    ).toThrow(expect.objectContaining({ code: 'not-a-workbook' }))
  })
})
