import type { Migration } from '../migration.ts'

/** Several 次第 to begin from: beside the usual one a council has others, by name. Lines without one are the usual 次第. */
export const severalAgendas: Migration = {
  version: 220,
  name: 'several-agendas',
  sql: `
CREATE TABLE named_agendas (
  id TEXT PRIMARY KEY,
  council_id TEXT NOT NULL REFERENCES councils(id),
  name TEXT NOT NULL CHECK (name <> ''),
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX named_agendas_once ON named_agendas(council_id, name) WHERE removed_at IS NULL;
CREATE INDEX named_agendas_by_council ON named_agendas(council_id);

ALTER TABLE agenda_templates ADD COLUMN named_agenda_id TEXT REFERENCES named_agendas(id);
CREATE INDEX agenda_templates_by_name ON agenda_templates(named_agenda_id) WHERE named_agenda_id IS NOT NULL;
`,
}
