import type { Home, homeOperations } from '#shared/contract/home-operations.ts'
import {
  addDays,
  daysBetween,
  type CalendarDate,
  fiscalYearOf,
  makeCalendarDate,
} from '#shared/domain/calendar-date.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import { columnName, gapsOf } from '#shared/domain/participation.ts'
import { checkedSince } from '#shared/domain/resource.ts'
import type { Sector } from '#shared/domain/sectors.ts'
import type { Handlers, OperationsOf, ReadContext } from '../context.ts'
import { readMeeting } from '../records/read-meeting.ts'
import { listFollowUps } from '../store/activity-store.ts'
import { listKinds } from '../store/kind-store.ts'
import { listMeetingsFrom } from '../store/meeting-store.ts'
import { listSeatsAtTable } from '../store/membership-store.ts'
import { listWaitingNeeds } from '../store/need-store.ts'
import { listOutreachDue } from '../store/outreach-store.ts'
import { listNeeds as listTableNeeds, listTableMembers } from '../store/participation-store.ts'
import { listWaitingProposals } from '../store/proposal-store.ts'
import { countOpenTasks, listTasks } from '../store/task-store.ts'
import { countFlow, countUnchecked } from '../store/town-store.ts'

/** How far back unfinished minutes and reports are called to mind: the days of half a year. */
const lookBackDays = 180
/** Terms that end this soon are shown. */
const termNoticeDays = 90
/** Next steps of a 呼びかけ that are due this soon are shown. */
const outreachNoticeDays = 7
const shownTasks = 12
const shownUnfinished = 3

export const homeHandlers: Handlers<OperationsOf<typeof homeOperations>> = {
  'home.get': ({ db, today }, { councilId }) => {
    const around = listMeetingsFrom(db, councilId, addDays(today, -lookBackDays))
    const coming = around.filter((meeting) => meeting.heldOn >= today && !meeting.confirmed)
    const next = coming[0]
    const unfinished = around
      .filter(
        (meeting) =>
          (meeting.heldOn < today || meeting.confirmed) && !(meeting.confirmed && meeting.submitted),
      )
      .slice(-shownUnfinished)
    const kinds = listKinds(db)
    const taskCount = countOpenTasks(db, councilId, today)
    return {
      next: next
        ? { ...next, lacks: readMeeting(db, next.id).lacks, daysLeft: daysBetween(today, next.heldOn) }
        : null,
      unfinished: unfinished.map((meeting) => ({ ...meeting, lacks: readMeeting(db, meeting.id).lacks })),
      tasks: listTasks(db, councilId, true, shownTasks),
      openTaskCount: taskCount.open,
      overdueTaskCount: taskCount.overdue,
      waiting: coming.slice(0, shownUnfinished).flatMap((meeting) => {
        const names = readMeeting(db, meeting.id)
          .roll.filter((line) => line.reply === 'waiting')
          .map((line) => line.name)
        return names.length === 0 ? [] : [{ meeting, names }]
      }),
      waitingNeeds: listWaitingNeeds(db, councilId),
      waitingProposals: listWaitingProposals(db, councilId),
      followUps: listFollowUps(db).filter(
        (each) => each.nextOn !== null && each.nextOn <= addDays(today, outreachNoticeDays),
      ),
      resourcesToCheck: countUnchecked(db, checkedSince(today)),
      outreach: listOutreachDue(db, councilId, addDays(today, outreachNoticeDays)).flatMap((each) =>
        each.nextOn === null
          ? []
          : [
              {
                id: each.id,
                who: each.organizationName || each.personName || each.contactName,
                nextStep: each.nextStep,
                nextOn: each.nextOn,
              },
            ],
      ),
      flow: countFlow(db, councilId, makeCalendarDate(fiscalYearOf(today), 4, 1) ?? today),
      gaps:
        councilId === null
          ? []
          : gapsOf(listTableMembers(db, councilId, today, kinds), listTableNeeds(db, councilId), kinds).map(
              ({ sector, column }) => ({
                sector,
                name: columnName(column, kinds),
              }),
            ),
      ...tableOf({ db }, councilId, today),
    }
  },
}

/** Who sits at the table today, counted once a person however many seats she has. */
function tableOf(
  { db }: Pick<ReadContext, 'db'>,
  councilId: CouncilId | null,
  today: CalendarDate,
): Pick<Home, 'table' | 'endingTerms'> {
  const seats = listSeatsAtTable(db, councilId, today)
  const people = [...new Map(seats.map((seat) => [seat.personId, seat.sectors])).values()]
  const bySector: Record<Sector, number> = { elderly: 0, disability: 0, children: 0, youth: 0 }
  for (const sectors of people) for (const sector of sectors) bySector[sector] += 1
  const until = addDays(today, termNoticeDays)
  return {
    table: {
      members: people.length,
      bySector,
      crossing: people.filter((sectors) => sectors.length > 1).length,
      without: people.filter((sectors) => sectors.length === 0).length,
    },
    endingTerms: seats.flatMap(({ name, termTo }) =>
      termTo !== null && termTo <= until ? [{ name, termTo }] : [],
    ),
  }
}
