import {
  type AccountOwner,
  type allowanceOperations,
  type AllowanceRuleFields,
  type PayeeRow,
  type TransferSenderFields,
} from '#shared/contract/allowance-operations.ts'
import { Refusal } from '#shared/contract/errors.ts'
import { accountFault } from '#shared/domain/bank-account.ts'
import { toBankText } from '#shared/domain/bank-text.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import type { Handlers, OperationsOf } from '../context.ts'
import { accountOwnerOf, maskedAccount } from '../records/read-run.ts'
import {
  addAllowanceRule,
  findRuleOfDay,
  getRuleKey,
  listAllowanceRules,
  listSeatedPeople,
  listStoredPayees,
  saveAllowanceRule,
  savePayee,
  setAllowanceRuleRemoved,
} from '../store/allowance-store.ts'
import {
  getBankAccount,
  getTransferSender,
  removeBankAccount,
  saveBankAccount,
  saveTransferSender,
} from '../store/bank-store.ts'
import { getCouncilById } from '../store/council-store.ts'
import type { ReadDb } from '../store/database.ts'
import { getOrganizationById } from '../store/organization-store.ts'
import { getPersonById } from '../store/person-store.ts'

type AllowanceOperation = OperationsOf<typeof allowanceOperations>
type RuleOperation = Extract<AllowanceOperation, `allowanceRules.${string}`>
type PayeeOperation = Extract<AllowanceOperation, `payees.${string}`>

function checkRule(db: ReadDb, rule: AllowanceRuleFields): void {
  if (!getCouncilById(db, rule.councilId)) throw new Refusal('not-found')
  if (rule.validTo !== null && rule.validTo < rule.validFrom) throw new Refusal('end-before-start')
}

const ruleHandlers: Handlers<RuleOperation> = {
  'allowanceRules.list': ({ db }, { councilId }) => listAllowanceRules(db, councilId),
  'allowanceRules.add': ({ db, ids }, { rule }) => {
    checkRule(db, rule)
    if (findRuleOfDay(db, rule) !== undefined) throw new Refusal('rule-exists')
    const ruleId = ids.next<'allowance-rule'>()
    addAllowanceRule(db, ruleId, rule)
    return { ruleId }
  },
  'allowanceRules.save': ({ db }, { ruleId, rule }) => {
    checkRule(db, rule)
    const same = findRuleOfDay(db, rule)
    if (same !== undefined && same !== ruleId) throw new Refusal('rule-exists')
    if (!saveAllowanceRule(db, ruleId, rule)) throw new Refusal('not-found')
    return null
  },
  'allowanceRules.remove': ({ db, today, now }, { ruleId }) => {
    if (!setAllowanceRuleRemoved(db, ruleId, `${today}T${now}`)) throw new Refusal('not-found')
    return null
  },
  'allowanceRules.restore': ({ db }, { ruleId }) => {
    const known = getRuleKey(db, ruleId)
    if (known === undefined) throw new Refusal('not-found')
    // Another may have taken its day meanwhile.
    const { councilId, role, validFrom } = known
    if (listAllowanceRules(db, councilId).some((each) => each.role === role && each.validFrom === validFrom))
      throw new Refusal('rule-exists')
    if (!setAllowanceRuleRemoved(db, ruleId, null)) throw new Refusal('not-found')
    return null
  },
}

function payeesOf(db: ReadDb, councilId: CouncilId): readonly PayeeRow[] {
  const people = listSeatedPeople(db, councilId)
  const stored = listStoredPayees(
    db,
    people.map(({ personId }) => personId),
  )
  return people.map(({ personId, name, kana, role, organizationName }) => {
    const own = stored.get(personId)
    const way = own?.way ?? 'bank'
    const paidToId = way === 'organization' ? (own?.organizationId ?? null) : null
    const owner = accountOwnerOf({ way, personId, paidToId })
    return {
      personId,
      name,
      kana,
      role,
      organizationName,
      refusedOn: own?.refusedOn ?? null,
      refusedBecause: own?.refusedBecause ?? '',
      way,
      organizationId: own?.organizationId ?? null,
      travel: own?.travel ?? null,
      taxName: own?.taxName ?? null,
      taxRate: own?.taxRate ?? null,
      note: own?.note ?? '',
      maskedAccount: owner === null ? null : maskedAccount(getBankAccount(db, owner)),
      paidToName: own?.paidToName ?? '',
    }
  })
}

function requireOwner(db: ReadDb, owner: AccountOwner): void {
  const known = owner.kind === 'person' ? getPersonById(db, owner.id) : getOrganizationById(db, owner.id)
  if (!known) throw new Refusal('not-found')
}

/** The office's own account keeps to the same rules; the client's code is the bank's, up to ten digits. */
function checkSender(sender: TransferSenderFields): void {
  const fault = accountFault({ ...sender, bankName: '', branchName: '', holderKana: sender.nameKana })
  if (fault !== null)
    throw new Refusal('account-invalid', {
      ...fault,
      field: fault.field === 'holderKana' ? 'nameKana' : fault.field,
    })
  if (!/^\d{1,10}$/.test(sender.clientCode))
    throw new Refusal('account-invalid', { field: 'clientCode', digits: 10, given: sender.clientCode.length })
}

/** Kana as the bank carries them, so that what was entered is what goes out. */
function bankKana(text: string): string {
  const converted = toBankText(text)
  return converted.ok ? converted.text : text
}

const payeeHandlers: Handlers<PayeeOperation> = {
  'payees.list': ({ db }, { councilId }) => {
    if (!getCouncilById(db, councilId)) throw new Refusal('not-found')
    return payeesOf(db, councilId)
  },
  'payees.save': ({ db, ids }, { personId, payee }) => {
    if (!getPersonById(db, personId)) throw new Refusal('not-found')
    if (payee.organizationId !== null && !getOrganizationById(db, payee.organizationId))
      throw new Refusal('not-found')
    savePayee(db, ids.next<'payee'>(), personId, payee)
    return null
  },
  'payees.showAccount': ({ db }, { owner }) => getBankAccount(db, owner) ?? null,
  'payees.saveAccount': ({ db, ids }, { owner, account }) => {
    requireOwner(db, owner)
    const fault = accountFault(account)
    if (fault !== null) throw new Refusal('account-invalid', { ...fault })
    saveBankAccount(db, ids.next<'bank-account'>(), owner, {
      ...account,
      bankKana: bankKana(account.bankKana),
      branchKana: bankKana(account.branchKana),
      holderKana: bankKana(account.holderKana),
    })
    return null
  },
  'payees.removeAccount': ({ db, today, now }, { owner }) => {
    if (!removeBankAccount(db, owner, `${today}T${now}`)) throw new Refusal('not-found')
    return null
  },
  'payees.getSender': ({ db }) => getTransferSender(db) ?? null,
  'payees.saveSender': ({ db }, { sender }) => {
    checkSender(sender)
    saveTransferSender(db, {
      ...sender,
      nameKana: bankKana(sender.nameKana),
      bankKana: bankKana(sender.bankKana),
      branchKana: bankKana(sender.branchKana),
    })
    return null
  },
}

export const allowanceHandlers: Handlers<RuleOperation | PayeeOperation> = {
  ...ruleHandlers,
  ...payeeHandlers,
}
