import type { CouncilDetail, Secretariat } from '#shared/contract/council-operations.ts'
import type { LetterField } from '#shared/contract/letter-operations.ts'
import type { ReplySlipPlace } from '#shared/contract/paper-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { councilLayerNames } from '#shared/domain/council.ts'
import type { AddresseeParts } from '#shared/domain/honorifics.ts'
import { fieldCatalogue, fieldValuesOf, knownFieldPaths } from '../fields.ts'
import type { FieldValue, FormValues } from '../forms/form-values.ts'
import type { MeetingRecord } from '../documents/meeting-record.ts'

/** Whom a letter goes to, and on what terms they are a member. */
export interface Recipient extends AddresseeParts {
  readonly role: string
  readonly category: string
  readonly termFrom: CalendarDate | null
  readonly termTo: CalendarDate | null
}

/** What one letter is made from. */
export interface LetterSource {
  readonly secretariat: Secretariat
  readonly council: CouncilDetail
  /** Null for letters that belong to no meeting. */
  readonly record: MeetingRecord | null
  readonly recipient: Recipient
  readonly issuedOn: CalendarDate
  readonly replyBy: CalendarDate | null
  readonly documentNumber: string
  readonly replySlip: ReplySlipPlace
}

interface LetterFieldDefinition extends LetterField {
  readonly read: (source: LetterSource) => FieldValue | null
}

const text = (content: string): FieldValue | null =>
  content.trim() === '' ? null : { kind: 'text', text: content }
const date = (value: CalendarDate | null): FieldValue | null =>
  value === null ? null : { kind: 'date', date: value }

/** Fields that only letters know. Like those of forms they are never renamed, only added. */
const ownFields: readonly LetterFieldDefinition[] = [
  {
    path: '宛先.団体',
    example: '東部地区自治会連絡協議会',
    read: ({ recipient }) => text(recipient.organizationName),
  },
  { path: '宛先.役職', example: '会長', read: ({ recipient }) => text(recipient.post) },
  { path: '宛先.氏名', example: '髙橋　敏夫', read: ({ recipient }) => text(recipient.name) },
  { path: '文書.番号', example: '青社協第12号', read: ({ documentNumber }) => text(documentNumber) },
  { path: '文書.日付', example: '令和8年9月1日', read: ({ issuedOn }) => date(issuedOn) },
  { path: '返信.期限', example: '令和8年9月10日', read: ({ replyBy }) => date(replyBy) },
  { path: '委員.役', example: '委員', read: ({ recipient }) => text(recipient.role) },
  { path: '委員.区分', example: '第1号（地縁団体）', read: ({ recipient }) => text(recipient.category) },
  { path: '委員.任期開始', example: '令和8年4月1日', read: ({ recipient }) => date(recipient.termFrom) },
  { path: '委員.任期終了', example: '令和10年3月31日', read: ({ recipient }) => date(recipient.termTo) },
]

/** Of the catalogue of forms, what is known without a meeting. */
const councilFields: readonly LetterFieldDefinition[] = [
  { path: '協議体.名称', example: '', read: ({ council }) => text(council.name) },
  { path: '協議体.層', example: '', read: ({ council }) => text(councilLayerNames[council.layer]) },
  { path: '協議体.圏域', example: '', read: ({ council }) => text(council.areaName) },
  { path: '事務局.名称', example: '', read: ({ secretariat }) => text(secretariat.officeName) },
  { path: '事務局.代表者職氏名', example: '', read: ({ secretariat }) => text(secretariat.representative) },
  { path: '事務局.郵便番号', example: '', read: ({ secretariat }) => text(secretariat.postalCode) },
  { path: '事務局.所在地', example: '', read: ({ secretariat }) => text(secretariat.address) },
  { path: '事務局.担当者', example: '', read: ({ secretariat }) => text(secretariat.staffName) },
  { path: '事務局.電話', example: '', read: ({ secretariat }) => text(secretariat.phone) },
  { path: '事務局.FAX', example: '', read: ({ secretariat }) => text(secretariat.fax) },
  { path: '事務局.メール', example: '', read: ({ secretariat }) => text(secretariat.email) },
]

/** Every path that a letter may name. */
export const letterPaths: readonly string[] = [...ownFields.map(({ path }) => path), ...knownFieldPaths]

/** As they are offered beside the text; lists are left to forms, where they have rows. */
export const letterFields: readonly LetterField[] = [
  ...ownFields.map(({ path, example }) => ({ path, example })),
  ...fieldCatalogue
    .filter(({ of, path }) => of === null && !path.startsWith('添付.') && !path.startsWith('提出.'))
    .map(({ path, example }) => ({ path, example })),
]

/** What all letters of one meeting and one day say alike: read once, since a roll of hundreds takes its time. */
export function meetingValuesOf({ record, issuedOn }: Pick<LetterSource, 'record' | 'issuedOn'>): FormValues {
  return record === null ? { fields: {}, lists: {} } : fieldValuesOf(record, { submittedOn: issuedOn })
}

/** The values of one letter. Fields without content are absent. */
export function letterValuesOf(source: LetterSource, ofMeeting: FormValues): FormValues {
  const own = [...councilFields, ...ownFields].flatMap(({ path, read }) => {
    const value = read(source)
    return value === null ? [] : [[path, value] as const]
  })
  return { fields: { ...ofMeeting.fields, ...Object.fromEntries(own) }, lists: ofMeeting.lists }
}
