/** One step of the schema. Numbered in tens, never edited once released; forward only. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
  /**
   * The step rebuilds a table that others refer to. `foreign_keys` cannot change inside a transaction, so
   * the runner switches it off outside and checks all references before the commit.
   */
  readonly rebuildsTables?: boolean
}
