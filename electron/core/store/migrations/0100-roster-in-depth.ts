import type { Migration } from '../migration.ts'

/**
 * What an office decides about its roster: its own list of kinds, column mappings kept by name, councils without members,
 * the post that a seat follows, and how long those who left are kept.
 */
export const rosterInDepth: Migration = {
  version: 100,
  name: 'roster-in-depth',
  sql: `
-- Empty until the office changes the list it began with. The id is the code of the kind; removed_at: not chosen any more.
CREATE TABLE constituent_kinds (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  family TEXT NOT NULL CHECK (family IN ('territorial', 'thematic', 'institutional')),
  removed_at TEXT
) STRICT;

CREATE TABLE import_mappings (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  -- The headings of the table it was made for, folded: by these it is found again.
  headings TEXT NOT NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  removed_at TEXT
) STRICT;
CREATE INDEX import_mappings_by_headings ON import_mappings(headings);

-- 0: by its 要綱 it has no members, and only hears opinions.
ALTER TABLE councils ADD COLUMN has_members INTEGER NOT NULL DEFAULT 1 CHECK (has_members IN (0, 1));
-- The 連絡会 that it grew from, where that is a group of the roster.
ALTER TABLE councils ADD COLUMN origin_organization_id TEXT REFERENCES organizations(id);
CREATE INDEX councils_by_origin ON councils(origin_organization_id) WHERE origin_organization_id IS NOT NULL;

-- 充て職: the post that the seat follows; null: the one its holder had when the seat began.
ALTER TABLE memberships ADD COLUMN post_affiliation_id TEXT REFERENCES affiliations(id);
CREATE INDEX memberships_by_post ON memberships(post_affiliation_id) WHERE post_affiliation_id IS NOT NULL;

CREATE TABLE retention_rules (
  id TEXT PRIMARY KEY CHECK (id = 'own'),
  -- Whole 年度 after somebody's last seat or post; null: nobody is ever due.
  years INTEGER CHECK (years BETWEEN 1 AND 99),
  -- What confirmed minutes and rolls keep of her: the name, or the role alone.
  papers TEXT NOT NULL CHECK (papers IN ('name', 'role')),
  removed_at TEXT
) STRICT;

-- Set: all that identifies was taken away on that day.
ALTER TABLE people ADD COLUMN erased_on TEXT;
`,
}
