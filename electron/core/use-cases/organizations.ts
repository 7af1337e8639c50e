import { createHash } from 'node:crypto'
import type { InputOf } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/contract/errors.ts'
import type {
  GroupImportChoice,
  GroupImportOutcome,
  OfferedGroupImport,
  OrganizationFields,
  organizationOperations,
} from '#shared/contract/organization-operations.ts'
import type {
  GroupColumnChoice,
  GroupImportPlan,
  PlannedGroup,
  PlannedGroupRow,
} from '#shared/domain/group-import-plan.ts'
import { foldForSearch } from '#shared/domain/japanese-text.ts'
import type { OrganizationId } from '#shared/domain/ids.ts'
import type { Handlers, OperationsOf, TaskContext, WriteContext } from '../context.ts'
import { planGroupImport } from '../imports/plan-groups.ts'
import { changeOrganization, createOrganization } from '../records/write-organization.ts'
import { findGroupMapping, saveGroupMapping, type StoredGroupMapping } from '../store/import-mapping-store.ts'
import { addImportRun } from '../store/import-store.ts'
import { listKinds } from '../store/kind-store.ts'
import {
  getOrganizationById,
  listCouncilsOfPerson,
  listMembersOfOrganization,
  listOrganizations,
  listOrganizationsInFull,
  setOrganizationRemoved,
} from '../store/organization-store.ts'
import { listOpenTasksOfOrganization } from '../store/task-store.ts'

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

function planNow(
  context: TaskContext,
  { name, bytes }: GivenFile,
  { sheet, headerRow, mapping: said }: Omit<InputOf<'organizations.planImport'>, 'file'>,
): OfferedGroupImport | null {
  const { existing, kinds } = context.read(({ db }) => ({
    existing: listOrganizationsInFull(db),
    kinds: listKinds(db),
  }))
  const planBy = (mapping: readonly GroupColumnChoice[]): GroupImportPlan | null =>
    planGroupImport({ bytes, fileName: name, sheet, existing, kinds, mapping, headerRow })
  const first = planBy(said ?? [])
  if (first === null) {
    if (headerRow === null) return null
    throw new Refusal('no-table-found', sheet === null ? {} : { sheet })
  }
  const kept =
    said === null
      ? context.read(({ db }) => findGroupMapping(db, headingsKey(first.columns.map((each) => each.header))))
      : undefined
  const mapping = kept === undefined ? (said ?? []) : usesOf(first, kept)
  const plan = kept === undefined ? first : planBy(mapping)
  return (
    plan && {
      ...plan,
      headerRow,
      mapping,
      mappingName: kept?.name ?? null,
      fingerprint: sha256(JSON.stringify([plan.sheet, plan.rows])),
    }
  )
}

/** The headings of a table, however they are written, in their order. */
const headingsKey = (headers: readonly string[]): string => headers.map(foldForSearch).join('\u001F')

const usesOf = ({ columns }: GroupImportPlan, kept: StoredGroupMapping): readonly GroupColumnChoice[] =>
  columns.map(({ column, header, use }) => ({
    column,
    use: kept.fields.find((each) => each.header === header)?.use ?? use,
  }))

/** Only what the preview named is written over a recorded group; of a joined one, whatever the row says. */
function takeGroup(
  context: WriteContext,
  row: PlannedGroupRow,
  choice: GroupImportChoice,
): 'added' | 'changed' | 'same' {
  const certain = row.state === 'changed' || row.state === 'same'
  const known = row.matches.find((match) => match.organizationId !== null)?.organizationId ?? null
  const organizationId = choice.action === 'join' ? choice.organizationId : certain ? known : null
  if (organizationId === null) {
    if (choice.action === 'join') throw new Refusal('conflict', { row: row.row })
    createOrganization(context, { ...row.fields, sectors: [...row.fields.sectors] })
    return 'added'
  }
  const recorded = getOrganizationById(context.db, organizationId)
  if (!recorded) throw new Refusal('conflict', { row: row.row })
  const { id: _id, ...before } = recorded
  const named =
    choice.action === 'join' ? null : new Set<keyof PlannedGroup>(row.changes.map(({ field }) => field))
  const after = merged(before, row.fields, named)
  if (JSON.stringify(after) === JSON.stringify(before)) return 'same'
  changeOrganization(context, organizationId, after)
  return 'changed'
}

