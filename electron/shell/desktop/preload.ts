import { contextBridge, ipcRenderer } from 'electron'
import type { HostBridge } from '#shared/contract/host-bridge.ts'
import { channels } from './channels.ts'

/**
 * All of the program that the page can reach. Each call has a channel and a number of arguments of its own;
 * `ipcRenderer` itself never leaves this file. What comes back is typed by the main side's handlers.
 */
const bridge: HostBridge = {
  host: 'desktop',
  call: (operation, input) => ipcRenderer.invoke(channels.call, operation, input),
  chooseFile: (purpose) => ipcRenderer.invoke(channels.chooseFile, purpose),
  chooseFolder: (purpose) => ipcRenderer.invoke(channels.chooseFolder, purpose),
  saveFile: (token) => ipcRenderer.invoke(channels.saveFile, token),
  readFile: (token) => ipcRenderer.invoke(channels.readFile, token),
  printFile: (token) => ipcRenderer.invoke(channels.printFile, token),
}

contextBridge.exposeInMainWorld('tsudoi', bridge)
