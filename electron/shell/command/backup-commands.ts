import { statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { contentsOf } from '#core/safekeeping/contents.ts'
import { copyDataTo } from '#core/safekeeping/copy-data.ts'
import { lockFolder } from '#core/safekeeping/folder-lock.ts'
import { makeWritable } from '#core/safekeeping/open-folder.ts'
import { restoreInto } from '#core/safekeeping/restore.ts'
import {
  keyFileName,
  nameBesideBackups,
  readKeyFile,
  writeKeyFile,
} from '#core/safekeeping/protection/key-file.ts'
import { createClock } from '../node-ports.ts'
import { readArguments } from './arguments.ts'
import { keysOf, learnKeyOfCopy } from './data-keys.ts'

/** A checked copy of the data in any file, while the program runs, too; prints what is in it. */
export async function backupCommand(given: readonly string[]): Promise<unknown> {
  const args = readArguments(given, { texts: ['data', 'to'] })
  const file = resolve(args.required('to'))
  const folder = resolve(args.required('data'))
  const keys = await keysOf(folder)
  await copyDataTo(folder, file, keys)
  const keyFile = keys.current === null ? null : readKeyFile(join(folder, keyFileName))
  // Without it the copy opens nowhere but here.
  if (keyFile !== null) await writeKeyFile(join(dirname(file), nameBesideBackups(keyFile)), keyFile)
  return { file, bytes: statSync(file).size, contents: contentsOf(file, createClock(), keys) }
}

/** Puts a backup in the place of the data; what was there is kept in `backups`, and named in what is printed. */
export async function restoreCommand(given: readonly string[]): Promise<unknown> {
  const args = readArguments(given, { texts: ['data', 'from'] })
  const folder = resolve(args.required('data'))
  const source = resolve(args.required('from'))
  const clock = createClock()
  makeWritable(folder)
  const lock = lockFolder(folder)
  try {
    const keys = await keysOf(folder)
    await learnKeyOfCopy(source, keys)
    const { kept, setAside } = await restoreInto({ folder, source, clock, keyring: keys })
    return { folder, from: source, kept, setAside, contents: contentsOf(source, clock, keys) }
  } finally {
    lock.release()
  }
}
