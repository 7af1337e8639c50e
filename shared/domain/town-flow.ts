import type { HelpKind } from './help-kinds.ts'

/** このまちの今: how far the needs of a year have come on the way to a resource. */

export const flowStages = ['noted', 'discussed', 'moving', 'grown'] as const
export type FlowStage = (typeof flowStages)[number]
export const flowStageNames: Readonly<Record<FlowStage, string>> = {
  noted: '困りごと',
  discussed: '話し合った',
  moving: '動いている',
  grown: '資源になった',
}

/** How many needs came at least so far; each count is at most the one before it. */
export type FlowCounts = Readonly<Record<FlowStage, number>>

export interface KindFlow extends FlowCounts {
  /** Null: not sorted yet. */
  readonly kind: HelpKind | null
  /** The newest thing that came of them; empty where nothing is under way. */
  readonly newest: string
}

/** A row of the picture: a kind, or what is left over put together. */
export interface FlowRow extends FlowCounts {
  readonly kinds: readonly (HelpKind | null)[]
  readonly newest: string
}

function added(flows: readonly FlowCounts[]): FlowCounts {
  const total = (stage: FlowStage): number => flows.reduce((sum, flow) => sum + flow[stage], 0)
  return {
    noted: total('noted'),
    discussed: total('discussed'),
    moving: total('moving'),
    grown: total('grown'),
  }
}

/** The kinds with the most needs, and the rest as one row; a rest of one stays itself. The sums are those of all. */
export function flowRows(
  flows: readonly KindFlow[],
  most: number,
): { readonly rows: readonly FlowRow[]; readonly totals: FlowCounts } {
  const sorted = [...flows].sort((first, second) => second.noted - first.noted)
  const alone = sorted.length <= most ? sorted : sorted.slice(0, most - 1)
  const rest = sorted.slice(alone.length)
  const rows: FlowRow[] = alone.map(({ kind, newest, ...counts }) => ({ ...counts, kinds: [kind], newest }))
  if (rest.length > 0)
    rows.push({
      ...added(rest),
      kinds: rest.map(({ kind }) => kind),
      newest: rest.find(({ newest }) => newest !== '')?.newest ?? '',
    })
  return { rows, totals: added(flows) }
}
