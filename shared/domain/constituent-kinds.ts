/**
 * 構成区分: the kinds of group that make up a council, in three families. The list is where offices begin;
 * they may edit it.
 */
export const kindFamilies = ['territorial', 'thematic', 'institutional'] as const
export type KindFamily = (typeof kindFamilies)[number]

export const kindFamilyNames: Readonly<Record<KindFamily, string>> = {
  territorial: '地縁型',
  thematic: 'テーマ型',
  institutional: '専門機関・行政・企業',
}

/** Stands for a kind in the data: one of the list an office begins with, or one that it added. */
export type ConstituentKind = string

/** A kind as the office's list has it. One that is retired still names the groups that are of it. */
export interface Kind {
  readonly code: ConstituentKind
  readonly name: string
  readonly family: KindFamily
  readonly retired: boolean
}

interface ShippedKind {
  readonly code: ConstituentKind
  readonly name: string
  readonly family: KindFamily
  /** Words in a group's name that speak for this kind. */
  readonly words: RegExp | null
}

/** What follows an unknown code: data of another office's list. */
const otherKind = { name: 'その他', family: 'thematic' } as const

/** Kinds without words (公募市民 aside) are never guessed. */
const shipped: readonly ShippedKind[] = [
  {
    code: 'municipality',
    name: '行政',
    family: 'institutional',
    words:
      /(?:市|区|町|村|県|府|都|道).{0,12}(?:課|部|室|局|支所|教育委員会)|保健所|市役所|町役場|村役場|区役所/,
  },
  {
    code: 'community-support-center',
    name: '地域包括支援センター',
    family: 'institutional',
    words: /地域包括|包括支援センター/,
  },
  {
    code: 'social-welfare-council',
    name: '社会福祉協議会',
    family: 'institutional',
    words: /社会福祉協議会|社協/,
  },
  {
    code: 'coordinator',
    name: 'コーディネーター',
    family: 'institutional',
    words: /コーディネーター|地域支え合い推進員/,
  },
  {
    code: 'neighborhood-association',
    name: '自治会・町内会',
    family: 'territorial',
    words: /自治会|町内会|自治連|町会|区長会|行政区/,
  },
  {
    code: 'welfare-commissioner',
    name: '民生委員・児童委員',
    family: 'territorial',
    words: /民生委員|児童委員|民児協|民協/,
  },
  {
    code: 'senior-club',
    name: '老人クラブ',
    family: 'territorial',
    words: /老人クラブ|長寿会|シニアクラブ|老人会|老友会|寿会/,
  },
  {
    code: 'district-welfare-council',
    name: '地区社協',
    family: 'territorial',
    words: /地区(?:社協|社会福祉協議会)|校区社協|福祉委員会/,
  },
  { code: 'nonprofit', name: 'NPO法人', family: 'thematic', words: /NPO|特定非営利活動法人/i },
  {
    code: 'volunteer-group',
    name: 'ボランティア・助け合い団体',
    family: 'thematic',
    words: /ボランティア|助け合い|たすけあい|支え合い|サロン|見守り隊|傾聴|配食|料理教室/,
  },
  {
    code: 'welfare-corporation',
    name: '社会福祉法人（施設）',
    family: 'institutional',
    words: /社会福祉法人|\(福\)|特養|苑$|福祉会$/,
  },
  {
    code: 'care-provider',
    name: '介護サービス事業者',
    family: 'institutional',
    words: /介護|ケアサービス|デイサービス|訪問看護|ケアマネ/,
  },
  {
    code: 'silver-human-resources',
    name: 'シルバー人材センター',
    family: 'institutional',
    words: /シルバー人材/,
  },
  {
    code: 'cooperative',
    name: '協同組合（農協・生協等）',
    family: 'institutional',
    words: /協同組合|農協|生協|コープ|JA/,
  },
  {
    code: 'business',
    name: '民間企業・商工会・郵便局',
    family: 'institutional',
    words:
      /株式会社|有限会社|合同会社|\((?:株|有)\)|商工会|商店街|郵便|信用金庫|銀行|タクシー|交通|新聞|社会保険労務士/,
  },
  {
    code: 'health-care',
    name: '保健・医療',
    family: 'institutional',
    words: /医師会|歯科医師|薬剤師|病院|医院|クリニック|看護協会|栄養士会/,
  },
  {
    code: 'disability-support',
    name: '障害者支援',
    family: 'thematic',
    words: /障[害がい碍]+|手をつなぐ|育成会|家族会|聴覚|視覚/,
  },
  {
    code: 'children-and-school',
    name: '子ども・子育て支援・PTA・学校',
    family: 'thematic',
    words: /子ども|こども|子供|子育て|PTA|学校|高校|保育|幼稚園|児童館|学童|食堂/i,
  },
  {
    code: 'youth-support',
    name: '若者支援',
    family: 'thematic',
    words: /若者|ユース|サポートステーション|青年/,
  },
  { code: 'women-group', name: '女性団体', family: 'territorial', words: /婦人会|女性(?:会|団体|の会)/ },
  // 消防団 and 自主防災組織, which sit in councils far more often than fire stations, belong to a place.
  { code: 'safety', name: '消防・防災・警察', family: 'territorial', words: /消防|防災|警察|防犯/ },
  { code: 'academic', name: '学識経験者', family: 'institutional', words: /大学|学識|短期大学/ },
  { code: 'public-applicant', name: '公募市民', family: 'territorial', words: /公募/ },
  { code: 'other', name: 'その他', family: 'thematic', words: null },
]

