import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rm, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { renamePatiently } from '../whole-files.ts'
import { isPartOf, readLineage, type SnapshotPlace } from './pen.ts'
import { isMissing, namesIn, readJson, writeJson } from './share-files.ts'

/**
 * Whole copies of the data on a share: `snapshots/000007-000012.db`, and beside each, written last, a note
 * `000007-000012.json` with its length and SHA-256. A copy without its note does not count.
 * The number of the turn comes first in the name, so a PC that was overtaken can never have the newest one.
 */
export const snapshotFolder = 'snapshots'

const note = z.object({
  term: z.number().int(),
  generation: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
  /** The last entry of its change log. */
  mark: z.string(),
  /** By the clock of the PC that wrote it, to be shown and never compared. */
  at: z.string(),
  name: z.string(),
  pc: z.string(),
})
export type Snapshot = Readonly<z.infer<typeof note>>

/**
 * Copies a closed, checked database to the share: beside, flushed, read back, renamed; then its note.
 * Throws what the share throws; what was half written there is removed when the share is back.
 */
export async function publishSnapshot(
  share: string,
  source: string,
  about: Omit<Snapshot, 'bytes' | 'sha256'>,
  writer: string,
): Promise<Snapshot> {
  const file = join(share, snapshotFolder, `${nameOf(about)}.db`)
  const half = `${file}.${writer}.half`
  try {
    const { bytes, sha256 } = await copyFlushed(source, half)
    const readBack = await digestOf(half)
    if (readBack.sha256 !== sha256) throw new Error('the share does not hold what was written to it')
    await renamePatiently(half, file)
    const snapshot = { ...about, bytes, sha256 }
    await writeJson(join(share, snapshotFolder, `${nameOf(about)}.json`), snapshot, writer)
    return snapshot
  } catch (fault) {
    await rm(half, { force: true }).catch(leftForLater)
    throw fault
  }
}

/** What counts on a share, newest first: of a turn that was overtaken, nothing after what its successor went on from. */
export async function listSnapshots(share: string): Promise<readonly Snapshot[]> {
  const names = (await namesIn(share, snapshotFolder)).filter((name) => /^\d{6}-\d{6}\.json$/.test(name))
  const lineage = await readLineage(share)
  const found: Snapshot[] = []
  for (const name of names.toSorted().toReversed()) {
    const read = note.safeParse(await readJson(join(share, snapshotFolder, name)))
    if (read.success && isPartOf(lineage, read.data)) found.push(read.data)
  }
  return found
}

/** The generation that the next snapshot of a turn gets: never one that is there, with its note or without. */
export async function nextGeneration(share: string, term: number): Promise<number> {
  const own = `${String(term).padStart(6, '0')}-`
  const used = (await namesIn(share, snapshotFolder)).filter((name) => name.startsWith(own))
  return 1 + Math.max(0, ...used.map((name) => Number(name.slice(7, 13))))
}

/** Whether one is of an earlier turn, or earlier in the same. */
export function isBefore(first: SnapshotPlace, second: SnapshotPlace): boolean {
  return nameOf(first) < nameOf(second)
}

export function isSamePlace(first: SnapshotPlace, second: SnapshotPlace): boolean {
  return first.term === second.term && first.generation === second.generation
}

/** Copies a snapshot to a local file. False where it is not what its note says: then an older one must do. */
export async function fetchSnapshot(share: string, snapshot: Snapshot, target: string): Promise<boolean> {
  try {
    const { bytes, sha256 } = await copyFlushed(join(share, snapshotFolder, `${nameOf(snapshot)}.db`), target)
    return bytes === snapshot.bytes && sha256 === snapshot.sha256
  } catch (fault) {
    if (isMissing(fault)) return false
    throw fault
  }
}

const keptSnapshots = 8

/**
 * Takes away older snapshots and what was left half written. Only the holder of the pen may. Those that count are
 * counted: turns that were overtaken leave some that do not, and these must not crowd out the ones that do.
 *
 * @returns the oldest that is kept
 */
export async function thinSnapshots(share: string): Promise<SnapshotPlace | null> {
  const kept = (await listSnapshots(share)).slice(0, keptSnapshots)
  const [newest, oldest] = [kept[0], kept.at(-1)]
  if (newest === undefined || oldest === undefined) return null
  const names = await namesIn(share, snapshotFolder)
  // Notes first: a copy without its note does not count, a note without its copy would be a torn one.
  for (const name of names.toSorted((first, second) => (extname(first) < extname(second) ? 1 : -1))) {
    const place = name.slice(0, 13)
    const isOld = kept.length === keptSnapshots && place < nameOf(oldest)
    if (isOld || (name.endsWith('.half') && place <= nameOf(newest)))
      await rm(join(share, snapshotFolder, name), { force: true })
  }
  return oldest
}

async function copyFlushed(from: string, to: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  const count = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  await pipeline(createReadStream(from), count, createWriteStream(to, { mode: 0o600 }))
  const handle = await open(to, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

async function digestOf(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return { bytes: (await stat(file)).size, sha256: hash.digest('hex') }
}

function nameOf({ term, generation }: SnapshotPlace): string {
  return `${String(term).padStart(6, '0')}-${String(generation).padStart(6, '0')}`
}

function leftForLater(): void {
  // The share has gone: whoever holds the pen next takes the half file away.
}
