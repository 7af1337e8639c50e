import { describe, expect, it } from 'vitest'
import { read as readXlsx } from 'xlsx'
import { setOpeningPassword } from '#core/reports/forms/opening-password.ts'
import { sheetPicture } from '#core/reports/forms/sheet-picture.ts'
import type { GivenTo } from '#shared/contract/contract.ts'
import type { FormMapping } from '#shared/contract/form-mapping.ts'
import type { FormSubject } from '#shared/contract/mapping-operations.ts'
import type { FormId } from '#shared/domain/ids.ts'
import { partText } from '../reports/forms/compare-packages.ts'
import { everyFeatureParts } from '../reports/forms/every-feature.ts'
import { smallWorkbook } from '../reports/forms/small-workbook.ts'
import { asWorkbook } from '../reports/forms/telling-form.ts'
import { openTestCore } from '../core-harness.ts'
import { fixture } from '../full-world.ts'
import { day, office, setUpMeeting } from '../small-council.ts'

const text = (cell: string, content: string): string =>
  `<c r="${cell}" t="inlineStr"><is><t>${content}</t></is></c>`

/** A form that nobody has seen: labels beside boxes, a sentence, a formula, a table of four rows. */
function ownForm(
  more: { readonly rowsAbove?: number; readonly sheet?: string; readonly word?: string } = {},
) {
  const { rowsAbove = 0, sheet = '報告', word = '地域づくり会議報告書' } = more
  const at = (row: number): string => String(row + rowsAbove)
  const row = (number: number, cells: string): string => `<row r="${at(number)}">${cells}</row>`
  const above = rowsAbove === 0 ? '' : `<row r="1">${text('A1', '新しい要綱による様式')}</row>`
  return smallWorkbook({
    sheets: {
      [sheet]: `<cols><col min="1" max="8" width="22" customWidth="1"/></cols><sheetData>${above}${row(1, text(`A${at(1)}`, word))}${row(3, `${text(`A${at(3)}`, '開催場所')}<c r="B${at(3)}"/>${text(`C${at(3)}`, '（市内）')}`)}${row(4, `${text(`A${at(4)}`, '会議名')}<c r="B${at(4)}"/>`)}${row(5, `${text(`A${at(5)}`, '合計')}<c r="B${at(5)}"><f>1+1</f><v>2</v></c>`)}${row(7, text(`A${at(7)}`, '氏名') + text(`B${at(7)}`, '役職'))}${[8, 9, 10, 11].map((each) => row(each, `<c r="A${at(each)}"/><c r="B${at(each)}"/>`)).join('')}${row(13, text(`A${at(13)}`, '以上'))}</sheetData>`,
    },
  })
}

async function open(bytes: Uint8Array = ownForm(), name = '知らない様式.xlsx') {
  const opened = await openTestCore()
  const { ask, core } = opened
  const meeting = await setUpMeeting(ask)
  const file = core.files.put(name, bytes)
  const chosen = { file: file.token, password: null }
  const subject = { kind: 'meeting', meetingId: meeting.meetingId } as const
  return { ...opened, ...meeting, chosen, subject }
}

const handIn = (formId: FormId, subject: FormSubject): GivenTo<'handIns.check'> => ({
  formId,
  subject,
  submittedOn: day('2026-09-30'),
  remedies: [],
  audience: 'office',
})

const entry = (cell: string, field: string, more: object = {}) => ({ sheet: '報告', cell, field, ...more })

