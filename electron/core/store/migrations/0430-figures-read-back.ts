import type { Migration } from '../migration.ts'

/**
 * 前からの数: what stood in a form that was filled by hand, kept as the figures of its 年度 or month. Tsudoi's own
 * records are counted, never typed, and stay beside them.
 */
export const figuresReadBack: Migration = {
  version: 430,
  name: 'figures-read-back',
  sql: `
CREATE TABLE prior_figures (
  id TEXT PRIMARY KEY,
  fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 1899 AND 2200),
  -- Empty: of the whole 年度.
  month INTEGER CHECK (month BETWEEN 1 AND 12),
  -- Empty: of the whole office, whichever council's form it stood in.
  council_id TEXT REFERENCES councils(id),
  -- Whose diary it was counted from; empty for everybody's.
  coordinator_id TEXT REFERENCES coordinators(id),
  field TEXT NOT NULL CHECK (field <> ''),
  number REAL,
  words TEXT,
  -- With the very file that it was read from.
  submission_id TEXT NOT NULL REFERENCES submissions(id),
  removed_at TEXT,
  CHECK ((number IS NULL) <> (words IS NULL))
) STRICT;
CREATE UNIQUE INDEX prior_figures_once ON prior_figures(
  fiscal_year, COALESCE(month, 0), COALESCE(council_id, ''), COALESCE(coordinator_id, ''), field
) WHERE removed_at IS NULL;
CREATE INDEX prior_figures_by_council ON prior_figures(council_id);
CREATE INDEX prior_figures_by_coordinator ON prior_figures(coordinator_id);
CREATE INDEX prior_figures_by_submission ON prior_figures(submission_id);
`,
}
