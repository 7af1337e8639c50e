import { type Browser, chromium, type Page, type Route } from 'playwright-core'
import type { Printer, PrintPage } from '#core/ports.ts'
import { Refusal } from '#shared/contract/errors.ts'
import { type ChromiumOnThisPc, findChromium } from './find-chromium.ts'
import { printPagePolicy, type PrintFolders, readPrintPageFile } from './print-page-files.ts'

export interface ClosablePrinter extends Printer {
  /** Ends the Chromium, if one runs. The next print starts another. */
  close(): Promise<void>
}

/** A host that cannot exist: nothing on it can ever be fetched from a network. */
const printPlace = 'http://print.invalid/'
const idleMilliseconds = 60_000
const longestMilliseconds = 120_000

/**
 * Paper without Electron: an invisible Chromium that runs no script and reaches nothing but the page it is
 * given, its style and its fonts. Started by the first print, ended a minute after the last. Refuses with
 * `printer-unavailable` where this PC has no Chromium or it does not start.
 */
export function createChromiumPrinter(
  folders: PrintFolders,
  find: () => ChromiumOnThisPc | null = findChromium,
): ClosablePrinter {
  let running: Promise<Browser> | null = null
  let idle: NodeJS.Timeout | undefined
  let printing = 0

  const close = async (): Promise<void> => {
    clearTimeout(idle)
    const browser = running
    running = null
    await (await browser?.catch(() => null))?.close()
  }
  const browserNow = (): Promise<Browser> => {
    if (running !== null) return running
    const started = launch(find)
    const forget = (): void => {
      if (running === started) running = null
    }
    running = started
    // One that ends by itself, or never started, must not stand in the way of the next print.
    started.then((browser) => browser.once('disconnected', forget), forget)
    return started
  }
  return {
    close,
    async printToPdf(page) {
      clearTimeout(idle)
      printing += 1
      try {
        return await print(await browserNow(), folders, page)
      } finally {
        printing -= 1
        // The timer must not keep a finished program alive.
        if (printing === 0) idle = setTimeout(() => void close(), idleMilliseconds).unref()
      }
    },
  }
}

async function launch(find: () => ChromiumOnThisPc | null): Promise<Browser> {
  const found = find()
  if (found === null) throw new Refusal('printer-unavailable')
  try {
    return await chromium.launch({
      executablePath: found.executablePath,
      args: [...found.args],
      env: { ...found.env },
    })
  } catch (fault) {
    throw new Refusal('printer-unavailable', { reason: fault instanceof Error ? fault.name : 'unknown' })
  }
}

async function print(browser: Browser, folders: PrintFolders, { html }: PrintPage): Promise<Uint8Array> {
  const context = await browser.newContext({ javaScriptEnabled: false, serviceWorkers: 'block' })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(longestMilliseconds)
    await page.route('**/*', (route) => answer(route, folders, html))
    // Before loading: the fonts to wait for are those of the paper, not of the screen.
    await page.emulateMedia({ media: 'print' })
    await page.goto(printPlace, { waitUntil: 'load' })
    await waitForFonts(page)
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
  } finally {
    await context.close()
  }
}

async function answer(route: Route, folders: PrintFolders, html: string): Promise<void> {
  const address = route.request().url()
  if (address === printPlace) {
    await route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'Content-Security-Policy': printPagePolicy },
      body: html,
    })
    return
  }
  const path = address.startsWith(printPlace) ? address.slice(printPlace.length) : null
  const file = path === null ? null : await readPrintPageFile(folders, path)
  if (file === null) await route.abort('blockedbyclient')
  else await route.fulfill({ contentType: file.contentType, body: file.bytes })
}

/** The page runs no scripts, but the debugger may ask: without this, late fonts would be missing on paper. */
async function waitForFonts(page: Page): Promise<void> {
  const deadline = Date.now() + longestMilliseconds
  while (Date.now() < deadline) {
    if ((await page.evaluate(() => document.fonts.status)) === 'loaded') return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
