import { Refusal } from '#shared/contract/errors.ts'
import { foldForSearch } from '#shared/domain/japanese-text.ts'
import type { ReadDb } from './database.ts'
import type { NetChange, Values } from './net-changes.ts'
import { personKeys } from './person-keys.ts'

/** What holds for a row of any table whose name is known only at run time. */

const minutesTables: ReadonlySet<string> = new Set(['agenda_items', 'attendances', 'statements', 'decisions'])
/** Set on an item of confirmed minutes when a later meeting takes it over. */
const setLater: ReadonlySet<string> = new Set(['ended_on', 'ended_because'])

/** Refuses with `minutes-locked` where a record belongs to confirmed minutes. */
export function requireUnlocked(db: ReadDb, table: string, now: Values, after: Values | null): void {
  if (isInConfirmedMinutes(db, { table, recordId: '', before: null, after }, now))
    throw new Refusal('minutes-locked')
}

export function isInConfirmedMinutes(db: ReadDb, { table, after }: NetChange, now: Values): boolean {
  if (table === 'meetings') return now.locked === 1
  if (!minutesTables.has(table) || Object.keys(after ?? {}).every((column) => setLater.has(column)))
    return false
  const meeting = db.get<{ readonly locked: number }>('SELECT locked FROM meetings WHERE id = ?', [
    now.meeting_id ?? null,
  ])
  return meeting?.locked === 1
}

/** Keys are not logged, since they follow from their texts. */
export function keysOf(table: string, { name, kana }: Values): Values {
  if (typeof name !== 'string') return {}
  if (table === 'organizations') return { name_key: foldForSearch(name) }
  if (table !== 'people' || typeof kana !== 'string') return {}
  const [nameKey, kanaKey] = personKeys(name, kana)
  return { name_key: nameKey, kana_key: kanaKey }
}

/** Names of tables and columns come from our own log and schema; quoted all the same. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
