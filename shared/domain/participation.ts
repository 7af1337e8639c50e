import {
  type ConstituentKind,
  describeKind,
  type Kind,
  type KindFamily,
  kindFamilies,
  kindFamilyNames,
} from './constituent-kinds.ts'
import { type Sector, sectors } from './sectors.ts'

/**
 * Who sits at a council's table, for whom and out of which kind of group. A person counts in each of her sectors, so
 * that the rows do not add up to the members; 分野横断 is derived from that and never stored.
 */
export interface TableMember {
  readonly personId: string
  readonly name: string
  readonly organizationName: string
  readonly kind: ConstituentKind | null
  readonly family: KindFamily | null
  readonly sectors: readonly Sector[]
}

/** A column of the matrix: a family of kinds, the code of a kind within it, or `unknown` for those of whom neither is known. */
export type GroupColumn = string
/** A row: a sector, or members for whom none was recorded. */
export type SectorRow = Sector | 'none'

export const sectorRows: readonly SectorRow[] = [...sectors, 'none']

/** Whom a member stands for: her own sectors, else those of her group. */
export function sectorsOf(own: readonly Sector[], ofGroup: readonly Sector[]): readonly Sector[] {
  const chosen = own.length > 0 ? own : ofGroup
  return sectors.filter((sector) => chosen.includes(sector))
}

export function isFamily(column: string): column is KindFamily {
  return kindFamilies.some((family) => family === column)
}

/** The codes of kinds are Latin words or ids. */
export function isGroupColumn(text: string): boolean {
  return /^[\w-]{1,60}$/.test(text)
}

export function columnName(column: GroupColumn, kinds: readonly Kind[]): string {
  if (column === 'unknown') return '種別が分からない'
  return isFamily(column) ? kindFamilyNames[column] : describeKind(column, kinds).name
}

/** Members in a cell. Within a family its kinds share out the members, those of no known kind aside. */
export function membersIn(
  members: readonly TableMember[],
  row: SectorRow,
  column: GroupColumn,
): readonly TableMember[] {
  return members.filter((member) => isInRow(member, row) && isInColumn(member, column))
}

function isInRow(member: TableMember, row: SectorRow): boolean {
  return row === 'none' ? member.sectors.length === 0 : member.sectors.includes(row)
}

export function isInColumn(group: Pick<TableMember, 'kind' | 'family'>, column: GroupColumn): boolean {
  if (column === 'unknown') return group.family === null
  return isFamily(column) ? group.family === column : group.kind === column && group.family !== null
}

/** Members of several sectors at once. */
export function crossingMembers(members: readonly TableMember[]): readonly TableMember[] {
  return members.filter((member) => member.sectors.length > 1)
}

export interface FamilyColumns {
  readonly family: KindFamily
  /** Kinds that sit at the table, or were said to be needed there, in the order of the list of kinds. */
  readonly kinds: readonly ConstituentKind[]
}

/** The columns worth drawing: each family, and below it the kinds that occur. A kind stands in the family of its members. */
export function columnsOf(
  members: readonly TableMember[],
  needs: readonly Need[],
  kinds: readonly Kind[],
): readonly FamilyColumns[] {
  return kindFamilies.map((family) => ({
    family,
    kinds: kinds
      .filter(
        (kind) =>
          members.some((member) => member.family === family && member.kind === kind.code) ||
          (kind.family === family && needs.some((need) => need.needed && need.column === kind.code)),
      )
      .map((kind) => kind.code),
  }))
}

/** What differs from the rule that each sector wants each family at the table. */
export interface Need {
  readonly sector: Sector
  readonly column: GroupColumn
  readonly needed: boolean
}

/** Whether somebody should sit there: each sector wants each family, unless the council says otherwise. */
export function isNeeded(needs: readonly Need[], sector: Sector, column: GroupColumn): boolean {
  const said = needs.find((need) => need.sector === sector && need.column === column)
  return said?.needed ?? isFamily(column)
}

