import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface ChromiumOnThisPc {
  readonly executablePath: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** What is the same for any Chromium: without a hint, glyphs would stand elsewhere on paper than on screen. */
const commonArgs = ['--font-render-hinting=none', '--disable-gpu']

/**
 * The Chromium for printing and tests outside Electron: the one named by `TSUDOI_CHROMIUM`, else the one of
 * @sparticuz/chromium (unpacked once per version into the temporary folder), else an installed one.
 */
export function findChromium(): ChromiumOnThisPc | null {
  const named = process.env['TSUDOI_CHROMIUM']
  if (named !== undefined && named !== '') return existsSync(named) ? installedChromium(named) : null
  const packed = unpackedChromium()
  if (packed !== null) return packed
  const installed = installedPlaces().find((place) => existsSync(place))
  return installed === undefined ? null : installedChromium(installed)
}

function installedChromium(executablePath: string): ChromiumOnThisPc {
  return { executablePath, args: commonArgs, env: environmentWith({}) }
}

function installedPlaces(): readonly string[] {
  if (process.platform === 'win32') {
    return ['C:\\Program Files (x86)', 'C:\\Program Files'].flatMap((folder) => [
      `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
      `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
    ])
  }
  if (process.platform === 'darwin') return ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
}

function environmentWith(more: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const own: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) own[name] = value
  return { ...own, ...more }
}

function unpackedChromium(): ChromiumOnThisPc | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const version = packedVersion()
  if (version === null) return null
  const folder = join(tmpdir(), `tsudoi-chromium-${version}`)
  if (!existsSync(join(folder, 'fonts.conf'))) unpackInto(folder)
  const libraries = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH'] ?? ''].filter(
    (each) => each !== '',
  )
  return {
    executablePath: join(folder, 'chromium'),
    args: [...commonArgs, '--no-zygote'],
    env: environmentWith({
      LD_LIBRARY_PATH: libraries.join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    }),
  }
}

function packedVersion(): string | null {
  try {
    const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'))
    const description: unknown = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8'))
    const version = typeof description === 'object' && description !== null && 'version' in description
    return version && typeof description.version === 'string' ? description.version : null
  } catch {
    // Not installed, as in an installation without development tools.
    return null
  }
}

function unpackInto(folder: string): void {
  const beside = mkdtempSync(`${folder}-`)
  execFileSync(process.execPath, [join(import.meta.dirname, 'unpack-chromium.ts')], {
    env: { ...process.env, TMPDIR: beside },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  // Without any font at all Chromium ends itself; the machine's own come first where there are some.
  writeFileSync(
    join(beside, 'fonts.conf'),
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>` +
      `<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${folder}/fonts</dir>` +
      `<cachedir>${folder}/font-cache</cachedir></fontconfig>\n`,
  )
  try {
    renameSync(beside, folder)
  } catch (fault) {
    // Another process was faster: its folder is as good as ours, since only a finished one bears this name.
    if (existsSync(join(folder, 'fonts.conf'))) {
      rmSync(beside, { recursive: true, force: true })
      return
    }
    throw fault
  }
}
