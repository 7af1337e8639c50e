import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { contentsOf } from '#core/safekeeping/contents.ts'
import { copyDataTo } from '#core/safekeeping/copy-data.ts'
import { lockFolder } from '#core/safekeeping/folder-lock.ts'
import { makeWritable } from '#core/safekeeping/open-folder.ts'
import { restoreInto } from '#core/safekeeping/restore.ts'
import { noKey } from '#core/store/connect.ts'
import { createClock } from '../node-ports.ts'
import { readArguments } from './arguments.ts'

/** A checked copy of the data in any file, while the program runs, too; prints what is in it. */
export async function backupCommand(given: readonly string[]): Promise<unknown> {
  const args = readArguments(given, { texts: ['data', 'to'] })
  const file = resolve(args.required('to'))
  await copyDataTo(resolve(args.required('data')), file, noKey)
  return { file, bytes: statSync(file).size, contents: contentsOf(file, createClock(), noKey) }
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
    const { kept, setAside } = await restoreInto({ folder, source, clock, keyring: noKey })
    return { folder, from: source, kept, setAside, contents: contentsOf(source, clock, noKey) }
  } finally {
    lock.release()
  }
}
