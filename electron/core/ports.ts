import type { Worker } from 'node:worker_threads'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ClockTime } from '#shared/domain/clock-time.ts'
import type { FileToken, OfferedFile } from '#shared/contract/files.ts'

/** What the core needs of the world. A shell or a test gives them to `openCore`; the core reaches for nothing itself. */
export interface Ports {
  readonly clock: Clock
  readonly randomness: Randomness
  readonly printer: Printer
  readonly log: Log
  readonly who: Who
  /** For what takes long. A shell without it leaves it out: the work is then done in the core's own thread. */
  readonly threads?: Threads
  /** Where the operating system keeps a secret for the account that is signed in; left out where it cannot. */
  readonly signIn?: SignInVault
}

/** Seals a secret so that only the same account on the same PC opens it. */
export interface SignInVault {
  seal(secret: Uint8Array): Uint8Array
  /** Null where it was sealed elsewhere, or is none. */
  open(sealed: Uint8Array): Uint8Array | null
}

export interface Clock {
  /** Milliseconds since 1970, UTC: for ids and intervals. */
  now(): number
  /** The calendar day and time where the office is. */
  local(): { readonly date: CalendarDate; readonly time: ClockTime }
}

export interface Randomness {
  bytes(count: number): Uint8Array
}

/** Prints a page (HTML whose style and fonts lie in resources/print) to PDF. A shell without Chromium refuses with `printer-unavailable`. */
export interface Printer {
  printToPdf(page: PrintPage): Promise<Uint8Array>
}

export interface PrintPage {
  /** A whole HTML document without scripts; it refers to `print.css` and `fonts/…` relative to its own place. */
  readonly html: string
  readonly title: string
}

/** Lines about the program's doings. Never a name, a text or a number of a person. */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void
  error(event: string, fault: unknown): void
}

/** Who sits at the keyboard, for the change log. */
export interface Who {
  /** Name chosen at start, else the account of the PC. */
  name(): string
  /** The account and the PC, which are nobody's choice; left out where they say nothing. */
  origin?(): string
}

/** Threads of the core's own program `electron/core/workers/thread.ts`, wherever the shell has it. */
export interface Threads {
  start(): Worker
}

/** Files on their way between the window and the world; see `shared/contract/files.ts`. */
export interface FileTray {
  put(name: string, bytes: Uint8Array): OfferedFile
  take(token: FileToken): { readonly name: string; readonly bytes: Uint8Array }
}
