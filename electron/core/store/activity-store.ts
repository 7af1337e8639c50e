import type {
  Activity,
  ActivityFields,
  FollowUp,
  TiedActivity,
} from '#shared/contract/activity-operations.ts'
import { type ActivityEntry, activityHeadings } from '#shared/domain/activity.ts'
import { type ActivityKind, shippedActivityKinds } from '#shared/domain/activity-kinds.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ActivityId, AreaId, CoordinatorId, Id, ResourceId } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** What an activity may be tied to: the column of `activity_links`, and how the record there is named. */
const linked = [
  {
    of: 'coordinators',
    column: 'coordinator_id',
    name: 'SELECT p.name FROM coordinators c JOIN people p ON p.id = c.person_id WHERE c.id = k.coordinator_id',
  },
  { of: 'people', column: 'person_id', name: 'SELECT name FROM people WHERE id = k.person_id' },
  {
    of: 'organizations',
    column: 'organization_id',
    name: 'SELECT name FROM organizations WHERE id = k.organization_id',
  },
  { of: 'needs', column: 'need_id', name: 'SELECT text FROM needs WHERE id = k.need_id' },
  { of: 'resources', column: 'resource_id', name: 'SELECT name FROM resources WHERE id = k.resource_id' },
  {
    of: 'developments',
    column: 'development_id',
    name: 'SELECT title FROM developments WHERE id = k.development_id',
  },
] as const
type Linked = (typeof linked)[number]['of']
type Links = Pick<Activity, Linked>

interface LinkRow {
  readonly activityId: ActivityId
  readonly column: (typeof linked)[number]['column']
  readonly id: string
  readonly name: string | null
}

type ActivityRow = Omit<Activity, Linked | 'kindName' | 'heading'>

const activityQuery = `
  SELECT v.id, v.acted_on AS actedOn, v.starts_at AS startsAt, v.ends_at AS endsAt, v.kind_id AS kindId,
         COALESCE(a.name, '') AS areaName, v.method, v.place, v.partner, v.content, v.insight,
         v.next_step AS nextStep, v.next_on AS nextOn, v.next_done_on AS nextDoneOn, v.meeting_id AS meetingId,
         CASE WHEN m.id IS NULL THEN '' ELSE o.name || '　第' || m.number || '回' END AS meetingName
  FROM activities v
  LEFT JOIN areas a ON a.id = v.area_id
  LEFT JOIN meetings m ON m.id = v.meeting_id
  LEFT JOIN councils o ON o.id = m.council_id
  WHERE v.removed_at IS NULL`

const idOfLink = `COALESCE(${linked.map(({ column }) => `k.${column}`).join(', ')})`
const columnOfLink = `CASE ${linked.map(({ column }) => `WHEN k.${column} IS NOT NULL THEN '${column}'`).join(' ')} END`
const nameOfLink = `CASE ${linked.map(({ column, name }) => `WHEN k.${column} IS NOT NULL THEN (${name})`).join(' ')} END`

function withLinks(
  db: ReadDb,
  rows: readonly ActivityRow[],
  first: string,
  last: string,
): readonly Activity[] {
  const links = db.all<LinkRow>(
    `SELECT k.activity_id AS activityId, ${columnOfLink} AS column, ${idOfLink} AS id, ${nameOfLink} AS name
     FROM activities v JOIN activity_links k ON k.activity_id = v.id
     WHERE v.removed_at IS NULL AND v.acted_on BETWEEN ? AND ? ORDER BY k.id`,
    [first, last],
  )
  const kinds = new Map(listKindsEvenIfRemoved(db).map((kind) => [kind.id, kind]))
  const byActivity = Map.groupBy(links, (link) => link.activityId)
  return rows.map((row) => {
    const own = byActivity.get(row.id) ?? []
    const of = (column: LinkRow['column']) =>
      own.filter((link) => link.column === column).map(({ id, name }) => ({ id, name: name ?? '' }))
    // The column says of what kind the id is.
    const named = Object.fromEntries(
      linked.map(({ of: key, column }) => [key, of(column)]),
    ) as unknown as Links
    const kind = kinds.get(row.kindId)
    return { ...row, kindName: kind?.name ?? '', heading: kind?.heading ?? 'other', ...named }
  })
}

/** Newest first; `coordinatorId` null: of all. */
export function listActivities(
  db: ReadDb,
  from: CalendarDate,
  to: CalendarDate,
  coordinatorId: CoordinatorId | null,
): readonly Activity[] {
  const ofOne =
    'AND EXISTS (SELECT 1 FROM activity_links x WHERE x.activity_id = v.id AND x.coordinator_id = ?)'
  const rows = db.all<ActivityRow>(
    `${activityQuery} AND v.acted_on BETWEEN ? AND ? ${coordinatorId === null ? '' : ofOne}
     ORDER BY v.acted_on DESC, COALESCE(v.starts_at, '') DESC, v.id DESC`,
    coordinatorId === null ? [from, to] : [from, to, coordinatorId],
  )
  return withLinks(db, rows, from, to)
}

