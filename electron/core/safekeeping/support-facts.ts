import type { Connection } from '../store/connect.ts'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { release } from 'node:os'
import { join } from 'node:path'
import { currentVersion, readVersion } from '../store/migrate.ts'
import { listBackups } from './back-up.ts'
import { databaseFileName } from './open-folder.ts'

const mostLogLines = 120

/**
 * What somebody who helps needs to know, line by line: versions, sizes, counts, the last lines of the log.
 * No path (it may hold a user's name), no name, no text of the office.
 */
export function describeForSupport(place: string, folder: string, connection: Connection): readonly string[] {
  const backups = listBackups(place)
  return [
    '■ プログラムとPC',
    `Node ${process.version}　SQLite ${sqliteVersion(connection)}　${process.platform} ${process.arch} ${release()}`,
    `データの版 ${String(readVersion(connection))}（このプログラムは ${String(currentVersion)}）`,
    `練習のデータ：${place === folder ? 'いいえ' : 'はい'}　共有フォルダー：${existsSync(join(folder, 'sharing.json')) ? '使っている' : '使っていない'}`,
    '',
    '■ 大きさと件数',
    `データ ${sizeOf(join(place, databaseFileName))}　控え ${String(backups.length)}件　最後の控え ${backups.at(-1)?.at ?? 'なし'}`,
    ...countsOf(connection),
    '',
    `■ ログの最後の${String(mostLogLines)}行`,
    ...lastLogLines(join(folder, 'logs', 'tsudoi.log')),
  ]
}

function sqliteVersion(connection: Connection): string {
  return String(connection.prepare('SELECT sqlite_version()').pluck().get())
}

function sizeOf(file: string): string {
  const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  return `${(bytes / 1_000_000).toFixed(1)}MB`
}

function countsOf(connection: Connection): readonly string[] {
  return connection
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all()
    .map((table) => `${table} ${String(connection.prepare(`SELECT COUNT(*) FROM "${table}"`).pluck().get())}`)
}

function lastLogLines(file: string): readonly string[] {
  if (!existsSync(file)) return ['（まだありません）']
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-mostLogLines)
}
