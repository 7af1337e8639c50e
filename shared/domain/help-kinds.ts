/** 分類: the kinds of help that people need and groups give. What offices sort 地域課題 and 地域資源 by. */
export const helpKinds = [
  'gathering',
  'watching',
  'housework',
  'outing',
  'meals',
  'shopping',
  'children-canteen',
  'learning',
  'disability-place',
  'youth-support',
  'generations',
  'health',
  'advice',
  'disaster',
  'other',
] as const
export type HelpKind = (typeof helpKinds)[number]

export const helpKindNames: Readonly<Record<HelpKind, string>> = {
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
}
