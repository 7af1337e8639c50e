import type { Connection, Statement } from './connect.ts'

declare const readBrand: unique symbol
declare const writeBrand: unique symbol

export type SqlValue = string | number | bigint | Uint8Array | null

/**
 * A connection for asking. It has no way to write, so a read use case that writes does not compile.
 * Rows come back as the store's row types: the cast happens here, once, and the store's tests read every column back.
 */
export interface ReadDb {
  readonly [readBrand]: true
  get<Row>(sql: string, parameters?: readonly SqlValue[]): Row | undefined
  all<Row>(sql: string, parameters?: readonly SqlValue[]): Row[]
}

/** The same connection inside a transaction of a write operation. */
export interface WriteDb extends ReadDb {
  readonly [writeBrand]: true
  /** Returns how many rows were touched. */
  run(sql: string, parameters?: readonly SqlValue[]): number
}

/** Wraps a connection; statements are prepared once and kept. Whoever holds the result as WriteDb must be inside a transaction. */
export function wrapConnection(connection: Connection): WriteDb {
  const prepared = new Map<string, Statement>()
  const prepare = (sql: string): Statement => {
    const known = prepared.get(sql)
    if (known) return known
    const fresh = connection.prepare(sql)
    prepared.set(sql, fresh)
    return fresh
  }
  const methods = {
    // Safe only because each caller names the row type beside the SQL that yields it.
    get: <Row>(sql: string, parameters: readonly SqlValue[] = []) =>
      prepare(sql).get(...parameters) as Row | undefined,
    all: <Row>(sql: string, parameters: readonly SqlValue[] = []) => prepare(sql).all(...parameters) as Row[],
    run: (sql: string, parameters: readonly SqlValue[] = []) => prepare(sql).run(...parameters).changes,
  }
  // The brands exist in types only.
  return methods as WriteDb
}
