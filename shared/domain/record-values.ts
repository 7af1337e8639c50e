import { type CalendarDate, formatWareki, isCalendarDate } from './calendar-date.ts'
import { councilLayerNames, councilStageNames, meetingNumberingNames, quorumKindNames } from './council.ts'
import { invitationWayNames } from './invitation.ts'
import { kindFamilyNames } from './constituent-kinds.ts'
import {
  agendaKindNames,
  agendaOutcomeNames,
  meetingMethodNames,
  presenceNames,
  replyChannelNames,
  replyNames,
  statementKindNames,
  taskStatusNames,
} from './meeting.ts'
import { payWayNames } from './allowance.ts'
import { countedPaymentNames, ledgerSideNames } from './ledger.ts'
import { answerKindNames, briefingAudienceNames, proposalKindNames } from './proposal.ts'
import { councilRoleNames, reappointmentNames } from './roles.ts'
import { seatRoleNames } from './seat.ts'
import { sectorNames } from './sectors.ts'
import { voteChoiceNames, voteMethodNames } from './vote.ts'

type Names = Readonly<Record<string, string>>

const yesOrNo: Names = { '0': 'いいえ', '1': 'はい' }

/** By table and column where a column's name means several things, else by the column alone. */
const sets: Readonly<Record<string, Names>> = {
  sector: sectorNames,
  role: councilRoleNames,
  reappointment: reappointmentNames,
  ex_officio: yesOrNo,
  layer: councilLayerNames,
  stage: councilStageNames,
  numbering: meetingNumberingNames,
  quorum: quorumKindNames,
  counts_proxy: yesOrNo,
  counts_online: yesOrNo,
  counts_written: yesOrNo,
  counts_mandate: yesOrNo,
  mandate: yesOrNo,
  recurs: { always: '毎回', first: '年度の初回だけ' },
  'votes.method': voteMethodNames,
  choice: voteChoiceNames,
  'agenda_templates.kind': agendaKindNames,
  family: kindFamilyNames,
  needed: yesOrNo,
  method: meetingMethodNames,
  locked: { '0': '確定していない', '1': '確定' },
  'agenda_items.kind': agendaKindNames,
  outcome: agendaOutcomeNames,
  reply: replyNames,
  reply_channel: replyChannelNames,
  invited_by: invitationWayNames,
  presence: presenceNames,
  late: yesOrNo,
  left_early: yesOrNo,
  written: yesOrNo,
  closed: yesOrNo,
  'statements.kind': statementKindNames,
  'tasks.status': taskStatusNames,
  'proposals.kind': proposalKindNames,
  answer_kind: answerKindNames,
  'briefings.audience': briefingAudienceNames,
  pays_online: yesOrNo,
  pays_proxy: yesOrNo,
  pays_written: yesOrNo,
  taxes_travel: yesOrNo,
  line_breaks: yesOrNo,
  refused: yesOrNo,
  half: yesOrNo,
  way: payWayNames,
  'role_pins.role': seatRoleNames,
  'payment_runs.state': { draft: '準備中', closed: '締めた', replaced: '作りなおした' },
  'payment_files.kind': { list: '支払調書', transfer: '振込のファイル' },
  side: ledgerSideNames,
  counts: countedPaymentNames,
}

/** A stored value as a person reads it: dates in 和暦, codes by their words, nothing as ''. */
export function valueWords(table: string, column: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
  const names = sets[`${table}.${column}`] ?? sets[column]
  const named = names !== undefined && Object.hasOwn(names, text) ? names[text] : undefined
  if (named !== undefined) return named
  return isCalendarDate(text) ? dayWords(text) : text
}

function dayWords(day: CalendarDate): string {
  return formatWareki(day)
}
