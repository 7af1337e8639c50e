import { realpathSync, statSync } from 'node:fs'
import { extname, join, sep } from 'node:path'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.txt': 'text/plain; charset=utf-8',
}

/** What may be served, by the first segment of the path: `/fonts/x` from the one folder, all else from the other. */
export interface ServedFolders {
  readonly renderer: string
  readonly fonts: string
}

export interface ServedFile {
  readonly path: string
  readonly contentType: string
}

/**
 * The file behind a path of an address, or null where there is none. Only a file that truly lies inside its
 * folder (links followed) and whose kind is listed is given out; anything that looks like a way around is no file.
 */
export function findServedFile(folders: ServedFolders, addressPath: string): ServedFile | null {
  const decoded = decodePath(addressPath)
  if (decoded === null) return null
  const inFonts = decoded.startsWith('/fonts/')
  const folder = inFonts ? folders.fonts : folders.renderer
  const inside = inFonts ? decoded.slice('/fonts/'.length) : decoded === '/' ? 'index.html' : decoded.slice(1)
  const contentType = contentTypes[extname(inside).toLowerCase()]
  if (contentType === undefined) return null
  return confine(folder, inside, contentType)
}

/** `addressPath` decoded, or null where it is not a plain absolute path: no `..`, no backslash, no drive, no zero byte. */
function decodePath(addressPath: string): string | null {
  try {
    const decoded = decodeURIComponent(addressPath)
    const segments = decoded.split('/')
    const plain = decoded.startsWith('/') && !/[\\:\0]/.test(decoded)
    return plain && !segments.includes('..') && !segments.includes('.') ? decoded : null
  } catch {
    // Not percent-encoded as it should be: nobody of ours asks so.
    return null
  }
}

function confine(folder: string, inside: string, contentType: string): ServedFile | null {
  try {
    const root = realpathSync(folder)
    const path = realpathSync(join(root, inside))
    if (!path.startsWith(root + sep) || !statSync(path).isFile()) return null
    return { path, contentType }
  } catch {
    // Not there, or not readable: both are "no such file" to the one who asks.
    return null
  }
}