describe('a form that nobody has seen', () => {
  it('is looked at, kept, mapped by its labels, filled and handed in', async () => {
    const { ask, chosen, subject, core } = await open()
    const look = await ask('forms.look', chosen)
    expect(look).toMatchObject({ how: 'unknown', name: '知らない様式', like: null, hasMacros: false })
    expect(look.sheets).toEqual([{ name: '報告', hidden: false }])
    const form = await ask('forms.begin', { ...chosen, name: '地域づくり会議報告書' })
    const desk = await ask('mappings.open', { formId: form.id })
    expect(desk.mapping).toMatchObject({ kind: 'meeting', entries: [], blocks: [] })
    const suggested = await ask('mappings.suggest', { formId: form.id })
    expect(suggested.entries.map(({ cell }) => cell).sort()).toEqual(['B3', 'B4'])
    expect(suggested.blocks).toMatchObject([{ each: '出席者', firstRow: 8, lastRow: 11 }])
    const mapping: FormMapping = { ...desk.mapping, ...suggested }
    const preview = await ask('mappings.preview', { formId: form.id, mapping, subject, sheet: '報告' })
    expect(preview.changed.find(({ row, column }) => row === 3 && column === 2)?.text).toBe('東部公民館')
    await ask('mappings.save', { formId: form.id, mapping })
    const { submission, file } = await ask('handIns.submit', {
      ...handIn(form.id, subject),
      password: '',
      addressee: '青羽市長',
    })
    expect(submission).toMatchObject({ about: '第1回', formVersion: 1, changes: null, hasPassword: false })
    const sheet = readXlsx(core.files.take(file.token).bytes).Sheets['報告'] ?? {}
    expect(sheet['B3']).toMatchObject({ v: '東部公民館' })
    const again = await ask('submissions.open', { submissionId: submission.id })
    expect(Buffer.compare(core.files.take(again.token).bytes, core.files.take(file.token).bytes)).toBe(0)
  })

  it('is known again, and not taken in twice unseen', async () => {
    const { ask, chosen } = await open()
    const form = await ask('forms.begin', { ...chosen, name: '報告書' })
    expect(await ask('forms.look', chosen)).toMatchObject({ like: { id: form.id }, isSame: true })
  })

  it('with {{…}} typed into it is mapped by them, and says which are misspelt', async () => {
    const typed = smallWorkbook({
      sheets: {
        報告: `<sheetData><row r="1">${text('A1', '会議の報告')}${text('B1', '{{会議.場所}}')}${text('C1', '{{会議.場処}}')}</row></sheetData>`,
      },
    })
    const { ask, chosen } = await open(typed)
    expect(await ask('forms.look', chosen)).toMatchObject({ how: 'placeholders' })
    const form = await ask('forms.begin', { ...chosen, name: '報告' })
    const desk = await ask('mappings.open', { formId: form.id })
    expect(desk.mapping.entries.some(({ cell }) => cell === 'B1')).toBe(true)
    expect(desk.placeholderTroubles).toEqual([
      { sheet: '報告', cell: 'C1', typed: '会議.場処', nearest: '会議.場所' },
    ])
  })

  it('is refused in plain words when it is none: rubbish, cut off, an .xls, one with a password', async () => {
    const { core, refused } = await open()
    const look = (bytes: Uint8Array, password: string | null = null) =>
      refused('forms.look', { file: core.files.put('様式.xlsx', bytes).token, password })
    expect(await look(new TextEncoder().encode('これはExcelではありません'))).toBe('not-a-workbook')
    expect(await look(ownForm().slice(0, 900))).toBe('workbook-truncated')
    const ole = new Uint8Array(2048)
    ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    expect(await look(ole)).toBe('old-workbook')
  })
})

describe('a form with fields typed into a text box', () => {
  it('needs no mapping for them; what is misspelt is told before it is handed in', async () => {
    const parts = everyFeatureParts()
    const drawing = 'xl/drawings/drawing1.xml'
    parts[drawing] = String(parts[drawing]).replace('受付印', '於 {{会議.場所}}{{会議.会議銘}}')
    const { ask, chosen, subject, core } = await open(asWorkbook(parts), '図形の様式.xlsx')
    expect(await ask('forms.look', chosen)).toMatchObject({ how: 'placeholders', placeholders: 2 })
    const form = await ask('forms.begin', { ...chosen, name: '図形の様式' })
    const desk = await ask('mappings.open', { formId: form.id })
    expect(desk.placeholderTroubles).toMatchObject([{ cell: '', nearest: '会議.会議名' }])
    const { mapping } = desk
    const preview = await ask('mappings.preview', { formId: form.id, mapping, subject, sheet: '様式' })
    expect(preview.drawn?.map((thing) => thing.text)).toContain('於 東部公民館')
    const { problems } = await ask('handIns.check', handIn(form.id, subject))
    expect(problems.filter(({ kind }) => kind === 'unknown-field')).toMatchObject([
      { field: '会議.会議銘', sheet: '様式' },
    ])
    const file = await ask('handIns.fill', { ...handIn(form.id, subject), password: '' })
    expect(partText(core.files.take(file.token).bytes, drawing)).toContain('<a:t>於 東部公民館</a:t>')
  })
})

