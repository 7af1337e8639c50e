import { join, resolve } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import { openCore } from '#core/open-core.ts'
import { registerAppScheme } from './app-protocol.ts'
import { runDesktop } from './run-desktop.ts'
import { chromiumSwitches } from './security-options.ts'

const valueAfter = (name: string): string | null => {
  const place = process.argv.indexOf(name)
  return place < 0 ? null : (process.argv[place + 1] ?? null)
}
const given = valueAfter('--data')
const dataFolder = given === null ? null : resolve(given)
// One program per data folder: its settings, and with them the lock of the single instance, go along.
if (dataFolder !== null) app.setPath('userData', join(dataFolder, 'desktop'))

for (const [name, value] of chromiumSwitches) app.commandLine.appendSwitch(name, value)
app.enableSandbox()
registerAppScheme()

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows().filter((each) => each.isVisible() || each.isMinimized())
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
  // Not awaited: Electron gets ready only when this module has been evaluated.
  runDesktop({ dataFolder, sample: process.argv.includes('--sample'), openCore }).catch((fault: unknown) => {
    dialog.showErrorBox('つどいを開けません', 'データには手を加えていません。もう一度おためしください。')
    process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.name) : String(fault)}\n`)
    app.exit(1)
  })
} else {
  // The first one has been told and comes to the front.
  app.quit()
}
