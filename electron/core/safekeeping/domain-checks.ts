import { type Connection, connectToCheck, type DataKey } from '../store/connect.ts'
import { createHash } from 'node:crypto'
import { personKeys } from '../store/person-keys.ts'

/** What a check found, one line each; none where all is well. */
export type Findings = readonly string[]

/** The whole file, page by page, as SQLite sees it. */
export function fileFindings(file: string, key: DataKey | null): Findings {
  const connection = connectToCheck(file, key)
  try {
    const lines = connection.prepare<[], string>('PRAGMA integrity_check(20)').pluck().all()
    return lines.filter((line) => line !== 'ok')
  } finally {
    connection.close()
  }
}

interface StoredFile {
  readonly name: string
  readonly sha256: string
  readonly bytes: Uint8Array
}

/** Files whose bytes are no longer those that were put in. One after another: forms can be large. */
export function changedFiles(connection: Connection): Findings {
  const found: string[] = []
  const files = connection.prepare<[], StoredFile>('SELECT name, sha256, bytes FROM stored_files')
  for (const { name, sha256, bytes } of files.iterate()) {
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) found.push(name)
  }
  return found
}

interface KeyedPerson {
  readonly name: string
  readonly kana: string
  readonly nameKey: string
  readonly kanaKey: string
}

/** People whom a search by name or the kana index would miss. */
export function wrongKeys(connection: Connection): Findings {
  const people = connection.prepare<[], KeyedPerson>(
    'SELECT name, kana, name_key AS nameKey, kana_key AS kanaKey FROM people WHERE removed_at IS NULL',
  )
  return people.all().flatMap(({ name, kana, nameKey, kanaKey }) => {
    const [rightName, rightKana] = personKeys(name, kana)
    return nameKey === rightName && kanaKey === rightKana ? [] : [name]
  })
}
