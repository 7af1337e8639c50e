import type { InputOf } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/contract/errors.ts'
import type {
  ErasureOutcome,
  LeftPerson,
  retentionOperations,
} from '#shared/contract/retention-operations.ts'
import { type RecordTable, wordsOfTable } from '#shared/domain/record-words.ts'
import { erasableFrom, keptUntil, type RetentionRule } from '#shared/domain/retention.ts'
import { erasedWords } from '#shared/domain/written-name.ts'
import type { Handlers, OperationsOf, ReadContext, TaskContext, WriteContext } from '../context.ts'
import { readWrittenNames, waysOfPeople, type WrittenPerson } from '../records/read-written-names.ts'
import { addErasure, eraseAttachments, listAllAttachments, listErasures } from '../store/erasure-files.ts'
import { findNameTraces } from '../store/name-traces.ts'
import {
  countSubmissionsOf,
  erasePerson,
  getRetentionRule,
  listPeopleWhoLeft,
  namesOnRecord,
  overwriteDeleted,
  rewriteFile,
  saveRetentionRule,
} from '../store/erasure-store.ts'
import { replaceWrittenNames } from '../store/written-names.ts'

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

type Wish = InputOf<'retention.erase'>

/**
 * Puts other words where others wrote of these people. After they are erased, so that the lines of rolls in frozen records are
 * still known as theirs then. Returns how many records.
 */
function replaceNames(
  { db }: WriteContext,
  people: readonly WrittenPerson[],
  wish: Wish,
  papers: RetentionRule['papers'],
): number {
  const locked = wish.lockedBecause.trim() !== ''
  if (wish.places.length === 0 && !locked) return 0
  const places = new Set(wish.places)
  return people.reduce(
    (sum, { ways, role }) =>
      sum +
      replaceWrittenNames(db, {
        ways,
        words: wish.replaceBy === 'role' ? role : erasedWords,
        places,
        locked,
        keepsNames: papers === 'name',
      }),
    0,
  )
}

function eraseFiles({ db }: WriteContext, { personIds, attachmentIds, lockedBecause }: Wish): number {
  const locked = new Set(
    listAllAttachments(db, personIds).flatMap((file) => (file.locked === 1 ? [file.attachmentId] : [])),
  )
  if (lockedBecause.trim() === '' && attachmentIds.some((each) => locked.has(each)))
    throw new Refusal('minutes-locked')
  return eraseAttachments(db, attachmentIds)
}

/** So many names are looked for at once: each is asked of every column. */
const namesAtOnce = 10

function tracesOf(db: WriteContext['db'], names: readonly string[]): ReadonlyMap<RecordTable, number> {
  const found = new Map<RecordTable, number>()
  for (let at = 0; at < names.length; at += namesAtOnce) {
    for (const { table, records } of findNameTraces(db, names.slice(at, at + namesAtOnce)))
      found.set(table, (found.get(table) ?? 0) + records)
  }
  return found
}

async function erase(context: TaskContext, wish: Wish): Promise<ErasureOutcome> {
  const { personIds } = wish
  // Copies that were made until now hold them; the one that is made next does not.
  const { backups } = await context.system.listBackups()
  const outcome = context.write((writing) => {
    const { db, ids, today, now } = writing
    const due = new Set(peopleWhoLeft({ db, today }).flatMap((each) => (each.due ? [each.personId] : [])))
    if (!personIds.every((personId) => due.has(personId))) throw new Refusal('not-yet-erasable')
    const { papers } = getRetentionRule(db)
    const names = personIds.flatMap((personId) => namesOnRecord(db, personId))
    const submissions = personIds.reduce((sum, personId) => sum + countSubmissionsOf(db, personId), 0)
    const done = overwriteDeleted(db, () => {
      const { people } = waysOfPeople(writing, personIds)
      const files = eraseFiles(writing, wish)
      for (const personId of personIds)
        erasePerson(db, personId, { papers, on: today, at: `${today}T${now}` })
      return { replaced: replaceNames(writing, people, wish, papers), files }
    })
    addErasure(db, ids.next<'erasure'>(), {
      erasedOn: today,
      people: personIds.length,
      lockedBecause: wish.lockedBecause,
      ...done,
    })
    const stillNamed = [...tracesOf(db, names)]
      .filter(([table]) => !isKept(table, papers))
      .map(([table, records]) => ({ what: wordsOfTable(table).name, records }))
    return { erased: personIds.length, ...done, submissions, stillNamed }
  })
  context.read(({ db }) => {
    rewriteFile(db)
  })
  return { ...outcome, olderBackups: backups.map(({ file, at }) => ({ file, at })) }
}

export const retentionHandlers: Handlers<OperationsOf<typeof retentionOperations>> = {
  'retention.get': (context) => ({
    rule: getRetentionRule(context.db),
    left: peopleWhoLeft(context),
    erasures: listErasures(context.db),
  }),
  'retention.saveRule': ({ db }, rule) => {
    saveRetentionRule(db, rule)
    return null
  },
  'retention.look': (context, { personIds }) =>
    Promise.resolve(context.read((reading) => readWrittenNames(reading, [...new Set(personIds)]))),
  'retention.erase': (context, wish) => erase(context, { ...wish, personIds: [...new Set(wish.personIds)] }),
}
