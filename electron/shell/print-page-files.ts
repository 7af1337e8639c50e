import { realpathSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'

/** For a page under print: our own style and fonts, pictures that are inside the page itself, and nothing else. */
export const printPagePolicy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"

export interface PrintFolders {
  /** `resources/print`: print.css. */
  readonly styles: string
  /** The built fonts with their fonts.css. */
  readonly fonts: string
}

export interface PrintPageFile {
  readonly contentType: string
  readonly bytes: Buffer
}

const kinds: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
}

/** What a page under print may have beside its HTML, by its path: `print.css` and `fonts/…`; null for all else. */
export async function readPrintPageFile(folders: PrintFolders, path: string): Promise<PrintPageFile | null> {
  const found = /^(fonts\/)?((?:files\/)?[\w.-]+\.(css|woff2))$/.exec(path)
  if (found === null) return null
  const contentType = kinds[found[3] ?? '']
  const place = inside(found[1] === undefined ? folders.styles : folders.fonts, found[2] ?? '')
  return place === null || contentType === undefined ? null : { contentType, bytes: await readFile(place) }
}

function inside(folder: string, name: string): string | null {
  try {
    const root = realpathSync(folder)
    const path = realpathSync(join(root, name))
    return path.startsWith(root + sep) && statSync(path).isFile() ? path : null
  } catch {
    // A style or font that is not there leaves the page without it; the page itself still prints.
    return null
  }
}
