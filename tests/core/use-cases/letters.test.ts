import { describe, expect, it } from 'vitest'
import type { GivenTo } from '#shared/contract/contract.ts'
import { letterKinds } from '#shared/contract/letter-operations.ts'
import { openTestCore, type TestCore } from '../core-harness.ts'
import { day, setUpCouncil, setUpMeeting } from '../small-council.ts'

type Make = GivenTo<'letters.make'>

async function withMeeting() {
  const core = await openTestCore()
  const { councilId, meetingId } = await setUpMeeting(core.ask)
  return { ...core, councilId, meetingId }
}

const usual = {
  issuedOn: day('2026-09-01'),
  replyBy: day('2026-09-10'),
  documentNumber: '青社協第12号',
  format: 'pdf',
  draft: null,
} as const

/** The test's printer gives the page itself: what stands on paper can be read. */
async function pageOf(
  core: TestCore,
  input: Make,
): Promise<{ readonly html: string; readonly letters: number }> {
  const made = await core.ask('letters.make', input)
  return { html: new TextDecoder().decode(core.core.files.take(made.token).bytes), letters: made.letters }
}

describe('letters', () => {
  it('go one to each of the roll but the secretariat, with 様 and a reply slip', async () => {
    const core = await withMeeting()
    const { html, letters } = await pageOf(core, {
      ...usual,
      kind: 'invitation',
      councilId: core.councilId,
      meetingId: core.meetingId,
    })
    expect(letters).toBe(5)
    expect(html).toContain('代表　髙橋　一郎　様')
    expect(html).not.toContain('中井　恵　様')
    expect(html.match(/出欠の返事/g)).toHaveLength(5)
    expect(html).toContain('青社協第12号')
    expect(html).toContain('令和８年９月10日（木）までに')
  })

  it('ask each group once for a member, with 御中', async () => {
    const core = await openTestCore()
    const { councilId } = await setUpCouncil(core.ask)
    const { html, letters } = await pageOf(core, {
      ...usual,
      kind: 'recommendation-request',
      councilId,
      meetingId: null,
    })
    expect(letters).toBe(4)
    expect(html).toContain('団体1　御中')
    expect(html).not.toContain('髙橋　一郎')
  })

  it.each(letterKinds)('%s is a Word document too', async (kind) => {
    const core = await withMeeting()
    const made = await core.ask('letters.make', {
      ...usual,
      kind,
      councilId: core.councilId,
      meetingId: core.meetingId,
      format: 'docx',
    })
    expect(made.name).toMatch(/\.docx$/)
    expect(made.size).toBeGreaterThan(2000)
  })

  it('keep the office’s own wording, and give the shipped one back', async () => {
    const core = await withMeeting()
    const kind = 'invitation'
    await core.ask('letters.save', { kind, subject: '{会議.会議名}のお知らせ', body: '場所：{会議.場所}' })
    const of = async () => (await core.ask('letters.list', {})).find((each) => each.kind === kind)
    expect(await of()).toMatchObject({ subject: '{会議.会議名}のお知らせ', changed: true })
    await core.ask('letters.save', { kind, subject: 'もう一度', body: '本文' })
    expect(await of()).toMatchObject({ subject: 'もう一度' })
    await core.ask('letters.reset', { kind })
    expect(await of()).toMatchObject({ changed: false })
  })

  it('name an unknown field with the nearest, show it in a draft, and are not made with it', async () => {
    const core = await withMeeting()
    const wording = { subject: '通知', body: '場所は{会議.ばしょ}、{会議.場所}です' }
    const unknown = await core.ask('letters.check', wording)
    expect(unknown.map(({ field }) => field)).toEqual(['会議.ばしょ'])
    expect(unknown[0]?.nearest).not.toBe('')
    const [misspelt] = await core.ask('letters.check', { subject: '', body: '{会議.開催曰}' })
    expect(misspelt?.nearest).toBe('会議.開催日')
    const given = {
      ...usual,
      kind: 'invitation',
      councilId: core.councilId,
      meetingId: core.meetingId,
    } as const
    const draft = await pageOf(core, { ...given, draft: wording })
    expect(draft.letters).toBe(1)
    expect(draft.html).toContain('【「会議.ばしょ」という項目はありません】')
    await core.ask('letters.save', { kind: 'invitation', ...wording })
    expect(await core.refused('letters.make', given)).toBe('letter-field-unknown')
  })

  it('leave out a line whose fields are all empty, and never read a field inside a value', async () => {
    const core = await withMeeting()
    const meeting = await core.ask('meetings.get', { meetingId: core.meetingId })
    const { heldOn, startsAt, method, audience, nextOn, nextStartsAt, nextPlace, note } = meeting
    await core.ask('meetings.save', {
      meetingId: core.meetingId,
      meeting: {
        heldOn,
        startsAt,
        endsAt: null,
        place: '{宛先.氏名}<b>',
        method,
        audience,
        nextOn,
        nextStartsAt,
        nextPlace,
        note,
      },
    })
    const draft = { subject: '件名', body: '場所：{会議.場所}\n終わり：{会議.終了}' }
    const { html } = await pageOf(core, {
      ...usual,
      kind: 'invitation',
      councilId: core.councilId,
      meetingId: core.meetingId,
      draft,
    })
    expect(html).toContain('{宛先.氏名}&lt;b&gt;')
    expect(html).not.toContain('終わり')
  })

  it('need somebody to go to, and a notice its meeting', async () => {
    const core = await withMeeting()
    const { councilId } = await core.ask('councils.add', {
      name: '新しい協議体',
      layer: 1,
      areaName: '全市',
      stage: 'exchange',
      stageSince: null,
      basis: '',
      origin: '',
    })
    expect(
      await core.refused('letters.make', { ...usual, kind: 'appointment', councilId, meetingId: null }),
    ).toBe('no-members')
    expect(
      await core.refused('letters.make', {
        ...usual,
        kind: 'invitation',
        councilId: core.councilId,
        meetingId: null,
      }),
    ).toBe('not-found')
  })
})

describe('文書番号', () => {
  it('counts by 年度 in the office’s own form, and gives none twice', async () => {
    const { ask, refused } = await openTestCore()
    const subject = '開催通知'
    await ask('letters.saveNumberFormat', { format: '{年度}青社協第{番号}号' })
    const taken = [
      await ask('letters.takeNumber', { subject, issuedOn: day('2026-09-01') }),
      await ask('letters.takeNumber', { subject, issuedOn: day('2027-03-31') }),
      await ask('letters.takeNumber', { subject, issuedOn: day('2027-04-01') }),
    ]
    expect(taken.map((each) => each.text)).toEqual(['8青社協第1号', '8青社協第2号', '9青社協第1号'])
    expect(await ask('letters.numbers', { fiscalYear: 2026 })).toMatchObject({
      next: '8青社協第3号',
      taken: [{ number: 2 }, { number: 1 }],
    })
    expect(await refused('letters.saveNumberFormat', { format: '青社協' })).toBe('invalid-input')
  })
})
