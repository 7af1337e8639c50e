import type { Migration } from '../migration.ts'

/**
 * 働きかけ: 提案・要望 to the municipality with their answers, and 説明会. And the office's money: 謝金・費用弁償, 予算・決算,
 * 事業計画. Amounts are whole yen, tax rates thousandths of a percent.
 */
export const advocacyAndMoney: Migration = {
  version: 170,
  name: 'advocacy-and-money',
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

CREATE TABLE allowance_rules (
  id TEXT PRIMARY KEY,
  council_id TEXT NOT NULL REFERENCES councils(id),
  role TEXT NOT NULL CHECK (role IN ('chair', 'vice-chair', 'member', 'observer', 'coordinator', 'secretariat')),
  valid_from TEXT NOT NULL, valid_to TEXT,
  amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 10000000),
  half_amount INTEGER CHECK (half_amount BETWEEN 0 AND 10000000),
  half_minutes INTEGER CHECK (half_minutes BETWEEN 1 AND 1440),
  travel INTEGER NOT NULL CHECK (travel BETWEEN 0 AND 10000000),
  pays_online INTEGER NOT NULL CHECK (pays_online IN (0, 1)),
  pays_proxy INTEGER NOT NULL CHECK (pays_proxy IN (0, 1)),
  pays_written INTEGER NOT NULL CHECK (pays_written IN (0, 1)),
  tax_name TEXT NOT NULL,
  tax_rate INTEGER NOT NULL CHECK (tax_rate BETWEEN 0 AND 100000),
  taxes_travel INTEGER NOT NULL CHECK (taxes_travel IN (0, 1)),
  note TEXT NOT NULL,
  removed_at TEXT,
  CHECK (valid_to IS NULL OR valid_from <= valid_to),
  CHECK ((half_amount IS NULL) = (half_minutes IS NULL))
) STRICT;
CREATE UNIQUE INDEX allowance_rules_once ON allowance_rules(council_id, role, valid_from) WHERE removed_at IS NULL;

-- What is written of a person's pay apart from the rule.
CREATE TABLE payees (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL UNIQUE REFERENCES people(id),
  refused_on TEXT, refused_because TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('bank', 'cash', 'organization')),
  organization_id TEXT REFERENCES organizations(id),
  travel INTEGER CHECK (travel BETWEEN 0 AND 10000000),
  tax_name TEXT, tax_rate INTEGER CHECK (tax_rate BETWEEN 0 AND 100000),
  note TEXT NOT NULL,
  CHECK ((tax_name IS NULL) = (tax_rate IS NULL)),
  CHECK (way <> 'organization' OR organization_id IS NOT NULL)
) STRICT;
CREATE INDEX payees_by_organization ON payees(organization_id) WHERE organization_id IS NOT NULL;

