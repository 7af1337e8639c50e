import { Refusal } from '#shared/contract/errors.ts'
import type { Participation } from '#shared/contract/participation-operations.ts'
import { type CalendarDate, fiscalYearOf, makeCalendarDate } from '#shared/domain/calendar-date.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import { countTable, gapsOf, type Need, suggestFor } from '#shared/domain/participation.ts'
import type { ReadContext } from '../context.ts'
import { getCouncilById } from '../store/council-store.ts'
import { listKinds } from '../store/kind-store.ts'
import {
  countOpenNeeds,
  firstDayOfCouncil,
  listNeeds,
  listTableMembers,
} from '../store/participation-store.ts'
import { readCandidates } from './candidate-groups.ts'

/** As many years as a table shows side by side. */
const shownYears = 6

function yearsOf(
  { db }: Pick<ReadContext, 'db'>,
  councilId: CouncilId,
  on: CalendarDate,
  needs: readonly Need[],
): Participation['years'] {
  const kinds = listKinds(db)
  const last = fiscalYearOf(on)
  const first = firstDayOfCouncil(db, councilId)
  const from = Math.max(first === null ? last : Math.min(fiscalYearOf(first), last), last - shownYears + 1)
  return Array.from({ length: last - from + 1 }, (_, position) => {
    const fiscalYear = from + position
    const day = fiscalYear === last ? on : (makeCalendarDate(fiscalYear + 1, 3, 31) ?? on)
    return { fiscalYear, on: day, ...countTable(listTableMembers(db, councilId, day, kinds), needs) }
  })
}

/** Who sits at a council's table on a day, whom it lacks, and the table of each year. Refuses with `not-found`. */
export function readParticipation(
  context: Pick<ReadContext, 'db'>,
  councilId: CouncilId,
  on: CalendarDate,
): Participation {
  if (!getCouncilById(context.db, councilId)) throw new Refusal('not-found')
  const { db } = context
  const kinds = listKinds(db)
  const members = listTableMembers(db, councilId, on, kinds)
  const needs = listNeeds(db, councilId)
  const candidates = readCandidates(db, councilId)
  return {
    members: members.map(({ organizationId: _organizationId, ...member }) => member),
    needs,
    gaps: gapsOf(members, needs, kinds).map((gap) => ({
      ...gap,
      candidates: suggestFor(gap, candidates).length,
    })),
    openNeeds: countOpenNeeds(db, councilId),
    years: yearsOf(context, councilId, on, needs),
  }
}
