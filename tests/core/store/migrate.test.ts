import BetterSqlite from 'better-sqlite3'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openCore } from '#core/open-core.ts'
import { provideChangeContext, unlogged } from '#core/store/change-log.ts'
import { currentVersion, migrate, migrations, readVersion } from '#core/store/migrate.ts'
import type { Migration } from '#core/store/migration.ts'
import { openTestCore, resources, testPorts } from '../core-harness.ts'
import { setUpMeeting } from '../small-council.ts'
import { schemaOf, tablesOf } from './schema-of.ts'

const schemas = join(import.meta.dirname, '../../fixtures/schemas')

function emptyDatabase(): BetterSqlite.Database {
  const connection = new BetterSqlite(':memory:')
  connection.pragma('foreign_keys = ON')
  provideChangeContext(connection)
  onTestFinished(() => {
    connection.close()
  })
  return connection
}

function freshDatabase(): BetterSqlite.Database {
  const connection = emptyDatabase()
  migrate(connection)
  return connection
}

describe('the schema', () => {
  it('of each released version is kept as a fixture', () => {
    const versions = readdirSync(schemas).map((name) => Number(name.slice(0, 4)))
    expect(versions.sort((first, second) => first - second)).toEqual(migrations.map((step) => step.version))
  })

  it.each(migrations.map((step) => step.version))('of version %i is what its fixture says', (version) => {
    const connection = emptyDatabase()
    migrate(
      connection,
      migrations.filter((step) => step.version <= version),
    )
    const file = join(schemas, `${String(version).padStart(4, '0')}.sql`)
    // A released step is never edited: write a new one. For a step that is not out yet, run once with this set.
    if (process.env.TSUDOI_WRITE_SCHEMA === '1') writeFileSync(file, schemaOf(connection, ['table', 'index']))
    expect(schemaOf(connection, ['table', 'index'])).toBe(readFileSync(file, 'utf8'))
  })

  it.each(migrations.map((step) => step.version))(
    'upgraded from version %i equals a fresh one',
    (version) => {
      const connection = emptyDatabase()
      connection.exec(readFileSync(join(schemas, `${String(version).padStart(4, '0')}.sql`), 'utf8'))
      connection.pragma(`user_version = ${String(version)}`)
      migrate(connection)
      const fresh = freshDatabase()
      expect(readVersion(connection)).toBe(currentVersion)
      expect(schemaOf(connection, ['table', 'index'])).toBe(schemaOf(fresh, ['table', 'index']))
    },
  )

  it('is strict in every table', () => {
    const loose = freshDatabase()
      .prepare<[], string>(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
      )
      .pluck()
      .all()
    expect(loose).toEqual([])
  })

  it('has an index for every reference', () => {
    const connection = freshDatabase()
    const missing = tablesOf(connection).flatMap((table) => {
      const references = connection
        .prepare<[string], string>('SELECT "from" FROM pragma_foreign_key_list(?)')
        .pluck()
        .all(table)
      const firstColumns = connection
        .prepare<[string], string>(
          'SELECT c.name FROM pragma_index_list(?) i JOIN pragma_index_info(i.name) c WHERE c.seqno = 0',
        )
        .pluck()
        .all(table)
      return references
        .filter((column) => !firstColumns.includes(column))
        .map((column) => `${table}.${column}`)
    })
    expect(missing).toEqual([])
  })

  it('logs each table but the log itself and what follows from others, in each of the three ways', () => {
    const connection = freshDatabase()
    const triggers = connection
      .prepare<[], string>(
        `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'log%' ORDER BY name`,
      )
      .pluck()
      .all()
    const expected = tablesOf(connection)
      .filter((table) => !unlogged.has(table))
      .flatMap((table) => ['insert', 'update', 'delete'].map((action) => `log_${action}_${table}`))
    expect(triggers).toEqual(expected.sort())
  })

  it('numbers its steps upwards, once each', () => {
    const versions = migrations.map((step) => step.version)
    expect(versions).toEqual([...new Set(versions)].sort((first, second) => first - second))
    expect(versions.every((version) => version % 10 === 0)).toBe(true)
  })
})

