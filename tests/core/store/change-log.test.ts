import { describe, expect, it } from 'vitest'
import { contract, type GivenTo, type NamesOfKind } from '#shared/contract/contract.ts'
import { shippedKinds } from '#shared/domain/constituent-kinds.ts'
import { openTestCore, type TestCore } from '../core-harness.ts'
import { fixture, type FullWorld } from '../full-world.ts'
import { activity, coordinator, selection } from '../coordinator-records.ts'
import { development, resource } from '../local-records.ts'
import {
  account,
  briefing,
  budgetItem,
  noProgress,
  proposal,
  rule,
  sender,
  usualPayee,
} from '../money-records.ts'
import { openWorld } from '../world-copies.ts'
import {
  day,
  eastern,
  group,
  item,
  line,
  membership,
  need,
  office,
  outreach,
  person,
  planned,
  task,
  time,
} from '../small-council.ts'
import { lookInto, type LogEntry, readLog, readTables, replayLog } from './replay-log.ts'

type Writes = { readonly [Name in NamesOfKind<'write'>]: (world: FullWorld) => GivenTo<Name> }

function first<T>(list: readonly T[], position = 0): T {
  const found = list[position]
  if (found === undefined) throw new Error(`nothing at ${String(position)}`)
  return found
}

/** An input for each write operation with which it does something; one that is missing does not compile. */
const writes: Writes = {
  'helpKinds.add': () => ({ name: 'ペットの世話' }),
  'helpKinds.save': () => ({ code: 'shopping', name: '買い物の手伝い' }),
  'helpKinds.retire': () => ({ code: 'shopping', retired: true }),
  'helpKinds.move': () => ({ code: 'shopping', by: -1 }),
  'priorFigures.remove': ({ figureId }) => ({ figureId }),
  'priorFigures.restore': ({ figureId }) => ({ figureId }),
  'yearSummary.begin': () => ({ fiscalYear: 2025 }),
  'yearSummary.addQuestion': () => ({ fiscalYear: 2026, question: { section: '地域', text: '移動支援' } }),
  'yearSummary.saveQuestion': ({ questionId }) => ({
    questionId,
    question: { section: '協議体', text: '回数' },
  }),
  'yearSummary.removeQuestion': ({ questionId }) => ({ questionId }),
  'yearSummary.moveQuestion': ({ questionId }) => ({ questionId, by: 1 }),
  'yearSummary.moveOption': ({ optionId }) => ({ optionId, by: 1 }),
  'yearSummary.addOption': ({ questionId }) => ({
    questionId,
    option: { label: '第3層', figure: 'meetings.layer.3', typed: '' },
  }),
  'yearSummary.saveOption': ({ optionId }) => ({
    optionId,
    option: { label: '第2層', figure: '', typed: '3回' },
  }),
  'yearSummary.removeOption': ({ optionId }) => ({ optionId }),
  'yearSummary.freeze': () => ({ fiscalYear: 2026 }),
  'yearSummary.thaw': () => ({ fiscalYear: 2026 }),
  'coordinators.add': ({ people }) => ({ coordinator: coordinator(first(people)) }),
  'coordinators.save': ({ coordinatorId, people }) => ({
    coordinatorId,
    coordinator: coordinator(first(people), { dedicated: 'also', areaName: '西部圏域' }),
  }),
  'coordinators.remove': ({ coordinatorId }) => ({ coordinatorId }),
  'coordinators.restore': ({ coordinatorId }) => ({ coordinatorId }),
  'activities.add': ({ coordinatorId, activityKindId, needs, people }) => ({
    activity: activity(coordinatorId, activityKindId, {
      needIds: [first(needs)],
      personIds: [first(people)],
    }),
  }),
  'activities.save': ({ activityId, coordinatorId, activityKindId }) => ({
    activityId,
    activity: activity(coordinatorId, activityKindId, { content: '電話で聞いた', method: 'phone' }),
  }),
  'activities.remove': ({ activityId }) => ({ activityId }),
  'activities.restore': ({ activityId }) => ({ activityId }),
  'activities.setFollowedUp': ({ activityId }) => ({ activityId, doneOn: day('2026-09-17') }),
  'activities.join': ({ activityId, otherCoordinatorId }) => ({
    activityId,
    coordinatorId: otherCoordinatorId,
  }),
  'activityKinds.add': () => ({ kind: { heading: 'matching', name: '学校へ', unit: '件' } }),
  'activityKinds.save': ({ activityKindId }) => ({
    kindId: activityKindId,
    kind: { heading: 'network', name: '自治会へ', unit: '回' },
  }),
  'activityKinds.move': ({ activityKindId }) => ({ kindId: activityKindId, by: 1 }),
  'activityKinds.remove': ({ activityKindId }) => ({ kindId: activityKindId }),
  'selections.add': ({ councilId }) => ({ selection: selection(councilId) }),
  'selections.save': ({ selectionId, councilId }) => ({
    selectionId,
    selection: selection(councilId, { criteria: '若い人にも声をかけられる人' }),
  }),
  'selections.remove': ({ selectionId }) => ({ selectionId }),
  'selections.restore': ({ selectionId }) => ({ selectionId }),
  'selections.addCandidate': ({ selectionId, people }) => ({
    selectionId,
    candidate: {
      personId: first(people),
      proposedBy: '民児協',
      reason: '',
      consent: 'not-asked',
      consentedOn: null,
    },
  }),
  'selections.saveCandidate': ({ candidateId, people }) => ({
    candidateId,
    candidate: {
      personId: people.at(-1) ?? first(people),
      proposedBy: '民児協',
      reason: '長く続けてきた',
      consent: 'agreed',
      consentedOn: day('2026-09-10'),
    },
  }),
  'selections.removeCandidate': ({ candidateId }) => ({ candidateId }),
  'selections.linkMeeting': ({ selectionId, meetingId }) => ({ selectionId, meetingId, linked: true }),
  'selections.linkStatement': ({ selectionId, statements }) => ({
    selectionId,
    statementId: first(statements, 1),
    linked: true,
  }),
  'selections.setDecision': ({ selectionId, decisionId }) => ({ selectionId, decisionId }),
  'selections.decide': ({ selectionId, candidateId }) => ({
    selectionId,
    candidateId,
    decidedOn: day('2026-09-17'),
    because: '全員の賛成',
  }),
  'selections.stop': ({ selectionId }) => ({ selectionId, because: '来年度に選ぶ' }),
  'selections.reopen': ({ selectionId }) => ({ selectionId }),
  'selections.setRecommended': ({ selectionId }) => ({ selectionId, recommendedOn: day('2026-09-20') }),
  'selections.appoint': ({ selectionId, people }) => {
    const { personId: _chosen, ...term } = coordinator(first(people))
    return { selectionId, coordinator: term }
  },
  'needs.add': ({ councilId }) => ({ need: need(councilId, '通院の足がない') }),
  'needs.addFromStatement': ({ statements }) => ({ statementId: first(statements, 1) }),
  'needs.save': ({ councilId, needs }) => ({
    needId: first(needs),
    need: need(councilId, '買い物に行く足がない（冬）', { sectors: ['disability'], areaName: '北部圏域' }),
  }),
  'needs.remove': ({ needs }) => ({ needId: first(needs) }),
  'needs.restore': ({ needs }) => ({ needId: first(needs) }),
  'needs.setStatus': ({ needs }) => ({
    needId: first(needs),
    status: 'dropped',
    because: '別の課題に含めた',
  }),
  'needs.group': ({ needs }) => ({ needId: first(needs), sameAsId: first(needs, 1) }),
  'needs.linkMeeting': ({ needs, meetingId }) => ({ needId: first(needs), meetingId, linked: true }),
  'needs.pass': ({ needs, otherCouncilId }) => ({
    needId: first(needs, 1),
    toCouncilId: otherCouncilId,
    passedOn: day('2026-09-01'),
    asked: '',
  }),
  'needs.answer': ({ passId }) => ({
    passId,
    answeredOn: day('2026-09-01'),
    answer: '市の移動販売の会議で取り上げる',
  }),
  'resources.add': ({ activityId }) => ({
    resource: resource('朝市の会', { sectors: ['youth'] }),
    activityId,
  }),
  'resources.save': ({ resourceId }) => ({
    resourceId,
    resource: resource('買い物バス', { fee: '無料', sectors: ['disability'] }),
  }),
  'resources.remove': ({ resourceId }) => ({ resourceId }),
  'resources.restore': ({ resourceId }) => ({ resourceId }),
  'resources.check': ({ resourceId }) => ({ resourceId, checkedOn: day('2026-09-01'), checkedBy: '戸田' }),
  'developments.add': ({ councilId, needs }) => ({
    development: development(councilId, '集いの場', { needIds: [first(needs)] }),
  }),
  'developments.save': ({ developmentId, councilId, needs }) => ({
    developmentId,
    development: development(councilId, '移動販売の誘致', { needIds: [first(needs)], sectors: ['youth'] }),
  }),
  'developments.remove': ({ developmentId }) => ({ developmentId }),
  'developments.restore': ({ developmentId }) => ({ developmentId }),
  'developments.setState': ({ developmentId }) => ({ developmentId, state: 'trial' }),
  'developments.grow': ({ developmentId, resourceId }) => ({
    developmentId,
    resourceId,
    endedOn: day('2026-09-10'),
  }),
  'developments.stop': ({ developmentId }) => ({
    developmentId,
    endedOn: day('2026-09-10'),
    because: '事業者が見つからない',
  }),
  'developments.linkMeeting': ({ developmentId, meetingId }) => ({ developmentId, meetingId, linked: true }),
  'developments.addStep': ({ developmentId }) => ({
    developmentId,
    step: { text: '試しに回る', dueOn: null, doneOn: null },
  }),
  'developments.saveStep': ({ stepId }) => ({
    stepId,
    step: { text: '事業者と話す', dueOn: day('2026-10-31'), doneOn: day('2026-09-12') },
  }),
  'developments.removeStep': ({ stepId }) => ({ stepId }),
  'setup.complete': () => ({ secretariat: office, council: eastern }),
  'secretariat.save': () => ({ ...office, phone: '000-999-0000' }),
  'councils.add': () => ({ ...eastern, name: '西部協議体', areaName: '西部圏域' }),
  'councils.saveRules': ({ councilId }) => ({
    councilId,
    rules: {
      numbering: 'through',
      quorum: 'half',
      countsProxy: false,
      countsOnline: true,
      countsWritten: false,
      signers: 2,
      seatLimit: 20,
    },
  }),
  'importMappings.save': () => ({ name: '市の名簿', fields: [{ header: '氏名', use: 'name' }] }),
  'organizations.keepMapping': () => ({
    name: '団体一覧',
    fields: [{ header: '団体名', use: 'name' }],
  }),
  'importMappings.remove': ({ mappingId }) => ({ mappingId }),
  'importMappings.restore': ({ mappingId }) => ({ mappingId }),
  'retention.saveRule': () => ({ years: 5, papers: 'role' }),
  'tables.saveColumns': () => ({ list: 'people', columns: ['name', 'phone'] }),
  'councilBoard.saveMakeUp': ({ councilId, organizationId }) => ({
    councilId,
    makeUp: { basis: '要綱', origin: '', originOrganizationId: organizationId, hasMembers: false },
  }),
  'kinds.save': () => ({
    kinds: shippedKinds.map(({ code, name, family }) => ({
      code,
      name: code === 'other' ? 'そのほか' : name,
      family,
      retired: code === 'academic',
    })),
  }),
  'organizations.add': () => ({
    organization: group('山の手ささえあい会', { areaName: '西部', sectors: ['elderly'] }),
  }),
  'organizations.save': ({ organizationId }) => ({
    organizationId,
    organization: group('団体の会', { kind: 'nonprofit', sectors: ['youth'] }),
  }),
  'organizations.remove': ({ organizationId }) => ({ organizationId }),
  'organizations.restore': ({ organizationId }) => ({ organizationId }),
  'terms.saveRules': ({ councilId }) => ({
    councilId,
    rules: {
      categories: [{ name: '第1号（地縁団体）', seats: 3 }],
      firstTermOn: day('2024-04-01'),
      termYears: 2,
    },
  }),
  'terms.succeed': ({ memberships, people }) => ({
    membershipId: first(memberships),
    personId: first(people, people.length - 1),
    on: day('2026-10-01'),
  }),
  'terms.keepSeat': ({ memberships }) => ({ membershipId: first(memberships, 1) }),
  'terms.apply': ({ councilId, memberships }) => ({
    councilId,
    from: day('2028-04-01'),
    to: day('2030-03-31'),
    choices: [
      { membershipId: first(memberships), wish: 'renew', because: '' },
      { membershipId: first(memberships, 1), wish: 'end', because: '辞退' },
    ],
  }),
  'duplicates.merge': ({ people }) => ({ keptId: first(people), mergedId: first(people, 6) }),
  'duplicates.undoMerge': ({ mergeId }) => ({ mergeId }),
  'duplicates.setDifferent': ({ people }) => ({
    firstId: first(people),
    secondId: first(people, 6),
    different: true,
  }),
  'councilBoard.setStep': ({ councilId }) => ({
    councilId,
    stage: 'preparation',
    startedOn: day('2023-10-01'),
    document: '準備会の申し合わせ',
  }),
  'councilBoard.removeStep': ({ councilId }) => ({ councilId, stage: 'preparation' }),
  'areas.add': () => ({ name: '日向団地', parentId: null }),
  'areas.move': ({ areaId, cityId }) => ({ areaId, parentId: cityId }),
  'participation.setNeed': ({ councilId }) => ({
    councilId,
    sector: 'youth',
    column: 'territorial',
    needed: false,
  }),
  'outreach.add': ({ councilId, organizationId }) => ({ outreach: outreach(councilId, { organizationId }) }),
  'outreach.save': ({ councilId, organizationId, outreachId }) => ({
    outreachId,
    outreach: outreach(councilId, { organizationId, answer: 'considering', nextOn: day('2026-10-01') }),
  }),
  'outreach.end': ({ outreachId }) => ({ outreachId, because: '人手がない' }),
  'outreach.reopen': ({ outreachId }) => ({ outreachId }),
  'outreach.seat': ({ outreachId }) => ({
    outreachId,
    person: { name: '福島　翔', kana: '', post: '部長' },
    membership: membership(),
  }),
  'outreach.remove': ({ outreachId }) => ({ outreachId }),
  'outreach.restore': ({ outreachId }) => ({ outreachId }),
  'roster.addPerson': ({ councilId }) => ({
    person: person('山口　七子', { sectors: ['children'], organizationName: '子ども食堂', post: '代表' }),
    membership: { councilId, ...membership() },
  }),
  'roster.savePerson': ({ people }) => ({
    personId: first(people, 1),
    person: person('佐藤　花子', { organizationName: '団体2', post: '会長', sectors: ['youth'] }),
  }),
  'roster.removePerson': ({ people }) => ({ personId: first(people, 6) }),
  'roster.restorePerson': ({ people }) => ({ personId: first(people, 6) }),
  'roster.addMembership': ({ councilId, people }) => ({
    councilId,
    personId: first(people, 6),
    membership: membership(),
  }),
  'roster.saveMembership': ({ memberships }) => ({
    membershipId: first(memberships),
    membership: membership({ role: 'vice-chair' }),
  }),
  'roster.endMembership': ({ memberships }) => ({
    membershipId: first(memberships, 2),
    on: day('2026-09-30'),
  }),
  'meetings.plan': ({ councilId }) => planned(councilId, { heldOn: day('2026-11-19') }),
  'meetings.renumber': ({ meetingId }) => ({ meetingId, number: 77 }),
  'meetings.save': ({ meetingId }) => ({
    meetingId,
    meeting: {
      heldOn: day('2027-04-15'),
      startsAt: time('10:00'),
      endsAt: null,
      place: '市役所',
      method: 'hybrid',
      audience: 3,
      nextOn: null,
      nextStartsAt: null,
      nextPlace: '',
      note: '',
    },
  }),
  'meetings.remove': ({ meetingId }) => ({ meetingId }),
  'meetings.refillRoll': ({ meetingId }) => ({ meetingId }),
  'meetings.addAgendaItem': ({ meetingId, items }) => ({
    meetingId,
    item: item('新しい議題'),
    after: first(items, 4),
  }),
  'meetings.saveAgendaItem': ({ items }) => ({ agendaItemId: first(items, 5), item: item('集いの場の名前') }),
  'meetings.moveAgendaItem': ({ items }) => ({ agendaItemId: first(items, 5), by: -1 }),
  'meetings.removeAgendaItem': ({ items }) => ({ agendaItemId: first(items, 5) }),
  'meetings.renumberPapers': ({ meetingId }) => ({ meetingId }),
  'meetings.copyAgenda': ({ meetingId, lastMeetingId }) => ({ meetingId, fromMeetingId: lastMeetingId }),
  'meetings.beginItem': ({ items }) => ({ agendaItemId: first(items, 4), at: time('13:40') }),
  'meetings.setItemOutcome': ({ items }) => ({ agendaItemId: first(items, 5), outcome: 'continued' }),
  'meetings.takeCarryOver': ({ meetingId, leftItemId, leftTaskId }) => ({
    meetingId,
    items: [{ agendaItemId: leftItemId, how: 'moved', why: '' }],
    tasks: [{ taskId: leftTaskId, how: 'carried', why: '' }],
  }),
  'attendance.addPerson': ({ meetingId }) => ({
    meetingId,
    name: '傍聴の方',
    kana: '',
    organizationName: '',
    post: '',
    role: 'observer',
  }),
  'attendance.save': ({ roll }) => ({
    attendanceId: first(roll),
    patch: { presence: 'present', late: true },
  }),
  'attendance.setInvitations': ({ meetingId, roll }) => ({
    meetingId,
    invitations: [{ attendanceId: first(roll), invited: { by: 'fax', on: day('2026-09-01') } }],
  }),
  'attendance.setAway': ({ roll, items }) => ({
    attendanceId: first(roll, 1),
    agendaItemId: first(items, 4),
    away: true,
    because: '利害関係',
  }),
  'attendance.remove': ({ roll }) => ({ attendanceId: first(roll, 5) }),
  'minutes.addStatement': ({ meetingId, items, statements }) => ({
    meetingId,
    statement: line(first(items, 4), '割りこみます。'),
    after: first(statements, 1),
  }),
  'minutes.saveStatement': ({ statements, items }) => ({
    statementId: first(statements),
    statement: line(first(items, 5), '言いなおします。'),
  }),
  'minutes.removeStatement': ({ statements }) => ({ statementId: first(statements) }),
  'minutes.restoreStatement': ({ statements }) => ({ statementId: first(statements) }),
  'minutes.addDecision': ({ meetingId, items }) => ({
    meetingId,
    agendaItemId: first(items, 5),
    statementId: null,
    text: '名前を公募する。',
  }),
  'minutes.moveStatement': ({ statements, items }) => ({
    statementId: first(statements),
    agendaItemId: first(items, 4),
    after: first(statements, 1),
  }),
  'minutes.moveStatements': ({ meetingId, statements, items }) => ({
    meetingId,
    moves: [{ statementId: first(statements), agendaItemId: first(items, 4), after: first(statements, 1) }],
  }),
  'minutes.addTranscript': ({ meetingId, items }) => ({
    meetingId,
    agendaItemId: first(items, 4),
    lines: [{ attendanceId: null, text: '録音から起こした行です。' }],
  }),
  'minutes.removeStatements': ({ meetingId, statements }) => ({ meetingId, statementIds: [...statements] }),
  'minutes.restoreDecision': ({ decisionId }) => ({ decisionId }),
  'minutes.setVote': ({ decisionId, roll }) => ({
    decisionId,
    vote: {
      method: 'names',
      inFavour: 0,
      against: 0,
      abstained: 0,
      note: '',
      ballots: [{ attendanceId: first(roll), choice: 'favour' }],
    },
  }),
  'year.plan': ({ councilId }) => ({
    councilId,
    days: [day('2026-11-19'), day('2026-12-17')],
    startsAt: time('13:30'),
    endsAt: null,
    place: '',
    method: 'in-person',
  }),
  'agendaTemplates.save': ({ councilId }) => ({
    councilId,
    items: [
      {
        recurs: 'always',
        kind: 'opening',
        level: 1,
        title: '開会',
        plannedMinutes: 5,
        presenter: '',
        internalNote: '',
      },
    ],
  }),
  'agendaTemplates.add': ({ councilId }) => ({ councilId, name: '臨時の会議', items: [] }),
  'agendaTemplates.rename': ({ namedAgendaId }) => ({ namedAgendaId, name: '年度末の会議' }),
  'agendaTemplates.remove': ({ namedAgendaId }) => ({ namedAgendaId }),
  'agendaTemplates.restore': ({ namedAgendaId }) => ({ namedAgendaId }),
  'agendaTemplates.takeFromMeeting': ({ meetingId }) => ({ meetingId }),
  'agendaTemplates.apply': ({ meetingId }) => ({ meetingId }),
  'attachments.remove': ({ attachmentId }) => ({ attachmentId }),
  'attachments.restore': ({ attachmentId }) => ({ attachmentId }),
  'minutes.saveDecision': ({ decisionId }) => ({ decisionId, text: '移動販売を週１回にする。' }),
  'minutes.removeDecision': ({ decisionId }) => ({ decisionId }),
  'minutes.addTask': ({ meetingId }) => ({ meetingId, agendaItemId: null, task: task('礼状を出す') }),
  'tasks.save': ({ taskId, people }) => ({
    taskId,
    task: task('店に行く', { ownerPersonId: first(people) }),
  }),
  'tasks.setStatus': ({ taskId }) => ({ taskId, status: 'done', why: '' }),
  'tasks.remove': ({ taskId }) => ({ taskId }),
  'minutes.confirm': ({ lastMeetingId }) => ({ meetingId: lastMeetingId, confirmedBy: '戸田' }),
  'minutes.reopen': ({ lastMeetingId }) => ({ meetingId: lastMeetingId, reason: '誤字' }),
  'publication.setClosed': ({ items }) => ({ agendaItemId: first(items, 4), closed: true }),
  'reviews.send': ({ meetingId }) => ({ meetingId, sentOn: day('2026-10-05'), dueOn: day('2026-10-12') }),
  'reviews.answer': ({ reviewId, roll }) => ({
    reviewId,
    attendanceId: first(roll, 1),
    answeredOn: day('2026-09-26'),
    channel: 'phone',
    correction: '',
  }),
  'reviews.settle': ({ answerId }) => ({ answerId, state: 'taken', because: '' }),
  'reviews.setSigners': ({ meetingId, roll }) => ({ meetingId, attendanceIds: [first(roll)] }),
  'forms.remove': ({ formId }) => ({ formId }),
  'mappings.save': ({ formId }) => ({
    formId,
    mapping: {
      version: 1,
      name: '開催報告書',
      kind: 'meeting',
      recognise: [{ sheet: '様式第3号', cell: 'A1', contains: '様式第３号' }],
      entries: [{ sheet: '様式第3号', cell: 'G21', field: '会議.場所' }],
      blocks: [],
    },
  }),
  'letters.save': () => ({ kind: 'invitation', subject: 'ご案内', body: '下記のとおり開きます。' }),
  'letters.reset': () => ({ kind: 'invitation' }),
  'letters.takeNumber': () => ({ subject: '開催通知', issuedOn: day('2026-09-01') }),
  'seating.setLayout': ({ meetingId }) => ({ meetingId, layout: 'islands' }),
  'seating.move': ({ meetingId, roll }) => ({
    meetingId,
    attendanceId: first(roll),
    // The first desk at the left of a コの字; the chair sits in front.
    place: 2000,
  }),
  'seating.reset': ({ meetingId }) => ({ meetingId }),
  'lists.saveSubstitutes': () => ({ substitutes: [{ character: '𠮷', instead: '吉' }] }),
  'papers.saveSettings': () => ({ sealBoxes: ['会長', '係'], replySlip: 'below' }),
  'letters.saveNumberFormat': () => ({ format: '青社協第{番号}号' }),
  'proposals.add': ({ councilId }) => ({ proposal: proposal(councilId, '見守りについて') }),
  'proposals.save': ({ councilId, proposalId }) => ({
    proposalId,
    proposal: proposal(councilId, '移動の足について', { signatories: [], asks: 'バスを増やす' }),
  }),
  'proposals.remove': ({ proposalId }) => ({ proposalId }),
  'proposals.restore': ({ proposalId }) => ({ proposalId }),
  'proposals.setProgress': ({ proposalId }) => ({
    proposalId,
    progress: { ...noProgress, handedOn: day('2026-09-10'), receivedBy: '小田切主査' },
  }),
  'proposals.linkMeeting': ({ proposalId, lastMeetingId }) => ({
    proposalId,
    meetingId: lastMeetingId,
    decisionId: null,
    statementId: null,
  }),
  'proposals.unlinkMeeting': ({ proposalLinkId }) => ({ linkId: proposalLinkId }),
  'proposals.addStep': ({ proposalId }) => ({
    proposalId,
    step: { text: '議会で聞く', dueOn: null, doneOn: null },
  }),
  'proposals.saveStep': ({ proposalStepId }) => ({
    stepId: proposalStepId,
    step: { text: '担当課と話す', dueOn: null, doneOn: day('2026-10-10') },
  }),
  'proposals.removeStep': ({ proposalStepId }) => ({ stepId: proposalStepId }),
  'briefings.add': ({ councilId }) => ({
    briefing: briefing(councilId, '職員むけ', { audience: 'city-staff' }),
  }),
  'briefings.save': ({ councilId, briefingId }) => ({
    briefingId,
    briefing: briefing(councilId, '助け合いの説明会', { residents: 30 }),
  }),
  'briefings.remove': ({ briefingId }) => ({ briefingId }),
  'briefings.restore': ({ briefingId }) => ({ briefingId }),
  'allowanceRules.add': ({ councilId }) => ({ rule: rule(councilId, { role: 'chair', amount: 8000 }) }),
  'allowanceRules.save': ({ councilId, ruleId }) => ({ ruleId, rule: rule(councilId, { amount: 7000 }) }),
  'allowanceRules.remove': ({ ruleId }) => ({ ruleId }),
  'allowanceRules.restore': ({ ruleId }) => ({ ruleId }),
  'payees.save': ({ people }) => ({
    personId: first(people),
    payee: { ...usualPayee, refusedOn: day('2026-09-01'), refusedBecause: 'ご本人の希望' },
  }),
  'payees.saveAccount': ({ organizationId }) => ({
    owner: { kind: 'organization', id: organizationId },
    account,
  }),
  'payees.removeAccount': ({ people }) => ({ owner: { kind: 'person', id: first(people) } }),
  'payees.saveSender': () => ({ sender }),
  'payments.openRun': ({ councilId, meetingId }) => ({
    councilId,
    meetingIds: [meetingId],
    title: '臨時',
    payOn: day('2026-10-20'),
  }),
  'payments.saveRun': ({ runId }) => ({ runId, title: '9月分（直し）', payOn: day('2026-10-16') }),
  'payments.setLine': ({ runId, roll }) => ({
    runId,
    attendanceId: first(roll),
    change: { base: 5000, travel: 0, taxName: '', taxRate: 0, because: '半日' },
  }),
  'payments.removeRun': ({ runId }) => ({ runId }),
  'payments.reopenRun': ({ closedRunId }) => ({ runId: closedRunId, because: '税率のまちがい' }),
  'budget.addItem': () => ({ item: budgetItem('会場費') }),
  'budget.saveItem': ({ budgetItemId }) => ({ itemId: budgetItemId, item: budgetItem('報償費') }),
  'budget.moveItem': ({ budgetItemId }) => ({ itemId: budgetItemId, by: 1 }),
  'budget.removeItem': ({ budgetItemId }) => ({ itemId: budgetItemId }),
  'budget.restoreItem': ({ budgetItemId }) => ({ itemId: budgetItemId }),
  'budget.copyYear': () => ({ fiscalYear: 2027 }),
  'budget.addVoucher': ({ budgetItemId }) => ({
    voucher: {
      itemId: budgetItemId,
      datedOn: day('2026-09-01'),
      text: '会場の借り上げ',
      partner: '公民館',
      amount: 3000,
    },
  }),
  'budget.saveVoucher': ({ budgetItemId, voucherId }) => ({
    voucherId,
    voucher: {
      itemId: budgetItemId,
      datedOn: day('2026-08-01'),
      text: 'お茶代',
      partner: '東店',
      amount: -1080,
    },
  }),
  'budget.removeVoucher': ({ voucherId }) => ({ voucherId }),
  'budget.restoreVoucher': ({ voucherId }) => ({ voucherId }),
  'yearPlan.save': ({ councilId }) => ({
    councilId,
    fiscalYear: 2026,
    plan: { aims: '顔の見える関係', items: [{ plannedFor: '6月', theme: '移動', aim: '足をつくる' }] },
  }),
  // The test puts the number of the operation before it in its place.
  'history.undo': () => ({ operationNumber: 1 }),
}

