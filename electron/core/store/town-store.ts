import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { HelpKind } from '#shared/domain/help-kinds.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import type { KindFlow } from '#shared/domain/town-flow.ts'
import type { ReadDb } from './database.ts'

/** How far the needs noted since a day have come, by kind. Those counted with another, and those given up, are left out. */
export function countFlow(db: ReadDb, councilId: CouncilId | null, since: CalendarDate): readonly KindFlow[] {
  const ofCouncil = councilId === null ? '' : 'AND n.council_id = ?'
  const parameters = councilId === null ? [since] : [since, councilId]
  const flows = db.all<Omit<KindFlow, 'newest'>>(
    `SELECT kind, COUNT(*) AS noted, SUM(stage >= 1) AS discussed, SUM(stage >= 2) AS moving, SUM(stage >= 3) AS grown
     FROM (SELECT n.kind, CASE
             WHEN EXISTS (SELECT 1 FROM development_needs k JOIN developments d ON d.id = k.development_id
                          WHERE k.need_id = n.id AND d.removed_at IS NULL AND d.state = 'grown') THEN 3
             WHEN n.status IN ('developing', 'settled')
               OR EXISTS (SELECT 1 FROM development_needs k JOIN developments d ON d.id = k.development_id
                          WHERE k.need_id = n.id AND d.removed_at IS NULL AND d.state <> 'stopped') THEN 2
             WHEN n.status = 'discussing' OR EXISTS (SELECT 1 FROM need_meetings m WHERE m.need_id = n.id) THEN 1
             ELSE 0 END AS stage
           FROM needs n WHERE n.removed_at IS NULL AND n.same_as_id IS NULL AND n.status <> 'dropped' AND n.noted_on >= ? ${ofCouncil})
     GROUP BY kind ORDER BY noted DESC, kind`,
    parameters,
  )
  const newest = new Map(
    db
      .all<{ kind: HelpKind | null; title: string }>(
        `SELECT n.kind, COALESCE(r.name, d.title) AS title, MAX(CASE d.state WHEN 'grown' THEN '1' ELSE '0' END || d.id)
         FROM needs n JOIN development_needs k ON k.need_id = n.id JOIN developments d ON d.id = k.development_id
         LEFT JOIN resources r ON r.id = d.resource_id
         WHERE n.removed_at IS NULL AND n.same_as_id IS NULL AND n.status <> 'dropped' AND d.removed_at IS NULL AND d.state <> 'stopped'
           AND n.noted_on >= ? ${ofCouncil}
         GROUP BY n.kind`,
        parameters,
      )
      .map(({ kind, title }) => [kind, title] as const),
  )
  return flows.map((flow) => ({ ...flow, newest: newest.get(flow.kind) ?? '' }))
}

/** Resources that nobody has checked since a day, or ever. */
export function countUnchecked(db: ReadDb, before: CalendarDate): number {
  return (
    db.get<{ n: number }>(
      'SELECT COUNT(*) AS n FROM resources WHERE removed_at IS NULL AND (checked_on IS NULL OR checked_on < ?)',
      [before],
    )?.n ?? 0
  )
}
