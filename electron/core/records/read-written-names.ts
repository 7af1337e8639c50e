import type { NamedFile, NamesFound } from '#shared/contract/retention-operations.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import { type RecordTable, wordsOfTable } from '#shared/domain/record-words.ts'
import { councilRoleNames } from '#shared/domain/roles.ts'
import { familyNameOf, waysOfAddressing, waysOfWriting } from '#shared/domain/written-name.ts'
import type { ReadContext } from '../context.ts'
import { wordsInFile } from '../imports/words-in-file.ts'
import { type AttachedFile, getStoredBytes, listAllAttachments } from '../store/erasure-files.ts'
import { namesOnRecord } from '../store/erasure-store.ts'
import { listMembershipsOfPerson } from '../store/membership-store.ts'
import { countNamesakes, listWrittenNames } from '../store/written-names.ts'

export interface WrittenPerson {
  readonly personId: PersonId
  /** Every way in which others may have written of her. */
  readonly ways: readonly string[]
  /** What she was: stands for the name where that is wished. */
  readonly role: string
}

interface WrittenPeople {
  readonly people: readonly WrittenPerson[]
  readonly namesakes: readonly string[]
  readonly families: readonly string[]
}

/** How each of them may be written of. A family name that others have too is not looked for. */
export function waysOfPeople({ db }: Pick<ReadContext, 'db'>, personIds: readonly PersonId[]): WrittenPeople {
  const namesakes = new Set<string>()
  const families = new Set<string>()
  const people = personIds.map((personId) => {
    const ways = namesOnRecord(db, personId).flatMap((name) => {
      const family = familyNameOf(name)
      const others = countNamesakes(db, [personId], { name, family })
      if (others.same > 0) namesakes.add(name)
      if (family !== null && others.family > 0) families.add(family)
      const addressed = family === null || others.family > 0 ? [] : waysOfAddressing(family)
      return [...waysOfWriting(name), ...addressed]
    })
    const role = listMembershipsOfPerson(db, personId)[0]?.role ?? 'member'
    return { personId, ways: [...new Set(ways)], role: councilRoleNames[role] }
  })
  return { people, namesakes: [...namesakes], families: [...families] }
}

interface Counted {
  readonly open: number
  readonly locked: number
  readonly example: string
}

/** Where these people are named beside the roster: in others' words, and in attached files. */
export function readWrittenNames(
  context: Pick<ReadContext, 'db'>,
  personIds: readonly PersonId[],
): NamesFound {
  const { people, namesakes, families } = waysOfPeople(context, personIds)
  const places = new Map<RecordTable, Counted>()
  for (const { ways } of people) {
    for (const { table, open, locked, example } of listWrittenNames(context.db, ways)) {
      const before = places.get(table)
      places.set(table, {
        open: (before?.open ?? 0) + open,
        locked: (before?.locked ?? 0) + locked,
        example: before?.example ?? example,
      })
    }
  }
  return {
    places: [...places].map(([table, counted]) => ({ table, what: wordsOfTable(table).name, ...counted })),
    files: namedFiles(context, personIds, [...new Set(people.flatMap(({ ways }) => ways))]),
    namesakes,
    families,
  }
}

function namedFiles(
  { db }: Pick<ReadContext, 'db'>,
  personIds: readonly PersonId[],
  ways: readonly string[],
): readonly NamedFile[] {
  const isNamedIn = (text: string): boolean => ways.some((way) => text.includes(way))
  const whyOf = (file: AttachedFile): NamedFile['why'] | null => {
    if (isNamedIn(file.name)) return 'file-name'
    const bytes = getStoredBytes(db, file.fileId)
    const words = bytes === undefined ? '' : wordsInFile(file.name, bytes)
    if (words === null) return file.attended === 1 ? 'unreadable' : null
    return isNamedIn(words) ? 'words' : null
  }
  return listAllAttachments(db, personIds).flatMap((file) => {
    const why = whyOf(file)
    if (why === null) return []
    const { attachmentId, name, heldOn } = file
    const meeting = `${file.councilName}　第${String(file.number)}回`
    return [{ attachmentId, name, meeting, heldOn, locked: file.locked === 1, why }]
  })
}
