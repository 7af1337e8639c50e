import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FormId, MeetingId } from '#shared/domain/ids.ts'
import { openTestCore, resources } from '../core-harness.ts'
import { fixture } from '../full-world.ts'
import { day, line, office, planned, setUpMeeting } from '../small-council.ts'

async function openForm() {
  const opened = await openTestCore()
  const { ask, core } = opened
  const meeting = await setUpMeeting(ask)
  const file = core.files.put('開催報告書.xlsx', fixture('kaisai-houkokusho.xlsx'))
  const form = await ask('forms.add', { file: file.token, mapping: null })
  const submit = async (submittedOn = '2026-09-30') =>
    ask('forms.submit', {
      formId: form.id,
      meetingId: meeting.meetingId,
      submittedOn: day(submittedOn),
      addressee: '青羽市長',
    })
  return { ...opened, ...meeting, form, submit }
}

const request = (formId: FormId, meetingId: MeetingId) => ({
  formId,
  meetingId,
  submittedOn: day('2026-09-30'),
})

describe('a city’s form', () => {
  it('is recognised by what stands in it, kept byte for byte, and taken away softly', async () => {
    const { ask, form, refused, submit } = await openForm()
    expect(form).toEqual({
      id: form.id,
      name: '青羽市 協議体開催報告書（様式第3号）',
      fileName: '開催報告書.xlsx',
      addedOn: '2026-09-17',
    })
    expect(await ask('forms.list', {})).toEqual([form])
    await submit()
    await ask('forms.remove', { formId: form.id })
    expect(await ask('forms.list', {})).toEqual([])
    expect(await refused('forms.remove', { formId: form.id })).toBe('not-found')
    // What was handed in by it stays.
    expect(await ask('submissions.list', { meetingId: null })).toHaveLength(1)
  })

  it('that is not known is refused, unless its mapping is given', async () => {
    const { core, ask, refused } = await openTestCore()
    await setUpMeeting(ask)
    const roster = core.files.put('名簿.xlsx', fixture('meibo-messy.xlsx'))
    expect(await refused('forms.add', { file: roster.token, mapping: null })).toBe('form-unknown')
    const form = core.files.put('様式.xlsx', fixture('kaisai-houkokusho.xlsx'))
    const text = core.files.put('対応.json', new TextEncoder().encode('{"version": 1}'))
    expect(await refused('forms.add', { file: form.token, mapping: text.token })).toBe('mapping-invalid')
    const mapping = core.files.put(
      '対応.json',
      new Uint8Array(readFileSync(join(resources, 'forms', 'aoba-kaisai-houkokusho.mapping.json'))),
    )
    expect(await ask('forms.add', { file: form.token, mapping: mapping.token })).toMatchObject({
      fileName: '様式.xlsx',
    })
    const rubbish = core.files.put('様式.xlsx', new TextEncoder().encode('これはExcelではありません'))
    expect(await refused('forms.add', { file: rubbish.token, mapping: null })).toBe('not-a-workbook')
    expect(await refused('forms.add', { file: 'f'.repeat(32), mapping: null })).toBe('file-missing')
    expect(await ask('forms.list', {})).toHaveLength(1)
  })

  it('is checked before it is handed in: what will be written, and what is missing', async () => {
    const { ask, form, meetingId } = await openForm()
    const { values, problems } = await ask('forms.check', request(form.id, meetingId))
    const textOf = (field: string) => values.find((value) => value.field.startsWith(field))?.text
    expect(textOf('事務局.名称')).toBe(office.officeName)
    expect(values.length).toBeGreaterThan(20)
    expect(problems.length).toBeGreaterThan(0)
    for (const problem of problems) expect(problem.message).toMatch(/[ぁ-ん].*。$/)
    expect(problems.filter(({ kind }) => kind === 'gives-away').map(({ field }) => field)).toEqual([
      '保存した場所',
      '作成者',
      'プリンターの名前',
      '見えない名前',
      '見えないシート',
    ])
    expect(await ask('submissions.list', { meetingId: null })).toEqual([])
  })

  it('is filled without being kept as handed in', async () => {
    const { ask, core, form, meetingId, refused } = await openForm()
    const file = await ask('forms.fill', request(form.id, meetingId))
    expect(file.name).toMatch(/\.xlsx$/)
    expect(file.size).toBe(core.files.take(file.token).bytes.length)
    expect(await ask('submissions.list', { meetingId })).toEqual([])
    expect(await refused('forms.fill', { ...request(form.id, meetingId), formId: '0'.repeat(26) })).toBe(
      'not-found',
    )
    expect(await refused('forms.check', { ...request(form.id, meetingId), meetingId: '0'.repeat(26) })).toBe(
      'not-found',
    )
  })
})

