import { hostname } from 'node:os'
import { Refusal } from '#shared/contract/errors.ts'
import type { SharingState, SnapshotSeen } from '#shared/contract/sharing-operations.ts'
import { beatMeanwhile } from './safekeeping/sharing/beat-meanwhile.ts'
import { listKeptWork } from './safekeeping/sharing/local-copy.ts'
import {
  askForPen,
  beatPen,
  claimPen,
  noteBase,
  type Pen,
  readPen,
  returnPen,
} from './safekeeping/sharing/pen.ts'
import { prepareShare } from './safekeeping/sharing/share-place.ts'
import type { SharingNote } from './safekeeping/sharing/sharing-note.ts'
import { isSamePlace, listSnapshots, type Snapshot } from './safekeeping/sharing/snapshots.ts'
import { SharingWork, type SharingWorkParts } from './sharing-work.ts'
import { asWritingRefusal } from './store/open-database.ts'

/** The mark of data without a single change. */
const nothingYet = ''

/** Milliseconds of this PC's own running clock; the wall clocks of two PCs are never compared. */
export interface SharingTimes {
  /** Between two looks at the share; null: only when asked (tests). */
  readonly lookEvery: number | null
  /** So long the holder's beat must have stood still before another PC may take over. */
  readonly goneAfter: number
  readonly publishEvery: number
  readonly elapsed: () => number
}

export const usualSharingTimes: SharingTimes = {
  lookEvery: 10_000,
  goneAfter: 120_000,
  publishEvery: 60_000,
  elapsed: () => performance.now(),
}

export interface SharingParts extends SharingWorkParts {
  readonly times: SharingTimes
}

/**
 * One PC's part in a shared folder. SQLite is never opened there: the holder of the pen works on its local
 * data and publishes whole snapshots; the others work on a local copy of the newest one, and take in no change.
 * Out of reach of the share the holder goes on; back in reach it publishes where nobody took over meanwhile,
 * and else keeps its work beside and takes in what the others have.
 */
export class SharingSession {
  readonly #parts: SharingParts
  readonly #work: SharingWork
  #pen: Pen | null = null
  #editing = false
  #cutOffSince: string | null = null
  #asking = false
  #beat = 0
  #watched = { term: -1, beat: -1, movedAt: 0 }
  #publishedAt = 0
  #turn: Promise<unknown> = Promise.resolve()
  #timer: ReturnType<typeof setInterval> | null = null

  constructor(parts: SharingParts) {
    this.#parts = parts
    this.#work = new SharingWork(parts)
  }