describe('while a form is mapped', () => {
  it('what cannot be is told at its cell, and the rest is shown all the same', async () => {
    const { ask, chosen, subject } = await open()
    const form = await ask('forms.begin', { ...chosen, name: '報告書' })
    const { mapping } = await ask('mappings.open', { formId: form.id })
    const preview = (entries: FormMapping['entries']) =>
      ask('mappings.preview', {
        formId: form.id,
        mapping: { ...mapping, entries },
        subject,
        sheet: '報告',
      })
    const wrong = await preview([
      entry('B3', '会議.場所'),
      entry('B5', '会議.回'),
      entry('B4', '会議.会議銘'),
      { sheet: 'ないシート', cell: 'A1', field: '会議.回' },
    ])
    expect(wrong.troubles.map(({ kind, cell }) => [kind, cell])).toEqual(
      expect.arrayContaining([
        ['formula', 'B5'],
        ['sheet-missing', 'A1'],
        ['unknown-field', 'B4'],
      ]),
    )
    expect(wrong.changed.some(({ row, column }) => row === 3 && column === 2)).toBe(true)
    const over = await preview([entry('B5', '会議.回', { overwriteFormula: true })])
    expect(over.troubles).toEqual([])
    expect(over.changed).toMatchObject([{ row: 5, column: 2, text: '1' }])
  })

  it('a text that does not fit has three ways out, each of which makes it fit', async () => {
    const { ask, chosen, subject, core } = await open()
    const form = await ask('forms.begin', { ...chosen, name: '報告書' })
    const { mapping } = await ask('mappings.open', { formId: form.id })
    const withName = (more: object): FormMapping => ({
      ...mapping,
      entries: [entry('B3', '協議体.名称', more)],
    })
    const troubles = async (given: FormMapping) =>
      (await ask('mappings.preview', { formId: form.id, mapping: given, subject, sheet: '報告' })).troubles
    const [trouble] = await troubles(withName({}))
    expect(trouble).toMatchObject({ kind: 'too-long', cell: 'B3' })
    const { text: long, fontSize } = trouble?.waysOut ?? { text: '', fontSize: null }
    expect(long).toBe('青羽市第２層協議体（東部圏域）')
    expect(await troubles(withName({ instead: { [long]: '東部協議体' } }))).toEqual([])
    expect(fontSize).toBeLessThan(11)
    const smaller = withName({ look: { fontSize: fontSize ?? 11 } })
    expect(await troubles(smaller)).toEqual([])
    await ask('mappings.save', { formId: form.id, mapping: smaller })
    const file = await ask('handIns.fill', { ...handIn(form.id, subject), password: '' })
    const { bytes } = core.files.take(file.token)
    expect(readXlsx(bytes).Sheets['報告']?.['B3']).toMatchObject({ v: long })
    const { cells, styles } = sheetPicture(bytes, '報告')
    const sizeAt = (row: number, column: number) =>
      styles[cells.find((cell) => cell.row === row && cell.column === column)?.style ?? -1]?.fontSize
    expect([sizeAt(3, 2), sizeAt(3, 1)]).toEqual([fontSize, 11])
  })

  it('a version that was handed in by stays as it was', async () => {
    const { ask, chosen, subject } = await open()
    const form = await ask('forms.begin', { ...chosen, name: '報告書' })
    const { mapping } = await ask('mappings.open', { formId: form.id })
    const save = (field: string) =>
      ask('mappings.save', { formId: form.id, mapping: { ...mapping, entries: [entry('B3', field)] } })
    expect(await save('会議.場所')).toEqual({ version: 1 })
    expect(await save('会議.会議名')).toEqual({ version: 1 })
    const wanted = handIn(form.id, subject)
    await ask('handIns.submit', { ...wanted, password: '', addressee: '市長' })
    expect(await save('会議.場所')).toEqual({ version: 2 })
    expect(await save('会議.場所')).toEqual({ version: 2 })
    const { versions, version } = await ask('mappings.open', { formId: form.id })
    expect([version, versions.map((each) => each.version)]).toEqual([2, [1]])
    const second = await ask('handIns.submit', { ...wanted, password: '', addressee: '市長' })
    expect(second.submission).toMatchObject({ formVersion: 2 })
    expect(second.submission.changes).not.toEqual([])
  })
})

