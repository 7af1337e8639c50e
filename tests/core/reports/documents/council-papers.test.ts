import { describe, expect, it } from 'vitest'
import { labelsDocument } from '#core/reports/documents/address-document.ts'
import { attendanceTableDocument } from '#core/reports/documents/attendance-table-document.ts'
import type { CouncilRecord, SeatWithContact } from '#core/reports/documents/council-record.ts'
import {
  internalRosterDocument,
  publicRosterDocument,
} from '#core/reports/documents/council-roster-document.ts'
import { handoverDocument } from '#core/reports/documents/handover-document.ts'
import { envelopesDocument, postcardsDocument } from '#core/reports/documents/mail-document.ts'
import { decisionsDocument, openTasksDocument } from '#core/reports/documents/year-documents.ts'
import {
  type Block,
  type Box,
  type BoxesBlock,
  innerWidthMm,
  type ReportDocument,
} from '#core/reports/report-document.ts'
import { writePrintHtml } from '#core/reports/writers/print-html.ts'
import { defaultCouncilRules } from '#shared/domain/council.ts'
import { allBlocks, tablesOf, tableTexts } from '../block-reading.ts'
import { carriedTasks, memoMeeting, memoSecretariat, testDate, testId } from '../memo-meeting.ts'

function seat(name: string, more: Partial<SeatWithContact> = {}): SeatWithContact {
  return {
    membershipId: testId('m'),
    personId: testId('p'),
    seatNumber: 1,
    name,
    kana: '',
    organizationName: '',
    post: '',
    releasedOn: null,
    role: 'member',
    category: '',
    termFrom: null,
    termTo: null,
    termNote: '',
    appointedOn: null,
    exOfficio: false,
    reappointment: null,
    despite: '',
    postalCode: '',
    address: '',
    phone: '',
    fax: '',
    email: '',
    ...more,
  }
}

const chair = seat('髙橋　敏夫', {
  role: 'chair',
  organizationName: '東部地区自治会連絡協議会',
  post: '会長',
  category: '第1号（地縁団体）',
  postalCode: '０００－０００１',
  address: '青羽市東町１丁目２番３号',
  phone: '000-111-2222',
  termTo: testDate('2027-03-31'),
})
const staff = seat('戸田　さやか', { role: 'secretariat', address: '青羽市中央１丁目１番１号' })

function record(more: Partial<CouncilRecord> = {}): CouncilRecord {
  return {
    council: {
      id: testId('c'),
      name: '青羽市第２層協議体（東部圏域）',
      layer: 2,
      areaName: '東部圏域',
      stage: 'established',
      basis: '青羽市協議体設置要綱',
      origin: '',
      stages: [],
      rules: defaultCouncilRules,
    },
    secretariat: memoSecretariat,
    seats: [chair, staff],
    fiscalYear: 2026,
    term: null,
    meetings: [memoMeeting()],
    today: testDate('2026-09-20'),
    ...more,
  }
}

const texts = (document: ReportDocument): string => JSON.stringify(document.blocks)
const boxesOf = (document: ReportDocument): readonly BoxesBlock[] =>
  allBlocks(document.blocks).filter((block: Block) => block.kind === 'boxes')
const facesOf = (document: ReportDocument): readonly Box[] =>
  boxesOf(document).flatMap((block) => block.rows.flatMap((row) => row.boxes))

describe('委員名簿', () => {
  it('gives the public no telephone and no address, and lists members only', () => {
    const paper = publicRosterDocument(record())
    expect(texts(paper)).not.toContain('000-111-2222')
    expect(texts(paper)).not.toContain('東町１丁目')
    expect(tableTexts(tablesOf(paper)[0])).toEqual([
      ['1', '第1号（地縁団体）', '東部地区自治会連絡協議会　会長', '髙橋　敏夫', '会長'],
    ])
  })

  it('gives the secretariat everything, and says on each page that it is not to leave the house', () => {
    const paper = internalRosterDocument(record())
    expect(texts(paper)).toContain('〒000-0001\\n青羽市東町１丁目２番３号')
    expect(paper.footer.right).toContain('外へ出さない')
    expect(tablesOf(paper)[0]?.rows).toHaveLength(2)
  })

  it('says so where nobody is in office yet', () => {
    expect(texts(publicRosterDocument(record({ seats: [] })))).toContain('まだ記録されていません')
  })
})

