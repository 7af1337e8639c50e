import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CouncilLayer } from '#shared/domain/council.ts'
import { addresseeLines } from '#shared/domain/honorifics.ts'
import { meetingMethodNames } from '#shared/domain/meeting.ts'
import { passWords } from '#shared/domain/need.ts'
import type { Block, Fact, ReportDocument } from '../report-document.ts'
import { agendaSummary, discussionSummary } from './agenda-summary.ts'
import { attendanceSentence } from './attendance-text.ts'
import { attendeeListDocument } from './attendee-list-document.ts'
import { isBeforeMeeting, isMember, isStaff, type MeetingRecord } from './meeting-record.ts'
import { dueTextOf } from './minutes-closing.ts'
import {
  documentTitle,
  fact,
  groupAndPost,
  meetingLine,
  meetingNumberText,
  paperDate,
  paperDateWithWeekday,
  paperList,
  paperNumber,
  paperTime,
  whenAndWhere,
} from './paper-text.ts'

/** What was passed to another layer out of this meeting: 第1層への提案, 第2層への依頼. */
export interface PassedOn {
  readonly fromLayer: CouncilLayer
  readonly toLayer: CouncilLayer
  readonly toCouncilName: string
  readonly asked: string
  readonly need: string
}

export interface MeetingReportFacts {
  readonly reportedOn: CalendarDate
  readonly passed: readonly PassedOn[]
}

/** 協議体開催報告書 in our own layout, for a city that has no form of its own: one page, and the attendee list behind it. */
export function meetingReportDocument(record: MeetingRecord, facts: MeetingReportFacts): ReportDocument {
  const { meeting } = record
  // The list of attendees is the paper that goes along everywhere else, without its own head.
  const list = attendeeListDocument(record, { asAttachment: true }).blocks
  return {
    name: '開催報告書',
    title: documentTitle(meeting, '開催報告書'),
    paper: { size: 'A4', orientation: 'portrait', margins: 'table' },
    font: 'gothic',
    textSize: 'normal',
    footer: { left: meetingLine(meeting), right: '', pageNumbers: true },
    blocks: [
      ...head(record, facts.reportedOn),
      { kind: 'title', above: '', text: '協議体開催報告書' },
      { kind: 'facts', ruled: true, labelWidthMm: 30, facts: reportFacts(record, facts) },
      ...(isBeforeMeeting(meeting) || !meeting.roll.some(isMember)
        ? []
        : [{ kind: 'page-break' } as const, ...list]),
    ],
  }
}

function head({ secretariat }: MeetingRecord, reportedOn: CalendarDate): readonly Block[] {
  const to = addresseeLines({
    organizationName: '',
    post: secretariat.addressee,
    name: secretariat.addresseeName,
  })
  const line = (text: string, align: 'start' | 'end'): Block => ({
    kind: 'line',
    text,
    align,
    size: 'normal',
  })
  return [
    line(paperDate(reportedOn), 'end'),
    ...to.map((text) => line(text, 'start')),
    ...(secretariat.department === '' ? [] : [line(`（${secretariat.department}）`, 'start')]),
    line(secretariat.officeName, 'end'),
    ...(secretariat.representative === '' ? [] : [line(secretariat.representative, 'end')]),
  ]
}

function reportFacts(record: MeetingRecord, facts: MeetingReportFacts): readonly Fact[] {
  const { meeting } = record
  const papers = paperList(meeting)
  return [
    fact('会議名', [meeting.councilName]),
    fact('回次', [meetingNumberText(meeting)]),
    ...whenAndWhere({ ...meeting, method: 'in-person' }),
    fact('開催方法', [meetingMethodNames[meeting.method]]),
    fact('出席者数', attendanceLines(meeting)),
    fact('欠席者', [absentText(meeting)]),
    fact('議題', orNone(agendaSummary(meeting)).split('\n')),
    fact('配布資料', papers.length === 0 ? ['なし'] : papers),
    fact('協議の概要', [orNone(discussionSummary(meeting))]),
    fact('決定事項', decisionLines(meeting)),
    fact('今後の取組', taskLines(meeting)),
    fact('提案・依頼', passedLines(facts.passed)),
    fact('次回', [nextText(meeting)]),
    fact('報告者', [reporterText(record)]),
  ]
}

const orNone = (text: string): string => (text.trim() === '' ? 'なし' : text)

function attendanceLines(meeting: MeetingDetail): readonly string[] {
  if (isBeforeMeeting(meeting)) return ['（出欠がまだ記録されていません）']
  const { observers, secretariat } = meeting.count
  const others = [
    ...(observers === 0 ? [] : [`オブザーバー${paperNumber(observers)}名`]),
    ...(secretariat === 0 ? [] : [`コーディネーター・事務局${paperNumber(secretariat)}名`]),
    ...(meeting.audience === 0 ? [] : [`傍聴${paperNumber(meeting.audience)}名`]),
  ]
  return [attendanceSentence(meeting), ...(others.length === 0 ? [] : [others.join('、')])]
}

function absentText(meeting: MeetingDetail): string {
  const absent = meeting.roll.filter((line) => !isStaff(line) && line.presence === 'absent')
  if (absent.length === 0) return 'なし'
  return absent
    .map((line) => {
      const group = groupAndPost(line.organizationName, line.post)
      const written = line.written ? '、書面' : ''
      return group === '' && written === ''
        ? line.name
        : `${line.name}（${group}${written}）`.replace('（、', '（')
    })
    .join('、')
}

function decisionLines(meeting: MeetingDetail): readonly string[] {
  if (meeting.decisions.length === 0) return ['なし']
  return meeting.decisions.map(({ number, text }) => `第${paperNumber(number)}号　${text}`)
}

function taskLines(meeting: MeetingDetail): readonly string[] {
  const tasks = meeting.tasks.filter((task) => task.status !== 'dropped')
  if (tasks.length === 0) return ['なし']
  return tasks.map((task) => {
    const inside = [task.owner, dueTextOf(task, meeting).replace('\n', '')].filter((each) => each !== '')
    return `・${task.text}${inside.length === 0 ? '' : `（${inside.join('、')}）`}`
  })
}

function passedLines(passed: readonly PassedOn[]): readonly string[] {
  if (passed.length === 0) return ['なし']
  return passed.map(({ fromLayer, toLayer, toCouncilName, asked, need }) => {
    const what = asked === '' ? need : `${need}（${asked}）`
    return `・${passWords(fromLayer, toLayer)}　${toCouncilName}：${what}`
  })
}

function nextText(meeting: MeetingDetail): string {
  if (meeting.nextOn === null) return '未定'
  const time = meeting.nextStartsAt === null ? '' : `　${paperTime(meeting.nextStartsAt)}から`
  const place = meeting.nextPlace === '' ? '' : `　${meeting.nextPlace}`
  return `${paperDateWithWeekday(meeting.nextOn)}${time}${place}`
}

function reporterText({ secretariat }: MeetingRecord): string {
  return [
    secretariat.officeName,
    secretariat.staffName,
    secretariat.phone === '' ? '' : `電話　${secretariat.phone}`,
  ]
    .filter((each) => each !== '')
    .join('　')
}
