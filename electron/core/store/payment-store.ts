import type {
  Payment,
  PaymentLine,
  RunMeeting,
  RunSummary,
  UnpaidMeeting,
} from '#shared/contract/allowance-operations.ts'
import type { AttendedLine } from '#shared/domain/allowance.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ClockTime } from '#shared/domain/clock-time.ts'
import type {
  AttendanceId,
  CouncilId,
  Id,
  MeetingId,
  PaymentId,
  PaymentRunId,
  PersonId,
} from '#shared/domain/ids.ts'
import type { CouncilRole } from '#shared/domain/roles.ts'
import type { ReadDb, WriteDb } from './database.ts'

type RunRow = Omit<RunSummary, 'meetings'>

const runQuery = `
  SELECT r.id, r.council_id AS councilId, c.name AS councilName, r.fiscal_year AS fiscalYear, r.title, r.pay_on AS payOn, r.state,
         r.closed_on AS closedOn, r.closed_by AS closedBy, r.replaces_id AS replacesId, r.reopened_because AS reopenedBecause
  FROM payment_runs r JOIN councils c ON c.id = r.council_id WHERE r.removed_at IS NULL`

function withMeetings(db: ReadDb, row: RunRow): RunSummary {
  return {
    ...row,
    meetings: db.all<RunMeeting>(
      `SELECT m.id AS meetingId, m.number, m.held_on AS heldOn FROM payment_run_meetings k JOIN meetings m ON m.id = k.meeting_id
       WHERE k.run_id = ? ORDER BY m.held_on, m.id`,
      [row.id],
    ),
  }
}

/** Of a 年度, the last first. */
export function listRuns(db: ReadDb, councilId: CouncilId | null, fiscalYear: number): readonly RunSummary[] {
  return db
    .all<RunRow>(
      `${runQuery} AND r.fiscal_year = ? ${councilId === null ? '' : 'AND r.council_id = ?'} ORDER BY r.pay_on DESC, r.id DESC`,
      councilId === null ? [fiscalYear] : [fiscalYear, councilId],
    )
    .map((row) => withMeetings(db, row))
}

export function getRunById(db: ReadDb, runId: PaymentRunId): RunSummary | undefined {
  const row = db.get<RunRow>(`${runQuery} AND r.id = ?`, [runId])
  return row && withMeetings(db, row)
}

export function getReplacementOf(db: ReadDb, runId: PaymentRunId): PaymentRunId | null {
  return (
    db.get<{ id: PaymentRunId }>('SELECT id FROM payment_runs WHERE replaces_id = ? AND removed_at IS NULL', [
      runId,
    ])?.id ?? null
  )
}

/** Held meetings, with at least one attendance that was marked, that stand in no run. */
export function listUnpaidMeetings(
  db: ReadDb,
  councilId: CouncilId | null,
  fiscalYear: number,
  today: CalendarDate,
): readonly UnpaidMeeting[] {
  return db.all<UnpaidMeeting>(
    `SELECT m.id AS meetingId, m.council_id AS councilId, m.number, m.held_on AS heldOn FROM meetings m
     WHERE m.removed_at IS NULL AND m.fiscal_year = ? AND m.held_on <= ? ${councilId === null ? '' : 'AND m.council_id = ?'}
       AND EXISTS (SELECT 1 FROM attendances a WHERE a.meeting_id = m.id AND a.removed_at IS NULL AND a.presence <> 'unmarked')
       AND NOT EXISTS (SELECT 1 FROM payment_run_meetings k JOIN payment_runs r ON r.id = k.run_id
                       WHERE k.meeting_id = m.id AND r.removed_at IS NULL AND r.state <> 'replaced')
     ORDER BY m.held_on, m.id`,
    councilId === null ? [fiscalYear, today] : [fiscalYear, today, councilId],
  )
}

export interface NewRun {
  readonly id: PaymentRunId
  readonly councilId: CouncilId
  readonly fiscalYear: number
  readonly title: string
  readonly payOn: CalendarDate
  readonly replacesId: PaymentRunId | null
  readonly reopenedBecause: string
  readonly meetingIds: readonly MeetingId[]
}