describe('宛名ラベル', () => {
  it('addresses the person with 様 below the group, with the postal code in half width', () => {
    const [face] = facesOf(labelsDocument(record({ seats: [chair] }).seats, { sheet: 'twelve', startAt: 1 }))
    expect(face?.lines.map((line) => line.text)).toEqual([
      '〒000-0001',
      '青羽市東町１丁目２番３号',
      '東部地区自治会連絡協議会',
      '会長　髙橋　敏夫　様',
    ])
  })

  it('gives a long post a line of its own, so that the name stays whole', () => {
    const coordinator = { ...chair, post: '第２層生活支援コーディネーター' }
    const [face] = facesOf(
      labelsDocument(record({ seats: [coordinator] }).seats, { sheet: 'twelve', startAt: 1 }),
    )
    expect(face?.lines.slice(-2).map((line) => line.text)).toEqual([
      '第２層生活支援コーディネーター',
      '髙橋　敏夫　様',
    ])
  })

  it('begins at the face that is still there', () => {
    const [face] = facesOf(
      labelsDocument(record({ seats: [chair] }).seats, { sheet: 'twenty-one', startAt: 5 }),
    )
    const [block] = boxesOf(
      labelsDocument(record({ seats: [chair] }).seats, { sheet: 'twenty-one', startAt: 5 }),
    )
    // The fifth face of three abreast: second row, second column.
    expect(face?.fromMm).toBeGreaterThan(70)
    expect(block?.rows.filter((row) => row.heightMm > 1).map((row) => row.boxes.length)).toEqual([0, 1])
  })

  it.each([
    ['twelve', 12],
    ['twenty-one', 21],
    ['twenty-four', 24],
  ] as const)('has %s faces to a sheet of A4, and takes the next sheet after them', (sheet, faces) => {
    const seats = Array.from({ length: faces + 1 }, () => chair)
    const paper = labelsDocument(record({ seats }).seats, { sheet, startAt: 1 })
    const sheets = boxesOf(paper)
    expect(sheets.map((block) => block.rows.flatMap((row) => row.boxes).length)).toEqual([faces, 1])
    for (const block of sheets) {
      expect(block.rows.reduce((sum, row) => sum + row.heightMm, 0)).toBeLessThanOrEqual(297)
      for (const box of block.rows.flatMap((row) => row.boxes))
        expect(box.fromMm + box.widthMm).toBeLessThanOrEqual(210)
    }
  })

  it('leaves nobody out for a long name: sixty characters get smaller letters', () => {
    const long = '長'.repeat(60)
    const [face] = facesOf(
      labelsDocument([{ ...chair, name: long, post: '' }], {
        sheet: 'twenty-four',
        startAt: 1,
      }),
    )
    const line = face?.lines.at(-1)
    expect(line?.text).toBe(`${long}　様`)
    expect(line?.points).toBeLessThan(9)
  })

  it('puts the postal code into seven boxes of its own face where it is asked to, on the same faces', () => {
    const seats = Array.from({ length: 22 }, () => chair)
    const paper = labelsDocument(seats, { sheet: 'twenty-one', startAt: 1, postalBoxes: true })
    const sheets = boxesOf(paper)
    expect(sheets).toHaveLength(2)
    expect(sheets[0]?.rows.reduce((sum, row) => sum + row.heightMm, 0)).toBeCloseTo(0.45 + 7 * 42.3)
    const digits = facesOf(paper).filter((box) => box.border === 'thin')
    expect(digits).toHaveLength(7 * 22)
    expect(digits.slice(0, 7).map((box) => box.lines[0]?.text)).toEqual([...'0000001'])
    expect(digits.slice(0, 7).every((box) => box.fromMm + box.widthMm < 70)).toBe(true)
    expect(texts(paper)).not.toContain('〒')
    // What is not seven digits is written as it is, in no box.
    const odd = labelsDocument([{ ...chair, postalCode: '12' }], {
      sheet: 'twelve',
      startAt: 1,
      postalBoxes: true,
    })
    expect(texts(odd)).toContain('〒12')
  })

  it.each([
    ['an envelope', envelopesDocument, 120, 235],
    ['a postcard', postcardsDocument, 100, 148],
  ] as const)('prints the digits of %s where the post has its red boxes', (_what, build, width, height) => {
    const digitsOf = (paper: ReportDocument) =>
      facesOf(paper).filter((box) => /^\d$/.test(box.lines[0]?.text ?? ''))
    const paper = build([chair], memoSecretariat)
    const digits = digitsOf(paper)
    expect(digits.map((box) => box.lines[0]?.text).join('')).toBe('0000001')
    // Left edges from the right edge of the paper, as the post measures them.
    const measured = [55.7, 48.7, 41.7, 34.1, 27.3, 20.5, 13.7]
    digits.forEach((box, position) => {
      expect(width - box.fromMm).toBeCloseTo(measured[position] ?? 0)
    })
    const heights = boxesOf(paper)[0]?.rows.map((row) => row.heightMm) ?? []
    expect(heights[0]).toBe(12)
    expect(heights.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(height)
    const low = boxesOf(build([chair], memoSecretariat, { rightMm: 0, downMm: 10 }))[0]?.rows ?? []
    expect(low.reduce((sum, row) => sum + row.heightMm, 0)).toBeLessThanOrEqual(height)
    const [moved] = digitsOf(build([chair], memoSecretariat, { rightMm: 2, downMm: -3 }))
    expect((moved?.fromMm ?? 0) - (digits[0]?.fromMm ?? 0)).toBeCloseTo(2)
  })

  it('says so where nobody has an address', () => {
    const paper = labelsDocument(record({ seats: [seat('甲')] }).seats, { sheet: 'twelve', startAt: 1 })
    expect(texts(paper)).toContain('住所のある人がいません')
  })
})

describe('papers of a year', () => {
  it('list each decision with its number and item, and each task with how it stands', () => {
    const meeting = memoMeeting()
    const [decisions, tasks] = tablesOf(decisionsDocument(record()))
    expect(tableTexts(decisions)).toHaveLength(meeting.decisions.length)
    expect(tableTexts(tasks).map((row) => row[1])).toEqual(meeting.tasks.map((task) => task.text))
  })

  it('count who was there over who stood on the roll', () => {
    const meeting = memoMeeting()
    const [table] = tablesOf(attendanceTableDocument(record()))
    const rows = tableTexts(table)
    expect(rows.at(-1)?.slice(-2)).toEqual(['10', '83%'])
    expect(rows.find((row) => row[2] === '相馬　玲子')?.slice(3)).toEqual(['×', '0', '0%'])
    expect(rows).toHaveLength(meeting.count.members + 1)
  })

  it('do not count a meeting that lies ahead, and mark who was not on the roll yet', () => {
    const first = memoMeeting()
    const ahead = memoMeeting({ roll: first.roll.map((line) => ({ ...line, presence: 'unmarked' })) })
    const [table] = tablesOf(attendanceTableDocument(record({ meetings: [first, ahead] })))
    expect(table?.columns.filter((column) => column.heading.startsWith('第'))).toHaveLength(1)
    const earlier = memoMeeting({ roll: first.roll.filter((line) => line.name !== '相馬　玲子') })
    const [both] = tablesOf(attendanceTableDocument(record({ meetings: [earlier, first] })))
    expect(
      tableTexts(both)
        .find((row) => row[2] === '相馬　玲子')
        ?.slice(3),
    ).toEqual(['－', '×', '0', '0%'])
  })

  it('fit a whole term of meetings on one sheet, and name the term', () => {
    const meetings = Array.from({ length: 24 }, () => memoMeeting())
    const term = { number: 2, from: testDate('2025-04-01'), to: testDate('2027-03-31') }
    const paper = attendanceTableDocument(record({ meetings, term }))
    const [table] = tablesOf(paper)
    const width = (table?.columns ?? []).reduce((sum, column) => sum + column.widthMm, 0)
    expect(paper.paper.size).toBe('A3')
    expect(width).toBeLessThanOrEqual(innerWidthMm(paper.paper))
    expect(texts(paper)).toContain('第２期（令和７年４月１日から令和９年３月31日まで）')
  })

  it('show open tasks by their day, and none that is done', () => {
    const tasks = carriedTasks()
    const [first] = tasks
    if (first === undefined) throw new Error('the memo has tasks')
    const paper = openTasksDocument(record(), [...tasks, { ...first, text: '済んだこと', status: 'done' }])
    expect(texts(paper)).not.toContain('済んだこと')
    const days = tableTexts(tablesOf(paper)[0]).map((row) => row[3] ?? '')
    expect(days).toHaveLength(
      tasks.filter((task) => task.status !== 'done' && task.status !== 'dropped').length,
    )
  })

  it('say what is empty, instead of an empty table', () => {
    const empty = record({ meetings: [], seats: [] })
    expect(texts(decisionsDocument(empty))).toContain('まだありません')
    expect(texts(attendanceTableDocument(empty))).toContain('まだありません')
    expect(texts(handoverDocument(empty, []))).toContain('決まっていません')
  })
})

describe('引継書', () => {
  it('names whose term ends within a year, and leaves lines for what no record knows', () => {
    const paper = handoverDocument(record(), carriedTasks())
    expect(texts(paper)).toContain('令和９年３月31日')
    expect(texts(paper)).toContain('書類の置き場所')
    const later = record({ seats: [{ ...chair, termTo: testDate('2030-03-31') }] })
    expect(texts(handoverDocument(later, []))).not.toContain('令和12年')
  })
})

describe('every paper of a council', () => {
  it.each([
    [
      '500 members',
      Array.from({ length: 500 }, (_unused, n) => ({
        ...chair,
        name: `委員${String(n)}`,
        seatNumber: n + 1,
      })),
    ],
    ['right-to-left, emoji, markup', [{ ...chair, name: 'محمد <b>🌸</b>', address: '=1+1' }]],
  ])('is made with %s', (_what, seats) => {
    const full = record({ seats })
    const documents = [
      publicRosterDocument(full),
      internalRosterDocument(full),
      labelsDocument(full.seats, { sheet: 'twenty-four', startAt: 24 }),
      envelopesDocument(full.seats, memoSecretariat),
      handoverDocument(full, []),
    ]
    for (const document of documents) expect(writePrintHtml(document)).not.toContain('<b>')
  })
})
