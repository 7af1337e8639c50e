import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type {
  ActivityId,
  ActivityKindId,
  AgendaItemId,
  AttachmentId,
  AreaId,
  AttendanceId,
  CandidateId,
  CoordinatorId,
  CouncilId,
  DecisionId,
  AllowanceRuleId,
  BriefingId,
  BudgetItemId,
  FormId,
  Id,
  MeetingId,
  NamedAgendaId,
  PaymentRunId,
  ProposalId,
  ProposalStepId,
  VoucherId,
  ImportRunId,
  MembershipId,
  NeedId,
  NeedPassId,
  ResourceId,
  SelectionId,
  DevelopmentId,
  DevelopmentStepId,
  OrganizationId,
  OutreachId,
  PersonId,
  PriorFigureId,
  StatementId,
  SubmissionId,
  TaskId,
  YearOptionId,
  YearQuestionId,
} from '#shared/domain/ids.ts'
import type { MergeId } from '#shared/contract/duplicate-operations.ts'
import type { AnswerId, ReviewId } from '#shared/contract/review-operations.ts'
import type { Core } from '#core/open-core.ts'
import { activity, coordinator, kindNamed, selection } from './coordinator-records.ts'
import { development, resource } from './local-records.ts'
import { smallWorkbook } from './reports/forms/small-workbook.ts'
import { account, briefing, budgetItem, proposal, rule } from './money-records.ts'
import {
  addUsualAgenda,
  type Ask,
  day,
  eastern,
  group,
  item,
  line,
  membership,
  outreach,
  need,
  person,
  planned,
  setUpCouncil,
  task,
} from './small-council.ts'

export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(import.meta.dirname, '../fixtures/inputs', name)))
}

/** One record of every kind at least, with which each operation of the contract can be carried out. */
export interface FullWorld {
  readonly councilId: CouncilId
  readonly otherCouncilId: CouncilId
  /** In office; the first is on both councils, the last has no seat. */
  readonly people: readonly PersonId[]
  /** A group without people. */
  readonly organizationId: OrganizationId
  /** Going on, with that group. */
  readonly outreachId: OutreachId
  readonly cityId: AreaId
  readonly areaId: AreaId
  /** Of two people who are no longer needed. */
  readonly mergeId: MergeId
  /** Of a list of groups. */
  readonly importRunId: ImportRunId
  readonly mappingId: Id<'import-mapping'>
  readonly memberships: readonly MembershipId[]
  /** In July, confirmed: one item 継続, one task open. */
  readonly lastMeetingId: MeetingId
  readonly leftItemId: AgendaItemId
  readonly leftTaskId: TaskId
  /** Today's, open. */
  readonly meetingId: MeetingId
  readonly items: readonly AgendaItemId[]
  readonly roll: readonly AttendanceId[]
  readonly statements: readonly StatementId[]
  readonly decisionId: DecisionId
  /** A paper of today's first item. */
  readonly attachmentId: AttachmentId
  readonly namedAgendaId: NamedAgendaId
  readonly taskId: TaskId
  /** Of today's meeting, with one correction. */
  readonly reviewId: ReviewId
  readonly answerId: AnswerId
  /** The first waits for the answer of the other council, the second is grouped with nothing. */
  readonly needs: readonly NeedId[]
  readonly passId: NeedPassId
  readonly resourceId: ResourceId
  /** From the second need, with one step. */
  readonly developmentId: DevelopmentId
  readonly stepId: DevelopmentStepId
  /** Handed in to nobody yet, linked to the decision of today's meeting, with one step. */
  readonly proposalId: ProposalId
  readonly proposalLinkId: Id<'proposal-meeting'>
  readonly proposalStepId: ProposalStepId
  readonly briefingId: BriefingId
  /** Of members, since April. */
  readonly ruleId: AllowanceRuleId
  /** Of July's meeting, closed; and of today's, open. */
  readonly closedRunId: PaymentRunId
  readonly runId: PaymentRunId
  readonly budgetItemId: BudgetItemId
  readonly voucherId: VoucherId
  /** In office, with a diary of one entry. */
  readonly coordinatorId: CoordinatorId
  /** In office as well, without a diary. */
  readonly otherCoordinatorId: CoordinatorId
  readonly activityId: ActivityId
  readonly activityKindId: ActivityKindId
  /** Open, with one candidate who agreed. */
  readonly selectionId: SelectionId
  readonly candidateId: CandidateId
  /** Of 令和8年度, with one option. */
  readonly questionId: YearQuestionId
  readonly optionId: YearOptionId
  readonly formId: FormId
  readonly submissionId: SubmissionId
  /** Of 令和7年度, read back from a form that was filled by hand. */
  readonly figureId: PriorFigureId
}

