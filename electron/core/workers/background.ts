import type { Worker } from 'node:worker_threads'
import { Refusal } from '#shared/contract/errors.ts'
import { type FileToken, fileToken } from '#shared/contract/files.ts'
import type { LongWork } from '#shared/contract/system-operations.ts'
import type { SystemState } from '../context.ts'
import type { CoreTray } from '../file-tray.ts'
import type { Log, Printer, PrintPage, Threads } from '../ports.ts'
import type { HeavyWork } from '../safekeeping/heavy-work.ts'
import type { DataKey } from '../store/connect.ts'
import type { BackgroundOperation } from '#shared/contract/background-operations.ts'
import type { Change, FromThread, Moment, SentFile, ToThread, Work } from './thread-messages.ts'

export interface BackgroundParts {
  readonly threads: Threads
  readonly printer: Printer
  readonly files: CoreTray
  readonly log: Log
  readonly resources: string
}

/** Long work, done one after another on a thread of its own while the core goes on answering. */
export interface Background extends HeavyWork {
  /** As the handler of the operation would have answered. Refuses with `cancelled` where it was ended by `cancel`. */
  run(operation: BackgroundOperation, input: unknown, asked: Asked): Promise<unknown>
  /** The operation under way that may be ended. */
  longWork(): LongWork | null
  /** Ends the operation under way; what waits behind it is done after all. One that writes is waited for. */
  cancel(): Promise<void>
  /** Resolves when nothing is under way: files may then be replaced. */
  idle(): Promise<void>
  /** Ends the thread. */
  end(): Promise<void>
}

export interface Asked {
  /** The open database's file. */
  readonly database: string
  /** Its key; null for none. */
  readonly key: DataKey | null
  readonly known: readonly DataKey[]
  readonly change: Change | null
  readonly moment: Moment
  readonly state: SystemState
}

/** This PC gives no thread at all: the work must be done where it was asked for. */
export class NoThread extends Error {}

interface Waiting {
  readonly key: number
  readonly work: Work
  readonly resolve: (value: unknown) => void
  readonly reject: (fault: unknown) => void
}

/** Every file whose token stands anywhere in an input. */
function tokensIn(input: unknown, files: CoreTray): readonly FileToken[] {
  if (typeof input === 'string') {
    const token = fileToken.safeParse(input)
    return token.success && files.has(token.data) ? [token.data] : []
  }
  if (typeof input !== 'object' || input === null) return []
  return Object.values(input).flatMap((each) => tokensIn(each, files))
}

export function createBackground({ threads, printer, files, log, resources }: BackgroundParts): Background {
  let thread: Worker | null = null
  let lastKey = 0
  let current: Waiting | null = null
  let progress = { done: 0, total: 0 }
  const queue: Waiting[] = []
  const idleWaiters: (() => void)[] = []

  const post = (to: Worker, message: ToThread): void => {
    to.postMessage(message)
  }
  const settle = (how: (waiting: Waiting) => void): void => {
    const ended = current
    current = null
    progress = { done: 0, total: 0 }
    if (ended !== null) how(ended)
    next()
  }
  const print = async (to: Worker, page: number, given: PrintPage): Promise<void> => {
    try {
      post(to, { kind: 'printed', page, bytes: await printer.printToPdf(given) })
    } catch (fault) {
      if (!(fault instanceof Refusal)) log.error('printing for a thread failed', fault)
      const error = fault instanceof Refusal ? fault.toError() : ({ code: 'unexpected' } as const)
      post(to, { kind: 'not-printed', page, error })
    }
  }
  const hear = (from: Worker, message: FromThread): void => {
    if (from !== thread) return
    if (message.kind === 'ready') return
    if (message.kind === 'print') {
      void print(from, message.page, message.given)
      return
    }
    if (current === null || message.key !== current.key) return
    switch (message.kind) {
      case 'progress':
        progress = { done: message.done, total: message.total }
        return
      case 'done':
        for (const { token, name, bytes } of message.files) files.adopt(token, name, bytes)
        settle(({ resolve }) => {
          resolve(message.value)
        })
        return
      case 'refused':
        settle(({ reject }) => {
          reject(new Refusal(message.error.code, message.error.details))
        })
        return
      case 'failed':
        settle(({ reject }) => {
          reject(message.fault)
        })
    }
  }
  const started = (): Worker => {
    if (thread !== null) return thread
    const fresh = threads.start()
    let ready = false
    // The program may end while a thread rests.
    fresh.unref()
    fresh.on('message', (message: FromThread) => {
      if (message.kind === 'ready') ready = true
      hear(fresh, message)
    })
    const lost = (fault: unknown): void => {
      if (fresh !== thread) return
      thread = null
      settle(({ reject }) => {
        reject(ready ? fault : new NoThread('no thread', { cause: fault }))
      })
    }
    fresh.on('error', lost)
    fresh.on('exit', () => {
      lost(new Error('the thread for long work has ended'))
    })
    thread = fresh
    return fresh
  }
  const next = (): void => {
    if (current !== null) return
    const following = queue.shift()
    if (following === undefined) {
      thread?.unref()
      for (const tell of idleWaiters.splice(0)) tell()
      return
    }
    current = following
    const to = started()
    // What was asked for is waited for.
    to.ref()
    post(to, { kind: 'work', key: following.key, work: following.work })
  }
  const add = (work: Work): Promise<unknown> =>
    new Promise((resolve, reject) => {
      lastKey += 1
      queue.push({ key: lastKey, work, resolve, reject })
      next()
    })
  const endThread = async (fault: Refusal): Promise<void> => {
    const ending = thread
    thread = null
    await ending?.terminate()
    settle(({ reject }) => {
      reject(fault)
    })
  }

  const idle = (): Promise<void> =>
    current === null
      ? Promise.resolve()
      : new Promise((resolve) => {
          idleWaiters.push(resolve)
        })

  return {
    run: (operation, input, asked) => {
      const sent: SentFile[] = [...new Set(tokensIn(input, files))].map((token) => ({
        token,
        ...files.take(token),
      }))
      return add({ what: 'operation', operation, input, ...asked, resources, files: sent })
    },
    checkWhole: async (database, key) => {
      await add({ what: 'check', database, key })
    },
    copyWhole: async (database, half, key) => {
      await add({ what: 'copy', database, half, key })
    },
    longWork: () =>
      current?.work.what === 'operation' && current.work.change === null
        ? { operation: current.work.operation, ...progress }
        : null,
    cancel: async () => {
      if (current?.work.what !== 'operation') return
      // Ended just after its commit, it would be called off and yet be there.
      if (current.work.change === null) await endThread(new Refusal('cancelled'))
      else await idle()
    },
    idle,
    end: async () => {
      for (const waiting of queue.splice(0)) waiting.reject(new Refusal('cancelled'))
      await endThread(new Refusal('cancelled'))
    },
  }
}
