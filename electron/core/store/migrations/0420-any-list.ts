import type { Migration } from '../migration.ts'

/** Which lists there are the contract says: one more of them needs no new schema. */
export const anyList: Migration = {
  version: 420,
  name: 'any-list',
  sql: `
CREATE TABLE list_columns_anew (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  removed_at TEXT
) STRICT;
INSERT INTO list_columns_anew (id, columns, removed_at) SELECT id, columns, removed_at FROM list_columns;
DROP TABLE list_columns;
ALTER TABLE list_columns_anew RENAME TO list_columns;
`,
}