describe('a submission', () => {
  it('is the very file handed in, the same byte for byte whenever it is opened', async () => {
    const { ask, core, close, folder, meetingId, submit } = await openForm()
    const { submission, file } = await submit()
    const handedIn = core.files.take(file.token).bytes
    expect(submission).toMatchObject({
      meetingId,
      meetingNumber: 1,
      submittedOn: '2026-09-30',
      addressee: '青羽市長',
      fingerprint: createHash('sha256').update(handedIn).digest('hex'),
      changes: null,
    })
    expect((await ask('meetings.get', { meetingId })).submissions).toEqual([
      { id: submission.id, formName: submission.formName, submittedOn: '2026-09-30' },
    ])
    await ask('secretariat.save', { ...office, officeName: '別の名前' })
    await close()
    const again = await openTestCore(folder)
    const reopened = await again.ask('submissions.open', { submissionId: submission.id })
    expect(again.core.files.take(reopened.token)).toEqual({ name: file.name, bytes: handedIn })
    expect(await again.refused('submissions.open', { submissionId: '0'.repeat(26) })).toBe('not-found')
  })

  it('tells what it changed against the one before it for this meeting', async () => {
    const { ask, councilId, form, submit } = await openForm()
    await submit()
    const other = await ask('meetings.plan', planned(councilId, { heldOn: day('2026-11-19') }))
    await ask('forms.submit', { ...request(form.id, other.meetingId), addressee: '市長' })
    expect((await submit()).submission.changes).toEqual([])
    await ask('secretariat.save', { ...office, officeName: '青羽社協' })
    const { submission } = await submit('2026-10-05')
    const changes = new Map(
      submission.changes?.map((change) => [change.field, [change.before, change.after]]),
    )
    expect(changes.get('事務局.名称')).toEqual([office.officeName, '青羽社協'])
    expect([...changes.keys()].filter((field) => !field.startsWith('提出.提出日'))).toEqual(['事務局.名称'])
    const all = await ask('submissions.list', { meetingId: null })
    expect(all.map((each) => each.changes === null)).toEqual([false, false, true, true])
  })

  it('of a confirmed meeting is filled from the version that was confirmed', async () => {
    const { ask, form, meetingId, items, people } = await openForm()
    const [chair] = people
    if (chair === undefined) throw new Error('no chair')
    for (const agendaItemId of items.slice(4, 6))
      await ask('meetings.setItemOutcome', { agendaItemId, outcome: 'done' })
    const [, , , , shopping] = items
    if (shopping === undefined) throw new Error('no item')
    await ask('minutes.addStatement', { meetingId, statement: line(shopping, '意見'), after: null })
    await ask('minutes.confirm', { meetingId, confirmedBy: '戸田' })
    const check = async () => (await ask('forms.check', request(form.id, meetingId))).values
    const before = await check()
    await ask('councils.saveRules', {
      councilId: (await ask('meetings.get', { meetingId })).councilId,
      rules: {
        numbering: 'through',
        quorum: 'half',
        countsProxy: false,
        countsOnline: false,
        countsWritten: false,
        signers: 0,
        seatLimit: null,
      },
    })
    expect(await check()).toEqual(before)
  })
})
