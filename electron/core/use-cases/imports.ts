import { Refusal } from '#shared/contract/errors.ts'
import type { ImportChoice, ImportOutcome, rosterOperations } from '#shared/contract/roster-operations.ts'
import type { CouncilId, PersonId } from '#shared/domain/ids.ts'
import type { PlannedPerson, PlannedRow } from '#shared/domain/import-plan.ts'
import { createHash } from 'node:crypto'
import type { Handlers, OperationsOf, WriteContext } from '../context.ts'
import { planRosterImport } from '../imports/plan-roster.ts'
import { readExistingRoster } from '../records/existing-roster.ts'
import { changePerson, createMembership, createPerson } from '../records/write-person.ts'
import { addImportRun } from '../store/import-store.ts'
import { findMembership, saveMembership } from '../store/membership-store.ts'
import { countOrganizations, getPersonById } from '../store/person-store.ts'

type ImportOperation = Extract<OperationsOf<typeof rosterOperations>, `imports.${string}`>

/** Which person a row becomes: someone recorded already, or null for a new one. */
function targetOf(row: PlannedRow, choice: ImportChoice): PersonId | null {
  if (choice.action === 'join') {
    if (choice.personId === null) throw new Refusal('conflict', { row: row.row })
    return choice.personId
  }
  if (row.state === 'changed' || row.state === 'same')
    return row.matches.find((match) => match.personId !== null)?.personId ?? null
  return null
}

/** Values of the row over those recorded: an empty cell takes nothing away. */
function mergePerson(context: WriteContext, personId: PersonId, fields: PlannedPerson): boolean {
  const before = getPersonById(context.db, personId)
  if (!before) throw new Refusal('conflict')
  const pick = (fresh: string, old: string): string => (fresh === '' ? old : fresh)
  const { id: _id, ...recorded } = before
  const after = {
    ...recorded,
    name: pick(fields.name, before.name),
    kana: pick(fields.kana, before.kana),
    postalCode: pick(fields.postalCode, before.postalCode),
    address: pick(fields.address, before.address),
    phone: pick(fields.phone, before.phone),
    phoneNote: pick(fields.phoneNote, before.phoneNote),
    fax: pick(fields.fax, before.fax),
    email: pick(fields.email, before.email),
    note: pick(fields.note, before.note),
    organizationName: pick(fields.organizationName, before.organizationName),
    post: pick(fields.post, before.post),
    sectors: fields.sectors.length === 0 ? [...before.sectors] : [...fields.sectors],
  }
  if (JSON.stringify(after) === JSON.stringify({ ...recorded, sectors: [...before.sectors] })) return false
  changePerson(context, personId, after)
  return true
}

/** Gives the person of a row her seat, or brings the seat she has up to date. Returns whether a seat is new. */
function seat(
  context: WriteContext,
  councilId: CouncilId,
  personId: PersonId,
  fields: PlannedPerson,
): boolean {
  const { role, category, termFrom, termTo, termNote, appointedOn, exOfficio, reappointment } = fields
  const held = findMembership(context.db, councilId, personId)
  if (!held) {
    const membership = { role, category, termFrom, termTo, termNote, appointedOn, exOfficio, reappointment }
    createMembership(context, councilId, personId, membership)
    return true
  }
  saveMembership(context.db, held.membershipId, {
    // A roster that says nothing of an office does not take it away.
    role: role === 'member' ? held.role : role,
    category: category === '' ? held.category : category,
    termFrom: termFrom ?? held.termFrom,
    termTo: termTo ?? held.termTo,
    termNote: termNote === '' ? held.termNote : termNote,
    appointedOn: appointedOn ?? held.appointedOn,
    exOfficio: exOfficio || held.exOfficio,
    reappointment: reappointment ?? held.reappointment,
  })
  return false
}

type RowOutcome = 'added' | 'changed' | 'same'

function takeRow(
  context: WriteContext,
  row: PlannedRow,
  choice: ImportChoice,
): { personId: PersonId; outcome: RowOutcome } {
  const target = targetOf(row, choice)
  if (target !== null)
    return { personId: target, outcome: mergePerson(context, target, row.fields) ? 'changed' : 'same' }
  const { fields } = row
  const personId = createPerson(context, {
    name: fields.name,
    kana: fields.kana,
    postalCode: fields.postalCode,
    address: fields.address,
    phone: fields.phone,
    phoneNote: fields.phoneNote,
    fax: fields.fax,
    email: fields.email,
    note: fields.note,
    organizationName: fields.organizationName,
    post: fields.post,
    sectors: [...fields.sectors],
  })
  return { personId, outcome: 'added' }
}

export const importHandlers: Handlers<ImportOperation> = {
  'imports.plan': ({ files, read }, { file, sheet, councilId }) => {
    const { name, bytes } = files.take(file)
    return Promise.resolve(
      planRosterImport({
        bytes,
        fileName: name,
        ...(sheet === null ? {} : { sheet }),
        existing: read(({ db }) => readExistingRoster(db, councilId)),
      }),
    )
  },
  'imports.apply': ({ files, read, write }, { file, sheet, councilId, choices }) => {
    const { name, bytes } = files.take(file)
    const plan = planRosterImport({
      bytes,
      fileName: name,
      sheet,
      existing: read(({ db }) => readExistingRoster(db, councilId)),
    })
    const rows = new Map(plan.rows.map((row) => [row.row, row]))
    return Promise.resolve(
      write((context) => {
        const counts = { added: 0, changed: 0, same: 0, left: 0, members: 0 }
        const organizationsBefore = countOrganizations(context.db)
        for (const choice of choices) {
          const row = rows.get(choice.row)
          if (choice.action === 'leave') {
            counts.left += 1
            continue
          }
          if (!row || row.state === 'wrong') throw new Refusal('conflict', { row: choice.row })
          const { personId, outcome } = takeRow(context, row, choice)
          counts[outcome] += 1
          if (choice.asMember && councilId !== null && seat(context, councilId, personId, row.fields))
            counts.members += 1
        }
        const outcome: ImportOutcome = {
          ...counts,
          organizations: countOrganizations(context.db) - organizationsBefore,
        }
        addImportRun(context.db, {
          id: context.ids.next<'import-run'>(),
          fileName: name,
          sheet,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          councilId,
          outcome: JSON.stringify(outcome),
        })
        return outcome
      }),
    )
  },
}
