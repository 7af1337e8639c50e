import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import { startBrowserHost } from './hosts/browser-host.ts'
import { hasElectron, startElectronHost } from './hosts/electron-host.ts'
import type { Host } from './hosts/host.ts'

export const inputs = join(import.meta.dirname, '../fixtures/inputs')
const pictures = join(import.meta.dirname, '../../docs/pictures')

interface Fixtures {
  /** Starts Tsudoi on an empty folder, or on one given; closed and removed after the test. */
  readonly start: (options?: {
    readonly now?: string
    readonly folder?: string
    readonly environment?: Readonly<Record<string, string>>
  }) => Promise<Host>
  /** Keeps a picture of the window where pictures were asked for (`npm run pictures`). */
  readonly picture: (page: Page, name: string) => Promise<void>
}

export const test = base.extend<Fixtures>({
  // Playwright reads the first parameter's pattern: an empty one says that nothing else is needed.
  start: async ({}, use, info) => {
    const inElectron = info.project.name === 'electron'
    test.skip(inElectron && !hasElectron(), 'Electron の実行ファイルがこのPCにないので、飛ばしました')
    const hosts: Host[] = []
    const folders: string[] = []
    await use(async ({ now, folder, environment = {} } = {}) => {
      const place = folder ?? mkdtempSync(join(tmpdir(), 'tsudoi-journey-'))
      if (folder === undefined) folders.push(place)
      const options = { folder: place, environment, ...(now === undefined ? {} : { now }) }
      const host = await (inElectron ? startElectronHost(options) : startBrowserHost(options))
      hosts.push(host)
      return host
    })
    for (const host of hosts) await host.close()
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  },
  picture: async ({}, use, info) => {
    await use(async (page, name) => {
      if (process.env['TSUDOI_PICTURES'] !== '1' || info.project.name !== 'browser') return
      mkdirSync(pictures, { recursive: true })
      await page.evaluate(() => document.fonts.ready)
      await page.screenshot({ path: join(pictures, `${name}.png`) })
    })
  },
})

export { expect } from '@playwright/test'
