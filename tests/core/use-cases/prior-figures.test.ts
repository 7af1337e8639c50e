import ExcelJS from 'exceljs'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read as readXlsx } from 'xlsx'
import { describe, expect, it } from 'vitest'
import type { FormMapping } from '#shared/contract/form-mapping.ts'
import { activity, coordinator, kindNamed } from '../coordinator-records.ts'
import { openTestCore, type TestCore } from '../core-harness.ts'
import { day, setUpMeeting } from '../small-council.ts'

const kind = '自治会・町内会等への訪問'

/** This year's in B, last year's in C; a table of the headings below. */
const entries: FormMapping['entries'] = [
  ['実績.会議の回数', 2],
  ['期間.延べ出席者数', 3],
  [`活動件数[${kind}].合計`, 4],
  ['実績.地域資源の数', 5],
].flatMap(([field = '', row = 0]) => [
  { sheet: '実績', cell: `B${String(row)}`, field: String(field), optional: true },
  { sheet: '実績', cell: `C${String(row)}`, field: `前年度.${String(field)}`, optional: true },
])
const blocks: FormMapping['blocks'] = [
  {
    sheet: '実績',
    firstRow: 8,
    lastRow: 12,
    each: '活動区分',
    columns: { A: { field: '区分' }, B: { field: '合計' } },
    whenTooMany: 'stop',
  },
]
const before: FormMapping['entries'] = [
  { sheet: '実績', cell: 'D8', field: '前年度.活動区分[ネットワーク構築].合計', optional: true },
]

/** The form as the city gives it out, and with what somebody typed into it in Excel. */
async function workbook(typed: Readonly<Record<string, string | number>> = {}): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('実績')
  sheet.addRow(['実績報告書', '今年度', '前年度'])
  for (const label of ['会議の回数', '延べ出席者数', '訪問の件数', '地域資源の数']) sheet.addRow([label])
  sheet.getCell('A7').value = '区分'
  for (const [cell, content] of Object.entries(typed)) sheet.getCell(cell).value = content
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const lastYear = { B2: '１２回', B3: 148, B4: '約３０', B5: '86件', A8: 'ネットワーク構築', B8: '二十' }

async function open() {
  const opened = await openTestCore()
  const { ask, core } = opened
  const meeting = await setUpMeeting(ask)
  const file = core.files.put('実績.xlsx', await workbook()).token
  const form = await ask('forms.begin', { file, password: null, name: '実績報告書' })
  const { mapping } = await ask('mappings.open', { formId: form.id })
  await ask('mappings.save', {
    formId: form.id,
    mapping: { ...mapping, kind: 'year', entries: [...entries, ...before], blocks },
  })
  const { councilId } = meeting
  const given = (bytes: Uint8Array, name: string) => ({
    file: core.files.put(name, bytes).token,
    password: null,
    formId: form.id,
    subject: { kind: 'year', councilId, fiscalYear: 2025 } as const,
  })
  const keep = (bytes: Uint8Array, name: string) =>
    ask('readBacks.keep', { ...given(bytes, name), submittedOn: day('2026-04-10'), addressee: '青羽市長' })
  return { ...opened, ...meeting, formId: form.id, given, keep }
}

/** This year's form as it comes out, read by another library. */
async function filled({ ask, core, formId, councilId }: Awaited<ReturnType<typeof open>>) {
  const file = await ask('handIns.fill', {
    formId,
    subject: { kind: 'year', councilId, fiscalYear: 2026 },
    submittedOn: day('2026-09-20'),
    remedies: [],
    audience: 'office',
    password: '',
  })
  const sheet = readXlsx(core.files.take(file.token).bytes).Sheets['実績']
  return (cell: string): unknown => (sheet?.[cell] as { readonly v?: unknown } | undefined)?.v
}

const kept = async (ask: TestCore['ask']) =>
  (await ask('priorFigures.list', { fiscalYear: 2025 })).map(({ field, text }) => [field, text])

