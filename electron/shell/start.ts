import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openCore } from '#core/open-core.ts'
import { startBrowserShell } from './browser/browser-shell.ts'
import { allSteps, buildWhatChanged, windowSteps } from './build.ts'
import { findElectron } from './find-electron.ts'
import { defaultDataFolder, projectFolder } from './places.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    sample: { type: 'boolean', default: false },
    /** Straight to the browser shell, without looking for Electron. */
    browser: { type: 'boolean', default: false },
    port: { type: 'string' },
    /** Prints the address and opens nothing. */
    'no-open': { type: 'boolean', default: false },
  },
})
const dataFolder = resolve(values.data ?? defaultDataFolder())
const electron = values.browser ? null : findElectron(true)

if (electron === null) {
  if (!values.browser) {
    console.log(
      'Electron がこのパソコンにないため、ブラウザーで開きます。 / Electron is not available here: serving the browser shell.',
    )
  }
  await buildWhatChanged(windowSteps)
  await serve()
} else {
  await buildWhatChanged(allSteps)
  openDesktop(electron)
}

function openDesktop(binary: string): void {
  const args = [projectFolder, '--data', dataFolder, ...(values.sample ? ['--sample'] : [])]
  const child = spawn(binary, args, { stdio: 'inherit' })
  child.once('exit', (code) => {
    process.exitCode = code ?? 1
  })
}

async function serve(): Promise<void> {
  const shell = await startBrowserShell({
    dataFolder,
    port: Number(values.port ?? 0),
    sample: values.sample,
    openCore,
  })
  console.log(`\n  つどい: ${shell.address}\n`)
  console.log(`データ / data: ${dataFolder}`)
  console.log('終わるときは Ctrl+C を押してください。 / Press Ctrl+C to quit.')
  let closing = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (closing) return
      closing = true
      void shell.close().finally(() => process.exit(0))
    })
  }
  if (!values['no-open']) openInBrowser(shell.address)
}

function openInBrowser(address: string): void {
  const opener = openerOf(process.platform)
  if (opener === null) return
  const child = spawn(opener[0], [...opener[1], address], { stdio: 'ignore', detached: true })
  // No browser registered: the printed address is there to be opened by hand.
  child.once('error', () => undefined)
  child.unref()
}

function openerOf(platform: NodeJS.Platform): readonly [string, readonly string[]] | null {
  if (platform === 'win32') return ['explorer.exe', []]
  if (platform === 'darwin') return ['open', []]
  const display = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? ''
  return display === '' ? null : ['xdg-open', []]
}
