import type { Migration } from '../migration.ts'

/**
 * The first schema. Rules that hold everywhere: ids are ULID texts; days are 'YYYY-MM-DD' texts; times 'HH:MM';
 * `removed_at` set means removed by a user (deletion is soft); names and remarks are kept to the character, and
 * what is searched or sorted by stands beside them as a key.
 */
export const firstRound: Migration = {
  version: 10,
  name: 'first-round',
  sql: `
CREATE TABLE secretariat (
  id TEXT PRIMARY KEY CHECK (id = 'own'),
  office_name TEXT NOT NULL CHECK (office_name <> ''),
  representative TEXT NOT NULL, postal_code TEXT NOT NULL, address TEXT NOT NULL,
  phone TEXT NOT NULL, fax TEXT NOT NULL, email TEXT NOT NULL, staff_name TEXT NOT NULL,
  city_name TEXT NOT NULL CHECK (city_name <> ''), addressee TEXT NOT NULL, addressee_name TEXT NOT NULL, department TEXT NOT NULL
) STRICT;

CREATE TABLE areas (
  id TEXT PRIMARY KEY,
  parent_id TEXT REFERENCES areas(id),
  name TEXT NOT NULL CHECK (name <> ''),
  removed_at TEXT
) STRICT;
CREATE INDEX areas_by_parent ON areas(parent_id);

CREATE TABLE councils (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  layer INTEGER NOT NULL CHECK (layer IN (1, 2, 3)),
  area_id TEXT NOT NULL REFERENCES areas(id),
  basis TEXT NOT NULL, origin TEXT NOT NULL,
  numbering TEXT NOT NULL CHECK (numbering IN ('fiscal-year', 'through')),
  quorum TEXT NOT NULL CHECK (quorum IN ('none', 'half', 'more-than-half', 'two-thirds')),
  counts_proxy INTEGER NOT NULL CHECK (counts_proxy IN (0, 1)),
  counts_online INTEGER NOT NULL CHECK (counts_online IN (0, 1)),
  counts_written INTEGER NOT NULL CHECK (counts_written IN (0, 1)),
  signers INTEGER NOT NULL CHECK (signers BETWEEN 0 AND 9),
  seat_limit INTEGER CHECK (seat_limit BETWEEN 1 AND 999),
  removed_at TEXT
) STRICT;
CREATE INDEX councils_by_area ON councils(area_id);

CREATE TABLE council_stages (
  id TEXT PRIMARY KEY,
  council_id TEXT NOT NULL REFERENCES councils(id),
  stage TEXT NOT NULL CHECK (stage IN ('exchange', 'preparation', 'established')),
  started_on TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX council_stages_by_council ON council_stages(council_id);

CREATE TABLE organizations (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  kana TEXT NOT NULL,
  kind TEXT,
  name_key TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX organizations_by_key ON organizations(name_key);

CREATE TABLE people (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  kana TEXT NOT NULL,
  postal_code TEXT NOT NULL, address TEXT NOT NULL, phone TEXT NOT NULL, phone_note TEXT NOT NULL,
  fax TEXT NOT NULL, email TEXT NOT NULL, note TEXT NOT NULL,
  name_key TEXT NOT NULL, kana_key TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX people_by_kana ON people(kana_key, id);
CREATE INDEX people_by_name ON people(name_key);

CREATE TABLE person_sectors (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people(id),
  sector TEXT NOT NULL CHECK (sector IN ('elderly', 'disability', 'children', 'youth')),
  UNIQUE (person_id, sector)
) STRICT;

CREATE TABLE affiliations (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people(id),
  -- A post without a group is known too: 民生委員.
  organization_id TEXT REFERENCES organizations(id),
  post TEXT NOT NULL,
  from_on TEXT, to_on TEXT,
  removed_at TEXT,
  CHECK (organization_id IS NOT NULL OR post <> ''),
  CHECK (from_on IS NULL OR to_on IS NULL OR from_on <= to_on)
) STRICT;
CREATE INDEX affiliations_by_person ON affiliations(person_id);
CREATE INDEX affiliations_by_organization ON affiliations(organization_id);

CREATE TABLE memberships (
  id TEXT PRIMARY KEY,
  council_id TEXT NOT NULL REFERENCES councils(id),
  person_id TEXT NOT NULL REFERENCES people(id),
  role TEXT NOT NULL CHECK (role IN ('chair', 'vice-chair', 'member', 'observer', 'coordinator', 'secretariat')),
  category TEXT NOT NULL,
  term_from TEXT, term_to TEXT, term_note TEXT NOT NULL,
  appointed_on TEXT, released_on TEXT,
  ex_officio INTEGER NOT NULL CHECK (ex_officio IN (0, 1)),
  reappointment TEXT CHECK (reappointment IN ('new', 'again', 'rest')),
  seat_number INTEGER NOT NULL CHECK (seat_number BETWEEN 1 AND 999),
  removed_at TEXT,
  CHECK (term_from IS NULL OR term_to IS NULL OR term_from <= term_to)
) STRICT;
CREATE INDEX memberships_by_council ON memberships(council_id, seat_number);
CREATE INDEX memberships_by_person ON memberships(person_id);

CREATE TABLE meetings (
  id TEXT PRIMARY KEY,
  council_id TEXT NOT NULL REFERENCES councils(id),
  fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 1900 AND 2200),
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999),
  held_on TEXT NOT NULL,
  starts_at TEXT NOT NULL, ends_at TEXT,
  place TEXT NOT NULL,
  method TEXT NOT NULL CHECK (method IN ('in-person', 'online', 'hybrid')),
  audience INTEGER NOT NULL DEFAULT 0 CHECK (audience >= 0),
  next_on TEXT, next_starts_at TEXT, next_place TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)),
  removed_at TEXT,
  CHECK (ends_at IS NULL OR ends_at > starts_at)
) STRICT;
CREATE INDEX meetings_by_council ON meetings(council_id, held_on);
CREATE INDEX meetings_by_day ON meetings(held_on);

CREATE TABLE agenda_items (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meetings(id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('opening', 'report', 'discussion', 'exchange', 'other', 'closing')),
  level INTEGER NOT NULL CHECK (level IN (1, 2, 3)),
  title TEXT NOT NULL CHECK (title <> ''),
  planned_minutes INTEGER CHECK (planned_minutes BETWEEN 0 AND 600),
  presenter TEXT NOT NULL, paper_number TEXT NOT NULL, paper_title TEXT NOT NULL, internal_note TEXT NOT NULL,
  outcome TEXT NOT NULL DEFAULT 'open' CHECK (outcome IN ('open', 'done', 'decided', 'continued')),
  outcome_note TEXT NOT NULL DEFAULT '',
  -- Ended later, when it was offered to another meeting: the minutes of its own meeting still say 継続.
  ended_on TEXT, ended_because TEXT NOT NULL DEFAULT '',
  carried_from_id TEXT REFERENCES agenda_items(id),
  removed_at TEXT
) STRICT;
CREATE INDEX agenda_items_by_meeting ON agenda_items(meeting_id, position);
CREATE INDEX agenda_items_by_origin ON agenda_items(carried_from_id) WHERE carried_from_id IS NOT NULL;

-- The roll keeps name, kana, post and group as they stood on the day.
CREATE TABLE attendances (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meetings(id),
  person_id TEXT REFERENCES people(id),
  membership_id TEXT REFERENCES memberships(id),
  seat_number INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('chair', 'vice-chair', 'member', 'observer', 'coordinator', 'secretariat')),
  name TEXT NOT NULL CHECK (name <> ''), kana TEXT NOT NULL, post TEXT NOT NULL, organization_name TEXT NOT NULL,
  category TEXT NOT NULL,
  reply TEXT NOT NULL DEFAULT 'waiting' CHECK (reply IN ('waiting', 'attend', 'proxy', 'online', 'absent', 'written')),
  reply_channel TEXT CHECK (reply_channel IN ('phone', 'fax', 'paper', 'mail', 'in-person')),
  replied_on TEXT,
  presence TEXT NOT NULL DEFAULT 'unmarked' CHECK (presence IN ('unmarked', 'present', 'proxy', 'online', 'absent')),
  late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1)), arrived_at TEXT,
  left_early INTEGER NOT NULL DEFAULT 0 CHECK (left_early IN (0, 1)), left_at TEXT,
  written INTEGER NOT NULL DEFAULT 0 CHECK (written IN (0, 1)),
  proxy_name TEXT NOT NULL DEFAULT '', proxy_post TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  removed_at TEXT
) STRICT;
CREATE INDEX attendances_by_meeting ON attendances(meeting_id, seat_number);
CREATE INDEX attendances_by_person ON attendances(person_id);
CREATE INDEX attendances_by_membership ON attendances(membership_id);

CREATE TABLE statements (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meetings(id),
  agenda_item_id TEXT NOT NULL REFERENCES agenda_items(id),
  position INTEGER NOT NULL,
  attendance_id TEXT REFERENCES attendances(id),
  kind TEXT NOT NULL CHECK (kind IN ('point', 'greeting', 'explanation', 'question', 'opinion', 'answer', 'information', 'decision')),
  text TEXT NOT NULL CHECK (text <> ''),
  spoken_at TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX statements_by_meeting ON statements(meeting_id, position);
CREATE INDEX statements_by_item ON statements(agenda_item_id);
CREATE INDEX statements_by_speaker ON statements(attendance_id);

CREATE TABLE decisions (
  id TEXT PRIMARY KEY,
  council_id TEXT NOT NULL REFERENCES councils(id),
  meeting_id TEXT NOT NULL REFERENCES meetings(id),
  agenda_item_id TEXT NOT NULL REFERENCES agenda_items(id),
  statement_id TEXT REFERENCES statements(id),
  fiscal_year INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  text TEXT NOT NULL CHECK (text <> ''),
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX decisions_by_number ON decisions(council_id, fiscal_year, number) WHERE removed_at IS NULL;
CREATE INDEX decisions_by_meeting ON decisions(meeting_id);
CREATE INDEX decisions_by_item ON decisions(agenda_item_id);
CREATE INDEX decisions_by_statement ON decisions(statement_id);

CREATE TABLE tasks (
  id TEXT PRIMARY KEY,
  council_id TEXT NOT NULL REFERENCES councils(id),
  meeting_id TEXT NOT NULL REFERENCES meetings(id),
  agenda_item_id TEXT REFERENCES agenda_items(id),
  position INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  owner TEXT NOT NULL,
  owner_person_id TEXT REFERENCES people(id),
  due_on TEXT, due_text TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'carried', 'continued', 'done', 'dropped')),
  closed_on TEXT, closed_because TEXT NOT NULL DEFAULT '',
  removed_at TEXT
) STRICT;
CREATE INDEX tasks_by_meeting ON tasks(meeting_id);
CREATE INDEX tasks_by_item ON tasks(agenda_item_id);
CREATE INDEX tasks_by_owner ON tasks(owner_person_id);
CREATE INDEX tasks_open ON tasks(council_id, due_on) WHERE status IN ('open', 'carried', 'continued') AND removed_at IS NULL;

-- 宿題 shown again at a later meeting: each showing is kept, so that "since when" can be told.
CREATE TABLE task_carries (
  id TEXT PRIMARY KEY,
  task_id TEXT NOT NULL REFERENCES tasks(id),
  meeting_id TEXT NOT NULL REFERENCES meetings(id),
  UNIQUE (task_id, meeting_id)
) STRICT;
CREATE INDEX task_carries_by_meeting ON task_carries(meeting_id);

CREATE TABLE stored_files (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes BLOB NOT NULL,
  removed_at TEXT
) STRICT;

CREATE TABLE minutes_versions (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meetings(id),
  version INTEGER NOT NULL CHECK (version >= 1),
  confirmed_at TEXT NOT NULL, confirmed_by TEXT NOT NULL,
  -- The whole record as it stood (JSON of MeetingDetail): a later change elsewhere cannot reach it.
  record TEXT NOT NULL CHECK (json_valid(record)),
  reopened_because TEXT, reopened_at TEXT,
  UNIQUE (meeting_id, version)
) STRICT;

CREATE TABLE forms (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  file_id TEXT NOT NULL REFERENCES stored_files(id),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  added_on TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX forms_by_file ON forms(file_id);

CREATE TABLE submissions (
  id TEXT PRIMARY KEY,
  form_id TEXT NOT NULL REFERENCES forms(id),
  meeting_id TEXT NOT NULL REFERENCES meetings(id),
  file_id TEXT NOT NULL REFERENCES stored_files(id),
  submitted_on TEXT NOT NULL,
  addressee TEXT NOT NULL,
  -- The values as they were written, field by field, to tell what a later one changed.
  field_values TEXT NOT NULL CHECK (json_valid(field_values))
) STRICT;
CREATE INDEX submissions_by_meeting ON submissions(meeting_id);
CREATE INDEX submissions_by_form ON submissions(form_id);
CREATE INDEX submissions_by_file ON submissions(file_id);

CREATE TABLE import_runs (
  id TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  sheet TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  council_id TEXT REFERENCES councils(id),
  outcome TEXT NOT NULL CHECK (json_valid(outcome))
) STRICT;
CREATE INDEX import_runs_by_council ON import_runs(council_id);

CREATE TABLE change_log (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  operation TEXT NOT NULL,
  -- One number for all changes of one operation, so that they can be undone together.
  operation_number INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  record_id TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
  old_values TEXT CHECK (old_values IS NULL OR json_valid(old_values)),
  new_values TEXT CHECK (new_values IS NULL OR json_valid(new_values))
) STRICT;
CREATE INDEX change_log_by_record ON change_log(table_name, record_id, id);
CREATE INDEX change_log_by_operation ON change_log(operation_number);
`,
}
