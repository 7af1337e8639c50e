import type { HostBridge } from '#shared/contract/host-bridge.ts'
import { browserBridge } from './browser-bridge.ts'

declare global {
  interface Window {
    /** Put here by the preload of the desktop shell; absent in a browser. */
    readonly tsudoi?: HostBridge
  }
}

/** The shell that this window stands in. Nothing else of the renderer touches `window.tsudoi` or `fetch`. */
export const host: HostBridge = window.tsudoi ?? browserBridge
