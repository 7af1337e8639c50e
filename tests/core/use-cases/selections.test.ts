import { describe, expect, it } from 'vitest'
import { coordinator, selection } from '../coordinator-records.ts'
import { openTestCore } from '../core-harness.ts'
import { day, itemAt, line, setUpMeeting } from '../small-council.ts'

async function choosing() {
  const core = await openTestCore()
  const meeting = await setUpMeeting(core.ask)
  const [, second, third] = meeting.people
  if (second === undefined || third === undefined) throw new Error('nobody')
  const { selectionId } = await core.ask('selections.add', { selection: selection(meeting.councilId) })
  const candidate = {
    personId: second,
    proposedBy: '東部地区自治会連絡協議会',
    reason: 'サロンを10年続けてきた',
    consent: 'agreed',
    consentedOn: day('2026-09-10'),
  } as const
  const { candidateId } = await core.ask('selections.addCandidate', { selectionId, candidate })
  const get = async () => {
    const [only] = await core.ask('selections.list', { councilId: meeting.councilId })
    if (only === undefined) throw new Error('no selection')
    return only
  }
  return { ...core, ...meeting, selectionId, candidateId, candidate, second, third, get }
}

const because = '協議体で話し合い、全員の賛成で決まった'

describe('the choice of a coordinator', () => {
  it('goes from candidates through the talk of a meeting to an appointment', async () => {
    const { ask, refused, selectionId, candidateId, meetingId, get, second, ...rest } = await choosing()
    const meeting = { ...rest, meetingId }
    const statement = line(itemAt(meeting, 4), '佐藤さんがよいと思います。')
    const { statementId } = await ask('minutes.addStatement', { meetingId, statement, after: null })
    expect(await refused('selections.linkStatement', { selectionId, statementId, linked: true })).toBe(
      'not-found',
    )

    await ask('selections.linkMeeting', { selectionId, meetingId, linked: true })
    expect((await get()).deliberation).toBe('unrecorded')
    const { decisionId } = await ask('minutes.addDecision', {
      meetingId,
      agendaItemId: itemAt(meeting, 4),
      statementId: null,
      text: '佐藤花子を推薦する。',
    })
    expect(await ask('selections.wordsOfMeetings', { selectionId })).toMatchObject({
      statements: [{ id: statementId, text: '佐藤さんがよいと思います。' }],
      decisions: [{ id: decisionId, number: 1 }],
    })
    await ask('selections.linkStatement', { selectionId, statementId, linked: true })
    await ask('selections.setDecision', { selectionId, decisionId })
    await ask('selections.decide', { selectionId, candidateId, decidedOn: day('2026-09-17'), because })
    await ask('selections.setRecommended', { selectionId, recommendedOn: day('2026-09-18') })
    expect(await get()).toMatchObject({
      state: 'decided',
      chosenId: candidateId,
      deliberation: 'recorded',
      statements: [{ id: statementId }],
      decision: { id: decisionId, number: 1 },
      candidates: [{ name: '佐藤　花子', belongs: '団体2　代表', consent: 'agreed' }],
      recommendedOn: '2026-09-18',
      coordinatorId: null,
    })

    const { personId: _person, ...term } = coordinator(second)
    const { coordinatorId } = await ask('selections.appoint', { selectionId, coordinator: term })
    expect(await ask('coordinators.list', {})).toMatchObject([
      { id: coordinatorId, name: '佐藤　花子', selectionId, fromOn: '2026-04-01' },
    ])
    expect(await get()).toMatchObject({ coordinatorId, appointedFrom: '2026-04-01' })
    // What rests on the choice holds it.
    expect(await refused('selections.reopen', { selectionId })).toBe('conflict')
    expect(await refused('selections.remove', { selectionId })).toBe('conflict')
    expect(await refused('selections.appoint', { selectionId, coordinator: term })).toBe('conflict')
  })

  it('needs the consent of the one who is chosen, and shows that nothing was deliberated', async () => {
    const { ask, refused, selectionId, candidateId, candidate, get } = await choosing()
    await ask('selections.saveCandidate', { candidateId, candidate: { ...candidate, consent: 'waiting' } })
    const decide = { selectionId, candidateId, decidedOn: day('2026-09-17'), because }
    expect(await refused('selections.decide', decide)).toBe('no-consent')
    await ask('selections.saveCandidate', { candidateId, candidate })
    await ask('selections.decide', decide)
    expect(await get()).toMatchObject({ state: 'decided', deliberation: 'none' })
    expect(await refused('selections.removeCandidate', { candidateId })).toBe('conflict')
    await ask('selections.reopen', { selectionId })
    expect(await get()).toMatchObject({ state: 'open', chosenId: null, decidedOn: null })
  })

  it('takes no meeting after the choice for the talk behind it', async () => {
    const { ask, selectionId, candidateId, meetingId, get } = await choosing()
    await ask('selections.linkMeeting', { selectionId, meetingId, linked: true })
    await ask('selections.decide', { selectionId, candidateId, decidedOn: day('2026-09-16'), because })
    expect((await get()).deliberation).toBe('none')
  })

  it('names nobody twice, and lets go of what was said where a meeting is untied', async () => {
    const { ask, refused, selectionId, candidate, third, meetingId, get, ...rest } = await choosing()
    expect(await refused('selections.addCandidate', { selectionId, candidate })).toBe('conflict')
    const { candidateId: other } = await ask('selections.addCandidate', {
      selectionId,
      candidate: { ...candidate, personId: third, consent: 'declined' },
    })
    expect(await refused('selections.saveCandidate', { candidateId: other, candidate })).toBe('conflict')
    await ask('selections.removeCandidate', { candidateId: other })
    expect((await get()).candidates).toHaveLength(1)

    await ask('selections.linkMeeting', { selectionId, meetingId, linked: true })
    const statement = line(itemAt({ ...rest, meetingId }, 4), '賛成です。')
    const { statementId } = await ask('minutes.addStatement', { meetingId, statement, after: null })
    await ask('selections.linkStatement', { selectionId, statementId, linked: true })
    await ask('selections.linkMeeting', { selectionId, meetingId, linked: false })
    expect(await get()).toMatchObject({ meetings: [], statements: [], deliberation: 'none' })
  })

  it('may end in nobody, with a reason', async () => {
    const { ask, refused, selectionId, get } = await choosing()
    expect(await refused('selections.stop', { selectionId, because: '' })).toBe('invalid-input')
    await ask('selections.stop', { selectionId, because: '来年度にあらためて選ぶ' })
    expect(await get()).toMatchObject({ state: 'stopped', because: '来年度にあらためて選ぶ' })
    await ask('selections.remove', { selectionId })
    expect(await ask('selections.list', { councilId: null })).toEqual([])
    await ask('selections.restore', { selectionId })
  })
})