export function getActivityById(db: ReadDb, activityId: ActivityId): Activity | undefined {
  const row = db.get<ActivityRow>(`${activityQuery} AND v.id = ?`, [activityId])
  return row && withLinks(db, [row], row.actedOn, row.actedOn)[0]
}

/** The newest entries, by when they were written. */
export function listLastActivities(
  db: ReadDb,
  coordinatorId: CoordinatorId | null,
  most: number,
): readonly Activity[] {
  const ofOne =
    'AND EXISTS (SELECT 1 FROM activity_links x WHERE x.activity_id = v.id AND x.coordinator_id = ?)'
  const rows = db.all<ActivityRow>(
    `${activityQuery} ${coordinatorId === null ? '' : ofOne} ORDER BY v.id DESC LIMIT ?`,
    coordinatorId === null ? [most] : [coordinatorId, most],
  )
  const days = rows.map((row) => row.actedOn).sort()
  return withLinks(db, rows, days[0] ?? '', days.at(-1) ?? '')
}

/** What counting needs of a span of days, oldest first. */
export function listActivityEntries(
  db: ReadDb,
  from: CalendarDate,
  to: CalendarDate,
): readonly ActivityEntry[] {
  return db
    .all<Omit<ActivityEntry, 'coordinatorIds'> & { readonly coordinatorList: string | null }>(
      `SELECT v.id, v.acted_on AS actedOn, v.starts_at AS startsAt, v.ends_at AS endsAt, v.kind_id AS kindId, v.method,
              COALESCE(a.name, '') AS areaName, v.meeting_id AS meetingId,
              (SELECT group_concat(k.coordinator_id) FROM activity_links k WHERE k.activity_id = v.id) AS coordinatorList
       FROM activities v LEFT JOIN areas a ON a.id = v.area_id
       WHERE v.removed_at IS NULL AND v.acted_on BETWEEN ? AND ? ORDER BY v.acted_on, v.id`,
      [from, to],
    )
    .map(({ coordinatorList, ...row }) => ({
      ...row,
      coordinatorIds: coordinatorList === null ? [] : coordinatorList.split(','),
    }))
}

const tiedColumns = {
  need: 'need_id',
  resource: 'resource_id',
  development: 'development_id',
  organization: 'organization_id',
} as const

/** Entries that are tied to a record, newest first. */
export function listTiedActivities(
  db: ReadDb,
  of: keyof typeof tiedColumns,
  id: string,
): readonly TiedActivity[] {
  return db.all<TiedActivity>(
    `SELECT v.id, v.acted_on AS actedOn, v.content,
            COALESCE((SELECT group_concat(p.name, '・') FROM activity_links k JOIN coordinators c ON c.id = k.coordinator_id
              JOIN people p ON p.id = c.person_id WHERE k.activity_id = v.id), '') AS who
     FROM activity_links t JOIN activities v ON v.id = t.activity_id
     WHERE t.${tiedColumns[of]} = ? AND v.removed_at IS NULL ORDER BY v.acted_on DESC, v.id DESC`,
    [id],
  )
}

export function listFollowUps(db: ReadDb): readonly FollowUp[] {
  return db.all<FollowUp>(
    `SELECT v.id AS activityId, v.next_step AS nextStep, v.next_on AS nextOn, v.acted_on AS actedOn,
            COALESCE((SELECT group_concat(p.name, '・') FROM activity_links k JOIN coordinators c ON c.id = k.coordinator_id
              JOIN people p ON p.id = c.person_id WHERE k.activity_id = v.id), '') AS who
     FROM activities v
     WHERE v.removed_at IS NULL AND v.next_step <> '' AND v.next_done_on IS NULL
     ORDER BY v.next_on IS NULL, v.next_on, v.id`,
  )
}

const columns = [
  'acted_on',
  'starts_at',
  'ends_at',
  'kind_id',
  'area_id',
  'method',
  'place',
  'partner',
  'content',
  'insight',
  'next_step',
  'next_on',
  'meeting_id',
] as const

function valuesOf(activity: ActivityFields, areaId: AreaId | null) {
  return [
    activity.actedOn,
    activity.startsAt,
    activity.endsAt,
    activity.kindId,
    areaId,
    activity.method,
    activity.place,
    activity.partner,
    activity.content,
    activity.insight,
    activity.nextStep,
    activity.nextOn,
    activity.meetingId,
  ] as const
}

