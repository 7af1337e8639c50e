import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { insertAtOnce } from '#core/store/insert-at-once.ts'
import { migrate } from '#core/store/migrate.ts'
import { openDatabase } from '#core/store/open-database.ts'
import type { WriteDb } from '#core/store/database.ts'
import { temporaryFolder } from '../core-harness.ts'

function open() {
  const opened = openDatabase(join(temporaryFolder(), 'tsudoi.db'), null)
  onTestFinished(() => {
    opened.connection.close()
  })
  migrate(opened.connection)
  return opened
}

const addPerson = (db: WriteDb, id: string, name: string): void => {
  db.run(
    `INSERT INTO people (id, name, kana, postal_code, address, phone, phone_note, fax, email, note, name_key, kana_key)
     VALUES (?, ?, '', '', '', '', '', '', '', '', ?, ?)`,
    [id, name, name, name],
  )
}
const addSector = (db: WriteDb, id: string, person: string, sector: string): void => {
  db.run('INSERT INTO person_sectors (id, person_id, sector) VALUES (?, ?, ?)', [id, person, sector])
}

/** New records, one changed, one deleted whose place in the table the next one takes, and one taken off the roster. */
function work(db: WriteDb): void {
  db.run(`INSERT INTO organizations (id, name, kana, name_key) VALUES ('o1', '消防団', '', '消防団')`)
  addPerson(db, 'p1', '山田　太郎')
  addSector(db, 's1', 'p1', 'youth')
  addPerson(db, 'p2', '髙橋　花子')
  db.run(`UPDATE people SET name = '山田　次郎' WHERE id = 'p1'`)
  db.run(`DELETE FROM person_sectors WHERE id = 's1'`)
  addSector(db, 's2', 'p2', 'elderly')
  db.run(`INSERT INTO affiliations (id, person_id, organization_id, post) VALUES ('f1', 'p2', 'o1', '団長')`)
  db.run(`UPDATE people SET removed_at = '2026-11-27T10:00' WHERE id = 'p2'`)
  addPerson(db, 'p3', '佐藤　三郎')
}

function done(write: (db: WriteDb) => void) {
  const { connection, changeContext, writing, reading } = open()
  const before = connection.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all()
  Object.assign(changeContext, {
    at: '2026-11-27T01:00:00.000Z',
    who: '戸田',
    operation: 'imports.apply',
    operationNumber: 7,
  })
  connection.transaction(() => {
    write(writing)
  })()
  expect(connection.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all()).toEqual(before)
  const found = (grams: string) =>
    reading.all(
      `SELECT e.kind, e.record_id FROM search_index x JOIN search_entries e ON e.id = x.rowid
       WHERE x.search_index MATCH ? ORDER BY e.record_id`,
      [`"${grams}"`],
    )
  return {
    // Each record's own history, in its order.
    log: reading.all(
      `SELECT at, who, operation, operation_number, table_name, record_id, action, old_values, new_values FROM change_log
       ORDER BY table_name, record_id, id`,
    ),
    found: ['山田次', '山田太', '高橋花', '佐藤三', '消防団'].map(found),
  }
}

describe('very many new records', () => {
  it('have the same history and are found by the same words as if written one by one', () => {
    const oneByOne = done(work)
    expect(oneByOne.log).toHaveLength(10)
    expect(oneByOne.found.map((each) => each.length)).toEqual([1, 0, 0, 1, 1])
    expect(done((db) => insertAtOnce(db, work))).toEqual(oneByOne)
  })

  it('go back together, and leave the triggers in their places', () => {
    const { connection, writing, reading } = open()
    const triggers = () => reading.all(`SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name`)
    const before = triggers()
    expect(() => {
      connection.transaction(() =>
        insertAtOnce(writing, (db) => {
          addPerson(db, 'p1', '山田　太郎')
          throw new Error('half way')
        }),
      )()
    }).toThrow('half way')
    expect(triggers()).toEqual(before)
    expect(reading.all('SELECT id FROM people')).toEqual([])
  })
})
