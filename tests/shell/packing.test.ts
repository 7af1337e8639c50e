import { execFile } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { join, sep } from 'node:path'
import { promisify } from 'node:util'
import { extractAll, extractFile, listPackage } from '@electron/asar'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildWhatChanged } from '#shell/build.ts'
import { projectFolder } from '#shell/places.ts'
import { findChromium } from '#shell/find-chromium.ts'
import { startDesktop } from './electron-stand-in/run-desktop-program.ts'
import { folderForFile } from './temporary-folder.ts'

const place = folderForFile()
/** A small program for Windows that comes with electron-builder: its packer reads the header of `electron.exe`. */
const smallWindowsProgram = join(projectFolder, 'node_modules', 'electron-winstaller', 'vendor', 'candle.exe')

/** By the source of @electron/fuses: a mark, version 1, the number of fuses, and one digit for each. */
const fuseMark = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
const fuseNames = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'asarIntegrity',
  'onlyFromAsar',
  'ownV8Snapshot',
  'fileProtocolPrivileges',
]

interface System {
  readonly name: 'linux' | 'win'
  readonly binary: string
  readonly program: string
  readonly prebuild: string
}
const systems: readonly System[] = [
  { name: 'linux', binary: 'electron', program: 'tsudoi', prebuild: 'linux-x64.node' },
  { name: 'win', binary: 'electron.exe', program: 'Tsudoi.exe', prebuild: 'win32-x64.node' },
]

/** Electron's folder with nothing of Electron in it but the switches of its fuses, all as they are delivered. */
function makeStub({ name, binary }: System): string {
  const folder = join(place, `stub-${name}`)
  mkdirSync(join(folder, 'locales'), { recursive: true })
  writeFileSync(join(folder, 'locales', 'ja.pak'), '')
  writeFileSync(join(folder, 'locales', 'en-US.pak'), '')
  if (name === 'win') copyFileSync(smallWindowsProgram, join(folder, binary))
  else writeFileSync(join(folder, binary), '#!/bin/sh\n', { mode: 0o755 })
  appendFileSync(
    join(folder, binary),
    Buffer.concat([fuseMark, Buffer.from([1, 8]), Buffer.from('10110001')]),
  )
  return folder
}

/** Packs with the project's own electron-builder.yml; answers with the folder of the packed program. */
async function pack(system: System): Promise<string> {
  const output = join(place, 'packed')
  const given = [
    ...[`--${system.name}`, 'dir', '--x64', '--publish', 'never'],
    ...[`-c.electronDist=${makeStub(system)}`, `-c.directories.output=${output}`],
    // Its tools for Windows' own resources would have to be fetched.
    ...(system.name === 'win' ? ['-c.win.signAndEditExecutable=false'] : []),
  ]
  const main = join(projectFolder, 'node_modules', 'electron-builder', 'cli.js')
  await promisify(execFile)(process.execPath, [main, ...given], { cwd: projectFolder })
  return join(output, `${system.name}-unpacked`)
}

describe.each(systems)('the program packed for $name', (system) => {
  const missing = system.name === 'win' && !existsSync(smallWindowsProgram)
  let folder = ''
  let packed: readonly string[] = []
  beforeAll(async () => {
    if (missing) return
    await buildWhatChanged()
    folder = await pack(system)
    packed = listPackage(join(folder, 'resources', 'app.asar'), { isPack: false }).map((path) =>
      path.replaceAll(sep, '/').replace(/^\//, ''),
    )
  }, 180_000)

  test.skipIf(missing)(
    'holds the bundles, the window, the fonts with their licence and the resources',
    () => {
      expect(packed).toEqual(
        expect.arrayContaining([
          'package.json',
          'LICENSE',
          'dist/desktop/main.js',
          'dist/desktop/thread.js',
          'dist/desktop/preload.cjs',
          'dist/renderer/index.html',
          'dist/fonts/fonts.css',
          'dist/fonts/LICENSE-biz-udpgothic.txt',
          'resources/print/print.css',
          'resources/sample/practice.json',
          'node_modules/better-sqlite3/lib/index.js',
        ]),
      )
      const description: unknown = JSON.parse(
        extractFile(join(folder, 'resources', 'app.asar'), 'package.json').toString('utf8'),
      )
      expect(description).toMatchObject({ name: 'tsudoi', main: 'dist/desktop/main.js', type: 'module' })
    },
  )

  test.skipIf(missing)('holds nothing else: no source, test, map or tool', () => {
    const packages = new Set(
      packed.map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter(Boolean),
    )
    expect([...packages]).toEqual(['better-sqlite3'])
    const tops = new Set(packed.map((path) => path.split('/')[0]))
    expect([...tops].toSorted()).toEqual(['LICENSE', 'dist', 'node_modules', 'package.json', 'resources'])
    expect(packed.filter((path) => /\.(?:ts|tsx|map|cpp|gyp)$/.test(path))).toEqual([])
  })

  test.skipIf(missing)("has this platform's SQLite, and only that, outside the archive", () => {
    const prebuilds = join(
      folder,
      'resources',
      'app.asar.unpacked',
      'node_modules',
      'better-sqlite3',
      'prebuilds',
    )
    expect(readdirSync(prebuilds)).toEqual([system.prebuild])
    expect(packed.filter((path) => path.endsWith('.node'))).toEqual([
      `node_modules/better-sqlite3/prebuilds/${system.prebuild}`,
    ])
  })

  // Only the system that we are on can be started.
  const cannotStart = process.platform !== 'linux' || findChromium() === null
  const startable = system.name === 'linux' ? test.skipIf(cannotStart) : null
  startable?.('starts from what was packed alone', { timeout: 60_000 }, async () => {
    const alone = join(place, 'alone')
    extractAll(join(folder, 'resources', 'app.asar'), alone)
    const program = await startDesktop({
      dataFolder: join(place, 'data'),
      program: alone,
      more: ['--sample'],
    })
    await program.page.getByRole('heading', { level: 1 }).first().waitFor()
    expect(await program.quit()).toBe(0)
  })

  test.skipIf(missing)('has its fuses set: no Node in disguise, no debugger, only this very archive', () => {
    const program = readFileSync(join(folder, system.program))
    const start = program.indexOf(fuseMark) + fuseMark.length + 2
    const fuses = Object.fromEntries(
      fuseNames.map((name, position) => [name, program[start + position] === '1'.charCodeAt(0)]),
    )
    expect(fuses).toEqual({
      runAsNode: false,
      cookieEncryption: false,
      nodeOptions: false,
      nodeCliInspect: false,
      asarIntegrity: true,
      onlyFromAsar: true,
      ownV8Snapshot: false,
      fileProtocolPrivileges: false,
    })
  })
})
