import type { Migration } from '../migration.ts'

/** Which columns an office looks at in each of its lists. The id is the list's own word. */
export const columnsOfLists: Migration = {
  version: 340,
  name: 'columns-of-lists',
  sql: `
CREATE TABLE list_columns (
  id TEXT PRIMARY KEY CHECK (id IN ('people', 'groups', 'seats')),
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  removed_at TEXT
) STRICT;
`,
}
