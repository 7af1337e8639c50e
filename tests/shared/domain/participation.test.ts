import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeKind, kindFamilies, shippedKinds } from '#shared/domain/constituent-kinds.ts'
import {
  type CandidateGroup,
  columnsOf,
  countTable,
  crossingMembers,
  gapsOf,
  isNeeded,
  membersIn,
  type Need,
  sectorRows,
  sectorsOf,
  suggestFor,
  type TableMember,
} from '#shared/domain/participation.ts'
import { sectors } from '#shared/domain/sectors.ts'

const kind = fc.option(fc.constantFrom(...shippedKinds.map((each) => each.code)), { nil: null })
const member: fc.Arbitrary<TableMember> = fc
  .record({
    personId: fc.uuid(),
    kind,
    own: fc.option(fc.constantFrom(...kindFamilies), { nil: null }),
    sectors: fc.subarray([...sectors]),
  })
  .map(({ personId, kind: code, own, sectors: some }) => ({
    personId,
    name: personId,
    organizationName: '',
    kind: code,
    family: own ?? (code === null ? null : describeKind(code, shippedKinds).family),
    sectors: some,
  }))
const table = fc.uniqueArray(member, { selector: (each) => each.personId, maxLength: 25 })
const needs: fc.Arbitrary<Need[]> = fc.uniqueArray(
  fc.record({
    sector: fc.constantFrom(...sectors),
    column: fc.constantFrom(...kindFamilies, ...shippedKinds.map((each) => each.code)),
    needed: fc.boolean(),
  }),
  { selector: (need) => `${need.sector} ${need.column}`, maxLength: 12 },
)
const ids = (members: readonly TableMember[]): readonly string[] =>
  members.map((each) => each.personId).sort()

describe('the table', () => {
  it('has each member in each of her sectors once, and in the last row only where she has none', () => {
    fc.assert(
      fc.property(table, (members) => {
        for (const each of members) {
          const rows = sectorRows.filter((row) =>
            [...kindFamilies, 'unknown' as const].some((column) =>
              membersIn(members, row, column).includes(each),
            ),
          )
          expect(rows).toEqual(each.sectors.length === 0 ? ['none'] : each.sectors)
        }
      }),
    )
  })

  it('shares the members out among the families and those of whom none is known, nobody twice', () => {
    fc.assert(
      fc.property(table, (members) => {
        for (const row of sectorRows) {
          const columns = [...kindFamilies, 'unknown' as const].flatMap((column) =>
            membersIn(members, row, column),
          )
          const inRow = members.filter((each) =>
            row === 'none' ? each.sectors.length === 0 : each.sectors.includes(row),
          )
          expect(ids(columns)).toEqual(ids(inRow))
        }
      }),
    )
  })

  it('never has more rows than sectors add up to: the sum of the rows exceeds the members by the crossings', () => {
    fc.assert(
      fc.property(table, (members) => {
        const { bySector, members: count, crossing } = countTable(members, [])
        const sum = Object.values(bySector).reduce((all, each) => all + each, 0)
        const without = members.filter((each) => each.sectors.length === 0).length
        const extra = crossingMembers(members).reduce((all, each) => all + each.sectors.length - 1, 0)
        expect(sum).toBe(count - without + extra)
        expect(crossing).toBeLessThanOrEqual(count)
      }),
    )
  })

  it('lacks just what is needed and empty; a seat filled takes a gap away and opens none of its sector and family', () => {
    fc.assert(
      fc.property(table, needs, member, (members, said, fresh) => {
        for (const gap of gapsOf(members, said, shippedKinds)) {
          expect(isNeeded(said, gap.sector, gap.column)).toBe(true)
          expect(membersIn(members, gap.sector, gap.column)).toEqual([])
        }
        const after = gapsOf([...members, fresh], said, shippedKinds)
        for (const sector of fresh.sectors) {
          expect(after).not.toContainEqual({ sector, column: fresh.family })
        }
      }),
    )
  })

  it('wants all sectors × the three families of an empty council', () => {
    expect(gapsOf([], [], shippedKinds)).toHaveLength(12)
    expect(
      gapsOf([], [{ sector: 'youth', column: 'territorial', needed: false }], shippedKinds),
    ).toHaveLength(11)
    expect(gapsOf([], [{ sector: 'youth', column: 'business', needed: true }], shippedKinds)).toContainEqual({
      sector: 'youth',
      column: 'business',
    })
    expect(columnsOf([], [], shippedKinds)).toEqual(kindFamilies.map((family) => ({ family, kinds: [] })))
  })

  it('takes the sectors of her group for a member who has none of her own', () => {
    expect(sectorsOf([], ['youth', 'elderly'])).toEqual(['elderly', 'youth'])
    expect(sectorsOf(['children'], ['youth'])).toEqual(['children'])
  })
})

describe('whom to ask next', () => {
  const candidate = (name: string, more: Partial<CandidateGroup> = {}): CandidateGroup => ({
    organizationId: name,
    name,
    kind: 'business',
    family: 'institutional',
    sectors: ['elderly'],
    inArea: 'yes',
    contact: '',
    people: [],
    otherCouncils: [],
    seatedHere: false,
    asked: 'never',
    ...more,
  })
  const gap = { sector: 'elderly', column: 'institutional' } as const
  const names = (groups: readonly CandidateGroup[]) => suggestFor(gap, groups).map(({ group }) => group.name)

  it('are only groups of the sector and family, of the area, that do not sit there yet', () => {
    expect(
      names([
        candidate('生協'),
        candidate('若者の会', { sectors: ['youth'] }),
        candidate('サロン', { kind: 'volunteer-group', family: 'thematic' }),
        candidate('西の店', { inArea: 'no' }),
        candidate('もういる店', { seatedHere: true }),
      ]),
    ).toEqual(['生協'])
  })

  it('come known ones first, asked ones last', () => {
    expect(
      names([
        candidate('断った店', { asked: 'declined', people: ['誰か'], otherCouncils: ['第１層'] }),
        candidate('返事待ちの店', { asked: 'going-on' }),
        candidate('どこの店か', { inArea: 'unknown' }),
        candidate('名簿に人がいる店', { people: ['白石'] }),
        candidate('第１層の店', { otherCouncils: ['第１層'] }),
      ]),
    ).toEqual(['第１層の店', '名簿に人がいる店', 'どこの店か', '返事待ちの店', '断った店'])
  })
})
