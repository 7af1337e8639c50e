import type { Home, homeOperations } from '#shared/contract/home-operations.ts'
import { addDays, daysBetween, type CalendarDate } from '#shared/domain/calendar-date.ts'
import { isMemberRole } from '#shared/domain/attendance.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import { needsCheck } from '#shared/domain/resource.ts'
import type { Sector } from '#shared/domain/sectors.ts'
import type { Handlers, OperationsOf, ReadContext } from '../context.ts'
import { readMeeting } from '../records/read-meeting.ts'
import { listCouncils } from '../store/council-store.ts'
import { listMeetingsFrom } from '../store/meeting-store.ts'
import { listSeatsInOffice } from '../store/membership-store.ts'
import { listWaitingNeeds } from '../store/need-store.ts'
import { listOutreachDue } from '../store/outreach-store.ts'
import { getPersonById } from '../store/person-store.ts'
import { listResources } from '../store/resource-store.ts'
import { listTasks } from '../store/task-store.ts'

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
    const tasks = listTasks(db, councilId, true)
    return {
      next: next
        ? { ...next, lacks: readMeeting(db, next.id).lacks, daysLeft: daysBetween(today, next.heldOn) }
        : null,
      unfinished: unfinished.map((meeting) => ({ ...meeting, lacks: readMeeting(db, meeting.id).lacks })),
      tasks: tasks.slice(0, shownTasks),
      openTaskCount: tasks.length,
      overdueTaskCount: tasks.filter((task) => task.dueOn !== null && task.dueOn < today).length,
      waiting: coming.slice(0, shownUnfinished).flatMap((meeting) => {
        const names = readMeeting(db, meeting.id)
          .roll.filter((line) => line.reply === 'waiting')
          .map((line) => line.name)
        return names.length === 0 ? [] : [{ meeting, names }]
      }),
      waitingNeeds: listWaitingNeeds(db, councilId),
      resourcesToCheck: listResources(db).filter((each) => needsCheck(each.checkedOn, today)).length,
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
  const councils = councilId === null ? listCouncils(db).map((council) => council.id) : [councilId]
  const seats = councils
    .flatMap((id) => listSeatsInOffice(db, id, today))
    .filter((seat) => isMemberRole(seat.role))
  const people = [...new Set(seats.map((seat) => seat.personId))].map(
    (personId) => getPersonById(db, personId)?.sectors ?? [],
  )
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
