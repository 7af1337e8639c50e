import { describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { budgetDocument } from '#core/reports/documents/budget-document.ts'
import { innerWidthMm } from '#core/reports/report-document.ts'
import type { OfficePaper } from '#shared/contract/office-paper-operations.ts'
import { openTestCore, type TestCore } from '../../core-harness.ts'
import { budgetItem, noProgress, proposal, rule, usualPayee } from '../../money-records.ts'
import { day, office, planned, setUpCouncil, setUpMeeting } from '../../small-council.ts'

async function workbookOf({ ask, core }: TestCore, paper: OfficePaper) {
  const { token, name } = await ask('officePapers.make', { paper, format: 'xlsx' })
  const book = read(core.files.take(token).bytes, { cellFormula: true })
  const [first] = book.SheetNames
  const sheet = book.Sheets[first ?? '']
  if (sheet === undefined) throw new Error('no sheet')
  const rows = utils.sheet_to_json<readonly (string | number)[]>(sheet, { header: 1, defval: '' })
  const formulas = Object.entries(sheet).flatMap(([address, cell]: [string, unknown]) =>
    typeof cell === 'object' && cell !== null && 'f' in cell && 'v' in cell
      ? [{ address, formula: String(cell.f), value: Number(cell.v) }]
      : [],
  )
  return { name, rows, formulas, sheet, texts: rows.flat().map(String) }
}

/** What a formula of ours comes to, by the cells that stand in the sheet. */
function evaluated(sheet: Awaited<ReturnType<typeof workbookOf>>['sheet'], formula: string): number {
  const valueAt = (address: string): number => {
    const cell: unknown = sheet[address]
    return typeof cell === 'object' && cell !== null && 'v' in cell ? Number(cell.v) : Number.NaN
  }
  const sum = /^SUM\((\w+):(\w+)\)$/.exec(formula)
  if (sum?.[1] !== undefined && sum[2] !== undefined) {
    const { s, e } = utils.decode_range(`${sum[1]}:${sum[2]}`)
    let total = 0
    for (let row = s.r; row <= e.r; row += 1) total += valueAt(utils.encode_cell({ r: row, c: s.c }))
    return total
  }
  const difference = /^(\w+)-(\w+)$/.exec(formula)
  if (difference?.[1] === undefined || difference[2] === undefined) throw new Error(`not ours: ${formula}`)
  return valueAt(difference[1]) - valueAt(difference[2])
}

async function paidCouncil() {
  const opened = await openTestCore()
  const { ask } = opened
  const council = await setUpCouncil(ask)
  const { councilId } = council
  await ask('allowanceRules.add', { rule: rule(councilId, { role: 'chair', amount: 33_132, travel: 0 }) })
  await ask('allowanceRules.add', { rule: rule(councilId) })
  const { meetingId } = await ask('meetings.plan', planned(councilId, { heldOn: day('2026-09-10') }))
  for (const line of (await ask('meetings.get', { meetingId })).roll)
    await ask('attendance.save', { attendanceId: line.id, patch: { presence: 'present' } })
  const [, , , tanaka] = council.people
  if (tanaka === undefined) throw new Error('nobody')
  await ask('payees.save', { personId: tanaka, payee: { ...usualPayee, refusedOn: day('2026-04-01') } })
  const { runId } = await ask('payments.openRun', {
    councilId,
    meetingIds: [meetingId],
    title: '9月分',
    payOn: day('2026-10-09'),
  })
  return { ...opened, ...council, runId }
}

describe('支払調書', () => {
  it('has the columns of the office, a line a payment, and sums that are formulas', async () => {
    const opened = await paidCouncil()
    const { formulas, sheet, texts, rows } = await workbookOf(opened, {
      name: 'payment-list',
      runId: opened.runId,
    })
    const heads = [
      'No.',
      '氏名',
      '団体・役職',
      '住所',
      '出席日',
      '単価',
      '支給額',
      '源泉徴収税額',
      '差引支給額',
      '振込先',
      '受領印',
      '備考',
    ]
    expect(rows.map((row) => row.filter((cell) => cell !== ''))).toContainEqual(heads)
    expect(texts).toContain('髙橋　一郎')
    expect(texts.some((text) => text.includes('辞退'))).toBe(true)
    expect(formulas.filter(({ formula }) => formula.startsWith('SUM')).map(({ value }) => value)).toEqual([
      39_632, 3994, 35_638,
    ])
    for (const { formula, value, address } of formulas)
      expect([address, evaluated(sheet, formula)]).toEqual([address, value])
  })

  it('gives each who is paid a receipt, and a statement of the year and of a month', async () => {
    const opened = await paidCouncil()
    const { ask, runId, refused } = opened
    const receipts = await workbookOf(opened, { name: 'receipts', runId })
    expect(receipts.texts.filter((text) => text === '領　収　書')).toHaveLength(2)
    expect(receipts.texts).toContain('金　29,750　円也')
    const statements: OfficePaper = { name: 'payment-statements', personId: null, year: 2026, month: null }
    expect(await refused('officePapers.make', { paper: statements, format: 'xlsx' })).toBe('nothing-to-pay')
    await ask('payments.closeRun', { runId })
    expect(await ask('payments.listPaid', { year: 2026 })).toMatchObject([
      { name: '鈴木　次郎', gross: 6500, tax: 612, net: 5888 },
      { name: '髙橋　一郎', gross: 33_132, tax: 3382, net: 29_750 },
    ])
    const made = await workbookOf(opened, statements)
    expect(made.name).toContain('支払明細書')
    expect(made.texts).toContain('令和８年（１月～12月）')
    expect(made.formulas.filter(({ value }) => value === 29_750)).toHaveLength(1)
    expect(await refused('officePapers.make', { paper: { ...statements, month: 9 }, format: 'xlsx' })).toBe(
      'nothing-to-pay',
    )
    expect((await workbookOf(opened, { ...statements, month: 10 })).texts).toContain('令和８年10月')
  })
})

describe('収支予算書 and 収支決算書', () => {
  it('sum and differ by formulas that come to the figures shown', async () => {
    const opened = await paidCouncil()
    const { ask, runId } = opened
    await ask('payments.closeRun', { runId })
    await ask('budget.addItem', { item: budgetItem('委託料', { side: 'income', amount: 200_000 }) })
    await ask('budget.addItem', { item: budgetItem('謝金', { counts: 'both', amount: 120_000 }) })
    await ask('budget.addItem', { item: budgetItem('会場費', { amount: 90_000 }) })
    const { formulas, sheet, texts } = await workbookOf(opened, { name: 'settlement', fiscalYear: 2026 })
    // Three items, two sums and the balance have a difference each; two sums of two columns; two balances.
    expect(formulas).toHaveLength(3 + 2 + 1 + 4 + 2)
    for (const { formula, value, address } of formulas)
      expect([address, evaluated(sheet, formula)]).toEqual([address, value])
    expect(texts.some((text) => text.includes('予算の収入と支出に、△10,000円の差'))).toBe(true)
    const budget = await workbookOf(opened, { name: 'budget', fiscalYear: 2026 })
    expect(budget.texts).not.toContain('決算額')
    expect(budget.formulas).toHaveLength(2 + 1)
  })

  it('shows a minus as △', async () => {
    const { ask } = await openTestCore()
    await setUpCouncil(ask)
    await ask('budget.addItem', { item: budgetItem('会場費', { amount: 90_000 }) })
    const document = budgetDocument(
      await ask('budget.get', { fiscalYear: 2026 }),
      office,
      'settlement',
      day('2027-03-31'),
    )
    const table = document.blocks.find((block) => block.kind === 'table')
    if (table?.kind !== 'table') throw new Error('no table')
    const cells = table.rows.flatMap((row) =>
      row.kind === 'cells' ? [row.cells.map(({ text }) => text)] : [],
    )
    expect(cells).toContainEqual(['会場費', '90,000', '0', '△90,000', ''])
    expect(table.columns.reduce((sum, { widthMm }) => sum + widthMm, 0)).toBeLessThanOrEqual(
      innerWidthMm(document.paper),
    )
  })
})

describe('papers of 働きかけ and the plan', () => {
  it('write the 要望書 as a letter, with who signs, what is asked and where it was prepared', async () => {
    const opened = await openTestCore()
    const { ask } = opened
    const { councilId, meetingId } = await setUpMeeting(ask)
    const { proposalId } = await ask('proposals.add', { proposal: proposal(councilId, '移動の足について') })
    await ask('proposals.linkMeeting', { proposalId, meetingId, decisionId: null, statementId: null })
    const { texts } = await workbookOf(opened, { name: 'proposal', proposalId })
    expect(texts).toEqual(
      expect.arrayContaining([
        '青協第３号',
        '令和８年９月１日',
        '青羽市長　様',
        '会長　髙橋　一郎　㊞',
        '移動の足について（要望）',
        '停留所に腰かけを置くこと',
      ]),
    )
    expect(texts.some((text) => text.includes('令和８年９月17日'))).toBe(true)
    await ask('proposals.setProgress', {
      proposalId,
      progress: {
        ...noProgress,
        handedOn: day('2026-09-05'),
        answeredOn: day('2026-09-16'),
        answer: '検討する',
      },
    })
    const list = await workbookOf(opened, { name: 'proposal-list', councilId })
    expect(list.texts).toEqual(expect.arrayContaining(['要望書', '移動の足について', 'R8.9.5', '検討する']))
  })

  it('lay out the plan of the year as Word, print and Excel', async () => {
    const opened = await openTestCore()
    const { ask, core } = opened
    const { councilId } = await setUpMeeting(ask)
    await ask('yearPlan.save', {
      councilId,
      fiscalYear: 2026,
      plan: { aims: '顔の見える関係', items: [{ plannedFor: '6月', theme: '移動', aim: '足をつくる' }] },
    })
    const paper = { name: 'year-plan', councilId, fiscalYear: 2026 } as const
    const { texts } = await workbookOf(opened, paper)
    expect(texts).toEqual(expect.arrayContaining(['顔の見える関係', '移動', '足をつくる', '第1回']))
    const word = await ask('officePapers.make', { paper, format: 'docx' })
    expect(core.files.take(word.token).bytes.slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))
  })
})
