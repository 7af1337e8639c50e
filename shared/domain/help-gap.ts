import type { HelpKind } from './help-kinds.ts'
import type { Sector } from './sectors.ts'

/**
 * 過不足: needs against resources, by kind of help and area, for one sector or all. A record without an area counts
 * in each area, one without a sector in each sector: nobody said that it was not for them.
 */
export interface GapRecord {
  readonly id: string
  readonly kind: HelpKind | null
  /** Empty: everywhere. */
  readonly areaName: string
  readonly sectors: readonly Sector[]
}

/** `missing`: asked for, not there, and nobody at work on it. */
export type GapState = 'missing' | 'growing' | 'there' | 'none'
export const gapStateNames: Readonly<Record<GapState, string>> = {
  missing: '足りない',
  growing: '進行中',
  there: 'ある',
  none: '',
}

export interface GapCell {
  readonly kind: HelpKind
  readonly areaName: string
  readonly state: GapState
  readonly needIds: readonly string[]
  readonly resourceIds: readonly string[]
  readonly developmentIds: readonly string[]
}

export interface GapTable {
  readonly areas: readonly string[]
  readonly rows: readonly { readonly kind: HelpKind; readonly cells: readonly GapCell[] }[]
  /** Records that no cell holds: nobody has said of what kind they are, or the kind is not in use any more. */
  readonly unsorted: number
}

export interface GapRecords {
  readonly needs: readonly GapRecord[]
  readonly resources: readonly GapRecord[]
  readonly developments: readonly GapRecord[]
}

/** The areas are those named by any record, in the order of their names; `全域` alone where none is named. */
export function helpGap(
  { needs, resources, developments }: GapRecords,
  sector: Sector | null,
  kinds: readonly HelpKind[],
): GapTable {
  const all = [...needs, ...resources, ...developments]
  const named = [...new Set(all.map((each) => each.areaName))].filter((name) => name !== '').sort()
  const areas = named.length === 0 ? [''] : named
  const ids = (records: readonly GapRecord[], kind: HelpKind, areaName: string): readonly string[] =>
    records
      .filter((each) => each.kind === kind && (each.areaName === '' || each.areaName === areaName))
      .filter((each) => sector === null || each.sectors.length === 0 || each.sectors.includes(sector))
      .map((each) => each.id)
  const cellOf = (kind: HelpKind, areaName: string): GapCell => {
    const needIds = ids(needs, kind, areaName)
    const resourceIds = ids(resources, kind, areaName)
    const developmentIds = ids(developments, kind, areaName)
    const state = stateOf(needIds.length, resourceIds.length, developmentIds.length)
    return { kind, areaName, state, needIds, resourceIds, developmentIds }
  }
  return {
    areas,
    rows: kinds.map((kind) => ({ kind, cells: areas.map((areaName) => cellOf(kind, areaName)) })),
    unsorted: [...needs, ...resources].filter((each) => each.kind === null || !kinds.includes(each.kind))
      .length,
  }
}

function stateOf(needs: number, resources: number, developments: number): GapState {
  if (resources > 0) return 'there'
  if (developments > 0) return 'growing'
  return needs > 0 ? 'missing' : 'none'
}