export async function setUpWorld(ask: Ask, core: Pick<Core, 'files'>): Promise<FullWorld> {
  const { councilId, people } = await setUpCouncil(ask)
  const { councilId: otherCouncilId } = await ask('councils.add', {
    ...eastern,
    name: '第１層協議体',
    layer: 1,
  })
  const [chair] = people
  if (chair !== undefined) {
    await ask('roster.addMembership', {
      councilId: otherCouncilId,
      personId: chair,
      membership: membership(),
    })
  }
  const { personId: guest } = await ask('roster.addPerson', {
    person: person('新井　六郎', { sectors: ['elderly', 'youth'] }),
    membership: null,
  })
  const { organizationId } = await ask('organizations.add', {
    organization: group('子育てひろば', { sectors: ['children', 'youth'], areaName: '東部圏域' }),
  })
  const { outreachId } = await ask('outreach.add', { outreach: outreach(councilId, { organizationId }) })
  const seats = await ask('roster.listSeats', { councilId, on: day('2026-09-17') })
  const last = await holdLastMeeting(ask, councilId)
  const today = await holdMeeting(ask, councilId)
  const paper = core.files.put('資料１.txt', new TextEncoder().encode('買い物の希望'))
  const { namedAgendaId } = await ask('agendaTemplates.add', {
    councilId,
    name: '年度の初回',
    items: [],
  })
  const { attachmentId } = await ask('attachments.add', {
    meetingId: today.meetingId,
    agendaItemId: today.items[0] ?? null,
    file: paper.token,
  })
  const file = core.files.put('開催報告書.xlsx', fixture('kaisai-houkokusho.xlsx'))
  const form = await ask('forms.add', { file: file.token, mapping: null })
  const { submission } = await ask('forms.submit', {
    formId: form.id,
    meetingId: last.lastMeetingId,
    submittedOn: day('2026-08-01'),
    addressee: '青羽市長',
  })
  return {
    councilId,
    otherCouncilId,
    people: [...people, guest],
    organizationId,
    outreachId,
    ...(await addAreas(ask)),
    ...(await mergeAndImport(ask, core)),
    memberships: seats.map((seat) => seat.membershipId),
    ...last,
    ...today,
    attachmentId,
    namedAgendaId,
    ...(await noteNeeds(ask, councilId, otherCouncilId)),
    ...(await urgeTheCity(ask, councilId, today)),
    ...(await handleMoney(ask, councilId, people, last.lastMeetingId, today.meetingId)),
    ...(await coordinate(ask, councilId, guest)),
    formId: form.id,
    submissionId: submission.id,
    ...(await readLastYear(ask, core, councilId)),
  }
}

/** 前からの数: a form of a 年度 in which somebody has typed one figure. */
async function readLastYear(
  ask: Ask,
  core: Pick<Core, 'files'>,
  councilId: CouncilId,
): Promise<Pick<FullWorld, 'figureId'>> {
  const typed = (cell: string) =>
    smallWorkbook({
      sheets: {
        実績: `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>会議の回数</t></is></c>${cell}</row></sheetData>`,
      },
    })
  const blank = core.files.put('実績.xlsx', typed('')).token
  const { id: formId } = await ask('forms.begin', { file: blank, password: null, name: '実績' })
  const { mapping } = await ask('mappings.open', { formId })
  const entries = [{ sheet: '実績', cell: 'B1', field: '実績.会議の回数' }]
  await ask('mappings.save', { formId, mapping: { ...mapping, kind: 'year', entries, blocks: [] } })
  await ask('readBacks.keep', {
    file: core.files.put('去年の実績.xlsx', typed('<c r="B1"><v>12</v></c>')).token,
    password: null,
    formId,
    subject: { kind: 'year', councilId, fiscalYear: 2025 },
    submittedOn: day('2026-04-10'),
    addressee: '青羽市長',
  })
  const [figure] = await ask('priorFigures.list', { fiscalYear: 2025 })
  if (figure === undefined) throw new Error('nothing was read back')
  return { figureId: figure.id }
}

