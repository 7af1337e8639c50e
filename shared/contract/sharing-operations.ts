import { z } from 'zod'
import { lineText, requiredLine } from './fields.ts'
import type { ChangeAction, ChangedField } from './history-operations.ts'
import { defineRead, defineTask } from './operation.ts'

/** A person at a PC, as the others are told of her. */
export interface PenHolder {
  readonly name: string
  readonly pc: string
  /** Local time by that PC's own clock, `YYYY-MM-DDTHH:MM`: to be read, not to be reckoned with. */
  readonly since: string
}

export interface SnapshotSeen {
  /** By the clock of the PC that wrote it. */
  readonly at: string
  readonly name: string
  readonly pc: string
}

/** Where this PC stands with its shared folder. */
export interface SharingState {
  /** As it was given; null where nothing is shared. */
  readonly share: string | null
  /** Only then does this PC take in changes. True, too, where nothing is shared. */
  readonly mayEdit: boolean
  /** Local time since which the folder cannot be reached; null while it can. */
  readonly cutOffSince: string | null
  /** Whose hand is on the pen; null where it is free, or not known. */
  readonly holder: PenHolder | null
  /** Whether it moves, as far as this PC has seen by its own clock; `gone` allows taking over. */
  readonly holderSeems: 'moving' | 'still' | 'gone'
  /** How long it has been still, in seconds of this PC's clock. */
  readonly stillSeconds: number
  /** Who asked this PC for the pen; null where nobody did. */
  readonly askedBy: PenHolder | null
  /** This PC asked for it. */
  readonly asking: boolean
  /** What this PC shows. */
  readonly seen: SnapshotSeen | null
  /** A later one lies ready. */
  readonly newer: SnapshotSeen | null
  /** Changes of this PC that are not on the share yet. */
  readonly unpublished: boolean
  /** The newest records were written by a newer program than this PC's. */
  readonly tooNew: boolean
  /** How many times work of this PC was kept beside, and has not been settled. */
  readonly keptWork: number
}

/** One record that this PC had changed and not published when another PC went on. */
export interface Difference {
  readonly table: string
  readonly recordId: string
  /** What the record is called: 人, 発言; and which one. */
  readonly record: string
  readonly title: string
  /** What this PC had done with it. */
  readonly action: ChangeAction
  /** before: when the two parted; after: as kept. */
  readonly fields: readonly ChangedField[]
  /**
   * `open`: nobody else touched it. `both`: the others changed it as well, to `theirs`. `same`: the data hold it
   * already, taken over or entered again.
   */
  readonly state: 'open' | 'both' | 'same'
  readonly theirs: readonly ChangedField[]
}

export interface KeptWork {
  readonly name: string
  /** When it was kept, local time. */
  readonly at: string
  readonly differences: readonly Difference[]
}

export const sharingOperations = {
  'sharing.getState': defineRead(z.strictObject({}))<SharingState>(),
  /**
   * Puts the records into a folder that several PCs see, or takes part in one that has records already: then
   * refused with `share-has-data` unless `replace`, which keeps this PC's own as a backup.
   * Refused with `share-unreachable`, `share-not-ours`, `practice-open`, and with `share-empty` where neither side has records.
   */
  'sharing.join': defineTask(z.strictObject({ path: requiredLine, replace: z.boolean() }))<SharingState>(),
  /** Publishes, gives the pen back, and goes on alone with the records as they are. */
  'sharing.leave': defineTask(z.strictObject({}))<SharingState>(),
  /** Looks at the share now: publishes, or takes in what is new. */
  'sharing.refresh': defineTask(z.strictObject({}))<SharingState>(),
  /** Takes a free pen, or one whose holder has been still for long enough. Refused with `pen-held`, `share-unreachable`. */
  'sharing.takePen': defineTask(z.strictObject({}))<SharingState>(),
  /** Publishes and gives the pen back: to who asked for it, else to anybody. Refused with `share-unreachable`. */
  'sharing.returnPen': defineTask(z.strictObject({}))<SharingState>(),
  'sharing.askForPen': defineTask(z.strictObject({}))<SharingState>(),
  'sharing.listKeptWork': defineTask(z.strictObject({}))<readonly KeptWork[]>(),
  /**
   * Takes one record over from kept work into today's data. Refused with `read-only`, `conflict` where it does not
   * fit (what it belongs to is not there), `minutes-locked`.
   */
  'sharing.takeDifference': defineTask(
    z.strictObject({ name: lineText, table: lineText, recordId: lineText }),
  )<null>(),
  /** The differences have been looked at: they are no longer asked about. The file itself stays. */
  'sharing.settleKeptWork': defineTask(z.strictObject({ name: lineText }))<null>(),
}
