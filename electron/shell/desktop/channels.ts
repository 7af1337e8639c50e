import type { HostBridge } from '#shared/contract/host-bridge.ts'

/** One channel per call of the bridge; the preload sends on them, ipc-bridge.ts answers, nobody else uses IPC. */
export const channels = {
  call: 'tsudoi:call',
  chooseFile: 'tsudoi:choose-file',
  chooseFolder: 'tsudoi:choose-folder',
  saveFile: 'tsudoi:save-file',
  readFile: 'tsudoi:read-file',
  printFile: 'tsudoi:print-file',
} as const satisfies Readonly<Record<Exclude<keyof HostBridge, 'host'>, string>>
