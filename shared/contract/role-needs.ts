import type { SeatRole } from '#shared/domain/seat.ts'
import { contract, type OperationName } from './contract.ts'

/** Settings of the office, restoring, erasing for good, the password: a slip here is felt by everybody. */
const administer: ReadonlySet<OperationName> = new Set([
  'system.setSecondPlace',
  'safekeeping.makeHandover',
  'safekeeping.openHandover',
  'safekeeping.unlockBackup',
  'safekeeping.restore',
  'protection.setPassword',
  'protection.changePassword',
  'protection.renewRecoveryKey',
  'protection.removePassword',
  'protection.setSignIn',
  'protection.setIdleMinutes',
  'seat.saveStaff',
  'seat.setPins',
  'sharing.join',
  'sharing.leave',
  'retention.saveRule',
  'retention.erase',
  'secretariat.save',
  'councils.add',
  'councils.saveRules',
])

/** Tasks that only look, or make a file of what is there. */
const viewing: ReadonlySet<OperationName> = new Set([
  'system.cancelLongWork',
  'system.backUpNow',
  'system.startPractice',
  'system.removePractice',
  'safekeeping.check',
  'safekeeping.listBackups',
  'protection.state',
  'protection.unlock',
  'protection.lock',
  'protection.active',
  'protection.recoveryPaper',
  'seat.sit',
  'seat.leave',
  // The way back of whoever has no PIN at all; it asks for something else.
  'seat.forgetPins',
  'sharing.refresh',
  'sharing.listKeptWork',
  'support.describe',
  'support.save',
  'history.export',
  'tables.make',
  'year.makeCalendarFile',
  'attachments.open',
  'reports.make',
  'forms.check',
  'forms.export',
  'submissions.open',
  'papers.make',
  'papers.makeSet',
  'letters.make',
  'lists.make',
  'localPapers.make',
  'officePapers.make',
  'payments.getFile',
])

/** The role that an operation asks for: looking for a read, 編集 for whatever changes anything, unless it is named above. */
export function roleNeededFor(name: OperationName): SeatRole {
  if (administer.has(name)) return 'administer'
  return contract[name].kind === 'read' || viewing.has(name) ? 'view' : 'edit'
}
