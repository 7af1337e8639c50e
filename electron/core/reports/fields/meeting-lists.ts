import type { AgendaItem, Attendance, Statement, Task } from '#shared/contract/meeting-operations.ts'
import {
  agendaKindNames,
  agendaOutcomeNames,
  presenceNames,
  replyNames,
  statementKindNames,
  taskStatusNames,
} from '#shared/domain/meeting.ts'
import { councilRoleNames } from '#shared/domain/roles.ts'
import {
  attendanceRemarks,
  inSeatOrder,
  isAttended,
  isMember,
  seatedPerson,
  type MeetingRecord,
} from '../documents/meeting-record.ts'
import { paperNumber } from '../documents/paper-text.ts'
import { date, fieldList, number, text, time, type FieldList, type ListField } from './field-lists.ts'

const taskFields: readonly ListField<Task>[] = [
  ['内容', 'text', 'ちらしの文字を14ポイントにする', (task) => text(task.text)],
  ['担当', 'text', '戸田　さやか', (task) => text(task.owner)],
  // A task that is due "some time" keeps its words.
  ['期限', 'date', '令和8年10月31日', (task) => date(task.dueOn) ?? text(task.dueText)],
  ['状況', 'text', '未了', (task) => text(taskStatusNames[task.status])],
]

const seatFields: readonly ListField<Attendance>[] = [
  ['席', 'number', '1', (line) => number(line.seatNumber)],
  ['役', 'text', '会長', (line) => text(councilRoleNames[line.role])],
  ['団体名', 'text', '東部地区自治会連絡協議会', (line) => text(line.organizationName)],
  ['役職', 'text', '会長', (line) => text(line.post)],
  ['氏名', 'text', '髙橋　敏夫', (line) => text(line.name)],
  ['ふりがな', 'text', 'たかはし　としお', (line) => text(line.kana)],
  ['返事', 'text', '出席', (line) => text(replyNames[line.reply])],
  ['出欠', 'text', '出席', (line) => text(presenceNames[line.presence])],
  ['代理氏名', 'text', '木村　早苗', (line) => text(line.proxyName)],
  ['代理役職', 'text', '生活相談員', (line) => text(line.proxyPost)],
  ['到着', 'time', '13:45', (line) => time(line.arrivedAt)],
  ['退席', 'time', '15:00', (line) => time(line.leftAt)],
  ['備考', 'text', '代理', (line) => text(attendanceRemarks(line).join('・'))],
]

const agendaFields: readonly ListField<AgendaItem>[] = [
  ['番号', 'text', '２(1)', (item) => text(item.citation)],
  ['種別', 'text', '協議', (item) => text(agendaKindNames[item.kind])],
  ['題名', 'text', '買い物・通院の足について', (item) => text(item.title)],
  ['担当', 'text', '戸田', (item) => text(item.presenter)],
  ['予定分', 'number', '20', (item) => number(item.plannedMinutes)],
  ['資料番号', 'text', '資料１', (item) => text(item.paperNumber)],
  ['資料名', 'text', '東部居場所マップ', (item) => text(item.paperTitle)],
  ['結果', 'text', '決定', (item) => text(agendaOutcomeNames[item.outcome])],
]

interface StatementOfItem extends Statement {
  readonly item: string
}

const statementFields: readonly ListField<StatementOfItem>[] = [
  ['議題', 'text', '買い物・通院の足について', (line) => text(line.item)],
  ['種別', 'text', '発言', (line) => text(statementKindNames[line.kind])],
  ['発言者', 'text', '髙橋会長', (line) => text(line.speaker)],
  ['内容', 'text', '週に一度、車を出せます。', (line) => text(line.text)],
]

function statementsOf({ meeting }: MeetingRecord): readonly StatementOfItem[] {
  const titles = new Map(meeting.agenda.map(({ id, title }) => [id, title]))
  return meeting.statements.map((line) => ({ ...line, item: titles.get(line.agendaItemId) ?? '' }))
}

/** What stands row by row in a meeting's record. Paths are never renamed, only added. */
export const meetingLists: readonly FieldList<MeetingRecord>[] = [
  fieldList(
    '出席者',
    ({ meeting }) => inSeatOrder(meeting.roll).filter((line) => isMember(line) && isAttended(line)),
    [
      ['団体名', 'text', '東部地区自治会連絡協議会', (line) => text(line.organizationName)],
      ['役職', 'text', '会長', (line) => text(seatedPerson(line).post)],
      ['氏名', 'text', '髙橋　敏夫', (line) => text(seatedPerson(line).name)],
      ['備考', 'text', '代理', (line) => text(attendanceRemarks(line).join('・'))],
      ['役', 'text', '会長', (line) => text(councilRoleNames[line.role])],
    ],
  ),
  fieldList(
    '欠席者',
    ({ meeting }) => inSeatOrder(meeting.roll).filter((line) => isMember(line) && line.presence === 'absent'),
    [
      ['団体名', 'text', '東町商店会', (line) => text(line.organizationName)],
      ['役職', 'text', '理事', (line) => text(line.post)],
      ['氏名', 'text', '西村　正', (line) => text(line.name)],
      ['役', 'text', '委員', (line) => text(councilRoleNames[line.role])],
    ],
  ),
  fieldList('出欠簿', ({ meeting }) => inSeatOrder(meeting.roll), seatFields),
  fieldList('議題', ({ meeting }) => meeting.agenda, agendaFields),
  fieldList('発言', statementsOf, statementFields),
  fieldList('取組', ({ meeting }) => meeting.tasks.filter((task) => task.status !== 'dropped'), taskFields),
  fieldList('前回の宿題', ({ carriedTasks }) => carriedTasks, taskFields),
  fieldList(
    '決定事項',
    ({ meeting }: MeetingRecord) =>
      meeting.decisions.map((decision) => ({
        ...decision,
        item: meeting.agenda.find(({ id }) => id === decision.agendaItemId)?.title ?? '',
      })),
    [
      ['番号', 'text', '第１号', (decision) => text(`第${paperNumber(decision.number)}号`)],
      ['内容', 'text', '居場所マップに３項目を足す', (decision) => text(decision.text)],
      ['議題', 'text', '東部居場所マップの作成状況', (decision) => text(decision.item)],
    ],
  ),
  fieldList('提出履歴', ({ meeting }) => meeting.submissions, [
    ['様式', 'text', '協議体開催報告書', (submission) => text(submission.formName)],
    ['提出日', 'date', '令和8年9月24日', (submission) => date(submission.submittedOn)],
  ]),
]
