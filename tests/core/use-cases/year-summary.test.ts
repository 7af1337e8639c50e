import { read } from 'xlsx'
import { describe, expect, it } from 'vitest'
import { activity, coordinator, kindNamed } from '../coordinator-records.ts'
import { openTestCore } from '../core-harness.ts'
import { day, need, setUpMeeting, time } from '../small-council.ts'

const fiscalYear = 2026

async function withYear() {
  const core = await openTestCore()
  const meeting = await setUpMeeting(core.ask)
  const [personId] = meeting.people
  if (personId === undefined) throw new Error('nobody')
  const { coordinatorId } = await core.ask('coordinators.add', { coordinator: coordinator(personId) })
  await core.ask('yearSummary.begin', { fiscalYear })
  const optionOf = async (figure: string) => {
    const { questions } = await core.ask('yearSummary.get', { fiscalYear })
    const found = questions.flatMap((question) => question.options).find((each) => each.figure === figure)
    if (found === undefined) throw new Error(`nothing counts ${figure}`)
    return found
  }
  return { ...core, ...meeting, coordinatorId, personId, optionOf }
}

describe('年度のまとめ', () => {
  it('counts from the records, and each figure tells what it counted', async () => {
    const { ask, optionOf, coordinatorId, councilId, roll } = await withRoll()
    expect(await optionOf('coordinators.layer.2')).toMatchObject({
      count: 1,
      counted: [{ text: '髙橋　一郎（第2層　東部圏域）', place: 'coordinators' }],
    })
    expect(await optionOf('coordinators.employer.shakyo')).toMatchObject({ count: 1 })
    expect(await optionOf('coordinators.employer.city')).toMatchObject({ count: 0, counted: [] })
    expect(await optionOf('coordinators.qualification')).toMatchObject({ label: '社会福祉士', count: 1 })
    expect(await optionOf('meetings.layer.2')).toMatchObject({
      count: 1,
      counted: [{ text: 'R8.9.17　青羽市第２層協議体（東部圏域）　第1回' }],
    })
    expect(await optionOf('attended.layer.2')).toMatchObject({ count: 2 })
    expect(roll.length).toBeGreaterThan(2)
    const kindId = await kindNamed(ask, 'マッチング（成立）')
    await ask('activities.add', { activity: activity(coordinatorId, kindId) })
    expect(await optionOf('activities.heading.matching')).toMatchObject({
      count: 1,
      counted: [{ text: 'R8.9.17　サロンのようすを見せてもらった', place: 'diary' }],
    })
    const { needId } = await ask('needs.add', { need: need(councilId, '買い物の足がない') })
    const { needId: same } = await ask('needs.add', { need: need(councilId, '店が遠い') })
    await ask('needs.group', { needId: same, sameAsId: needId })
    await ask('needs.add', { need: need(councilId, '去年のこと', { notedOn: day('2026-03-31') }) })
    // The same need twice counts once, and last year's not at all.
    expect(await optionOf('needs.noted')).toMatchObject({
      count: 1,
      counted: [{ text: '買い物の足がない' }],
    })
  })

  it('stays as it was handed in once it is frozen, and may be opened again', async () => {
    const { ask, refused, optionOf, councilId } = await withYear()
    await ask('yearSummary.freeze', { fiscalYear })
    const { id: optionId } = await optionOf('needs.noted')
    await ask('needs.add', { need: need(councilId, '買い物の足がない') })
    expect(await optionOf('needs.noted')).toMatchObject({ count: 0 })
    expect((await ask('yearSummary.get', { fiscalYear })).frozen).toEqual({ on: '2026-09-17', by: '戸田' })
    const option = { label: '件数', figure: 'needs.noted', typed: '' }
    expect(await refused('yearSummary.saveOption', { optionId, option })).toBe('year-frozen')
    expect(await refused('yearSummary.freeze', { fiscalYear })).toBe('year-frozen')
    expect(
      await refused('yearSummary.addQuestion', { fiscalYear, question: { section: '', text: '問い' } }),
    ).toBe('year-frozen')
    await ask('yearSummary.thaw', { fiscalYear })
    expect(await optionOf('needs.noted')).toMatchObject({ count: 1 })
    expect(await refused('yearSummary.thaw', { fiscalYear })).toBe('not-found')
  })

  it('is an editable table, and the next year begins with it but without what was typed', async () => {
    const { ask, refused } = await withYear()
    expect(await refused('yearSummary.begin', { fiscalYear })).toBe('conflict')
    const { questionId } = await ask('yearSummary.addQuestion', {
      fiscalYear,
      question: { section: '移動支援', text: '取り組みの数' },
    })
    const { optionId } = await ask('yearSummary.addOption', {
      questionId,
      option: { label: '訪問型D', figure: '', typed: '2か所' },
    })
    await ask('yearSummary.saveQuestion', { questionId, question: { section: '移動支援', text: '数' } })
    const last = async (year: number) => (await ask('yearSummary.get', { fiscalYear: year })).questions.at(-1)
    expect(await last(fiscalYear)).toMatchObject({
      text: '数',
      options: [{ label: '訪問型D', count: null, typed: '2か所', counted: [] }],
    })
    await ask('yearSummary.begin', { fiscalYear: 2027 })
    expect(await last(2027)).toMatchObject({ text: '数', options: [{ label: '訪問型D', typed: '' }] })
    await ask('yearSummary.addOption', { questionId, option: { label: '訪問型B', figure: '', typed: '' } })
    await ask('yearSummary.moveOption', { optionId, by: 1 })
    expect((await last(fiscalYear))?.options.map((option) => option.label)).toEqual(['訪問型B', '訪問型D'])
    const added = await ask('yearSummary.addQuestion', {
      fiscalYear,
      question: { section: '移動支援', text: '先に聞く' },
    })
    await ask('yearSummary.moveQuestion', { questionId: added.questionId, by: -1 })
    expect(await last(fiscalYear)).toMatchObject({ text: '数' })
    // Above it stands another section: nowhere further to go.
    await ask('yearSummary.moveQuestion', { questionId: added.questionId, by: -1 })
    const { questions } = await ask('yearSummary.get', { fiscalYear })
    expect(questions.slice(-2).map((question) => question.text)).toEqual(['先に聞く', '数'])
    await ask('yearSummary.removeQuestion', { questionId: added.questionId })
    const [other] = (await last(fiscalYear))?.options ?? []
    if (other) await ask('yearSummary.removeOption', { optionId: other.id })
    await ask('yearSummary.removeOption', { optionId })
    expect((await last(fiscalYear))?.options).toEqual([])
    await ask('yearSummary.removeQuestion', { questionId })
    expect((await last(fiscalYear))?.text).toBe('課題と資源')
    expect(await last(2027)).toMatchObject({ text: '数' })
  })

  it('is printed: the survey and 別紙１ of the 実績報告書', async () => {
    const { ask, core, coordinatorId, meetingId } = await withYear()
    const kindId = await kindNamed(ask, '担い手養成')
    await ask('activities.add', {
      activity: activity(coordinatorId, kindId, { content: '送迎の講習を開いた', startsAt: time('10:00') }),
    })
    await ask('minutes.addDecision', {
      meetingId,
      agendaItemId: (await ask('meetings.get', { meetingId })).agenda[4]?.id ?? fail(),
      statementId: null,
      text: '買い物便を試す。',
    })
    const textOf = async (name: 'survey' | 'year-results') => {
      const file = await ask('localPapers.make', { paper: { name, fiscalYear }, format: 'xlsx' })
      return { name: file.name, bytes: core.files.take(file.token).bytes }
    }
    const survey = await textOf('survey')
    expect(survey.name).toMatch(/実施状況調査の集計/)
    const results = await textOf('year-results')
    const book = read(results.bytes)
    const text = book.SheetNames.map((name) => JSON.stringify(book.Sheets[name])).join('')
    for (const wanted of ['髙橋　一郎', '送迎の講習を開いた', '買い物便を試す。', '第２層協議体　開催回数']) {
      expect(text).toContain(wanted)
    }
  })
})

function fail(): never {
  throw new Error('the agenda is shorter')
}

/** Two of the roll were there, one of them online; a third is away. */
async function withRoll() {
  const year = await withYear()
  const { roll } = await year.ask('meetings.get', { meetingId: year.meetingId })
  for (const [position, presence] of (['present', 'online', 'absent'] as const).entries()) {
    const attendanceId = roll[position]?.id ?? fail()
    await year.ask('attendance.save', { attendanceId, patch: { presence } })
  }
  return { ...year, roll }
}