  /** The first look, then one every few seconds. Ends when it is known who may write. */
  async start(): Promise<void> {
    const { lookEvery } = this.#parts.times
    if (this.#work.note !== null) await this.#inTurn(() => this.#look(true))
    if (lookEvery === null) return
    this.#timer = setInterval(() => void this.#inTurn(() => this.#look(false)), lookEvery)
    // A program that has nothing else to do may end.
    this.#timer.unref()
  }

  /** Publishes what is left and gives the pen back. A share that is gone keeps nobody from closing. */
  async close(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer)
    await this.#inTurn(async () => {
      if (this.#work.note?.term == null || this.#practice()) return
      try {
        await this.#giveBack(null)
      } catch (fault) {
        this.#parts.ports.log.error('sharing not closed', fault)
      }
    })
  }

  mayEdit(): boolean {
    return this.#work.note === null || this.#editing || this.#practice()
  }

  state(): SharingState {
    const note = this.#work.note
    const pen = this.#pen
    const mine = note !== null && note.term !== null && pen?.term === note.term
    const { elapsed, goneAfter } = this.#parts.times
    // Out of reach nothing is seen, and so nothing is told of whether the holder lives.
    const still = mine || this.#cutOffSince !== null ? 0 : elapsed() - this.#watched.movedAt
    const { newest, seen, tooNew } = this.#work
    const isNewer = newest !== null && (note?.base == null || !isSamePlace(newest, note.base))
    return {
      share: note?.share ?? null,
      mayEdit: this.mayEdit(),
      cutOffSince: this.#cutOffSince,
      holder: pen?.holder ?? null,
      holderSeems: still >= goneAfter ? 'gone' : still >= goneAfter / 4 ? 'still' : 'moving',
      stillSeconds: note === null ? 0 : Math.max(0, Math.floor(still / 1000)),
      askedBy: mine ? (pen?.asked ?? null) : null,
      asking: this.#asking,
      seen: asSeen(seen),
      newer: isNewer && !this.#editing ? asSeen(newest) : null,
      unpublished: mine && !this.#practice() && this.#work.isChanged(),
      tooNew,
      keptWork: listKeptWork(this.#parts.folder).length,
    }
  }

  join(path: string, replace: boolean): Promise<SharingState> {
    return this.#inTurn(async () => {
      const { folder, places, ports } = this.#parts
      if (this.#practice()) throw new Refusal('practice-open')
      if (this.#work.note !== null) return this.state()
      // The others have no key to the snapshots.
      if (places.current().keyring.current !== null) throw new Refusal('sharing-on')
      await prepareShare(path, folder)
      const id = Buffer.from(ports.randomness.bytes(8)).toString('hex')
      const mark = this.#work.mark()
      const [newest] = await listSnapshots(path)
      if (newest === undefined && mark === nothingYet) throw new Refusal('share-empty')
      if (newest !== undefined && newest.mark !== mark && mark !== nothingYet) {
        if (!replace) throw new Refusal('share-has-data', { name: newest.name, at: newest.at })
      }
      if (mark !== nothingYet) await places.current().backUp('hand')
      await this.#work.keepNote({ share: path, id, term: null, base: null, mark })
      await this.#look(true)
      this.#requireReach()
      return this.state()
    })
  }

  leave(): Promise<SharingState> {
    return this.#inTurn(async () => {
      if (this.#work.note?.term != null && !this.#practice()) await this.#giveBack(null)
      this.#work.forget()
      this.#pen = null
      this.#cutOffSince = null
      return this.state()
    })
  }

  refresh(): Promise<SharingState> {
    return this.#inTurn(async () => {
      await this.#look(false)
      if (this.#work.note === null || this.#cutOffSince !== null || this.#practice()) return this.state()
      if (this.#work.note.term === null) await this.#work.bringIn(false)
      else if (this.#editing && this.#work.isChanged()) await this.#publish()
      return this.state()
    })
  }

  takePen(): Promise<SharingState> {
    return this.#inTurn(async () => {
      this.#requireOwn()
      await this.#look(false)
      this.#requireReach()
      if (this.#editing) return this.state()
      const { pen } = this.#sureOfPen()
      const gone = this.state().holderSeems === 'gone'
      if (!gone && (!pen.returned || (pen.lentTo !== null && pen.lentTo !== this.#work.note?.id)))
        throw new Refusal('pen-held', { name: pen.holder?.name ?? '' })
      if (!(await this.#claim(pen.term + 1))) throw new Refusal('pen-held')
      return this.state()
    })
  }

  returnPen(): Promise<SharingState> {
    return this.#inTurn(async () => {
      this.#requireOwn()
      await this.#look(false)
      if (!this.#editing) return this.state()
      this.#requireReach()
      await this.#giveBack(this.#pen?.asked?.id ?? null)
      await this.#look(false)
      return this.state()
    })
  }

  askForPen(): Promise<SharingState> {
    return this.#inTurn(async () => {
      this.#requireOwn()
      await this.#look(false)
      this.#requireReach()
      const { note, pen } = this.#sureOfPen()
      if (note.term === null) {
        await askForPen(note.share, pen.term, this.#work.me())
        this.#asking = true
      }
      return this.state()
    })
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work).catch((fault: unknown) => {
      throw this.#asShareRefusal(fault)
    })
    this.#turn = done.catch(toldToCaller)
    return done
  }

  /** What the system says of a share that goes away in the middle of something. */
  #asShareRefusal(fault: unknown): unknown {
    const isOfSystem = fault instanceof Error && 'syscall' in fault
    if (!isOfSystem || this.#work.note === null || asWritingRefusal(fault) instanceof Refusal) return fault
    this.#cutOff(fault)
    return new Refusal('share-unreachable', { folder: this.#work.note.share })
  }

  #practice(): boolean {
    return this.#parts.places.current().folder !== this.#parts.folder
  }

  #requireOwn(): void {
    if (this.#work.note === null) throw new Refusal('not-found')
    if (this.#practice()) throw new Refusal('practice-open')
  }

  #requireReach(): void {
    if (this.#cutOffSince !== null)
      throw new Refusal('share-unreachable', { folder: this.#work.note?.share ?? '' })
  }

  async #publish(): Promise<void> {
    await this.#beatingAs(this.#sureOfPen().pen.term, () => this.#work.publish())
    this.#publishedAt = this.#parts.times.elapsed()
  }

  #beatingAs<T>(term: number, work: () => Promise<T>): Promise<T> {
    const { share, id } = this.#work.sureNote()
    const beat = (): Promise<void> => {
      this.#beat += 1
      return beatPen(share, term, this.#beat, id)
    }
    return beatMeanwhile(this.#parts.times.lookEvery, beat, work)
  }

  #sureOfPen(): { readonly note: SharingNote; readonly pen: Pen } {
    if (this.#work.note === null || this.#pen === null) throw new Refusal('not-found')
    return { note: this.#work.note, pen: this.#pen }
  }

  /** One look at the share. Never throws: out of reach is a state, not a fault. */
  async #look(takeIfFree: boolean): Promise<void> {
    if (this.#work.note === null) return
    try {
      this.#pen = await readPen(this.#work.note.share)
      this.#watch(this.#pen, this.#cutOffSince !== null)
      if (this.#work.note.term === null) await this.#lookAsReader(takeIfFree)
      else await this.#lookAsHolder(takeIfFree)
      this.#cutOffSince = null
    } catch (fault) {
      // A full disk of our own, a newer program's records: the share is there all the same.
      if (fault instanceof Refusal) this.#parts.ports.log.error('sharing held up', fault)
      else this.#cutOff(fault)
    }
  }

  #cutOff(fault: unknown): void {
    const { clock, log } = this.#parts.ports
    const { date, time } = clock.local()
    if (this.#cutOffSince === null) log.error('share out of reach', fault)
    this.#cutOffSince ??= `${date}T${time}`
    // Who holds the pen goes on: its work is published, or kept beside, when the share is back.
    this.#editing = this.#work.note?.term != null && (this.#pen?.term ?? 0) <= this.#work.note.term
  }

  /**
   * Whether the holder lives is told by its beat growing while our own clock runs, and by nothing else. The time in
   * which the share was out of reach does not count: the holder may have been cut off just the same, and be back.
   */
  #watch({ term, beat }: Pen, isBack = false): void {
    if (!isBack && term === this.#watched.term && beat === this.#watched.beat) return
    this.#watched = { term, beat, movedAt: this.#parts.times.elapsed() }
  }

  async #lookAsHolder(takeIfFree: boolean): Promise<void> {
    const { note, pen } = this.#sureOfPen()
    if (!this.#isMine()) {
      this.#editing = false
      if (this.#practice()) return
      await this.#work.bringIn(true)
      if (takeIfFree && pen.returned && pen.lentTo === null) await this.#claim(pen.term + 1)
      return
    }
    this.#editing = true
    this.#beat = Math.max(this.#beat, pen.beat) + 1
    await beatPen(note.share, pen.term, this.#beat, note.id)
    if (this.#practice() || !this.#work.isChanged()) return
    const { elapsed, publishEvery } = this.#parts.times
    if (note.base === null || elapsed() - this.#publishedAt >= publishEvery) await this.#publish()
  }

  async #lookAsReader(takeIfFree: boolean): Promise<void> {
    const { note, pen } = this.#sureOfPen()
    this.#editing = false
    if (this.#practice()) return
    // Killed between taking it and noting so: nothing was changed meanwhile.
    if (pen.holder?.id === note.id && pen.holder.pc === hostname()) {
      await this.#goOnFrom(pen.term)
      return
    }
    const lentToUs = pen.returned && pen.lentTo === note.id
    if (lentToUs || (takeIfFree && pen.returned && pen.lentTo === null)) {
      if (await this.#claim(pen.term + 1)) return
      this.#pen = await readPen(note.share)
    }
    const [newest] = await listSnapshots(note.share)
    this.#work.newest = newest ?? null
    if (takeIfFree) await this.#work.bringIn(false)
  }

  /** Takes the pen under the next number and goes on from the newest snapshot. False where another PC was first. */
  async #claim(term: number): Promise<boolean> {
    const { note } = this.#sureOfPen()
    if (!(await claimPen(note.share, term, this.#work.me()))) return false
    return this.#goOnFrom(term)
  }

  /** False where another PC has overtaken this one while it was taking the pen. */
  async #goOnFrom(term: number): Promise<boolean> {
    await this.#beatingAs(term, () => this.#work.bringIn(false))
    const now = this.#work.sureNote()
    await noteBase(now.share, term, now.base, now.id)
    await this.#work.keepNote({ ...now, term })
    this.#asking = false
    this.#pen = await readPen(now.share)
    this.#watch(this.#pen)
    // Where it is not, the next look settles it.
    this.#editing = this.#isMine()
    if (this.#editing && this.#work.isChanged()) await this.#publish()
    return this.#editing
  }

  #isMine(): boolean {
    const { note, pen } = this.#sureOfPen()
    return pen.term === note.term && pen.holder?.id === note.id && pen.holder.pc === hostname()
  }

  /** Publishes the last changes, then lets go. No change is taken in meanwhile; where it fails, this PC holds on. */
  async #giveBack(to: string | null): Promise<void> {
    const { note } = this.#sureOfPen()
    if (note.term === null) return
    this.#editing = false
    try {
      if (this.#work.isChanged()) await this.#publish()
      const { term } = await readPen(note.share)
      // Overtaken: the next look keeps what the others have not.
      if (term !== note.term) return
      await returnPen(note.share, note.term, to, note.id)
    } catch (fault) {
      this.#editing = true
      throw fault
    }
    await this.#work.keepNote({ ...this.#work.sureNote(), term: null })
  }
}

function asSeen(snapshot: Snapshot | null): SnapshotSeen | null {
  return snapshot === null ? null : { at: snapshot.at, name: snapshot.name, pc: snapshot.pc }
}

function toldToCaller(): void {
  // Whoever asked has been given its fault.
}
