import type { Result } from '#shared/contract/errors.ts'
import type { FileTray, Ports } from './ports.ts'

export interface CoreOptions {
  /** The data folder: a local disk, never a share. Made if it is not there. */
  readonly folder: string
  /** Where `resources/` lies: built-in mappings, fonts, print styles, sample data. */
  readonly resources: string
  readonly ports: Ports
}

export interface Core {
  /** Asks the contract. Never rejects: faults come back as `unexpected`. */
  dispatch(operation: string, input: unknown): Promise<Result<unknown>>
  readonly files: FileTray
  /** Makes the closing backup, closes the database and frees the folder. May be called once. */
  close(): Promise<void>
}

/**
 * Opens the data folder: writable → lock → open → pragmas → version → quick_check → backup → migrate.
 * `in-use`, `damaged`, `too-new` and `no-access` come back as errors; nothing is ever deleted here.
 */
export function openCore(_options: CoreOptions): Promise<Result<Core>> {
  return Promise.resolve({ ok: false, error: { code: 'unexpected' } })
}
