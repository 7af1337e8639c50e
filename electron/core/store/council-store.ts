import type { CouncilDetail, CouncilFields, CouncilSummary } from '#shared/contract/council-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import {
  defaultCouncilRules,
  type CouncilLayer,
  type CouncilRules,
  type CouncilStage,
  type MeetingNumbering,
  type QuorumKind,
} from '#shared/domain/council.ts'
import type { AreaId, CouncilId, Id } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

interface CouncilRow {
  readonly id: CouncilId
  readonly name: string
  readonly layer: CouncilLayer
  readonly areaName: string
  readonly stage: CouncilStage
  readonly basis: string
  readonly origin: string
  readonly numbering: MeetingNumbering
  readonly quorum: QuorumKind
  readonly countsProxy: number
  readonly countsOnline: number
  readonly countsWritten: number
  readonly countsMandate: number
  readonly signers: number
  readonly seatLimit: number | null
  readonly noticeDays: number
  readonly summaryDays: number
  readonly minutesDays: number
}

/** A council stands at the furthest stage recorded: an earlier one may be written down later. */
const councilQuery = `
  SELECT c.id, c.name, c.layer, a.name AS areaName, c.basis, c.origin, c.numbering, c.quorum,
         c.counts_proxy AS countsProxy, c.counts_online AS countsOnline, c.counts_written AS countsWritten,
         c.counts_mandate AS countsMandate, c.signers, c.seat_limit AS seatLimit,
         c.notice_days AS noticeDays, c.summary_days AS summaryDays, c.minutes_days AS minutesDays,
         (SELECT s.stage FROM council_stages s WHERE s.council_id = c.id AND s.removed_at IS NULL
          ORDER BY CASE s.stage WHEN 'exchange' THEN 1 WHEN 'preparation' THEN 2 ELSE 3 END DESC, s.id DESC LIMIT 1) AS stage
  FROM councils c JOIN areas a ON a.id = c.area_id
  WHERE c.removed_at IS NULL`

export function listCouncils(db: ReadDb): readonly CouncilSummary[] {
  return db
    .all<CouncilRow>(`${councilQuery} ORDER BY c.layer, c.id`)
    .map(({ id, name, layer, areaName, stage }) => ({ id, name, layer, areaName, stage }))
}

export function getCouncilById(db: ReadDb, councilId: CouncilId): CouncilDetail | undefined {
  const row = db.get<CouncilRow>(`${councilQuery} AND c.id = ?`, [councilId])
  if (!row) return undefined
  const stages = db.all<{ stage: CouncilStage; startedOn: CalendarDate | null }>(
    `SELECT stage, started_on AS startedOn FROM council_stages WHERE council_id = ? AND removed_at IS NULL
     ORDER BY CASE stage WHEN 'exchange' THEN 1 WHEN 'preparation' THEN 2 ELSE 3 END, id`,
    [councilId],
  )
  const { id, name, layer, areaName, stage, basis, origin } = row
  return { id, name, layer, areaName, stage, basis, origin, stages, rules: rulesOf(row) }
}

function rulesOf(row: CouncilRow): CouncilRules {
  return {
    numbering: row.numbering,
    quorum: row.quorum,
    countsProxy: row.countsProxy === 1,
    countsOnline: row.countsOnline === 1,
    countsWritten: row.countsWritten === 1,
    countsMandate: row.countsMandate === 1,
    signers: row.signers,
    seatLimit: row.seatLimit,
    noticeDays: row.noticeDays,
    summaryDays: row.summaryDays,
    minutesDays: row.minutesDays,
  }
}

export function findAreaByName(db: ReadDb, name: string): AreaId | undefined {
  return db.get<{ id: AreaId }>('SELECT id FROM areas WHERE name = ? AND removed_at IS NULL', [name])?.id
}

export function addArea(db: WriteDb, areaId: AreaId, name: string): void {
  db.run('INSERT INTO areas (id, name) VALUES (?, ?)', [areaId, name])
}

export interface NewCouncil {
  readonly councilId: CouncilId
  readonly areaId: AreaId
  readonly stageId: Id<'council-stage'>
  readonly fields: CouncilFields
}

export function addCouncil(db: WriteDb, { councilId, areaId, stageId, fields }: NewCouncil): void {
  const rules = defaultCouncilRules
  db.run(
    `INSERT INTO councils (id, name, layer, area_id, basis, origin, numbering, quorum, counts_proxy, counts_online, counts_written, counts_mandate, signers, seat_limit,
       notice_days, summary_days, minutes_days)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [councilId, fields.name, fields.layer, areaId, fields.basis, fields.origin, ...ruleValues(rules)],
  )
  db.run('INSERT INTO council_stages (id, council_id, stage, started_on) VALUES (?, ?, ?, ?)', [
    stageId,
    councilId,
    fields.stage,
    fields.stageSince,
  ])
}

/** Returns whether there was such a council. */
export function saveCouncilRules(db: WriteDb, councilId: CouncilId, rules: CouncilRules): boolean {
  return (
    db.run(
      `UPDATE councils SET numbering = ?, quorum = ?, counts_proxy = ?, counts_online = ?, counts_written = ?, counts_mandate = ?, signers = ?, seat_limit = ?,
         notice_days = ?, summary_days = ?, minutes_days = ?
       WHERE id = ? AND removed_at IS NULL`,
      [...ruleValues(rules), councilId],
    ) === 1
  )
}

function ruleValues(rules: CouncilRules) {
  return [
    rules.numbering,
    rules.quorum,
    Number(rules.countsProxy),
    Number(rules.countsOnline),
    Number(rules.countsWritten),
    Number(rules.countsMandate),
    rules.signers,
    rules.seatLimit,
    rules.noticeDays,
    rules.summaryDays,
    rules.minutesDays,
  ] as const
}
