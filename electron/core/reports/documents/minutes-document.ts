import type {
  AgendaItem,
  Attendance,
  Decision,
  MeetingDetail,
  MinutesVersion,
  Statement,
} from '#shared/contract/meeting-operations.ts'
import { voteChoiceNames, voteChoices, voteMethodNames, voteWords } from '#shared/domain/vote.ts'
import { type CalendarDate, isCalendarDate } from '#shared/domain/calendar-date.ts'
import type { Block, Fact, ReportDocument } from '../report-document.ts'
import { widthEm } from '../report-text.ts'
import { attendanceSentence, attendeeText, quorumSentence } from './attendance-text.ts'
import { inSeatOrder, isAttended, isMember, isStaff, type MeetingRecord } from './meeting-record.ts'
import { minutesClosing } from './minutes-closing.ts'
import {
  documentTitle,
  fact,
  groupAndPost,
  meetingLine,
  paperDate,
  paperList,
  paperNumber,
  spaced,
  whenAndWhere,
} from './paper-text.ts'

/** 議事録: who was there, what was said, what was decided and promised. Marked 案 until it is confirmed. */
export function minutesDocument(record: MeetingRecord): ReportDocument {
  return minutesInForm(record, null)
}

/** `form` is said beside the name where it is not the whole record: 要点, 公開用. */
export function minutesInForm(record: MeetingRecord, form: '要点' | '公開用' | null): ReportDocument {
  const { meeting } = record
  const standing = standingVersion(meeting)
  const beside = [form, standing === null ? '案' : null].filter((word) => word !== null).join('・')
  const behind = beside === '' ? '' : `（${beside}）`
  const name = `議事録${behind}`
  return {
    name,
    title: documentTitle(meeting, name),
    paper: { size: 'A4', orientation: 'portrait', margins: 'letter' },
    font: 'mincho',
    textSize: 'normal',
    footer: { left: meetingLine(meeting), right: versionText(meeting, standing), pageNumbers: true },
    blocks: [
      {
        kind: 'title',
        above: meetingLine(meeting),
        text: spaced('議事録') + behind,
      },
      { kind: 'facts', ruled: true, labelWidthMm: 27, facts: headFacts(meeting) },
      { kind: 'line', text: '（敬称略）', align: 'end', size: 'small' },
      ...meeting.agenda.flatMap((item) => itemBlocks(meeting, item)),
      ...minutesClosing(record),
    ],
  }
}

/** The version that stands: confirmed, and not opened again since. */
function standingVersion(meeting: MeetingDetail): MinutesVersion | null {
  if (!meeting.locked) return null
  return meeting.versions.findLast((version) => version.reopenedBecause === null) ?? null
}

function versionText(meeting: MeetingDetail, standing: MinutesVersion | null): string {
  if (standing === null) {
    const last = Math.max(0, ...meeting.versions.map((version) => version.version))
    return last === 0 ? '案' : `案（第${paperNumber(last)}版の訂正）`
  }
  const day = confirmedDay(standing)
  return `第${paperNumber(standing.version)}版${day === null ? '' : `　${paperDate(day)}確定`}`
}

function confirmedDay(version: MinutesVersion): CalendarDate | null {
  const day = version.confirmedAt.slice(0, 10)
  return isCalendarDate(day) ? day : null
}

function headFacts(meeting: MeetingDetail): readonly Fact[] {
  const roll = inSeatOrder(meeting.roll)
  const there = roll.filter(isAttended)
  const names = (lines: readonly Attendance[]): readonly string[] =>
    lines.map((line) => attendeeText(line, meeting.agenda))
  const quorum = quorumSentence(meeting)
  return [
    fact('会議名', [meetingLine(meeting)]),
    ...whenAndWhere(meeting),
    fact('出席状況', [attendanceSentence(meeting), ...(quorum === null ? [] : [quorum])]),
    ...unlessEmpty('出席委員', names(there.filter((line) => isMember(line) && line.presence !== 'proxy'))),
    ...unlessEmpty('代理出席', names(there.filter((line) => isMember(line) && line.presence === 'proxy'))),
    ...unlessEmpty('欠席委員', absentTexts(roll.filter(isMember))),
    ...unlessEmpty('オブザーバー', names(there.filter((line) => line.role === 'observer'))),
    ...unlessEmpty('事務局', names(there.filter(isStaff))),
    fact('傍聴者', [meeting.audience === 0 ? 'なし' : `${paperNumber(meeting.audience)}名`]),
    ...unlessEmpty('配布資料', paperList(meeting)),
  ]
}

function unlessEmpty(label: string, lines: readonly string[]): readonly Fact[] {
  return lines.length === 0 ? [] : [fact(label, lines)]
}