export function addRun(db: WriteDb, run: NewRun, nextId: () => Id<'payment-run-meeting'>): void {
  db.run(
    'INSERT INTO payment_runs (id, council_id, fiscal_year, title, pay_on, replaces_id, reopened_because) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [run.id, run.councilId, run.fiscalYear, run.title, run.payOn, run.replacesId, run.reopenedBecause],
  )
  for (const meetingId of run.meetingIds)
    db.run('INSERT INTO payment_run_meetings (id, run_id, meeting_id) VALUES (?, ?, ?)', [
      nextId(),
      run.id,
      meetingId,
    ])
}

export function saveRun(db: WriteDb, runId: PaymentRunId, title: string, payOn: CalendarDate): void {
  db.run('UPDATE payment_runs SET title = ?, pay_on = ? WHERE id = ?', [title, payOn, runId])
}

export function setRunRemoved(db: WriteDb, runId: PaymentRunId, removedAt: string): void {
  db.run('UPDATE payment_runs SET removed_at = ? WHERE id = ?', [removedAt, runId])
}

export function setRunState(db: WriteDb, runId: PaymentRunId, state: 'closed' | 'replaced'): void {
  db.run('UPDATE payment_runs SET state = ? WHERE id = ?', [state, runId])
}

export function closeRun(db: WriteDb, runId: PaymentRunId, on: CalendarDate, by: string): void {
  db.run("UPDATE payment_runs SET state = 'closed', closed_on = ?, closed_by = ? WHERE id = ?", [
    on,
    by,
    runId,
  ])
}

/** One line of a roll as far as it is paid for. */
export interface PayableAttendance extends AttendedLine {
  readonly attendanceId: AttendanceId
  readonly heldOn: CalendarDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime | null
  readonly personId: PersonId | null
  readonly role: CouncilRole
  readonly name: string
  readonly organizationName: string
  readonly post: string
  readonly proxyName: string
  readonly proxyPost: string
  readonly address: string
  /** In a closed run that stands. */
  readonly alreadyPaid: boolean
}

type RawPayable = Omit<PayableAttendance, 'late' | 'leftEarly' | 'written' | 'alreadyPaid'> & {
  readonly late: number
  readonly leftEarly: number
  readonly written: number
  readonly alreadyPaid: number
}

/** The rolls of a run's meetings, by seat, then by day. */
export function listPayable(db: ReadDb, runId: PaymentRunId): readonly PayableAttendance[] {
  return db
    .all<RawPayable>(
      `SELECT a.id AS attendanceId, m.held_on AS heldOn, m.starts_at AS startsAt, m.ends_at AS endsAt, a.person_id AS personId, a.role, a.name,
              a.organization_name AS organizationName, a.post, a.presence, a.written, a.late, a.arrived_at AS arrivedAt, a.left_early AS leftEarly,
              a.left_at AS leftAt, a.proxy_name AS proxyName, a.proxy_post AS proxyPost, COALESCE(p.address, '') AS address,
              EXISTS (SELECT 1 FROM payment_lines l JOIN payments y ON y.id = l.payment_id JOIN payment_runs r ON r.id = y.run_id
                      WHERE l.attendance_id = a.id AND r.state = 'closed' AND r.id <> k.run_id) AS alreadyPaid
       FROM payment_run_meetings k JOIN meetings m ON m.id = k.meeting_id JOIN attendances a ON a.meeting_id = m.id
       LEFT JOIN people p ON p.id = a.person_id
       WHERE k.run_id = ? AND m.removed_at IS NULL AND a.removed_at IS NULL ORDER BY a.seat_number, m.held_on, a.id`,
      [runId],
    )
    .map((row) => ({
      ...row,
      late: row.late === 1,
      leftEarly: row.leftEarly === 1,
      written: row.written === 1,
      alreadyPaid: row.alreadyPaid === 1,
    }))
}

export interface LineChange {
  readonly attendanceId: AttendanceId
  readonly base: number
  readonly travel: number
  readonly taxName: string
  readonly taxRate: number
  readonly because: string
}

