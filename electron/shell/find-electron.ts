import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const longestDownloadMilliseconds = 300_000

/**
 * Electron's binary on this PC, or null. npm leaves it out: it is fetched at first use, which needs a network
 * that lets us reach its releases. `mayDownload` tries that; where it fails it does so within seconds.
 */
export function findElectron(mayDownload: boolean): string | null {
  const folder = packageFolder()
  if (folder === null) return null
  const present = binaryIn(folder)
  if (present !== null || !mayDownload) return present
  const { status } = spawnSync(process.execPath, [join(folder, 'install.js')], {
    stdio: 'ignore',
    timeout: longestDownloadMilliseconds,
  })
  return status === 0 ? binaryIn(folder) : null
}

function packageFolder(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    // An installation without development tools: the browser shell is then the way.
    return null
  }
}

/** As electron/index.js finds it, which would download instead of answering "no". */
function binaryIn(folder: string): string | null {
  const pathFile = join(folder, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron'
  const path = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), name)
  return existsSync(path) ? path : null
}
