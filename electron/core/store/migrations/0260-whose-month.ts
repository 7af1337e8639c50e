import type { Migration } from '../migration.ts'

/** A month or a 年度 may be handed in for one コーディネーター alone: whose it was stays with what was handed in. */
export const whoseMonth: Migration = {
  version: 260,
  name: 'whose-month',
  sql: `
ALTER TABLE submissions ADD COLUMN coordinator_id TEXT REFERENCES coordinators(id)
  CHECK (coordinator_id IS NULL OR period IS NOT NULL);
CREATE INDEX submissions_by_coordinator ON submissions(coordinator_id) WHERE coordinator_id IS NOT NULL;
`,
}