function absentTexts(members: readonly Attendance[]): readonly string[] {
  return members
    .filter((line) => line.presence === 'absent')
    .map((line) => {
      const group = groupAndPost(line.organizationName, line.post)
      const notes = [
        ...(line.written ? ['書面により意見を提出'] : []),
        ...(line.mandate ? [`${line.mandateTo === '' ? '' : `${line.mandateTo}への`}委任状あり`] : []),
      ]
      const behind = notes.length === 0 ? '' : `　※${notes.join('、')}`
      return `${line.name}${group === '' ? '' : `（${group}）`}${behind}`
    })
}

function itemBlocks(meeting: MeetingDetail, item: AgendaItem): readonly Block[] {
  const statements = meeting.statements.filter((statement) => statement.agendaItemId === item.id)
  const decisions = meeting.decisions.filter((decision) => decision.agendaItemId === item.id)
  return [
    {
      kind: 'heading',
      number: item.number,
      text: item.level === 1 ? spacedSection(item.title) : item.title,
      level: item.level,
      note: item.paperNumber,
    },
    ...(statements.length === 0 ? [] : [statementsBlock(meeting, statements)]),
    ...decisions.flatMap((decision): readonly Block[] => [
      {
        kind: 'paragraph',
        label: `【決定第${paperNumber(decision.number)}号】`,
        text: decision.vote === null ? decision.text : `${decision.text}（${voteWords(decision.vote)}）`,
        strong: true,
      },
      ...ballotLines(meeting, decision),
    ]),
    ...awayLines(meeting, item),
    ...(item.outcome === 'continued'
      ? [
          {
            kind: 'paragraph',
            label: '【継続】',
            text: '次回以降も引き続き協議する。',
            strong: true,
          } as const,
        ]
      : []),
  ]
}

/** 賛成　髙橋　敏夫、…: who voted how, where the vote was taken by name. */
function ballotLines(meeting: MeetingDetail, { vote }: Decision): readonly Block[] {
  if (vote === null || vote.ballots.length === 0) return []
  const roll = inSeatOrder(meeting.roll)
  const sides = voteChoices.flatMap((choice) => {
    const voters = new Set(
      vote.ballots.filter((ballot) => ballot.choice === choice).map((ballot) => ballot.attendanceId),
    )
    const names = roll
      .filter((line) => voters.has(line.id))
      .map((line) => (line.presence === 'proxy' && line.proxyName !== '' ? line.proxyName : line.name))
    return names.length === 0 ? [] : [`${voteChoiceNames[choice]}　${names.join('、')}`]
  })
  return [
    {
      kind: 'paragraph',
      label: `【${voteMethodNames[vote.method]}】`,
      text: sides.join('\n'),
      strong: false,
    },
  ]
}

/** 一時退席: who was out of the room for this item, and why. */
function awayLines(meeting: MeetingDetail, item: AgendaItem): readonly Block[] {
  const away = inSeatOrder(meeting.roll).flatMap((line) => {
    const absence = line.awayFor.find(({ agendaItemId }) => agendaItemId === item.id)
    if (absence === undefined) return []
    return [absence.because === '' ? line.name : `${line.name}（${absence.because}）`]
  })
  if (away.length === 0) return []
  return [
    {
      kind: 'paragraph',
      label: '【退席】',
      text: `この議題の間、${away.join('、')}は席を外した。`,
      strong: false,
    },
  ]
}

function spacedSection(title: string): string {
  return [...title].length === 2 ? spaced(title) : title
}

/** Wide enough for 佐藤　美智子副会長, not so wide that the talk becomes a column. */
const speakerEm = { least: 4, most: 8.5 }

/** A speaker too long for the column breaks before the role: 戸田 / コーディネーター. */
function inTwoLines(speaker: string): string {
  return widthEm(speaker) <= speakerEm.most
    ? speaker
    : speaker.replace(/(?<=.)(?=コーディネーター|（)/u, '\n')
}

function statementsBlock(meeting: MeetingDetail, statements: readonly Statement[]): Block {
  const absent = new Set(meeting.roll.filter((line) => line.presence === 'absent').map((line) => line.id))
  const lines = statements.map((statement) => ({
    // Who was away and yet has a word in the minutes sent it in writing.
    speaker: inTwoLines(
      statement.speaker +
        (statement.attendanceId !== null && absent.has(statement.attendanceId) ? '（書面）' : ''),
    ),
    // The words as they were said, where they have been written down behind the 要点.
    text: statement.fullText === '' ? statement.text : statement.fullText,
  }))
  // One width for the whole paper, so that the talk stands on one line from item to item.
  const widest = Math.max(...meeting.statements.map((statement) => widthEm(statement.speaker)))
  return {
    kind: 'statements',
    speakerWidthEm: Math.min(speakerEm.most, Math.max(speakerEm.least, Math.ceil(widest))),
    statements: lines,
  }
}
