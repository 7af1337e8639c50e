import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { createJson, namesIn, readJson, writeJson } from './share-files.ts'

/**
 * The 編集権 of a shared folder. Each time it changes hands a file with the next number is created, which can
 * succeed for one PC only: `pen/000007.json`. The highest number holds; nobody ever takes a lower one's
 * word for anything. So there is no clock in it, and nothing to delete, at which two PCs could disagree:
 *
 *   000007.json           who holds it, and since when by that PC's clock (to be shown, never compared)
 *   000007.beat.json      a number that grows while that PC lives; others watch by their own clock whether it does
 *   000007.base.json      the snapshot from which the holder went on: what came later from the one before is not part of it
 *   000007.returned.json  it was given back, to anybody or to one PC
 *   000007.asked.json     somebody would like to have it
 */
export const penFolder = 'pen'

const holder = z.object({ id: z.string(), name: z.string(), pc: z.string(), since: z.string() })
export type Holder = Readonly<z.infer<typeof holder>>

export const snapshotPlace = z.object({ term: z.number().int(), generation: z.number().int() })
/** Which snapshot: in whose turn of the pen, and the how-manieth of it. */
export type SnapshotPlace = Readonly<z.infer<typeof snapshotPlace>>

export interface Pen {
  /** 0 before anyone ever held it. */
  readonly term: number
  /** Null where it is free, or where its holder died before it wrote its name. */
  readonly holder: Holder | null
  readonly beat: number
  readonly returned: boolean
  /** To whom it was given back; null for anybody. */
  readonly lentTo: string | null
  readonly asked: Holder | null
}

const neverHeld: Pen = { term: 0, holder: null, beat: 0, returned: true, lentTo: null, asked: null }

/** Reads who holds the pen. Throws where the share is out of reach. */
export async function readPen(share: string): Promise<Pen> {
  const newest = (await termsOn(share)).at(-1)
  if (newest === undefined) return neverHeld
  const read = <T>(part: string, schema: z.ZodType<T>): Promise<T | null> =>
    readJson(join(share, penFolder, fileOf(newest, part))).then(
      (value) => schema.safeParse(value).data ?? null,
    )
  const [held, beat, returned, asked] = await Promise.all([
    read('', holder),
    read('.beat', z.object({ beat: z.number() })),
    read('.returned', z.object({ to: z.string().nullable() })),
    read('.asked', holder),
  ])
  return {
    term: newest,
    holder: returned === null ? held : null,
    beat: beat?.beat ?? 0,
    returned: returned !== null,
    lentTo: returned?.to ?? null,
    asked,
  }
}

/** The turns of which there still are files, oldest first. */
async function termsOn(share: string): Promise<readonly number[]> {
  return (await namesIn(share, penFolder))
    .flatMap((name) => /^(\d{6})\.json$/.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((first, second) => first - second)
}

/**
 * Takes the next number. False where another PC was first, and where the number was of a turn so long gone that its
 * file had been taken away: whoever asked has looked at the share a long time ago.
 */
export async function claimPen(share: string, term: number, by: Holder): Promise<boolean> {
  if (!(await createJson(join(share, penFolder, fileOf(term)), by))) return false
  return (await termsOn(share)).at(-1) === term
}

/** Says from which snapshot the new holder goes on. Null for none: the folder was empty. One of the turn itself says nothing. */
export async function noteBase(
  share: string,
  term: number,
  base: SnapshotPlace | null,
  writer: string,
): Promise<void> {
  if (base !== null && base.term < term)
    await writeJson(join(share, penFolder, fileOf(term, '.base')), base, writer)
}

export async function beatPen(share: string, term: number, beat: number, writer: string): Promise<void> {
  await writeJson(join(share, penFolder, fileOf(term, '.beat')), { beat }, writer)
}

export async function returnPen(
  share: string,
  term: number,
  to: string | null,
  writer: string,
): Promise<void> {
  await writeJson(join(share, penFolder, fileOf(term, '.returned')), { to }, writer)
}

export async function askForPen(share: string, term: number, who: Holder): Promise<void> {
  await writeJson(join(share, penFolder, fileOf(term, '.asked')), who, who.id)
}

/** How far each turn is part of what is there today: its number, and the last generation that its successor went on from. */
export type Lineage = ReadonlyMap<number, number>

/**
 * From the newest turn back, each by what it says it went on from; a turn that nobody went on from is not part of it.
 * Ends where the files of older turns have been taken away: what a turn went on from is unknown there, and to guess
 * that all before it counts would make whoever was left behind believe that its work had been gone on from.
 */
export async function readLineage(share: string): Promise<Lineage> {
  const known = await termsOn(share)
  const lineage = new Map<number, number>()
  let limit = Number.POSITIVE_INFINITY
  for (let term = known.at(-1) ?? 0; term > 0;) {
    lineage.set(term, limit)
    if (!known.includes(term)) break
    const base = await readBase(share, term)
    // Its holder died before it had said so, and had changed nothing: whatever came before it counts.
    limit = base?.generation ?? Number.POSITIVE_INFINITY
    term = Math.min(base?.term ?? term, term - 1)
    if (base === null && !known.includes(term)) break
  }
  return lineage
}

async function readBase(share: string, term: number): Promise<SnapshotPlace | null> {
  const value = await readJson(join(share, penFolder, fileOf(term, '.base')))
  return snapshotPlace.safeParse(value).data ?? null
}

/** Whether a snapshot is part of what is there today. */
export function isPartOf(lineage: Lineage, { term, generation }: SnapshotPlace): boolean {
  return generation <= (lineage.get(term) ?? 0)
}

const keptTerms = 20

/** Files of turns long gone; the newest stay, and all from the oldest snapshot on that is kept: the lineage goes through them. */
export async function removeOldTerms(share: string, term: number, oldestSnapshot: number): Promise<void> {
  for (const name of await namesIn(share, penFolder)) {
    const number = /^(\d{6})\./.exec(name)?.[1]
    if (number !== undefined && Number(number) < Math.min(term - keptTerms, oldestSnapshot))
      await rm(join(share, penFolder, name), { force: true })
  }
}

function fileOf(term: number, part = ''): string {
  return `${String(term).padStart(6, '0')}${part}.json`
}