describe('a new edition of a form', () => {
  async function mapped() {
    const opened = await open()
    const { ask, chosen } = opened
    const form = await ask('forms.begin', { ...chosen, name: '報告書' })
    const { mapping } = await ask('mappings.open', { formId: form.id })
    const { entries, blocks } = await ask('mappings.suggest', { formId: form.id })
    await ask('mappings.save', { formId: form.id, mapping: { ...mapping, entries, blocks } })
    return { ...opened, formId: form.id }
  }

  it('takes over the mapping by labels, and tells what moved', async () => {
    const { ask, core, formId } = await mapped()
    const file = core.files.put('新様式.xlsx', ownForm({ rowsAbove: 2 })).token
    const compared = await ask('forms.compareEdition', { formId, file, password: null })
    expect(compared.places.find(({ from }) => from.cell === 'B3')).toMatchObject({
      to: { sheet: '報告', cell: 'B5' },
      how: 'moved',
    })
    expect((await ask('mappings.open', { formId })).version).toBe(1)
    await ask('forms.takeEdition', { formId, file, password: null })
    const { mapping, version, form } = await ask('mappings.open', { formId })
    expect([version, form.fileName]).toEqual([2, '新様式.xlsx'])
    expect(mapping.entries.map(({ cell }) => cell).sort()).toEqual(['B5', 'B6'])
    expect(mapping.blocks).toMatchObject([{ firstRow: 10, lastRow: 13 }])
  })

  it('that has a password is asked for it, compared, and kept without it', async () => {
    const { ask, core, formId, refused } = await mapped()
    const locked = setOpeningPassword(ownForm({ rowsAbove: 2 }), '青羽2026')
    const file = core.files.put('新様式.xlsx', locked).token
    const given = (password: string | null) => ({ formId, file, password })
    expect(await refused('forms.compareEdition', given(null))).toBe('workbook-encrypted')
    expect(await refused('forms.takeEdition', given('青羽2025'))).toBe('workbook-password')
    expect((await ask('mappings.open', { formId })).version).toBe(1)
    const compared = await ask('forms.compareEdition', given('青羽2026'))
    expect(compared.places.find(({ from }) => from.cell === 'B3')?.to?.cell).toBe('B5')
    await ask('forms.takeEdition', given('青羽2026'))
    const bundle = await ask('forms.export', { formId })
    // Whoever gets it next needs no password.
    expect(await ask('forms.look', { file: bundle.token, password: null })).toMatchObject({ how: 'bundle' })
    expect((await ask('mappings.open', { formId })).version).toBe(2)
  })

  it('tells of a sheet that is gone, and follows one that was renamed', async () => {
    const { ask, core, formId } = await mapped()
    const renamed = core.files.put('新様式.xlsx', ownForm({ sheet: '報告（改）' })).token
    const compared = await ask('forms.compareEdition', { formId, file: renamed, password: null })
    expect(compared.sheetsRenamed).toEqual([{ from: '報告', to: '報告（改）' }])
    const other = smallWorkbook({
      sheets: { 鑑: `<sheetData><row r="1">${text('A1', 'まったく別の紙')}</row></sheetData>` },
    })
    const gone = await ask('forms.compareEdition', {
      formId,
      file: core.files.put('別.xlsx', other).token,
      password: null,
    })
    expect(gone.sheetsGone).toEqual(['報告'])
    expect(gone.places.every(({ how, to }) => how === 'lost' && to === null)).toBe(true)
  })
})

describe('a form for the next office', () => {
  it('goes out and comes in as one file, workbook and mapping', async () => {
    const { ask, core, chosen, subject } = await open()
    const form = await ask('forms.begin', { ...chosen, name: '報告書' })
    const { mapping } = await ask('mappings.open', { formId: form.id })
    const own = { ...mapping, entries: [entry('B3', '会議.場所')], fileName: '{会議.開催日|和暦短}_報告' }
    await ask('mappings.save', { formId: form.id, mapping: own })
    const offered = await ask('forms.export', { formId: form.id })
    expect(offered.name).toBe('報告書.tsudoiform')
    const next = await openTestCore()
    await setUpMeeting(next.ask)
    const file = next.core.files.put(offered.name, core.files.take(offered.token).bytes).token
    expect(await next.ask('forms.look', { file, password: null })).toMatchObject({
      how: 'bundle',
      name: '報告書',
    })
    const taken = await next.ask('forms.begin', { file, password: null, name: '報告書' })
    expect((await next.ask('mappings.open', { formId: taken.id })).mapping).toEqual(own)
    expect(taken.fileName).toBe('知らない様式.xlsx')
    const filled = await ask('handIns.fill', { ...handIn(form.id, subject), password: '' })
    expect(filled.name).toBe('R8.9.17_報告.xlsx')
  })
})

