import type { Attendance, Decision, MeetingSummary, Task } from '#shared/contract/meeting-operations.ts'
import { presenceNames, replyChannelNames, replyNames, taskStatusNames } from '#shared/domain/meeting.ts'
import { councilRoleNames } from '#shared/domain/roles.ts'
import { dateField, type ListField, numberField, textField, timeField, yesNoField } from '../list-table.ts'

type OfMeeting = Pick<MeetingSummary, 'councilName' | 'fiscalYear' | 'number' | 'heldOn'>

const meetingColumns = <Row extends { readonly meeting: OfMeeting }>(): readonly ListField<Row>[] => [
  textField('協議体', 16, ({ meeting }) => meeting.councilName),
  numberField('年度', ({ meeting }) => meeting.fiscalYear),
  numberField('回', ({ meeting }) => meeting.number),
  dateField('開催日', ({ meeting }) => meeting.heldOn),
]

export interface CountedMeeting {
  readonly meeting: MeetingSummary
  readonly there: number
  readonly members: number
}

export const meetingFields: readonly ListField<CountedMeeting>[] = [
  ...meetingColumns<CountedMeeting>(),
  timeField('開始', ({ meeting }) => meeting.startsAt),
  textField('場所', 16, ({ meeting }) => meeting.place),
  numberField('委員の数', ({ members }) => members),
  numberField('出席した委員', ({ there }) => there, true),
  yesNoField('議事録の確定', ({ meeting }) => meeting.confirmed),
  yesNoField('報告の提出', ({ meeting }) => meeting.submitted),
]

export interface RollLineOfMeeting {
  readonly meeting: OfMeeting
  readonly line: Attendance
}

export const attendanceFields: readonly ListField<RollLineOfMeeting>[] = [
  ...meetingColumns<RollLineOfMeeting>(),
  numberField('席次', ({ line }) => line.seatNumber),
  textField('役', 6, ({ line }) => councilRoleNames[line.role]),
  textField('氏名', 9, ({ line }) => line.name),
  textField('ふりがな', 10, ({ line }) => line.kana),
  textField('団体', 16, ({ line }) => line.organizationName),
  textField('役職', 10, ({ line }) => line.post),
  textField('返事', 5, ({ line }) => replyNames[line.reply]),
  textField('返事の手段', 5, ({ line }) =>
    line.replyChannel === null ? '' : replyChannelNames[line.replyChannel],
  ),
  dateField('返事の日', ({ line }) => line.repliedOn),
  textField('出欠', 5, ({ line }) => presenceNames[line.presence]),
  yesNoField('遅刻', ({ line }) => line.late),
  timeField('着いた時刻', ({ line }) => line.arrivedAt),
  yesNoField('早退', ({ line }) => line.leftEarly),
  timeField('退席の時刻', ({ line }) => line.leftAt),
  yesNoField('書面', ({ line }) => line.written),
  textField('代理の氏名', 9, ({ line }) => line.proxyName),
  textField('代理の役職', 10, ({ line }) => line.proxyPost),
  textField('備考', 14, ({ line }) => line.note),
]

export interface DecisionOfMeeting {
  readonly meeting: OfMeeting
  readonly decision: Decision
}

export const decisionFields: readonly ListField<DecisionOfMeeting>[] = [
  ...meetingColumns<DecisionOfMeeting>(),
  numberField('決定の番号', ({ decision }) => decision.number),
  textField('決定事項', 40, ({ decision }) => decision.text),
]

export interface TaskOfCouncil {
  readonly councilName: string
  readonly task: Task
}

export const taskFields: readonly ListField<TaskOfCouncil>[] = [
  textField('協議体', 16, ({ councilName }) => councilName),
  numberField('決めた回', ({ task }) => task.from.number),
  dateField('決めた日', ({ task }) => task.from.heldOn),
  textField('内容', 36, ({ task }) => task.text),
  textField('担当', 10, ({ task }) => task.owner),
  dateField('期限', ({ task }) => task.dueOn),
  textField('期限のことば', 8, ({ task }) => task.dueText),
  textField('状況', 6, ({ task }) => taskStatusNames[task.status]),
  dateField('済んだ日', ({ task }) => task.closedOn),
]
