import { expect, it } from 'vitest'
import type { Outreach } from '#shared/contract/participation-operations.ts'
import { shippedKinds } from '#shared/domain/constituent-kinds.ts'
import type { CouncilId, MembershipId, OutreachId } from '#shared/domain/ids.ts'
import { outreachColumns } from '#renderer/features/roster/outreach-columns.ts'
import { keyRows, shownRows } from '#renderer/features/roster/shown-rows.ts'
import { day } from '../../../core/small-council.ts'

const eastern = 'eastern' as CouncilId
const asked = (contactName: string, more: Partial<Outreach> = {}): Outreach => ({
  // Only its being different matters.
  id: contactName as OutreachId,
  councilId: eastern,
  organizationId: null,
  organizationName: '',
  personId: null,
  personName: '',
  contactName,
  sector: 'youth',
  column: 'youth-support',
  needId: null,
  needText: '',
  askedOn: day('2026-09-10'),
  askedBy: '戸田',
  channel: 'phone',
  answer: 'waiting',
  answerNote: '',
  nextStep: '',
  nextOn: null,
  endedOn: null,
  endedBecause: '',
  membershipId: null,
  ...more,
})
const columns = outreachColumns({
  kinds: shippedKinds,
  councilNames: new Map([[eastern, '東部の協議体']]),
  today: day('2026-09-17'),
})
const rows = [
  asked('返事待ち'),
  asked('来週', { nextOn: day('2026-09-24'), askedOn: day('2026-09-01') }),
  asked('きのう', { organizationName: '居場所', nextOn: day('2026-09-16') }),
  asked('断り', { endedOn: day('2026-09-12'), endedBecause: '時間が合わない' }),
  asked('委員', { endedOn: day('2026-09-12'), membershipId: 'seat' as MembershipId }),
]
const names = (words: string, column: string | null, sortBy: string) =>
  shownRows(keyRows(rows, columns), columns, { words, column, sortBy, backwards: false }).map(
    (each) => each.contactName,
  )

it('lists each 呼びかけ by its days, those without a next one last, and says what came of it', () => {
  expect(names('', null, 'next-on').slice(0, 2)).toEqual(['きのう', '来週'])
  expect(names('', null, 'asked')[0]).toBe('来週')
  expect(names('時間が合わない', 'outcome', 'whom')).toEqual(['断り'])
  expect(names('席に着いた', null, 'whom')).toEqual(['委員'])
  expect(names('次にする日が来ている', 'outcome', 'whom')).toEqual(['きのう'])
  expect(names('居場所 きのう', 'whom', 'whom')).toEqual(['きのう'])
  expect(names('東部の協議体', 'council', 'whom')).toHaveLength(rows.length)
  expect(names('若者', 'gap', 'whom')).toHaveLength(rows.length)
})
