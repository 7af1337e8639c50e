import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import {
  type ConstituentKind,
  familyOf,
  type Kind,
  type KindFamily,
} from '#shared/domain/constituent-kinds.ts'
import type { CouncilId, Id, OrganizationId, PersonId } from '#shared/domain/ids.ts'
import {
  type GroupColumn,
  isGroupColumn,
  type Need,
  sectorsOf,
  type TableMember,
} from '#shared/domain/participation.ts'
import type { Sector } from '#shared/domain/sectors.ts'
import type { ReadDb, WriteDb } from './database.ts'

interface MemberRow {
  readonly personId: PersonId
  readonly name: string
  readonly organizationId: OrganizationId | null
  readonly organizationName: string
  readonly kind: ConstituentKind | null
  readonly family: KindFamily | null
  readonly own: string | null
  readonly ofGroup: string | null
}

export type StoredMember = TableMember & {
  readonly personId: PersonId
  readonly organizationId: OrganizationId | null
}

// The schema's CHECK lets only sectors into the columns.
const sectorList = (text: string | null): Sector[] => (text === null ? [] : (text.split(',') as Sector[]))

/**
 * Members in office on a day, each once, with the group that they belonged to on that day. Sectors are as they are recorded
 * now: they have no dates.
 */
export function listTableMembers(
  db: ReadDb,
  councilId: CouncilId,
  on: CalendarDate,
  kinds: readonly Kind[],
): readonly StoredMember[] {
  return db
    .all<MemberRow>(
      `SELECT p.id AS personId, p.name, o.id AS organizationId, COALESCE(o.name, '') AS organizationName, o.kind, o.family,
              (SELECT group_concat(s.sector, ',') FROM person_sectors s WHERE s.person_id = p.id) AS own,
              (SELECT group_concat(s.sector, ',') FROM organization_sectors s WHERE s.organization_id = o.id) AS ofGroup
       FROM people p
       LEFT JOIN affiliations f ON f.id = (
         SELECT x.id FROM affiliations x
         WHERE x.person_id = p.id AND x.removed_at IS NULL
           AND (x.from_on IS NULL OR x.from_on <= ?) AND (x.to_on IS NULL OR x.to_on >= ?)
         ORDER BY x.to_on IS NOT NULL AND x.to_on = ?, x.id DESC LIMIT 1)
       LEFT JOIN organizations o ON o.id = f.organization_id
       WHERE (p.removed_at IS NULL OR p.erased_on IS NOT NULL) AND p.id IN (
         SELECT m.person_id FROM memberships m
         WHERE m.council_id = ? AND m.removed_at IS NULL AND m.role IN ('chair', 'vice-chair', 'member')
           AND COALESCE(m.appointed_on, m.term_from, ?) <= ? AND (m.released_on IS NULL OR m.released_on >= ?))
       ORDER BY p.kana_key, p.id`,
      [on, on, on, councilId, on, on, on],
    )
    .map(({ own, ofGroup, ...row }) => ({
      ...row,
      family: familyOf(row, kinds),
      sectors: sectorsOf(sectorList(own), sectorList(ofGroup)),
    }))
}

/** The first day on which anybody is known to have sat there. */
export function firstDayOfCouncil(db: ReadDb, councilId: CouncilId): CalendarDate | null {
  return (
    db.get<{ day: CalendarDate | null }>(
      'SELECT MIN(COALESCE(appointed_on, term_from)) AS day FROM memberships WHERE council_id = ? AND removed_at IS NULL',
      [councilId],
    )?.day ?? null
  )
}

export function listNeeds(db: ReadDb, councilId: CouncilId): readonly Need[] {
  return db
    .all<{
      sector: Sector
      column: string
      needed: number
    }>(
      'SELECT sector, group_column AS "column", needed FROM participation_needs WHERE council_id = ? ORDER BY id',
      [councilId],
    )
    .flatMap(({ sector, column, needed }) =>
      isGroupColumn(column) ? [{ sector, column, needed: needed === 1 }] : [],
    )
}

export function saveNeed(
  db: WriteDb,
  councilId: CouncilId,
  need: { readonly sector: Sector; readonly column: GroupColumn; readonly needed: boolean },
  nextId: () => Id<'participation-need'>,
): void {
  const place = [councilId, need.sector, need.column] as const
  const changed = db.run(
    'UPDATE participation_needs SET needed = ? WHERE council_id = ? AND sector = ? AND group_column = ?',
    [Number(need.needed), ...place],
  )
  if (changed > 0) return
  db.run(
    'INSERT INTO participation_needs (id, council_id, sector, group_column, needed) VALUES (?, ?, ?, ?, ?)',
    [nextId(), ...place, Number(need.needed)],
  )
}

/** The council's area and all areas below it. */
export function listAreasOfCouncil(db: ReadDb, councilId: CouncilId): ReadonlySet<string> {
  // UNION, not UNION ALL: a circle in the tree ends by itself.
  const rows = db.all<{ id: string }>(
    `WITH RECURSIVE below(id) AS (
       SELECT area_id FROM councils WHERE id = ?
       UNION SELECT a.id FROM areas a JOIN below b ON a.parent_id = b.id WHERE a.removed_at IS NULL)
     SELECT id FROM below`,
    [councilId],
  )
  return new Set(rows.map((row) => row.id))
}

/** Which groups have somebody on which council now, and who of the roster belongs to each. */
export function listGroupTies(db: ReadDb): readonly {
  readonly organizationId: OrganizationId
  readonly personName: string
  readonly councilId: CouncilId | null
  readonly councilName: string | null
}[] {
  return db.all(
    `SELECT f.organization_id AS organizationId, p.name AS personName, c.id AS councilId, c.name AS councilName
     FROM affiliations f JOIN people p ON p.id = f.person_id
     LEFT JOIN memberships m ON m.person_id = p.id AND m.removed_at IS NULL AND m.released_on IS NULL
     LEFT JOIN councils c ON c.id = m.council_id
     WHERE f.organization_id IS NOT NULL AND f.removed_at IS NULL AND f.to_on IS NULL AND p.removed_at IS NULL
     ORDER BY f.id`,
  )
}

export function listGroupAreas(
  db: ReadDb,
): readonly { readonly organizationId: OrganizationId; readonly areaId: string | null }[] {
  return db.all('SELECT id AS organizationId, area_id AS areaId FROM organizations WHERE removed_at IS NULL')
}

/** 地域課題 of a council that are neither settled nor given up nor counted with another, by sector. */
export function countOpenNeeds(db: ReadDb, councilId: CouncilId): Readonly<Record<Sector, number>> {
  const counts: Record<Sector, number> = { elderly: 0, disability: 0, children: 0, youth: 0 }
  const rows = db.all<{ readonly sector: Sector; readonly n: number }>(
    `SELECT s.sector, COUNT(*) AS n FROM needs n JOIN need_sectors s ON s.need_id = n.id
     WHERE n.council_id = ? AND n.removed_at IS NULL AND n.same_as_id IS NULL AND n.status NOT IN ('settled', 'dropped')
     GROUP BY s.sector`,
    [councilId],
  )
  for (const { sector, n } of rows) counts[sector] = n
  return counts
}
