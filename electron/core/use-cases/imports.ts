import { createHash } from 'node:crypto'
import { Refusal } from '#shared/contract/errors.ts'
import type {
  ImportChoice,
  ImportOutcome,
  OfferedImport,
  rosterOperations,
} from '#shared/contract/roster-operations.ts'
import type { InputOf } from '#shared/contract/contract.ts'
import { fiscalYearOf } from '#shared/domain/calendar-date.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import { type ColumnChoice, type ImportPlan, proposedChoice } from '#shared/domain/import-plan.ts'
import { foldForSearch } from '#shared/domain/japanese-text.ts'
import type { Handlers, OperationsOf, TaskContext, WriteContext } from '../context.ts'
import { planRosterImport } from '../imports/plan-roster.ts'
import { readExistingRoster } from '../records/existing-roster.ts'
import { seatRow, takeRow } from '../records/take-import-row.ts'
import { watchImportSeats } from '../records/watch-import-seats.ts'
import type { KnownGroups } from '../records/write-person.ts'
import { getCouncilById } from '../store/council-store.ts'
import {
  findImportMapping,
  listImportMappings,
  saveImportMapping,
  setImportMappingRemoved,
  type StoredMapping,
} from '../store/import-mapping-store.ts'
import { addImportRun, getLastChange } from '../store/import-store.ts'
import { insertAtOnce } from '../store/insert-at-once.ts'
import { countOrganizations } from '../store/person-store.ts'

type ImportOperation = Extract<OperationsOf<typeof rosterOperations>, `import${string}`>

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

interface RosterFile {
  readonly name: string
  readonly bytes: Uint8Array
}

interface Asked {
  readonly sheet: string | null
  readonly councilId: CouncilId | null
  readonly headerRow: number | null
  readonly mapping: readonly ColumnChoice[] | null
}

/** The headings of a table, however they are written, in their order. */
const headingsKey = (headers: readonly string[]): string => headers.map(foldForSearch).join('\u001F')

/** What each column of a plan is taken for, or what the kept mapping says. */
const usesOf = ({ columns }: ImportPlan, kept?: StoredMapping): readonly ColumnChoice[] =>
  columns.map(({ column, header, use }) => ({
    column,
    use: kept?.fields.find((each) => each.header === header)?.use ?? use,
  }))

interface Shown {
  readonly plan: OfferedImport
  readonly sha256: string
  readonly councilId: CouncilId | null
  readonly lastChange: string
}
/** The last plan: while nothing was written since, it need not be made twice. On the thread that made it, where there are threads. */
let lastShown: Shown | null = null

/** Plans against the roster as it is now. Refuses with `not-found` where there is no such council. */
function planNow(context: TaskContext, { name, bytes }: RosterFile, asked: Asked): OfferedImport {
  const { sheet, councilId, headerRow, mapping } = asked
  const { existing, lastChange } = context.read(({ db }) => {
    if (councilId !== null && !getCouncilById(db, councilId)) throw new Refusal('not-found')
    return { existing: readExistingRoster(db, councilId), lastChange: getLastChange(db) }
  })
  const fiscalYear = fiscalYearOf(context.today)
  const plan = (choices: readonly ColumnChoice[]): ImportPlan =>
    planRosterImport({
      bytes,
      fileName: name,
      ...(sheet === null ? {} : { sheet }),
      existing,
      fiscalYear,
      wish: { headerRow, mapping: choices },
    })
  const first = plan(mapping ?? [])
  const kept =
    mapping === null
      ? context.read(({ db }) =>
          findImportMapping(db, headingsKey(first.columns.map((column) => column.header))),
        )
      : undefined
  const found = kept === undefined ? first : plan(usesOf(first, kept))
  // Of the same file, wishes and records the same plan is made.
  const fileMark = sha256(bytes)
  const basis = [fileMark, councilId, found.sheet, headerRow, usesOf(found), lastChange, fiscalYear]
  const offered = {
    ...found,
    fingerprint: sha256(JSON.stringify(basis)),
    rowCount: found.rows.length,
    headerRow,
    mapping: mapping ?? (kept === undefined ? [] : usesOf(first, kept)),
    mappingName: kept?.name ?? null,
  }
  lastShown = { plan: offered, sha256: fileMark, councilId, lastChange }
  return offered
}

function isAskedAgain(last: Shown, file: RosterFile, asked: Asked, fingerprint: string): boolean {
  const { plan, councilId } = last
  return (
    plan.fingerprint === fingerprint &&
    last.sha256 === sha256(file.bytes) &&
    councilId === asked.councilId &&
    plan.sheet === asked.sheet &&
    plan.headerRow === asked.headerRow &&
    JSON.stringify(plan.mapping) === JSON.stringify(asked.mapping ?? plan.mapping)
  )
}

/**
 * The plan that was shown under this mark. Where something has been written since it is made anew, and refused with
 * `conflict` unless it is the same, row by row.
 */
