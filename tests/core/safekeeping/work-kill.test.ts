import BetterSqlite from 'better-sqlite3'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listBackups } from '#core/safekeeping/back-up.ts'
import { verifyBackup } from '#core/safekeeping/heavy-work.ts'
import { currentVersion } from '#core/store/migrate.ts'
import { applicationId } from '#core/store/open-database.ts'
import { startChild } from '../child-process.ts'
import { openTestCore, temporaryFolder } from '../core-harness.ts'
import { hangsAfter, killsOf, momentsFrom, pause, roundsUntil } from '../kill-counts.ts'

function ask<T>(file: string, sql: string): T {
  // Not read-only: a change that was cut off must be taken back first, as at the next start.
  const connection = new BetterSqlite(file)
  try {
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(connection.pragma('foreign_key_check')).toEqual([])
    // Each caller names the column's own type.
    return connection.prepare(sql).pluck().get() as T
  } finally {
    connection.close()
  }
}

describe('a program killed while it takes in rosters', () => {
  const kills = killsOf('imports')
  it(
    'has taken in each wholly or not at all, and every one that it said was in',
    async () => {
      const next = momentsFrom(1)
      let taken = 0
      for (let round = 0; round < kills; round += 1) {
        const folder = temporaryFolder()
        const child = startChild('safekeeping/import-again.ts', [folder, String(1e12 + round)])
        await child.waitUntil((lines) => lines.length >= 2 + (next() % 3))
        await pause(next() % 120)
        await child.kill()
        const before = Number(child.lines.find((line) => line.startsWith('before '))?.slice(7))
        const told = child.lines.filter((line) => line.startsWith('in ')).length
        const people = ask<number>(join(folder, 'tsudoi.db'), 'SELECT COUNT(*) FROM people')
        expect((people - before) % 40).toBe(0)
        expect([told, told + 1]).toContain((people - before) / 40)
        for (const { file } of listBackups(folder)) verifyBackup(join(folder, 'backups', file), null)
        taken += told
      }
      expect(taken).toBeGreaterThanOrEqual(kills)
    },
    hangsAfter(kills),
  )
})

describe('a program killed while it brings old data up to date', () => {
  const kills = killsOf('migrations')

  function oldDatabase(): string {
    const file = join(temporaryFolder(), 'old.db')
    const connection = new BetterSqlite(file)
    connection.pragma(`application_id = ${String(applicationId)}`)
    connection.exec(readFileSync(join(import.meta.dirname, '../../fixtures/schemas/0010.sql'), 'utf8'))
    const insert = connection.prepare(
      `INSERT INTO people (id, name, kana, postal_code, address, phone, phone_note, fax, email, note, name_key, kana_key)
       VALUES (?, ?, '', '', '', '', '', '', '', '', ?, '')`,
    )
    connection.transaction(() => {
      for (let number = 0; number < 2000; number += 1)
        insert.run(String(number).padStart(26, '0'), `試験　${String(number)}`, `試験${String(number)}`)
    })()
    connection.pragma('user_version = 10')
    connection.close()
    return file
  }

  it(
    'leaves a whole step behind it, with every record; the next start goes on from there',
    async () => {
      const old = oldDatabase()
      const next = momentsFrom(2)
      let between = 0
      for (const _round of roundsUntil(kills, () => between > 0)) {
        const folder = temporaryFolder()
        const child = startChild('safekeeping/migrate-again.ts', [folder, old])
        await child.waitUntil((lines) => lines.length >= 1 + 2 * (next() % 2))
        await pause(next() % 400)
        await child.kill()
        for (const place of readdirSync(folder)) {
          const file = join(folder, place, 'tsudoi.db')
          if (!existsSync(file) || readFileSync(file).length < readFileSync(old).length) continue
          expect(ask<number>(file, 'SELECT COUNT(*) FROM people')).toBe(2000)
          if (ask<number>(file, 'SELECT user_version FROM pragma_user_version') < currentVersion) between += 1
          const again = await openTestCore(join(folder, place))
          expect(await again.ask('roster.listPeople', {})).toHaveLength(2000)
          await again.close()
        }
      }
      // Otherwise no kill met a migration.
      expect(between).toBeGreaterThan(0)
    },
    hangsAfter(kills),
  )
})

describe('a program killed while it makes backups here and at a second place', () => {
  const kills = killsOf('backups')
  it(
    'leaves whole copies in both, and none that is missing of those it said were made',
    async () => {
      const next = momentsFrom(3)
      for (let round = 0; round < kills; round += 1) {
        const [folder, second] = [temporaryFolder(), temporaryFolder()]
        const child = startChild('safekeeping/back-up-again.ts', [folder, second])
        await child.waitUntil((lines) => lines.length >= 1 + (next() % 4))
        await pause(next() % 150)
        await child.kill()
        const here = listBackups(folder)
        const made = child.lines.filter((line) => line.startsWith('made ')).length
        expect(here.length).toBeGreaterThanOrEqual(Math.min(10, made))
        for (const { file } of here) verifyBackup(join(folder, 'backups', file), null)
        const there = readdirSync(second).filter((name) => name.endsWith('.db'))
        expect(there.length).toBeGreaterThan(0)
        for (const name of there) verifyBackup(join(second, name), null)
      }
    },
    hangsAfter(kills),
  )
})
