import { describe, expect, it } from 'vitest'
import { openTestCore } from '../core-harness.ts'
import { briefing, noProgress, proposal } from '../money-records.ts'
import { day, itemAt, line, setUpMeeting, time } from '../small-council.ts'

describe('a proposal to the municipality', () => {
  it('goes from its meetings to the answer and what follows', async () => {
    const { ask } = await openTestCore()
    const meeting = await setUpMeeting(ask)
    const { councilId, meetingId } = meeting
    const { decisionId } = await ask('minutes.addDecision', {
      meetingId,
      agendaItemId: itemAt(meeting, 4),
      statementId: null,
      text: '市に要望書を出す。',
    })
    const { statementId } = await ask('minutes.addStatement', {
      meetingId,
      statement: line(itemAt(meeting, 4), 'バスが足りない。'),
      after: null,
    })
    const { proposalId } = await ask('proposals.add', { proposal: proposal(councilId, '移動の足について') })
    await ask('proposals.linkMeeting', { proposalId, meetingId, decisionId, statementId: null })
    await ask('proposals.linkMeeting', { proposalId, meetingId, decisionId, statementId: null })
    await ask('proposals.linkMeeting', { proposalId, meetingId, decisionId: null, statementId })
    expect((await ask('proposals.get', { proposalId })).meetings).toMatchObject([
      { meetingId, decision: { text: '市に要望書を出す。', number: 1 }, statement: null },
      { meetingId, decision: null, statement: { text: 'バスが足りない。' } },
    ])
    expect((await ask('home.get', { councilId })).waitingProposals).toEqual([])

    const handedIn = { ...noProgress, handedOn: day('2026-09-05'), receivedBy: '小田切主査' }
    await ask('proposals.setProgress', { proposalId, progress: handedIn })
    expect((await ask('home.get', { councilId })).waitingProposals).toEqual([
      {
        proposalId,
        title: '移動の足について',
        addressee: '青羽市長',
        handedOn: '2026-09-05',
        answerDueOn: '2026-10-31',
      },
    ])
    await ask('proposals.setProgress', {
      proposalId,
      progress: {
        ...handedIn,
        answeredOn: day('2026-09-16'),
        answerKind: 'partly',
        answer: '停留所の腰かけを置く。',
      },
    })
    await ask('proposals.addStep', {
      proposalId,
      step: { text: '置く場所を見て回る', dueOn: day('2026-11-01'), doneOn: null },
    })
    expect(await ask('proposals.get', { proposalId })).toMatchObject({
      state: 'following',
      answerKind: 'partly',
      steps: [{ text: '置く場所を見て回る', doneOn: null }],
    })
    expect((await ask('home.get', { councilId: null })).waitingProposals).toEqual([])
  })

  it('has no answer before it was handed in, and no link to what belongs to another meeting', async () => {
    const { ask, refused } = await openTestCore()
    const meeting = await setUpMeeting(ask)
    const { proposalId } = await ask('proposals.add', { proposal: proposal(meeting.councilId, '足') })
    const answered = { ...noProgress, answeredOn: day('2026-09-16'), answer: 'はい' }
    expect(await refused('proposals.setProgress', { proposalId, progress: answered })).toBe(
      'end-before-start',
    )
    const late = { ...answered, handedOn: day('2026-09-17') }
    expect(await refused('proposals.setProgress', { proposalId, progress: late })).toBe('end-before-start')
    const wordless = { ...answered, handedOn: day('2026-09-01'), answer: ' ' }
    expect(await refused('proposals.setProgress', { proposalId, progress: wordless })).toBe('invalid-input')
    const { meetingId } = await ask('meetings.plan', {
      councilId: meeting.councilId,
      heldOn: day('2026-11-01'),
      startsAt: time('10:00'),
      endsAt: null,
      place: '',
      method: 'in-person',
      number: null,
    })
    const { statementId } = await ask('minutes.addStatement', {
      meetingId: meeting.meetingId,
      statement: line(itemAt(meeting, 4), 'バス'),
      after: null,
    })
    expect(
      await refused('proposals.linkMeeting', { proposalId, meetingId, decisionId: null, statementId }),
    ).toBe('not-found')
  })

  it('keeps its signatories in their order, and can be taken away and brought back', async () => {
    const { ask } = await openTestCore()
    const { councilId } = await setUpMeeting(ask)
    const signer = (name: string) => ({ organizationId: null, name, post: '', person: '' })
    const { proposalId } = await ask('proposals.add', {
      proposal: proposal(councilId, '足', { signatories: ['甲', '乙', '丙'].map(signer) }),
    })
    await ask('proposals.save', {
      proposalId,
      proposal: proposal(councilId, '足', { signatories: ['丙', '甲'].map(signer) }),
    })
    expect((await ask('proposals.get', { proposalId })).signatories.map(({ name }) => name)).toEqual([
      '丙',
      '甲',
    ])
    await ask('proposals.remove', { proposalId })
    expect(await ask('proposals.list', { councilId })).toEqual([])
    await ask('proposals.restore', { proposalId })
    expect(await ask('proposals.list', { councilId: null })).toMatchObject([
      { title: '足', state: 'draft', signatoryCount: 2 },
    ])
  })
})

describe('a briefing', () => {
  it('is kept with who came and what they said, and never ends before it began', async () => {
    const { ask, refused } = await openTestCore()
    const { councilId } = await setUpMeeting(ask)
    await ask('briefings.add', { briefing: briefing(councilId, '助け合いの説明会') })
    await ask('briefings.add', {
      briefing: briefing(councilId, '職員むけ', { audience: 'city-staff', heldOn: day('2026-09-01') }),
    })
    expect((await ask('briefings.list', { councilId })).map(({ title }) => title)).toEqual([
      '職員むけ',
      '助け合いの説明会',
    ])
    const backwards = briefing(councilId, '逆', { startsAt: time('14:00'), endsAt: time('13:00') })
    expect(await refused('briefings.add', { briefing: backwards })).toBe('end-before-start')
  })
})