/** What must have happened before an operation can do anything. */
async function prepare({ ask }: TestCore, name: NamesOfKind<'write'>, world: FullWorld): Promise<void> {
  if (name === 'roster.restorePerson') await ask('roster.removePerson', writes['roster.removePerson'](world))
  if (name === 'councilBoard.removeStep')
    await ask('councilBoard.setStep', writes['councilBoard.setStep'](world))
  if (name === 'priorFigures.restore') await ask('priorFigures.remove', writes['priorFigures.remove'](world))
  if (name === 'yearSummary.thaw') await ask('yearSummary.freeze', writes['yearSummary.freeze'](world))
  if (name === 'coordinators.restore' || name === 'coordinators.remove')
    await ask('activities.remove', writes['activities.remove'](world))
  if (name === 'coordinators.restore') await ask('coordinators.remove', writes['coordinators.remove'](world))
  if (name === 'activities.restore' || name === 'activityKinds.remove')
    await ask('activities.remove', writes['activities.remove'](world))
  // Somebody stands above, to change places with.
  if (name === 'yearSummary.moveQuestion')
    await ask('yearSummary.addQuestion', {
      fiscalYear: 2026,
      question: { section: '協議体', text: '協議体の数' },
    })
  if (name === 'yearSummary.moveOption')
    await ask('yearSummary.addOption', {
      questionId: world.questionId,
      option: { label: '第1層', figure: '', typed: '' },
    })
  if (name === 'selections.restore') await ask('selections.remove', writes['selections.remove'](world))
  if (name === 'selections.linkStatement' || name === 'selections.setDecision')
    await ask('selections.linkMeeting', writes['selections.linkMeeting'](world))
  if (name === 'selections.appoint' || name === 'selections.reopen')
    await ask('selections.decide', writes['selections.decide'](world))
  if (name === 'outreach.reopen') await ask('outreach.end', writes['outreach.end'](world))
  if (name === 'importMappings.restore')
    await ask('importMappings.remove', writes['importMappings.remove'](world))
  if (name === 'outreach.restore') await ask('outreach.remove', writes['outreach.remove'](world))
  if (name === 'organizations.restore')
    await ask('organizations.remove', writes['organizations.remove'](world))
  if (name === 'resources.restore') await ask('resources.remove', writes['resources.remove'](world))
  if (name === 'developments.restore') await ask('developments.remove', writes['developments.remove'](world))
  if (name === 'needs.restore') await ask('needs.remove', writes['needs.remove'](world))
  if (name === 'minutes.restoreDecision')
    await ask('minutes.removeDecision', writes['minutes.removeDecision'](world))
  if (name === 'attachments.restore') await ask('attachments.remove', writes['attachments.remove'](world))
  if (name === 'agendaTemplates.restore')
    await ask('agendaTemplates.remove', writes['agendaTemplates.remove'](world))
  if (name === 'agendaTemplates.apply')
    await ask('agendaTemplates.save', writes['agendaTemplates.save'](world))
  if (name === 'meetings.renumberPapers')
    await ask('meetings.saveAgendaItem', {
      agendaItemId: first(world.items, 4),
      item: { paperTitle: '希望の集計' },
    })
  if (name === 'minutes.restoreStatement')
    await ask('minutes.removeStatement', writes['minutes.removeStatement'](world))
  if (name === 'proposals.restore') await ask('proposals.remove', writes['proposals.remove'](world))
  if (name === 'briefings.restore') await ask('briefings.remove', writes['briefings.remove'](world))
  if (name === 'allowanceRules.restore')
    await ask('allowanceRules.remove', writes['allowanceRules.remove'](world))
  if (name === 'budget.restoreItem') await ask('budget.removeItem', writes['budget.removeItem'](world))
  if (name === 'budget.restoreVoucher')
    await ask('budget.removeVoucher', writes['budget.removeVoucher'](world))
  if (name === 'budget.moveItem') await ask('budget.addItem', writes['budget.addItem'](world))
  if (name === 'seating.reset') await ask('seating.move', writes['seating.move'](world))
  if (name === 'letters.reset') await ask('letters.save', writes['letters.save'](world))
  if (name === 'history.undo') await ask('tasks.save', writes['tasks.save'](world))
  if (name === 'minutes.confirm') await ask('minutes.reopen', writes['minutes.reopen'](world))
  if (name === 'meetings.refillRoll') await ask('roster.addPerson', writes['roster.addPerson'](world))
}

