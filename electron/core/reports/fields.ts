import type { Attendance, Task } from '#shared/contract/meeting-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ClockTime } from '#shared/domain/clock-time.ts'
import { councilLayerNames } from '#shared/domain/council.ts'
import { meetingMethodNames } from '#shared/domain/meeting.ts'
import { agendaSummary, discussionSummary } from './documents/agenda-summary.ts'
import { membersAttended } from './documents/attendance-text.ts'
import {
  attendanceRemarks,
  inSeatOrder,
  isAttended,
  isBeforeMeeting,
  isMember,
  type MeetingRecord,
  seatedPerson,
} from './documents/meeting-record.ts'
import { paperNumber } from './documents/paper-text.ts'
import type { FieldRecord, FieldValue, FormValues } from './forms/form-values.ts'

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

export type FieldType = 'text' | 'number' | 'date' | 'time' | 'yes-no'

/** A field as it is offered to whoever maps a form. */
export interface FieldDefinition {
  /** `会議.開催日`; within a list the name alone. */
  readonly path: string
  readonly type: FieldType
  readonly example: string
  /** The list it belongs to (`出席者`), null for a field of the whole. */
  readonly of: string | null
}

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

// Blank text is nothing: the field stays absent, and the check before handing in names it.
const text = (content: string): FieldValue | null =>
  content.trim() === '' ? null : { kind: 'text', text: content }
const number = (value: number | null): FieldValue | null =>
  value === null ? null : { kind: 'number', value }
const date = (value: CalendarDate | null): FieldValue | null =>
  value === null ? null : { kind: 'date', date: value }
const time = (value: ClockTime | null): FieldValue | null =>
  value === null ? null : { kind: 'time', time: value }
const yesNo = (value: boolean): FieldValue => ({ kind: 'yes-no', value })

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
  field('添付.次第', 'yes-no', 'はい', (_record, { attachments }) => yesNo(attachments.agenda)),
  field('添付.議事録', 'yes-no', 'はい', (_record, { attachments }) => yesNo(attachments.minutes)),
  field('添付.出席簿', 'yes-no', 'はい', (_record, { attachments }) => yesNo(attachments.signInSheet)),
  field('添付.配布資料', 'yes-no', 'はい', (_record, { attachments }) => yesNo(attachments.papers)),
  field('添付.その他', 'text', '出席者名簿', (_record, { attachments }) => text(attachments.other)),
]

interface ListField<Item> {
  readonly path: string
  readonly type: FieldType
  readonly example: string
  readonly read: (item: Item) => FieldValue | null
}

const attendeeFields: readonly ListField<Attendance>[] = [
  {
    path: '団体名',
    type: 'text',
    example: '東部地区自治会連絡協議会',
    read: (line) => text(line.organizationName),
  },
  { path: '役職', type: 'text', example: '会長', read: (line) => text(seatedPerson(line).post) },
  { path: '氏名', type: 'text', example: '髙橋　敏夫', read: (line) => text(seatedPerson(line).name) },
  { path: '備考', type: 'text', example: '代理', read: (line) => text(attendanceRemarks(line).join('・')) },
]

const taskFields: readonly ListField<Task>[] = [
  { path: '内容', type: 'text', example: 'ちらしの文字を14ポイントにする', read: (task) => text(task.text) },
  { path: '担当', type: 'text', example: '戸田　さやか', read: (task) => text(task.owner) },
  // A task that is due "some time" keeps its words.
  {
    path: '期限',
    type: 'date',
    example: '令和8年10月31日',
    read: (task) => date(task.dueOn) ?? text(task.dueText),
  },
]

const decisionFields: readonly ListField<MeetingRecord['meeting']['decisions'][number]>[] = [
  {
    path: '番号',
    type: 'text',
    example: '第１号',
    read: (decision) => text(`第${paperNumber(decision.number)}号`),
  },
  {
    path: '内容',
    type: 'text',
    example: '居場所マップに３項目を足す',
    read: (decision) => text(decision.text),
  },
]

/**
 * Every field that a city's form may be filled with. The paths are kept in mappings that offices hand on
 * to each other: a path is never renamed, only added.
 */
export const fieldCatalogue: readonly FieldDefinition[] = [
  ...wholeFields.map(({ path, type, example }) => ({ path, type, example, of: null })),
  ...offered('出席者', attendeeFields),
  ...offered('取組', taskFields),
  ...offered('決定事項', decisionFields),
]

/** The paths as mappings write them: `会議.開催日`, `出席者[].氏名`. */
export const knownFieldPaths: readonly string[] = fieldCatalogue.map(({ path, of }) =>
  of === null ? path : `${of}[].${path}`,
)

function offered<Item>(of: string, fields: readonly ListField<Item>[]): readonly FieldDefinition[] {
  return fields.map(({ path, type, example }) => ({ path, type, example, of }))
}

/** The values of one meeting for a form. Fields without content are absent. 出席者 are the members there, in seat order, a proxy under their own name. */
export function fieldValuesOf(record: MeetingRecord, handingIn: HandingIn): FormValues {
  const { meeting } = record
  const handing = { attachments: usualAttachments(record), ...handingIn }
  return {
    fields: present(wholeFields.map(({ path, read }) => [path, read(record, handing)])),
    lists: {
      出席者: rows(
        inSeatOrder(meeting.roll).filter((line) => isMember(line) && isAttended(line)),
        attendeeFields,
      ),
      取組: rows(
        meeting.tasks.filter((task) => task.status !== 'dropped'),
        taskFields,
      ),
      決定事項: rows(meeting.decisions, decisionFields),
    },
  }
}

function rows<Item>(items: readonly Item[], fields: readonly ListField<Item>[]): readonly FieldRecord[] {
  return items.map((item) => present(fields.map(({ path, read }) => [path, read(item)])))
}

function present(entries: readonly (readonly [string, FieldValue | null])[]): FieldRecord {
  return Object.fromEntries(entries.filter(([, value]) => value !== null))
}

/** 東部 for 東部圏域: forms have the word 圏域 printed behind the blank. */
function areaWithoutEnding(area: string): string {
  return area.replace(/(?<=.)圏域$/u, '')
}
