import { paperFormats, type PaperFormat } from './report-operations.ts'

/**
 * 帳票の棚 as data: every paper, found by what it is for. A paper gets a row here and its maker in
 * `electron/core/records/papers/paper-makers.ts`; one that is made on a page of its own gets a row in
 * `shelfLinks`. See docs/recipes.md, 「Add a paper to the shelf」.
 */

export const shelves = ['before-meeting', 'after-meeting', 'monthly', 'year-end', 'april'] as const
export type Shelf = (typeof shelves)[number]
export const shelfNames: Readonly<Record<Shelf, string>> = {
  'before-meeting': '会議の前',
  'after-meeting': '会議の後',
  monthly: '毎月',
  'year-end': '年度末',
  april: '4月',
}

export const papers = [
  'agenda',
  'sign-in-sheet',
  'seating',
  'name-tags',
  'table-tents',
  'labels',
  'envelopes',
  'postcards',
  'summary',
  'minutes',
  'attendee-list',
  'open-tasks',
  'decisions',
  'attendance-table',
  'roster-internal',
  'roster-public',
  'handover',
  'minutes-points',
  'minutes-public',
  'meeting-report',
  'organization-list',
  'help-leaflet',
  'resource-list',
  'gap-table',
  'need-list',
  'participation',
  'year-cover',
  'year-results',
  'survey',
  'invitation-list',
  'item-attendance',
] as const
export type Paper = (typeof papers)[number]

export interface PaperFacts {
  readonly name: string
  readonly shelf: Shelf
  /** `meeting`: made of one meeting; `council`: of a council; `year`: of its 年度; `office`: of everything kept here. */
  readonly of: 'meeting' | 'council' | 'year' | 'office'
  readonly formats: readonly PaperFormat[]
  /** What it is for, in a few words. */
  readonly use: string
  /** The formats in which it goes into a meeting's set (「まとめて作る」); absent: it does not. */
  readonly inSet?: readonly PaperFormat[]
  /** May carry the office's 決裁欄 at its top. */
  readonly maySeal?: true
  /** Goes to people or groups that are chosen. */
  readonly addressed?: true
}

const all = paperFormats
const drawn = ['pdf', 'docx'] as const