async function noteNeeds(ask: Ask, councilId: CouncilId, otherCouncilId: CouncilId) {
  const { needId: first } = await ask('needs.add', { need: need(councilId, '買い物に行く足がない') })
  const { needId: second } = await ask('needs.add', { need: need(councilId, '集まる場所がない') })
  const { passId } = await ask('needs.pass', {
    needId: first,
    toCouncilId: otherCouncilId,
    passedOn: day('2026-08-01'),
    asked: '市全体で考えてほしい',
  })
  const { resourceId } = await ask('resources.add', { resource: resource('買い物バス') })
  const { developmentId } = await ask('developments.add', {
    development: development(councilId, '移動販売', { needIds: [second] }),
  })
  const { stepId } = await ask('developments.addStep', {
    developmentId,
    step: { text: '事業者と話す', dueOn: day('2026-10-31'), doneOn: null },
  })
  return { needs: [first, second], passId, resourceId, developmentId, stepId }
}

async function coordinate(ask: Ask, councilId: CouncilId, personId: PersonId) {
  const { coordinatorId } = await ask('coordinators.add', { coordinator: coordinator(personId) })
  const { coordinatorId: otherCoordinatorId } = await ask('coordinators.add', {
    coordinator: coordinator(personId, { areaName: '西部圏域' }),
  })
  const activityKindId = await kindNamed(ask, '自治会')
  const { activityId } = await ask('activities.add', {
    activity: activity(coordinatorId, activityKindId, { nextStep: 'もう一度行く' }),
  })
  const { selectionId } = await ask('selections.add', { selection: selection(councilId) })
  const { candidateId } = await ask('selections.addCandidate', {
    selectionId,
    candidate: { personId, proposedBy: '自治会', reason: '', consent: 'agreed', consentedOn: null },
  })
  const { questionId } = await ask('yearSummary.addQuestion', {
    fiscalYear: 2026,
    question: { section: '協議体', text: '開催した回数' },
  })
  const { optionId } = await ask('yearSummary.addOption', {
    questionId,
    option: { label: '第2層', figure: 'meetings.layer.2', typed: '' },
  })
  const coordinated = { coordinatorId, otherCoordinatorId, activityKindId, activityId }
  return { ...coordinated, selectionId, candidateId, questionId, optionId }
}

async function addAreas(ask: Ask): Promise<Pick<FullWorld, 'cityId' | 'areaId'>> {
  const { areaId: cityId } = await ask('areas.add', { name: '青羽市', parentId: null })
  const { areaId } = await ask('areas.add', { name: '山の手', parentId: null })
  return { cityId, areaId }
}

/** A merge of two of one name, and an import of one group. */
async function mergeAndImport(
  ask: Ask,
  core: Pick<Core, 'files'>,
): Promise<Pick<FullWorld, 'mergeId' | 'importRunId' | 'mappingId'>> {
  const twice = async () =>
    (await ask('roster.addPerson', { person: person('二重　太郎'), membership: null })).personId
  const { mergeId } = await ask('duplicates.merge', { keptId: await twice(), mergedId: await twice() })
  const text = '団体名,種別,類型\nひまわり会,サロン,テーマ型'
  const file = core.files.put('団体.csv', new TextEncoder().encode(text))
  const plan = await ask('organizations.planImport', { file: file.token, sheet: null })
  if (plan === null) throw new Error('not taken for a list of groups')
  await ask('organizations.applyImport', {
    file: file.token,
    sheet: plan.sheet,
    fingerprint: plan.fingerprint,
    choices: [{ row: 2, action: 'take', organizationId: null }],
  })
  const [run] = await ask('importRuns.list', {})
  if (run === undefined) throw new Error('no import')
  const { mappingId } = await ask('importMappings.save', {
    name: '県の名簿',
    fields: [{ header: '会員', use: 'name' }],
  })
  return { mergeId, importRunId: run.id, mappingId }
}

async function holdLastMeeting(ask: Ask, councilId: CouncilId) {
  const { meetingId } = await ask('meetings.plan', planned(councilId, { heldOn: day('2026-07-16') }))
  const { agendaItemId } = await ask('meetings.addAgendaItem', {
    meetingId,
    item: item('移動支援について'),
    after: null,
  })
  await ask('meetings.setItemOutcome', { agendaItemId, outcome: 'continued' })
  const { taskId } = await ask('minutes.addTask', {
    meetingId,
    agendaItemId,
    task: task('他市の例を調べる', { dueOn: day('2026-09-10') }),
  })
  await ask('minutes.confirm', { meetingId, confirmedBy: '戸田' })
  return { lastMeetingId: meetingId, leftItemId: agendaItemId, leftTaskId: taskId }
}

