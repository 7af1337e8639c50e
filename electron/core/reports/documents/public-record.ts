import type { AgendaItemId } from '#shared/domain/ids.ts'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { HiddenPlace } from '#shared/contract/public-operations.ts'
import { nameHider, publicLabels } from '#shared/domain/hide-names.ts'
import { inSeatOrder, type MeetingRecord } from './meeting-record.ts'

export interface PublicRecord {
  readonly record: MeetingRecord
  /** All that differs from the internal version, to be looked over before anything goes out. */
  readonly hidden: readonly HiddenPlace[]
  /** Family names that still stand in a text. */
  readonly doubtful: readonly HiddenPlace[]
}

const withheldTitle = '（非公開の議題）'

/** The public version: roles in place of names, closed items without what was said, decided and promised under them. */
export function publicRecord(record: MeetingRecord, closed: ReadonlySet<AgendaItemId>): PublicRecord {
  const { meeting } = record
  const roll = inSeatOrder(meeting.roll)
  const labels = publicLabels(roll)
  const hide = nameHider(roll)
  const hidden: HiddenPlace[] = []
  const doubtful: HiddenPlace[] = []
  const clean = (text: string, place: string): string => {
    const result = hide(text)
    for (const word of result.hidden) hidden.push({ what: 'name', place, text: word })
    for (const word of result.doubtful) doubtful.push({ what: 'name', place, text: word })
    return result.text
  }
  for (const item of meeting.agenda) {
    if (closed.has(item.id)) hidden.push({ what: 'closed-item', place: item.citation, text: item.title })
  }
  const isOpen = (entry: { readonly agendaItemId: AgendaItemId | null }): boolean =>
    entry.agendaItemId === null || !closed.has(entry.agendaItemId)
  const citation = new Map(meeting.agenda.map((item) => [item.id, item.citation || item.title]))
  const placeOf = (entry: { readonly agendaItemId: AgendaItemId | null }): string =>
    (entry.agendaItemId === null ? undefined : citation.get(entry.agendaItemId)) ?? ''
  const publicMeeting: MeetingDetail = {
    ...meeting,
    agenda: meeting.agenda.map((item) =>
      closed.has(item.id)
        ? { ...item, title: withheldTitle, presenter: '', paperNumber: '', paperTitle: '', internalNote: '' }
        : { ...item, title: clean(item.title, item.citation), presenter: '', internalNote: '' },
    ),
    // Group and post tell who it is as surely as the name does.
    roll: meeting.roll.map((line) => ({
      ...line,
      name: labels.get(line.id) ?? '',
      kana: '',
      post: '',
      organizationName: '',
      proxyName: '',
      proxyPost: '',
      note: '',
      mandateTo: '',
      opinion: '',
      care: '',
      awayFor: [],
    })),
    // File names are chosen by whoever sent them: they may name anybody.
    attachments: [],
    signers: [],
    statements: meeting.statements.filter(isOpen).map((statement) => ({
      ...statement,
      speaker: statement.attendanceId === null ? '' : (labels.get(statement.attendanceId) ?? ''),
      text: clean(statement.text, placeOf(statement)),
      fullText: statement.fullText === '' ? '' : clean(statement.fullText, placeOf(statement)),
    })),
    decisions: meeting.decisions.filter(isOpen).map((decision) => ({
      ...decision,
      text: clean(decision.text, placeOf(decision)),
      // How many is public, who is not.
      vote: decision.vote === null ? null : { ...decision.vote, note: '', ballots: [] },
    })),
    tasks: meeting.tasks.filter(isOpen).map((task) => ({
      ...task,
      text: clean(task.text, placeOf(task)),
      owner: clean(task.owner, placeOf(task)),
    })),
  }
  return { record: { ...record, meeting: publicMeeting, carriedTasks: [] }, hidden, doubtful }
}

/** 要点: of the talk only what was noted as 要点 or 決定; decisions and tasks stand as they are. */
export function pointsRecord(record: MeetingRecord): MeetingRecord {
  const { meeting } = record
  const statements = meeting.statements
    .filter(({ kind }) => kind === 'point' || kind === 'decision')
    .map((statement) => ({ ...statement, fullText: '' }))
  return { ...record, meeting: { ...meeting, statements } }
}
