import type { Development } from '#shared/contract/development-operations.ts'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { NeedRow } from '#shared/contract/need-operations.ts'
import type { SubmissionSummary } from '#shared/contract/report-operations.ts'
import type { Resource } from '#shared/contract/resource-operations.ts'
import { type CalendarDate, fiscalYearOf } from '#shared/domain/calendar-date.ts'
import { developmentStateNames } from '#shared/domain/development.ts'
import { needSourceNames, needStatusNames } from '#shared/domain/need.ts'
import { resourceVisibilityNames } from '#shared/domain/resource.ts'
import { councilRoleNames, reappointmentNames } from '#shared/domain/roles.ts'
import { sectorShortNames, type Sector } from '#shared/domain/sectors.ts'
import { membersAttended } from '../documents/attendance-text.ts'
import type { SeatWithContact } from '../documents/council-record.ts'
import { isBeforeMeeting } from '../documents/meeting-record.ts'
import type { FormValues } from '../forms/form-values.ts'
import {
  date,
  fieldList,
  number,
  present,
  rowsOf,
  text,
  type FieldDefinition,
  type FieldList,
  type FieldType,
} from './field-lists.ts'
import type { FieldValue } from '../forms/form-values.ts'

/** With what the office calls its 分類; empty where none was chosen. */
type KindNamed<Row> = Row & { readonly kindName: string }

/** What is known about a council beside a meeting: its members, what it heard and brought about, its year. */
export interface LocalRecord {
  readonly fiscalYear: number
  /** In office, by 席次. */
  readonly seats: readonly SeatWithContact[]
  /** Of the 年度, the earliest first. */
  readonly meetings: readonly MeetingDetail[]
  /** Each for itself: those counted with another are left out. */
  readonly needs: readonly KindNamed<NeedRow>[]
  readonly resources: readonly KindNamed<Resource>[]
  readonly developments: readonly KindNamed<Development>[]
  readonly submissions: readonly Pick<
    SubmissionSummary,
    'formName' | 'submittedOn' | 'addressee' | 'fileName'
  >[]
}

const sectorsText = (sectors: readonly Sector[]): FieldValue | null =>
  text(sectors.map((sector) => sectorShortNames[sector]).join('・'))

const resourceList = (
  name: string,
  items: (record: LocalRecord) => LocalRecord['resources'],
): FieldList<LocalRecord> =>
  fieldList(name, items, [
    ['名称', 'text', '東町いきいきサロン', (each) => text(each.name)],
    ['よみ', 'text', 'ひがしまちいきいきさろん', (each) => text(each.kana)],
    ['分類', 'text', '居場所・サロン', (each) => text(each.kindName)],
    ['圏域', 'text', '東部', (each) => text(each.areaName)],
    ['分野', 'text', '高齢・子ども', (each) => sectorsText(each.sectors)],
    ['運営主体', 'text', '東町自治会', (each) => text(each.operator)],
    ['窓口', 'text', '東町自治会館　000-224-0001', (each) => text(each.contact)],
    ['場所', 'text', '東町集会所', (each) => text(each.place)],
    ['開催', 'text', '毎週火曜　10時', (each) => text(each.schedule)],
    ['対象', 'text', 'どなたでも', (each) => text(each.audience)],
    ['内容', 'text', '体操とお茶', (each) => text(each.content)],
    ['費用', 'text', '100円', (each) => text(each.fee)],
    ['定員', 'text', '20人', (each) => text(each.capacity)],
    ['担い手', 'text', 'ボランティア５人', (each) => text(each.helpers)],
    ['移動手段', 'text', '送迎なし', (each) => text(each.transport)],
    ['申込み', 'text', '不要', (each) => text(each.application)],
    ['公開', 'text', '公開', (each) => text(resourceVisibilityNames[each.visibility])],
    ['情報源', 'text', '第２回協議体', (each) => text(each.source)],
    ['確認日', 'date', '令和8年6月1日', (each) => date(each.checkedOn)],
  ])

interface MonthOfYear {
  readonly name: string
  readonly meetings: readonly MeetingDetail[]
  readonly needs: number
  readonly developments: number
}

const inYear = (day: CalendarDate | null, fiscalYear: number): day is CalendarDate =>
  day !== null && fiscalYearOf(day) === fiscalYear

