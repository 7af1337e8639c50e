import type { Migration } from '../migration.ts'

/**
 * A form keeps what it was when something was handed in by it; and something may be handed in for a month or
 * a 年度 of a council, not only for a meeting.
 */
export const formEditions: Migration = {
  version: 140,
  name: 'form-editions',
  sql: `
ALTER TABLE forms ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);

CREATE TABLE form_versions (
  id TEXT PRIMARY KEY,
  form_id TEXT NOT NULL REFERENCES forms(id),
  version INTEGER NOT NULL CHECK (version >= 1),
  -- The workbook and the mapping as they stood until then.
  file_id TEXT NOT NULL REFERENCES stored_files(id),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  ended_on TEXT NOT NULL,
  UNIQUE (form_id, version)
) STRICT;
CREATE INDEX form_versions_by_file ON form_versions(file_id);

-- A reference that may be empty now, which an ALTER cannot make of one that must not.
CREATE TABLE submissions_anew (
  id TEXT PRIMARY KEY,
  form_id TEXT NOT NULL REFERENCES forms(id),
  meeting_id TEXT REFERENCES meetings(id),
  -- For what is handed in for a time: the council, and 2026-09 (a month) or 2026 (the 年度 from that April).
  council_id TEXT REFERENCES councils(id),
  period TEXT CHECK (period IS NULL OR period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  file_id TEXT NOT NULL REFERENCES stored_files(id),
  submitted_on TEXT NOT NULL,
  addressee TEXT NOT NULL,
  -- The values as they were written, field by field, to tell what a later one changed.
  field_values TEXT NOT NULL CHECK (json_valid(field_values)),
  form_version INTEGER NOT NULL DEFAULT 1 CHECK (form_version >= 1),
  -- 1 where the file asks for a password on opening.
  has_password INTEGER NOT NULL DEFAULT 0 CHECK (has_password IN (0, 1)),
  CHECK ((meeting_id IS NULL) = (period IS NOT NULL) AND (council_id IS NULL) = (period IS NULL))
) STRICT;
INSERT INTO submissions_anew (id, form_id, meeting_id, file_id, submitted_on, addressee, field_values)
  SELECT id, form_id, meeting_id, file_id, submitted_on, addressee, field_values FROM submissions;
DROP TABLE submissions;
ALTER TABLE submissions_anew RENAME TO submissions;
CREATE INDEX submissions_by_meeting ON submissions(meeting_id);
CREATE INDEX submissions_by_council ON submissions(council_id);
CREATE INDEX submissions_by_form ON submissions(form_id);
CREATE INDEX submissions_by_file ON submissions(file_id);
`,
}
