import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPairs } from '#core/imports/find-pairs.ts'
import { compareKeys, matchExisting, matchKeys } from '#core/imports/match-people.ts'
import type { PersonId } from '#shared/domain/ids.ts'

const anybody = fc.record({
  name: fc.constantFrom('髙橋　敏夫', '高橋 敏夫', 'タカハシ敏夫', '佐藤　美智子', '佐藤美智子', ''),
  kana: fc.constantFrom('たかはし　としお', 'ﾀｶﾊｼ ﾄｼｵ', 'さとう　みちこ', ''),
  organizationName: fc.constantFrom('（福）青い会', '社会福祉法人青い会', '東部民児協', ''),
  phone: fc.constantFrom('000-221-0101', '０００－２２１－０１０１', '000-221-0199', ''),
  address: fc.constantFrom('青羽市中央１', '青羽市中央1', ''),
})
/** As a roster has them: each recorded under an id of her own. */
const recorded = fc.array(anybody, { maxLength: 12 }).map((people) =>
  people.map((person, at) => ({
    ...person,
    // Ids of people on record are made by the core; a test names its own.
    personId: `p${String(at).padStart(2, '0')}` as PersonId,
    post: '',
    postalCode: '',
    phoneNote: '',
    fax: '',
    email: '',
    sectors: [],
    note: '',
    membership: null,
  })),
)

describe('likeness', () => {
  it('is the same both ways round, and is full of a person with herself', () => {
    fc.assert(
      fc.property(anybody, anybody, (first, second) => {
        const there = compareKeys(matchKeys(first), matchKeys(second))
        expect(compareKeys(matchKeys(second), matchKeys(first))).toEqual(there)
        const self = compareKeys(matchKeys(first), matchKeys(first)).score
        expect(there.score).toBeLessThanOrEqual(self)
      }),
    )
  })

  it('is never certain by a name alone, and grows with whatever else agrees', () => {
    fc.assert(
      fc.property(anybody, anybody, (first, second) => {
        const apart = {
          ...second,
          organizationName: '西部老人会',
          phone: '000-999-0000',
          address: '別の町９',
        }
        const there = compareKeys(matchKeys({ ...first, organizationName: '甲会' }), matchKeys(apart))
        expect(there.certain).toBe(false)
        const samePhone = { ...apart, phone: first.phone }
        expect(
          compareKeys(matchKeys({ ...first, organizationName: '甲会' }), matchKeys(samePhone)).score,
        ).toBeGreaterThanOrEqual(there.score)
      }),
    )
  })
})

describe('the matching of a list with the roster', () => {
  it('gives each row at most one record and each record to at most one row, and offers nobody twice', () => {
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 12 }), recorded, (rows, people) => {
        const keys = rows.map((each) => matchKeys(each))
        const { certain, possible } = matchExisting(keys, people)
        const taken = [...certain.values()].map(({ person }) => person.personId)
        expect(new Set(taken).size).toBe(taken.length)
        for (const [row, matches] of possible) {
          expect(certain.has(row)).toBe(false)
          for (const { person } of matches) expect(taken).not.toContain(person.personId)
        }
      }),
    )
  })

  it('knows everybody of whom something but the name is recorded when she comes again', () => {
    fc.assert(
      fc.property(recorded, (people) => {
        const known = people.filter((each) => each.name !== '' && each.phone !== '')
        const { certain } = matchExisting(
          known.map((each) => matchKeys(each)),
          known,
        )
        expect(certain.size).toBe(known.length)
      }),
    )
  })
})

describe('pairs to be judged', () => {
  it('are the same whatever the order, each once and nobody with herself, certain ones first', () => {
    fc.assert(
      fc.property(recorded, (people) => {
        const named = people.map(({ personId, ...person }) => ({ ...person, id: personId }))
        const pairs = findPairs(named)
        expect(findPairs(named.toReversed())).toEqual(pairs)
        for (const { first, second } of pairs) expect(first < second).toBe(true)
        expect(new Set(pairs.map(({ first, second }) => `${first} ${second}`)).size).toBe(pairs.length)
        const certainty = pairs.map(({ likeness }) => Number(likeness.certain))
        expect(certainty).toEqual(certainty.toSorted((one, other) => other - one))
      }),
    )
  })
})
