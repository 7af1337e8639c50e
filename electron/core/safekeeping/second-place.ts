import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { copyFile, open, readdir, rm, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { z } from 'zod'
import { Refusal } from '#shared/contract/errors.ts'
import type { SecondPlaceState } from '#shared/contract/system-operations.ts'
import { daysBetween, isCalendarDate } from '#shared/domain/calendar-date.ts'
import type { Clock, Log } from '../ports.ts'
import { listBackups } from './back-up.ts'
import { backupsToThin, parseBackupName } from './backup-names.ts'
import { keyFilesIn, nameBesideBackups, writeKeyFile } from './protection/key-file.ts'
import { flushFile, renamePatiently } from './whole-files.ts'

/** Belongs to this PC, not to the data: the data may go to a PC that has no such drive. */
const noteName = 'second-place.json'
const note = z.object({ path: z.string(), reachedAt: z.string().nullable() })
type Note = z.infer<typeof note>

const broughtAtOnce = 3

/** After so many days without reaching it, a person is told. */
const daysUntilTold = 7

export interface SecondPlace {
  state(): SecondPlaceState | null
  /** Null gives it up; what lies there stays. Refuses with `second-place-unfit` where it is no folder, or part of the data's own. */
  set(path: string | null): Promise<void>
  /** Brings the newest backup there, if it is not there yet, and thins what is old. Never throws: a stick that is not in is a state. */
  bringNewest(): Promise<void>
}

/** A second place for the backups: a share, a USB stick. Each copy is written beside, flushed and compared before it gets its name. */
export function createSecondPlace(folder: string, clock: Clock, log: Log): SecondPlace {
  let current = readNote(folder)
  const keep = async (changed: Note): Promise<void> => {
    const file = join(folder, noteName)
    writeFileSync(`${file}.half`, JSON.stringify(changed), { mode: 0o600 })
    flushFile(`${file}.half`)
    await renamePatiently(`${file}.half`, file)
    current = changed
  }
  const bring = async (): Promise<void> => {
    if (current === null) return
    const { path } = current
    // Copies of one minute have no order: the last few.
    const newest = listBackups(folder).slice(-broughtAtOnce)
    const keyFiles = keyFilesIn(join(folder, 'backups'))
    if (newest.length === 0) return
    try {
      for (const { file } of newest) await copyThere(join(folder, 'backups', file), path, file)
      // Without them an encrypted backup opens nowhere but here.
      for (const file of keyFiles) await writeKeyFile(join(path, nameBesideBackups(file)), file)
      const there = (await readdir(path)).map(parseBackupName).filter((name) => name !== null)
      for (const old of backupsToThin(there)) await rm(join(path, old.file), { force: true })
      const { date, time } = clock.local()
      await keep({ path, reachedAt: `${date}T${time}` })
    } catch (fault) {
      log.error('second place out of reach', fault)
    }
  }
  // One after another: two at once would write one file.
  let underWay: Promise<void> = Promise.resolve()
  const inTurn = (): Promise<void> => {
    underWay = underWay.then(bring)
    return underWay
  }
  return {
    state: () => (current === null ? null : describe(current, clock)),
    bringNewest: inTurn,
    set: async (path) => {
      await underWay
      if (path === null) {
        rmSync(join(folder, noteName), { force: true })
        current = null
        return
      }
      await requireFit(path, folder)
      await keep({ path, reachedAt: null })
      await inTurn()
    },
  }
}

function describe({ path, reachedAt }: Note, clock: Clock): SecondPlaceState {
  const day = reachedAt?.slice(0, 10) ?? ''
  const days = isCalendarDate(day) ? daysBetween(day, clock.local().date) : null
  return { path, reachedAt, overdue: days === null || days >= daysUntilTold }
}

async function requireFit(path: string, folder: string): Promise<void> {
  const refusal = new Refusal('second-place-unfit', { folder: path })
  const within = isAbsolute(path) ? relative(resolve(folder), resolve(path)) : ''
  if (within === '' || !within.startsWith('..')) throw refusal
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory() !== true) throw refusal
}

async function copyThere(source: string, path: string, name: string): Promise<void> {
  const target = join(path, name)
  const own = await stat(source)
  const there = await stat(target).catch(() => null)
  // Made anew within its minute, a copy keeps its name.
  if (there !== null && there.size === own.size && there.mtimeMs >= own.mtimeMs) return
  const half = `${target}.half`
  try {
    await copyFile(source, half)
    const handle = await open(half, 'r+')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
    if (!(await isSameContent(source, half)))
      throw new Error('the second place does not hold what was written')
    await renamePatiently(half, target)
  } finally {
    await rm(half, { force: true })
  }
}

/** Reads both in pieces: what a stick took in is looked at again before it counts. */
async function isSameContent(first: string, second: string): Promise<boolean> {
  const [one, other] = [await open(first), await open(second)]
  try {
    const [left, right] = [Buffer.alloc(1_048_576), Buffer.alloc(1_048_576)]
    for (;;) {
      const [a, b] = [await one.read(left), await other.read(right)]
      if (a.bytesRead !== b.bytesRead) return false
      if (a.bytesRead === 0) return true
      if (!left.subarray(0, a.bytesRead).equals(right.subarray(0, b.bytesRead))) return false
    }
  } finally {
    await one.close()
    await other.close()
  }
}

function readNote(folder: string): Note | null {
  try {
    return note.parse(JSON.parse(readFileSync(join(folder, noteName), 'utf8')))
  } catch {
    // None, or one that nobody of ours wrote: the backups beside the data are made all the same.
    return null
  }
}
