import { ipcMain } from 'electron'
import ElectronStore from 'electron-store'
import { z } from 'zod'

const windowBounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(400).max(20_000),
  height: z.number().int().min(300).max(20_000),
  maximized: z.boolean(),
})
export type WindowBounds = z.infer<typeof windowBounds>

const stored = z.object({
  windowBounds: windowBounds.nullable().catch(null),
  userName: z.string().min(1).max(100).nullable().catch(null),
  dataFolder: z.string().min(1).nullable().catch(null),
})
type Stored = z.infer<typeof stored>

export interface Settings {
  get<Key extends keyof Stored>(key: Key): Stored[Key]
  set<Key extends keyof Stored>(key: Key, value: Stored[Key]): void
}

/**
 * What belongs to this PC and not to the office's data. A settings file that cannot be read, or holds
 * nonsense, counts as empty: nobody should be kept from her records by the place of a window.
 */
export function openSettings(): Settings {
  const store = new ElectronStore<Record<string, unknown>>({ name: 'settings', clearInvalidConfig: true })
  // electron-store answers pages on a channel that checks no sender; nobody of ours asks there.
  ipcMain.removeAllListeners('electron-store-get-data')
  return {
    get: (key) => stored.parse({ windowBounds: null, userName: null, dataFolder: null, ...store.store })[key],
    set: (key, value) => {
      store.set(key, value)
    },
  }
}
