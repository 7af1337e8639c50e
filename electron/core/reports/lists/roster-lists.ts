import type { OrganizationFields } from '#shared/contract/organization-operations.ts'
import type { PersonFields, Seat } from '#shared/contract/roster-operations.ts'
import { describeKind, type Kind, kindFamilyNames } from '#shared/domain/constituent-kinds.ts'
import { councilRoleNames, reappointmentNames } from '#shared/domain/roles.ts'
import { sectorNames, sectors, type Sector } from '#shared/domain/sectors.ts'
import { codeField, dateField, type ListField, numberField, textField, yesNoField } from '../list-table.ts'

/** One column for each 分野: several sectors in one cell are no value that a program can read. */
const sectorFields = <Row extends { readonly sectors: readonly Sector[] }>(): readonly ListField<Row>[] =>
  sectors.map((sector) =>
    yesNoField(`分野：${sectorNames[sector]}`, (row: Row) => row.sectors.includes(sector)),
  )

type PersonInList = Omit<PersonFields, 'sectors'> & { readonly sectors: readonly Sector[] }

export const personFields: readonly ListField<PersonInList>[] = [
  textField('氏名', 9, (row) => row.name),
  textField('ふりがな', 10, (row) => row.kana),
  textField('団体', 16, (row) => row.organizationName),
  textField('役職', 10, (row) => row.post),
  codeField('郵便番号', 6, (row) => row.postalCode),
  textField('住所', 22, (row) => row.address),
  codeField('電話', 8, (row) => row.phone),
  textField('電話の備考', 8, (row) => row.phoneNote),
  codeField('FAX', 8, (row) => row.fax),
  textField('メール', 14, (row) => row.email),
  ...sectorFields<PersonInList>(),
  textField('備考', 16, (row) => row.note),
]

type MemberRow = Seat &
  Pick<PersonFields, 'postalCode' | 'address' | 'phone' | 'fax' | 'email'> & { readonly councilName: string }

export const memberFields: readonly ListField<MemberRow>[] = [
  textField('協議体', 16, (row) => row.councilName),
  numberField('席次', (row) => row.seatNumber),
  textField('役', 6, (row) => councilRoleNames[row.role]),
  textField('選出区分', 12, (row) => row.category),
  textField('氏名', 9, (row) => row.name),
  textField('ふりがな', 10, (row) => row.kana),
  textField('団体', 16, (row) => row.organizationName),
  textField('役職', 10, (row) => row.post),
  dateField('委嘱日', (row) => row.appointedOn),
  dateField('任期の始め', (row) => row.termFrom),
  dateField('任期の終わり', (row) => row.termTo),
  textField('任期の備考', 8, (row) => row.termNote),
  textField('新任・再任', 5, (row) =>
    row.reappointment === null ? '' : reappointmentNames[row.reappointment],
  ),
  yesNoField('充て職', (row) => row.exOfficio),
  codeField('郵便番号', 6, (row) => row.postalCode),
  textField('住所', 22, (row) => row.address),
  codeField('電話', 8, (row) => row.phone),
  codeField('FAX', 8, (row) => row.fax),
  textField('メール', 14, (row) => row.email),
]

type OrganizationInList = Omit<OrganizationFields, 'sectors'> & { readonly sectors: readonly Sector[] }

/** By the office's own list of kinds. */
export const organizationFields = (kinds: readonly Kind[]): readonly ListField<OrganizationInList>[] => [
  codeField('団体コード', 6, (row) => row.code),
  textField('団体名', 18, (row) => row.name),
  textField('よみ', 14, (row) => row.kana),
  textField('種別', 10, (row) => (row.kind === null ? '' : describeKind(row.kind, kinds).name)),
  textField('類型', 8, (row) => (row.family === null ? '' : kindFamilyNames[row.family])),
  ...sectorFields<OrganizationInList>(),
  textField('圏域', 8, (row) => row.areaName),
  codeField('郵便番号', 6, (row) => row.postalCode),
  textField('住所', 22, (row) => row.address),
  codeField('電話', 8, (row) => row.phone),
  codeField('FAX', 8, (row) => row.fax),
  textField('メール', 14, (row) => row.email),
  textField('窓口の役職', 8, (row) => row.contactPost),
  textField('窓口の氏名', 9, (row) => row.contactName),
  textField('活動', 20, (row) => row.activities),
  textField('備考', 16, (row) => row.note),
  dateField('最終確認日', (row) => row.checkedOn),
]
