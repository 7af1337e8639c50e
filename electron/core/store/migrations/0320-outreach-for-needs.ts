import type { Migration } from '../migration.ts'

/** A 呼びかけ may be for one 地域課題, not for a gap of the table alone. */
export const outreachForNeeds: Migration = {
  version: 320,
  name: 'outreach-for-needs',
  sql: `
ALTER TABLE outreach ADD COLUMN need_id TEXT REFERENCES needs(id);
CREATE INDEX outreach_by_need ON outreach(need_id) WHERE need_id IS NOT NULL;
`,
}
