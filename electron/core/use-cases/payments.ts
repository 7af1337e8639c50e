import type { allowanceOperations, RunDetail } from '#shared/contract/allowance-operations.ts'
import { Refusal } from '#shared/contract/errors.ts'
import { hasRefused } from '#shared/domain/allowance.ts'
import { formatWareki, makeCalendarDate } from '#shared/domain/calendar-date.ts'
import type { CouncilId, MeetingId, PaymentRunId } from '#shared/domain/ids.ts'
import { compareKana } from '#shared/domain/japanese-text.ts'
import { transferFile, type TransferOrder } from '#shared/domain/zengin.ts'
import { createHash } from 'node:crypto'
import type { Handlers, OperationsOf, ReadContext, WriteContext } from '../context.ts'
import { accountOwnerOf, readRun } from '../records/read-run.ts'
import { paymentListDocument } from '../reports/documents/payment-list-document.ts'
import { safeFileName } from '../reports/file-name.ts'
import { writeDocument } from '../reports/write-document.ts'
import { listStoredPayees } from '../store/allowance-store.ts'
import { getBankAccount, getTransferSender } from '../store/bank-store.ts'
import { getCouncilById } from '../store/council-store.ts'
import { addStoredFile } from '../store/form-store.ts'
import { getMeetingById } from '../store/meeting-store.ts'
import { addPaymentFile, getPaymentFile, listPaidPeople, sumRun } from '../store/paid-store.ts'
import {
  addPayment,
  addPaymentLine,
  addRun,
  closeRun,
  listLineChanges,
  listPayable,
  listRuns,
  listUnpaidMeetings,
  removeLineChange,
  saveLineChange,
  saveRun,
  setRunRemoved,
  setRunState,
} from '../store/payment-store.ts'
import { getPaperSettings } from '../store/paper-settings-store.ts'
import { getSecretariat } from '../store/secretariat-store.ts'

type PaymentOperation = Extract<OperationsOf<typeof allowanceOperations>, `payments.${string}`>
type PaymentRead = 'payments.listRuns' | 'payments.getRun' | 'payments.listUnpaid' | 'payments.listPaid'
type PaymentTask = 'payments.closeRun' | 'payments.makeTransfer' | 'payments.getFile'

function draftRun(context: Pick<ReadContext, 'db'>, runId: PaymentRunId): RunDetail {
  const run = readRun(context.db, runId)
  if (run.state !== 'draft') throw new Refusal('run-closed')
  return run
}

const readHandlers: Handlers<PaymentRead> = {
  'payments.listRuns': ({ db }, { councilId, fiscalYear }) =>
    listRuns(db, councilId, fiscalYear).map((run) => ({
      ...run,
      totals: run.state === 'draft' ? readRun(db, run.id).totals : sumRun(db, run.id),
    })),
  'payments.getRun': ({ db }, { runId }) => readRun(db, runId),
  'payments.listUnpaid': ({ db, today }, { councilId, fiscalYear }) =>
    listUnpaidMeetings(db, councilId, fiscalYear, today),
  'payments.listPaid': ({ db }, { year }) => {
    const from = makeCalendarDate(year, 1, 1)
    const to = makeCalendarDate(year, 12, 31)
    if (from === null || to === null) return []
    return [...listPaidPeople(db, from, to)]
      .sort((first, second) => compareKana(first.kana, second.kana))
      .map(({ kana: _kana, ...person }) => person)
  },
}

/** The 年度 of the last meeting: a run of March that is paid in April is last year's. */
function yearOfMeetings(
  { db }: Pick<ReadContext, 'db'>,
  councilId: CouncilId,
  meetingIds: readonly MeetingId[],
): number {
  const years = meetingIds.map((meetingId) => {
    const meeting = getMeetingById(db, meetingId)
    if (meeting === undefined || meeting.councilId !== councilId) throw new Refusal('not-found')
    return meeting.fiscalYear
  })
  return Math.max(...years)
}

function reopen(context: WriteContext, runId: PaymentRunId, because: string): PaymentRunId {
  const { db, ids } = context
  const run = readRun(db, runId)
  if (run.state !== 'closed') throw new Refusal('conflict')
  setRunState(db, runId, 'replaced')
  const newId = ids.next<'payment-run'>()
  addRun(
    db,
    {
      ...run,
      id: newId,
      replacesId: runId,
      reopenedBecause: because,
      meetingIds: run.meetings.map(({ meetingId }) => meetingId),
    },
    () => ids.next(),
  )
  for (const change of listLineChanges(db, runId))
    saveLineChange(db, ids.next<'payment-line-change'>(), newId, change)
  return newId
}

