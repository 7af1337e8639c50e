import { Refusal } from '#shared/contract/errors.ts'
import type {
  ErasureOutcome,
  LeftPerson,
  retentionOperations,
} from '#shared/contract/retention-operations.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import { type RecordTable, wordsOfTable } from '#shared/domain/record-words.ts'
import { erasableFrom, keptUntil, type RetentionRule } from '#shared/domain/retention.ts'
import type { Handlers, OperationsOf, ReadContext, TaskContext } from '../context.ts'
import { findNameTraces } from '../store/name-traces.ts'
import {
  countSubmissionsOf,
  emptyWriteAheadLog,
  erasePerson,
  getRetentionRule,
  listPeopleWhoLeft,
  namesOnRecord,
  overwriteDeleted,
  saveRetentionRule,
} from '../store/erasure-store.ts'

function peopleWhoLeft({ db, today }: Pick<ReadContext, 'db' | 'today'>): readonly LeftPerson[] {
  const rule = getRetentionRule(db)
  return listPeopleWhoLeft(db)
    .filter((person) => person.lastDay <= today)
    .map(({ removed, belongs, ...person }) => {
      const from = erasableFrom(person.lastDay, rule)
      return {
        ...person,
        removed: removed === 1,
        belongs: belongs === 1,
        keptUntil: keptUntil(person.lastDay, rule),
        due: from !== null && from <= today,
      }
    })
}

const papersOfMeetings: ReadonlySet<RecordTable> = new Set([
  'attendances',
  'minutes_versions',
  'minutes_reviews',
])

/** Told of apart: what was handed in stays as it went out, and the rule may leave rolls and minutes their names. */
function isKept(table: RecordTable, papers: RetentionRule['papers']): boolean {
  return table === 'submissions' || (papers === 'name' && papersOfMeetings.has(table))
}

async function erase(context: TaskContext, personIds: readonly PersonId[]): Promise<ErasureOutcome> {
  // Copies that were made until now hold them; the one that is made next does not.
  const { backups } = await context.system.listBackups()
  const outcome = context.write(({ db, today, now }) => {
    const due = new Set(peopleWhoLeft({ db, today }).flatMap((each) => (each.due ? [each.personId] : [])))
    if (!personIds.every((personId) => due.has(personId))) throw new Refusal('not-yet-erasable')
    const { papers } = getRetentionRule(db)
    const names = personIds.flatMap((personId) => namesOnRecord(db, personId))
    const submissions = personIds.reduce((sum, personId) => sum + countSubmissionsOf(db, personId), 0)
    overwriteDeleted(db, () => {
      for (const personId of personIds)
        erasePerson(db, personId, { papers, on: today, at: `${today}T${now}` })
    })
    const stillNamed = findNameTraces(db, names)
      .filter(({ table }) => !isKept(table, papers))
      .map(({ table, records }) => ({ what: wordsOfTable(table).name, records }))
    return { erased: personIds.length, submissions, stillNamed }
  })
  context.read(({ db }) => {
    emptyWriteAheadLog(db)
  })
  return { ...outcome, olderBackups: backups.map(({ file, at }) => ({ file, at })) }
}

export const retentionHandlers: Handlers<OperationsOf<typeof retentionOperations>> = {
  'retention.get': (context) => ({ rule: getRetentionRule(context.db), left: peopleWhoLeft(context) }),
  'retention.saveRule': ({ db }, rule) => {
    saveRetentionRule(db, rule)
    return null
  },
  'retention.erase': (context, { personIds }) => erase(context, [...new Set(personIds)]),
}
