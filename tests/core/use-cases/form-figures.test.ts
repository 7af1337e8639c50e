import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { FormMapping } from '#shared/contract/form-mapping.ts'
import type { FormSubject } from '#shared/contract/mapping-operations.ts'
import type { CoordinatorId, FormId } from '#shared/domain/ids.ts'
import { openTestCore } from '../core-harness.ts'
import { fixture, smallWorkbook } from '../reports/forms/small-workbook.ts'
import { day } from '../small-council.ts'

const paths: readonly string[] = [
  '活動件数[第２層協議体の開催・参加].当月',
  '活動区分[資源開発].累計',
  '活動月別[8月].活動件数',
  '活動.担当者',
  '支払.差引支給額合計',
  '収支.支出決算額',
  '実績.会議の回数',
  '年度の数[協議体の開催回数].数',
  '年度計.会議回数',
]

const mapping = (kind: FormMapping['kind'], form: readonly string[]): FormMapping => ({
  version: 1,
  name: '数',
  kind,
  recognise: [{ sheet: '表', cell: 'A1', contains: '数の報告' }],
  entries: form.map((field, at) => ({ sheet: '表', cell: `B${String(at + 1)}`, field, optional: true })),
  blocks: [],
})

const words = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>数の報告</t></is></c></row></sheetData>'

async function practiceForm(kind: FormMapping['kind']) {
  const opened = await openTestCore()
  const { ask, core } = opened
  await ask('system.startPractice', {})
  const [, held] = await ask('meetings.list', { councilId: null, fiscalYear: null })
  if (held === undefined) throw new Error('practice has a meeting that was held')
  const file = core.files.put('数.xlsx', smallWorkbook({ sheets: { 表: words } }))
  const { id } = await ask('forms.begin', { file: file.token, password: null, name: '数' })
  await ask('mappings.save', { formId: id, mapping: mapping(kind, paths) })
  return { ...opened, formId: id, held }
}

describe('figures of the coordinator, of money and of the year in a form', () => {
  it('are those of the month, up to the month, and of the one whose diary is asked for', async () => {
    const { ask, refused, formId, held } = await practiceForm('month')
    const shown = async (subject: FormSubject) => valuesOf(await check(subject))
    const check = (subject: FormSubject) => ask('handIns.check', handIn(formId, subject))
    const month = { kind: 'month', councilId: held.councilId, month: '2026-08' } as const
    const august = await shown(month)
    expect(august).toMatchObject({
      '活動件数[第２層協議体の開催・参加].当月': '1',
      '活動区分[資源開発].累計': '4',
      '活動月別[8月].活動件数': '6',
      '年度の数[協議体の開催回数].数': august['実績.会議の回数'],
    })
    expect(august).not.toHaveProperty('活動.担当者')
    // Of a month that is over nothing later is told, whenever the form is made.
    expect((await shown({ ...month, month: '2026-07' }))['活動区分[資源開発].累計']).toBe('0')
    const [own] = await ask('coordinators.list', {})
    if (own === undefined) throw new Error('practice has a coordinator')
    const { id: _id, name: _name, selectionId: _selection, ...same } = own
    const [, somebody] = await ask('payees.list', { councilId: held.councilId })
    const { coordinatorId } = await ask('coordinators.add', {
      coordinator: { ...same, personId: somebody?.personId ?? same.personId },
    })
    expect(await shown({ ...month, coordinatorId: own.id })).toMatchObject({
      '活動.担当者': own.name,
      '活動月別[8月].活動件数': '6',
    })
    expect((await shown({ ...month, coordinatorId }))['活動月別[8月].活動件数']).toBe('0')

    // Each coordinator's month is a paper of its own: the one does not replace the other.
    const submit = (subject: FormSubject) =>
      ask('handIns.submit', { ...handIn(formId, subject), password: '', addressee: '青羽市長' })
    await submit({ ...month, coordinatorId: own.id })
    const second = await submit({ ...month, coordinatorId })
    expect(second.submission.changes).toBeNull()
    expect(second.submission.about).toBe(`令和8年8月分（${somebody?.name ?? ''}）`)
    expect((await submit({ ...month, coordinatorId: own.id })).submission.changes).toEqual([])
    // Nobody's diary is no empty diary.
    const nobody = { ...month, coordinatorId: '00000000000000000000000000' as CoordinatorId }
    const given = { ...handIn(formId, nobody), password: '', addressee: '青羽市長' }
    expect(await refused('handIns.submit', given)).toBe('not-found')
  }, 60_000)

  it('are the whole year’s in a form of the 年度, with what was paid and spent', async () => {
    const { ask, formId, held } = await practiceForm('year')
    const subject = { kind: 'year', councilId: held.councilId, fiscalYear: 2026 } as const
    const values = valuesOf(await ask('handIns.check', handIn(formId, subject)))
    const budget = await ask('budget.get', { fiscalYear: 2026 })
    expect(values['収支.支出決算額']).toBe(String(budget.totals.expense.actual))
    expect(values['支払.差引支給額合計']).toBe('62186')
    expect(values['年度計.会議回数']).not.toBe('0')
    expect(values).not.toHaveProperty('活動件数[第２層協議体の開催・参加].当月')
    const desk = await ask('mappings.open', { formId })
    const offered = desk.fields.map(({ path }) => path)
    expect(offered).toContain('活動区分[資源開発].合計')
    expect(new Set(offered).size).toBe(offered.length)
  }, 60_000)
})

describe('a photo of the meeting', () => {
  it('is put into its place, the pictures kept with the meeting in their order', async () => {
    const { ask, core, formId, held } = await practiceForm('meeting')
    const [own] = await ask('meetings.list', { councilId: null, fiscalYear: null })
    const png = unzipSync(fixture('kaisai-houkokusho.xlsx'))['xl/media/image1.png'] ?? new Uint8Array()
    const meetingId = own?.id ?? held.id
    for (const name of ['次第.txt', 'ようす.png']) {
      const bytes = name.endsWith('.png') ? png : new TextEncoder().encode('次第')
      const { token } = core.files.put(name, bytes)
      await ask('attachments.add', { meetingId, agendaItemId: null, file: token })
    }
    const place = { sheet: '表', cell: 'B3', picture: { field: '会議.写真', to: 'D9' }, optional: true }
    const mapped = { ...mapping('meeting', []), entries: [place] }
    await ask('mappings.save', { formId, mapping: mapped })
    const subject = { kind: 'meeting', meetingId } as const
    const preview = await ask('mappings.preview', { formId, mapping: mapped, subject, sheet: '表' })
    expect(preview.troubles).toEqual([])
    expect(preview.drawn).toMatchObject([{ kind: 'picture', picture: { mediaType: 'image/png' } }])
    const file = await ask('handIns.fill', { ...handIn(formId, subject), password: '' })
    const parts = unzipSync(core.files.take(file.token).bytes)
    const media = Object.entries(parts).filter(([name]) => name.startsWith('xl/media/'))
    expect(media.map(([, bytes]) => bytes.length)).toEqual([png.length])
  }, 60_000)
})

const handIn = (formId: FormId, subject: FormSubject) => ({
  formId,
  subject,
  submittedOn: day('2026-09-20'),
  remedies: [],
  audience: 'office' as const,
})

const valuesOf = (check: {
  readonly values: readonly { readonly field: string; readonly text: string }[]
}): Readonly<Record<string, string>> =>
  Object.fromEntries(check.values.map(({ field, text }) => [field, text]))
