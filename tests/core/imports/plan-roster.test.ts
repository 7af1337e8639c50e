import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planRosterImport } from '#core/imports/plan-roster.ts'
import type { ImportField } from '#shared/domain/import-plan.ts'
import { asRecorded, fixtureBytes, makeWorkbook, planLines, rowOf } from './roster-fixtures.ts'

const heading = '団体名,役職,氏名,ふりがな,電話,備考'

describe('headings', () => {
  it.each<[string, readonly (ImportField | null)[]]>([
    [
      'No.,氏 名,フリガナ,職 名,所 属,郵便番号,住 所,ＴＥＬ,ＦＡＸ番号',
      ['number', 'name', 'kana', 'post', 'organizationName', 'postalCode', 'address', 'phone', 'fax'],
    ],
    [
      '推薦団体,委員氏名,よみがな,委嘱期間,新任・再任',
      ['organizationName', 'name', 'kana', 'term', 'reappointment'],
    ],
    [
      '団体・機関名,職・氏名,電話番号,携帯電話,メールアドレス',
      ['organizationName', 'nameAndPost', 'phone', 'mobile', 'email'],
    ],
    [
      '団体コード,団体名,代表者職,代表者氏名,所在地,対象分野',
      ['number', 'organizationName', 'post', 'name', 'address', 'sectors'],
    ],
    [
      '氏名,所属,生年月日,血液型,任期（始期）,任期（終期）',
      ['name', 'organizationName', null, null, 'termFrom', 'termTo'],
    ],
  ])('%s', (line, fields) => {
    const values = line.split(',').map(() => '山田　太郎')
    expect(planLines([line, values.join(',')]).columns.map((column) => column.field)).toEqual(fields)
  })

  it('that name no person are refused', () => {
    expect(() => planLines(['団体名,住所,電話', '青羽会,本町1,000-221-0101'])).toThrow(
      expect.objectContaining({ code: 'no-table-found' }),
    )
    expect(() => planLines(['氏名', '山田'])).toThrow(expect.objectContaining({ code: 'no-table-found' }))
    expect(() => planLines([''])).toThrow(expect.objectContaining({ code: 'no-table-found' }))
  })

  it('never let a birth date into the plan, not even as a note', () => {
    const plan = planLines(['氏名,所属,生年月日,血液型', '山田　太郎,青羽会,S24.5.11,Ａ型'])
    expect(rowOf(plan, 2).fields.note).toBe('血液型：Ａ型')
    expect(JSON.stringify(plan.rows)).not.toContain('S24.5.11')
  })
})

describe('rows', () => {
  it('carry down a 区分 that is written once, up to a 小計', () => {
    const plan = planLines([
      '区分,団体名,氏名',
      '第1号,甲会,山田　太郎',
      ',乙会,鈴木　花子',
      '小計,,2名',
      ',丙会,田中　一',
      '第2号,丁会,中村　二',
    ])
    expect(plan.rows.map((row) => row.fields.category)).toEqual(['第1号', '第1号', '', '第2号'])
  })

  it('take the heading of their group from a line of its own', () => {
    const plan = planLines([
      heading,
      '【第1号委員】',
      '甲会,会長,山田　太郎',
      '【第2号委員】',
      '乙会,会長,鈴木　花子',
    ])
    expect(plan.rows.map((row) => row.fields.category)).toEqual(['【第1号委員】', '【第2号委員】'])
  })

  it('without a name are wrong, and the others go on', () => {
    const plan = planLines([heading, '甲会,会長,,やまだ,000-221-0101', '乙会,会長,鈴木　花子'])
    expect(plan.counts).toMatchObject({ wrong: 1, new: 1 })
    expect(rowOf(plan, 2)).toMatchObject({
      state: 'wrong',
      fields: { organizationName: '甲会', post: '会長' },
    })
    expect(rowOf(plan, 2).reason).toBe('シート「名簿」の2行目：氏名がないので取り込めません。')
  })

  it('part post and name that share a cell, and ask where they cannot', () => {
    const plan = planLines([
      '団体名,職・氏名,電話',
      '甲会,会長　山田　太郎,000-221-0101',
      '乙会,グエン・ティ・ラン,000-221-0102',
    ])
    expect(plan.rows.map(({ fields }) => `${fields.post}/${fields.name}`)).toEqual([
      '会長/山田　太郎',
      '/グエン・ティ・ラン',
    ])
  })

  it('ask about a 〃 with nothing above it', () => {
    const plan = planLines([heading, '甲会,会長,山田　太郎,やまだ　たろう,〃'])
    expect(rowOf(plan, 2)).toMatchObject({ state: 'doubtful', fields: { phone: '' } })
    expect(rowOf(plan, 2).reason).toBe(
      'シート「名簿」のE2（電話）：「〃」とありますが、上の行に何もありません。',
    )
  })

  it('ask about kana that are none, and keep them', () => {
    const plan = planLines([heading, '甲会,会長,山田　太郎,山田たろう'])
    expect(rowOf(plan, 2)).toMatchObject({ state: 'doubtful', fields: { kana: '山田たろう' } })
  })

  it('keep a mobile number beside the other', () => {
    const plan = planLines([
      '団体名,氏名,電話,携帯',
      '甲会,山田　太郎,000-221-0101,000-0000-0102',
      '乙会,鈴木　花子,,09012345678',
    ])
    expect(rowOf(plan, 2).fields).toMatchObject({ phone: '000-221-0101', phoneNote: '携帯 000-0000-0102' })
    expect(rowOf(plan, 3).fields).toMatchObject({ phone: '090-1234-5678', phoneNote: '携帯' })
  })
})

