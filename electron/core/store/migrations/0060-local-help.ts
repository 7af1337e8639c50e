import type { Migration } from '../migration.ts'

/** 地域課題 and how they go from council to council; 地域資源, and the 資源開発 that leads from one to the other. */
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
CREATE INDEX need_passes_waiting ON need_passes(passed_on) WHERE answered_on IS NULL;

CREATE TABLE resources (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  kana TEXT NOT NULL,
  kind TEXT,
  area_id TEXT REFERENCES areas(id),
  operator TEXT NOT NULL, contact TEXT NOT NULL, place TEXT NOT NULL, schedule TEXT NOT NULL, audience TEXT NOT NULL,
  content TEXT NOT NULL, fee TEXT NOT NULL, capacity TEXT NOT NULL, helpers TEXT NOT NULL, transport TEXT NOT NULL,
  application TEXT NOT NULL, source TEXT NOT NULL,
  visibility TEXT NOT NULL CHECK (visibility IN ('public', 'related', 'private')),
  checked_on TEXT, checked_by TEXT NOT NULL DEFAULT '',
  removed_at TEXT
) STRICT;
CREATE INDEX resources_by_area ON resources(area_id);

CREATE TABLE resource_sectors (
  id TEXT PRIMARY KEY,
  resource_id TEXT NOT NULL REFERENCES resources(id),
  sector TEXT NOT NULL CHECK (sector IN ('elderly', 'disability', 'children', 'youth')),
  UNIQUE (resource_id, sector)
) STRICT;

CREATE TABLE developments (
  id TEXT PRIMARY KEY,
  council_id TEXT NOT NULL REFERENCES councils(id),
  title TEXT NOT NULL CHECK (title <> ''),
  aim TEXT NOT NULL,
  kind TEXT,
  area_id TEXT REFERENCES areas(id),
  partners TEXT NOT NULL, helpers TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'idea' CHECK (state IN ('idea', 'planning', 'trial', 'grown', 'stopped')),
  resource_id TEXT REFERENCES resources(id),
  ended_on TEXT, ended_because TEXT NOT NULL DEFAULT '',
  removed_at TEXT,
  -- It ends in a resource, or in a reason.
  CHECK (state <> 'grown' OR resource_id IS NOT NULL),
  CHECK (state <> 'stopped' OR ended_because <> '')
) STRICT;
CREATE INDEX developments_by_council ON developments(council_id);
CREATE INDEX developments_by_area ON developments(area_id);
CREATE INDEX developments_by_resource ON developments(resource_id) WHERE resource_id IS NOT NULL;

CREATE TABLE development_sectors (
  id TEXT PRIMARY KEY,
  development_id TEXT NOT NULL REFERENCES developments(id),
  sector TEXT NOT NULL CHECK (sector IN ('elderly', 'disability', 'children', 'youth')),
  UNIQUE (development_id, sector)
) STRICT;

CREATE TABLE development_needs (
  id TEXT PRIMARY KEY,
  development_id TEXT NOT NULL REFERENCES developments(id),
  need_id TEXT NOT NULL REFERENCES needs(id),
  UNIQUE (development_id, need_id)
) STRICT;
CREATE INDEX development_needs_by_need ON development_needs(need_id);

CREATE TABLE development_meetings (
  id TEXT PRIMARY KEY,
  development_id TEXT NOT NULL REFERENCES developments(id),
  meeting_id TEXT NOT NULL REFERENCES meetings(id),
  UNIQUE (development_id, meeting_id)
) STRICT;
CREATE INDEX development_meetings_by_meeting ON development_meetings(meeting_id);

CREATE TABLE development_steps (
  id TEXT PRIMARY KEY,
  development_id TEXT NOT NULL REFERENCES developments(id),
  text TEXT NOT NULL CHECK (text <> ''),
  due_on TEXT, done_on TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX development_steps_by_development ON development_steps(development_id);
`,
}
