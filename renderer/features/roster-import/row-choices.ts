import type { ImportChoice, ImportOthers } from '#shared/contract/roster-operations.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import {
  type ImportPlan,
  type PlannedRow,
  proposedChoice,
  type RowState,
} from '#shared/domain/import-plan.ts'

/** What the clerk wants of a row. `undecided`: a doubtful row that nobody has looked at; nothing is written for it. */
export interface RowChoice {
  readonly action: ImportChoice['action'] | 'undecided'
  readonly personId: PersonId | null
  readonly asMember: boolean
}

export type Choices = ReadonlyMap<number, RowChoice>

function proposed(row: PlannedRow): RowChoice {
  const action = row.state === 'wrong' ? 'leave' : row.state === 'doubtful' ? 'undecided' : 'take'
  return { action, personId: null, asMember: false }
}

/** What stands before anybody has chosen: the plan's proposal; whom to make a member is always the clerk's word. */
export function proposedChoices(plan: ImportPlan): Choices {
  return new Map(plan.rows.map((row) => [row.row, proposed(row)]))
}

export function choiceOf(choices: Choices, row: PlannedRow): RowChoice {
  return choices.get(row.row) ?? proposed(row)
}

export function goesIn(choice: RowChoice): boolean {
  return choice.action === 'take' || choice.action === 'join'
}

/** A row that is not taken in makes nobody a member. */
export function withChoice(choices: Choices, row: PlannedRow, change: Partial<RowChoice>): Choices {
  if (row.state === 'wrong') return choices
  const next = { ...choiceOf(choices, row), ...change }
  return new Map(choices).set(row.row, goesIn(next) ? next : { ...next, personId: null, asMember: false })
}

export function withAllMembers(choices: Choices, rows: readonly PlannedRow[], asMember: boolean): Choices {
  // One copy for all of them: a copy for each of 20,000 rows would be felt.
  const next = new Map(choices)
  for (const row of rows) {
    const choice = choiceOf(choices, row)
    if (goesIn(choice)) next.set(row.row, { ...choice, asMember })
  }
  return next
}

/** Names of people who are recorded and may be the one of this row. */
export function knownMatches(
  row: PlannedRow,
): readonly (PlannedRow['matches'][number] & { readonly personId: PersonId })[] {
  return row.matches.flatMap((match) =>
    match.personId === null ? [] : [{ ...match, personId: match.personId }],
  )
}

export interface Summary {
  readonly added: readonly PlannedRow[]
  readonly changed: readonly PlannedRow[]
  readonly same: readonly PlannedRow[]
  readonly left: readonly PlannedRow[]
  readonly undecided: readonly PlannedRow[]
  readonly wrong: readonly PlannedRow[]
  readonly members: readonly PlannedRow[]
}

/** Exactly what would be written, row by row, sorted by what happens to it. */
export function summarize(plan: ImportPlan, choices: Choices): Summary {
  const given = plan.rows.map((row) => ({ row, choice: choiceOf(choices, row) }))
  const having = (wanted: (row: PlannedRow, choice: RowChoice) => boolean): readonly PlannedRow[] =>
    given.filter(({ row, choice }) => wanted(row, choice)).map(({ row }) => row)
  const taken = (state: RowState) => (row: PlannedRow, choice: RowChoice) =>
    row.state === state && choice.action === 'take'
  return {
    added: having(
      (row, choice) => choice.action === 'take' && (row.state === 'new' || row.state === 'doubtful'),
    ),
    changed: having((row, choice) => taken('changed')(row, choice) || choice.action === 'join'),
    same: having(taken('same')),
    left: having((row, choice) => choice.action === 'leave' && row.state !== 'wrong'),
    undecided: having((_, choice) => choice.action === 'undecided'),
    wrong: having((row) => row.state === 'wrong'),
    members: having((_, choice) => goesIn(choice) && choice.asMember),
  }
}

/**
 * The choices as the core takes them: only rows that differ from what the plan proposes are named, so that 20,000 of them cross
 * in a moment. What is undecided or cannot be read is left.
 */
export function toImportChoices(
  plan: ImportPlan,
  choices: Choices,
): { readonly choices: ImportChoice[]; readonly others: ImportOthers } {
  const given = plan.rows.map((row): ImportChoice => {
    const choice = choiceOf(choices, row)
    const action = choice.action === 'undecided' ? 'leave' : choice.action
    return { row: row.row, action, personId: choice.personId, asMember: choice.asMember }
  })
  const mostSit = given.filter(({ asMember }) => asMember).length * 2 > given.length
  const named = given.filter((choice, position) => {
    const row = plan.rows[position]
    return row === undefined || !isSame(choice, proposedChoice(row, mostSit))
  })
  return { choices: named, others: mostSit ? 'proposed-members' : 'proposed' }
}

function isSame(one: ImportChoice, other: ImportChoice): boolean {
  return one.action === other.action && one.personId === other.personId && one.asMember === other.asMember
}
