import type { CalendarDate } from './calendar-date.ts'

/** What the columns of a 地域資源一覧 are taken for. */
export const resourceImportFields = [
  'name',
  'kana',
  'kind',
  'areaName',
  'operator',
  'contact',
  'place',
  'schedule',
  'audience',
  'sectors',
  'content',
  'fee',
  'capacity',
  'helpers',
  'transport',
  'application',
  'visibility',
  'source',
  'checkedOn',
] as const
export type ResourceImportField = (typeof resourceImportFields)[number]

export const resourceImportFieldNames: Readonly<Record<ResourceImportField, string>> = {
  name: '名称',
  kana: 'よみ',
  kind: '分類',
  areaName: '圏域',
  operator: '運営主体',
  contact: '窓口',
  place: '場所',
  schedule: '開催日・頻度',
  audience: '対象',
  sectors: '分野',
  content: '内容',
  fee: '費用',
  capacity: '定員',
  helpers: '担い手',
  transport: '移動手段',
  application: '申込み',
  visibility: '公開可否',
  source: '情報源',
  checkedOn: '確認日',
}

/**
 * `changed` and `same`: a resource of that name and area stands already; `double`: it stood further up in the list,
 * and is left unless somebody wants it beside the other.
 */
export type ResourceRowState = 'new' | 'changed' | 'same' | 'double' | 'wrong'

/** What a row would change in a resource that stands already. */
export interface ResourceChange {
  readonly field: ResourceImportField
  readonly before: string
  readonly after: string
}

export interface PlannedResourceRow {
  /** Row of the sheet, from 1. */
  readonly row: number
  readonly state: ResourceRowState
  /** Whether it is taken unless somebody says otherwise: new ones, and changes from a list that is not older. */
  readonly offered: boolean
  /** Of `changed` alone. */
  readonly changes: readonly ResourceChange[]
  readonly name: string
  readonly areaName: string
  /** As written; what the office's list calls so is `kind`. */
  readonly kindText: string
  /** Each in a sentence that names sheet and row: why it is double or wrong, and what could not be read or is older. */
  readonly remarks: readonly string[]
  readonly checkedOn: CalendarDate | null
}

export interface ResourceImportPlan {
  readonly fileName: string
  readonly sheet: string
  readonly headerRow: number
  readonly columns: readonly { readonly header: string; readonly field: ResourceImportField | null }[]
  readonly rows: readonly PlannedResourceRow[]
}
