import { rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { Refusal } from '#shared/contract/errors.ts'
import type { DataPlaces } from './data-places.ts'
import type { Ports } from './ports.ts'
import {
  copyForShare,
  markOf,
  markOfFile,
  placeForFetched,
  takeSnapshotIn,
} from './safekeeping/sharing/local-copy.ts'
import { type Holder, isPartOf, readLineage, readPen, removeOldTerms } from './safekeeping/sharing/pen.ts'
import {
  readSharingNote,
  removeSharingNote,
  type SharingNote,
  writeSharingNote,
} from './safekeeping/sharing/sharing-note.ts'
import {
  fetchSnapshot,
  isBefore,
  isSamePlace,
  listSnapshots,
  nextGeneration,
  publishSnapshot,
  type Snapshot,
  thinSnapshots,
} from './safekeeping/sharing/snapshots.ts'

export interface SharingWorkParts {
  readonly folder: string
  readonly places: DataPlaces
  readonly ports: Ports
}

/** What is carried between the local data and the share, and this PC's note of it. Who may write is the session's affair. */
export class SharingWork {
  readonly #parts: SharingWorkParts
  #note: SharingNote | null
  /** What this PC shows. */
  seen: Snapshot | null = null
  /** The newest that counts on the share, as far as known. */
  newest: Snapshot | null = null
  #refusedAsTooNew: Snapshot | null = null

  constructor(parts: SharingWorkParts) {
    this.#parts = parts
    this.#note = readSharingNote(parts.folder)
  }

  /** Null where nothing is shared. */
  get note(): SharingNote | null {
    return this.#note
  }

  get tooNew(): boolean {
    return this.#refusedAsTooNew !== null
  }

  /** For what is done only where something is shared. */
  sureNote(): SharingNote {
    if (this.#note === null) throw new Error('nothing is shared')
    return this.#note
  }

  async keepNote(note: SharingNote): Promise<void> {
    await writeSharingNote(this.#parts.folder, note)
    this.#note = note
  }

  forget(): void {
    removeSharingNote(this.#parts.folder)
    this.#note = null
    this.seen = null
    this.newest = null
  }

  me(): Holder {
    const { clock, who } = this.#parts.ports
    const { date, time } = clock.local()
    return { id: this.#note?.id ?? '', name: who.name(), pc: hostname(), since: `${date}T${time}` }
  }

  mark(): string {
    return markOf(this.#parts.places.current().database.connection)
  }

  /** Whether the local data hold what is not on the share. */
  isChanged(): boolean {
    return this.#note?.base == null || this.mark() !== this.#note.mark
  }

  /**
   * Puts the newest whole snapshot in the place of the local data, if it is not there already. The data are first
   * kept beside where that snapshot does not hold all of them and they may be this PC's own: it was the holder, or
   * they have changed since, or nobody went on from what they come from (it gave the pen back in the very moment in
   * which it was overtaken), or what the share has is older (its files were lost, or put back from a backup).
   * What the snapshot holds is asked of its own change log, and not concluded from anybody's turns. One of a newer
   * program is left alone.
   */
  async bringIn(wasHolder: boolean): Promise<void> {
    const note = this.sureNote()
    const snapshots = await listSnapshots(note.share)
    this.newest = snapshots[0] ?? null
    if (this.newest !== null && this.newest.sha256 === this.#refusedAsTooNew?.sha256) return
    const mark = this.mark()
    const isOurs = wasHolder || mark !== note.mark || (await this.#isLeftBehind(note))
    for (const snapshot of snapshots) {
      const isBase = note.base !== null && isSamePlace(snapshot, note.base)
      const isHere = snapshot.mark === mark || (isBase && mark === note.mark)
      const isOlder = note.base !== null && isBefore(snapshot, note.base)
      if (!isHere && !(await this.#replaceBy(snapshot, isOurs || isOlder))) {
        if (this.tooNew) return
        continue
      }
      this.#refusedAsTooNew = null
      this.seen = snapshot
      const base = { term: snapshot.term, generation: snapshot.generation }
      await this.keepNote({ ...note, term: null, base, mark: this.mark() })
      return
    }
    // Nothing there to take in: what is here stays.
    if (wasHolder) await this.keepNote({ ...note, term: null })
  }

  /** Whether nobody went on from what the local data come from. */
  async #isLeftBehind({ share, base }: SharingNote): Promise<boolean> {
    return base !== null && !isPartOf(await readLineage(share), base)
  }

  async #replaceBy(snapshot: Snapshot, isOurs: boolean): Promise<boolean> {
    const { folder, places, ports } = this.#parts
    const fetched = placeForFetched(folder)
    try {
      if (!(await fetchSnapshot(this.sureNote().share, snapshot, fetched))) return false
      const { date, time } = ports.clock.local()
      const name = `${date.replaceAll('-', '')}-${time.replace(':', '')}`
      await places.reopen(() =>
        takeSnapshotIn(folder, fetched, isOurs ? name : null, places.current().keyring),
      )
      return true
    } catch (fault) {
      if (!(fault instanceof Refusal) || fault.code !== 'too-new') throw fault
      this.#refusedAsTooNew = snapshot
      return false
    } finally {
      rmSync(fetched, { force: true })
    }
  }

  /** Makes a snapshot of the local data. Does nothing where the pen has gone to another PC. */
  async publish(): Promise<void> {
    const { folder, places, ports } = this.#parts
    const note = this.sureNote()
    if (note.term === null) return
    const copy = await copyForShare(folder, places.current().keyring)
    try {
      const { term } = await readPen(note.share)
      if (term !== note.term) return
      const { since: at, name, pc } = this.me()
      const generation = await nextGeneration(note.share, term)
      const about = { term, generation, mark: markOfFile(copy, places.current().keyring), at, name, pc }
      const snapshot = await publishSnapshot(note.share, copy, about, note.id)
      this.seen = snapshot
      this.newest = snapshot
      await this.keepNote({ ...note, base: { term, generation }, mark: snapshot.mark })
      const oldest = await thinSnapshots(note.share)
      await removeOldTerms(note.share, term, oldest?.term ?? 0)
      ports.log.info('published', { bytes: snapshot.bytes })
    } finally {
      rmSync(copy, { force: true })
    }
  }
}