async function holdMeeting(ask: Ask, councilId: CouncilId) {
  const { meetingId } = await ask('meetings.plan', planned(councilId))
  const items = await addUsualAgenda(ask, meetingId)
  const [, , report, , shopping] = items
  if (report === undefined || shopping === undefined) throw new Error('the usual agenda is shorter')
  const roll = (await ask('meetings.get', { meetingId })).roll.map((each) => each.id)
  const statements: StatementId[] = []
  for (const [position, text] of ['報告します。', '移動販売をふやしたい。', '賛成です。'].entries()) {
    const statement = line(position === 0 ? report : shopping, text, { attendanceId: roll[position] ?? null })
    statements.push((await ask('minutes.addStatement', { meetingId, statement, after: null })).statementId)
  }
  const { decisionId } = await ask('minutes.addDecision', {
    meetingId,
    agendaItemId: shopping,
    statementId: statements[2] ?? null,
    text: '移動販売を月２回にする。',
  })
  const { taskId } = await ask('minutes.addTask', {
    meetingId,
    agendaItemId: shopping,
    task: task('店に連絡する', { dueOn: day('2026-10-31') }),
  })
  const [chair] = roll
  if (chair === undefined) throw new Error('the roll is empty')
  const { reviewId } = await ask('reviews.send', {
    meetingId,
    sentOn: day('2026-09-20'),
    dueOn: day('2026-10-04'),
  })
  const { answerId } = await ask('reviews.answer', {
    reviewId,
    attendanceId: chair,
    answeredOn: day('2026-09-25'),
    channel: 'fax',
    correction: '月２回ではなく月１回です。',
  })
  return { meetingId, items, roll, statements, decisionId, taskId, reviewId, answerId }
}

async function urgeTheCity(
  ask: Ask,
  councilId: CouncilId,
  { meetingId, decisionId }: { readonly meetingId: MeetingId; readonly decisionId: DecisionId },
) {
  const { proposalId } = await ask('proposals.add', { proposal: proposal(councilId, '移動の足について') })
  await ask('proposals.linkMeeting', { proposalId, meetingId, decisionId, statementId: null })
  const { stepId } = await ask('proposals.addStep', {
    proposalId,
    step: { text: '担当課と話す', dueOn: day('2026-10-15'), doneOn: null },
  })
  const [link] = (await ask('proposals.get', { proposalId })).meetings
  if (link === undefined) throw new Error('the meeting is not linked')
  const { briefingId } = await ask('briefings.add', { briefing: briefing(councilId, '助け合いの説明会') })
  return { proposalId, proposalLinkId: link.id, proposalStepId: stepId, briefingId }
}

async function handleMoney(
  ask: Ask,
  councilId: CouncilId,
  people: readonly PersonId[],
  lastMeetingId: MeetingId,
  meetingId: MeetingId,
) {
  const { ruleId } = await ask('allowanceRules.add', { rule: rule(councilId) })
  const [chair] = people
  if (chair === undefined) throw new Error('nobody')
  await ask('payees.saveAccount', { owner: { kind: 'person', id: chair }, account })
  const open = async (of: MeetingId, title: string): Promise<PaymentRunId> =>
    (await ask('payments.openRun', { councilId, meetingIds: [of], title, payOn: day('2026-10-09') })).runId
  const closedRunId = await open(lastMeetingId, '7月分')
  const [line] = (await ask('meetings.get', { meetingId: lastMeetingId })).roll
  if (line === undefined) throw new Error('the roll is empty')
  await ask('payments.setLine', {
    runId: closedRunId,
    attendanceId: line.id,
    change: { base: 6000, travel: 500, taxName: '報酬', taxRate: 10_210, because: '出席簿のとおり' },
  })
  await ask('payments.closeRun', { runId: closedRunId })
  const { itemId } = await ask('budget.addItem', { item: budgetItem('謝金', { counts: 'base' }) })
  const { voucherId } = await ask('budget.addVoucher', {
    voucher: { itemId, datedOn: day('2026-08-01'), text: 'お茶代', partner: '東店', amount: 1080 },
  })
  return { ruleId, closedRunId, runId: await open(meetingId, '9月分'), budgetItemId: itemId, voucherId }
}
