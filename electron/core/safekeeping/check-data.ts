import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '#shared/contract/errors.ts'
import { checkTexts } from '#shared/contract/check-texts.ts'
import { connect, type Connection, type Keyring } from '../store/connect.ts'
import { askQuestion, questionNames } from '../store/consistency-store.ts'
import { type ReadDb, wrapConnection } from '../store/database.ts'
import { currentVersion, readVersion } from '../store/migrate.ts'
import { applicationId, asOpeningRefusal } from '../store/open-database.ts'
import { databaseFileName } from './open-folder.ts'

/** So many places are named in a remark; the rest is counted. */
const mostNamed = 5

export interface DataCheck {
  readonly file: string
  /** Version of the schema. */
  readonly version: number
  /** What is wrong, one line each, as SQLite says it; empty when all is well. */
  readonly problems: readonly string[]
  /** What is whole but cannot be right, as sentences for whoever keeps the data; not asked of another version. */
  readonly remarks: readonly string[]
  /** Rows of each table. */
  readonly tables: Readonly<Record<string, number>>
}

/**
 * Looks over the database of a folder without writing to it, beside a running program if need be: the whole
 * integrity check, foreign keys, and the marks a database of ours must have. Refuses with `not-set-up` where
 * there is none, with `damaged` where it cannot even be read, with `no-access` where it may not be.
 */
export function checkData(folder: string, keyring: Keyring): DataCheck {
  const file = join(folder, databaseFileName)
  if (!existsSync(file)) throw new Refusal('not-set-up')
  try {
    const connection = connect(file, keyring.current, { readonly: true })
    try {
      return lookOver(connection, file)
    } finally {
      connection.close()
    }
  } catch (fault) {
    throw asOpeningRefusal(fault)
  }
}

function lookOver(connection: Connection, file: string): DataCheck {
  const version = readVersion(connection)
  const problems = [
    ...expect('application_id', connection.pragma('application_id', { simple: true }), applicationId),
    ...expect('user_version', version, currentVersion),
    ...journalProblems(connection),
    ...integrityProblems(connection),
    ...foreignKeyProblems(connection),
  ]
  const remarks = version === currentVersion ? remarksOn(wrapConnection(connection)) : []
  return { file, version, problems, remarks, tables: countRows(connection) }
}

/** The questions of 「データの点検」 that found something: what was asked, where, and what to do. */
function remarksOn(db: ReadDb): readonly string[] {
  return questionNames.flatMap((name) => {
    // Broken references stand among the problems, as SQLite names them.
    const found = name === 'references-whole' ? [] : askQuestion(db, name)
    if (found.length === 0) return []
    const more = found.length - mostNamed
    const places = found.slice(0, mostNamed).join('、') + (more > 0 ? `、ほか${String(more)}件` : '')
    return [`${checkTexts[name].title}：${places}。${checkTexts[name].remedy}`]
  })
}

function expect(name: string, found: unknown, expected: unknown): readonly string[] {
  return found === expected ? [] : [`${name}: ${String(found)}, not ${String(expected)}`]
}

/** A backup that was put in place by hand keeps no log until the program opens it. */
function journalProblems(connection: Connection): readonly string[] {
  const found = connection.pragma('journal_mode', { simple: true })
  return found === 'delete' ? [] : expect('journal_mode', found, 'wal')
}

function integrityProblems(connection: Connection): readonly string[] {
  // The statement's only column is text, by SQLite's own documentation.
  const lines = connection.prepare<[], string>('PRAGMA integrity_check').pluck().all()
  return lines.filter((line) => line !== 'ok')
}

interface Orphan {
  readonly table: string
  readonly rowid: number | null
  readonly parent: string
}

function foreignKeyProblems(connection: Connection): readonly string[] {
  return connection
    .prepare<[], Orphan>('PRAGMA foreign_key_check')
    .all()
    .map(({ table, rowid, parent }) => `${table} ${String(rowid)}: no such row in ${parent}`)
}

function countRows(connection: Connection): Readonly<Record<string, number>> {
  const names = connection
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all()
  return Object.fromEntries(
    names.map((name) => [
      name,
      connection
        .prepare<[], number>(`SELECT COUNT(*) FROM "${name.replaceAll('"', '""')}"`)
        .pluck()
        .get() ?? 0,
    ]),
  )
}
