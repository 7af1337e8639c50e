import type { duplicateOperations, PersonCard, PossiblePair } from '#shared/contract/duplicate-operations.ts'
import { Refusal } from '#shared/contract/errors.ts'
import type { ImportRunId, PersonId } from '#shared/domain/ids.ts'
import type { Handlers, OperationsOf, ReadContext, WriteContext } from '../context.ts'
import { findPairs } from '../imports/find-pairs.ts'
import { listChangesOf } from '../store/history-store.ts'
import {
  addMerge,
  countTies,
  dropDoublePosts,
  dropDoubleSeats,
  findImportOperation,
  findMergeOperation,
  listDifferentPeople,
  listImportRuns,
  listMerges,
  markImportUndone,
  markMergeUndone,
  moveLinks,
  setDifferent,
} from '../store/merge-store.ts'
import { netChanges } from '../store/net-changes.ts'
import {
  getPersonById,
  listPeopleInFull,
  savePerson,
  savePersonSectors,
  setPersonRemoved,
} from '../store/person-store.ts'
import { undoChanges } from '../store/undo-store.ts'

/** So many are judged at a sitting; the next ones follow when these are. */
const shownPairs = 100

function listPairs({ db }: Pick<ReadContext, 'db'>): readonly PossiblePair[] {
  const people = listPeopleInFull(db)
  const byId = new Map(people.map((person) => [person.id, person]))
  const different = new Set(listDifferentPeople(db).map((pair) => `${pair.firstId} ${pair.secondId}`))
  const cardOf = (personId: PersonId): PersonCard[] => {
    const person = byId.get(personId)
    if (person === undefined) return []
    const { id, name, kana, organizationName, post, sectors, phone, address, email, note } = person
    return [
      { id, name, kana, organizationName, post, sectors, phone, address, email, note, ...countTies(db, id) },
    ]
  }
  return findPairs(people)
    .filter((pair) => !different.has(`${pair.first} ${pair.second}`))
    .slice(0, shownPairs)
    .flatMap(({ first, second, likeness }) => {
      const [one] = cardOf(first)
      const [other] = cardOf(second)
      if (one === undefined || other === undefined) return []
      return [
        { first: one, second: other, score: likeness.score, likely: likeness.certain, why: likeness.why },
      ]
    })
}

const filled = ['kana', 'postalCode', 'address', 'phone', 'phoneNote', 'fax', 'email'] as const

/** Every link of the merged one to the kept one; her empty fields are filled, remarks stand beside one another. */
function merge(context: WriteContext, keptId: PersonId, mergedId: PersonId): null {
  const { db, ids, today, now } = context
  const kept = getPersonById(db, keptId)
  const merged = getPersonById(db, mergedId)
  if (!kept || !merged) throw new Refusal('not-found')
  if (keptId === mergedId) throw new Refusal('conflict')
  const { id: _id, organizationName: _name, post: _post, sectors, ...fields } = kept
  const after = { ...fields }
  for (const field of filled) if (after[field] === '') after[field] = merged[field]
  if (merged.note !== '' && !after.note.includes(merged.note)) {
    after.note = [after.note, merged.note].filter((text) => text !== '').join('\n')
  }
  savePerson(db, keptId, after)
  savePersonSectors(db, keptId, [...new Set([...sectors, ...merged.sectors])], () =>
    ids.next<'person-sector'>(),
  )
  const at = `${today}T${now}`
  moveLinks(db, mergedId, keptId)
  dropDoubleSeats(db, keptId, at)
  dropDoublePosts(db, keptId, at)
  setPersonRemoved(db, mergedId, at)
  return null
}

/** Takes back what an operation wrote, but not the record that tells of it. */
function takeBack({ db, today, now }: WriteContext, operation: number, tellsOfIt: string): string {
  const at = `${today}T${now}`
  const rows = listChangesOf(db, operation).filter((row) => row.tableName !== tellsOfIt)
  undoChanges(db, netChanges(rows), at)
  return at
}

function undoImport(context: WriteContext, importRunId: ImportRunId): null {
  const operation = findImportOperation(context.db, importRunId)
  if (operation === undefined) throw new Refusal('not-found')
  markImportUndone(context.db, importRunId, takeBack(context, operation, 'import_runs'))
  return null
}

export const duplicateHandlers: Handlers<OperationsOf<typeof duplicateOperations>> = {
  'duplicates.list': ({ db }) => ({ pairs: listPairs({ db }), merges: listMerges(db) }),
  'duplicates.merge': (context, { keptId, mergedId }) => {
    merge(context, keptId, mergedId)
    const mergeId = context.ids.next<'person-merge'>()
    addMerge(context.db, { id: mergeId, keptId, mergedId, on: context.today })
    return { mergeId }
  },
  'duplicates.undoMerge': (context, { mergeId }) => {
    const operation = findMergeOperation(context.db, mergeId)
    if (operation === undefined) throw new Refusal('not-found')
    markMergeUndone(context.db, mergeId, takeBack(context, operation, 'person_merges'))
    return null
  },
  'duplicates.setDifferent': ({ db, ids }, { firstId, secondId, different }) => {
    if (!getPersonById(db, firstId) || !getPersonById(db, secondId)) throw new Refusal('not-found')
    if (firstId === secondId) throw new Refusal('conflict')
    setDifferent(db, [firstId, secondId], different, () => ids.next<'different-people'>())
    return null
  },
  'importRuns.list': ({ db }) => listImportRuns(db),
  'importRuns.undo': (context, { importRunId }) =>
    Promise.resolve(context.write((writing) => undoImport(writing, importRunId))),
}