describe('a workbook', () => {
  const row = (number: number, cells: string, attributes = ''): string =>
    `<row r="${number}"${attributes}>${cells}</row>`
  const text = (address: string, value: string, reading = ''): string =>
    `<c r="${address}" t="inlineStr"><is><t>${value}</t>${reading === '' ? '' : `<rPh sb="0" eb="${value.length}"><t>${reading}</t></rPh>`}</is></c>`
  const headings = row(1, text('A1', '団体名') + text('B1', '役職') + text('C1', '氏名') + text('D1', '電話'))
  const plan = (rows: string, after = ''): ReturnType<typeof planRosterImport> =>
    planRosterImport({
      bytes: makeWorkbook([{ name: '名簿', inner: `<sheetData>${headings}${rows}</sheetData>${after}` }]),
      fileName: '名簿.xlsx',
      existing: { people: [] },
    })

  it('gives the reading that Excel kept where there is no column for it, also of a name beside its post', () => {
    const made = plan(
      row(2, text('A2', '甲会') + text('B2', '会長') + text('C2', '山田太郎', 'ヤマダ タロウ')) +
        row(3, text('A3', '乙会') + text('B3', '会長　鈴木　花子', 'カイチョウ　スズキ　ハナコ')),
      '<mergeCells><mergeCell ref="B3:C3"/></mergeCells>',
    )
    expect(made.rows.map(({ fields }) => `${fields.name} ${fields.kana}`)).toEqual([
      '山田太郎 やまだ　たろう',
      '鈴木　花子 すずき　はなこ',
    ])
    expect(rowOf(made, 2).findings[0]?.message).toContain('Excelが覚えていた読み')
  })

  it('tells of hidden rows and asks about them', () => {
    const made = plan(
      row(2, text('A2', '甲会') + text('C2', '山田　太郎')) +
        row(3, text('A3', '乙会') + text('C3', '鈴木　花子'), ' hidden="1"'),
    )
    expect(made.rows.map((each) => each.state)).toEqual(['new', 'doubtful'])
    expect(made.findings.map((finding) => finding.message)).toContain('隠されている行が1行あります。')
  })

  it('asks where post and name share a merged cell without a border between them', () => {
    const made = plan(
      row(2, text('A2', '甲会') + text('B2', '相談役の山田太郎')),
      '<mergeCells><mergeCell ref="B2:C2"/></mergeCells>',
    )
    expect(rowOf(made, 2)).toMatchObject({
      state: 'doubtful',
      fields: { name: '相談役の山田太郎', post: '' },
    })
  })
})

