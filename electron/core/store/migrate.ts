import type { Connection } from './connect.ts'
import { rebuildChangeLogTriggers } from './change-log.ts'
import type { Migration } from './migration.ts'
import { firstRound } from './migrations/0010-first-round.ts'
import { participation } from './migrations/0020-participation.ts'
import { depthOfMeetings } from './migrations/0030-depth-of-meetings.ts'
import { letters } from './migrations/0050-letters.ts'
import { localHelp } from './migrations/0060-local-help.ts'
import { rosterInDepth } from './migrations/0100-roster-in-depth.ts'
import { yearOfMeetings } from './migrations/0120-year-of-meetings.ts'
import { formEditions } from './migrations/0140-form-editions.ts'
import { papers } from './migrations/0150-papers.ts'
import { coordinators } from './migrations/0160-coordinators.ts'
import { advocacyAndMoney } from './migrations/0170-advocacy-and-money.ts'
import { severalAgendas } from './migrations/0220-several-agendas.ts'
import { whoseMonth } from './migrations/0260-whose-month.ts'
import { maskedAccounts } from './migrations/0280-masked-accounts.ts'
import { invitations } from './migrations/0290-invitations.ts'
import { outreachForNeeds } from './migrations/0320-outreach-for-needs.ts'
import { recordOfErasures } from './migrations/0330-record-of-erasures.ts'
import { columnsOfLists } from './migrations/0340-columns-of-lists.ts'
import { seatsAndRoles } from './migrations/0390-seats-and-roles.ts'
import { originOfChanges } from './migrations/0400-origin-of-changes.ts'
import { anyList } from './migrations/0420-any-list.ts'
import { figuresReadBack } from './migrations/0430-figures-read-back.ts'
import {
  dropSearchTriggers,
  fillSearchIndex,
  hasSearchIndex,
  provideSearchFunctions,
  rebuildSearchTriggers,
} from './search-index.ts'

/** All steps, oldest first. */
export const migrations: readonly Migration[] = [
  firstRound,
  participation,
  depthOfMeetings,
  letters,
  localHelp,
  rosterInDepth,
  yearOfMeetings,
  formEditions,
  papers,
  coordinators,
  advocacyAndMoney,
  severalAgendas,
  whoseMonth,
  maskedAccounts,
  invitations,
  outreachForNeeds,
  recordOfErasures,
  columnsOfLists,
  seatsAndRoles,
  originOfChanges,
  anyList,
  figuresReadBack,
]

/** What this program writes; a file with a higher number was written by a newer one. */
export const currentVersion = Math.max(...migrations.map((step) => step.version))

export function readVersion(connection: Connection): number {
  // `user_version` is always an integer.
  return connection.pragma('user_version', { simple: true }) as number
}

export function pendingMigrations(version: number): readonly Migration[] {
  return migrations.filter((step) => step.version > version)
}

/**
 * Brings a database to the current version, each step in a transaction of its own with its `user_version`:
 * a step that fails leaves the file at the step before. Throws what SQLite throws, and on a broken reference.
 */
export function migrate(connection: Connection, steps = pendingMigrations(readVersion(connection))): void {
  provideSearchFunctions(connection)
  for (const step of steps) {
    if (step.rebuildsTables === true) connection.pragma('foreign_keys = OFF')
    try {
      connection
        .transaction(() => {
          // They name columns that a step may take away; the last step of a run makes all triggers anew, once.
          dropSearchTriggers(connection)
          connection.exec(step.sql)
          const broken = connection.pragma('foreign_key_check')
          if (Array.isArray(broken) && broken.length > 0) {
            throw new Error(`migration ${step.name} leaves ${String(broken.length)} broken references`)
          }
          if (step === steps.at(-1)) {
            rebuildChangeLogTriggers(connection)
            if (hasSearchIndex(connection)) {
              rebuildSearchTriggers(connection)
              fillSearchIndex(connection)
            }
          }
          connection.pragma(`user_version = ${String(step.version)}`)
        })
        .immediate()
    } finally {
      connection.pragma('foreign_keys = ON')
    }
  }
}