-- Apart from people and groups: nothing that reads those meets a number of an account.
CREATE TABLE bank_accounts (
  id TEXT PRIMARY KEY,
  person_id TEXT REFERENCES people(id),
  organization_id TEXT REFERENCES organizations(id),
  bank_name TEXT NOT NULL, bank_code TEXT NOT NULL CHECK (length(bank_code) = 4), bank_kana TEXT NOT NULL,
  branch_name TEXT NOT NULL, branch_code TEXT NOT NULL CHECK (length(branch_code) = 3), branch_kana TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('ordinary', 'current', 'savings')),
  number TEXT NOT NULL CHECK (length(number) = 7),
  holder_kana TEXT NOT NULL CHECK (holder_kana <> ''),
  removed_at TEXT,
  CHECK ((person_id IS NULL) <> (organization_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX bank_accounts_of_person ON bank_accounts(person_id) WHERE removed_at IS NULL AND person_id IS NOT NULL;
CREATE UNIQUE INDEX bank_accounts_of_organization ON bank_accounts(organization_id) WHERE removed_at IS NULL AND organization_id IS NOT NULL;

-- From which account the office pays.
CREATE TABLE transfer_sender (
  id TEXT PRIMARY KEY CHECK (id = 'own'),
  client_code TEXT NOT NULL CHECK (length(client_code) BETWEEN 1 AND 10),
  name_kana TEXT NOT NULL CHECK (name_kana <> ''),
  bank_code TEXT NOT NULL CHECK (length(bank_code) = 4), bank_kana TEXT NOT NULL,
  branch_code TEXT NOT NULL CHECK (length(branch_code) = 3), branch_kana TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('ordinary', 'current', 'savings')),
  number TEXT NOT NULL CHECK (length(number) = 7),
  line_breaks INTEGER NOT NULL CHECK (line_breaks IN (0, 1))
) STRICT;

CREATE TABLE payment_runs (
  id TEXT PRIMARY KEY,
  council_id TEXT NOT NULL REFERENCES councils(id),
  fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 1900 AND 2200),
  title TEXT NOT NULL CHECK (title <> ''),
  pay_on TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'closed', 'replaced')),
  closed_on TEXT, closed_by TEXT NOT NULL DEFAULT '',
  replaces_id TEXT REFERENCES payment_runs(id),
  reopened_because TEXT NOT NULL DEFAULT '',
  removed_at TEXT,
  CHECK (state = 'draft' OR closed_on IS NOT NULL),
  CHECK (state = 'draft' OR removed_at IS NULL)
) STRICT;
CREATE INDEX payment_runs_by_council ON payment_runs(council_id, fiscal_year);
CREATE INDEX payment_runs_by_day ON payment_runs(pay_on) WHERE state = 'closed';
CREATE UNIQUE INDEX payment_runs_replaced_once ON payment_runs(replaces_id) WHERE replaces_id IS NOT NULL AND removed_at IS NULL;

CREATE TABLE payment_run_meetings (
  id TEXT PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES payment_runs(id),
  meeting_id TEXT NOT NULL REFERENCES meetings(id),
  UNIQUE (run_id, meeting_id)
) STRICT;
CREATE INDEX payment_run_meetings_by_meeting ON payment_run_meetings(meeting_id);

-- What the clerk set differently in a run that is not closed yet.
CREATE TABLE payment_line_changes (
  id TEXT PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES payment_runs(id),
  attendance_id TEXT NOT NULL REFERENCES attendances(id),
  base INTEGER NOT NULL CHECK (base BETWEEN 0 AND 10000000),
  travel INTEGER NOT NULL CHECK (travel BETWEEN 0 AND 10000000),
  tax_name TEXT NOT NULL,
  tax_rate INTEGER NOT NULL CHECK (tax_rate BETWEEN 0 AND 100000),
  note TEXT NOT NULL,
  removed_at TEXT,
  UNIQUE (run_id, attendance_id)
) STRICT;
CREATE INDEX payment_line_changes_by_attendance ON payment_line_changes(attendance_id);

-- The figures of a closed run, as they stood.
CREATE TABLE payments (
  id TEXT PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES payment_runs(id),
  position INTEGER NOT NULL,
  person_id TEXT REFERENCES people(id),
  name TEXT NOT NULL CHECK (name <> ''),
  organization_name TEXT NOT NULL, post TEXT NOT NULL, address TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('bank', 'cash', 'organization')),
  paid_to_id TEXT REFERENCES organizations(id),
  paid_to_name TEXT NOT NULL,
  tax_name TEXT NOT NULL, tax_rate INTEGER NOT NULL,
  base INTEGER NOT NULL, travel INTEGER NOT NULL, taxable INTEGER NOT NULL, tax INTEGER NOT NULL, net INTEGER NOT NULL,
  refused INTEGER NOT NULL CHECK (refused IN (0, 1)),
  note TEXT NOT NULL,
  CHECK (base + travel - tax = net),
  CHECK (refused = 0 OR net = 0)
) STRICT;
CREATE INDEX payments_by_run ON payments(run_id, position);
CREATE INDEX payments_by_person ON payments(person_id);
CREATE INDEX payments_by_receiver ON payments(paid_to_id) WHERE paid_to_id IS NOT NULL;

