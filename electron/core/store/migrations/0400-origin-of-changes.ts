import type { Migration } from '../migration.ts'

/** The log of changes told a name alone; from now on it tells the account and the PC as well, which nobody chooses at the start. */
export const originOfChanges: Migration = {
  version: 400,
  name: 'origin-of-changes',
  sql: `ALTER TABLE change_log ADD COLUMN origin TEXT NOT NULL DEFAULT '';`,
}
