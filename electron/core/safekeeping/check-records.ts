import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { type DataCheckName, dataChecks } from '#shared/contract/check-texts.ts'
import type { CheckOutcome } from '#shared/contract/safekeeping-operations.ts'
import { daysBetween, isCalendarDate } from '#shared/domain/calendar-date.ts'
import type { Clock } from '../ports.ts'
import type { Connection, Keyring } from '../store/connect.ts'
import { askQuestion, isQuestion, type QuestionName } from '../store/consistency-store.ts'
import { wrapConnection } from '../store/database.ts'
import { listBackups } from './back-up.ts'
import { describeBackups } from './backup-list.ts'
import { databaseFileName } from './open-folder.ts'
import { changedFiles, fileFindings, type Findings, wrongKeys } from './domain-checks.ts'

/** So many findings are named; the rest is counted. */
const mostNamed = 5
/** An office that is open has a backup of each day; a week covers holidays. */
const oldestBackupDays = 7

/** 「データの点検」: every check by its name, one after another, others' work between them. Changes nothing. */
export async function checkRecords(
  place: PlaceToCheck,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<readonly CheckOutcome[]> {
  const outcomes: CheckOutcome[] = []
  const db = wrapConnection(place.connection)
  for (const name of dataChecks) {
    const findings = isQuestion(name) ? askQuestion(db, name) : await looks[name](place)
    outcomes.push({ name, count: findings.length, found: findings.slice(0, mostNamed) })
    progress(outcomes.length, dataChecks.length)
    await breathe()
  }
  return outcomes
}

export interface PlaceToCheck {
  readonly connection: Connection
  readonly folder: string
  readonly clock: Clock
  readonly keyring: Keyring
}
type Look = (place: PlaceToCheck) => Findings | Promise<Findings>

/** Checks that are more than one question to the database. */
const looks: Readonly<Record<Exclude<DataCheckName, QuestionName>, Look>> = {
  'file-whole': ({ folder, keyring }) => fileFindings(join(folder, databaseFileName), keyring.current),
  'backup-recent': missingBackup,
  'backup-readable': unreadableBackups,
  'files-unchanged': ({ connection }) => changedFiles(connection),
  'keys-right': ({ connection }) => wrongKeys(connection),
}

function missingBackup({ folder, clock }: PlaceToCheck): Findings {
  const day = listBackups(folder).at(-1)?.at.slice(0, 10) ?? ''
  if (!isCalendarDate(day)) return ['控えがまだありません']
  const age = daysBetween(day, clock.local().date)
  return age <= oldestBackupDays ? [] : [`最後の控えから${String(age)}日`]
}

async function unreadableBackups({ folder, clock, keyring }: PlaceToCheck): Promise<Findings> {
  const backups = await describeBackups(folder, clock, keyring)
  // One under another password says so in the list, and can be opened.
  return backups.filter(({ contents, locked }) => contents === null && !locked).map(({ file }) => file)
}
