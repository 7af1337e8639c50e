import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '#shared/contract/errors.ts'
import type {
  NewRecoveryKey,
  OldBackupChoice,
  Proof,
  ProtectionState,
} from '#shared/contract/protection-operations.ts'
import type { DataPlaces } from './data-places.ts'
import type { Ports } from './ports.ts'
import { databaseFileName } from './safekeeping/open-folder.ts'
import {
  openCopiesIn,
  removeOpenBackups,
  rewriteCopies,
  rewriteUnder,
} from './safekeeping/protection/change-key.ts'
import {
  createProtection,
  type KeyFile,
  keyFileName,
  nameBesideBackups,
  readKeyFile,
  withNewPassword,
  withNewRecoveryKey,
  writeKeyFile,
} from './safekeeping/protection/key-file.ts'
import type { KeyHolder } from './safekeeping/protection/key-holder.ts'
import {
  readIdleMinutes,
  readSignIn,
  removeSignIn,
  writeIdleMinutes,
  writeSignIn,
} from './safekeeping/protection/protection-note.ts'
import { proveKey } from './safekeeping/protection/unlock.ts'
import { keptFolder } from './safekeeping/sharing/local-copy.ts'
import { readSharingNote } from './safekeeping/sharing/sharing-note.ts'
import type { DataKey } from './store/connect.ts'

/** The password over the data, and the lock over the screen. */
export interface ProtectionControl {
  /** Throws `locked` where nothing but unlocking is answered; notes that somebody is at work. */
  requireUnlocked(operation: string): void
  /** What the window must know at all times. */
  brief(): { readonly hasPassword: boolean; readonly idleMinutes: number | null }
  state(): ProtectionState
  lock(): void
  unlock(proof: Proof): Promise<void>
  setPassword(password: string, oldBackups: OldBackupChoice): Promise<NewRecoveryKey>
  changePassword(proof: Proof, password: string): Promise<void>
  renewRecoveryKey(proof: Proof): Promise<NewRecoveryKey>
  removePassword(proof: Proof): Promise<{ readonly left: number }>
  setSignIn(on: boolean, proof: Proof): Promise<void>
  setIdleMinutes(minutes: number | null): Promise<void>
}

export interface ProtectionParts {
  readonly folder: string
  readonly practiceFolder: string
  readonly places: DataPlaces
  readonly keys: KeyHolder
  readonly ports: Ports
  readonly requireEdit: () => void
  /** Where backups go besides; null for nowhere. */
  readonly secondPlace: () => string | null
  /** A backup, brought to the second place, too. */
  readonly backUp: () => Promise<void>
}

/** Asked by the window by itself: no sign of anybody being there. */
const askedByItself: ReadonlySet<string> = new Set([
  'system.getStatus',
  'system.longWork',
  'sharing.state',
  'protection.unlock',
])

export function createProtectionControl(parts: ProtectionParts): ProtectionControl {
  const { folder, keys, ports } = parts
  let locked = false
  let activeAt = ports.clock.now()
  let idleMinutes = readIdleMinutes(folder)
  const prove = (proof: Proof): Promise<DataKey> => {
    if (keys.current === null) throw new Refusal('no-password')
    return proveKey(folder, proof, keys)
  }
  return {
    requireUnlocked: (operation) => {
      const now = ports.clock.now()
      const idle = keys.current === null ? null : idleMinutes
      // Looked at when something is asked, and not by a timer: a window that is closed asks nothing, and is locked when it comes back.
      if (idle !== null && now - activeAt >= idle * 60_000) locked = true
      if (locked && operation !== 'protection.unlock') throw new Refusal('locked')
      if (!askedByItself.has(operation)) activeAt = now
    },
    brief: () => ({ hasPassword: keys.current !== null, idleMinutes }),
    state: () => ({
      hasPassword: keys.current !== null,
      idleMinutes,
      openCopies: placesOfCopies(parts).reduce((sum, place) => sum + openCopiesIn(place).length, 0),
      signIn: ports.signIn === undefined ? 'not-offered' : readSignIn(folder) === null ? 'off' : 'on',
    }),
    lock: () => {
      if (keys.current === null) throw new Refusal('no-password')
      locked = true
    },
    unlock: async (proof) => {
      await prove(proof)
      locked = false
      activeAt = ports.clock.now()
    },
    setIdleMinutes: async (minutes) => {
      await writeIdleMinutes(folder, minutes)
      idleMinutes = minutes
    },
    setSignIn: async (on, proof) => {
      if (ports.signIn === undefined) throw new Refusal('no-sign-in')
      const key = await prove(proof)
      if (on) writeSignIn(folder, ports.signIn.seal(key))
      else removeSignIn(folder)
    },
    setPassword: (password, oldBackups) => setPassword(parts, password, oldBackups),
    changePassword: async (proof, password) => {
      const key = await prove(proof)
      await spread(parts, await withNewPassword(sureKeyFile(folder), key, password))
    },
    renewRecoveryKey: async (proof) => {
      const key = await prove(proof)
      const { file, recoveryKey } = withNewRecoveryKey(sureKeyFile(folder), key)
      await spread(parts, file)
      return { recoveryKey, left: 0 }
    },
    removePassword: async (proof) => {
      await prove(proof)
      return removePassword(parts)
    },
  }
}

