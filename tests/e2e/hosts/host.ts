import type { Page } from '@playwright/test'

/** A running Tsudoi with its window, whatever the host. */
export interface Host {
  readonly page: Page
  /** Data folder, for looking at what is on disk. */
  readonly folder: string
  /** Of the program's process. */
  readonly pid: number
  /** Kills the program without a chance to tidy up. */
  kill(): void
  close(): Promise<void>
}

export interface HostOptions {
  readonly folder: string
  /** Local time at which the program's clock starts, YYYY-MM-DDTHH:MM. */
  readonly now?: string
  /** More for the program's environment. */
  readonly environment?: Readonly<Record<string, string>>
}
