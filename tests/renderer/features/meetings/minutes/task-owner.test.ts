import { describe, expect, it } from 'vitest'
import { ownerMeant, ownerWords, type TaskOwner } from '#renderer/features/meetings/minutes/task-owner.ts'
import type { OrganizationId, PersonId } from '#shared/domain/ids.ts'

const person = (key: string, text: string): TaskOwner => ({
  key,
  text,
  // Keys of the list are the ids of what they stand for.
  ownerPersonId: key as PersonId,
  ownerOrganizationId: null,
})
const group = (key: string, text: string): TaskOwner => ({
  key,
  text,
  ownerPersonId: null,
  ownerOrganizationId: key as OrganizationId,
})
const first = person('p1', '佐藤　美智子')
const second = person('p2', '佐藤　美智子')
const chair = person('p3', '髙橋　敏夫')
const watch = group('g1', '見守り隊')
const owners = [first, second, chair, watch]
const nobody = { owner: '', ownerPersonId: null, ownerOrganizationId: null }

describe('whom a name of a 宿題 means', () => {
  it.each([
    ['the one taken, though two are called so', '佐藤　美智子', second, nobody, 'p2'],
    ['nobody, where two are called so and none was taken', '佐藤　美智子', null, nobody, null],
    ['the only one, in whichever variant', '高橋 敏夫', null, nobody, 'p3'],
    ['a group by its name', '見守り隊', null, nobody, 'g1'],
    ['nobody of the roster', '市の担当課', null, nobody, null],
    ['nobody, once the name taken was written on', '見守り隊の人', watch, nobody, null],
    ['whom it meant before', '佐藤　美智子', null, { ...first, owner: '佐藤　美智子' }, 'p1'],
  ])('%s', (_what, name, taken, before, wanted) => {
    const meant = ownerMeant(name, taken, owners, before)
    expect(meant.ownerPersonId ?? meant.ownerOrganizationId).toBe(wanted)
  })

  it('is said beside the field', () => {
    expect(ownerWords('見守り隊', watch)).toBe('名簿の団体です')
    expect(ownerWords('髙橋', chair)).toBeUndefined()
    expect(ownerWords('市', nobody)).toBe('書いたとおりに残します')
  })
})
