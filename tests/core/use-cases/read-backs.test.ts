import { describe, expect, it } from 'vitest'
import { fillForm } from '#core/reports/forms/fill-form.ts'
import { setOpeningPassword } from '#core/reports/forms/opening-password.ts'
import type { FormMapping } from '#shared/contract/form-mapping.ts'
import { openTestCore } from '../core-harness.ts'
import { smallWorkbook } from '../reports/forms/small-workbook.ts'
import { day, setUpMeeting } from '../small-council.ts'

const text = (cell: string, content: string): string =>
  `<c r="${cell}" t="inlineStr"><is><t xml:space="preserve">${content}</t></is></c>`

/** The form as the city gives it out. */
const blank = smallWorkbook({
  sheets: {
    報告: `<sheetData><row r="1">${text('A1', '会議の報告書')}</row><row r="2">${text('A2', '場所')}<c r="B2"/></row><row r="3">${text('A3', '出席者数')}<c r="B3"/></row><row r="4">${text('A4', '令和　　年　　月　　日')}</row><row r="5">${text('A5', '定数')}<c r="B5"/></row><row r="7">${text('A7', '氏名')}${text('B7', '役職')}</row><row r="8"><c r="A8"/><c r="B8"/></row><row r="9"><c r="A9"/><c r="B9"/></row></sheetData>`,
  },
})

const entries: FormMapping['entries'] = [
  { sheet: '報告', cell: 'B2', field: '会議.場所' },
  { sheet: '報告', cell: 'B3', field: '出欠.委員出席' },
  {
    sheet: '報告',
    cell: 'A4',
    blanks: ['{会議.開催日|和暦.年}', '{会議.開催日|和暦.月}', '{会議.開催日|和暦.日}'],
  },
  { sheet: '報告', cell: 'B5', field: '出欠.委員定数' },
]
const blocks: FormMapping['blocks'] = [
  {
    sheet: '報告',
    firstRow: 8,
    lastRow: 9,
    each: '出席者',
    columns: { A: { field: '氏名' }, B: { field: '役職' } },
    whenTooMany: 'stop',
  },
]

/** As somebody filled it in by hand: full-width digits, a unit, and a number that is none. */
const byHand = fillForm(blank, {
  cells: Object.entries({ B2: '東部公民館', B3: '１２人', B5: '約３０', A8: '髙橋　敏夫', B8: '会長' }).map(
    ([cell, words]) => ({ sheet: '報告', cell, value: { kind: 'typed', text: words } as const }),
  ),
  rows: [],
}).bytes
const filled = fillForm(byHand, {
  cells: [{ sheet: '報告', cell: 'A4', value: { kind: 'fill-blanks', parts: ['８', '９', '17'] } }],
  rows: [],
}).bytes

async function open() {
  const opened = await openTestCore()
  const { ask, core } = opened
  const { meetingId } = await setUpMeeting(ask)
  const file = core.files.put('様式.xlsx', blank).token
  const form = await ask('forms.begin', { file, password: null, name: '報告書' })
  const { mapping } = await ask('mappings.open', { formId: form.id })
  await ask('mappings.save', { formId: form.id, mapping: { ...mapping, entries, blocks } })
  return { ...opened, formId: form.id, subject: { kind: 'meeting', meetingId } as const }
}

describe('a form that was filled by hand', () => {
  it('is read beside the records, and what cannot be read is told with its cell', async () => {
    const { ask, core, formId, subject } = await open()
    const file = core.files.put('去年.xlsx', filled).token
    const read = await ask('readBacks.look', { file, password: null, formId, subject })
    expect(read).toMatchObject({
      fileName: '去年.xlsx',
      moved: [],
      unread: [{ field: '出欠.委員定数', cell: 'B5', text: '約３０', why: '数として読めません。' }],
    })
    expect(read.figures.map(({ field, cell, text: words }) => [field, cell, words])).toEqual([
      ['会議.場所', 'B2', '東部公民館'],
      ['出欠.委員出席', 'B3', '12'],
      ['会議.開催日', 'A4', '令和8年9月17日'],
      ['出席者[1].氏名', 'A8', '髙橋　敏夫'],
      ['出席者[1].役職', 'B8', '会長'],
    ])
    const isSame = Object.fromEntries(read.figures.map((figure) => [figure.field, figure.isSame]))
    expect(isSame).toMatchObject({ '会議.場所': true, '会議.開催日': true, '出欠.委員出席': false })
    expect(await ask('handIns.list', { formId })).toEqual([])
  })

  it('is kept as handed in, the very file, and the next one tells what changed', async () => {
    const { ask, core, formId, subject } = await open()
    const file = core.files.put('去年.xlsx', filled).token
    const kept = await ask('readBacks.keep', {
      file,
      password: null,
      formId,
      subject,
      submittedOn: day('2026-09-20'),
      addressee: '青羽市長',
    })
    expect(kept).toMatchObject({ about: '第1回', submittedOn: '2026-09-20', addressee: '青羽市長' })
    const again = await ask('submissions.open', { submissionId: kept.id })
    expect(Buffer.compare(core.files.take(again.token).bytes, filled)).toBe(0)
    const check = await ask('handIns.check', {
      formId,
      subject,
      submittedOn: day('2026-09-30'),
      remedies: [],
      audience: 'office',
    })
    const place = check.changes?.find(({ field }) => field === '会議.場所')
    const attended = check.changes?.find(({ field }) => field === '出欠.委員出席')
    expect([place, attended?.before]).toEqual([undefined, '12'])
  })

  it('with a password is asked for it, and kept with it', async () => {
    const { ask, core, formId, subject, refused } = await open()
    const locked = setOpeningPassword(filled, '青羽2025')
    const file = core.files.put('去年.xlsx', locked).token
    expect(await refused('readBacks.look', { file, password: null, formId, subject })).toBe(
      'workbook-encrypted',
    )
    const given = { file, password: '青羽2025', formId, subject }
    expect((await ask('readBacks.look', given)).figures).toHaveLength(5)
    const kept = await ask('readBacks.keep', { ...given, submittedOn: day('2026-09-20'), addressee: '' })
    expect(kept.hasPassword).toBe(true)
    const again = await ask('submissions.open', { submissionId: kept.id })
    expect(Buffer.compare(core.files.take(again.token).bytes, locked)).toBe(0)
  })
})
