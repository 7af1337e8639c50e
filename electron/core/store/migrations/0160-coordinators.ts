import type { Migration } from '../migration.ts'

/**
 * コーディネーター: how they are chosen, what they do day by day, and what a year of it comes to; the office's own list
 * of kinds of help; 地域資源 that belong to a group.
 */
export const coordinators: Migration = {
  version: 160,
  name: 'coordinators',
  sql: `
-- Empty until the office changes the list it began with. The id is what needs, resources and developments keep as their kind.
CREATE TABLE help_kinds (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  position INTEGER NOT NULL,
  removed_at TEXT
) STRICT;

ALTER TABLE resources ADD COLUMN organization_id TEXT REFERENCES organizations(id);
CREATE INDEX resources_by_group ON resources(organization_id) WHERE organization_id IS NOT NULL;

CREATE TABLE selections (
  id TEXT PRIMARY KEY,
  council_id TEXT NOT NULL REFERENCES councils(id),
  layer INTEGER NOT NULL CHECK (layer IN (1, 2, 3)),
  -- Null: the whole town.
  area_id TEXT REFERENCES areas(id),
  criteria TEXT NOT NULL,
  opened_on TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'decided', 'stopped')),
  chosen_id TEXT REFERENCES selection_candidates(id),
  decided_on TEXT,
  -- Why this person; of one that was stopped, why.
  because TEXT NOT NULL DEFAULT '',
  decision_id TEXT REFERENCES decisions(id),
  recommended_on TEXT,
  removed_at TEXT,
  CHECK (state <> 'decided' OR (chosen_id IS NOT NULL AND decided_on IS NOT NULL)),
  CHECK (state <> 'stopped' OR because <> '')
) STRICT;
CREATE INDEX selections_by_council ON selections(council_id);
CREATE INDEX selections_by_area ON selections(area_id);
CREATE INDEX selections_by_chosen ON selections(chosen_id) WHERE chosen_id IS NOT NULL;
CREATE INDEX selections_by_decision ON selections(decision_id) WHERE decision_id IS NOT NULL;

CREATE TABLE selection_candidates (
  id TEXT PRIMARY KEY,
  selection_id TEXT NOT NULL REFERENCES selections(id),
  person_id TEXT NOT NULL REFERENCES people(id),
  proposed_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  consent TEXT NOT NULL CHECK (consent IN ('not-asked', 'waiting', 'agreed', 'declined')),
  consented_on TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX selection_candidates_by_selection ON selection_candidates(selection_id);
CREATE INDEX selection_candidates_by_person ON selection_candidates(person_id);

CREATE TABLE selection_meetings (
  id TEXT PRIMARY KEY,
  selection_id TEXT NOT NULL REFERENCES selections(id),
  meeting_id TEXT NOT NULL REFERENCES meetings(id),
  UNIQUE (selection_id, meeting_id)
) STRICT;
CREATE INDEX selection_meetings_by_meeting ON selection_meetings(meeting_id);

CREATE TABLE selection_statements (
  id TEXT PRIMARY KEY,
  selection_id TEXT NOT NULL REFERENCES selections(id),
  statement_id TEXT NOT NULL REFERENCES statements(id),
  UNIQUE (selection_id, statement_id)
) STRICT;
CREATE INDEX selection_statements_by_statement ON selection_statements(statement_id);

CREATE TABLE coordinators (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people(id),
  layer INTEGER NOT NULL CHECK (layer IN (1, 2, 3)),
  area_id TEXT REFERENCES areas(id),
  employer TEXT NOT NULL CHECK (employer IN ('shakyo', 'support-center', 'city', 'nonprofit', 'welfare', 'other')),
  working TEXT NOT NULL CHECK (working IN ('full', 'part')),
  dedicated TEXT NOT NULL CHECK (dedicated IN ('only', 'also')),
  qualification TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT,
  selection_id TEXT REFERENCES selections(id),
  removed_at TEXT,
  CHECK (to_on IS NULL OR to_on >= from_on)
) STRICT;
CREATE INDEX coordinators_by_person ON coordinators(person_id);
CREATE INDEX coordinators_by_area ON coordinators(area_id);
CREATE INDEX coordinators_by_selection ON coordinators(selection_id) WHERE selection_id IS NOT NULL;

-- Empty until the office changes the list it began with.
CREATE TABLE activity_kinds (
  id TEXT PRIMARY KEY,
  heading TEXT NOT NULL CHECK (heading IN ('development', 'network', 'matching', 'other')),
  name TEXT NOT NULL CHECK (name <> ''),
  unit TEXT NOT NULL CHECK (unit IN ('件', '回', '日')),
  position INTEGER NOT NULL,
  removed_at TEXT
) STRICT;

CREATE TABLE activities (
  id TEXT PRIMARY KEY,
  acted_on TEXT NOT NULL,
  starts_at TEXT,
  -- Earlier than it began: on the next day.
  ends_at TEXT,
  kind_id TEXT NOT NULL,
  area_id TEXT REFERENCES areas(id),
  method TEXT NOT NULL CHECK (method IN ('visit', 'meeting', 'visitor', 'phone', 'online', 'desk', 'other')),
  place TEXT NOT NULL,
  partner TEXT NOT NULL,
  content TEXT NOT NULL CHECK (content <> ''),
  insight TEXT NOT NULL,
  next_step TEXT NOT NULL, next_on TEXT, next_done_on TEXT,
  meeting_id TEXT REFERENCES meetings(id),
  removed_at TEXT,
  CHECK (ends_at IS NULL OR starts_at IS NOT NULL)
) STRICT;
CREATE INDEX activities_by_day ON activities(acted_on);
CREATE INDEX activities_by_kind ON activities(kind_id);
CREATE INDEX activities_by_area ON activities(area_id);
CREATE INDEX activities_by_meeting ON activities(meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX activities_to_follow ON activities(next_on) WHERE next_step <> '' AND next_done_on IS NULL AND removed_at IS NULL;

CREATE TABLE activity_links (
  id TEXT PRIMARY KEY,
  activity_id TEXT NOT NULL REFERENCES activities(id),
  coordinator_id TEXT REFERENCES coordinators(id),
  person_id TEXT REFERENCES people(id),
  organization_id TEXT REFERENCES organizations(id),
  need_id TEXT REFERENCES needs(id),
  resource_id TEXT REFERENCES resources(id),
  development_id TEXT REFERENCES developments(id),
  -- Each row ties the activity to exactly one record.
  CHECK ((coordinator_id IS NOT NULL) + (person_id IS NOT NULL) + (organization_id IS NOT NULL)
       + (need_id IS NOT NULL) + (resource_id IS NOT NULL) + (development_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX activity_links_by_activity ON activity_links(activity_id);
CREATE INDEX activity_links_by_coordinator ON activity_links(coordinator_id) WHERE coordinator_id IS NOT NULL;
CREATE INDEX activity_links_by_person ON activity_links(person_id) WHERE person_id IS NOT NULL;
CREATE INDEX activity_links_by_group ON activity_links(organization_id) WHERE organization_id IS NOT NULL;
CREATE INDEX activity_links_by_need ON activity_links(need_id) WHERE need_id IS NOT NULL;
CREATE INDEX activity_links_by_resource ON activity_links(resource_id) WHERE resource_id IS NOT NULL;
CREATE INDEX activity_links_by_development ON activity_links(development_id) WHERE development_id IS NOT NULL;

CREATE TABLE year_questions (
  id TEXT PRIMARY KEY,
  fiscal_year INTEGER NOT NULL,
  position INTEGER NOT NULL,
  section TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  removed_at TEXT
) STRICT;
CREATE INDEX year_questions_by_year ON year_questions(fiscal_year, position);

CREATE TABLE year_options (
  id TEXT PRIMARY KEY,
  question_id TEXT NOT NULL REFERENCES year_questions(id),
  position INTEGER NOT NULL,
  label TEXT NOT NULL,
  -- Which figure is counted; empty: typed by hand.
  figure TEXT NOT NULL,
  typed TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX year_options_by_question ON year_options(question_id, position);

CREATE TABLE year_freezes (
  id TEXT PRIMARY KEY,
  fiscal_year INTEGER NOT NULL UNIQUE,
  frozen_on TEXT NOT NULL,
  frozen_by TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT;
`,
}
