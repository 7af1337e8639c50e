import BetterSqlite from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Refusal } from '#shared/contract/errors.ts'
import { currentVersion, migrate } from '#core/store/migrate.ts'
import { applicationId, asOpeningRefusal, asWritingRefusal, openDatabase } from '#core/store/open-database.ts'
import { temporaryFolder } from '../core-harness.ts'

function open(file: string) {
  const database = openDatabase(file, null)
  onTestFinished(() => {
    database.connection.close()
  })
  return database
}

describe('an opened database', () => {
  it.each(['fresh', 'opened again'])('has every setting that keeps it safe, %s', (which) => {
    const file = join(temporaryFolder(), 'tsudoi.db')
    if (which === 'opened again') {
      const first = openDatabase(file, null)
      migrate(first.connection)
      first.connection.close()
    }
    const { connection } = open(file)
    migrate(connection)
    const read = (name: string): unknown => connection.pragma(name, { simple: true })
    expect(read('journal_mode')).toBe('wal')
    // 2 is FULL: the log is flushed to the disk at each commit.
    expect(read('synchronous')).toBe(2)
    expect(read('foreign_keys')).toBe(1)
    expect(read('application_id')).toBe(applicationId)
    expect(read('user_version')).toBe(currentVersion)
    // Readers of the one program are not shut out.
    expect(read('locking_mode')).toBe('normal')
    expect(read('encoding')).toBe('UTF-8')
  })

  it('is kept by a SQLite in which the WAL-reset fault is mended (3.51.3)', () => {
    const { connection } = open(join(temporaryFolder(), 'tsudoi.db'))
    const [major = 0, minor = 0, patch = 0] = String(
      connection.prepare('SELECT sqlite_version()').pluck().get(),
    )
      .split('.')
      .map(Number)
    expect(major * 1_000_000 + minor * 1000 + patch).toBeGreaterThanOrEqual(3_051_003)
  })

  it('has its mark before it has anything else', () => {
    const file = join(temporaryFolder(), 'tsudoi.db')
    openDatabase(file, null).connection.close()
    // Cut off before the first migration: opens again as a first start, not as damage.
    const { connection } = open(file)
    expect(connection.pragma('user_version', { simple: true })).toBe(0)
    expect(connection.pragma('application_id', { simple: true })).toBe(applicationId)
  })

  it('cannot be changed unnoticed by a tool that does not know its log', () => {
    const file = join(temporaryFolder(), 'tsudoi.db')
    const { connection } = open(file)
    migrate(connection)
    const tool = new BetterSqlite(file)
    onTestFinished(() => {
      tool.close()
    })
    expect(tool.prepare('SELECT COUNT(*) FROM areas').pluck().get()).toBe(0)
    expect(() => tool.exec(`INSERT INTO areas (id, name) VALUES ('a', '東部')`)).toThrow('change_at')
  })
})

describe('faults of SQLite', () => {
  const code = (fault: unknown): string => (fault instanceof Refusal ? fault.code : 'passed on')
  const sqlite = (name: string) => new BetterSqlite.SqliteError('fault', name)

  it.each([
    ['SQLITE_FULL', 'disk-full', 'disk-full'],
    ['SQLITE_IOERR_WRITE', 'file-not-writable', 'file-not-writable'],
    ['SQLITE_READONLY', 'file-not-writable', 'no-access'],
    ['SQLITE_CANTOPEN', 'passed on', 'no-access'],
    ['SQLITE_BUSY', 'file-busy', 'in-use'],
    ['SQLITE_BUSY_SNAPSHOT', 'file-busy', 'in-use'],
    ['SQLITE_CORRUPT', 'damaged', 'damaged'],
    ['SQLITE_NOTADB', 'damaged', 'damaged'],
    ['SQLITE_CONSTRAINT_FOREIGNKEY', 'passed on', 'passed on'],
  ])('%s is %s while writing and %s while opening', (name, writing, opening) => {
    expect(code(asWritingRefusal(sqlite(name)))).toBe(writing)
    expect(code(asOpeningRefusal(sqlite(name)))).toBe(opening)
  })

  it('are told from a full disk of the operating system and from our own faults', () => {
    expect(code(asWritingRefusal(Object.assign(new Error('no room'), { code: 'ENOSPC' })))).toBe('disk-full')
    const fault = new TypeError('ours')
    expect(asWritingRefusal(fault)).toBe(fault)
    expect(asOpeningRefusal('thrown text')).toBe('thrown text')
  })
})