const writeHandlers: Handlers<Exclude<PaymentOperation, PaymentRead | PaymentTask>> = {
  'payments.openRun': (context, { councilId, meetingIds, title, payOn }) => {
    const { db, ids } = context
    if (!getCouncilById(db, councilId)) throw new Refusal('not-found')
    const unique = [...new Set(meetingIds)]
    const fiscalYear = yearOfMeetings(context, councilId, unique)
    const runId = ids.next<'payment-run'>()
    const run = { id: runId, councilId, fiscalYear, title, payOn, replacesId: null, reopenedBecause: '' }
    addRun(db, { ...run, meetingIds: unique }, () => ids.next())
    return { runId }
  },
  'payments.saveRun': (context, { runId, title, payOn }) => {
    draftRun(context, runId)
    saveRun(context.db, runId, title, payOn)
    return null
  },
  'payments.setLine': (context, { runId, attendanceId, change }) => {
    const { db, ids, today, now } = context
    draftRun(context, runId)
    const line = listPayable(db, runId).find((each) => each.attendanceId === attendanceId)
    if (line === undefined) throw new Refusal('not-found')
    if (change === null) {
      removeLineChange(db, runId, attendanceId, `${today}T${now}`)
      return null
    }
    const payee =
      line.personId === null ? undefined : listStoredPayees(db, [line.personId]).get(line.personId)
    if (payee !== undefined && hasRefused(payee, line.heldOn))
      throw new Refusal('payment-refused', { name: line.name })
    saveLineChange(db, ids.next<'payment-line-change'>(), runId, { attendanceId, ...change })
    return null
  },
  'payments.removeRun': (context, { runId }) => {
    const { db, today, now } = context
    const run = draftRun(context, runId)
    setRunRemoved(db, runId, `${today}T${now}`)
    if (run.replacesId !== null) setRunState(db, run.replacesId, 'closed')
    return null
  },
  'payments.reopenRun': (context, { runId, because }) => ({ runId: reopen(context, runId, because) }),
}

function keepFile(
  { db, ids, today }: WriteContext,
  runId: PaymentRunId,
  kind: 'list' | 'transfer',
  file: { readonly name: string; readonly bytes: Uint8Array },
): void {
  const fileId = ids.next<'stored-file'>()
  addStoredFile(db, fileId, file, createHash('sha256').update(file.bytes).digest('hex'))
  addPaymentFile(db, { id: ids.next<'payment-file'>(), runId, kind, fileId, madeOn: today })
}

/** What must not have changed between the list's making and its freezing. */
function figuresOf(run: RunDetail): string {
  return JSON.stringify([run.title, run.payOn, run.payments])
}

function freeze(
  context: WriteContext,
  seen: RunDetail,
  file: { readonly name: string; readonly bytes: Uint8Array },
): null {
  const { db, ids, today, who } = context
  const run = draftRun(context, seen.id)
  if (figuresOf(run) !== figuresOf(seen)) throw new Refusal('conflict')
  for (const [position, payment] of run.payments.entries()) {
    const paymentId = ids.next<'payment'>()
    addPayment(db, paymentId, { runId: run.id, position }, payment)
    for (const line of payment.lines) addPaymentLine(db, ids.next<'payment-line'>(), paymentId, line)
  }
  keepFile(context, run.id, 'list', file)
  closeRun(db, run.id, today, getSecretariat(db)?.staffName || who)
  return null
}

/** The order to the bank: what is paid into an account, each to its own. */
function transferOrder(context: ReadContext, run: RunDetail): TransferOrder {
  const { db } = context
  if (run.state !== 'closed') throw new Refusal('conflict')
  const sender = getTransferSender(db)
  if (sender === undefined) throw new Refusal('sender-missing')
  const payable = run.payments.filter(({ net, way }) => net > 0 && way !== 'cash')
  if (payable.length === 0) throw new Refusal('nothing-to-pay')
  const missing: string[] = []
  const transfers = payable.flatMap((payment) => {
    const owner = accountOwnerOf(payment)
    const account = owner === null ? undefined : getBankAccount(db, owner)
    if (account === undefined) {
      missing.push(payment.way === 'organization' ? payment.paidToName : payment.name)
      return []
    }
    return [{ account, amount: payment.net }]
  })
  if (missing.length > 0) throw new Refusal('accounts-missing', { names: [...new Set(missing)] })
  return { sender, transferOn: run.payOn, transfers, lineBreaks: sender.lineBreaks }
}

const taskHandlers: Handlers<PaymentTask> = {
  'payments.closeRun': async (context, { runId }) => {
    const { run, document } = context.read((reading) => {
      const found = draftRun(reading, runId)
      if (found.payments.length === 0) throw new Refusal('nothing-to-pay')
      const secretariat = getSecretariat(reading.db)
      if (!secretariat) throw new Refusal('not-set-up')
      const { sealBoxes } = getPaperSettings(reading.db)
      return { run: found, document: paymentListDocument(found, secretariat, sealBoxes) }
    })
    const bytes = await writeDocument(context.printer, document, 'xlsx')
    const name = `${safeFileName([formatWareki(run.payOn, 'short'), document.title].join('_'))}.xlsx`
    return context.write((writing) => freeze(writing, run, { name, bytes }))
  },
  'payments.makeTransfer': (context, { runId }) => {
    const { run, order } = context.read((reading) => {
      const found = readRun(reading.db, runId)
      return { run: found, order: transferOrder(reading, found) }
    })
    const bytes = transferFile(order)
    const name = `${safeFileName([formatWareki(run.payOn, 'short'), run.title, '総合振込'].join('_'))}.txt`
    context.write((writing) => {
      keepFile(writing, runId, 'transfer', { name, bytes })
      return null
    })
    return Promise.resolve(context.files.put(name, bytes))
  },
  'payments.getFile': (context, { fileId }) => {
    const file = context.read(({ db }) => getPaymentFile(db, fileId))
    if (file === undefined) throw new Refusal('not-found')
    return Promise.resolve(context.files.put(file.name, file.bytes))
  },
}

export const paymentHandlers: Handlers<PaymentOperation> = {
  ...readHandlers,
  ...writeHandlers,
  ...taskHandlers,
}
