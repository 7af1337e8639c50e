import type { CountableFigure } from '#shared/contract/year-summary-operations.ts'
import type { ActivityKind } from '#shared/domain/activity-kinds.ts'
import { councilLayerNames, councilLayers } from '#shared/domain/council.ts'
import { foldLabel } from '../forms/sentence-tools.ts'

/** Counted figures that forms also know by a field of the whole; 第2層の会議の回数 for those by layer. */
const names: Readonly<Record<string, string>> = {
  coordinators: 'コーディネーターの人数',
  councils: '協議体の数',
  meetings: '会議の回数',
  attended: '延べ出席者数',
  'needs.noted': '把握した課題',
  'needs.settled': '対応した課題',
  resources: '地域資源の数',
  'resources.public': '公開している地域資源の数',
  'developments.grown': '生まれた地域資源',
  'developments.growing': '進めている資源開発',
}

/** `活動件数（訪問）` of the figures is the row 訪問 of that list in a form. */
const listOf = { 'activities.heading.': '活動区分', 'activities.kind.': '活動件数' } as const

const HEADING = 'activities.heading.'
const KIND_FIELD = /^活動件数\[(.+)\]\.(.+)$/

/**
 * A heading of the diary where a form has only its kinds: their totals together. Null where a kind of the form is not
 * the office's own any more, or one of the heading's has no total: a sum would then be short.
 *
 * @param handedIn the figures of the form by their path
 */
export function headingOfKinds(
  key: string,
  kinds: readonly Pick<ActivityKind, 'heading' | 'name'>[],
  handedIn: ReadonlyMap<string, number>,
): number | null {
  if (!key.startsWith(HEADING)) return null
  const headings = new Map(kinds.map(({ heading, name }) => [foldLabel(name), heading]))
  const names = new Set([...handedIn.keys()].flatMap((path) => KIND_FIELD.exec(path)?.[1] ?? []))
  if ([...names].some((name) => !headings.has(foldLabel(name)))) return null
  const own = [...names].filter((name) => `${HEADING}${headings.get(foldLabel(name)) ?? ''}` === key)
  const totals = own.flatMap((name) => handedIn.get(`活動件数[${name}].合計`) ?? [])
  if (own.length === 0 || totals.length < own.length) return null
  return totals.reduce((sum, count) => sum + count, 0)
}

/** The fields under which a form has a counted figure of a 年度, the plainest first. */
export function priorPathsOf({ key, name }: Pick<CountableFigure, 'key' | 'name'>): readonly string[] {
  const layer = councilLayers.find((each) => key.endsWith(`.layer.${String(each)}`))
  const whole = names[layer === undefined ? key : key.replace(/\.layer\..*/, '')]
  const rows = Object.entries(listOf).flatMap(([prefix, list]) => {
    const inBrackets = /（(.*)）$/.exec(name)?.[1]
    return key.startsWith(prefix) && inBrackets !== undefined ? [`${list}[${inBrackets}].合計`] : []
  })
  return [
    ...(whole === undefined
      ? []
      : [`実績.${layer === undefined ? '' : `${councilLayerNames[layer]}の`}${whole}`]),
    ...rows,
    `年度の数[${name}].数`,
  ]
}
