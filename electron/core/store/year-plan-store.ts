import type { YearPlanFields } from '#shared/contract/budget-operations.ts'
import type { CouncilId, Id } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

type PlanId = Id<'year-plan'>

export function getYearPlan(
  db: ReadDb,
  councilId: CouncilId,
  fiscalYear: number,
): (YearPlanFields & { readonly id: PlanId }) | undefined {
  const plan = db.get<{ id: PlanId; aims: string }>(
    'SELECT id, aims FROM year_plans WHERE council_id = ? AND fiscal_year = ?',
    [councilId, fiscalYear],
  )
  if (plan === undefined) return undefined
  return {
    ...plan,
    items: db.all(
      'SELECT planned_for AS plannedFor, theme, aim FROM year_plan_items WHERE plan_id = ? AND removed_at IS NULL ORDER BY position',
      [plan.id],
    ),
  }
}

export interface PlanPlace {
  readonly councilId: CouncilId
  readonly fiscalYear: number
  readonly removedAt: string
  readonly nextId: () => Id<'year-plan-row'>
}

/** Lines are written over in their order, so that the log tells what changed; what is left over is removed. */
export function saveYearPlan(db: WriteDb, place: PlanPlace, plan: YearPlanFields): void {
  db.run(
    `INSERT INTO year_plans (id, council_id, fiscal_year, aims) VALUES (?, ?, ?, ?)
     ON CONFLICT (council_id, fiscal_year) DO UPDATE SET aims = excluded.aims`,
    [place.nextId(), place.councilId, place.fiscalYear, plan.aims],
  )
  const planId = db.get<{ id: PlanId }>(
    'SELECT id FROM year_plans WHERE council_id = ? AND fiscal_year = ?',
    [place.councilId, place.fiscalYear],
  )?.id
  if (planId === undefined) return
  const kept = db.all<{ id: string }>(
    'SELECT id FROM year_plan_items WHERE plan_id = ? AND removed_at IS NULL ORDER BY position',
    [planId],
  )
  for (const [position, item] of plan.items.entries()) {
    const known = kept[position]
    const values = [position, item.plannedFor, item.theme, item.aim] as const
    if (known === undefined)
      db.run(
        'INSERT INTO year_plan_items (position, planned_for, theme, aim, id, plan_id) VALUES (?, ?, ?, ?, ?, ?)',
        [...values, place.nextId(), planId],
      )
    else
      db.run('UPDATE year_plan_items SET position = ?, planned_for = ?, theme = ?, aim = ? WHERE id = ?', [
        ...values,
        known.id,
      ])
  }
  for (const { id } of kept.slice(plan.items.length))
    db.run('UPDATE year_plan_items SET removed_at = ? WHERE id = ?', [place.removedAt, id])
}
