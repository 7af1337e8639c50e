import type { PersonFields, PersonRow } from '#shared/contract/roster-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { AffiliationId, Id, OrganizationId, PersonId } from '#shared/domain/ids.ts'
import { foldForSearch } from '#shared/domain/japanese-text.ts'
import type { Sector } from '#shared/domain/sectors.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { personKeys } from './person-keys.ts'

export type StoredPerson = Omit<PersonFields, 'sectors' | 'organizationName' | 'post'>

/** The affiliation that a person is known by today: the newest that has not ended. */
const currentAffiliation = `
  LEFT JOIN affiliations f ON f.id = (
    SELECT x.id FROM affiliations x
    WHERE x.person_id = p.id AND x.removed_at IS NULL AND x.to_on IS NULL ORDER BY x.id DESC LIMIT 1)
  LEFT JOIN organizations o ON o.id = f.organization_id`

const personColumns = `p.name, p.kana, p.postal_code AS postalCode, p.address, p.phone, p.phone_note AS phoneNote, p.fax, p.email, p.note`

interface SectorsAsText {
  readonly sectorList: string | null
}
const sectorColumn = `(SELECT group_concat(s.sector, ',') FROM person_sectors s WHERE s.person_id = p.id) AS sectorList`

function sectorsFrom({ sectorList }: SectorsAsText): readonly Sector[] {
  // The schema's CHECK lets only sectors into the column.
  return sectorList === null ? [] : (sectorList.split(',') as Sector[])
}

/** Everyone, in 五十音 order. */
export function listPeople(db: ReadDb): readonly PersonRow[] {
  return db
    .all<Omit<PersonRow, 'sectors'> & SectorsAsText>(
      `SELECT p.id, p.name, p.kana, p.phone, p.address, p.email, COALESCE(o.name, '') AS organizationName, COALESCE(f.post, '') AS post, ${sectorColumn}
       FROM people p ${currentAffiliation}
       WHERE p.removed_at IS NULL ORDER BY p.kana_key, p.id`,
    )
    .map(({ sectorList, ...person }) => ({ ...person, sectors: sectorsFrom({ sectorList }) }))
}

type PersonWithPost = StoredPerson & {
  id: PersonId
  organizationName: string
  post: string
  sectors: readonly Sector[]
}

/** Everyone with all their fields, to compare an import with. */
export function listPeopleInFull(db: ReadDb): readonly PersonWithPost[] {
  return db
    .all<Omit<PersonWithPost, 'sectors'> & SectorsAsText>(
      `SELECT p.id, ${personColumns}, COALESCE(o.name, '') AS organizationName, COALESCE(f.post, '') AS post, ${sectorColumn}
       FROM people p ${currentAffiliation} WHERE p.removed_at IS NULL ORDER BY p.id`,
    )
    .map(({ sectorList, ...person }) => ({ ...person, sectors: sectorsFrom({ sectorList }) }))
}

export function getPersonById(db: ReadDb, personId: PersonId): PersonWithPost | undefined {
  const row = db.get<Omit<PersonWithPost, 'sectors'> & SectorsAsText>(
    `SELECT p.id, ${personColumns}, COALESCE(o.name, '') AS organizationName, COALESCE(f.post, '') AS post, ${sectorColumn}
     FROM people p ${currentAffiliation} WHERE p.id = ? AND p.removed_at IS NULL`,
    [personId],
  )
  if (!row) return undefined
  const { sectorList, ...person } = row
  return { ...person, sectors: sectorsFrom({ sectorList }) }
}

function personValues(person: StoredPerson): readonly string[] {
  return [
    person.name,
    person.kana,
    person.postalCode,
    person.address,
    person.phone,
    person.phoneNote,
    person.fax,
    person.email,
    person.note,
    ...personKeys(person.name, person.kana),
  ]
}

