import type { DataContents } from '#shared/contract/safekeeping-operations.ts'
import { type CalendarDate, isCalendarDate } from '#shared/domain/calendar-date.ts'
import { aheadOfUtcOf, localTimeOf } from '#shared/domain/local-time.ts'
import type { Clock } from '../ports.ts'
import { type Connection, connectToCopy, type Keyring } from '../store/connect.ts'
import { currentVersion, readVersion } from '../store/migrate.ts'
import { applicationId } from '../store/open-database.ts'

/** What is in a database, told from a connection to it: tables of the first version on, so that old backups answer too. */
export function readContents(connection: Connection, clock: Clock): DataContents {
  const count = (sql: string): number =>
    Number(connection.prepare(`SELECT COUNT(*) FROM ${sql}`).pluck().get())
  return {
    people: count('people WHERE removed_at IS NULL'),
    meetings: count('meetings WHERE removed_at IS NULL'),
    statements: count('statements WHERE removed_at IS NULL'),
    decisions: count('decisions WHERE removed_at IS NULL'),
    tasks: count('tasks WHERE removed_at IS NULL'),
    submissions: count('submissions'),
    lastMeeting: readLastMeeting(connection),
    lastChange: readLastChange(connection, clock),
  }
}

/** The same of a file that is not open, read-only; null where it cannot be read, is not ours, or is of a newer program. */
export function contentsOf(file: string, clock: Clock, keyring: Keyring): DataContents | null {
  try {
    const connection = connectToCopy(file, keyring, { readonly: true })
    try {
      if (connection.pragma('application_id', { simple: true }) !== applicationId) return null
      const version = readVersion(connection)
      return version === 0 || version > currentVersion ? null : readContents(connection, clock)
    } finally {
      connection.close()
    }
  } catch {
    // Not one that could be restored: that is all the list has to say of it.
    return null
  }
}

interface LastMeetingRow {
  readonly council: string
  readonly number: number
  readonly heldOn: string
}

function readLastMeeting(connection: Connection): DataContents['lastMeeting'] {
  const row = connection
    .prepare<[], LastMeetingRow>(
      `SELECT councils.name AS council, meetings.number, meetings.held_on AS heldOn
       FROM meetings JOIN councils ON councils.id = meetings.council_id
       WHERE meetings.removed_at IS NULL ORDER BY meetings.held_on DESC, meetings.id DESC LIMIT 1`,
    )
    .get()
  if (row === undefined || !isCalendarDate(row.heldOn)) return null
  // The guard narrows the property's own type; the record is built anew for it.
  const heldOn: CalendarDate = row.heldOn
  return { councilName: row.council, number: row.number, heldOn }
}

function readLastChange(connection: Connection, clock: Clock): DataContents['lastChange'] {
  const row = connection
    .prepare<[], { at: string; who: string }>('SELECT at, who FROM change_log ORDER BY id DESC LIMIT 1')
    .get()
  return row === undefined ? null : { at: localTimeOf(row.at, aheadOfUtcOf(clock)), who: row.who }
}
