import type { ActivityHeading, ActivityUnit } from './activity.ts'
import type { ActivityKindId } from './ids.ts'

export interface ActivityKind {
  readonly id: ActivityKindId
  readonly heading: ActivityHeading
  readonly name: string
  readonly unit: ActivityUnit
}

/**
 * The kinds that every office begins with, as 月報 of cities have them. Their ids are the same on every PC; an office that
 * changes the list keeps it as rows, and these among them as they were.
 */
// Ids are texts of this form; nothing else makes these.
export const shippedActivityKinds: readonly ActivityKind[] = [
  {
    id: '0000000000000000000000ak01' as ActivityKindId,
    heading: 'development',
    name: '地域資源の把握（新規）',
    unit: '件',
  },
  {
    id: '0000000000000000000000ak02' as ActivityKindId,
    heading: 'development',
    name: '地域資源の把握（更新・確認）',
    unit: '件',
  },
  {
    id: '0000000000000000000000ak03' as ActivityKindId,
    heading: 'development',
    name: '活動・サービスの立上げ支援',
    unit: '件',
  },
  {
    id: '0000000000000000000000ak04' as ActivityKindId,
    heading: 'development',
    name: '活動の継続支援（運営相談）',
    unit: '件',
  },
  {
    id: '0000000000000000000000ak05' as ActivityKindId,
    heading: 'development',
    name: '担い手養成（講座・説明会）',
    unit: '回',
  },
  {
    id: '0000000000000000000000ak06' as ActivityKindId,
    heading: 'network',
    name: '第１層協議体の開催・参加',
    unit: '回',
  },
  {
    id: '0000000000000000000000ak07' as ActivityKindId,
    heading: 'network',
    name: '第２層協議体の開催・参加',
    unit: '回',
  },
  {
    id: '0000000000000000000000ak08' as ActivityKindId,
    heading: 'network',
    name: '自治会・町内会等への訪問',
    unit: '件',
  },
  {
    id: '0000000000000000000000ak09' as ActivityKindId,
    heading: 'network',
    name: '民生委員児童委員との連携',
    unit: '件',
  },
  {
    id: '0000000000000000000000ak10' as ActivityKindId,
    heading: 'network',
    name: '団体・企業・学校等への訪問',
    unit: '件',
  },
  {
    id: '0000000000000000000000ak11' as ActivityKindId,
    heading: 'network',
    name: '関係機関との連絡調整',
    unit: '件',
  },
  {
    id: '0000000000000000000000ak12' as ActivityKindId,
    heading: 'network',
    name: '会議・研修への参加',
    unit: '回',
  },
  {
    id: '0000000000000000000000ak13' as ActivityKindId,
    heading: 'matching',
    name: 'ニーズの把握（個別相談）',
    unit: '件',
  },
  {
    id: '0000000000000000000000ak14' as ActivityKindId,
    heading: 'matching',
    name: 'マッチング（依頼）',
    unit: '件',
  },
  {
    id: '0000000000000000000000ak15' as ActivityKindId,
    heading: 'matching',
    name: 'マッチング（成立）',
    unit: '件',
  },
  {
    id: '0000000000000000000000ak16' as ActivityKindId,
    heading: 'other',
    name: '広報・情報発信',
    unit: '件',
  },
  {
    id: '0000000000000000000000ak17' as ActivityKindId,
    heading: 'other',
    name: '報告書等の作成・その他',
    unit: '件',
  },
]
