import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { councilLayerNames } from '#shared/domain/council.ts'
import { meetingMethodNames } from '#shared/domain/meeting.ts'
import { agendaSummary, discussionSummary } from './documents/agenda-summary.ts'
import { attendanceSentence, membersAttended } from './documents/attendance-text.ts'
import { isAttended, isBeforeMeeting, type MeetingRecord } from './documents/meeting-record.ts'
import {
  date,
  number,
  present,
  rowsOf,
  text,
  time,
  yesNo,
  type FieldDefinition,
  type FieldType,
} from './fields/field-lists.ts'
import { meetingLists } from './fields/meeting-lists.ts'
import type { FieldValue, FormValues } from './forms/form-values.ts'

/** What only the handing in knows, beside the record. */
export interface HandingIn {
  readonly submittedOn: CalendarDate
  /** What goes along: boxes of 添付書類. Without it, `usualAttachments`. */
  readonly attachments?: Attachments
}

export interface Attachments {
  readonly agenda: boolean
  readonly minutes: boolean
  readonly signInSheet: boolean
  readonly papers: boolean
  /** その他: what else, in words; empty for nothing. */
  readonly other: string
}

export type { FieldDefinition, FieldType } from './fields/field-lists.ts'

interface WholeField extends FieldDefinition {
  readonly of: null
  readonly read: (record: MeetingRecord, handing: Required<HandingIn>) => FieldValue | null
}

/** What usually goes along with a report: every paper that exists, the minutes only once they are confirmed. */
export function usualAttachments({ meeting }: MeetingRecord): Attachments {
  return {
    agenda: meeting.agenda.length > 0,
    minutes: meeting.locked,
    signInSheet: meeting.roll.some(isAttended),
    papers: meeting.agenda.some((item) => item.paperNumber !== '' || item.paperTitle !== ''),
    other: '',
  }
}

const field = (path: string, type: FieldType, example: string, read: WholeField['read']): WholeField => ({
  path,
  type,
  example,
  of: null,
  read,
})

/** A count of the day: nothing is known before anybody has been marked. */
const counted =
  (read: (meeting: MeetingRecord['meeting']) => number): WholeField['read'] =>
  ({ meeting }) =>
    number(isBeforeMeeting(meeting) ? null : read(meeting))