/** 4月 to 3月, and 合計. */
function monthsOf({ fiscalYear, meetings, needs, developments }: LocalRecord): readonly MonthOfYear[] {
  const held = meetings.filter((meeting) => !isBeforeMeeting(meeting))
  const monthOf = (day: CalendarDate): number => Number(day.slice(5, 7))
  const of = (name: string, isMeant: (day: CalendarDate) => boolean): MonthOfYear => ({
    name,
    meetings: held.filter(({ heldOn }) => isMeant(heldOn)),
    needs: needs.filter(({ notedOn }) => inYear(notedOn, fiscalYear) && isMeant(notedOn)).length,
    developments: developments.filter(
      ({ state, endedOn }) => state === 'grown' && inYear(endedOn, fiscalYear) && isMeant(endedOn),
    ).length,
  })
  const months = Array.from({ length: 12 }, (_unused, position) => ((position + 3) % 12) + 1)
  return [
    ...months.map((month) => of(`${String(month)}月`, (day) => monthOf(day) === month)),
    of('合計', () => true),
  ]
}

const attended = (meetings: readonly MeetingDetail[]): number =>
  meetings.reduce((sum, meeting) => sum + membersAttended(meeting), 0)

/** Lists of a council and its year. Paths are never renamed, only added. */
export const localLists: readonly FieldList<LocalRecord>[] = [
  fieldList('委員', ({ seats }) => seats, [
    ['氏名', 'text', '髙橋　敏夫', (seat) => text(seat.name)],
    ['ふりがな', 'text', 'たかはし　としお', (seat) => text(seat.kana)],
    ['席', 'number', '1', (seat) => number(seat.seatNumber)],
    ['役', 'text', '会長', (seat) => text(councilRoleNames[seat.role])],
    ['区分', 'text', '第１号（地縁団体）', (seat) => text(seat.category)],
    ['団体名', 'text', '東部地区自治会連絡協議会', (seat) => text(seat.organizationName)],
    ['役職', 'text', '会長', (seat) => text(seat.post)],
    ['任期開始', 'date', '令和8年4月1日', (seat) => date(seat.termFrom)],
    ['任期終了', 'date', '令和10年3月31日', (seat) => date(seat.termTo)],
    ['委嘱日', 'date', '令和8年4月1日', (seat) => date(seat.appointedOn)],
    [
      '新任再任',
      'text',
      '再任',
      (seat) => text(seat.reappointment === null ? '' : reappointmentNames[seat.reappointment]),
    ],
    ['郵便番号', 'text', '000-0001', (seat) => text(seat.postalCode)],
    ['住所', 'text', '青羽市東町１丁目', (seat) => text(seat.address)],
    ['電話', 'text', '000-224-0001', (seat) => text(seat.phone)],
    ['メール', 'text', 'takahashi@example.jp', (seat) => text(seat.email)],
  ]),
  fieldList('地域課題', ({ needs }) => needs, [
    ['課題', 'text', '通院の足がない', (need) => text(need.text)],
    ['把握日', 'date', '令和8年6月18日', (need) => date(need.notedOn)],
    ['圏域', 'text', '東部', (need) => text(need.areaName)],
    ['分類', 'text', '外出支援', (need) => text(need.kindName)],
    ['分野', 'text', '高齢', (need) => sectorsText(need.sectors)],
    ['経路', 'text', '訪問', (need) => text(needSourceNames[need.source])],
    ['既存の資源', 'text', '福祉バスが週１回', (need) => text(need.existingHelp)],
    ['対応', 'text', '第１層へ上げる', (need) => text(need.response)],
    ['担当', 'text', '戸田', (need) => text(need.owner)],
    ['期限', 'date', '令和8年12月10日', (need) => date(need.dueOn)],
    ['状況', 'text', '協議中', (need) => text(needStatusNames[need.status])],
    ['協議体', 'text', '青羽市第２層協議体（東部圏域）', (need) => text(need.councilName)],
    ['答え待ち', 'text', '青羽市第１層協議体', (need) => text(need.waitingFor?.councilName ?? '')],
    ['答え待ちの日', 'date', '令和8年9月17日', (need) => date(need.waitingFor?.passedOn ?? null)],
  ]),
  resourceList('地域資源', ({ resources }) => resources),
  resourceList('公開資源', ({ resources }) => resources.filter(({ visibility }) => visibility === 'public')),
  fieldList('資源開発', ({ developments }) => developments, [
    ['名称', 'text', '買い物送迎の立上げ', (each) => text(each.title)],
    ['ねらい', 'text', '週に一度の買い物を支える', (each) => text(each.aim)],
    ['分類', 'text', '外出支援', (each) => text(each.kindName)],
    ['圏域', 'text', '東部', (each) => text(each.areaName)],
    ['分野', 'text', '高齢', (each) => sectorsText(each.sectors)],
    ['協力先', 'text', '東町商店会', (each) => text(each.partners)],
    ['担い手', 'text', 'ボランティア５人', (each) => text(each.helpers)],
    ['段階', 'text', '試行', (each) => text(developmentStateNames[each.state])],
    ['もとの課題', 'text', '通院の足がない', (each) => text(each.needs.map((need) => need.text).join('、'))],
    ['できた資源', 'text', '東町おでかけ便', (each) => text(each.resource?.name ?? '')],
    ['終わった日', 'date', '令和9年2月1日', (each) => date(each.endedOn)],
    ['終わったわけ', 'text', '資源になった', (each) => text(each.endedBecause)],
  ]),
  fieldList('月別', monthsOf, [
    ['月', 'text', '4月', (month) => text(month.name)],
    ['会議回数', 'number', '1', (month) => number(month.meetings.length)],
    ['延べ出席者数', 'number', '10', (month) => number(attended(month.meetings))],
    [
      '決定件数',
      'number',
      '4',
      (month) => number(month.meetings.reduce((sum, meeting) => sum + meeting.decisions.length, 0)),
    ],
    [
      '傍聴者数',
      'number',
      '1',
      (month) => number(month.meetings.reduce((sum, meeting) => sum + meeting.audience, 0)),
    ],
    ['課題把握件数', 'number', '2', (month) => number(month.needs)],
    ['資源創出件数', 'number', '1', (month) => number(month.developments)],
  ]),
  fieldList('提出一覧', ({ submissions }) => submissions, [
    ['様式', 'text', '協議体開催報告書', (each) => text(each.formName)],
    ['提出日', 'date', '令和8年9月24日', (each) => date(each.submittedOn)],
    ['宛先', 'text', '青羽市長', (each) => text(each.addressee)],
    ['ファイル名', 'text', 'R8.9.17_第2回.xlsx', (each) => text(each.fileName)],
  ]),
]

