import { Refusal } from '#shared/contract/errors.ts'
import type { rosterOperations } from '#shared/contract/roster-operations.ts'
import type { Handlers, OperationsOf } from '../context.ts'
import { checkSeat } from '../records/check-seat.ts'
import { changePerson, checkTerm, createMembership, createPerson } from '../records/write-person.ts'
import { countAttended } from '../store/attendance-store.ts'
import {
  findMembership,
  getMembershipById,
  listMembershipsOfPerson,
  listSeatsInOffice,
  releaseMembership,
  saveMembership,
} from '../store/membership-store.ts'
import { listStatementsOfPerson } from '../store/minutes-store.ts'
import { getPersonById, listAffiliations, listPeople, setPersonRemoved } from '../store/person-store.ts'
import { noteSeatOrigin } from '../store/seat-rules-store.ts'
import { listOpenTasksOfPerson } from '../store/task-store.ts'

type RosterOperation = Exclude<OperationsOf<typeof rosterOperations>, `import${string}`>

/** As many of a person's last words as a page shows without scrolling far. */
const shownStatements = 20

export const rosterHandlers: Handlers<RosterOperation> = {
  'roster.listPeople': ({ db }) => listPeople(db),
  'roster.getPerson': ({ db }, { personId }) => {
    const person = getPersonById(db, personId)
    if (!person) throw new Refusal('not-found')
    return {
      ...person,
      sectors: [...person.sectors],
      affiliations: listAffiliations(db, personId),
      memberships: listMembershipsOfPerson(db, personId),
      statements: listStatementsOfPerson(db, personId, shownStatements),
      openTasks: listOpenTasksOfPerson(db, personId),
      attended: countAttended(db, personId),
    }
  },
  'roster.addPerson': (context, { person, membership, despite }) => {
    const personId = createPerson(context, person)
    if (membership) {
      const { councilId, ...fields } = membership
      checkTerm(fields)
      checkSeat(context, { councilId, personId, fields, despite })
      const membershipId = createMembership(context, councilId, personId, fields)
      if (despite !== '')
        noteSeatOrigin(context.db, membershipId, { followsId: null, seatNumber: null, despite })
    }
    return { personId }
  },
  'roster.savePerson': (context, { personId, person }) => {
    changePerson(context, personId, person)
    return null
  },
  'roster.removePerson': ({ db, today, now }, { personId }) => {
    if (!setPersonRemoved(db, personId, `${today}T${now}`)) throw new Refusal('not-found')
    return null
  },
  'roster.restorePerson': ({ db }, { personId }) => {
    if (!setPersonRemoved(db, personId, null)) throw new Refusal('not-found')
    return null
  },
  'roster.listSeats': ({ db }, { councilId, on }) => listSeatsInOffice(db, councilId, on),
  'roster.addMembership': (context, { councilId, personId, membership, despite, followsId }) => {
    if (!getPersonById(context.db, personId)) throw new Refusal('not-found')
    if (findMembership(context.db, councilId, personId)) throw new Refusal('already-member')
    checkSeat(context, { councilId, personId, fields: membership, despite })
    const membershipId = createMembership(context, councilId, personId, membership)
    if (despite !== '' || followsId !== null)
      noteSeatOrigin(context.db, membershipId, { followsId, seatNumber: null, despite })
    return { membershipId }
  },
  'roster.saveMembership': (context, { membershipId, membership, despite }) => {
    const { db } = context
    const seat = getMembershipById(db, membershipId)
    if (!seat) throw new Refusal('not-found')
    checkTerm(membership)
    const { councilId, personId } = seat
    // What was released is history: it is put right without being asked why.
    if (seat.releasedOn === null)
      checkSeat(context, { councilId, personId, fields: membership, despite, membershipId })
    saveMembership(db, membershipId, membership)
    if (despite !== '') noteSeatOrigin(db, membershipId, { followsId: null, seatNumber: null, despite })
    return null
  },
  'roster.endMembership': ({ db }, { membershipId, on }) => {
    const seat = getMembershipById(db, membershipId)
    if (!seat) throw new Refusal('not-found')
    const since = seat.appointedOn ?? seat.termFrom
    if (since !== null && on < since) throw new Refusal('end-before-start')
    releaseMembership(db, membershipId, on)
    return null
  },
}
