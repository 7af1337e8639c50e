import type { NamesOfKind, OperationName } from '#shared/contract/contract.ts'

type PrefixOf<Name> = Name extends `${infer Prefix}.${string}` ? Prefix : never

/** The first word of a read's name. What a write affects is told by these, not read by read. */
export type ReadPrefix = PrefixOf<OperationName>

const localWork = ['needs', 'resources', 'developments', 'home'] as const
const meetingWork = ['meetings', 'home', 'papers', 'forms', 'tasks', 'roster'] as const
const rosterWork = [
  'roster',
  'papers',
  'organizations',
  'participation',
  'outreach',
  'home',
  'meetings',
] as const
const groupWork = ['organizations', 'roster', 'participation', 'outreach'] as const
const everything = [
  'system',
  'safekeeping',
  'history',
  'home',
  'secretariat',
  'councils',
  'roster',
  'organizations',
  'meetings',
  'participation',
  'outreach',
  'tasks',
  'forms',
  'submissions',
  'papers',
  'letters',
  'needs',
] as const

/**
 * Which reads are stale after an operation, and are asked again. Complete by type: a new write or task does not
 * compile before it is said here what it affects. Reads that are not on the screen cost nothing.
 */
export const affectedReads: Readonly<
  Record<NamesOfKind<'write'> | NamesOfKind<'task'>, readonly ReadPrefix[]>
> = {
  'system.backUpNow': ['system', 'safekeeping'],
  'system.startPractice': everything,
  'system.removePractice': everything,
  'safekeeping.listBackups': [],
  'safekeeping.check': [],
  'safekeeping.restore': everything,
  'history.undo': everything,
  'history.export': [],

  'setup.complete': everything,
  'secretariat.save': ['secretariat', 'forms'],
  'councils.add': ['councils', 'home'],
  'councils.saveRules': ['councils', 'meetings', 'home'],

  'roster.addPerson': rosterWork,
  'roster.savePerson': rosterWork,
  'roster.removePerson': rosterWork,
  'roster.restorePerson': rosterWork,
  'roster.addMembership': rosterWork,
  'roster.saveMembership': rosterWork,
  'roster.endMembership': rosterWork,
  'organizations.add': groupWork,
  'organizations.save': groupWork,
  'organizations.remove': groupWork,
  'organizations.restore': groupWork,
  'organizations.planImport': [],
  'organizations.applyImport': groupWork,
  'imports.plan': [],
  'imports.apply': rosterWork,

  'participation.setNeed': ['participation'],
  'outreach.add': ['outreach', 'participation', 'home'],
  'outreach.save': ['outreach', 'participation', 'home'],
  'outreach.end': ['outreach', 'participation', 'home'],
  'outreach.reopen': ['outreach', 'participation', 'home'],
  'outreach.remove': ['outreach', 'participation', 'home'],
  'outreach.restore': ['outreach', 'participation', 'home'],
  'outreach.seat': rosterWork,
  'meetings.plan': meetingWork,
  'meetings.save': meetingWork,
  'meetings.remove': meetingWork,
  'meetings.refillRoll': meetingWork,
  'meetings.addAgendaItem': meetingWork,
  'meetings.saveAgendaItem': meetingWork,
  'meetings.moveAgendaItem': meetingWork,
  'meetings.removeAgendaItem': meetingWork,
  'meetings.setItemOutcome': meetingWork,
  'meetings.takeCarryOver': meetingWork,
  'attendance.addPerson': meetingWork,
  'attendance.save': meetingWork,
  'attendance.remove': meetingWork,

  'minutes.addStatement': meetingWork,
  'minutes.saveStatement': meetingWork,
  'minutes.removeStatement': meetingWork,
  'minutes.restoreStatement': meetingWork,
  'minutes.addDecision': meetingWork,
  'minutes.saveDecision': meetingWork,
  'minutes.removeDecision': meetingWork,
  'minutes.addTask': meetingWork,
  'tasks.save': meetingWork,
  'tasks.setStatus': meetingWork,
  'tasks.remove': meetingWork,
  'minutes.confirm': meetingWork,
  'minutes.reopen': meetingWork,
  'publication.setClosed': ['publication'],

  'reports.make': [],
  'papers.make': [],
  'papers.makeSet': [],
  'letters.save': ['letters'],
  'letters.reset': ['letters'],
  'letters.make': [],
  'letters.takeNumber': ['letters'],
  'letters.saveNumberFormat': ['letters'],
  'forms.add': ['forms'],
  'forms.remove': ['forms'],
  'forms.check': [],
  'forms.fill': [],
  'forms.submit': ['submissions', 'meetings', 'home', 'forms'],
  'submissions.open': [],

  'needs.add': localWork,
  'needs.addFromStatement': localWork,
  'needs.save': localWork,
  'needs.remove': localWork,
  'needs.restore': localWork,
  'needs.setStatus': localWork,
  'needs.group': localWork,
  'needs.linkMeeting': localWork,
  'needs.pass': localWork,
  'needs.answer': localWork,

  'resources.add': localWork,
  'resources.save': localWork,
  'resources.remove': localWork,
  'resources.restore': localWork,
  'resources.check': localWork,

  'developments.add': localWork,
  'developments.save': localWork,
  'developments.remove': localWork,
  'developments.restore': localWork,
  'developments.setState': localWork,
  'developments.grow': localWork,
  'developments.stop': localWork,
  'developments.linkMeeting': localWork,
  'developments.addStep': localWork,
  'developments.saveStep': localWork,
  'developments.removeStep': localWork,
}
