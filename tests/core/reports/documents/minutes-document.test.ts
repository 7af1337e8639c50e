import { describe, expect, it } from 'vitest'
import { minutesDocument } from '#core/reports/documents/minutes-document.ts'
import { allBlocks, factsOf, tablesOf, tableTexts } from '../block-reading.ts'
import { attendance, memoMeeting, memoRecord, testId } from '../memo-meeting.ts'

const version = {
  id: testId<'minutes-version'>('v1'),
  version: 1,
  confirmedAt: '2026-09-24T10:15',
  confirmedBy: '戸田　さやか',
  reopenedBecause: null,
}

describe('minutesDocument', () => {
  it('counts members, and within them who was late, left early or sent a proxy', () => {
    const facts = factsOf(minutesDocument(memoRecord()))
    expect(facts['出席状況']).toEqual(['委員12名中　出席10名（うち遅刻１・早退１、代理１）、欠席２名'])
    expect(facts['傍聴者']).toEqual(['１名'])
    expect(facts['出席委員']).toHaveLength(9)
    expect(facts['出席委員']?.[0]).toBe('会長　髙橋　敏夫（東部地区自治会連絡協議会　会長）')
    expect(facts['出席委員']?.[5]).toBe('野口　健太（子ども食堂「わいわい亭」　代表）　※午後２時から出席')
    expect(facts['出席委員']?.[6]).toBe('浜田　涼（若者サポートステーションあおば　相談員）　※午後３時に退席')
    expect(facts['代理出席']).toEqual([
      '木村　早苗（西村　雅人委員代理、社会福祉法人ひまわり会　特養ひまわり苑　生活相談員）',
    ])
    expect(facts['欠席委員']).toEqual([
      '相馬　玲子（青羽市立東中学校　校長）　※書面により意見を提出',
      '佐野　誠司（青羽駅前商店街振興組合　理事）',
    ])
    expect(facts['オブザーバー']).toEqual(['小田切　学（青羽市高齢福祉課　主査）'])
    expect(facts['事務局']).toHaveLength(2)
  })

  it('says whether the meeting stood, where the rules set a quorum', () => {
    const rules = { ...memoMeeting().rules, quorum: 'more-than-half' as const }
    expect(factsOf(minutesDocument(memoRecord({ rules })))['出席状況']?.[1]).toBe(
      '定足数７名、出席とみなす者10名により成立',
    )
    const strict = { ...rules, quorum: 'two-thirds' as const, countsProxy: false, countsOnline: false }
    const away = memoMeeting().roll.map((line, seat) =>
      seat < 3 ? { ...line, presence: 'absent' as const } : line,
    )
    expect(factsOf(minutesDocument(memoRecord({ rules: strict, roll: away })))['出席状況']?.[1]).toBe(
      '定足数８名、出席とみなす者６名により不成立',
    )
  })

  it('names who voted how, whose 委任状 came, and the item somebody came for', () => {
    const { roll, decisions, agenda } = memoMeeting()
    const [first, second, third] = roll
    const [decision] = decisions
    const item = agenda.find((each) => each.citation !== '')
    if (!first || !second || !third || !decision || !item) throw new Error('the memo has these')
    const document = minutesDocument(
      memoRecord({
        roll: roll.map((line) =>
          line === second
            ? { ...line, presence: 'absent', mandate: true, mandateTo: '会長' }
            : line === third
              ? { ...line, late: true, arrivedItemId: item.id }
              : line,
        ),
        decisions: [
          {
            ...decision,
            vote: {
              method: 'names',
              inFavour: 1,
              against: 1,
              abstained: 0,
              note: '',
              ballots: [
                { attendanceId: third.id, choice: 'against' },
                { attendanceId: first.id, choice: 'favour' },
              ],
            },
          },
        ],
      }),
    )
    const facts = factsOf(document)
    expect(facts['欠席委員']?.join()).toContain('※会長への委任状あり')
    expect(facts['出席委員']?.join()).toContain(`※議題${item.citation}から出席`)
    const paragraphs = allBlocks(document.blocks).flatMap((block) =>
      block.kind === 'paragraph' ? [`${block.label}${block.text}`] : [],
    )
    expect(paragraphs).toContain(`【記名】賛成　${first.name}\n反対　${third.name}`)
  })

  it('keeps every statement, in order, under its item', () => {
    const record = memoRecord()
    const blocks = allBlocks(minutesDocument(record).blocks)
    const said = blocks.flatMap((block) => (block.kind === 'statements' ? block.statements : []))
    expect(said).toHaveLength(47)
    expect(said.map((line) => line.text)).toEqual(
      record.meeting.statements.map((statement) => statement.text),
    )
    const item = blocks.findIndex(
      (block) => block.kind === 'heading' && block.text === '買い物・通院の足について',
    )
    expect(blocks[item]).toMatchObject({ number: '(1)', level: 2, note: '資料３' })
    expect(blocks[item + 1]).toMatchObject({ kind: 'statements' })
    expect(blocks[item + 2]).toMatchObject({ kind: 'paragraph', label: '【決定第２号】' })
  })

  it('marks the word of somebody who was away as written', () => {
    const statement = memoMeeting().statements[0]
    if (statement === undefined) throw new Error('the memo has statements')
    const statements = [{ ...statement, attendanceId: testId<'attendance'>('soma'), speaker: '相馬委員' }]
    const blocks = allBlocks(minutesDocument(memoRecord({ statements })).blocks)
    const said = blocks.flatMap((block) => (block.kind === 'statements' ? block.statements : []))
    expect(said.map((line) => line.speaker)).toEqual(['相馬委員（書面）'])
  })

  it('gathers decisions and tasks with who and until when, keeping words that are no day', () => {
    const [decisions, tasks] = tablesOf(minutesDocument(memoRecord()))
    expect(tableTexts(decisions).map((row) => row.slice(0, 2))).toEqual([
      ['第１号', '１(2)'],
      ['第２号', '２(1)'],
      ['第３号', '２(2)'],
      ['第４号', '２(3)'],
    ])
    const rows = tableTexts(tasks)
    expect(rows).toHaveLength(12)
    expect(rows[0]).toEqual(['1', 'ちらしの文字を14ポイントにする', '戸田　さやか', '令和８年10月31日'])
    expect(rows[2]?.[3]).toBe('令和８年11月30日')
    expect(rows[3]?.[3]).toBe('令和８年12月10日\n（次回まで）')
  })

  it('is a draft until it is confirmed, and again once it was opened', () => {
    const title = (record: Parameters<typeof minutesDocument>[0]): unknown =>
      minutesDocument(record).blocks[0]
    expect(title(memoRecord())).toMatchObject({ text: '議　事　録（案）' })
    expect(minutesDocument(memoRecord()).footer.right).toBe('案')
    const confirmed = memoRecord({ locked: true, versions: [version] })
    expect(title(confirmed)).toMatchObject({ text: '議　事　録' })
    expect(minutesDocument(confirmed).footer.right).toBe('第１版　令和８年９月24日確定')
    const reopened = memoRecord({ versions: [{ ...version, reopenedBecause: '誤字' }] })
    expect(title(reopened)).toMatchObject({ text: '議　事　録（案）' })
    expect(minutesDocument(reopened).footer.right).toBe('案（第１版の訂正）')
  })

  it('has as many lines to sign on as the rules ask for', () => {
    const signers = (count: number): readonly string[] =>
      allBlocks(
        minutesDocument(memoRecord({ rules: { ...memoMeeting().rules, signers: count } })).blocks,
      ).flatMap((block) => (block.kind === 'signatures' ? block.labels : []))
    expect(signers(0)).toEqual([])
    expect(signers(3)).toHaveLength(3)
  })

  it('keeps notes of the roll to the office', () => {
    expect(memoMeeting().roll.some((line) => line.note === '受付・写真のみ。発言なし')).toBe(true)
    expect(JSON.stringify(minutesDocument(memoRecord()))).not.toContain('受付・写真のみ')
  })

  it('says 継続 of an item that goes on, and gathers them', () => {
    const agenda = memoMeeting().agenda.map((item) =>
      item.title === '次回日程' ? { ...item, outcome: 'continued' as const } : item,
    )
    const text = JSON.stringify(minutesDocument(memoRecord({ agenda })))
    expect(text).toContain('【継続】')
    expect(text).toContain('"number":"４(1)","level":2,"text":"次回日程"')
  })

  it('is made even of a meeting without members, talk or agenda', () => {
    const empty = { roll: [], agenda: [], statements: [], decisions: [], tasks: [], nextOn: null }
    const facts = factsOf(minutesDocument(memoRecord(empty)))
    expect(facts['出席状況']).toEqual(['委員０名中　出席０名'])
    expect(facts).not.toHaveProperty('出席委員')
  })

  it('counts who is not marked yet as neither present nor absent', () => {
    const roll = [attendance({ name: '一人目' }), attendance({ name: '二人目', presence: 'unmarked' })]
    expect(factsOf(minutesDocument(memoRecord({ roll })))['出席状況']).toEqual([
      '委員２名中　出席１名、未記入１名',
    ])
  })
})
