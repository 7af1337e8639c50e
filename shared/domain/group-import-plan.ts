import type { CalendarDate } from './calendar-date.ts'
import type { ConstituentKind, KindFamily } from './constituent-kinds.ts'
import type { OrganizationId } from './ids.ts'
import type { Finding, ImportSheet, RowState, SkippedRow } from './import-plan.ts'
import type { Sector } from './sectors.ts'

/** What an import of groups would do, row by row: the counterpart of `import-plan.ts` for a table of 団体. */

export const groupImportFields = [
  'code',
  'name',
  'kana',
  'kind',
  'family',
  'sectors',
  'area',
  'contactPost',
  'contactName',
  'postalCode',
  'address',
  'phone',
  'fax',
  'email',
  'activities',
  'checkedOn',
  'note',
] as const
export type GroupImportField = (typeof groupImportFields)[number]

/** What may be made of a column. */
export const groupColumnUses = [...groupImportFields, 'beside', 'leave'] as const
export type GroupColumnUse = (typeof groupColumnUses)[number]

export interface GroupColumnChoice {
  /** Letters, as in the sheet. */
  readonly column: string
  readonly use: GroupColumnUse
}

export const groupImportFieldNames: Readonly<Record<GroupImportField, string>> = {
  code: '団体コード',
  name: '団体名',
  kana: 'ふりがな',
  kind: '種別',
  family: '類型',
  sectors: '分野',
  area: '圏域',
  contactPost: '代表者の職',
  contactName: '代表者',
  postalCode: '郵便番号',
  address: '所在地',
  phone: '電話',
  fax: 'ＦＡＸ',
  email: 'メール',
  activities: '活動内容',
  checkedOn: '最終確認日',
  note: '備考',
}

/** A group as the row gives it. Texts that are missing are ''. */
export interface PlannedGroup {
  readonly code: string
  readonly name: string
  readonly kana: string
  readonly kind: ConstituentKind | null
  /** Null where the kind says it already, or nothing does. */
  readonly family: KindFamily | null
  readonly sectors: readonly Sector[]
  readonly areaName: string
  readonly postalCode: string
  readonly address: string
  readonly phone: string
  readonly fax: string
  readonly email: string
  readonly contactPost: string
  readonly contactName: string
  readonly activities: string
  readonly note: string
  readonly checkedOn: CalendarDate | null
}

export interface PlannedGroupMatch {
  /** Recorded already; null when it is another row of the same sheet. */
  readonly organizationId: OrganizationId | null
  readonly row: number | null
  readonly name: string
  readonly why: readonly string[]
}

export interface PlannedGroupChange {
  readonly field: keyof PlannedGroup
  readonly label: string
  readonly from: string
  readonly to: string
}

export interface PlannedGroupRow {
  /** Row of the sheet, from 1. */
  readonly row: number
  readonly state: RowState
  readonly reason: string
  readonly fields: PlannedGroup
  readonly findings: readonly Finding[]
  readonly matches: readonly PlannedGroupMatch[]
  readonly changes: readonly PlannedGroupChange[]
}

export interface PlannedGroupColumn {
  readonly column: string
  readonly header: string
  readonly field: GroupImportField | null
  readonly use: GroupColumnUse
  /** Why it is not a field of its own, or null. */
  readonly reason: string | null
}

export interface GroupImportPlan {
  readonly fileName: string
  readonly sheets: readonly ImportSheet[]
  readonly sheet: string
  readonly title: string | null
  readonly headerRows: readonly number[]
  readonly columns: readonly PlannedGroupColumn[]
  readonly rows: readonly PlannedGroupRow[]
  readonly skipped: readonly SkippedRow[]
  readonly counts: Readonly<Record<RowState, number>>
}