function sureKeyFile(folder: string): KeyFile {
  const file = readKeyFile(join(folder, keyFileName))
  if (file === null) throw new Refusal('no-password')
  return file
}

function requireOwnAlone({ folder, practiceFolder, places, requireEdit }: ProtectionParts): void {
  if (places.current().folder === practiceFolder) throw new Refusal('practice-open')
  requireEdit()
  // The other PCs read the snapshots, and have no key.
  if (readSharingNote(folder) !== null) throw new Refusal('sharing-on')
}

/** Where whole copies of the data lie: backups, kept work, the second place. */
function placesOfCopies({ folder, secondPlace }: ProtectionParts): readonly string[] {
  const second = secondPlace()
  return [join(folder, 'backups'), join(folder, keptFolder), ...(second === null ? [] : [second])]
}

/** Lays the key file beside the data and beside every place of copies that can be reached. */
async function spread(parts: ProtectionParts, file: KeyFile): Promise<void> {
  await writeKeyFile(join(parts.folder, keyFileName), file)
  for (const place of placesOfCopies(parts)) {
    if (!existsSync(place)) continue
    try {
      await writeKeyFile(join(place, nameBesideBackups(file)), file)
    } catch (fault) {
      // A stick that was pulled out: what lies beside the data opens them all the same.
      parts.ports.log.error('key file not laid beside copies', fault)
    }
  }
}

async function setPassword(
  parts: ProtectionParts,
  password: string,
  oldBackups: OldBackupChoice,
): Promise<NewRecoveryKey> {
  const { folder, keys, places, ports } = parts
  if (keys.current !== null) throw new Refusal('password-set')
  requireOwnAlone(parts)
  const { file, key, recoveryKey } = await createProtection(password)
  const keyFile = join(folder, keyFileName)
  await places.reopen(async () => {
    try {
      await rewriteUnder(join(folder, databaseFileName), null, key, () => writeKeyFile(keyFile, file))
    } catch (fault) {
      rmSync(keyFile, { force: true })
      throw fault
    }
    keys.setCurrent(key)
  })
  // A whole one under the new key first: only then may the others be touched.
  await parts.backUp()
  await spread(parts, file)
  const left = oldBackups === 'encrypt' ? await rewriteAll(parts, key) : 0
  if (oldBackups === 'remove') for (const place of placesOfCopies(parts)) removeOpenBackups(place)
  ports.log.info('password set')
  return { recoveryKey, left }
}

async function removePassword(parts: ProtectionParts): Promise<{ readonly left: number }> {
  const { folder, keys, places, ports } = parts
  requireOwnAlone(parts)
  const file = sureKeyFile(folder)
  await places.reopen(async () => {
    await rewriteUnder(join(folder, databaseFileName), keys.current, null)
    keys.setCurrent(null)
  })
  removeSignIn(folder)
  await parts.backUp()
  const left = await rewriteAll(parts, null)
  rmSync(join(folder, keyFileName), { force: true })
  // What could not be laid open still needs it.
  if (left === 0)
    for (const place of placesOfCopies(parts)) rmSync(join(place, nameBesideBackups(file)), { force: true })
  ports.log.info('password removed')
  return { left }
}

async function rewriteAll(parts: ProtectionParts, to: DataKey | null): Promise<number> {
  let left = 0
  for (const place of placesOfCopies(parts)) {
    try {
      left += await rewriteCopies(place, parts.keys, to)
    } catch (fault) {
      parts.ports.log.error('copies not brought under the key', fault)
      left += 1
    }
  }
  return left
}
