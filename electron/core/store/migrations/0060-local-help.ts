import type { Migration } from '../migration.ts'

/** 地域課題 and how they go from council to council. */
export const localHelp: Migration = {
  version: 60,
  name: 'local-help',
  sql: `
CREATE TABLE needs (
  id TEXT PRIMARY KEY,
  council_id TEXT NOT NULL REFERENCES councils(id),
  text TEXT NOT NULL CHECK (text <> ''),
  -- Null: everywhere.
  area_id TEXT REFERENCES areas(id),
  kind TEXT,
  source TEXT NOT NULL CHECK (source IN ('meeting', 'visit', 'phone', 'survey', 'other')),
  noted_on TEXT NOT NULL,
  existing_help TEXT NOT NULL, response TEXT NOT NULL, owner TEXT NOT NULL, due_on TEXT,
  statement_id TEXT REFERENCES statements(id),
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'discussing', 'developing', 'settled', 'dropped')),
  closed_on TEXT, closed_because TEXT NOT NULL DEFAULT '',
  same_as_id TEXT REFERENCES needs(id),
  removed_at TEXT,
  CHECK (same_as_id IS NULL OR same_as_id <> id)
) STRICT;
CREATE INDEX needs_by_council ON needs(council_id, noted_on);
CREATE INDEX needs_by_area ON needs(area_id);
CREATE INDEX needs_by_statement ON needs(statement_id);
CREATE INDEX needs_by_group ON needs(same_as_id) WHERE same_as_id IS NOT NULL;

CREATE TABLE need_sectors (
  id TEXT PRIMARY KEY,
  need_id TEXT NOT NULL REFERENCES needs(id),
  sector TEXT NOT NULL CHECK (sector IN ('elderly', 'disability', 'children', 'youth')),
  UNIQUE (need_id, sector)
) STRICT;

CREATE TABLE need_meetings (
  id TEXT PRIMARY KEY,
  need_id TEXT NOT NULL REFERENCES needs(id),
  meeting_id TEXT NOT NULL REFERENCES meetings(id),
  UNIQUE (need_id, meeting_id)
) STRICT;
CREATE INDEX need_meetings_by_meeting ON need_meetings(meeting_id);

CREATE TABLE need_passes (
  id TEXT PRIMARY KEY,
  need_id TEXT NOT NULL REFERENCES needs(id),
  from_council_id TEXT NOT NULL REFERENCES councils(id),
  to_council_id TEXT NOT NULL REFERENCES councils(id),
  passed_on TEXT NOT NULL,
  asked TEXT NOT NULL,
  answered_on TEXT,
  answer TEXT NOT NULL DEFAULT '',
  CHECK (from_council_id <> to_council_id),
  CHECK (answered_on IS NULL OR answer <> '')
) STRICT;
CREATE INDEX need_passes_by_need ON need_passes(need_id, passed_on);
CREATE INDEX need_passes_by_giver ON need_passes(from_council_id);
CREATE INDEX need_passes_by_taker ON need_passes(to_council_id);
`,
}
