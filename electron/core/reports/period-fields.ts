import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { agendaSummary } from './documents/agenda-summary.ts'
import { membersAttended } from './documents/attendance-text.ts'
import type { CouncilRecord } from './documents/council-record.ts'
import { isBeforeMeeting } from './documents/meeting-record.ts'
import { councilLayerNames } from '#shared/domain/council.ts'
import { areaWithoutEnding, type FieldDefinition, type FieldType } from './fields.ts'
import { isEmptyValue, type FieldRecord, type FieldValue, type FormValues } from './forms/form-values.ts'

/** A month (`2026-09`) or a 年度 (`2026`) of a council, as a form for it is filled. */
export interface PeriodRecord {
  readonly council: CouncilRecord
  readonly period: string
  /** Held within it, the earliest first. */
  readonly meetings: readonly MeetingDetail[]
}

interface PeriodField<Record> {
  readonly path: string
  readonly type: FieldType
  readonly example: string
  readonly read: (record: Record, submittedOn: CalendarDate) => FieldValue | null
}

const text = (content: string): FieldValue => ({ kind: 'text', text: content })
const number = (value: number): FieldValue => ({ kind: 'number', value })
const date = (value: CalendarDate): FieldValue => ({ kind: 'date', date: value })

const isOver = (meeting: MeetingDetail): boolean => !isBeforeMeeting(meeting)

const ofOffice: readonly PeriodField<PeriodRecord>[] = [
  {
    path: '事務局.所在地',
    type: 'text',
    example: '青羽市中央１丁目１番１号',
    read: ({ council }) => text(council.secretariat.address),
  },
  {
    path: '事務局.郵便番号',
    type: 'text',
    example: '000-0001',
    read: ({ council }) => text(council.secretariat.postalCode),
  },
  {
    path: '事務局.名称',
    type: 'text',
    example: '青羽市社会福祉協議会',
    read: ({ council }) => text(council.secretariat.officeName),
  },
  {
    path: '事務局.代表者職氏名',
    type: 'text',
    example: '会長　山田　太郎',
    read: ({ council }) => text(council.secretariat.representative),
  },
  {
    path: '事務局.担当者',
    type: 'text',
    example: '戸田　さやか',
    read: ({ council }) => text(council.secretariat.staffName),
  },
  {
    path: '事務局.電話',
    type: 'text',
    example: '000-223-0301',
    read: ({ council }) => text(council.secretariat.phone),
  },
  {
    path: '事務局.FAX',
    type: 'text',
    example: '000-223-0302',
    read: ({ council }) => text(council.secretariat.fax),
  },
  {
    path: '事務局.メール',
    type: 'text',
    example: 'chiiki@example.jp',
    read: ({ council }) => text(council.secretariat.email),
  },
  {
    path: '提出.提出日',
    type: 'date',
    example: '令和8年9月24日',
    read: (_record, submittedOn) => date(submittedOn),
  },
  {
    path: '提出.宛先',
    type: 'text',
    example: '青羽市長',
    read: ({ council }) => text(council.secretariat.addressee),
  },
  {
    path: '提出.宛先氏名',
    type: 'text',
    example: '青羽　一郎',
    read: ({ council }) => text(council.secretariat.addresseeName),
  },
  {
    path: '提出.担当課',
    type: 'text',
    example: '高齢福祉課',
    read: ({ council }) => text(council.secretariat.department),
  },
  {
    path: '協議体.名称',
    type: 'text',
    example: '青羽市第２層協議体（東部圏域）',
    read: ({ council }) => text(council.council.name),
  },
  {
    path: '協議体.層',
    type: 'text',
    example: '第2層',
    read: ({ council }) => text(councilLayerNames[council.council.layer]),
  },
  {
    path: '協議体.圏域',
    type: 'text',
    example: '東部',
    read: ({ council }) => text(areaWithoutEnding(council.council.areaName)),
  },
]

const ofPeriod: readonly PeriodField<PeriodRecord>[] = [
  {
    path: '期間.年度',
    type: 'number',
    example: '2026',
    read: ({ council }) => number(council.fiscalYear),
  },
  {
    path: '期間.年月',
    type: 'date',
    example: '令和8年9月1日',
    // The first day stands for the month: 和暦.年 and 和暦.月 are taken from it.
    read: ({ period }) => (period.length === 7 ? date(`${period}-01` as CalendarDate) : null),
  },
  {
    path: '期間.会議の回数',
    type: 'number',
    example: '2',
    read: ({ meetings }) => number(meetings.filter(isOver).length),
  },
  {
    path: '期間.延べ出席者数',
    type: 'number',
    example: '21',
    read: ({ meetings }) =>
      number(meetings.filter(isOver).reduce((sum, meeting) => sum + membersAttended(meeting), 0)),
  },
]

const ofMeeting: readonly PeriodField<MeetingDetail>[] = [
  { path: '回', type: 'number', example: '2', read: (meeting) => number(meeting.number) },
  { path: '開催日', type: 'date', example: '令和8年9月17日', read: (meeting) => date(meeting.heldOn) },
  {
    path: '場所',
    type: 'text',
    example: '東町コミュニティセンター',
    read: (meeting) => text(meeting.place),
  },
  {
    path: '委員出席',
    type: 'number',
    example: '10',
    read: (meeting) => (isOver(meeting) ? number(membersAttended(meeting)) : null),
  },
  {
    path: '議題',
    type: 'text',
    example: '１　報告　(1)前回の宿題の確認',
    read: (meeting) => text(agendaSummary(meeting)),
  },
  {
    path: '決定事項',
    type: 'text',
    example: '居場所マップに３項目を足す',
    read: (meeting) => text(meeting.decisions.map((decision) => decision.text).join('、')),
  },
]

const list = '会議一覧'

/** What a form for a month or a 年度 may be filled with. As in fields.ts, a path is never renamed. */
export const periodFieldCatalogue: readonly FieldDefinition[] = [
  ...[...ofOffice, ...ofPeriod].map(({ path, type, example }) => ({ path, type, example, of: null })),
  ...ofMeeting.map(({ path, type, example }) => ({ path, type, example, of: list })),
]

function valuesOf<Record>(
  record: Record,
  fields: readonly PeriodField<Record>[],
  submittedOn: CalendarDate,
): FieldRecord {
  return Object.fromEntries(
    fields
      .map(({ path, read }) => [path, read(record, submittedOn)] as const)
      .filter(([, value]) => !isEmptyValue(value)),
  )
}

/** The values of a month or a 年度 of a council; a 年度 has no 期間.年月. */
export function periodValuesOf(record: PeriodRecord, submittedOn: CalendarDate): FormValues {
  return {
    fields: valuesOf(record, [...ofOffice, ...ofPeriod], submittedOn),
    lists: { [list]: record.meetings.map((meeting) => valuesOf(meeting, ofMeeting, submittedOn)) },
  }
}
