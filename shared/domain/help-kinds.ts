/**
 * 分類: the kinds of help that people need and groups give. What offices sort 地域課題 and 地域資源 by. Records keep the code;
 * what it is called is the office's own list.
 */
export type HelpKind = string

export interface HelpKindRow {
  readonly code: HelpKind
  readonly name: string
  /** Not chosen any more; records that have it keep it, and are named by it. */
  readonly retired: boolean
}

const shipped = {
  gathering: '居場所・サロン',
  watching: '見守り',
  housework: '家事援助',
  outing: '外出支援',
  meals: '配食',
  shopping: '買い物',
  'children-canteen': '子ども食堂',
  learning: '学習支援',
  'disability-place': '障害者の居場所',
  'youth-support': '若者支援',
  generations: '多世代交流',
  health: '介護予防・健康づくり',
  advice: '相談・情報',
  disaster: '防災・災害時の助け合い',
  other: 'その他',
} as const

/** The list that every office begins with. */
export const shippedHelpKinds: readonly HelpKindRow[] = Object.entries(shipped).map(([code, name]) => ({
  code,
  name,
  retired: false,
}))

/** What a kind is called; empty where none was chosen. */
export function helpKindName(kinds: readonly HelpKindRow[], code: HelpKind | null): string {
  return code === null ? '' : (kinds.find((kind) => kind.code === code)?.name ?? '')
}

/** The kinds that are chosen from now, and what a record has beside them. */
export function chosenHelpKinds(
  kinds: readonly HelpKindRow[],
  own: HelpKind | null = null,
): readonly HelpKindRow[] {
  return kinds.filter((kind) => !kind.retired || kind.code === own)
}

/** The code of a kind by its name as a list from outside writes it; null where no kind is called so. */
export function helpKindNamed(kinds: readonly HelpKindRow[], text: string): HelpKind | null {
  const plain = fold(text)
  if (plain === '') return null
  const found = kinds.find((kind) => fold(kind.name) === plain)
  if (found !== undefined) return found.code
  // サロン for 居場所・サロン: one of the words of a name that joins several.
  return kinds.find((kind) => kind.name.split(/[・、／/]/).some((word) => fold(word) === plain))?.code ?? null
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/[\s・、]/g, '')
}