export function listLineChanges(db: ReadDb, runId: PaymentRunId): readonly LineChange[] {
  return db.all<LineChange>(
    `SELECT attendance_id AS attendanceId, base, travel, tax_name AS taxName, tax_rate AS taxRate, note AS because
     FROM payment_line_changes WHERE run_id = ? AND removed_at IS NULL`,
    [runId],
  )
}

export function saveLineChange(
  db: WriteDb,
  id: Id<'payment-line-change'>,
  runId: PaymentRunId,
  change: LineChange,
): void {
  db.run(
    `INSERT INTO payment_line_changes (id, run_id, attendance_id, base, travel, tax_name, tax_rate, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (run_id, attendance_id) DO UPDATE SET base = excluded.base, travel = excluded.travel, tax_name = excluded.tax_name,
       tax_rate = excluded.tax_rate, note = excluded.note, removed_at = NULL`,
    [
      id,
      runId,
      change.attendanceId,
      change.base,
      change.travel,
      change.taxName,
      change.taxRate,
      change.because,
    ],
  )
}

export function removeLineChange(
  db: WriteDb,
  runId: PaymentRunId,
  attendanceId: AttendanceId,
  removedAt: string,
): void {
  db.run(
    'UPDATE payment_line_changes SET removed_at = ? WHERE run_id = ? AND attendance_id = ? AND removed_at IS NULL',
    [removedAt, runId, attendanceId],
  )
}

type StoredPayment = Omit<Payment, 'key' | 'gross' | 'lines' | 'maskedAccount' | 'refused'> & {
  readonly id: PaymentId
  readonly refused: number
}

/** The figures of a closed run, as they were frozen. */
export function listPayments(db: ReadDb, runId: PaymentRunId): readonly Omit<Payment, 'maskedAccount'>[] {
  return db
    .all<StoredPayment>(
      `SELECT id, person_id AS personId, name, organization_name AS organizationName, post, address, way, paid_to_id AS paidToId,
              paid_to_name AS paidToName, tax_name AS taxName, tax_rate AS taxRate, base, travel, taxable, tax, net, refused, note
       FROM payments WHERE run_id = ? ORDER BY position`,
      [runId],
    )
    .map(({ id, refused, ...row }) => ({
      ...row,
      key: id,
      gross: row.base + row.travel,
      refused: refused === 1,
      lines: db
        .all<Omit<PaymentLine, 'half' | 'changedBecause'> & { readonly half: number }>(
          'SELECT attendance_id AS attendanceId, held_on AS heldOn, base, travel, half FROM payment_lines WHERE payment_id = ? ORDER BY held_on, id',
          [id],
        )
        .map((line) => ({ ...line, half: line.half === 1, changedBecause: null })),
    }))
}

export function addPayment(
  db: WriteDb,
  paymentId: PaymentId,
  at: { readonly runId: PaymentRunId; readonly position: number },
  payment: Payment,
): void {
  db.run(
    `INSERT INTO payments (id, run_id, position, person_id, name, organization_name, post, address, way, paid_to_id, paid_to_name, tax_name, tax_rate, base, travel, taxable, tax, net, refused, note)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      paymentId,
      at.runId,
      at.position,
      payment.personId,
      payment.name,
      payment.organizationName,
      payment.post,
      payment.address,
      payment.way,
      payment.paidToId,
      payment.paidToName,
      payment.taxName,
      payment.taxRate,
      payment.base,
      payment.travel,
      payment.taxable,
      payment.tax,
      payment.net,
      Number(payment.refused),
      payment.note,
    ],
  )
}

export function addPaymentLine(
  db: WriteDb,
  id: Id<'payment-line'>,
  paymentId: PaymentId,
  line: PaymentLine,
): void {
  db.run(
    'INSERT INTO payment_lines (id, payment_id, attendance_id, held_on, base, travel, half) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [id, paymentId, line.attendanceId, line.heldOn, line.base, line.travel, Number(line.half)],
  )
}
