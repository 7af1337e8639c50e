import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { appEvents, state } from './app.ts'
import { shownParts } from './desktop-parts.ts'
import { fromInvented, openPage, toInvented } from './chromium-pages.ts'
import { onlyKnown, preventableEvent } from './only-known.ts'
import { preloadScript, toPlain } from './preload-script.ts'
import { invokeHandlers, sessionOf } from './sessions.ts'

type Options = Readonly<Record<string, unknown>> & {
  readonly webPreferences: Readonly<Record<string, unknown>>
}
type OpenHandler = (details: { readonly url: string }) => { readonly action: 'allow' | 'deny' }

export const allWindows = new Set<BrowserWindow>()

/** A window whose page is a Chromium page. Only what the shell uses exists. */
export class BrowserWindow extends EventEmitter {
  readonly options: Options
  readonly contents: PageContents
  /** What the shell gets of them. */
  readonly webContents: object
  visible = false
  focused = 0

  constructor(options: Options) {
    super()
    this.options = options
    this.contents = new PageContents(options.webPreferences)
    this.webContents = this.contents.shown
    const window = onlyKnown('BrowserWindow', this)
    allWindows.add(window)
    state.windows.add(window)
    appEvents.emit('web-contents-created', {}, this.webContents)
    return window
  }

  static getAllWindows(): readonly BrowserWindow[] {
    return [...allWindows]
  }

  static fromWebContents(shown: unknown): BrowserWindow | null {
    return [...allWindows].find((window) => window.webContents === shown) ?? null
  }

  async loadURL(address: string): Promise<void> {
    await this.contents.load(address)
    this.emit('ready-to-show')
  }

  reload(): void {
    void this.contents.page.then((page) => page.reload())
  }
  show(): void {
    this.visible = true
  }
  focus(): void {
    this.focused += 1
  }
  maximize(): void {
    this.emit('maximize')
  }
  restore(): void {
    this.visible = true
  }
  isVisible(): boolean {
    return this.visible
  }
  isMinimized(): boolean {
    return false
  }
  isMaximized(): boolean {
    return false
  }
  getNormalBounds() {
    return { x: 100, y: 80, width: 1200, height: 800 }
  }

  /** As the user's cross: may be refused by the shell. @returns whether the window is closed */
  async close(): Promise<boolean> {
    const event = preventableEvent({})
    this.emit('close', event)
    if (event.defaultPrevented) return false
    await this.gone()
    return true
  }

  destroy(): void {
    void this.gone()
  }

  private async gone(): Promise<void> {
    const wasVisible = this.visible
    allWindows.delete(this)
    state.windows.delete(this)
    await (await this.contents.page).close()
    this.emit('closed')
    if (wasVisible && allWindows.size === 0) appEvents.emit('window-all-closed')
  }
}

/** A page and what the shell has told it: the stand-in's side of `webContents`. */
class PageContents {
  readonly page: Promise<Page>
  readonly mainFrame: object
  readonly shown: object
  private readonly events = new EventEmitter()
  private address = ''
  private loading = false
  private openHandler: OpenHandler = () => ({ action: 'allow' })

  constructor(webPreferences: Readonly<Record<string, unknown>>) {
    const address = (): string => this.address
    this.mainFrame = onlyKnown('WebFrameMain', {
      get url() {
        return address()
      },
    })
    this.shown = onlyKnown('webContents', {
      mainFrame: this.mainFrame,
      on: (event: string, listener: () => void) => this.events.on(event, listener),
      setWindowOpenHandler: (handler: OpenHandler) => {
        this.openHandler = handler
      },
      printToPDF: (options: Readonly<Record<string, unknown>>) => this.printToPdf(options),
      print: (_options: object, done: (success: boolean, reason: string) => void) => {
        shownParts.printerDialogs += 1
        done(true, '')
      },
      executeJavaScriptInIsolatedWorld: async (
        _world: number,
        scripts: readonly { readonly code: string }[],
      ): Promise<unknown> => (await this.page).evaluate(scripts.map(({ code }) => code).join(';')),
    })
    this.page = this.open(webPreferences)
  }

  async load(address: string): Promise<void> {
    const page = await this.page
    this.loading = true
    await page.goto(toInvented(address), { waitUntil: 'load' })
    this.loading = false
  }

  /** Sends a message as if a page at `from` had; what a page of ours sends comes from `address`. */
  invoke(channel: string, given: readonly unknown[], from: string | null = null): unknown {
    const handler = invokeHandlers.get(channel)
    if (handler === undefined) throw new Error(`no handler for ${channel}`)
    const senderFrame = from === null ? this.mainFrame : { url: from }
    return handler({ sender: this.shown, senderFrame }, ...given)
  }

  private async open(preferences: Readonly<Record<string, unknown>>): Promise<Page> {
    const page = await openPage({
      session: sessionOf(preferences['session']),
      mayNavigate: (address, mainFrame) => this.mayNavigate(address, mainFrame),
    })
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.address = fromInvented(frame.url())
    })
    page.on('popup', (popup) => {
      // Electron asks before there is a window; a browser page can only be closed again.
      if (this.openHandler({ url: popup.url() }).action === 'deny') void popup.close()
    })
    const { preload } = preferences
    if (typeof preload === 'string') {
      await page.exposeBinding('standInInvoke', async (_source, channel: string, given: readonly unknown[]) =>
        toPlain(await this.invoke(channel, given)),
      )
      await page.addInitScript({ content: preloadScript(readFileSync(preload, 'utf8')) })
    }
    return page
  }

  private mayNavigate(address: string, mainFrame: boolean): boolean {
    if (this.loading && mainFrame) return true
    const event = preventableEvent({ url: address })
    if (mainFrame) this.events.emit('will-navigate', event)
    this.events.emit('will-frame-navigate', event)
    return !event.defaultPrevented
  }

  private async printToPdf(options: Readonly<Record<string, unknown>>): Promise<Buffer> {
    const page = await this.page
    return page.pdf({
      preferCSSPageSize: options['preferCSSPageSize'] === true,
      printBackground: options['printBackground'] === true,
      tagged: options['generateTaggedPDF'] === true,
      outline: options['generateDocumentOutline'] === true,
    })
  }
}
