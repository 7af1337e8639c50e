import type {
  AllowanceRuleFields,
  AllowanceRuleRow,
  PayeeFields,
} from '#shared/contract/allowance-operations.ts'
import type { AllowanceRuleId, CouncilId, Id, OrganizationId, PersonId } from '#shared/domain/ids.ts'
import type { CouncilRole } from '#shared/domain/roles.ts'
import type { ReadDb, WriteDb } from './database.ts'

type RawRule = Omit<AllowanceRuleRow, 'paysOnline' | 'paysProxy' | 'paysWritten' | 'taxesTravel'> & {
  readonly paysOnline: number
  readonly paysProxy: number
  readonly paysWritten: number
  readonly taxesTravel: number
}

const ruleQuery = `
  SELECT id, council_id AS councilId, role, valid_from AS validFrom, valid_to AS validTo, amount, half_amount AS halfAmount,
         half_minutes AS halfMinutes, travel, pays_online AS paysOnline, pays_proxy AS paysProxy, pays_written AS paysWritten,
         tax_name AS taxName, tax_rate AS taxRate, taxes_travel AS taxesTravel, note
  FROM allowance_rules WHERE removed_at IS NULL`

/** By role, the one that holds last first. */
export function listAllowanceRules(db: ReadDb, councilId: CouncilId): readonly AllowanceRuleRow[] {
  return db
    .all<RawRule>(`${ruleQuery} AND council_id = ? ORDER BY role, valid_from DESC`, [councilId])
    .map((row) => ({
      ...row,
      paysOnline: row.paysOnline === 1,
      paysProxy: row.paysProxy === 1,
      paysWritten: row.paysWritten === 1,
      taxesTravel: row.taxesTravel === 1,
    }))
}

/** Another rule of that role that begins on that day. */
export function findRuleOfDay(db: ReadDb, rule: AllowanceRuleFields): AllowanceRuleId | undefined {
  return db.get<{ id: AllowanceRuleId }>(
    'SELECT id FROM allowance_rules WHERE council_id = ? AND role = ? AND valid_from = ? AND removed_at IS NULL',
    [rule.councilId, rule.role, rule.validFrom],
  )?.id
}

function ruleValues(rule: AllowanceRuleFields) {
  return [
    rule.councilId,
    rule.role,
    rule.validFrom,
    rule.validTo,
    rule.amount,
    rule.halfAmount,
    rule.halfMinutes,
    rule.travel,
    Number(rule.paysOnline),
    Number(rule.paysProxy),
    Number(rule.paysWritten),
    rule.taxName,
    rule.taxRate,
    Number(rule.taxesTravel),
    rule.note,
  ] as const
}

export function addAllowanceRule(db: WriteDb, ruleId: AllowanceRuleId, rule: AllowanceRuleFields): void {
  db.run(
    `INSERT INTO allowance_rules (council_id, role, valid_from, valid_to, amount, half_amount, half_minutes, travel, pays_online, pays_proxy, pays_written, tax_name, tax_rate, taxes_travel, note, id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [...ruleValues(rule), ruleId],
  )
}

/** Returns whether there was such a rule. */
export function saveAllowanceRule(db: WriteDb, ruleId: AllowanceRuleId, rule: AllowanceRuleFields): boolean {
  return (
    db.run(
      `UPDATE allowance_rules SET council_id = ?, role = ?, valid_from = ?, valid_to = ?, amount = ?, half_amount = ?, half_minutes = ?, travel = ?,
         pays_online = ?, pays_proxy = ?, pays_written = ?, tax_name = ?, tax_rate = ?, taxes_travel = ?, note = ?
       WHERE id = ? AND removed_at IS NULL`,
      [...ruleValues(rule), ruleId],
    ) === 1
  )
}

/** Returns whether there was such a rule in the other state. */
export function setAllowanceRuleRemoved(
  db: WriteDb,
  ruleId: AllowanceRuleId,
  removedAt: string | null,
): boolean {
  const other = removedAt === null ? 'IS NOT NULL' : 'IS NULL'
  return (
    db.run(`UPDATE allowance_rules SET removed_at = ? WHERE id = ? AND removed_at ${other}`, [
      removedAt,
      ruleId,
    ]) === 1
  )
}

export function getRuleKey(
  db: ReadDb,
  ruleId: AllowanceRuleId,
): Pick<AllowanceRuleFields, 'councilId' | 'role' | 'validFrom'> | undefined {
  return db.get(
    'SELECT council_id AS councilId, role, valid_from AS validFrom FROM allowance_rules WHERE id = ?',
    [ruleId],
  )
}

export interface StoredPayee extends PayeeFields {
  readonly personId: PersonId
  /** The group that is paid instead. */
  readonly paidToName: string | null
}

const payeeQuery = `
  SELECT y.person_id AS personId, y.refused_on AS refusedOn, y.refused_because AS refusedBecause, y.way, y.organization_id AS organizationId,
         y.travel, y.tax_name AS taxName, y.tax_rate AS taxRate, y.note, o.name AS paidToName
  FROM payees y LEFT JOIN organizations o ON o.id = y.organization_id`

export function listStoredPayees(
  db: ReadDb,
  people: readonly PersonId[],
): ReadonlyMap<PersonId, StoredPayee> {
  const found = new Map<PersonId, StoredPayee>()
  for (const personId of new Set(people)) {
    const payee = db.get<StoredPayee>(`${payeeQuery} WHERE y.person_id = ?`, [personId])
    if (payee !== undefined) found.set(personId, payee)
  }
  return found
}

export function savePayee(db: WriteDb, id: Id<'payee'>, personId: PersonId, payee: PayeeFields): void {
  db.run(
    `INSERT INTO payees (id, person_id, refused_on, refused_because, way, organization_id, travel, tax_name, tax_rate, note)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (person_id) DO UPDATE SET refused_on = excluded.refused_on, refused_because = excluded.refused_because, way = excluded.way,
       organization_id = excluded.organization_id, travel = excluded.travel, tax_name = excluded.tax_name, tax_rate = excluded.tax_rate, note = excluded.note`,
    [
      id,
      personId,
      payee.refusedOn,
      payee.refusedBecause,
      payee.way,
      payee.organizationId,
      payee.travel,
      payee.taxName,
      payee.taxRate,
      payee.note,
    ],
  )
}

export interface SeatedPerson {
  readonly personId: PersonId
  readonly name: string
  readonly kana: string
  readonly role: CouncilRole
  readonly organizationId: OrganizationId | null
  readonly organizationName: string
}

/** Everybody with a seat that has not been given up, by seat; a person once. */
export function listSeatedPeople(db: ReadDb, councilId: CouncilId): readonly SeatedPerson[] {
  return db.all<SeatedPerson>(
    `SELECT p.id AS personId, p.name, p.kana, m.role, o.id AS organizationId, COALESCE(o.name, '') AS organizationName
     FROM memberships m JOIN people p ON p.id = m.person_id
     LEFT JOIN affiliations a ON a.id = (SELECT x.id FROM affiliations x WHERE x.person_id = p.id AND x.removed_at IS NULL AND x.to_on IS NULL ORDER BY x.id DESC LIMIT 1)
     LEFT JOIN organizations o ON o.id = a.organization_id
     WHERE m.council_id = ? AND m.removed_at IS NULL AND m.released_on IS NULL AND p.removed_at IS NULL
     GROUP BY p.id ORDER BY MIN(m.seat_number), p.id`,
    [councilId],
  )
}