interface LocalField {
  readonly path: string
  readonly type: FieldType
  readonly example: string
  readonly read: (record: LocalRecord) => FieldValue | null
}

const count = (path: string, example: string, read: (record: LocalRecord) => number): LocalField => ({
  path,
  type: 'number',
  example,
  read: (record) => number(read(record)),
})

const localFields: readonly LocalField[] = [
  count('年度計.会議回数', '4', ({ meetings }) => meetings.filter((each) => !isBeforeMeeting(each)).length),
  count('年度計.延べ出席者数', '42', ({ meetings }) =>
    attended(meetings.filter((each) => !isBeforeMeeting(each))),
  ),
  count('年度計.決定件数', '9', ({ meetings }) =>
    meetings.reduce((sum, each) => sum + each.decisions.length, 0),
  ),
  count(
    '年度計.課題把握件数',
    '12',
    ({ needs, fiscalYear }) => needs.filter(({ notedOn }) => inYear(notedOn, fiscalYear)).length,
  ),
  count(
    '年度計.資源創出件数',
    '2',
    ({ developments, fiscalYear }) =>
      developments.filter(({ state, endedOn }) => state === 'grown' && inYear(endedOn, fiscalYear)).length,
  ),
  count('年度計.資源数', '38', ({ resources }) => resources.length),
  count(
    '年度計.取り組み中の件数',
    '3',
    ({ developments }) => developments.filter(({ endedOn }) => endedOn === null).length,
  ),
  count('年度計.委員数', '12', ({ seats }) => seats.length),
]

/** What a form may be filled with beside a meeting or a period. */
export const localFieldCatalogue: readonly FieldDefinition[] = [
  ...localFields.map(({ path, type, example }) => ({ path, type, example, of: null })),
  ...localLists.flatMap(({ catalogue }) => catalogue),
]

/** The values of a council and its year. Fields without content are absent. */
export function localValuesOf(record: LocalRecord): FormValues {
  return {
    fields: present(localFields.map(({ path, read }) => [path, read(record)])),
    lists: rowsOf(localLists, record),
  }
}
