import { copyFileSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Refusal } from '#shared/contract/errors.ts'
import {
  changeKeyOfCopy,
  type DataKey,
  isEncryptedFile,
  isSameKey,
  isSqliteFault,
  type Keyring,
  keyOfCopy,
} from '../../store/connect.ts'
import { parseBackupName } from '../backup-names.ts'
import { makeOneFile } from '../heavy-work.ts'
import { checkCopy } from '../restore.ts'
import { flushFile, flushFolder, type Rename, renamePatiently } from '../whole-files.ts'

/**
 * Brings a closed database under another key through a new file: copied beside, rewritten, opened and checked, flushed,
 * and only then put in the old one's place. Killed at any instant there is the old one or the whole new one; the
 * unfinished file is removed when the folder is opened. Refuses with `file-busy` where another program holds its log;
 * throws what the disk throws; all is then as it was.
 */
export async function rewriteUnder(
  file: string,
  from: DataKey | null,
  to: DataKey | null,
  beforeInPlace: () => Promise<void> = () => Promise.resolve(),
  rename?: Rename,
): Promise<void> {
  const half = `${file}.rekeying`
  removeWithCompanions(half)
  try {
    requireFolded(file)
    copyFileSync(file, half)
    makeOneFile(half, from)
    changeKeyOfCopy(half, from, to)
    checkCopy(half, to)
    flushFile(half)
    await beforeInPlace()
    for (const ending of ['-wal', '-shm']) rmSync(`${file}${ending}`, { force: true })
    await renamePatiently(half, file, rename)
    flushFolder(dirname(file))
  } finally {
    removeWithCompanions(half)
  }
}

/** Closing folds the log in, unless somebody else is reading: then nothing may be replaced. */
function requireFolded(file: string): void {
  const log = `${file}-wal`
  if (existsSync(log) && statSync(log).size > 0) throw new Refusal('file-busy', { name: 'データ' })
}

function removeWithCompanions(file: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${ending}`, { force: true })
}

/** Names of the whole copies in a folder, backups and kept work, that lie open. */
export function openCopiesIn(folder: string): readonly string[] {
  return copiesIn(folder).filter((name) => !isEncryptedFile(join(folder, name)))
}

/** Deletes the backups that lie open; kept work, which is nowhere else, stays. */
export function removeOpenBackups(folder: string): void {
  for (const name of openCopiesIn(folder))
    if (parseBackupName(name) !== null) rmSync(join(folder, name), { force: true })
}

function copiesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  const isKeptWork = (name: string): boolean => /^[0-9]{8}-[0-9]{4}-[0-9]+\.(?:db|settled)$/.test(name)
  return readdirSync(folder).filter((name) => parseBackupName(name) !== null || isKeptWork(name))
}

/**
 * Brings every whole copy in a folder under a key, or lays it open (null). One that cannot be read is left as it is.
 *
 * @returns how many were left
 */
export async function rewriteCopies(folder: string, keyring: Keyring, to: DataKey | null): Promise<number> {
  let left = 0
  for (const name of copiesIn(folder)) {
    const file = join(folder, name)
    const from = keyOfCopy(file, keyring)
    try {
      if (from === null && isEncryptedFile(file)) left += 1
      else if (!isSameKey(from, to)) await rewriteUnder(file, from, to)
    } catch (fault) {
      if (!(fault instanceof Refusal) && !isSqliteFault(fault)) throw fault
      // Damaged, or of a newer program: no rewriting makes it better.
      left += 1
    }
  }
  return left
}
