import type { Migration } from '../migration.ts'

/** The office's own wording of letters, and 文書番号 counted by 年度. */
export const letters: Migration = {
  version: 50,
  name: 'letters',
  sql: `
-- Only what the office has changed: the shipped wording stands in the program.
CREATE TABLE letter_templates (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL UNIQUE CHECK (kind <> ''),
  subject TEXT NOT NULL,
  body TEXT NOT NULL CHECK (body <> '')
) STRICT;

CREATE TABLE letter_settings (
  id TEXT PRIMARY KEY CHECK (id = 'own'),
  number_format TEXT NOT NULL CHECK (number_format <> '')
) STRICT;

CREATE TABLE document_numbers (
  id TEXT PRIMARY KEY,
  fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 1900 AND 2200),
  number INTEGER NOT NULL CHECK (number >= 1),
  subject TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  UNIQUE (fiscal_year, number)
) STRICT;
`,
}
