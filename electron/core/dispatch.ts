import { contract, isOperationName, type OperationName } from '#shared/contract/contract.ts'
import { Refusal, type Result } from '#shared/contract/errors.ts'
import { aheadOfUtcOf } from '#shared/domain/local-time.ts'
import type {
  Handlers,
  ReadContext,
  SystemControl,
  SystemState,
  TaskContext,
  WriteContext,
} from './context.ts'
import { createIdSource } from './new-id.ts'
import type { FileTray, Ports } from './ports.ts'
import { asFileRefusal } from './file-refusal.ts'
import type { Keyring } from './store/connect.ts'
import { asWritingRefusal, type OpenDatabase } from './store/open-database.ts'
import { type Background, NoThread } from './workers/background.ts'
import type { Change } from './workers/thread-messages.ts'
import {
  type BackgroundOperation,
  isBackgroundOperation,
  isWritingBackgroundOperation,
} from '#shared/contract/background-operations.ts'

export interface DispatchParts {
  readonly handlers: Handlers<OperationName>
  readonly ports: Ports
  readonly files: FileTray
  readonly resources: string
  readonly system: SystemControl
  /** Asked anew each time: practice data may have been opened in between. */
  database(): OpenDatabase
  /** That of the open database. */
  keyring(): Keyring
  /** Waits while one database is being closed and another opened. */
  settled(): Promise<void>
  /** Null when the open data may be written to; what keeps them from it otherwise. Waits for the check of the file. */
  whole(): Promise<Refusal | null>
  /** Carries out what is done beside everything else; null where the shell has no threads. */
  readonly background: Pick<Background, 'run'> | null
  /** Throws `locked` where nothing but unlocking is answered. */
  requireUnlocked(operation: string): void
  /** Throws `role-needed` where the role at the keyboard may not ask it. */
  requireRole(operation: OperationName): void
  /** Throws where this PC may only read. */
  requireEdit(): void
  /** Told after each committed write. */
  saved(): void
}

type LooseHandler = (context: unknown, input: unknown) => unknown

/** So much changes at once that a copy of the data is made and checked first. */
const backedUpBefore: ReadonlySet<OperationName> = new Set([
  'imports.apply',
  'organizations.applyImport',
  'resources.applyImport',
])

/**
 * The one way in: name → schema → transaction → use case → Result. A refusal inside a write rolls its
 * transaction back; a fault of ours does too, is logged without the input, and crosses as `unexpected`.
 */
export function createDispatch(
  parts: DispatchParts,
): (operation: string, input: unknown) => Promise<Result<unknown>> {
  const { ports, system } = parts
  const ids = createIdSource(ports.clock, ports.randomness)

  const readContext = (): ReadContext & { state: SystemState } => {
    const { date, time } = ports.clock.local()
    const aheadOfUtc = aheadOfUtcOf(ports.clock)
    return { db: parts.database().reading, today: date, now: time, aheadOfUtc, state: system.state() }
  }

  const transact = <T>(operation: string, change: (context: WriteContext) => T): T => {
    parts.requireEdit()
    const { connection, changeContext, writing } = parts.database()
    const { date, time } = ports.clock.local()
    const who = ports.who.name()
    Object.assign(changeContext, {
      at: new Date(ports.clock.now()).toISOString(),
      who,
      origin: ports.who.origin?.() ?? '',
      operation,
      operationNumber: changeContext.operationNumber + 1,
    })
    const value = connection
      .transaction(() => change({ db: writing, today: date, now: time, ids, who }))
      .immediate()
    parts.saved()
    return value
  }

  const taskContext = (operation: string): TaskContext => {
    const { date, time } = ports.clock.local()
    return {
      today: date,
      now: time,
      files: parts.files,
      printer: ports.printer,
      resources: parts.resources,
      system,
      progress: () => undefined,
      // What `run` gives back is what the handler of that very name gives.
      aside: (name, input) => run(name, input) as ReturnType<TaskContext['aside']> as never,
      read: (ask) => ask(readContext()),
      // The parameter's type shuts out a Promise; inside, it is the plain value.
      write: (change) => transact(operation, change),
    }
  }

  const run = (name: OperationName, input: unknown): unknown => {
    // Each handler takes just what its own schema yields, and its kind chooses the context: that pairing is
    // what the type of `handlers` proves, and cannot be said again for a name known only at run time.
    const handler = parts.handlers[name] as LooseHandler
    switch (contract[name].kind) {
      case 'read':
        return handler(readContext(), input)
      case 'write':
        return transact(name, (context) => handler(context, input))
      case 'task':
        return runTask(name, input)
    }
  }
  const runTask = async (name: OperationName, input: unknown): Promise<unknown> => {
    if (backedUpBefore.has(name)) await system.backUpBeforeImport()
    return parts.background !== null && isBackgroundOperation(name)
      ? runBeside(parts.background, name, input)
      : (parts.handlers[name] as LooseHandler)(taskContext(name), input)
  }
  /** Sets a number aside, so that what the core itself writes afterwards has a later one. */
  const setChangeAside = (): Change => {
    parts.requireEdit()
    const { changeContext } = parts.database()
    changeContext.operationNumber += 1
    return {
      at: ports.clock.now(),
      who: ports.who.name(),
      origin: ports.who.origin?.() ?? '',
      operationNumber: changeContext.operationNumber,
    }
  }
  const runBeside = async (
    background: Pick<Background, 'run'>,
    name: BackgroundOperation,
    input: unknown,
  ): Promise<unknown> => {
    const { today, now, aheadOfUtc, state } = readContext()
    const database = parts.database().connection.name
    const change = isWritingBackgroundOperation(name) ? setChangeAside() : null
    try {
      const moment = { today, now, aheadOfUtc }
      const { current: key, known } = parts.keyring()
      const value = await background.run(name, input, { database, key, known, change, moment, state })
      if (change !== null) parts.saved()
      return value
    } catch (fault) {
      if (!(fault instanceof NoThread)) throw fault
      ports.log.error('no thread for long work', fault)
      return (parts.handlers[name] as LooseHandler)(taskContext(name), input)
    }
  }

  /** Ends when the thread is not writing: SQLite lets one connection write, and the core must not stand and wait for it. */
  let writtenBeside: Promise<unknown> = Promise.resolve()
  const untilEnded = (value: unknown): Promise<unknown> => Promise.allSettled([value])

  return async (operation, given) => {
    try {
      if (!isOperationName(operation)) throw new Refusal('unknown-operation')
      parts.requireUnlocked(operation)
      await parts.settled()
      parts.requireRole(operation)
      const parsed = contract[operation].input.safeParse(given)
      if (!parsed.success) {
        throw new Refusal('invalid-input', {
          fields: [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))].slice(0, 20),
        })
      }
      if (contract[operation].kind !== 'read' && operation !== 'protection.unlock') {
        const damage = await parts.whole()
        if (damage !== null) throw damage
        for (let waited: unknown; waited !== writtenBeside; await waited) waited = writtenBeside
      }
      const value = run(operation, parsed.data)
      if (isWritingBackgroundOperation(operation)) writtenBeside = untilEnded(value)
      return { ok: true, value: await value }
    } catch (fault) {
      const known = asFileRefusal(asWritingRefusal(fault))
      if (known instanceof Refusal) return { ok: false, error: known.toError() }
      ports.log.error(`operation ${isOperationName(operation) ? operation : 'unknown'} failed`, fault)
      return { ok: false, error: { code: 'unexpected' } }
    }
  }
}
