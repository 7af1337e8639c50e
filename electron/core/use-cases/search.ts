import {
  foundKinds,
  type Found,
  type FoundKind,
  type FoundPlace,
  type searchOperations,
} from '#shared/contract/search-operations.ts'
import { excerptAround } from '#shared/domain/found-places.ts'
import type {
  ActivityId,
  AgendaItemId,
  DecisionId,
  OrganizationId,
  PersonId,
  StatementId,
  TaskId,
} from '#shared/domain/ids.ts'
import type { MeetingStep } from '#shared/domain/meeting.ts'
import { searchWords } from '#shared/domain/search-grams.ts'
import type { Handlers, OperationsOf } from '../context.ts'
import { findPeopleNamed, findRecords, readFound, type FoundRow } from '../store/search-store.ts'

/** People that a part of a name may mean; whoever types so little of it is shown the newest of them. */
const mostSpeakers = 50

const stepOf: Readonly<Partial<Record<FoundKind, MeetingStep>>> = {
  decision: 'minutes',
  task: 'minutes',
  statement: 'minutes',
}

function placeOf(kind: FoundKind, row: FoundRow): FoundPlace {
  // A row's id is of the kind that was asked for.
  if (kind === 'person') return { part: 'person', personId: row.id as PersonId }
  if (kind === 'activity') {
    return { part: 'activity', activityId: row.id as ActivityId, actedOn: row.heldOn }
  }
  if (kind === 'organization' || row.meetingId === null) {
    return { part: 'organization', organizationId: row.id as OrganizationId, name: row.text }
  }
  const { meetingId, councilName, number, heldOn } = row
  const at = kind === 'meeting' ? null : (row.id as StatementId | DecisionId | TaskId | AgendaItemId)
  return { part: 'meeting', meetingId, step: stepOf[kind] ?? 'prepare', councilName, number, heldOn, at }
}

/**
 * How many of each kind are shown: each has its fair part, and what one kind leaves over goes to the next that has more,
 * so that a name is not buried under what its bearer said, nor a decision under the talk.
 */
function shareOut(found: readonly number[], limit: number): readonly number[] {
  const shares = found.map(() => 0)
  let left = limit
  while (left > 0 && shares.some((share, place) => share < (found[place] ?? 0))) {
    for (const place of shares.keys()) {
      if (left === 0 || (shares[place] ?? 0) >= (found[place] ?? 0)) continue
      shares[place] = (shares[place] ?? 0) + 1
      left -= 1
    }
  }
  return shares
}

export const searchHandlers: Handlers<OperationsOf<typeof searchOperations>> = {
  'search.find': ({ db }, { text, councilId, fiscalYear, kinds, speaker, limit }) => {
    const words = searchWords(text)
    const by = searchWords(speaker)
    const speakers = by.length === 0 ? null : findPeopleNamed(db, by, mostSpeakers)
    const wanted = foundKinds.filter(
      (kind) =>
        (kinds.length === 0 || kinds.includes(kind)) &&
        // Only what somebody said or promised is asked for by a person.
        (speakers === null || kind === 'statement' || kind === 'task'),
    )
    const found = wanted.map((kind) =>
      findRecords(db, kind, { words, councilId, fiscalYear, speakers }, limit),
    )
    const shares = shareOut(
      found.map((each) => each.length),
      limit,
    )
    return wanted.flatMap((kind, place) =>
      (found[place] ?? []).slice(0, shares[place]).flatMap((id): readonly Found[] => {
        const row = readFound(db, kind, id)
        if (!row) return []
        return [
          { kind, id, ...excerptAround(row.text, words), beside: row.beside, place: placeOf(kind, row) },
        ]
      }),
    )
  },
}