export interface Gap {
  readonly sector: Sector
  readonly column: GroupColumn
}

/** Cells where nobody sits although somebody should, sector by sector. */
export function gapsOf(
  members: readonly TableMember[],
  needs: readonly Need[],
  kinds: readonly Kind[],
): readonly Gap[] {
  return sectors.flatMap((sector) =>
    columnsOf(members, needs, kinds)
      .flatMap(({ family, kinds: codes }): readonly GroupColumn[] => [family, ...codes])
      .filter((column) => isNeeded(needs, sector, column) && membersIn(members, sector, column).length === 0)
      .map((column) => ({ sector, column })),
  )
}

/** The table in numbers, to compare years with. */
export interface TableCount {
  readonly members: number
  readonly bySector: Readonly<Record<Sector, number>>
  readonly byFamily: Readonly<Record<KindFamily, number>>
  readonly crossing: number
  /** Cells of sector × family in which somebody sits, of those in which somebody should. */
  readonly filled: number
  readonly wanted: number
}

export function countTable(members: readonly TableMember[], needs: readonly Need[]): TableCount {
  const bySector: Record<Sector, number> = { elderly: 0, disability: 0, children: 0, youth: 0 }
  for (const sector of sectors) bySector[sector] = members.filter((each) => isInRow(each, sector)).length
  const byFamily: Record<KindFamily, number> = { territorial: 0, thematic: 0, institutional: 0 }
  for (const family of kindFamilies)
    byFamily[family] = members.filter((each) => isInColumn(each, family)).length
  const cells = sectors.flatMap((sector) =>
    kindFamilies.filter((family) => isNeeded(needs, sector, family)).map((family) => ({ sector, family })),
  )
  return {
    members: members.length,
    bySector,
    byFamily,
    crossing: crossingMembers(members).length,
    filled: cells.filter(({ sector, family }) => membersIn(members, sector, family).length > 0).length,
    wanted: cells.length,
  }
}

/** A group as it is weighed for a gap. */
export interface CandidateGroup {
  readonly organizationId: string
  readonly name: string
  readonly kind: ConstituentKind | null
  readonly family: KindFamily | null
  readonly sectors: readonly Sector[]
  /** Within the council's area: yes, no, or not known. */
  readonly inArea: 'yes' | 'no' | 'unknown'
  readonly contact: string
  /** People of the roster who belong to it. */
  readonly people: readonly string[]
  /** Other councils on which it sits. */
  readonly otherCouncils: readonly string[]
  readonly seatedHere: boolean
  readonly asked: 'never' | 'going-on' | 'declined'
}

export interface Suggestion<Group extends CandidateGroup = CandidateGroup> {
  readonly group: Group
  readonly score: number
}

/**
 * Groups that would fill a gap, likeliest first: of the sector and the column, in the area (or not known to be
 * outside), not at this table. Who was asked comes last, who sits on another council or is known by a person first.
 */
export function suggestFor<Group extends CandidateGroup>(
  gap: Gap,
  groups: readonly Group[],
): readonly Suggestion<Group>[] {
  return groups
    .filter(
      (group) =>
        !group.seatedHere &&
        group.inArea !== 'no' &&
        group.sectors.includes(gap.sector) &&
        isInColumn(group, gap.column),
    )
    .map((group) => ({ group, score: scoreOf(group) }))
    .sort((first, second) => second.score - first.score || (first.group.name < second.group.name ? -1 : 1))
}

function scoreOf(group: CandidateGroup): number {
  const asked = { never: 0, 'going-on': -20, declined: -40 }[group.asked]
  return (
    asked +
    (group.inArea === 'yes' ? 8 : 0) +
    (group.otherCouncils.length > 0 ? 4 : 0) +
    (group.people.length > 0 ? 2 : 0) +
    (group.contact === '' ? 0 : 1)
  )
}
