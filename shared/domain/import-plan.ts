import type { CalendarDate } from './calendar-date.ts'
import type { PersonId } from './ids.ts'
import type { CouncilRole, Reappointment } from './roles.ts'
import type { Sector } from './sectors.ts'

/**
 * What an import would do, row by row, before anything is written: made by `core/imports`, shown by the
 * window, carried out by a use case from `PlannedRow.fields`. Plain data.
 */

/** Fields that a column of a roster can hold. `nameAndPost` is a column with both in one cell. */
export const importFields = [
  'number',
  'category',
  'organizationName',
  'post',
  'name',
  'nameAndPost',
  'kana',
  'postalCode',
  'address',
  'phone',
  'mobile',
  'fax',
  'email',
  'appointedOn',
  'term',
  'termFrom',
  'termTo',
  'sectors',
  'role',
  'reappointment',
  'note',
] as const
export type ImportField = (typeof importFields)[number]

/** What becomes of a column: a field, `beside` for what goes to the remarks, `leave` for what is not taken in. */
export const columnUses = [...importFields, 'beside', 'leave'] as const
export type ColumnUse = (typeof columnUses)[number]

export const importFieldNames: Readonly<Record<ImportField, string>> = {
  number: '番号',
  category: '区分',
  organizationName: '団体名',
  post: '役職',
  name: '氏名',
  nameAndPost: '役職と氏名',
  kana: 'ふりがな',
  postalCode: '郵便番号',
  address: '住所',
  phone: '電話',
  mobile: '携帯電話',
  fax: 'ＦＡＸ',
  email: 'メール',
  appointedOn: '委嘱日',
  term: '任期',
  termFrom: '任期の始め',
  termTo: '任期の終わり',
  sectors: '分野',
  role: '協議体での役割',
  reappointment: '新任・再任',
  note: '備考',
}

/**
 * new: nobody like this is recorded · changed: recorded, with other values · same: recorded as it stands
 * · doubtful: somebody has to choose or look · wrong: cannot be taken in, for the reason given.
 */
export const rowStates = ['new', 'changed', 'same', 'doubtful', 'wrong'] as const
export type RowState = (typeof rowStates)[number]

export const rowStateNames: Readonly<Record<RowState, string>> = {
  new: '追加',
  changed: '変更',
  same: '同じ',
  doubtful: '要確認',
  wrong: '取り込めません',
}

/** Something that was met while reading. */
export interface Finding {
  /** note: told only · ask: somebody should look · error: could not be read. */
  readonly severity: 'note' | 'ask' | 'error'
  /** Address such as `L41`, without the sheet's name. */
  readonly cell: string | null
  /** The column's heading as in the sheet. */
  readonly column: string | null
  /** As written in the cell. */
  readonly text: string
  /** A Japanese sentence; names sheet and cell by itself where there is one. */
  readonly message: string
}

/** A person as the row gives them. Texts that are missing are ''. */
export interface PlannedPerson {
  readonly name: string
  readonly kana: string
  readonly organizationName: string
  readonly post: string
  /** 区分, filled down. */
  readonly category: string
  readonly postalCode: string
  readonly address: string
  readonly phone: string
  /** What stood beside the number: 内線2131, 携帯; or instead of it: 事務局経由. */
  readonly phoneNote: string
  readonly fax: string
  readonly email: string
  readonly appointedOn: CalendarDate | null
  readonly termFrom: CalendarDate | null
  readonly termTo: CalendarDate | null
  /** What of the term is no date: 在職期間, R9.5総会まで. */
  readonly termNote: string
  readonly sectors: readonly Sector[]
  readonly role: CouncilRole
  readonly reappointment: Reappointment | null
  readonly exOfficio: boolean
  /** 備考 as written, then what stood beside the table, in comments and in columns without a field. */
  readonly note: string
}

/** Somebody who may be the person of this row. */
export interface PlannedMatch {
  /** Recorded already; null when it is another row of the same sheet. */
  readonly personId: PersonId | null
  readonly row: number | null
  readonly name: string
  readonly organizationName: string
  /** Japanese reasons: 氏名が同じ, 電話が同じ. */
  readonly why: readonly string[]
}

export interface PlannedChange {
  readonly field: keyof PlannedPerson
  /** 電話, as the preview shows it. */
  readonly label: string
  readonly from: string
  readonly to: string
}

export interface PlannedRow {
  /** Row of the sheet, from 1. */
  readonly row: number
  readonly state: RowState
  /** What will happen and why, in Japanese. */
  readonly reason: string
  readonly fields: PlannedPerson
  /** Cell from which each field was read, e.g. name: 'E5'. */
  readonly where: Partial<Readonly<Record<ImportField, string>>>
  readonly findings: readonly Finding[]
  readonly matches: readonly PlannedMatch[]
  readonly changes: readonly PlannedChange[]
  /** Crossed out in the sheet: 辞退. */
  readonly struckThrough: boolean
  /** Written in red. */
  readonly highlighted: boolean
}

/** What the plan itself proposes for a row: nothing is taken in that somebody has to look at first. */
export function proposedChoice(
  { row, state }: Pick<PlannedRow, 'row' | 'state'>,
  asMember: boolean,
): {
  readonly row: number
  readonly action: 'take' | 'leave'
  readonly personId: null
  readonly asMember: boolean
} {
  const goesIn = state !== 'wrong' && state !== 'doubtful'
  return { row, action: goesIn ? 'take' : 'leave', personId: null, asMember: goesIn && asMember }
}

export interface PlannedColumn {
  readonly use: ColumnUse
  /** Letter of the column: C. */
  readonly column: string
  /** Both rows of a two-row header, joined: 所属 団体名. */
  readonly header: string
  /** Null when the column is not taken in as a field; `reason` says why. */
  readonly field: ImportField | null
  readonly hidden: boolean
  readonly reason: string | null
}

export interface SkippedRow {
  readonly row: number
  readonly reason: 'subtotal' | 'blank' | 'repeated-header' | 'note' | 'title'
  /** What stands in the row, cells joined. */
  readonly text: string
}

export const skipReasonNames: Readonly<Record<SkippedRow['reason'], string>> = {
  subtotal: '小計・合計の行',
  blank: '空の行',
  'repeated-header': '見出しの繰り返し',
  note: '注記',
  title: '表題',
}

export interface ImportSheet {
  readonly name: string
  /** very-hidden cannot be shown by Excel's menus. */
  readonly visibility: 'visible' | 'hidden' | 'very-hidden'
  /** Rows that hold anything. */
  readonly rows: number
  /** The sheet that looks most like this year's list. */
  readonly suggested: boolean
}

/**
 * How a sheet lays its people out: a row each; a column each; a row each in tables side by side; or a card each, with the
 * headings beside the values.
 */
export type SheetLayout = 'rows' | 'columns' | 'side-by-side' | 'cards'

export interface ColumnChoice {
  /** Letters, as in the sheet; of a table whose headings stand down the side, of the turned one. */
  readonly column: string
  readonly use: ColumnUse
}

export interface ImportPlan {
  readonly fileName: string
  readonly sheets: readonly ImportSheet[]
  /** Name of the sheet that was read. */
  readonly sheet: string
  readonly title: string | null
  readonly layout: SheetLayout
  readonly headerRows: readonly number[]
  readonly columns: readonly PlannedColumn[]
  readonly rows: readonly PlannedRow[]
  readonly skipped: readonly SkippedRow[]
  /** What concerns the sheet or file as a whole; findings of a row stand with the row. */
  readonly findings: readonly Finding[]
  readonly counts: Readonly<Record<RowState, number>>
}