function expectWellFormed(entries: readonly LogEntry[], operation: string, number: number): void {
  for (const entry of entries) {
    expect(entry).toMatchObject({ who: '戸田', operation, operation_number: number })
    expect(entry.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(entry.record_id).not.toBe('')
    if (entry.action === 'insert')
      expect([entry.old, Object.keys(entry.new ?? {}).length > 0]).toEqual([null, true])
    if (entry.action === 'update') {
      expect(Object.keys(entry.new ?? {})).toEqual(Object.keys(entry.old ?? {}))
      expect(Object.keys(entry.new ?? {})).not.toEqual([])
    }
    // Deletion is soft; 分野 and links are marks on a record, not records of their own, and the office's wording
    // of a letter gives way to the shipped one, while the log keeps it.
    if (entry.action === 'delete')
      expect(entry.table_name).toMatch(
        /_sectors$|^need_meetings$|^development_(?:needs|meetings)$|^activity_links$|^selection_(?:meetings|statements)$|^proposal_meetings$|^letter_templates$|^seating_places$|^year_freezes$/,
      )
  }
}

function expectToldWholly(folder: string): void {
  lookInto(folder, (connection) => {
    const told = replayLog(readLog(connection))
    for (const [table, rows] of readTables(connection))
      expect([table, told.get(table)]).toEqual([table, rows])
  })
}

describe('the change log', () => {
  it.each(Object.keys(writes) as NamesOfKind<'write'>[])('tells all that %s changes', async (name) => {
    const opened = await openWorld()
    const { core, folder, world } =
      name === 'setup.complete' ? { ...opened, ...(await openTestCore()) } : opened
    await prepare(opened, name, world)
    const before = lookInto(folder, (connection) => readLog(connection)).at(-1)
    const last = { operationNumber: before?.operation_number ?? 0 }
    const input = name === 'history.undo' ? last : writes[name](world)
    const result = await core.dispatch(name, input)
    expect(result).toMatchObject({ ok: true })
    const entries = lookInto(folder, (connection) => readLog(connection, before?.id ?? 0))
    expect(entries.length).toBeGreaterThan(0)
    expectWellFormed(entries, name, (before?.operation_number ?? 0) + 1)
    expectToldWholly(folder)
  })

  it('knows every write of the contract', () => {
    const declared = Object.entries(contract).flatMap(([name, { kind }]) => (kind === 'write' ? [name] : []))
    expect(Object.keys(writes).sort()).toEqual(declared.sort())
  })

  it('tells what tasks write: an import, a form and a submission', async () => {
    const { ask, core, folder, world } = await openWorld()
    const file = core.files.put('名簿.xlsx', fixture('meibo-messy.xlsx'))
    const plan = await ask('imports.plan', { file: file.token, sheet: null, councilId: world.councilId })
    const before = lookInto(folder, (connection) => readLog(connection)).at(-1)
    await ask('imports.apply', {
      file: file.token,
      sheet: plan.sheet,
      councilId: world.councilId,
      fingerprint: plan.fingerprint,
      choices: plan.rows
        .filter((row) => row.state === 'new')
        .map((row) => ({ row: row.row, action: 'take' as const, personId: null, asMember: true })),
    })
    const entries = lookInto(folder, (connection) => readLog(connection, before?.id ?? 0))
    // One number for all of it, so that it can be undone at one stroke.
    expectWellFormed(entries, 'imports.apply', (before?.operation_number ?? 0) + 1)
    expect(entries.filter((entry) => entry.table_name === 'import_runs')).toHaveLength(1)
    const operations = lookInto(
      folder,
      (connection) => new Set(readLog(connection).map((entry) => entry.operation)),
    )
    expect(operations).toContain('forms.add')
    expect(operations).toContain('forms.submit')
    expectToldWholly(folder)
  })

  it('holds no entry of an operation that was refused half way, and no change of it', async () => {
    const { folder, refused, world } = await openWorld()
    const { meetingId, leftItemId, leftTaskId } = world
    const before = lookInto(folder, (connection) => [readLog(connection), readTables(connection)])
    const code = await refused('meetings.takeCarryOver', {
      meetingId,
      items: [{ agendaItemId: leftItemId, how: 'moved', why: '' }],
      tasks: [
        { taskId: leftTaskId, how: 'carried', why: '' },
        // The same a second time: by then the item and the task have been written already.
        { taskId: leftTaskId, how: 'carried', why: '' },
      ],
    })
    expect(code).toBe('conflict')
    expect(lookInto(folder, (connection) => [readLog(connection), readTables(connection)])).toEqual(before)
  })

  it('holds no entry where nothing became different', async () => {
    const { ask, folder, world } = await openWorld()
    const { taskId, people } = world
    const before = lookInto(folder, readLog)
    await ask('tasks.save', { taskId, task: task('店に連絡する', { dueOn: day('2026-10-31') }) })
    await ask('secretariat.save', office)
    const { name, organizationName, post, kana } = await ask('roster.getPerson', { personId: first(people) })
    await ask('roster.savePerson', {
      personId: first(people),
      person: person(name, { organizationName, post, kana }),
    })
    expect(lookInto(folder, readLog)).toEqual(before)
  })

  it('numbers on from where it stood when the program was started again', async () => {
    const { folder, close } = await openWorld()
    await close()
    const last = lookInto(folder, readLog).at(-1)?.operation_number ?? 0
    const again = await openTestCore(folder)
    await again.ask('secretariat.save', { ...office, phone: '1' })
    expect(lookInto(folder, readLog).at(-1)?.operation_number).toBe(last + 1)
  })
})