describe('a step', () => {
  const step = (sql: string, more: Partial<Migration> = {}): Migration => ({
    version: currentVersion + 10,
    name: 'of-the-test',
    sql,
    ...more,
  })

  it('that fails leaves schema, data and version of the step before', () => {
    const connection = freshDatabase()
    connection.exec(`INSERT INTO areas (id, name) VALUES ('a', '東部')`)
    const before = schemaOf(connection)
    const good = step('CREATE TABLE marks (id TEXT PRIMARY KEY) STRICT;')
    const bad = step(`UPDATE areas SET name = '西部'; CREATE TABLE marks (id TEXT PRIMARY KEY) STRICT;`, {
      version: currentVersion + 20,
    })
    expect(() => {
      migrate(connection, [good, bad])
    }).toThrow('marks already exists')
    expect(readVersion(connection)).toBe(good.version)
    expect(connection.prepare('SELECT name FROM areas').pluck().all()).toEqual(['東部'])

    const second = freshDatabase()
    expect(() => {
      migrate(second, [step('CREATE TABLE marks (id TEXT) STRICT; SELECT nothing FROM nowhere;')])
    }).toThrow()
    expect(readVersion(second)).toBe(currentVersion)
    expect(schemaOf(second)).toBe(before)
  })

  it('that adds a table or column gets it logged', () => {
    const connection = freshDatabase()
    migrate(connection, [
      step(
        'CREATE TABLE marks (id TEXT PRIMARY KEY, word TEXT) STRICT; ALTER TABLE areas ADD COLUMN colour TEXT;',
      ),
    ])
    connection.exec(
      `INSERT INTO marks VALUES ('m', '印'); INSERT INTO areas (id, name, colour) VALUES ('a', '東部', '青')`,
    )
    expect(
      connection.prepare('SELECT table_name, new_values FROM change_log ORDER BY id').raw().all(),
    ).toEqual([
      ['marks', '{"id":"m","word":"印"}'],
      ['areas', '{"id":"a","parent_id":null,"name":"東部","removed_at":null,"colour":"青"}'],
    ])
  })

  it('may rebuild a table that others refer to, and must say so', () => {
    const rebuild = `
      CREATE TABLE areas_anew (id TEXT PRIMARY KEY, parent_id TEXT REFERENCES areas(id), name TEXT NOT NULL, removed_at TEXT) STRICT;
      INSERT INTO areas_anew SELECT id, parent_id, name, removed_at FROM areas;
      DROP TABLE areas;
      ALTER TABLE areas_anew RENAME TO areas;`
    const rows = `INSERT INTO areas (id, name) VALUES ('a', '市'); INSERT INTO areas (id, parent_id, name) VALUES ('b', 'a', '東部');`
    const connection = freshDatabase()
    connection.exec(rows)
    migrate(connection, [step(rebuild, { rebuildsTables: true })])
    expect(connection.prepare('SELECT id FROM areas ORDER BY id').pluck().all()).toEqual(['a', 'b'])
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(() =>
      connection.exec(`INSERT INTO areas (id, parent_id, name) VALUES ('c', 'nobody', '西部')`),
    ).toThrow('FOREIGN KEY')

    const silent = freshDatabase()
    silent.exec(rows)
    expect(() => {
      migrate(silent, [step(rebuild)])
    }).toThrow('FOREIGN KEY')
    expect(readVersion(silent)).toBe(currentVersion)
  })

  it('that would leave a reference to nothing is taken back', () => {
    const connection = freshDatabase()
    connection.exec(
      `INSERT INTO areas (id, name) VALUES ('a', '市'); INSERT INTO areas (id, parent_id, name) VALUES ('b', 'a', '東部');`,
    )
    expect(() => {
      migrate(connection, [step(`DELETE FROM areas WHERE id = 'a';`, { rebuildsTables: true })])
    }).toThrow('broken references')
    expect(readVersion(connection)).toBe(currentVersion)
    expect(connection.prepare('SELECT COUNT(*) FROM areas').pluck().get()).toBe(2)
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1)
  })
})

describe('an upgrade', () => {
  it('from before the index of words indexes what was written by then', () => {
    const connection = emptyDatabase()
    migrate(
      connection,
      migrations.filter((step) => step.version < 30),
    )
    connection.exec(
      `INSERT INTO people (id, name, kana, postal_code, address, phone, phone_note, fax, email, note, name_key, kana_key, removed_at)
       VALUES ('p', '髙橋', 'たかはし', '', '', '', '', '', '', '', '', '', NULL), ('q', '佐藤', '', '', '', '', '', '', '', '', '', '', '2026-04-01')`,
    )
    migrate(connection)
    const found = connection
      .prepare(
        `SELECT e.kind, e.record_id FROM search_index x JOIN search_entries e ON e.id = x.rowid WHERE search_index MATCH ?`,
      )
      .raw()
    expect(found.all('"高橋" *')).toEqual([['person', 'p']])
    expect(found.all('"佐藤" *')).toEqual([])
  })

  it('keeps the columns that an office chose, and then remembers them for any list', () => {
    const connection = emptyDatabase()
    migrate(
      connection,
      migrations.filter((step) => step.version < 420),
    )
    connection.exec(`INSERT INTO list_columns (id, columns) VALUES ('people', '["name"]')`)
    migrate(connection)
    connection.exec(`INSERT INTO list_columns (id, columns) VALUES ('councils', '["council"]')`)
    const kept = connection.prepare('SELECT id, columns FROM list_columns ORDER BY id').raw()
    expect(kept.all()).toEqual([
      ['councils', '["council"]'],
      ['people', '["name"]'],
    ])
  })

  it('makes a backup first, and one that fails leaves the data as they were', async () => {
    const { ask, folder, close } = await openTestCore()
    await setUpMeeting(ask)
    await close()
    const file = join(folder, 'tsudoi.db')
    const older = new BetterSqlite(file)
    // Says that the first step is still to come, so that the step meets tables that are there already.
    older.pragma('user_version = 5')
    const schema = schemaOf(older)
    older.close()
    const ports = testPorts()
    const opened = await openCore({ folder, resources, ports })
    expect(opened).toEqual({ ok: false, error: { code: 'unexpected' } })
    expect(String(ports.faults[0])).toContain('already exists')

    const backup = join(folder, 'backups', 'tsudoi-20260917-1330-migration.db')
    expect(existsSync(backup)).toBe(true)
    for (const copy of [file, backup]) {
      const connection = new BetterSqlite(copy, { readonly: true })
      expect(readVersion(connection)).toBe(5)
      expect(schemaOf(connection)).toBe(schema)
      expect(connection.prepare('SELECT COUNT(*) FROM meetings').pluck().get()).toBe(1)
      connection.close()
    }
    // The folder is free again.
    expect((await openCore({ folder, resources, ports })).ok).toBe(false)
  })
})
