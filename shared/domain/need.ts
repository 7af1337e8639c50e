/** Words of a 地域課題: where it was heard, and how far it has come. */

export const needSources = ['meeting', 'visit', 'phone', 'survey', 'other'] as const
export type NeedSource = (typeof needSources)[number]
export const needSourceNames: Readonly<Record<NeedSource, string>> = {
  meeting: '会議での発言',
  visit: '訪問・立ち話',
  phone: '電話・窓口',
  survey: 'アンケート・調査',
  other: 'その他',
}

export const needStatuses = ['open', 'discussing', 'developing', 'settled', 'dropped'] as const
export type NeedStatus = (typeof needStatuses)[number]
export const needStatusNames: Readonly<Record<NeedStatus, string>> = {
  open: '受け止めた',
  discussing: '話し合い中',
  developing: '取り組み中',
  settled: '対応した',
  dropped: '見送った',
}
/** What still calls for somebody; the rest has come to an end. */
export const openNeedStatuses: readonly NeedStatus[] = ['open', 'discussing', 'developing']

/** Which way a need goes between layers: 第2層 → 第1層 is up. */
export function passWords(fromLayer: number, toLayer: number): string {
  if (toLayer < fromLayer) return `第${String(toLayer)}層へ上げた`
  return toLayer > fromLayer ? `第${String(toLayer)}層へ下ろした` : 'ほかの協議体へ渡した'
}