describe('figures of last year, as they were typed by hand', () => {
  it('are kept as last year’s, and stand beside this year’s in the form and on the page of the year', async () => {
    const opened = await open()
    const { ask, given, keep } = opened
    const byHand = await workbook(lastYear)
    const look = await ask('readBacks.look', given(byHand, '去年の実績.xlsx'))
    const expected = [
      ['実績.会議の回数', '12'],
      ['期間.延べ出席者数', '148'],
      ['実績.地域資源の数', '86'],
      ['活動区分[ネットワーク構築].合計', '20'],
    ]
    expect(look.prior).toEqual(expected.map(([field, after]) => ({ field, before: '', after })))
    expect(look.unread).toMatchObject([{ cell: 'B4', text: '約３０' }])
    // Before anything is kept nothing stands there.
    expect((await filled(opened))('C2')).toBeUndefined()
    expect(await kept(ask)).toEqual([])

    await keep(byHand, '去年の実績.xlsx')
    expect(await kept(ask)).toEqual(expected)
    const cell = await filled(opened)
    expect(['C2', 'C3', 'C4', 'C5', 'D8'].map(cell)).toEqual([12, 148, undefined, 86, 20])
    // This year's are still counted from the records.
    expect(cell('B2')).toBe(1)

    await ask('yearSummary.begin', { fiscalYear: 2026 })
    const { questionId } = await ask('yearSummary.addQuestion', {
      fiscalYear: 2026,
      question: { section: '全体', text: '会議' },
    })
    const option = { label: '回数', figure: 'meetings', typed: '' }
    await ask('yearSummary.addOption', { questionId, option })
    const beforeOf = async (figure: string) => {
      const { questions } = await ask('yearSummary.get', { fiscalYear: 2026 })
      return questions.flatMap(({ options }) => options).find((each) => each.figure === figure)?.before
    }
    const read = { from: 'form', fileName: '去年の実績.xlsx' }
    expect(await beforeOf('meetings')).toEqual([{ ...read, count: 12 }])
    expect(await beforeOf('resources')).toEqual([{ ...read, count: 86 }])
    expect(await beforeOf('activities.heading.network')).toEqual([{ ...read, count: 20 }])
    expect(await beforeOf('needs.noted')).toEqual([])
  })

  it('give way to Tsudoi’s own where the year has them; both are shown', async () => {
    const opened = await open()
    const { ask, keep, people } = opened
    await keep(await workbook(lastYear), '去年の実績.xlsx')
    const [personId] = people
    if (personId === undefined) throw new Error('nobody')
    const { coordinatorId } = await ask('coordinators.add', {
      coordinator: coordinator(personId, { fromOn: day('2025-04-01') }),
    })
    await ask('activities.add', {
      activity: activity(coordinatorId, await kindNamed(ask, kind), { actedOn: day('2026-03-02') }),
    })
    // The noughts of a year of which there is only a diary do not stand for what was handed in.
    expect(['C2', 'C3', 'C4', 'C5', 'D8'].map(await filled(opened))).toEqual([12, 148, 1, 86, 1])
    await ask('yearSummary.begin', { fiscalYear: 2026 })
    const { questions } = await ask('yearSummary.get', { fiscalYear: 2026 })
    const network = questions
      .flatMap(({ options }) => options)
      .find(({ figure }) => figure.endsWith('network'))
    expect(network?.before.map(({ from, count }) => [from, count])).toEqual([
      ['records', 1],
      ['form', 20],
    ])
  })

  it('are brought up to date by a later file, shown old and new before, and can be taken back', async () => {
    const { ask, refused, given, keep } = await open()
    await keep(await workbook(lastYear), '去年の実績.xlsx')
    const later = await workbook({ ...lastYear, B2: 13, B4: 31 })
    const { prior } = await ask('readBacks.look', given(later, '直し.xlsx'))
    expect(prior.filter((change) => change.before !== change.after)).toEqual([
      { field: '実績.会議の回数', before: '12', after: '13' },
      { field: `活動件数[${kind}].合計`, before: '', after: '31' },
    ])
    await keep(later, '直し.xlsx')
    const list = await ask('priorFigures.list', { fiscalYear: 2025 })
    expect(list).toHaveLength(5)
    expect(list[0]).toMatchObject({ text: '13', fileName: '直し.xlsx', submittedOn: '2026-04-10' })
    const [last] = (
      await ask('history.search', {
        filter: { text: '', who: '', from: null, to: null },
        before: null,
      })
    ).entries
    await ask('history.undo', { operationNumber: last?.operationNumber ?? 0 })
    expect((await kept(ask))[0]).toEqual(['実績.会議の回数', '12'])
    const figureId = list[0]?.id
    await ask('priorFigures.remove', { figureId: figureId ?? fail() })
    expect(await refused('priorFigures.remove', { figureId })).toBe('not-found')
    expect(await kept(ask)).toHaveLength(3)
    // Read again, it stands again; the one that was removed does not come back beside it.
    await keep(later, '直し.xlsx')
    expect(await refused('priorFigures.restore', { figureId })).toBe('conflict')
    expect(await kept(ask)).toHaveLength(5)
  })

  it('are read out of the report that comes with Tsudoi: months by their row, kinds by their name, their total', async () => {
    const { ask, core, councilId } = await open()
    const blank = readFileSync(
      join(import.meta.dirname, '../../../resources/forms/tsudoi-jisseki-houkokusho.xlsx'),
    )
    const file = core.files.put('実績報告書.xlsx', new Uint8Array(blank)).token
    const { id: formId } = await ask('forms.add', { file, mapping: null })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(blank as never)
    const put = (sheet: string, cell: string, content: string | number) => {
      const found = book.getWorksheet(sheet)
      if (found === undefined) throw new Error(`no ${sheet}`)
      found.getCell(cell).value = content
    }
    put('別紙１', 'B7', '２')
    for (const [cell, content] of Object.entries({ A4: kind, C4: 3, D4: '4件', N4: 5 }))
      put('別紙３', cell, content)
    for (const [cell, content] of Object.entries({ A5: '担い手養成（講座・説明会）', C5: 1, D5: '数回' }))
      put('別紙３', cell, content)
    const typed = core.files.put('去年.xlsx', new Uint8Array(await book.xlsx.writeBuffer())).token
    const subject = { kind: 'year', councilId, fiscalYear: 2025 } as const
    const { prior } = await ask('readBacks.look', { file: typed, password: null, formId, subject })
    const read = Object.fromEntries(prior.map(({ field, after }) => [field, after]))
    expect(read).toMatchObject({
      '月別[6月].会議回数': '2',
      [`活動件数[${kind}].合計`]: '12',
      '活動件数[担い手養成（講座・説明会）].4月': '1',
    })
    // One of its months could not be read: no total is made up.
    expect(read).not.toHaveProperty('活動件数[担い手養成（講座・説明会）].合計')

    // The survey asks for headings, the report has kinds: together they are told, where none of them is missing.
    const again = core.files.put('去年.xlsx', core.files.take(typed).bytes).token
    const given = { file: again, password: null, formId, subject }
    await ask('readBacks.keep', { ...given, submittedOn: day('2026-04-10'), addressee: '' })
    await ask('yearSummary.begin', { fiscalYear: 2026 })
    const { questions } = await ask('yearSummary.get', { fiscalYear: 2026 })
    const beforeOf = (figure: string) =>
      questions.flatMap(({ options }) => options).find((each) => each.figure === figure)?.before
    expect(beforeOf('activities.heading.network')).toEqual([
      { from: 'form', count: 12, fileName: '去年.xlsx' },
    ])
    expect(beforeOf('activities.heading.development')).toEqual([])
  })

  it('of a meeting’s form are none', async () => {
    const { ask, core, meetingId } = await open()
    const file = core.files.put('会議.xlsx', await workbook()).token
    const { id: formId } = await ask('forms.begin', { file, password: null, name: '会議' })
    const { mapping, fields } = await ask('mappings.open', { formId })
    const entry = { sheet: '実績', cell: 'B2', field: '出欠.委員出席' }
    await ask('mappings.save', {
      formId,
      mapping: { ...mapping, kind: 'meeting', entries: [entry], blocks: [] },
    })
    const byHand = core.files.put('会議.xlsx', await workbook({ B2: 9 })).token
    const subject = { kind: 'meeting', meetingId } as const
    const look = await ask('readBacks.look', { file: byHand, password: null, formId, subject })
    expect([look.figures.length, look.prior]).toEqual([1, []])
    expect(fields.some(({ path }) => path.startsWith('前年'))).toBe(false)
  })
})

function fail(): never {
  throw new Error('nothing was kept')
}
