import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from '../../../electron/shell/find-chromium.ts'
import type { Host, HostOptions } from './host.ts'

const project = join(import.meta.dirname, '../../..')

/** Starts the browser shell as a program of its own, and a real Chromium on its address. */
export async function startBrowserHost({ folder, now, environment = {} }: HostOptions): Promise<Host> {
  const found = findChromium()
  if (found === null)
    throw new Error('no Chromium for the journeys: npm ci brings one in @sparticuz/chromium')
  const shell = spawn(
    join(project, 'node_modules/.bin/node'),
    [join(project, 'electron/shell/start.ts'), '--browser', '--no-open', '--data', folder],
    {
      cwd: project,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        ...environment,
        TSUDOI_ORIGIN: 'toda・JIMU-01',
        ...(now === undefined ? {} : { TSUDOI_NOW: now }),
      },
    },
  )
  const address = await new Promise<string>((resolve, reject) => {
    let printed = ''
    shell.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const match = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(printed)
      if (match) resolve(match[0])
    })
    shell.once('exit', (code) => {
      reject(new Error(`the browser shell ended with ${String(code)}: ${printed}`))
    })
  })
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    args: [...found.args],
    env: { ...found.env },
  })
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    acceptDownloads: true,
  })
  const page = await context.newPage()
  // The wall clock of the window goes with the program's.
  if (now !== undefined) await page.clock.setFixedTime(new Date(`${now}:00+09:00`))
  await page.goto(address)
  return {
    page,
    folder,
    pid: shell.pid ?? 0,
    kill: () => {
      shell.kill('SIGKILL')
    },
    close: async () => {
      await browser.close()
      if (shell.exitCode === null && shell.signalCode === null) {
        shell.kill('SIGTERM')
        await once(shell, 'exit')
      }
    },
  }
}
