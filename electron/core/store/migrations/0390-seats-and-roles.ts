import type { Migration } from '../migration.ts'

/**
 * Who uses the program, and a PIN for 編集 and for 管理: of the office, and no longer of one PC. They go along with backups,
 * hand-over files and the shared folder. `secret` is salt and scrypt hash; the change log holds its end alone.
 */
export const seatsAndRoles: Migration = {
  version: 390,
  name: 'seats-and-roles',
  sql: `
CREATE TABLE staff_members (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX staff_members_by_name ON staff_members(name);

CREATE TABLE role_pins (
  id TEXT PRIMARY KEY,
  role TEXT NOT NULL UNIQUE CHECK (role IN ('edit', 'administer') AND role = id),
  secret TEXT NOT NULL CHECK (secret <> ''),
  set_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
`,
}
