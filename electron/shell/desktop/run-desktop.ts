import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, Menu, session, shell } from 'electron'
import type { Log } from '#core/ports.ts'
import { Refusal } from '#shared/contract/errors.ts'
import { safeFileName } from '../file-names.ts'
import { createLogFile } from '../log-file.ts'
import { createClock, createThreads, createWho, nodeRandomness, sharingTimesOf } from '../node-ports.ts'
import { holdCore, type HeldCore, type OpenCore } from '../opened-core.ts'
import {
  defaultDataFolder,
  fontsFolder,
  printStylesFolder,
  rendererFolder,
  resourcesFolder,
} from '../places.ts'
import { serveWindow } from './app-protocol.ts'
import { changeDataFolder } from './change-data-folder.ts'
import { guardAllPages, guardSession } from './guards.ts'
import { answerBridge } from './ipc-bridge.ts'
import { openMainWindow } from './main-window.ts'
import { menuTemplate } from './menu.ts'
import type { ChosenFile } from './native-dialogs.ts'
import { createDesktopPrinter, type DesktopPrinter } from './printer.ts'
import { createSignInVault } from './sign-in-vault.ts'
import { openSettings, type Settings } from './settings.ts'

export interface DesktopOptions {
  /** Instead of the folder of the settings, else of the user. */
  readonly dataFolder: string | null
  readonly sample: boolean
  readonly openCore: OpenCore
}

/** From "ready" to a usable window. Data that do not open leave the window there: it says why and what to do. */
export async function runDesktop(options: DesktopOptions): Promise<void> {
  guardAllPages()
  await app.whenReady()
  const settings = openSettings()
  const dataFolder = options.dataFolder ?? settings.get('dataFolder') ?? defaultDataFolder()
  const clock = createClock()
  const log = createLogFile(dataFolder, clock)
  endOnFault(log)
  removePrinted()
  const printer = createDesktopPrinter({ styles: printStylesFolder, fonts: fontsFolder })
  guardSession(session.defaultSession)
  serveWindow(session.defaultSession, { renderer: rendererFolder, fonts: fontsFolder })
  const signIn = createSignInVault()
  const who = createWho(() => settings.get('userName'))
  const core = await holdCore(
    {
      folder: dataFolder,
      resources: resourcesFolder,
      ports: {
        clock,
        randomness: nodeRandomness,
        printer,
        log,
        who,
        // The build puts it beside this very bundle.
        threads: createThreads(join(import.meta.dirname, 'thread.js')),
        ...(signIn === null ? {} : { signIn }),
      },
      sharingTimes: sharingTimesOf(),
    },
    options.openCore,
  )
  if (options.sample) await core.dispatch('system.startPractice', {})
  closeBeforeQuitting(core, log)
  answerBridge({ core, log, print: (file) => printFile(printer, file) })
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate(menuActions(dataFolder, options.dataFolder === null ? settings : null)),
    ),
  )
  const window = await openMainWindow(settings)
  recoverPage(window, log)
}

function menuActions(dataFolder: string, settings: Settings | null) {
  return {
    openDataFolder: () => void shell.openPath(dataFolder),
    changeDataFolder: settings === null ? null : () => void changeDataFolder(dataFolder, settings),
    openLogFolder: () => void shell.openPath(join(dataFolder, 'logs')),
    showManual: () => {
      for (const { webContents } of BrowserWindow.getAllWindows())
        webContents.sendInputEvent({ type: 'keyDown', keyCode: 'F1' })
    },
    showAbout: () =>
      void dialog.showMessageBox({
        type: 'info',
        title: 'つどいについて',
        message: `つどい ${app.getVersion()}`,
        detail: '協議体の事務局のための、ネットワークのいらない記録と書類の道具です。',
        buttons: ['閉じる'],
      }),
  }
}

/**
 * The printer dialog for papers made in this run; any other PDF opens in the program this PC has for it. Nothing but
 * a PDF ever does, whatever a page asks for: a file that was brought in may be a program.
 */
async function printFile(printer: DesktopPrinter, file: ChosenFile): Promise<void> {
  if (await printer.printAgain(file.bytes)) return
  const isPdf = /\.pdf$/i.test(file.name) && Buffer.from(file.bytes.subarray(0, 5)).toString() === '%PDF-'
  if (!isPdf) throw new Refusal('invalid-input')
  const folder = printedFolder()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, safeFileName(file.name))
  writeFileSync(path, file.bytes, { mode: 0o600 })
  await shell.openPath(path)
}

function printedFolder(): string {
  return join(app.getPath('temp'), 'tsudoi-print')
}

/** Papers that were handed to another program to be printed hold names: they go when the program does, and at its next start. */
function removePrinted(): void {
  rmSync(printedFolder(), { recursive: true, force: true })
}

/** Closes the core after the last window, whose final words it must still take in, and before the program ends. */
function closeBeforeQuitting(core: HeldCore, log: Log): void {
  let closed = false
  app.on('window-all-closed', () => {
    app.quit()
  })
  // Without these a library in the bundle would end the process on the spot.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      app.quit()
    })
  }
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    core
      .close()
      .catch((fault: unknown) => {
        log.error('closing failed', fault)
      })
      .finally(() => {
        closed = true
        removePrinted()
        app.quit()
      })
  })
}

/** A page that broke down is loaded again: everything it showed is in the database. */
function recoverPage(window: BrowserWindow, log: Log): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.info('page gone', { reason })
    if (reason !== 'clean-exit') window.reload()
  })
}

function endOnFault(log: Log): void {
  process.on('unhandledRejection', (fault) => {
    log.error('unhandled', fault)
  })
  process.on('uncaughtException', (fault) => {
    log.error('uncaught', fault)
    dialog.showErrorBox(
      'つどいを続けられません',
      '思いがけないことが起きました。入力したものは、そのつど保存してあります。つどいを開きなおしてください。',
    )
    app.exit(1)
  })
}
