import type { Migration } from '../migration.ts'

/** 会議 in depth: the index of all words. */
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
`,
}
