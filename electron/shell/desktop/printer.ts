import { createHash } from 'node:crypto'
import { BrowserWindow, session, type Session } from 'electron'
import type { Printer, PrintPage } from '#core/ports.ts'
import { Refusal } from '#shared/contract/errors.ts'
import { printPagePolicy, type PrintFolders, readPrintPageFile } from '../print-page-files.ts'
import { appScheme } from './app-protocol.ts'
import { guardSession } from './guards.ts'
import { pageSecurity } from './security-options.ts'

const printHost = 'app://print/'
/** A world of ours beside the page's: its scripts, were there any, could not get at what we ask. */
const ownWorld = 1001

export interface DesktopPrinter extends Printer {
  /** Shows the printer dialog for a PDF that was made here; false for bytes that were not. */
  printAgain(pdf: Uint8Array): Promise<boolean>
}

/**
 * Paper by Electron's own Chromium: an invisible window whose page may load its style and fonts and nothing
 * else. Its policy lets no script run; scripts are not switched off because the fonts are waited for by one.
 */
export function createDesktopPrinter(folders: PrintFolders): DesktopPrinter {
  // Printing a PDF would need its viewer; the page it came from prints as well. Found by what the PDF holds: its
  // bytes may have been to a thread and back.
  const pages = new Map<string, PrintPage>()
  const remember = (pdf: Uint8Array, page: PrintPage): void => {
    pages.set(digestOf(pdf), page)
    const [oldest] = pages.keys()
    if (pages.size > mostPages && oldest !== undefined) pages.delete(oldest)
  }
  const onPaper = <T>(page: PrintPage, work: (window: BrowserWindow) => Promise<T>): Promise<T> =>
    withHiddenWindow(folders, page, work)
  return {
    async printToPdf(page) {
      const pdf = await onPaper(page, (window) =>
        window.webContents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        }),
      )
      const bytes = new Uint8Array(pdf)
      remember(bytes, page)
      return bytes
    },
    async printAgain(pdf) {
      const page = pages.get(digestOf(pdf))
      if (page === undefined) return false
      await onPaper(page, showPrinterDialog)
      return true
    },
  }
}

/** As many as the core's tray holds files. */
const mostPages = 50

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64')
}

function showPrinterDialog(window: BrowserWindow): Promise<void> {
  return new Promise((resolve, reject) => {
    window.webContents.print({ silent: false, printBackground: true, pageSize: 'A4' }, (done, reason) => {
      // Closing the dialog is no fault.
      if (done || /cancel/i.test(reason)) resolve()
      else reject(new Refusal('printer-unavailable', { reason }))
    })
  })
}

let pagesPrinted = 0

async function withHiddenWindow<T>(
  folders: PrintFolders,
  page: PrintPage,
  work: (window: BrowserWindow) => Promise<T>,
): Promise<T> {
  // A partition of its own per page, in memory: two prints at once do not meet.
  pagesPrinted += 1
  const paper = session.fromPartition(`paper-${pagesPrinted}`)
  guardSession(paper)
  servePage(paper, folders, page)
  const window = new BrowserWindow({
    show: false,
    title: page.title,
    webPreferences: { ...pageSecurity, session: paper, devTools: false, backgroundThrottling: false },
  })
  try {
    await window.loadURL(printHost)
    await window.webContents.executeJavaScriptInIsolatedWorld(ownWorld, [
      { code: 'document.fonts.ready.then(() => document.fonts.status)' },
    ])
    return await work(window)
  } finally {
    window.destroy()
    paper.protocol.unhandle(appScheme)
  }
}

function servePage(paper: Session, folders: PrintFolders, page: PrintPage): void {
  paper.protocol.handle(appScheme, async (request) => {
    if (request.url === printHost) {
      return new Response(page.html, {
        headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': printPagePolicy },
      })
    }
    const path = request.url.startsWith(printHost) ? request.url.slice(printHost.length) : null
    const file = path === null ? null : await readPrintPageFile(folders, path)
    if (file === null) return new Response('not found', { status: 404 })
    return new Response(new Uint8Array(file.bytes), { headers: { 'Content-Type': file.contentType } })
  })
}
