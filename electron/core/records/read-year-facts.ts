import { inOffice } from '#shared/domain/coordinator.ts'
import { occasionOf } from '#shared/domain/activity.ts'
import { fiscalYearSpan } from '#shared/domain/fiscal-year-span.ts'
import type { ReadContext } from '../context.ts'
import type { YearFacts } from '../reports/year-figures.ts'
import { listActivities, listActivityKinds } from '../store/activity-store.ts'
import { listCoordinators } from '../store/coordinator-store.ts'
import { listCouncils } from '../store/council-store.ts'
import { listDevelopments } from '../store/development-store.ts'
import { listKinds } from '../store/kind-store.ts'
import { listNeeds } from '../store/need-store.ts'
import { listResources } from '../store/resource-store.ts'
import {
  listConstituents,
  listHeldAgenda,
  listHeldDecisions,
  listHeldMeetings,
} from '../store/year-summary-store.ts'

type YearContext = Pick<ReadContext, 'db' | 'today'>

/** The lists that the catalogue of figures grows with. */
export function readYearLists({
  db,
}: Pick<ReadContext, 'db'>): Pick<YearFacts, 'groupKinds' | 'activityKinds'> {
  return {
    groupKinds: listKinds(db).filter((kind) => !kind.retired),
    activityKinds: listActivityKinds(db),
  }
}

/** All that a 年度 is counted from: up to its last day, or up to today while it lasts. */
export function readYearFacts(context: YearContext, fiscalYear: number): YearFacts {
  const { db, today } = context
  const { from, to } = fiscalYearSpan(fiscalYear)
  const until = today < to ? today : to
  const agenda = Map.groupBy(listHeldAgenda(db, from, until), (line) => line.meetingId)
  const decisions = Map.groupBy(listHeldDecisions(db, from, until), (line) => line.meetingId)
  const seen = new Set<string>()
  return {
    from,
    to,
    coordinators: listCoordinators(db).filter((each) => inOffice(each, until)),
    councils: listCouncils(db),
    meetings: listHeldMeetings(db, from, until).map(({ id, ...meeting }) => ({
      ...meeting,
      agenda: (agenda.get(id) ?? []).map((line) => line.text),
      decisions: (decisions.get(id) ?? []).map((line) => line.text),
    })),
    constituents: listConstituents(db, until),
    ...readYearLists(context),
    activities: listActivities(db, from, to, null)
      .toReversed()
      .filter((each) => {
        // Two who wrote of one meeting were at one meeting.
        const occasion = occasionOf({ ...each, coordinatorIds: [] })
        const fresh = !seen.has(occasion)
        seen.add(occasion)
        return fresh
      }),
    needs: listNeeds(db, null),
    resources: listResources(db),
    developments: listDevelopments(db, null),
  }
}
