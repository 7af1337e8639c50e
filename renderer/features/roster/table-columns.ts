import type { OrganizationRow } from '#shared/contract/organization-operations.ts'
import type { PersonRow, Seat } from '#shared/contract/roster-operations.ts'
import { type CalendarDate, formatWareki } from '#shared/domain/calendar-date.ts'
import { describeKind, type Kind, kindFamilyNames } from '#shared/domain/constituent-kinds.ts'
import { kanaSortKey, stripLegalForm } from '#shared/domain/japanese-text.ts'
import { councilRoleNames, reappointmentNames } from '#shared/domain/roles.ts'
import { sectorShortNames } from '#shared/domain/sectors.ts'

/** A column of a list: what it shows, and by what it is ordered where that is something else. */
export interface TableColumn<Row> {
  readonly key: string
  readonly heading: string
  readonly text: (row: Row) => string
  readonly order?: (row: Row) => string
  /** Width beside the others. */
  readonly share: number
  /** Shown from the beginning. */
  readonly usual: boolean
}

const kanaOrLast = (kana: string, name: string): string =>
  kana === '' ? `\u{10ffff}${name}` : kanaSortKey(kana)

export const dayText = (day: CalendarDate | null): string => (day === null ? '' : formatWareki(day, 'short'))

/** To order by a day: those without one stand behind all others. */
export const dayOrLast = (day: CalendarDate | null): string => day ?? '9999'

export const personColumns: readonly TableColumn<PersonRow>[] = [
  {
    key: 'name',
    heading: '氏名',
    text: (row) => row.name,
    order: (row) => kanaOrLast(row.kana, row.name),
    share: 10,
    usual: true,
  },
  {
    key: 'kana',
    heading: 'ふりがな',
    text: (row) => row.kana,
    order: (row) => kanaOrLast(row.kana, row.name),
    share: 11,
    usual: true,
  },
  {
    key: 'group',
    heading: '団体',
    text: (row) => row.organizationName,
    order: (row) => stripLegalForm(row.organizationName),
    share: 16,
    usual: true,
  },
  { key: 'post', heading: '役職', text: (row) => row.post, share: 9, usual: true },
  { key: 'phone', heading: '電話', text: (row) => row.phone, share: 9, usual: true },
  { key: 'address', heading: '住所', text: (row) => row.address, share: 20, usual: false },
  { key: 'email', heading: 'メール', text: (row) => row.email, share: 14, usual: false },
  {
    key: 'sectors',
    heading: '分野',
    text: (row) => row.sectors.map((sector) => sectorShortNames[sector]).join('・'),
    share: 9,
    usual: false,
  },
]

export const groupColumns = (kinds: readonly Kind[]): readonly TableColumn<OrganizationRow>[] => [
  {
    key: 'name',
    heading: '団体名',
    text: (row) => row.name,
    order: (row) => stripLegalForm(row.kana === '' ? row.name : row.kana),
    share: 18,
    usual: true,
  },
  { key: 'code', heading: 'コード', text: (row) => row.code, share: 6, usual: false },
  {
    key: 'kind',
    heading: '種別',
    text: (row) => (row.kind === null ? '' : describeKind(row.kind, kinds).name),
    share: 12,
    usual: true,
  },
  {
    key: 'family',
    heading: '類型',
    text: (row) => (row.family === null ? '' : kindFamilyNames[row.family]),
    share: 10,
    usual: false,
  },
  {
    key: 'sectors',
    heading: '分野',
    text: (row) => row.sectors.map((sector) => sectorShortNames[sector]).join('・'),
    share: 9,
    usual: true,
  },
  { key: 'area', heading: '圏域', text: (row) => row.areaName, share: 9, usual: true },
  { key: 'contact', heading: '代表者', text: (row) => row.contactName, share: 9, usual: true },
  { key: 'phone', heading: '電話', text: (row) => row.phone, share: 9, usual: false },
  { key: 'address', heading: '所在地', text: (row) => row.address, share: 18, usual: false },
  {
    key: 'people',
    heading: '名簿の人',
    text: (row) => String(row.people),
    order: (row) => String(row.people).padStart(6, '0'),
    share: 6,
    usual: false,
  },
]

const days = (from: Seat['termFrom'], to: Seat['termTo']): string =>
  from === null && to === null ? '' : `${dayText(from)}～${dayText(to)}`

export const seatColumns: readonly TableColumn<Seat>[] = [
  {
    key: 'number',
    heading: '席次',
    text: (row) => String(row.seatNumber),
    order: (row) => String(row.seatNumber).padStart(4, '0'),
    share: 4,
    usual: true,
  },
  { key: 'category', heading: '選出区分', text: (row) => row.category, share: 13, usual: true },
  {
    key: 'name',
    heading: '氏名',
    text: (row) => row.name,
    order: (row) => kanaOrLast(row.kana, row.name),
    share: 10,
    usual: true,
  },
  {
    key: 'kana',
    heading: 'ふりがな',
    text: (row) => row.kana,
    order: (row) => kanaOrLast(row.kana, row.name),
    share: 11,
    usual: false,
  },
  { key: 'group', heading: '団体', text: (row) => row.organizationName, share: 15, usual: true },
  { key: 'post', heading: '役職', text: (row) => row.post, share: 9, usual: true },
  { key: 'role', heading: '役割', text: (row) => councilRoleNames[row.role], share: 7, usual: false },
  {
    key: 'term',
    heading: '任期',
    text: (row) => days(row.termFrom, row.termTo) || row.termNote,
    order: (row) => dayOrLast(row.termTo),
    share: 13,
    usual: true,
  },
  {
    key: 'appointed',
    heading: '委嘱日',
    text: (row) => dayText(row.appointedOn),
    order: (row) => row.appointedOn ?? '',
    share: 7,
    usual: false,
  },
  {
    key: 'again',
    heading: '新任・再任',
    text: (row) => (row.reappointment === null ? '' : reappointmentNames[row.reappointment]),
    share: 6,
    usual: false,
  },
  {
    key: 'by-post',
    heading: '充て職',
    text: (row) => (row.exOfficio ? '充て職' : ''),
    share: 5,
    usual: false,
  },
]
