import type { Migration } from '../migration.ts'

/** The year's plan, the usual 次第 of a council, papers kept with a meeting, who was there for which item, votes. */
export const yearOfMeetings: Migration = {
  version: 120,
  name: 'year-of-meetings',
  sql: `
-- 委任状: whether it counts as being there is the council's rule, as with 書面.
ALTER TABLE councils ADD COLUMN counts_mandate INTEGER NOT NULL DEFAULT 0 CHECK (counts_mandate IN (0, 1));

-- When the talk about an item began on the day: what its timer counts from.
ALTER TABLE agenda_items ADD COLUMN begun_at TEXT;

ALTER TABLE attendances ADD COLUMN mandate INTEGER NOT NULL DEFAULT 0 CHECK (mandate IN (0, 1));
ALTER TABLE attendances ADD COLUMN mandate_to TEXT NOT NULL DEFAULT '';
-- 書面意見: what was sent in by who stays away.
ALTER TABLE attendances ADD COLUMN opinion TEXT NOT NULL DEFAULT '';
-- 配慮: an interpreter, a place near the door.
ALTER TABLE attendances ADD COLUMN care TEXT NOT NULL DEFAULT '';
-- 遅刻・早退 as the agenda tells it: the first item she was there for, the last one.
ALTER TABLE attendances ADD COLUMN arrived_item_id TEXT REFERENCES agenda_items(id);
ALTER TABLE attendances ADD COLUMN left_item_id TEXT REFERENCES agenda_items(id);
CREATE INDEX attendances_by_arrival ON attendances(arrived_item_id) WHERE arrived_item_id IS NOT NULL;
CREATE INDEX attendances_by_leaving ON attendances(left_item_id) WHERE left_item_id IS NOT NULL;

-- 一時退席: out of the room for one item, for the reason given (利害関係).
CREATE TABLE item_absences (
  id TEXT PRIMARY KEY,
  attendance_id TEXT NOT NULL REFERENCES attendances(id),
  agenda_item_id TEXT NOT NULL REFERENCES agenda_items(id),
  because TEXT NOT NULL DEFAULT '',
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX item_absences_once ON item_absences(attendance_id, agenda_item_id) WHERE removed_at IS NULL;
CREATE INDEX item_absences_by_attendance ON item_absences(attendance_id);
CREATE INDEX item_absences_by_item ON item_absences(agenda_item_id);

-- 全文: the words as they were said, where the line itself is only the 要点.
ALTER TABLE statements ADD COLUMN full_text TEXT NOT NULL DEFAULT '';

ALTER TABLE tasks ADD COLUMN owner_organization_id TEXT REFERENCES organizations(id);
CREATE INDEX tasks_by_group ON tasks(owner_organization_id) WHERE owner_organization_id IS NOT NULL;

-- いつもの次第 of a council: what each new meeting begins with. 'first': only the first meeting of a 年度.
CREATE TABLE agenda_templates (
  id TEXT PRIMARY KEY,
  council_id TEXT NOT NULL REFERENCES councils(id),
  position INTEGER NOT NULL,
  recurs TEXT NOT NULL DEFAULT 'always' CHECK (recurs IN ('always', 'first')),
  kind TEXT NOT NULL CHECK (kind IN ('opening', 'report', 'discussion', 'exchange', 'other', 'closing')),
  level INTEGER NOT NULL CHECK (level IN (1, 2, 3)),
  title TEXT NOT NULL CHECK (title <> ''),
  planned_minutes INTEGER CHECK (planned_minutes BETWEEN 0 AND 600),
  presenter TEXT NOT NULL,
  internal_note TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX agenda_templates_by_council ON agenda_templates(council_id, position);

-- 添付: the very bytes lie in stored_files, so that backups and the hand-over hold them.
CREATE TABLE attachments (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meetings(id),
  agenda_item_id TEXT REFERENCES agenda_items(id),
  file_id TEXT NOT NULL REFERENCES stored_files(id),
  size INTEGER NOT NULL CHECK (size >= 0),
  added_on TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX attachments_by_meeting ON attachments(meeting_id);
CREATE INDEX attachments_by_item ON attachments(agenda_item_id);
CREATE INDEX attachments_by_file ON attachments(file_id);

-- 採決 of a decision: 挙手 and 異議なし by numbers, 記名 and 書面 name by name too.
CREATE TABLE votes (
  id TEXT PRIMARY KEY,
  decision_id TEXT NOT NULL REFERENCES decisions(id),
  method TEXT NOT NULL CHECK (method IN ('consent', 'hands', 'names', 'written')),
  in_favour INTEGER NOT NULL CHECK (in_favour BETWEEN 0 AND 999),
  against INTEGER NOT NULL CHECK (against BETWEEN 0 AND 999),
  abstained INTEGER NOT NULL CHECK (abstained BETWEEN 0 AND 999),
  note TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX votes_once ON votes(decision_id) WHERE removed_at IS NULL;
CREATE INDEX votes_by_decision ON votes(decision_id);

CREATE TABLE vote_ballots (
  id TEXT PRIMARY KEY,
  vote_id TEXT NOT NULL REFERENCES votes(id),
  attendance_id TEXT NOT NULL REFERENCES attendances(id),
  choice TEXT NOT NULL CHECK (choice IN ('favour', 'against', 'abstained')),
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX vote_ballots_once ON vote_ballots(vote_id, attendance_id) WHERE removed_at IS NULL;
CREATE INDEX vote_ballots_by_vote ON vote_ballots(vote_id);
CREATE INDEX vote_ballots_by_attendance ON vote_ballots(attendance_id);

-- What is due of a whole city: asked by status and day, for the page of tasks.
CREATE INDEX tasks_by_council ON tasks(council_id, due_on);
`,
}