export const paperFacts: Readonly<Record<Paper, PaperFacts>> = {
  agenda: {
    name: '次第',
    shelf: 'before-meeting',
    of: 'meeting',
    formats: all,
    use: '会議で配る',
    inSet: ['pdf', 'docx'],
    maySeal: true,
  },
  'sign-in-sheet': {
    name: '出席簿',
    shelf: 'before-meeting',
    of: 'meeting',
    formats: all,
    use: '当日の受付',
    inSet: ['pdf', 'xlsx'],
  },
  seating: {
    name: '席次表',
    shelf: 'before-meeting',
    of: 'meeting',
    formats: all,
    use: '会場の席の並び',
    inSet: ['pdf', 'xlsx'],
  },
  'name-tags': {
    name: '名札',
    shelf: 'before-meeting',
    of: 'meeting',
    formats: drawn,
    use: '切って名札入れへ',
    inSet: ['pdf'],
  },
  'table-tents': {
    name: '卓上札',
    shelf: 'before-meeting',
    of: 'meeting',
    formats: ['pdf'],
    use: '折って席に立てる',
    inSet: ['pdf'],
  },
  labels: {
    name: '宛名ラベル',
    shelf: 'before-meeting',
    of: 'council',
    formats: drawn,
    use: '通知を郵便で送る',
    addressed: true,
  },
  envelopes: {
    name: '封筒（長形3号）',
    shelf: 'before-meeting',
    of: 'council',
    formats: drawn,
    use: '通知を郵便で送る',
    addressed: true,
  },
  postcards: {
    name: 'はがき（宛名面）',
    shelf: 'before-meeting',
    of: 'council',
    formats: drawn,
    use: '案内や返信をはがきで送る',
    addressed: true,
  },
  summary: {
    name: '会議概要',
    shelf: 'after-meeting',
    of: 'meeting',
    formats: all,
    use: '2日のうちに知らせる1枚',
    inSet: ['pdf', 'docx'],
    maySeal: true,
  },
  minutes: {
    name: '議事録',
    shelf: 'after-meeting',
    of: 'meeting',
    formats: all,
    use: '委員へ、市へ',
    inSet: ['pdf', 'docx'],
    maySeal: true,
  },
  'attendee-list': {
    name: '出席者名簿',
    shelf: 'after-meeting',
    of: 'meeting',
    formats: all,
    use: '報告に添える',
    inSet: ['pdf', 'xlsx'],
  },
  'open-tasks': {
    name: '宿題一覧',
    shelf: 'monthly',
    of: 'council',
    formats: all,
    use: '終わっていない宿題',
  },
  decisions: { name: '決定事項・宿題一覧', shelf: 'year-end', of: 'year', formats: all, use: '年度のまとめ' },
  'attendance-table': {
    name: '出席状況一覧',
    shelf: 'year-end',
    of: 'year',
    formats: all,
    use: '委員ごとの出席',
  },
  'roster-internal': {
    name: '委員名簿（事務局用）',
    shelf: 'april',
    of: 'council',
    formats: all,
    use: '連絡先つき',
  },
  'roster-public': {
    name: '委員名簿（公開用）',
    shelf: 'april',
    of: 'council',
    formats: all,
    use: '区分・団体・氏名',
  },
  handover: { name: '引継書', shelf: 'april', of: 'year', formats: all, use: '次の担当者へ' },
  'minutes-points': {
    name: '議事録（要点）',
    shelf: 'after-meeting',
    of: 'meeting',
    formats: all,
    use: '決定・宿題・要点だけ',
    maySeal: true,
  },
  'minutes-public': {
    name: '議事録（公開用）',
    shelf: 'after-meeting',
    of: 'meeting',
    formats: all,
    use: '名前は役割に、非公開の議題は伏せる',
  },
  'meeting-report': {
    name: '開催報告書',
    shelf: 'after-meeting',
    of: 'meeting',
    formats: all,
    use: '市の様式がないとき、市へ',
    inSet: ['pdf', 'xlsx', 'docx'],
    maySeal: true,
  },
  'organization-list': {
    name: '団体一覧',
    shelf: 'april',
    of: 'office',
    formats: all,
    use: '窓口と連絡先',
  },
  'help-leaflet': {
    name: '困ったときの一覧',
    shelf: 'monthly',
    of: 'office',
    formats: all,
    use: '住民へ配る。公開の地域資源だけ',
  },
  'resource-list': {
    name: '地域資源一覧',
    shelf: 'year-end',
    of: 'office',
    formats: all,
    use: '職員用。すべての欄',
  },
  'gap-table': {
    name: '資源の過不足表',
    shelf: 'year-end',
    of: 'office',
    formats: all,
    use: '分類と圏域ごとに足りないもの',
  },
  'need-list': {
    name: '地域課題一覧',
    shelf: 'year-end',
    of: 'council',
    formats: all,
    use: '層の間で上げた課題と答え',
  },
  participation: {
    name: '参画状況表',
    shelf: 'year-end',
    of: 'council',
    formats: all,
    use: '分野と団体ごとの委員、足りないところ、呼びかけ',
  },
  'year-cover': {
    name: '実績報告書（鑑）',
    shelf: 'year-end',
    of: 'office',
    formats: all,
    use: '市へ出す表紙。別紙１と収支決算書を添える',
    maySeal: true,
  },
  'year-results': {
    name: '実績報告書 別紙１',
    shelf: 'year-end',
    of: 'office',
    formats: all,
    use: '体制、月別の実績、会議、資源',
  },
  survey: {
    name: '実施状況調査の集計',
    shelf: 'year-end',
    of: 'office',
    formats: all,
    use: '年度のまとめの問いと数',
  },
  'invitation-list': {
    name: '案内先一覧',
    shelf: 'before-meeting',
    of: 'meeting',
    formats: all,
    use: '通知をだれに、どうやって送るか',
  },
  'item-attendance': {
    name: '議題ごとの出席',
    shelf: 'after-meeting',
    of: 'meeting',
    formats: all,
    use: '遅刻・早退・退席を、議題ごとに',
  },
}

/** A paper that is made on a page of its own, since more has to be chosen for it than a meeting: whose, which month. */
export interface ShelfLink {
  readonly name: string
  readonly shelf: Shelf
  /** What it is for, in a few words. */
  readonly use: string
  /** The page's address, one of the routes of `renderer/app/router.tsx`. */
  readonly to: string
}

export const shelfLinks: readonly ShelfLink[] = [
  {
    name: '謝金・費用弁償（支払調書・領収書・振込）',
    shelf: 'after-meeting',
    use: '出席から、一人ずつの額を出す',
    to: '/reports/payments',
  },
  { name: '収支予算書・収支決算書', shelf: 'year-end', use: '科目と伝票から', to: '/reports/budget' },
  { name: '事業計画書', shelf: 'april', use: '年度のねらい、テーマ、会議', to: '/reports/plan' },
  { name: '提案書・要望書', shelf: 'year-end', use: '市へ出すものと、その答え', to: '/advocacy' },
  {
    name: 'コーディネーター活動報告書',
    shelf: 'monthly',
    use: '月報・四半期・年報と活動日報',
    to: '/coordinators/figures',
  },
  {
    name: 'コーディネーター推薦書',
    shelf: 'april',
    use: '協議体から市長へ',
    to: '/coordinators/selections',
  },
]

/** What a paper cannot be made without, or would be empty of. */
export const paperLacks = [
  'no-meeting',
  'no-agenda',
  'no-roll',
  'not-held',
  'minutes-open',
  'no-members',
  'no-addresses',
  'some-addresses',
  'no-meetings-in-year',
  'no-resources',
  'no-public-resources',
  'no-needs',
  'no-organizations',
] as const
export type PaperLack = (typeof paperLacks)[number]

/** Whether a paper can be made, and what of. */
export interface PaperStanding {
  /** Nothing can be made before this is there. */
  readonly blocked: PaperLack | null
  /** It can be made; this will be seen to be missing. */
  readonly wanting: readonly { readonly lack: PaperLack; readonly count: number }[]
}

export interface ShelfPaper extends PaperStanding {
  readonly paper: Paper
}
