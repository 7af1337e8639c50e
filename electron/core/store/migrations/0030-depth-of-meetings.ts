import type { Migration } from '../migration.ts'

/** 会議 in depth: the index of all words, what is not made public, how minutes are confirmed. */
export const depthOfMeetings: Migration = {
  version: 30,
  name: 'depth-of-meetings',
  sql: `
-- A record keeps its number: entries are read from the highest down, and a correction does not move one to the front.
CREATE TABLE search_entries (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL UNIQUE
) STRICT;

-- Grams come cut already (shared/domain/search-grams.ts); the tokenizer only parts them at blanks. Prefixes of one and two characters have lists of their own.
CREATE VIRTUAL TABLE search_index USING fts5(
  grams, content='', contentless_delete=1, detail=none, prefix='1 2',
  tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
);

-- 非公開: withheld from the public version of the minutes.
ALTER TABLE agenda_items ADD COLUMN closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1));

-- 委員確認: the draft sent out, until when an answer is asked for, and who is done. One round after another.
CREATE TABLE minutes_reviews (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meetings(id),
  sent_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  closed_on TEXT,
  -- The record as it was sent (JSON of MeetingDetail): what members looked over can be told from what was changed since.
  record TEXT NOT NULL CHECK (json_valid(record)),
  removed_at TEXT,
  CHECK (due_on >= sent_on)
) STRICT;
CREATE INDEX minutes_reviews_by_meeting ON minutes_reviews(meeting_id);

-- What a member said of the draft, by whatever channel; also that it is right as it is.
CREATE TABLE minutes_answers (
  id TEXT PRIMARY KEY,
  review_id TEXT NOT NULL REFERENCES minutes_reviews(id),
  attendance_id TEXT NOT NULL REFERENCES attendances(id),
  answered_on TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('phone', 'fax', 'paper', 'mail', 'in-person')),
  -- Empty: nothing to correct.
  correction TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('nothing', 'open', 'taken', 'declined')),
  because TEXT NOT NULL DEFAULT '',
  removed_at TEXT
) STRICT;
CREATE INDEX minutes_answers_by_review ON minutes_answers(review_id);
CREATE INDEX minutes_answers_by_attendance ON minutes_answers(attendance_id);

-- 議事録署名人: who of the roll signs.
CREATE TABLE minutes_signers (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meetings(id),
  attendance_id TEXT NOT NULL REFERENCES attendances(id),
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX minutes_signers_once ON minutes_signers(meeting_id, attendance_id);
CREATE INDEX minutes_signers_by_attendance ON minutes_signers(attendance_id);

-- Deadlines by the council's rule, in days before and after the meeting.
ALTER TABLE councils ADD COLUMN notice_days INTEGER NOT NULL DEFAULT 14 CHECK (notice_days BETWEEN 0 AND 365);
ALTER TABLE councils ADD COLUMN summary_days INTEGER NOT NULL DEFAULT 2 CHECK (summary_days BETWEEN 0 AND 365);
ALTER TABLE councils ADD COLUMN minutes_days INTEGER NOT NULL DEFAULT 45 CHECK (minutes_days BETWEEN 0 AND 365);
ALTER TABLE meetings ADD COLUMN notice_sent_on TEXT;
ALTER TABLE meetings ADD COLUMN summary_sent_on TEXT;
`,
}
