import type { Migration } from '../migration.ts'

/** What an office chooses about its papers: 決裁欄 and reply slips, who sits where, what stands for characters that CP932 lacks. */
export const papers: Migration = {
  version: 150,
  name: 'papers',
  sql: `
CREATE TABLE paper_settings (
  id TEXT PRIMARY KEY CHECK (id = 'own'),
  -- Names of the boxes, one a line.
  seal_boxes TEXT NOT NULL,
  reply_slip TEXT NOT NULL CHECK (reply_slip IN ('sheet', 'below'))
) STRICT;

CREATE TABLE character_substitutes (
  id TEXT PRIMARY KEY,
  character TEXT NOT NULL UNIQUE CHECK (character <> ''),
  instead TEXT NOT NULL CHECK (instead <> '')
) STRICT;

CREATE TABLE seating_plans (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL UNIQUE REFERENCES meetings (id),
  layout TEXT NOT NULL CHECK (layout IN ('u-shape', 'square', 'school', 'islands'))
) STRICT;

-- Only who was moved away from where the layout alone would put them; the number is that of the desk.
CREATE TABLE seating_places (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES seating_plans (id),
  attendance_id TEXT NOT NULL UNIQUE REFERENCES attendances (id),
  place INTEGER NOT NULL CHECK (place >= 0),
  UNIQUE (plan_id, place)
) STRICT;
`,
}
