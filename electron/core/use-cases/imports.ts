import { createHash } from 'node:crypto'
import { Refusal } from '#shared/contract/errors.ts'
import type {
  ImportChoice,
  ImportOutcome,
  OfferedImport,
  rosterOperations,
} from '#shared/contract/roster-operations.ts'
import { fiscalYearOf } from '#shared/domain/calendar-date.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import type { ImportPlan } from '#shared/domain/import-plan.ts'
import type { Handlers, OperationsOf, TaskContext, WriteContext } from '../context.ts'
import { planRosterImport } from '../imports/plan-roster.ts'
import { readExistingRoster } from '../records/existing-roster.ts'
import { seatRow, takeRow } from '../records/take-import-row.ts'
import { getCouncilById } from '../store/council-store.ts'
import { addImportRun } from '../store/import-store.ts'
import { countOrganizations } from '../store/person-store.ts'

type ImportOperation = Extract<OperationsOf<typeof rosterOperations>, `imports.${string}`>

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

interface RosterFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Plans against the roster as it is now. Refuses with `not-found` where there is no such council. */
function planNow(
  context: TaskContext,
  { name, bytes }: RosterFile,
  sheet: string | null,
  councilId: CouncilId | null,
): OfferedImport {
  const existing = context.read(({ db }) => {
    if (councilId !== null && !getCouncilById(db, councilId)) throw new Refusal('not-found')
    return readExistingRoster(db, councilId)
  })
  const plan = planRosterImport({
    bytes,
    fileName: name,
    ...(sheet === null ? {} : { sheet }),
    existing,
    fiscalYear: fiscalYearOf(context.today),
  })
  return { ...plan, fingerprint: sha256(JSON.stringify([councilId, plan.sheet, plan.rows])) }
}

/** Each row once, and only rows that can be taken in. */
function checkChoices(plan: ImportPlan, choices: readonly ImportChoice[]): void {
  const takeable = new Set(plan.rows.filter((row) => row.state !== 'wrong').map((row) => row.row))
  for (const choice of choices) {
    if (choice.action === 'leave') continue
    if (!takeable.delete(choice.row)) throw new Refusal('conflict', { row: choice.row })
  }
}

function carryOut(
  context: WriteContext,
  plan: ImportPlan,
  councilId: CouncilId | null,
  choices: readonly ImportChoice[],
): ImportOutcome {
  const rows = new Map(plan.rows.map((row) => [row.row, row]))
  const counts = { added: 0, changed: 0, same: 0, left: 0, members: 0 }
  const organizationsBefore = countOrganizations(context.db)
  for (const choice of choices) {
    const row = rows.get(choice.row)
    if (choice.action === 'leave' || !row) {
      counts.left += 1
      continue
    }
    const { personId, outcome } = takeRow(context, row, choice)
    counts[outcome] += 1
    if (choice.asMember && councilId !== null && seatRow(context, councilId, personId, row, choice))
      counts.members += 1
  }
  return { ...counts, organizations: countOrganizations(context.db) - organizationsBefore }
}

export const importHandlers: Handlers<ImportOperation> = {
  'imports.plan': (context, { file, sheet, councilId }) =>
    Promise.resolve(planNow(context, context.files.take(file), sheet, councilId)),
  'imports.apply': async (context, { file, sheet, councilId, fingerprint, choices }) => {
    const given = context.files.take(file)
    await context.system.backUpBeforeImport()
    // From here to the end of the transaction nothing waits, so nobody can write in between.
    const plan = planNow(context, given, sheet, councilId)
    if (plan.fingerprint !== fingerprint) throw new Refusal('conflict')
    checkChoices(plan, choices)
    return context.write((writing) => {
      const outcome = carryOut(writing, plan, councilId, choices)
      addImportRun(writing.db, {
        id: writing.ids.next<'import-run'>(),
        fileName: given.name,
        sheet,
        sha256: sha256(given.bytes),
        councilId,
        outcome: JSON.stringify(outcome),
        importedOn: writing.today,
      })
      return outcome
    })
  },
}
