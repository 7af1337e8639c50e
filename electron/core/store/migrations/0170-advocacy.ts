import type { Migration } from '../migration.ts'

/** 働きかけ: 提案・要望 to the municipality with their answers, and 説明会. */
export const advocacy: Migration = {
  version: 170,
  name: 'advocacy',
  sql: `
CREATE TABLE proposals (
  id TEXT PRIMARY KEY,
  council_id TEXT NOT NULL REFERENCES councils(id),
  kind TEXT NOT NULL CHECK (kind IN ('request', 'proposal')),
  title TEXT NOT NULL CHECK (title <> ''),
  addressee TEXT NOT NULL,
  document_number TEXT NOT NULL,
  written_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  -- What is asked for, a line each.
  asks TEXT NOT NULL,
  answer_due_on TEXT,
  -- How far it has come follows from these days.
  handed_on TEXT, received_by TEXT NOT NULL DEFAULT '',
  answered_on TEXT,
  answer_kind TEXT CHECK (answer_kind IN ('accepted', 'partly', 'considering', 'declined')),
  answer TEXT NOT NULL DEFAULT '',
  closed_on TEXT, closed_because TEXT NOT NULL DEFAULT '',
  removed_at TEXT,
  CHECK (answered_on IS NULL OR (handed_on IS NOT NULL AND answered_on >= handed_on)),
  CHECK (answered_on IS NULL OR answer <> '')
) STRICT;
CREATE INDEX proposals_by_council ON proposals(council_id, written_on);
CREATE INDEX proposals_waiting ON proposals(handed_on) WHERE answered_on IS NULL AND closed_on IS NULL AND handed_on IS NOT NULL AND removed_at IS NULL;

-- Who signs: groups, the council itself. Names as they stood when it was written.
CREATE TABLE proposal_signatories (
  id TEXT PRIMARY KEY,
  proposal_id TEXT NOT NULL REFERENCES proposals(id),
  position INTEGER NOT NULL,
  organization_id TEXT REFERENCES organizations(id),
  name TEXT NOT NULL CHECK (name <> ''),
  post TEXT NOT NULL, person TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX proposal_signatories_by_proposal ON proposal_signatories(proposal_id, position);
CREATE INDEX proposal_signatories_by_organization ON proposal_signatories(organization_id) WHERE organization_id IS NOT NULL;

-- Where it was prepared: a meeting, and there what was decided or said.
CREATE TABLE proposal_meetings (
  id TEXT PRIMARY KEY,
  proposal_id TEXT NOT NULL REFERENCES proposals(id),
  meeting_id TEXT NOT NULL REFERENCES meetings(id),
  decision_id TEXT REFERENCES decisions(id),
  statement_id TEXT REFERENCES statements(id),
  CHECK (decision_id IS NULL OR statement_id IS NULL)
) STRICT;
CREATE INDEX proposal_meetings_by_proposal ON proposal_meetings(proposal_id);
CREATE INDEX proposal_meetings_by_meeting ON proposal_meetings(meeting_id);
CREATE INDEX proposal_meetings_by_decision ON proposal_meetings(decision_id) WHERE decision_id IS NOT NULL;
CREATE INDEX proposal_meetings_by_statement ON proposal_meetings(statement_id) WHERE statement_id IS NOT NULL;

-- その後: what follows from the answer.
CREATE TABLE proposal_steps (
  id TEXT PRIMARY KEY,
  proposal_id TEXT NOT NULL REFERENCES proposals(id),
  text TEXT NOT NULL CHECK (text <> ''),
  due_on TEXT, done_on TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX proposal_steps_by_proposal ON proposal_steps(proposal_id);

CREATE TABLE briefings (
  id TEXT PRIMARY KEY,
  council_id TEXT NOT NULL REFERENCES councils(id),
  title TEXT NOT NULL CHECK (title <> ''),
  audience TEXT NOT NULL CHECK (audience IN ('residents', 'city-staff', 'groups', 'others')),
  held_on TEXT NOT NULL,
  starts_at TEXT, ends_at TEXT,
  place TEXT NOT NULL,
  speakers TEXT NOT NULL,
  content TEXT NOT NULL,
  papers TEXT NOT NULL,
  residents INTEGER NOT NULL CHECK (residents BETWEEN 0 AND 9999),
  city_staff INTEGER NOT NULL CHECK (city_staff BETWEEN 0 AND 9999),
  others INTEGER NOT NULL CHECK (others BETWEEN 0 AND 9999),
  reactions TEXT NOT NULL,
  next_step TEXT NOT NULL,
  removed_at TEXT,
  CHECK (starts_at IS NULL OR ends_at IS NULL OR ends_at > starts_at)
) STRICT;
CREATE INDEX briefings_by_council ON briefings(council_id, held_on);
`,
}
