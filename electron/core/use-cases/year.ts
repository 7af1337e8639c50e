import type {
  AttendanceOfPerson,
  AttendanceOverTime,
  PlannedDay,
  YearMeeting,
  yearOperations,
} from '#shared/contract/year-operations.ts'
import { type CalendarDate, fiscalYearName } from '#shared/domain/calendar-date.ts'
import type { ClockTime } from '#shared/domain/clock-time.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import { daysOfYear } from '#shared/domain/year-plan.ts'
import type { Handlers, OperationsOf, ReadContext } from '../context.ts'
import { createClashFinder } from '../records/find-clashes.ts'
import { holidayName, listHolidays } from '../records/holidays.ts'
import { planMeeting } from '../records/plan-meeting.ts'
import { spanOf, spanOfYear } from '../records/span-of-time.ts'
import { safeFileName } from '../reports/file-name.ts'
import { writeCalendarFile } from '../reports/writers/calendar-file.ts'
import { getCouncilById } from '../store/council-store.ts'
import type { ReadDb } from '../store/database.ts'
import { listDecisionRegister } from '../store/decision-store.ts'
import { listMeetings } from '../store/meeting-store.ts'
import { listSeatsInOffice } from '../store/membership-store.ts'
import { listMarksBetween, listMeetingsBetween, type MarkRow } from '../store/year-store.ts'

function listYear(
  { db }: Pick<ReadContext, 'db'>,
  councilId: CouncilId | null,
  fiscalYear: number,
): readonly YearMeeting[] {
  const { from, to } = spanOfYear(fiscalYear)
  const around = listMeetingsBetween(db, from, to)
  const clashesOf = createClashFinder(db, around)
  const known = new Map(around.map((meeting) => [meeting.id, meeting]))
  return listMeetings(db, councilId, fiscalYear).map((summary) => {
    const meeting = known.get(summary.id)
    return {
      ...summary,
      endsAt: meeting?.endsAt ?? null,
      holiday: holidayName(summary.heldOn),
      clashes: meeting === undefined ? [] : clashesOf(meeting),
    }
  })
}

interface Wanted {
  readonly councilId: CouncilId
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime | null
  readonly place: string
}

function lookAtDays(db: ReadDb, wanted: Wanted, days: readonly CalendarDate[]): readonly PlannedDay[] {
  const sorted = [...new Set(days)].sort()
  const [first] = sorted
  const last = sorted.at(-1)
  if (first === undefined || last === undefined) return []
  const around = listMeetingsBetween(db, first, last)
  const clashesOf = createClashFinder(db, around)
  return sorted.map((on) => ({
    on,
    holiday: holidayName(on),
    clashes: clashesOf({ ...wanted, id: null, heldOn: on }).filter(
      (clash) => !around.some((each) => each.id === clash.meetingId && each.councilId === wanted.councilId),
    ),
    taken: around.some((each) => each.heldOn === on && each.councilId === wanted.councilId),
    members: listSeatsInOffice(db, wanted.councilId, on).length,
  }))
}

const isMarked = (row: MarkRow): boolean => row.presence !== 'unmarked'
const isThere = (row: MarkRow): boolean =>
  row.presence === 'present' || row.presence === 'online' || row.presence === 'proxy'

function attendanceOver(
  db: ReadDb,
  councilId: CouncilId,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): AttendanceOverTime {
  const rows = listMarksBetween(db, councilId, from, to)
  const marked = new Set(rows.filter(isMarked).map((row) => row.meetingId))
  // Meetings that are still to come have no roll that says anything.
  const meetings = listMeetingsBetween(db, from, to)
    .filter((meeting) => meeting.councilId === councilId && marked.has(meeting.id))
    .map(({ id, number, heldOn }) => ({ id, number, heldOn }))
  const byPerson = Map.groupBy(
    rows.filter((row) => marked.has(row.meetingId)),
    // Two of one name are told apart by their group where no person stands behind the line.
    (row) => row.personId ?? `${row.name} ${row.organizationName}`,
  )
  const people = [...byPerson.values()].flatMap((lines): (AttendanceOfPerson & { seat: number })[] => {
    const last = lines.at(-1)
    if (last === undefined) return []
    const of = new Map(lines.map((line) => [line.meetingId, line]))
    const { personId, name, organizationName, post, role } = last
    return [
      {
        personId,
        name,
        organizationName,
        post,
        role,
        seat: last.seatNumber,
        marks: meetings.map(({ id }) => {
          const line = of.get(id)
          if (line === undefined) return null
          const { presence, late, leftEarly, written } = line
          return { presence, late: late === 1, leftEarly: leftEarly === 1, written: written === 1 }
        }),
        on: lines.filter(isMarked).length,
        there: lines.filter(isThere).length,
      },
    ]
  })
  people.sort((first, second) => first.seat - second.seat)
  return { from, to, meetings, people: people.map(({ seat: _seat, ...person }) => person) }
}

export const yearHandlers: Handlers<OperationsOf<typeof yearOperations>> = {
  'year.list': (context, { councilId, fiscalYear }) => listYear(context, councilId, fiscalYear),
  'year.holidays': (_context, { fiscalYear }) => {
    const { from, to } = spanOfYear(fiscalYear)
    return listHolidays(from, to)
  },
  'year.preview': ({ db }, { fiscalYear, rule, months, ...wanted }) =>
    lookAtDays(db, wanted, daysOfYear(rule, fiscalYear, months)),
  'year.lookAt': ({ db }, { days, ...wanted }) => lookAtDays(db, wanted, days),
  'year.plan': (context, { councilId, days, ...fields }) => ({
    // From the first day to the last, so that the numbers follow the calendar.
    meetingIds: [...new Set(days)]
      .sort()
      .map((heldOn) =>
        planMeeting(context, { ...fields, councilId, heldOn, number: null, namedAgendaId: null }),
      ),
  }),
  'year.makeCalendarFile': (context, { councilId, fiscalYear }) => {
    const { meetings, name } = context.read((read) => ({
      meetings: listYear(read, councilId, fiscalYear),
      name: councilId === null ? 'すべての協議体' : (getCouncilById(read.db, councilId)?.name ?? ''),
    }))
    const title = `${fiscalYearName(fiscalYear)}　会議の予定　${name}`
    const bytes = writeCalendarFile(
      title,
      meetings.map((meeting) => ({
        id: meeting.id,
        title: `${meeting.councilName}　第${String(meeting.number)}回`,
        on: meeting.heldOn,
        startsAt: meeting.startsAt,
        endsAt: meeting.endsAt,
        place: meeting.place,
        description: '',
      })),
      context.today,
    )
    return Promise.resolve(context.files.put(`${safeFileName(title)}.ics`, bytes))
  },
  'year.attendance': ({ db }, { councilId, fiscalYear, span }) =>
    attendanceOver(db, councilId, spanOf(db, councilId, fiscalYear, span)),
  'year.decisions': ({ db }, { councilId, fiscalYear }) =>
    listDecisionRegister(db, councilId, fiscalYear).map(
      ({ agendaItemId: _item, statementId: _statement, ...entry }) => entry,
    ),
}
