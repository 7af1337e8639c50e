import { type List, listFacts } from '#shared/contract/list-operations.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import type { ReadContext } from '../context.ts'
import { isAttended, isMember } from '../reports/documents/meeting-record.ts'
import { type ListTable, listTable } from '../reports/list-table.ts'
import { needFields, resourceFields } from '../reports/lists/local-lists.ts'
import { listHelpKinds } from '../store/help-kind-store.ts'
import {
  attendanceFields,
  type CountedMeeting,
  decisionFields,
  type DecisionOfMeeting,
  meetingFields,
  type RollLineOfMeeting,
  taskFields,
} from '../reports/lists/meeting-lists.ts'
import { memberFields, organizationFields, personFields } from '../reports/lists/roster-lists.ts'
import { listRoll } from '../store/attendance-store.ts'
import { listCouncils } from '../store/council-store.ts'
import { listKinds } from '../store/kind-store.ts'
import { listMeetings } from '../store/meeting-store.ts'
import { listDecisions } from '../store/decision-store.ts'
import { listNeeds } from '../store/need-store.ts'
import { listOrganizationsInFull } from '../store/organization-store.ts'
import { listPeopleInFull } from '../store/person-store.ts'
import { listResources } from '../store/resource-store.ts'
import { listTasks } from '../store/task-store.ts'
import { listSeatsWithContact } from './read-council-record.ts'

export interface WantedList {
  readonly list: List
  readonly councilId: CouncilId | null
  readonly fiscalYear: number
}

/** A list as the records stand. Its rows are read while they are written: inside the same `read`. */
export function readList(context: ReadContext, wanted: WantedList): ListTable {
  const { db } = context
  const name = `${listFacts[wanted.list].name}一覧`
  switch (wanted.list) {
    case 'members':
      return listTable(name, memberFields, membersOf(context, wanted.councilId))
    case 'people':
      return listTable(name, personFields, listPeopleInFull(db))
    case 'organizations':
      return listTable(name, organizationFields(listKinds(db)), listOrganizationsInFull(db))
    case 'meetings':
      return listTable(name, meetingFields, countedMeetings(context, wanted))
    case 'attendance':
      return listTable(name, attendanceFields, rollLines(context, wanted))
    case 'decisions':
      return listTable(name, decisionFields, decisionsOf(context, wanted))
    case 'tasks':
      return listTable(name, taskFields, tasksOf(context, wanted.councilId))
    case 'resources':
      return listTable(name, resourceFields(listHelpKinds(db)), listResources(db))
    case 'needs':
      return listTable(name, needFields(listHelpKinds(db)), listNeeds(db, wanted.councilId))
  }
}

const councilsOf = ({ db }: ReadContext, councilId: CouncilId | null) =>
  listCouncils(db).filter((council) => councilId === null || council.id === councilId)

function membersOf(context: ReadContext, councilId: CouncilId | null) {
  return councilsOf(context, councilId).flatMap((council) =>
    listSeatsWithContact(context, council.id).map((seat) => ({ ...seat, councilName: council.name })),
  )
}

function meetingsOf({ db }: ReadContext, { councilId, fiscalYear }: WantedList) {
  return listMeetings(db, councilId, fiscalYear).toSorted((first, second) =>
    `${first.councilName} ${first.heldOn}` < `${second.councilName} ${second.heldOn}` ? -1 : 1,
  )
}

function countedMeetings(context: ReadContext, wanted: WantedList): readonly CountedMeeting[] {
  return meetingsOf(context, wanted).map((meeting) => {
    const members = listRoll(context.db, meeting.id).filter(isMember)
    return { meeting, members: members.length, there: members.filter(isAttended).length }
  })
}

function rollLines(context: ReadContext, wanted: WantedList): readonly RollLineOfMeeting[] {
  return meetingsOf(context, wanted).flatMap((meeting) =>
    listRoll(context.db, meeting.id).map((line) => ({ meeting, line })),
  )
}

function decisionsOf(context: ReadContext, wanted: WantedList): readonly DecisionOfMeeting[] {
  return meetingsOf(context, wanted).flatMap((meeting) =>
    listDecisions(context.db, meeting.id).map((decision) => ({ meeting, decision })),
  )
}

function tasksOf(context: ReadContext, councilId: CouncilId | null) {
  return councilsOf(context, councilId).flatMap((council) =>
    listTasks(context.db, council.id, false).map((task) => ({ councilName: council.name, task })),
  )
}
