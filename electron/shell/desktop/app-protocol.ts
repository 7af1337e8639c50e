import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { securityHeaders } from '../content-security.ts'
import { findServedFile, type ServedFolders } from '../static-files.ts'

export const appScheme = 'app'
export const windowAddress = 'app://tsudoi/'

/** Whether an address is a page of our window. `URL.origin` is no help: it is `null` for schemes of one's own. */
export function isWindowAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol: scheme, host } = new URL(address)
  return scheme === `${appScheme}:` && host === 'tsudoi'
}

/** Must run before the program is ready: the scheme is a secure origin with relative addresses, and no more. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Answers `app://tsudoi/…` from the built window and the fonts, and from nowhere else. */
export function serveWindow(session: Session, folders: ServedFolders): void {
  session.protocol.handle(appScheme, async (request) => {
    const found =
      request.method === 'GET' && isWindowAddress(request.url)
        ? findServedFile(folders, new URL(request.url).pathname)
        : null
    if (found === null) return new Response('not found', { status: 404, headers: { ...securityHeaders } })
    const bytes = await readFile(found.path)
    return new Response(new Uint8Array(bytes), {
      headers: { ...securityHeaders, 'Content-Type': found.contentType, 'Cache-Control': 'no-cache' },
    })
  })
}
