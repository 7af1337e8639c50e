import { parentPort } from 'node:worker_threads'
import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import { Refusal } from '#shared/contract/errors.ts'
import type { SystemControl, TaskContext, WriteContext } from '../context.ts'
import { createFileTray } from '../file-tray.ts'
import { createIdSource } from '../new-id.ts'
import type { Clock, Printer, PrintPage } from '../ports.ts'
import { checkWholeNow, copyWholeNow } from '../safekeeping/heavy-work.ts'
import type { Connection } from '../store/connect.ts'
import { asWritingRefusal, type OpenDatabase, openToRead, openToWrite } from '../store/open-database.ts'
import type { Change, FromThread, SentFile, ToThread, Work } from './thread-messages.ts'

/**
 * The thread for long work: `createBackground` tells it what to do, one thing at a time. It runs the same
 * handlers as the core, on a connection of its own, which can write only where the core says under what change.
 */
const port = parentPort
if (port === null) throw new Error('this is a thread, not a program')

const tell = (message: FromThread): void => {
  port.postMessage(message)
}

interface PageOnItsWay {
  readonly resolve: (bytes: Uint8Array) => void
  readonly reject: (fault: Refusal) => void
}
const pages = new Map<number, PageOnItsWay>()
let lastPage = 0

/** Chromium belongs to the shell: pages go there to be printed. */
const printer: Printer = {
  printToPdf: (given: PrintPage) =>
    new Promise((resolve, reject) => {
      lastPage += 1
      pages.set(lastPage, { resolve, reject })
      tell({ kind: 'print', page: lastPage, given })
    }),
}

const refuseControl = (): never => {
  throw new Error('a task in the background has no hold of the core')
}
/** Of the core's own doings the thread has one: looking the data over, which takes long and changes nothing. */
function systemFor({ database, key, known, moment }: OperationWork, connection: Connection): SystemControl {
  const clock: Clock = {
    now: () => Date.parse(`${moment.today}T${moment.now}:00Z`) - moment.aheadOfUtc,
    local: () => ({ date: moment.today, time: moment.now }),
  }
  const check: SystemControl['check'] = async (progress) => {
    const { checkRecords } = await import('../safekeeping/check-records.ts')
    const keyring = { current: key, known }
    return checkRecords({ connection, folder: dirname(database), clock, keyring }, progress)
  }
  return new Proxy({} as SystemControl, { get: (_none, name) => (name === 'check' ? check : refuseControl) })
}

type OperationWork = Extract<Work, { readonly what: 'operation' }>
type LooseTask = (context: TaskContext, input: unknown) => Promise<unknown>

const randomness = { bytes: (count: number): Uint8Array => new Uint8Array(randomBytes(count)) }

/** The one transaction of a task that writes, under the number that the core has set aside for it. */
function writeOnce<T>(
  { operation, moment: { today, now } }: OperationWork,
  { at, who, origin, operationNumber }: Change,
  { connection, changeContext, writing }: OpenDatabase,
  change: (context: WriteContext) => T,
): T {
  Object.assign(changeContext, { at: new Date(at).toISOString(), who, origin, operation, operationNumber })
  const ids = createIdSource({ now: () => at }, randomness)
  return connection.transaction(() => change({ db: writing, today, now, ids, who })).immediate()
}

function openFor({ database, key, change }: OperationWork): {
  readonly connection: Connection
  readonly reading: OpenDatabase['reading']
  readonly toWrite: OpenDatabase | null
  readonly close: () => void
} {
  if (change === null) return { ...openToRead(database, key), toWrite: null }
  const toWrite = openToWrite(database, key)
  const { connection, reading } = toWrite
  return { connection, reading, toWrite, close: () => connection.close() }
}

async function carryOut(key: number, work: OperationWork): Promise<void> {
  const { operation, input, moment, state, resources } = work
  // Asked for late: a check of the file at start need not wait for every paper's builder to be loaded.
  const { handlers } = await import('../use-cases/handlers.ts')
  const made: SentFile[] = []
  const tray = createFileTray(randomness)
  for (const { token, name, bytes } of work.files) tray.adopt(token, name, bytes)
  const { connection, reading, toWrite, close } = openFor(work)
  try {
    const context: TaskContext = {
      today: moment.today,
      now: moment.now,
      files: {
        take: (token) => tray.take(token),
        put: (name, bytes) => {
          const offered = tray.put(name, bytes)
          made.push({ token: offered.token, name, bytes })
          return offered
        },
      },
      printer,
      resources,
      system: systemFor(work, connection),
      progress: (done, total) => {
        tell({ kind: 'progress', key, done, total })
      },
      // This is the thread.
      aside: (name, given) => (handlers[name] as LooseTask)(context, given) as never,
      read: (ask) => {
        const reader = { db: reading, ...moment, state }
        return ask(reader)
      },
      // The parameter's type shuts out a Promise; inside, it is the plain value.
      write: (change) =>
        toWrite === null || work.change === null
          ? refuseControl()
          : writeOnce(work, work.change, toWrite, change),
    }
    // Input and handler belong together by the name; the core has parsed the input by that name's schema.
    const handler = handlers[operation] as LooseTask
    const value = await handler(context, input)
    tell({ kind: 'done', key, value, files: made })
  } finally {
    close()
  }
}

async function work(key: number, given: Work): Promise<void> {
  switch (given.what) {
    case 'operation':
      return carryOut(key, given)
    case 'check':
      checkWholeNow(given.database, given.key)
      break
    case 'copy':
      await copyWholeNow(given.database, given.half, given.key)
      break
  }
  tell({ kind: 'done', key, value: null, files: [] })
}

async function answer(key: number, given: Work): Promise<void> {
  try {
    await work(key, given)
  } catch (fault) {
    const known = asWritingRefusal(fault)
    if (known instanceof Refusal) tell({ kind: 'refused', key, error: known.toError() })
    else tell({ kind: 'failed', key, fault })
  }
}

port.on('message', (message: ToThread) => {
  if (message.kind === 'work') {
    void answer(message.key, message.work)
    return
  }
  const page = pages.get(message.page)
  pages.delete(message.page)
  if (message.kind === 'printed') page?.resolve(message.bytes)
  else page?.reject(new Refusal(message.error.code, message.error.details))
})
tell({ kind: 'ready' })
