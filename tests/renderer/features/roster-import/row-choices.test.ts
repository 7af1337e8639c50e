import { describe, expect, it } from 'vitest'
import type { PersonId } from '#shared/domain/ids.ts'
import {
  type ImportPlan,
  type PlannedPerson,
  type PlannedRow,
  proposedChoice,
  type RowState,
} from '#shared/domain/import-plan.ts'
import {
  choiceOf,
  proposedChoices,
  summarize,
  toImportChoices,
  withAllMembers,
  withChoice,
} from '#renderer/features/roster-import/row-choices.ts'

const person: PlannedPerson = {
  name: '髙橋　敏夫',
  kana: 'たかはし　としお',
  organizationName: '',
  post: '',
  category: '',
  postalCode: '',
  address: '',
  phone: '',
  phoneNote: '',
  fax: '',
  email: '',
  appointedOn: null,
  termFrom: null,
  termTo: null,
  termNote: '',
  sectors: [],
  role: 'member',
  reappointment: null,
  exOfficio: false,
  note: '',
}
// An id of the right form; which one does not matter here.
const known = '01hzzzzzzzzzzzzzzzzzzzzzzz' as PersonId

function row(number: number, state: RowState): PlannedRow {
  return {
    row: number,
    state,
    reason: '',
    fields: person,
    where: {},
    findings: [],
    matches: [{ personId: known, row: null, name: '高橋　敏夫', organizationName: '', why: [] }],
    changes: [],
    struckThrough: false,
    highlighted: false,
  }
}

const rows = [row(5, 'new'), row(6, 'changed'), row(7, 'same'), row(8, 'doubtful'), row(9, 'wrong')]
const plan: ImportPlan = {
  fileName: 'meibo.xlsx',
  sheets: [],
  sheet: 'R8',
  title: null,
  layout: 'rows',
  headerRows: [3, 4],
  columns: [],
  rows,
  skipped: [],
  findings: [],
  counts: { new: 1, changed: 1, same: 1, doubtful: 1, wrong: 1 },
}
const rowOf = (number: number): PlannedRow => {
  const found = rows.find((each) => each.row === number)
  if (found === undefined) throw new Error(`no row ${number}`)
  return found
}
const numbers = (some: readonly PlannedRow[]): readonly number[] => some.map((each) => each.row)

describe('the choices of an import', () => {
  it('propose what is sure, leave the rest to the clerk, and make nobody a member by themselves', () => {
    const choices = proposedChoices(plan)
    expect(rows.map((each) => choiceOf(choices, each).action)).toEqual([
      'take',
      'take',
      'take',
      'undecided',
      'leave',
    ])
    expect(summarize(plan, choices).members).toEqual([])
  })

  it('never send a doubtful row that nobody decided', () => {
    // It is left as the plan proposes; nothing has to be named.
    expect(toImportChoices(plan, proposedChoices(plan))).toEqual({ choices: [], others: 'proposed' })
    expect(proposedChoice(rowOf(8), true)).toMatchObject({ action: 'leave', asMember: false })
  })

  it('name only what differs from the proposal, with seats for most of them or for few', () => {
    const seated = withAllMembers(proposedChoices(plan), rows, true)
    const left = withChoice(seated, rowOf(5), { action: 'leave' })
    expect(toImportChoices(plan, left)).toEqual({
      others: 'proposed',
      choices: [
        { row: 5, action: 'leave', personId: null, asMember: false },
        { row: 6, action: 'take', personId: null, asMember: true },
        { row: 7, action: 'take', personId: null, asMember: true },
      ],
    })
    expect(toImportChoices(plan, seated)).toEqual({ choices: [], others: 'proposed-members' })
  })

  it('make members of all rows that go in, and of no other', () => {
    const choices = withAllMembers(proposedChoices(plan), rows, true)
    expect(numbers(summarize(plan, choices).members)).toEqual([5, 6, 7])
  })

  it('take the seat away again when a row is left out', () => {
    const seated = withChoice(proposedChoices(plan), rowOf(5), { asMember: true })
    const left = withChoice(seated, rowOf(5), { action: 'leave' })
    expect(choiceOf(left, rowOf(5))).toEqual({ action: 'leave', personId: null, asMember: false })
  })

  it('join a doubtful row to the recorded person, which is a change and not an addition', () => {
    const joined = withChoice(proposedChoices(plan), rowOf(8), { action: 'join', personId: known })
    const summary = summarize(plan, joined)
    expect(numbers(summary.changed)).toEqual([6, 8])
    expect(numbers(summary.undecided)).toEqual([])
    expect(toImportChoices(plan, joined).choices.find((each) => each.row === 8)?.personId).toBe(known)
  })

  it('cannot take in what could not be read', () => {
    const choices = withChoice(proposedChoices(plan), rowOf(9), { action: 'take', asMember: true })
    expect(choiceOf(choices, rowOf(9)).action).toBe('leave')
  })

  it('account for every row exactly once, whatever is chosen', () => {
    for (const action of ['take', 'leave', 'join', 'undecided'] as const) {
      const choices = rows.reduce(
        (all, each) => withChoice(all, each, { action, personId: action === 'join' ? known : null }),
        proposedChoices(plan),
      )
      const { added, changed, same, left, undecided, wrong } = summarize(plan, choices)
      const told = [...added, ...changed, ...same, ...left, ...undecided, ...wrong]
      expect([...numbers(told)].sort()).toEqual([5, 6, 7, 8, 9])
    }
  })
})
