import type { Migration } from '../migration.ts'

/** 開催通知, member by member: by which way and when each was told of the meeting. Both are known, or neither. */
export const invitations: Migration = {
  version: 290,
  name: 'invitations',
  sql: `
ALTER TABLE attendances ADD COLUMN invited_by TEXT CHECK (invited_by IN ('paper', 'fax', 'mail', 'phone', 'by-hand'));
ALTER TABLE attendances ADD COLUMN invited_on TEXT CHECK ((invited_on IS NULL) = (invited_by IS NULL));
`,
}