const wholeFields: readonly WholeField[] = [
  field('事務局.所在地', 'text', '青羽市中央１丁目１番１号', ({ secretariat }) => text(secretariat.address)),
  field('事務局.郵便番号', 'text', '000-0001', ({ secretariat }) => text(secretariat.postalCode)),
  field('事務局.名称', 'text', '青羽市社会福祉協議会', ({ secretariat }) => text(secretariat.officeName)),
  field('事務局.代表者職氏名', 'text', '会長　山田　太郎', ({ secretariat }) =>
    text(secretariat.representative),
  ),
  field('事務局.担当者', 'text', '戸田　さやか', ({ secretariat }) => text(secretariat.staffName)),
  field('事務局.電話', 'text', '000-223-0301', ({ secretariat }) => text(secretariat.phone)),
  field('事務局.FAX', 'text', '000-223-0302', ({ secretariat }) => text(secretariat.fax)),
  field('事務局.メール', 'text', 'chiiki@example.jp', ({ secretariat }) => text(secretariat.email)),
  field('提出.提出日', 'date', '令和8年9月24日', (_record, { submittedOn }) => date(submittedOn)),
  field('提出.宛先', 'text', '青羽市長', ({ secretariat }) => text(secretariat.addressee)),
  field('提出.宛先氏名', 'text', '青羽　一郎', ({ secretariat }) => text(secretariat.addresseeName)),
  field('提出.担当課', 'text', '高齢福祉課', ({ secretariat }) => text(secretariat.department)),
  field('協議体.名称', 'text', '青羽市第２層協議体（東部圏域）', ({ meeting }) => text(meeting.councilName)),
  field('協議体.層', 'text', '第2層', ({ meeting }) => text(councilLayerNames[meeting.layer])),
  field('協議体.圏域', 'text', '東部', ({ meeting }) => text(areaWithoutEnding(meeting.areaName))),
  field('会議.会議名', 'text', '青羽市第２層協議体（東部圏域）', ({ meeting }) => text(meeting.councilName)),
  field('会議.年度', 'number', '2026', ({ meeting }) => number(meeting.fiscalYear)),
  field('会議.回', 'number', '2', ({ meeting }) => number(meeting.number)),
  field('会議.開催日', 'date', '令和8年9月17日', ({ meeting }) => date(meeting.heldOn)),
  field('会議.開始', 'time', '13:30', ({ meeting }) => time(meeting.startsAt)),
  field('会議.終了', 'time', '15:20', ({ meeting }) => time(meeting.endsAt)),
  field('会議.場所', 'text', '東町コミュニティセンター　２階', ({ meeting }) => text(meeting.place)),
  field('会議.開催方法', 'text', '対面', ({ meeting }) => text(meetingMethodNames[meeting.method])),
  field('会議.議題一覧', 'text', '１　報告　(1)前回の宿題の確認', ({ meeting }) =>
    text(agendaSummary(meeting)),
  ),
  field('会議.協議の概要', 'text', '買い物・通院の足について：決定（第２号）', ({ meeting }) =>
    text(discussionSummary(meeting)),
  ),
  field('会議.次回開催日', 'date', '令和8年12月10日', ({ meeting }) => date(meeting.nextOn)),
  field('会議.次回開始', 'time', '13:30', ({ meeting }) => time(meeting.nextStartsAt)),
  field('会議.次回場所', 'text', '東町コミュニティセンター', ({ meeting }) => text(meeting.nextPlace)),
  field('出欠.委員定数', 'number', '12', ({ meeting }) => number(meeting.count.members)),
  field('出欠.委員出席', 'number', '10', counted(membersAttended)),
  field(
    '出欠.うち代理',
    'number',
    '1',
    counted((meeting) => meeting.count.proxy),
  ),
  field(
    '出欠.委員欠席',
    'number',
    '2',
    counted((meeting) => meeting.count.absent),
  ),
  field(
    '出欠.オブザーバー',
    'number',
    '1',
    counted((meeting) => meeting.count.observers),
  ),
  field(
    '出欠.事務局',
    'number',
    '2',
    counted((meeting) => meeting.count.secretariat),
  ),
  field(
    '出欠.傍聴',
    'number',
    '1',
    counted((meeting) => meeting.audience),
  ),
  field(
    '出欠.遅刻',
    'number',
    '1',
    counted((meeting) => meeting.count.late),
  ),
  field(
    '出欠.早退',
    'number',
    '1',
    counted((meeting) => meeting.count.leftEarly),
  ),
  field(
    '出欠.うちオンライン',
    'number',
    '1',
    counted((meeting) => meeting.count.online),
  ),
  field(
    '出欠.書面',
    'number',
    '1',
    counted((meeting) => meeting.count.written),
  ),
  field(
    '出欠.出席とみなす人数',
    'number',
    '10',
    counted((meeting) => meeting.count.counted),
  ),
  field(
    '出欠.総数',
    'number',
    '14',
    counted(
      (meeting) =>
        membersAttended(meeting) + meeting.count.observers + meeting.count.secretariat + meeting.audience,
    ),
  ),
  field('出欠.定足数', 'number', '7', ({ meeting }) => number(meeting.quorum)),
  field('出欠.成立', 'yes-no', 'はい', ({ meeting }) =>
    meeting.quorum === null || isBeforeMeeting(meeting)
      ? null
      : yesNo(meeting.count.counted >= meeting.quorum),
  ),
  field('出欠.内訳', 'text', '委員１２名中　出席１０名、欠席２名', ({ meeting }) =>
    text(isBeforeMeeting(meeting) ? '' : attendanceSentence(meeting)),
  ),
  field('会議.備考', 'text', '駐車場は北側', ({ meeting }) => text(meeting.note)),
  field('会議.議事録確定', 'yes-no', 'はい', ({ meeting }) => yesNo(meeting.locked)),
  field('添付.次第', 'yes-no', 'はい', (_record, { attachments }) => yesNo(attachments.agenda)),
  field('添付.議事録', 'yes-no', 'はい', (_record, { attachments }) => yesNo(attachments.minutes)),
  field('添付.出席簿', 'yes-no', 'はい', (_record, { attachments }) => yesNo(attachments.signInSheet)),
  field('添付.配布資料', 'yes-no', 'はい', (_record, { attachments }) => yesNo(attachments.papers)),
  field('添付.その他', 'text', '出席者名簿', (_record, { attachments }) => text(attachments.other)),
]

/** How many pictures of a meeting a form may name. */
const PICTURES = 4

/** The pictures kept with a meeting, in the order in which they stand: 会議.写真, 会議.写真2 … */
export const meetingPictureFields: readonly FieldDefinition[] = Array.from(
  { length: PICTURES },
  (_unused, at) => ({
    path: at === 0 ? '会議.写真' : `会議.写真${String(at + 1)}`,
    type: 'picture',
    example: '話し合いのようす.jpg',
    of: null,
  }),
)

/**
 * Every field that a city's form may be filled with. The paths are kept in mappings that offices hand on
 * to each other: a path is never renamed, only added.
 */
export const fieldCatalogue: readonly FieldDefinition[] = [
  ...wholeFields.map(({ path, type, example }) => ({ path, type, example, of: null })),
  ...meetingPictureFields,
  ...meetingLists.flatMap(({ catalogue }) => catalogue),
]

/** The paths as mappings write them: `会議.開催日`, `出席者[].氏名`. */
export const knownFieldPaths: readonly string[] = fieldCatalogue.map(({ path, of }) =>
  of === null ? path : `${of}[].${path}`,
)

/** The values of one meeting for a form. Fields without content are absent. 出席者 are the members there, in seat order, a proxy under their own name. */
export function fieldValuesOf(record: MeetingRecord, handingIn: HandingIn): FormValues {
  const handing = { attachments: usualAttachments(record), ...handingIn }
  return {
    fields: present(wholeFields.map(({ path, read }) => [path, read(record, handing)])),
    lists: rowsOf(meetingLists, record),
  }
}

/** 東部 for 東部圏域: forms have the word 圏域 printed behind the blank. */
export function areaWithoutEnding(area: string): string {
  return area.replace(/(?<=.)圏域$/u, '')
}