describe('against those recorded', () => {
  const lines = [
    heading,
    '甲会,会長,髙橋　敏夫,たかはし　としお,000-221-0101,再任',
    '乙会,代表,佐藤　花子,さとう　はなこ,000-221-0102,',
  ]
  const recorded = asRecorded(planLines(lines).rows)

  it('changes field by field, and says what', () => {
    const plan = planLines([heading, '甲会,副会長,髙橋　敏夫,たかはし　としお,000-221-0199,再任'], {
      existing: { people: recorded },
    })
    expect(rowOf(plan, 2)).toMatchObject({
      state: 'changed',
      reason: '登録されている髙橋　敏夫さん（甲会）の役職、電話が変わります。',
      changes: [
        { field: 'post', from: '会長', to: '副会長' },
        { field: 'phone', from: '000-221-0101', to: '000-221-0199' },
      ],
    })
  })

  it('counts blanks, widths and kinds of kana as the same, an empty cell as no news', () => {
    const plan = planLines([heading, '甲　会,,髙橋 敏夫,ﾀｶﾊｼ ﾄｼｵ,０００ー２２１ー０１０１,'], {
      existing: { people: recorded },
    })
    expect(rowOf(plan, 2)).toMatchObject({ state: 'same', changes: [] })
  })

  it('takes a character of a name seriously', () => {
    const plan = planLines([heading, '甲会,会長,高橋　敏夫,たかはし　としお,000-221-0101,'], {
      existing: { people: recorded },
    })
    expect(rowOf(plan, 2).changes).toEqual([
      { field: 'name', label: '氏名', from: '髙橋　敏夫', to: '高橋　敏夫' },
    ])
  })

  it('asks about a like name in another group, and never writes by itself', () => {
    const plan = planLines([heading, '丙会,会長,佐藤　花子,さとう　はなこ,000-221-0999,'], {
      existing: { people: recorded },
    })
    expect(rowOf(plan, 2)).toMatchObject({
      state: 'doubtful',
      changes: [],
      matches: [{ name: '佐藤　花子', organizationName: '乙会' }],
    })
  })

  it('gives each record to one row, the likest first', () => {
    const plan = planLines(
      [
        heading,
        '丙会,会長,佐藤　花子,さとう　はなこ,000-221-0999,',
        '乙会,代表,佐藤　花子,さとう　はなこ,000-221-0102,',
      ],
      {
        existing: { people: recorded },
      },
    )
    expect(plan.rows.map((row) => row.state)).toEqual(['new', 'same'])
  })

  it('leaves the recorded role where the sheet names none', () => {
    const chair = asRecorded(
      planLines([heading, '甲会,理事,山田　太郎,やまだ　たろう,000-221-0101,会長']).rows,
    )
    const plan = planLines([heading, '甲会,理事,山田　太郎,やまだ　たろう,000-221-0101,再任'], {
      existing: { people: chair },
    })
    expect(rowOf(plan, 2).fields.role).toBe('chair')
    expect(rowOf(plan, 2).changes.map((change) => change.field)).toEqual(['note'])
  })
})

describe('any roster', () => {
  const family = fc.constantFrom('髙橋', '高橋', '佐藤', '𠮷田', '吉田', '鈴木', '')
  const given = fc.constantFrom('　敏夫', ' 花子', '　清', '')
  const line = fc
    .tuple(
      fc.constantFrom('甲会', '乙会', '（福）丙会', '', '〃'),
      fc.constantFrom('会長', '会　長', '代表', ''),
      fc.tuple(family, given).map((parts) => parts.join('')),
      fc.constantFrom('たかはし　としお', 'ｻﾄｳ', 'ヨシダ　キヨシ', ''),
      fc.constantFrom('000-221-0101', '０００ー２２１ー０１０２', '2240461', '事務局経由', '〃', ''),
      fc.constantFrom('会長・再任', '要確認', '充て職', '小計', ''),
    )
    .map((cells) => cells.join(','))
  const lines = fc.array(line, { maxLength: 25 }).map((body) => [heading, ...body])

  it('has nothing left to do when everybody in it has been taken in', () => {
    fc.assert(
      fc.property(lines, (roster) => {
        const taken = planLines(roster).rows.filter((row) => row.state !== 'wrong')
        const again = planLines(roster, { existing: { people: asRecorded(taken) } })
        expect(again.rows.filter((row) => row.state !== 'wrong' && row.state !== 'same')).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('accounts for every line, once', () => {
    fc.assert(
      fc.property(lines, (roster) => {
        const plan = planLines(roster)
        const told = [
          ...plan.headerRows,
          ...plan.rows.map((row) => row.row),
          ...plan.skipped.map((row) => row.row),
        ]
        expect(new Set(told).size).toBe(told.length)
        const written = roster.flatMap((each, at) => (each.replaceAll(',', '') === '' ? [] : [at + 1]))
        expect(written.filter((row) => !told.includes(row))).toEqual([])
        expect(Object.values(plan.counts).reduce((sum, count) => sum + count, 0)).toBe(plan.rows.length)
      }),
    )
  })
})

describe('the groups in CP932', () => {
  it('come in by their representatives, and what has no field stays in the note', () => {
    const plan = planRosterImport({
      bytes: fixtureBytes('meibo-sjis.csv'),
      fileName: 'meibo-sjis.csv',
      existing: { people: [] },
      fiscalYear: 2026,
    })
    expect(plan.rows).toHaveLength(120)
    const first = rowOf(plan, 2).fields
    expect(first).toMatchObject({
      name: '松永　由美',
      organizationName: '東部第1自治会',
      post: '代表',
      postalCode: '983-0022',
      sectors: ['elderly'],
    })
    expect(first.note).toContain('活動内容：見守り訪問（週1回）')
    expect(rowOf(plan, 14).fields.phone).toBe(rowOf(plan, 13).fields.phone)
  })
})
