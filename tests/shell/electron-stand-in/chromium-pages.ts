import { type BrowserContext, chromium, type Page, type Route } from 'playwright-core'
import { findChromium } from '#shell/find-chromium.ts'
import { endings } from './app.ts'
import type { StandInSession } from './sessions.ts'

// app://HOST/… lives at https://HOST.app.invalid/…: Chromium takes it for a secure origin, and nothing is ever sent.
const suffix = '.app.invalid'

export function toInvented(address: string): string {
  const url = new URL(address)
  if (url.protocol !== 'app:') return address
  return `https://${url.host}${suffix}${address.slice(`app://${url.host}`.length)}`
}

export function fromInvented(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  if (url.protocol !== 'https:' || !url.hostname.endsWith(suffix)) return address
  return `app://${url.hostname.slice(0, -suffix.length)}${address.slice(url.origin.length)}`
}

let launched: Promise<BrowserContext> | null = null

/** One Chromium for all windows; at `STAND_IN_DEBUG_PORT` the test looks at its pages. */
function context(): Promise<BrowserContext> {
  launched ??= launch()
  return launched
}

async function launch(): Promise<BrowserContext> {
  const found = findChromium()
  if (found === null) throw new Error('no Chromium for the stand-in')
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    args: [...found.args, `--remote-debugging-port=${process.env['STAND_IN_DEBUG_PORT'] ?? '0'}`],
    env: { ...found.env },
    handleSIGTERM: false,
    handleSIGINT: false,
  })
  endings.push(() => void browser.close())
  return browser.newContext({ viewport: { width: 1360, height: 880 }, locale: 'ja-JP', bypassCSP: false })
}

export interface PageNeeds {
  readonly session: StandInSession
  /** Asked before a page goes elsewhere; false refuses. */
  readonly mayNavigate: (address: string, mainFrame: boolean) => boolean
}

export async function openPage(needs: PageNeeds): Promise<Page> {
  const page = await (await context()).newPage()
  await page.route('**/*', (route) => answer(route, page, needs))
  return page
}

/** What a page asks for: past the session's filter, to the session's protocol handlers, and nowhere else. */
async function answer(route: Route, page: Page, { session, mayNavigate }: PageNeeds): Promise<void> {
  const request = route.request()
  const address = fromInvented(request.url())
  const mainFrame = request.isNavigationRequest() && request.frame() === page.mainFrame()
  if (request.isNavigationRequest() && !mayNavigate(address, mainFrame)) return route.abort('aborted')
  const { promise, resolve } = Promise.withResolvers<boolean>()
  session.beforeRequest({ url: address }, ({ cancel }) => {
    resolve(cancel === true)
  })
  const handler = session.handlers.get(new URL(address).protocol.slice(0, -1))
  if ((await promise) || handler === undefined) return route.abort('blockedbyclient')
  const response = await handler(new Request(address, { method: request.method() }))
  return route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  })
}