function planAsShown(
  context: TaskContext,
  file: RosterFile,
  asked: Asked,
  fingerprint: string,
): OfferedImport {
  const last = lastShown
  const before = last !== null && isAskedAgain(last, file, asked, fingerprint) ? last : undefined
  if (before?.lastChange === context.read(({ db }) => getLastChange(db))) return before.plan
  const now = planNow(context, file, asked)
  const isSame =
    now.fingerprint === fingerprint || JSON.stringify(now.rows) === JSON.stringify(before?.plan.rows)
  if (!isSame) throw new Refusal('conflict')
  return now
}

/** What becomes of every row: those that were named, and the others as it was said of them all. */
function allChoices(
  plan: ImportPlan,
  { choices, others }: Pick<InputOf<'imports.apply'>, 'choices' | 'others'>,
): readonly ImportChoice[] {
  if (others === 'leave') return choices
  const named = new Set(choices.map((choice) => choice.row))
  const rest = plan.rows.filter(({ row }) => !named.has(row))
  return [...choices, ...rest.map((row) => proposedChoice(row, others === 'proposed-members'))]
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
  {
    councilId,
    despite,
    choices,
  }: Pick<InputOf<'imports.apply'>, 'councilId' | 'despite'> & {
    readonly choices: readonly ImportChoice[]
  },
): ImportOutcome {
  const seating =
    councilId === null ? null : { councilId, watch: watchImportSeats(context, councilId, despite) }
  const rows = new Map(plan.rows.map((row) => [row.row, row]))
  const counts = { added: 0, changed: 0, same: 0, left: 0, members: 0 }
  const groups: KnownGroups = new Map()
  const organizationsBefore = countOrganizations(context.db)
  for (const choice of choices) {
    const row = rows.get(choice.row)
    if (choice.action === 'leave' || !row) {
      counts.left += 1
      continue
    }
    const taken = takeRow(context, row, choice, groups)
    counts[taken.outcome] += 1
    if (choice.asMember && seating !== null && seatRow(context, seating, taken, row, choice))
      counts.members += 1
  }
  seating?.watch.conclude()
  return { ...counts, organizations: countOrganizations(context.db) - organizationsBefore }
}

/** Carries out a plan that was shown. Nothing waits in between; on a thread, the core may yet have written. */
function applyNow(context: TaskContext, input: InputOf<'imports.apply'>): ImportOutcome {
  const { file, fingerprint, sheet, councilId, headerRow, mapping } = input
  const given = context.files.take(file)
  const asPlanned = context.read(({ db }) => getLastChange(db))
  const plan = planAsShown(context, given, { sheet, councilId, headerRow, mapping }, fingerprint)
  const choices = allChoices(plan, input)
  checkChoices(plan, choices)
  const outcome = context.write((writing) => {
    if (getLastChange(writing.db) !== asPlanned) throw new Refusal('conflict')
    const counts = insertAtOnce(writing.db, (db) => carryOut({ ...writing, db }, plan, { ...input, choices }))
    addImportRun(writing.db, {
      id: writing.ids.next<'import-run'>(),
      fileName: given.name,
      sheet,
      sha256: sha256(given.bytes),
      councilId,
      outcome: JSON.stringify(counts),
      importedOn: writing.today,
    })
    return counts
  })
  lastShown = null
  return outcome
}

export const importHandlers: Handlers<ImportOperation> = {
  'importMappings.list': ({ db }) => listImportMappings(db),
  'importMappings.save': ({ db, ids }, { name, fields }) => {
    const headings = headingsKey(fields.map(({ header }) => header))
    return { mappingId: saveImportMapping(db, { id: ids.next<'import-mapping'>(), name, headings, fields }) }
  },
  'importMappings.remove': ({ db, today, now }, { mappingId }) => {
    if (!setImportMappingRemoved(db, mappingId, `${today}T${now}`)) throw new Refusal('not-found')
    return null
  },
  'importMappings.restore': ({ db }, { mappingId }) => {
    if (!setImportMappingRemoved(db, mappingId, null)) throw new Refusal('not-found')
    return null
  },
  'imports.plan': (context, { file, firstRows, ...asked }) => {
    const plan = planNow(context, context.files.take(file), asked)
    return Promise.resolve({ ...plan, rows: plan.rows.slice(0, firstRows) })
  },
  'imports.rows': (_context, { fingerprint, from, count }) => {
    if (lastShown?.plan.fingerprint !== fingerprint) throw new Refusal('conflict')
    return Promise.resolve(lastShown.plan.rows.slice(from, from + count))
  },
  'imports.takeText': ({ files }, { text }) =>
    Promise.resolve(files.put('貼りつけた表.tsv', new TextEncoder().encode(text))),
  'imports.apply': (context, input) => Promise.resolve(applyNow(context, input)),
}
