import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'

/** What goes into the program that offices get; a test holds it against the import table. Tools of the build and tests are not shipped. */
export const shippedPackages = [
  '@digital-go-jp/design-tokens',
  '@fontsource/biz-udgothic',
  '@fontsource/biz-udmincho',
  '@fontsource/biz-udpgothic',
  '@fontsource/biz-udpmincho',
  '@fontsource/noto-sans-jp',
  '@fontsource/noto-serif-jp',
  '@internationalized/date',
  '@tanstack/react-query',
  '@tanstack/react-router',
  '@tanstack/react-virtual',
  '@holiday-jp/holiday_jp',
  'better-sqlite3',
  'cfb',
  'docx',
  'electron',
  'electron-store',
  'exceljs',
  'fflate',
  'historykana',
  'ical-generator',
  'iconv-lite',
  'lucide-react',
  'officecrypto-tool',
  'pdfjs-dist',
  'react',
  'react-aria',
  'react-aria-components',
  'react-dom',
  'saxes',
  'wanakana',
  'zod',
] as const

export interface Licence {
  readonly name: string
  readonly version: string
  /** As its own description says: MIT, OFL-1.1; '' where it says nothing. */
  readonly licence: string
  /** The words themselves; '' where the package brings none. */
  readonly text: string
}

const description = z.object({
  name: z.string(),
  version: z.string(),
  license: z.union([z.string(), z.object({ type: z.string() })]).optional(),
  /** As it was written before 2014. */
  licenses: z.array(z.object({ type: z.string() })).optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
})

/** Every package that is shipped, with all that it needs in its turn, by name. A root that is not installed is left out. */
export function listLicences(project: string, roots: readonly string[]): readonly Licence[] {
  const found = new Map<string, Licence>()
  const visit = (name: string, from: string): void => {
    const folder = findPackage(name, from, project)
    if (folder === null) return
    const read = description.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
    const key = `${read.name} ${read.version}`
    if (found.has(key)) return
    const old = (read.licenses ?? []).map(({ type }) => type).join(', ')
    const licence = typeof read.license === 'object' ? read.license.type : (read.license ?? old)
    found.set(key, { name: read.name, version: read.version, licence, text: licenceText(folder) })
    // Electron's own packages only fetch its binary.
    if (name === 'electron') return
    for (const needed of Object.keys(read.dependencies ?? {})) visit(needed, folder)
  }
  for (const root of roots) visit(root, project)
  return [...found.values()].toSorted((first, second) => (first.name < second.name ? -1 : 1))
}

function findPackage(name: string, from: string, project: string): string | null {
  for (let place = from; ; place = dirname(place)) {
    const folder = join(place, 'node_modules', name)
    if (existsSync(join(folder, 'package.json'))) return folder
    if (place === project || place === dirname(place)) return null
  }
}

function licenceText(folder: string): string {
  const file = readdirSync(folder).find((name) => /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i.test(name))
  return file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()
}
