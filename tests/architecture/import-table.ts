/**
 * Who may import whom: the whole layering, as data. A folder may always import itself unless it says
 * otherwise; the longest place that fits a file is the one that counts.
 */
export interface Place {
  readonly place: string
  /** Folders or files of the project. */
  readonly may: readonly string[]
  /** Packages, `node:` for all of Node. */
  readonly packages: readonly string[]
  /** Files here must not import one another, except within one file's own folder below the place. */
  readonly apart?: boolean
}

const rendererPackages = [
  'react',
  'react-dom',
  'react-aria',
  'react-aria-components',
  '@internationalized/date',
  '@tanstack/react-query',
  '@tanstack/react-router',
  '@tanstack/react-virtual',
  'lucide-react',
  'pdfjs-dist',
  'historykana',
  'wanakana',
  '@digital-go-jp/design-tokens',
  // Made by vite.config.ts.
  'virtual:licences',
]

export const importTable: readonly Place[] = [
  { place: 'shared/domain', may: [], packages: [] },
  { place: 'shared/contract', may: ['shared/domain'], packages: ['zod'] },

  { place: 'electron/core/store', may: ['shared'], packages: ['better-sqlite3', 'node:'] },
  {
    place: 'electron/core/safekeeping',
    may: ['shared', 'electron/core/store', 'electron/core/ports.ts'],
    packages: ['zod', 'node:'],
  },
  {
    place: 'electron/core/imports',
    may: ['shared', 'electron/core/reports/forms'],
    packages: ['saxes', 'iconv-lite', 'node:'],
  },
  { place: 'electron/core/reports', may: ['shared'], packages: ['node:'] },
  {
    place: 'electron/core/reports/writers',
    may: ['shared', 'electron/core/reports'],
    packages: ['exceljs', 'docx', 'iconv-lite', 'ical-generator', 'node:'],
  },
  {
    place: 'electron/core/reports/forms',
    may: ['shared'],
    packages: ['cfb', 'fflate', 'officecrypto-tool', 'saxes', 'zod', 'node:'],
  },
  {
    place: 'electron/core/records',
    may: [
      'shared',
      'electron/core/store',
      'electron/core/reports',
      'electron/core/imports',
      'electron/core/context.ts',
    ],
    packages: ['@holiday-jp/holiday_jp'],
  },
  {
    place: 'electron/core/use-cases',
    may: [
      'shared',
      'electron/core/store',
      'electron/core/records',
      'electron/core/reports',
      'electron/core/imports',
      'electron/core/context.ts',
      'package.json',
    ],
    packages: ['zod', 'node:'],
  },
  // The thread runs the same handlers; nothing imports it, the shell starts it as a program.
  {
    place: 'electron/core/workers',
    may: ['shared', 'electron/core'],
    packages: ['node:'],
  },
  { place: 'electron/core', may: ['shared', 'electron/core'], packages: ['node:'] },

  { place: 'electron/shell/draw-forms', may: ['electron/shell/places.ts'], packages: ['exceljs', 'node:'] },
  {
    place: 'electron/shell/desktop',
    may: ['shared', 'electron/core', 'electron/shell'],
    packages: ['electron', 'electron-store', 'zod', 'node:'],
  },
  {
    place: 'electron/shell',
    may: ['shared', 'electron/core', 'electron/shell', 'vite.config.ts', 'package.json'],
    packages: [
      'hono',
      '@hono/node-server',
      'playwright-core',
      '@sparticuz/chromium',
      'esbuild',
      'zod',
      'vite',
      'node:',
    ],
  },

  {
    place: 'renderer/ui',
    may: ['shared/domain', 'shared/contract/errors.ts', 'shared/contract/error-texts.ts', 'renderer/styles'],
    packages: rendererPackages,
  },
  { place: 'renderer/api', may: ['shared'], packages: [...rendererPackages, 'zod'] },
  {
    place: 'renderer/features',
    may: ['shared', 'renderer/ui', 'renderer/api', 'renderer/styles'],
    packages: rendererPackages,
  },
  {
    place: 'renderer/features/manual',
    // The manual shows the screens as the journeys take them.
    may: ['shared', 'renderer/ui', 'renderer/api', 'renderer/styles', 'docs/pictures'],
    packages: rendererPackages,
  },
  { place: 'renderer/app', may: ['shared', 'renderer'], packages: rendererPackages },
  { place: 'renderer', may: ['renderer', 'shared'], packages: rendererPackages },
]

/** Whoever may do what they do alone in the house. */
export const onlyPlaces: Readonly<Record<string, readonly string[]>> = {
  electron: ['electron/shell/desktop'],
  'electron-store': ['electron/shell/desktop'],
  // One door to a database: whoever else made one could forget its key.
  'better-sqlite3': ['electron/core/store/connect.ts'],
  exceljs: ['electron/core/reports/writers', 'electron/shell/draw-forms'],
  docx: ['electron/core/reports/writers'],
  fflate: ['electron/core/reports/forms'],
  'officecrypto-tool': ['electron/core/reports/forms'],
  cfb: ['electron/core/reports/forms'],
}