export function addActivity(
  db: WriteDb,
  activityId: ActivityId,
  activity: ActivityFields,
  areaId: AreaId | null,
): void {
  db.run(
    `INSERT INTO activities (${columns.join(', ')}, id) VALUES (${columns.map(() => '?').join(', ')}, ?)`,
    [...valuesOf(activity, areaId), activityId],
  )
}

/** Returns whether there was such an entry. */
export function saveActivity(
  db: WriteDb,
  activityId: ActivityId,
  activity: ActivityFields,
  areaId: AreaId | null,
): boolean {
  return (
    db.run(
      `UPDATE activities SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ? AND removed_at IS NULL`,
      [...valuesOf(activity, areaId), activityId],
    ) === 1
  )
}

/** Ties the entry to what is named and unties the rest; what stays is not touched. */
export function saveActivityLinks(
  db: WriteDb,
  activityId: ActivityId,
  fields: ActivityFields,
  nextId: () => Id<'activity-link'>,
): void {
  const wanted: Readonly<Record<Linked, readonly string[]>> = {
    coordinators: fields.coordinatorIds,
    people: fields.personIds,
    organizations: fields.organizationIds,
    needs: fields.needIds,
    resources: fields.resourceIds,
    developments: fields.developmentIds,
  }
  for (const { of, column } of linked) {
    const before = db
      .all<{ id: string }>(
        `SELECT ${column} AS id FROM activity_links WHERE activity_id = ? AND ${column} IS NOT NULL`,
        [activityId],
      )
      .map((row) => row.id)
    for (const id of new Set(wanted[of].filter((each) => !before.includes(each)))) {
      db.run(`INSERT INTO activity_links (id, activity_id, ${column}) VALUES (?, ?, ?)`, [
        nextId(),
        activityId,
        id,
      ])
    }
    for (const id of before.filter((each) => !wanted[of].includes(each))) {
      db.run(`DELETE FROM activity_links WHERE activity_id = ? AND ${column} = ?`, [activityId, id])
    }
  }
}

/** Ties an entry to a resource that came of it. Returns whether there is such an entry. */
export function tieResource(
  db: WriteDb,
  activityId: ActivityId,
  resourceId: ResourceId,
  linkId: Id<'activity-link'>,
): boolean {
  return (
    db.run(
      `INSERT INTO activity_links (id, activity_id, resource_id)
       SELECT ?, id, ? FROM activities WHERE id = ? AND removed_at IS NULL`,
      [linkId, resourceId, activityId],
    ) === 1
  )
}

export function linkCoordinator(
  db: WriteDb,
  id: Id<'activity-link'>,
  activityId: ActivityId,
  coordinatorId: CoordinatorId,
): void {
  db.run('INSERT INTO activity_links (id, activity_id, coordinator_id) VALUES (?, ?, ?)', [
    id,
    activityId,
    coordinatorId,
  ])
}

/** Returns whether there was such an entry in the other state. */
export function setActivityRemoved(db: WriteDb, activityId: ActivityId, removedAt: string | null): boolean {
  const other = removedAt === null ? 'IS NOT NULL' : 'IS NULL'
  return (
    db.run(`UPDATE activities SET removed_at = ? WHERE id = ? AND removed_at ${other}`, [
      removedAt,
      activityId,
    ]) === 1
  )
}

/** Returns whether there was such an entry with something to follow up. */
export function setFollowedUp(db: WriteDb, activityId: ActivityId, doneOn: CalendarDate | null): boolean {
  return (
    db.run(`UPDATE activities SET next_done_on = ? WHERE id = ? AND removed_at IS NULL AND next_step <> ''`, [
      doneOn,
      activityId,
    ]) === 1
  )
}

type KindRow = ActivityKind & { readonly removedAt: string | null }

function listKindsEvenIfRemoved(db: ReadDb): readonly KindRow[] {
  const own = db.all<KindRow>(
    'SELECT id, heading, name, unit, removed_at AS removedAt FROM activity_kinds ORDER BY position, id',
  )
  return own.length === 0 ? shippedActivityKinds.map((kind) => ({ ...kind, removedAt: null })) : own
}

/** The office's own list, or the one that every office begins with; under the three headings of the law in their order. */
export function listActivityKinds(db: ReadDb): readonly ActivityKind[] {
  const kinds = listKindsEvenIfRemoved(db)
    .filter((kind) => kind.removedAt === null)
    .map(({ removedAt: _removedAt, ...kind }) => kind)
  return activityHeadings.flatMap((heading) => kinds.filter((kind) => kind.heading === heading))
}
