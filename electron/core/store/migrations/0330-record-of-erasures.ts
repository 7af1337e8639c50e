import type { Migration } from '../migration.ts'

/** That, when and how much was erased, and why confirmed minutes were touched: without whose it was. */
export const recordOfErasures: Migration = {
  version: 330,
  name: 'record-of-erasures',
  sql: `
CREATE TABLE erasures (
  id TEXT PRIMARY KEY,
  erased_on TEXT NOT NULL,
  people INTEGER NOT NULL CHECK (people > 0),
  -- Records of others in which the name was replaced, and files that were deleted.
  replaced INTEGER NOT NULL CHECK (replaced >= 0),
  files INTEGER NOT NULL CHECK (files >= 0),
  -- Empty: confirmed minutes were left as they are.
  locked_because TEXT NOT NULL DEFAULT '',
  removed_at TEXT
) STRICT;
`,
}
