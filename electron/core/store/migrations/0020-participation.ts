import type { Migration } from '../migration.ts'

/**
 * Groups as records of their own, what a council asks of its table, whom the office called on, steps of a
 * council's making with their documents, and what is needed to take a merge or an import back.
 */
export const participation: Migration = {
  version: 20,
  name: 'participation',
  sql: `
ALTER TABLE organizations ADD COLUMN code TEXT NOT NULL DEFAULT '';
-- Null: the family of its kind. A 子ども会 may be 地縁型 here and テーマ型 there.
ALTER TABLE organizations ADD COLUMN family TEXT CHECK (family IN ('territorial', 'thematic', 'institutional'));
ALTER TABLE organizations ADD COLUMN area_id TEXT REFERENCES areas(id);
ALTER TABLE organizations ADD COLUMN postal_code TEXT NOT NULL DEFAULT '';
ALTER TABLE organizations ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE organizations ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE organizations ADD COLUMN fax TEXT NOT NULL DEFAULT '';
ALTER TABLE organizations ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE organizations ADD COLUMN contact_post TEXT NOT NULL DEFAULT '';
ALTER TABLE organizations ADD COLUMN contact_name TEXT NOT NULL DEFAULT '';
ALTER TABLE organizations ADD COLUMN activities TEXT NOT NULL DEFAULT '';
ALTER TABLE organizations ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE organizations ADD COLUMN checked_on TEXT;
CREATE INDEX organizations_by_area ON organizations(area_id);

CREATE TABLE organization_sectors (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organizations(id),
  sector TEXT NOT NULL CHECK (sector IN ('elderly', 'disability', 'children', 'youth')),
  UNIQUE (organization_id, sector)
) STRICT;

-- 第n期: when the first term began, and for how many years a term runs.
ALTER TABLE councils ADD COLUMN first_term_on TEXT;
ALTER TABLE councils ADD COLUMN term_years INTEGER NOT NULL DEFAULT 2 CHECK (term_years BETWEEN 1 AND 9);

CREATE TABLE council_categories (
  id TEXT PRIMARY KEY,
  council_id TEXT NOT NULL REFERENCES councils(id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  seats INTEGER CHECK (seats BETWEEN 1 AND 999),
  removed_at TEXT
) STRICT;
CREATE INDEX council_categories_by_council ON council_categories(council_id, position);

ALTER TABLE council_stages ADD COLUMN document TEXT NOT NULL DEFAULT '';

ALTER TABLE memberships ADD COLUMN released_because TEXT NOT NULL DEFAULT '';
-- Why a seat beyond the limit, or terms that overlap, are right all the same.
ALTER TABLE memberships ADD COLUMN despite TEXT NOT NULL DEFAULT '';
-- The seat before this one: the member's own of the last term, or the predecessor's.
ALTER TABLE memberships ADD COLUMN follows_id TEXT REFERENCES memberships(id);
CREATE INDEX memberships_by_predecessor ON memberships(follows_id) WHERE follows_id IS NOT NULL;

-- Only what differs from the rule that each sector wants each family at the table.
CREATE TABLE participation_needs (
  id TEXT PRIMARY KEY,
  council_id TEXT NOT NULL REFERENCES councils(id),
  sector TEXT NOT NULL CHECK (sector IN ('elderly', 'disability', 'children', 'youth')),
  -- A family of kinds, or a kind.
  group_column TEXT NOT NULL CHECK (group_column <> ''),
  needed INTEGER NOT NULL CHECK (needed IN (0, 1)),
  UNIQUE (council_id, sector, group_column)
) STRICT;

CREATE TABLE outreach (
  id TEXT PRIMARY KEY,
  council_id TEXT NOT NULL REFERENCES councils(id),
  organization_id TEXT REFERENCES organizations(id),
  person_id TEXT REFERENCES people(id),
  -- Whom the office spoke to, where that is nobody of the roster.
  contact_name TEXT NOT NULL,
  sector TEXT CHECK (sector IN ('elderly', 'disability', 'children', 'youth')),
  group_column TEXT,
  asked_on TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('phone', 'visit', 'letter', 'fax', 'introduction')),
  answer TEXT NOT NULL CHECK (answer IN ('waiting', 'considering', 'willing', 'declined')),
  answer_note TEXT NOT NULL,
  next_step TEXT NOT NULL,
  next_on TEXT,
  -- Ended by a seat or by a reason; both empty while it goes on.
  ended_on TEXT,
  ended_because TEXT NOT NULL DEFAULT '',
  membership_id TEXT REFERENCES memberships(id),
  removed_at TEXT,
  CHECK (organization_id IS NOT NULL OR person_id IS NOT NULL OR contact_name <> ''),
  CHECK (ended_on IS NULL OR membership_id IS NOT NULL OR ended_because <> '')
) STRICT;
CREATE INDEX outreach_by_council ON outreach(council_id, asked_on);
CREATE INDEX outreach_by_organization ON outreach(organization_id);
CREATE INDEX outreach_by_person ON outreach(person_id);
CREATE INDEX outreach_by_membership ON outreach(membership_id);
CREATE INDEX outreach_open ON outreach(next_on) WHERE ended_on IS NULL AND removed_at IS NULL;

-- 別人: two people who look like one and are not, in the order of their ids.
CREATE TABLE different_people (
  id TEXT PRIMARY KEY,
  first_person_id TEXT NOT NULL REFERENCES people(id),
  second_person_id TEXT NOT NULL REFERENCES people(id),
  UNIQUE (first_person_id, second_person_id),
  CHECK (first_person_id < second_person_id)
) STRICT;
CREATE INDEX different_people_by_second ON different_people(second_person_id);

CREATE TABLE person_merges (
  id TEXT PRIMARY KEY,
  kept_id TEXT NOT NULL REFERENCES people(id),
  merged_id TEXT NOT NULL REFERENCES people(id),
  merged_on TEXT NOT NULL,
  -- Leads to all that the merge wrote, in the change log.
  operation_number INTEGER NOT NULL,
  undone_at TEXT
) STRICT;
CREATE INDEX person_merges_by_kept ON person_merges(kept_id);
CREATE INDEX person_merges_by_merged ON person_merges(merged_id);

ALTER TABLE import_runs ADD COLUMN imported_on TEXT;
ALTER TABLE import_runs ADD COLUMN operation_number INTEGER;
ALTER TABLE import_runs ADD COLUMN undone_at TEXT;
`,
}
