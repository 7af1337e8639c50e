import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { findElectron } from '../../../electron/shell/find-electron.ts'
import type { Host, HostOptions } from './host.ts'

const project = join(import.meta.dirname, '../../..')

/** Whether this machine has Electron's binary; the journeys report themselves skipped where it has not. */
export function hasElectron(): boolean {
  return findElectron(false) !== null
}

export async function startElectronHost({ folder, now, environment = {} }: HostOptions): Promise<Host> {
  const binary = findElectron(false)
  if (binary === null) throw new Error('Electron is not on this machine')
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const app = await _electron.launch({
    executablePath: binary,
    args: [project, '--data', folder],
    env: {
      ...Object.fromEntries(own),
      ...environment,
      TSUDOI_ORIGIN: 'toda・JIMU-01',
      ...(now === undefined ? {} : { TSUDOI_NOW: now }),
    },
  })
  const page = await app.firstWindow()
  await page.setViewportSize({ width: 1366, height: 768 })
  return {
    page,
    folder,
    pid: app.process().pid ?? 0,
    kill: () => {
      app.process().kill('SIGKILL')
    },
    close: () => app.close(),
  }
}