export function addPerson(db: WriteDb, personId: PersonId, person: StoredPerson): void {
  db.run(
    `INSERT INTO people (id, name, kana, postal_code, address, phone, phone_note, fax, email, note, name_key, kana_key)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [personId, ...personValues(person)],
  )
}

export function savePerson(db: WriteDb, personId: PersonId, person: StoredPerson): boolean {
  return (
    db.run(
      `UPDATE people SET name = ?, kana = ?, postal_code = ?, address = ?, phone = ?, phone_note = ?, fax = ?, email = ?, note = ?, name_key = ?, kana_key = ?
       WHERE id = ? AND removed_at IS NULL`,
      [...personValues(person), personId],
    ) === 1
  )
}

/** `removedAt` null brings back. Returns whether there was such a person to remove or bring back. */
export function setPersonRemoved(db: WriteDb, personId: PersonId, removedAt: string | null): boolean {
  return (
    db.run(
      'UPDATE people SET removed_at = ? WHERE id = ? AND erased_on IS NULL AND (removed_at IS NULL OR ? IS NULL)',
      [removedAt, personId, removedAt],
    ) === 1
  )
}

/** Of a person who was recorded just now and has none. */
export function addPersonSectors(
  db: WriteDb,
  personId: PersonId,
  wanted: readonly Sector[],
  nextId: () => Id<'person-sector'>,
): void {
  for (const sector of new Set(wanted)) {
    db.run('INSERT INTO person_sectors (id, person_id, sector) VALUES (?, ?, ?)', [
      nextId(),
      personId,
      sector,
    ])
  }
}

/** Writes only what differs, so that the log tells of changes that were made. */
export function savePersonSectors(
  db: WriteDb,
  personId: PersonId,
  wanted: readonly Sector[],
  nextId: () => Id<'person-sector'>,
): void {
  const present = db
    .all<{ sector: Sector }>('SELECT sector FROM person_sectors WHERE person_id = ?', [personId])
    .map((row) => row.sector)
  for (const sector of present) {
    if (!wanted.includes(sector)) {
      db.run('DELETE FROM person_sectors WHERE person_id = ? AND sector = ?', [personId, sector])
    }
  }
  for (const sector of new Set(wanted)) {
    if (!present.includes(sector)) {
      db.run('INSERT INTO person_sectors (id, person_id, sector) VALUES (?, ?, ?)', [
        nextId(),
        personId,
        sector,
      ])
    }
  }
}

/** By the name as written, else by its folded key: （福）かもめ福祉会 typed in another width is the same group. */
export function findOrganizationByName(db: ReadDb, name: string): OrganizationId | undefined {
  return db.get<{ id: OrganizationId }>(
    'SELECT id FROM organizations WHERE name_key = ? AND removed_at IS NULL ORDER BY (name = ?) DESC, id LIMIT 1',
    [foldForSearch(name), name],
  )?.id
}

export function addOrganization(
  db: WriteDb,
  organizationId: OrganizationId,
  name: string,
  kind: string | null,
): void {
  db.run('INSERT INTO organizations (id, name, kana, kind, name_key) VALUES (?, ?, ?, ?, ?)', [
    organizationId,
    name,
    '',
    kind,
    foldForSearch(name),
  ])
}

export interface AffiliationRow {
  readonly id: AffiliationId
  /** Null for a post without a group. */
  readonly organizationId: OrganizationId | null
  readonly organizationName: string
  readonly post: string
  readonly fromOn: CalendarDate | null
  readonly toOn: CalendarDate | null
}

export function listAffiliations(db: ReadDb, personId: PersonId): readonly AffiliationRow[] {
  return db.all<AffiliationRow>(
    `SELECT f.id, f.organization_id AS organizationId, COALESCE(o.name, '') AS organizationName, f.post, f.from_on AS fromOn, f.to_on AS toOn
     FROM affiliations f LEFT JOIN organizations o ON o.id = f.organization_id
     WHERE f.person_id = ? AND f.removed_at IS NULL ORDER BY f.to_on IS NOT NULL, f.id DESC`,
    [personId],
  )
}

export function addAffiliation(
  db: WriteDb,
  affiliation: {
    id: AffiliationId
    personId: PersonId
    organizationId: OrganizationId | null
    post: string
    fromOn: CalendarDate | null
  },
): void {
  db.run('INSERT INTO affiliations (id, person_id, organization_id, post, from_on) VALUES (?, ?, ?, ?, ?)', [
    affiliation.id,
    affiliation.personId,
    affiliation.organizationId,
    affiliation.post,
    affiliation.fromOn,
  ])
}

/** Puts right what was entered the same day: nobody moved twice in one. */
export function correctAffiliation(
  db: WriteDb,
  affiliationId: AffiliationId,
  organizationId: OrganizationId | null,
  post: string,
): void {
  db.run('UPDATE affiliations SET organization_id = ?, post = ? WHERE id = ?', [
    organizationId,
    post,
    affiliationId,
  ])
}

export function endAffiliation(db: WriteDb, affiliationId: AffiliationId, on: CalendarDate): void {
  db.run('UPDATE affiliations SET to_on = MAX(?, COALESCE(from_on, ?)) WHERE id = ?', [on, on, affiliationId])
}

export function countOrganizations(db: ReadDb): number {
  return db.get<{ n: number }>('SELECT COUNT(*) AS n FROM organizations WHERE removed_at IS NULL')?.n ?? 0
}
