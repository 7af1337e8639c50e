import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** The checkout (or, in a bundle, whatever `import.meta.dirname` of the shell says lies two above it). */
export const projectFolder = resolve(import.meta.dirname, '..', '..')

/** Where a run from the sources finds what the build made. */
export const distFolder = join(projectFolder, 'dist')
export const rendererFolder = join(distFolder, 'renderer')
export const fontsFolder = join(distFolder, 'fonts')
export const resourcesFolder = join(projectFolder, 'resources')
export const printStylesFolder = join(resourcesFolder, 'print')

/** The thread for long work, when it runs from the sources. */
export const threadFile = join(projectFolder, 'electron', 'core', 'workers', 'thread.ts')

/**
 * The data folder when none is named: on the PC itself and of this user only. Windows' `%LOCALAPPDATA%` is
 * taken, not `%APPDATA%`: the latter may be carried over the network at each logon, and SQLite must not be.
 */
export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  home: string = homedir(),
): string {
  if (platform === 'win32')
    return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'tsudoi')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'tsudoi')
  return join(environment['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'tsudoi')
}