CREATE TABLE payment_lines (
  id TEXT PRIMARY KEY,
  payment_id TEXT NOT NULL REFERENCES payments(id),
  attendance_id TEXT NOT NULL REFERENCES attendances(id),
  held_on TEXT NOT NULL,
  base INTEGER NOT NULL, travel INTEGER NOT NULL,
  half INTEGER NOT NULL CHECK (half IN (0, 1))
) STRICT;
CREATE INDEX payment_lines_by_payment ON payment_lines(payment_id);
CREATE INDEX payment_lines_by_attendance ON payment_lines(attendance_id);

-- The very bytes: the list at the closing, each transfer file that was made.
CREATE TABLE payment_files (
  id TEXT PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES payment_runs(id),
  kind TEXT NOT NULL CHECK (kind IN ('list', 'transfer')),
  file_id TEXT NOT NULL REFERENCES stored_files(id),
  made_on TEXT NOT NULL
) STRICT;
CREATE INDEX payment_files_by_run ON payment_files(run_id);
CREATE INDEX payment_files_by_file ON payment_files(file_id);

-- A closed run's figures cannot be changed by anybody, us included. Whose they are may: two records of one person are merged.
CREATE TRIGGER payments_frozen BEFORE UPDATE OF run_id, name, way, tax_name, tax_rate, base, travel, taxable, tax, net, refused ON payments
BEGIN SELECT RAISE(ABORT, 'payments are frozen'); END;
CREATE TRIGGER payments_kept BEFORE DELETE ON payments BEGIN SELECT RAISE(ABORT, 'payments are frozen'); END;
CREATE TRIGGER payment_lines_frozen BEFORE UPDATE ON payment_lines BEGIN SELECT RAISE(ABORT, 'payments are frozen'); END;
CREATE TRIGGER payment_lines_kept BEFORE DELETE ON payment_lines BEGIN SELECT RAISE(ABORT, 'payments are frozen'); END;
CREATE TRIGGER payment_runs_frozen BEFORE UPDATE OF council_id, fiscal_year, title, pay_on, closed_on, closed_by ON payment_runs
WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'payments are frozen'); END;
CREATE TRIGGER payment_runs_stay_closed BEFORE UPDATE OF state ON payment_runs
WHEN OLD.state <> 'draft' AND NEW.state = 'draft' BEGIN SELECT RAISE(ABORT, 'payments are frozen'); END;

CREATE TABLE budget_items (
  id TEXT PRIMARY KEY,
  fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 1900 AND 2200),
  side TEXT NOT NULL CHECK (side IN ('income', 'expense')),
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  amount INTEGER NOT NULL CHECK (amount BETWEEN -1000000000000 AND 1000000000000),
  counts TEXT NOT NULL CHECK (counts IN ('none', 'base', 'travel', 'both')),
  note TEXT NOT NULL,
  removed_at TEXT,
  CHECK (side = 'expense' OR counts = 'none')
) STRICT;
CREATE INDEX budget_items_by_year ON budget_items(fiscal_year, side, position);

CREATE TABLE vouchers (
  id TEXT PRIMARY KEY,
  budget_item_id TEXT NOT NULL REFERENCES budget_items(id),
  dated_on TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  partner TEXT NOT NULL,
  -- Below zero: given back.
  amount INTEGER NOT NULL CHECK (amount BETWEEN -1000000000000 AND 1000000000000),
  removed_at TEXT
) STRICT;
CREATE INDEX vouchers_by_item ON vouchers(budget_item_id, dated_on);

CREATE TABLE year_plans (
  id TEXT PRIMARY KEY,
  council_id TEXT NOT NULL REFERENCES councils(id),
  fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 1900 AND 2200),
  aims TEXT NOT NULL,
  UNIQUE (council_id, fiscal_year)
) STRICT;

CREATE TABLE year_plan_items (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES year_plans(id),
  position INTEGER NOT NULL,
  planned_for TEXT NOT NULL,
  theme TEXT NOT NULL CHECK (theme <> ''),
  aim TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX year_plan_items_by_plan ON year_plan_items(plan_id, position);

-- What the home screen asks of ten years of records.
CREATE INDEX needs_by_day ON needs(noted_on) WHERE removed_at IS NULL;
CREATE INDEX resources_by_check ON resources(checked_on) WHERE removed_at IS NULL;
`,
}
