import type { CouncilId } from '#shared/domain/ids.ts'
import type { ExistingRoster } from '../imports/existing-roster.ts'
import type { ReadDb } from '../store/database.ts'
import { listOpenSeats } from '../store/membership-store.ts'
import { listPeopleInFull } from '../store/person-store.ts'

/** Everyone recorded, with the seats of one council, for an import to be compared with. Three queries, whatever the size. */
export function readExistingRoster(db: ReadDb, councilId: CouncilId | null): ExistingRoster {
  const seats = new Map(
    councilId === null ? [] : listOpenSeats(db, councilId).map((seat) => [seat.personId, seat]),
  )
  return {
    people: listPeopleInFull(db).map(({ id, ...person }) => ({
      ...person,
      personId: id,
      membership: seats.get(id) ?? null,
    })),
  }
}