describe('handing in', () => {
  it('tells what the file gives away, and takes it out by one word', async () => {
    const { ask, core, subject } = await open()
    const file = core.files.put('開催報告書.xlsx', fixture('kaisai-houkokusho.xlsx')).token
    const form = await ask('forms.begin', { file, password: null, name: '開催報告書' })
    const wanted = { formId: form.id, subject, submittedOn: day('2026-09-30'), audience: 'office' } as const
    const before = await ask('handIns.check', { ...wanted, remedies: [] })
    const path = before.problems.find(({ field }) => field === '保存した場所')
    expect(path?.remedy?.does).toBe('場所を消す')
    const remedies = [path?.remedy?.key ?? '']
    const after = await ask('handIns.check', { ...wanted, remedies })
    expect(after.problems.some(({ field }) => field === '保存した場所')).toBe(false)
    expect(after.remedied).toMatchObject([{ field: '保存した場所' }])
    expect(after.values.find(({ field }) => field === '事務局.名称')?.text).toBe(office.officeName)
  })

  it('closes the file with a password, and opens a form that has one', async () => {
    const { ask, core, chosen, subject, refused } = await open()
    const form = await ask('forms.begin', { ...chosen, name: '報告書' })
    const wanted = handIn(form.id, subject)
    const { file, submission } = await ask('handIns.submit', {
      ...wanted,
      password: 'あおば2026',
      addressee: '青羽市長',
    })
    expect(submission.hasPassword).toBe(true)
    const closed = core.files.put('届いた.xlsx', core.files.take(file.token).bytes).token
    expect(await refused('forms.look', { file: closed, password: null })).toBe('workbook-encrypted')
    expect(await refused('forms.look', { file: closed, password: 'ちがう' })).toBe('workbook-password')
    expect(await ask('forms.look', { file: closed, password: 'あおば2026' })).toMatchObject({
      how: 'unknown',
    })
  })

  it('fills many meetings at once, and a month and a 年度', async () => {
    const { ask, core, chosen, subject, councilId } = await open()
    const form = await ask('forms.begin', { ...chosen, name: '報告書' })
    const { mapping } = await ask('mappings.open', { formId: form.id })
    await ask('mappings.save', {
      formId: form.id,
      mapping: { ...mapping, entries: [entry('B3', '会議.場所')] },
    })
    const both = {
      formId: form.id,
      subjects: [subject, subject],
      submittedOn: day('2026-09-30'),
      remedies: [],
      audience: 'office' as const,
    }
    const before = await ask('handIns.checkMany', both)
    expect(before.map(({ fileName }) => fileName)).toEqual([
      expect.stringMatching(/報告書\.xlsx$/),
      expect.stringMatching(/報告書\(2\)\.xlsx$/),
    ])
    const many = await ask('handIns.fillMany', { ...both, password: '' })
    expect(many.name).toBe('報告書_2件.zip')
    expect(core.files.take(many.token).bytes.length).toBeGreaterThan(500)
    await ask('mappings.save', {
      formId: form.id,
      mapping: { ...mapping, kind: 'month', entries: [entry('B3', '期間.会議の回数')] },
    })
    const month = { kind: 'month', councilId, month: '2026-09' } as const
    const wanted = handIn(form.id, month)
    const { submission } = await ask('handIns.submit', { ...wanted, password: '', addressee: '市長' })
    expect(submission).toMatchObject({ about: '令和8年9月分', meetingId: null, councilId })
    expect(await ask('handIns.list', { formId: form.id })).toHaveLength(1)
    expect(await ask('submissions.list', { meetingId: null })).toHaveLength(1)
  })
})
