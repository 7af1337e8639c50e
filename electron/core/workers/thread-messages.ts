import type { TsudoiError } from '#shared/contract/errors.ts'
import type { FileToken } from '#shared/contract/files.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ClockTime } from '#shared/domain/clock-time.ts'
import type { SystemState } from '../context.ts'
import type { PrintPage } from '../ports.ts'
import type { DataKey } from '../store/connect.ts'
import type { BackgroundOperation } from '#shared/contract/background-operations.ts'

/** A file that goes along with a question or an answer, under the token it has in the core. */
export interface SentFile {
  readonly token: FileToken
  readonly name: string
  readonly bytes: Uint8Array
}

/** What is known when a task begins; a task ends on the day on which it began. */
export interface Moment {
  readonly today: CalendarDate
  readonly now: ClockTime
  /** Milliseconds. */
  readonly aheadOfUtc: number
}

/** Under which the thread's one transaction stands in the record of changes. */
export interface Change {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly who: string
  readonly origin: string
  readonly operationNumber: number
}

export type Work =
  | {
      readonly what: 'operation'
      readonly operation: BackgroundOperation
      readonly input: unknown
      readonly database: string
      readonly key: DataKey | null
      /** Keys that may open copies. */
      readonly known: readonly DataKey[]
      /** Null where nothing is written. */
      readonly change: Change | null
      readonly moment: Moment
      readonly state: SystemState
      readonly resources: string
      readonly files: readonly SentFile[]
    }
  /** Whether a database file is whole. */
  | { readonly what: 'check'; readonly database: string; readonly key: DataKey | null }
  /** A checked, flushed copy of a live database under a name that is not its last one. */
  | {
      readonly what: 'copy'
      readonly database: string
      readonly half: string
      readonly key: DataKey | null
    }

export type ToThread =
  | { readonly kind: 'work'; readonly key: number; readonly work: Work }
  | { readonly kind: 'printed'; readonly page: number; readonly bytes: Uint8Array }
  | { readonly kind: 'not-printed'; readonly page: number; readonly error: TsudoiError }

export type FromThread =
  /** The program is loaded. */
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'done'
      readonly key: number
      readonly value: unknown
      readonly files: readonly SentFile[]
    }
  | { readonly kind: 'refused'; readonly key: number; readonly error: TsudoiError }
  /** A fault of ours; `fault` is the thrown thing as far as it can be sent. */
  | { readonly kind: 'failed'; readonly key: number; readonly fault: unknown }
  | { readonly kind: 'print'; readonly page: number; readonly given: PrintPage }
  | { readonly kind: 'progress'; readonly key: number; readonly done: number; readonly total: number }