/** The list an office begins with. */
export const shippedKinds: readonly Kind[] = shipped.map(({ code, name, family }) => ({
  code,
  name,
  family,
  retired: false,
}))

/** The office's own rows in their order, then what it never touched of the list it began with. */
export function kindsInUse(own: readonly Kind[]): readonly Kind[] {
  return [...own, ...shippedKinds.filter((kind) => !own.some(({ code }) => code === kind.code))]
}

/** Where two kinds' words meet in one name, the more telling one first. */
const askedFirst: readonly ConstituentKind[] = [
  'community-support-center',
  'district-welfare-council',
  'social-welfare-council',
  'silver-human-resources',
  'welfare-commissioner',
  'senior-club',
  'public-applicant',
  'safety',
  'women-group',
  'municipality',
  'academic',
  'cooperative',
  'health-care',
  'nonprofit',
  'disability-support',
  'youth-support',
  'children-and-school',
  'volunteer-group',
  'care-provider',
  'welfare-corporation',
  'business',
  'neighborhood-association',
  'coordinator',
]

/** The kind that a group's name speaks for, or null where it says nothing. A proposal for the user to look over. */
export function guessKind(organizationName: string, kinds: readonly Kind[]): ConstituentKind | null {
  const plain = organizationName.normalize('NFKC')
  const usable = kinds.filter((kind) => !kind.retired)
  // What the office added itself is the more telling: 子ども食堂 as a kind of its own.
  const own = usable.find(
    (kind) =>
      !shipped.some(({ code }) => code === kind.code) && plain.includes(kind.name.normalize('NFKC').trim()),
  )
  if (own !== undefined) return own.code
  return (
    askedFirst.find(
      (code) =>
        usable.some((kind) => kind.code === code) &&
        shipped.find((kind) => kind.code === code)?.words?.test(plain) === true,
    ) ?? null
  )
}

/** Name and family of a kind by the office's list. */
export function describeKind(
  code: ConstituentKind,
  kinds: readonly Kind[],
): { readonly name: string; readonly family: KindFamily } {
  const kind = kinds.find((each) => each.code === code)
  return kind === undefined ? otherKind : { name: kind.name, family: kind.family }
}

/** 地縁型 of a group: its own where it was said, else that of its kind. */
export function familyOf(
  group: { readonly kind: ConstituentKind | null; readonly family: KindFamily | null },
  kinds: readonly Kind[],
): KindFamily | null {
  return group.family ?? (group.kind === null ? null : describeKind(group.kind, kinds).family)
}

const kindWords: readonly (readonly [RegExp, ConstituentKind])[] = [
  [/企業|商店|会社/, 'business'],
  [/サロン|居場所|助け合い|ボランティア/, 'volunteer-group'],
  [/当事者|家族会/, 'disability-support'],
]

/** A 種別 as a list of groups writes it: 自治会, 企業・商店. Null where no kind is meant (地縁型 is a family). */
export function readKind(text: string, kinds: readonly Kind[]): ConstituentKind | null {
  const plain = text.normalize('NFKC').trim()
  if (plain === '' || readFamily(plain) !== null) return null
  const usable = kinds.filter((kind) => !kind.retired)
  const named = usable.find((kind) => kind.name.normalize('NFKC').trim() === plain)?.code
  if (named !== undefined) return named
  const byWord = kindWords.find(([words]) => words.test(plain))?.[1]
  return (
    guessKind(plain, kinds) ??
    (byWord !== undefined && usable.some((kind) => kind.code === byWord) ? byWord : null)
  )
}

/** A 類型 such as 地縁型, テーマ型, 専門機関・企業. */
export function readFamily(text: string): KindFamily | null {
  const plain = text.normalize('NFKC').trim()
  if (/^地縁/.test(plain)) return 'territorial'
  if (/^テーマ/.test(plain)) return 'thematic'
  return /^(?:専門機関|行政)/.test(plain) ? 'institutional' : null
}
