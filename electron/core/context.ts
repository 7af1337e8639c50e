import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ClockTime } from '#shared/domain/clock-time.ts'
import type { Contract, InputOf, OperationName, OutputOf } from '#shared/contract/contract.ts'
import type { BackgroundOperation } from '#shared/contract/background-operations.ts'
import type { BackupMark, LongWork, SecondPlaceState } from '#shared/contract/system-operations.ts'
import type { SeatState } from '#shared/contract/seat-operations.ts'
import type { SharingState } from '#shared/contract/sharing-operations.ts'
import type { IdSource } from './new-id.ts'
import type { FileTray, Printer } from './ports.ts'
import type { ProtectionControl } from './protection-control.ts'
import type { SafekeepingControl } from './safekeeping-control.ts'
import type { SeatControl } from './seat-control.ts'
import type { SharingSession } from './sharing-session.ts'
import type { ReadDb, WriteDb } from './store/database.ts'

/** What a use case is given. Nothing else is within its reach: no clock, no disk, no shell. */
export interface ReadContext {
  readonly db: ReadDb
  readonly today: CalendarDate
  readonly now: ClockTime
  /** How far the PC's clock is ahead of UTC, in milliseconds: the log keeps instants, people read local time. */
  readonly aheadOfUtc: number
}

export interface WriteContext {
  readonly db: WriteDb
  readonly today: CalendarDate
  readonly now: ClockTime
  readonly ids: IdSource
  /** The name at the keyboard. */
  readonly who: string
}

export interface TaskContext {
  readonly today: CalendarDate
  readonly now: ClockTime
  readonly files: FileTray
  readonly printer: Printer
  /** Where resources/ lies. */
  readonly resources: string
  readonly system: SystemControl
  /** Says how far it has come, where that can be counted; seen by whoever waits. */
  progress(done: number, total: number): void
  /** Has a task carried out on the thread for long work, where there is one; else here. */
  aside<Name extends BackgroundOperation>(operation: Name, input: InputOf<Name>): Promise<OutputOf<Name>>
  read<T>(ask: (context: ReadContext) => T): T
  /** One transaction. What it returns is no Promise: an asynchronous write would outlive its transaction. */
  write<T>(change: (context: WriteContext) => T extends Promise<unknown> ? never : T): T
}

/** What only the opened core itself can do. */
export interface SystemControl extends SafekeepingControl {
  backUpNow(): Promise<BackupMark>
  /** Before many records change at once. */
  backUpBeforeImport(): Promise<BackupMark>
  /** What somebody who helps needs to know of this program and its data, without any content of theirs. */
  describeForSupport(): readonly string[]
  setSecondPlace(path: string | null): Promise<void>
  startPractice(): Promise<void>
  removePractice(): Promise<void>
  readonly sharing: SharingSession
  readonly protection: ProtectionControl
  readonly seat: SeatControl
  /** Names of what this PC had not published when another went on, oldest first. */
  keptWork(): readonly string[]
  /** Asks one of them; it is only read. Refuses with `not-found`. */
  askKeptWork<T>(name: string, ask: (kept: ReadDb) => T): T
  /** Takes it off the list; the file stays. */
  settleKeptWork(name: string): void
  state(): SystemState
  /** Ends the long work under way; it is refused with `cancelled`. Nothing happens where there is none. */
  cancelLongWork(): Promise<void>
}

export interface SystemState {
  readonly practice: boolean
  readonly ownDataExist: boolean
  readonly lastBackup: BackupMark | null
  readonly lastSavedAt: string | null
  /** The whole file is still being checked; nothing is written until that has ended. */
  readonly checking: boolean
  readonly longWork: LongWork | null
  readonly sharing: SharingState
  readonly secondPlace: SecondPlaceState | null
  readonly protection: { readonly hasPassword: boolean; readonly idleMinutes: number | null }
  readonly seat: SeatState
}

type HandlerOf<Name extends OperationName> = Contract[Name]['kind'] extends 'read'
  ? (context: ReadContext & { readonly state: SystemState }, input: InputOf<Name>) => OutputOf<Name>
  : Contract[Name]['kind'] extends 'write'
    ? (context: WriteContext, input: InputOf<Name>) => OutputOf<Name>
    : (context: TaskContext, input: InputOf<Name>) => Promise<OutputOf<Name>>

/** The handlers of a feature: each of its operations, with the context that its kind allows. */
export type Handlers<Names extends OperationName> = { readonly [Name in Names]: HandlerOf<Name> }
/** The operations of one feature: `OperationsOf<typeof councilOperations>`. */
export type OperationsOf<Feature> = Extract<keyof Feature, OperationName>