function merged(
  before: OrganizationFields,
  fields: PlannedGroup,
  named: ReadonlySet<keyof PlannedGroup> | null,
): OrganizationFields {
  const isSaid = (value: unknown): boolean =>
    value !== '' && value !== null && !(Array.isArray(value) && value.length === 0)
  const taken = (field: keyof PlannedGroup): boolean =>
    named === null ? isSaid(fields[field]) && field !== 'note' : named.has(field)
  const note =
    fields.note !== '' && !before.note.includes(fields.note) && (named === null || named.has('note'))
      ? [before.note, fields.note].filter((text) => text !== '').join('\n')
      : before.note
  const pick = <Field extends Exclude<keyof PlannedGroup, 'sectors' | 'note'>>(
    field: Field,
  ): PlannedGroup[Field] | OrganizationFields[Field] => (taken(field) ? fields[field] : before[field])
  return {
    code: pick('code'),
    name: pick('name'),
    kana: pick('kana'),
    kind: pick('kind'),
    family: pick('family'),
    sectors: taken('sectors') ? [...fields.sectors] : [...before.sectors],
    areaName: pick('areaName'),
    postalCode: pick('postalCode'),
    address: pick('address'),
    phone: pick('phone'),
    fax: pick('fax'),
    email: pick('email'),
    contactPost: pick('contactPost'),
    contactName: pick('contactName'),
    activities: pick('activities'),
    note,
    checkedOn: pick('checkedOn'),
  }
}

function carryOut(
  context: WriteContext,
  plan: GroupImportPlan,
  choices: readonly GroupImportChoice[],
): GroupImportOutcome {
  const rows = new Map(plan.rows.filter((row) => row.state !== 'wrong').map((row) => [row.row, row]))
  const counts = { added: 0, changed: 0, same: 0, left: 0 }
  for (const choice of choices) {
    const row = rows.get(choice.row)
    if (choice.action === 'leave') {
      counts.left += 1
      continue
    }
    // Each row once, and only rows that can be taken in.
    if (!row || !rows.delete(choice.row)) throw new Refusal('conflict', { row: choice.row })
    counts[takeGroup(context, row, choice)] += 1
  }
  return counts
}

function remove({ db, today, now }: WriteContext, organizationId: OrganizationId): null {
  const people = listMembersOfOrganization(db, organizationId)
  if (people.length > 0) throw new Refusal('still-has-people', { names: people.map((each) => each.name) })
  if (!setOrganizationRemoved(db, organizationId, `${today}T${now}`)) throw new Refusal('not-found')
  return null
}

function applyImport(
  context: TaskContext,
  { file, fingerprint, choices, ...wish }: InputOf<'organizations.applyImport'>,
): GroupImportOutcome {
  const given = context.files.take(file)
  // From here to the end of the transaction nothing waits, so nobody can write in between.
  const plan = planNow(context, given, wish)
  if (plan?.fingerprint !== fingerprint) throw new Refusal('conflict')
  return context.write((writing) => {
    const outcome = carryOut(writing, plan, choices)
    addImportRun(writing.db, {
      id: writing.ids.next<'import-run'>(),
      fileName: given.name,
      sheet: plan.sheet,
      sha256: sha256(given.bytes),
      councilId: null,
      outcome: JSON.stringify(outcome),
      importedOn: writing.today,
    })
    return outcome
  })
}

export const organizationHandlers: Handlers<OperationsOf<typeof organizationOperations>> = {
  'organizations.list': ({ db }) => listOrganizations(db, listKinds(db)),
  'organizations.get': ({ db }, { organizationId }) => {
    const group = getOrganizationById(db, organizationId)
    if (!group) throw new Refusal('not-found')
    const members = listMembersOfOrganization(db, organizationId)
    return {
      ...group,
      members: members.map((member) => ({ ...member, councils: listCouncilsOfPerson(db, member.personId) })),
      openTasks: listOpenTasksOfOrganization(db, organizationId),
    }
  },
  'organizations.add': (context, { organization }) => ({
    organizationId: createOrganization(context, organization),
  }),
  'organizations.save': (context, { organizationId, organization }) => {
    changeOrganization(context, organizationId, organization)
    return null
  },
  'organizations.remove': (context, { organizationId }) => remove(context, organizationId),
  'organizations.restore': ({ db }, { organizationId }) => {
    if (!setOrganizationRemoved(db, organizationId, null)) throw new Refusal('not-found')
    return null
  },
  'organizations.planImport': (context, { file, ...wish }) =>
    Promise.resolve(planNow(context, context.files.take(file), wish)),
  'organizations.keepMapping': ({ db, ids }, { name, fields }) => {
    const headings = headingsKey(fields.map(({ header }) => header))
    return { mappingId: saveGroupMapping(db, { id: ids.next<'import-mapping'>(), name, headings, fields }) }
  },
  'organizations.applyImport': (context, input) => Promise.resolve(applyImport(context, input)),
}
