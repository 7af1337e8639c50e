import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openCore } from '#core/open-core.ts'
import type { PrintPage } from '#core/ports.ts'
import { askOf } from '../ask-of.ts'
import { resources, temporaryFolder, testPorts } from '../core-harness.ts'
import type { PaperFormat } from '#shared/contract/report-operations.ts'
import { buildFonts } from '#shell/build-fonts.ts'
import { type ClosablePrinter, createChromiumPrinter } from '#shell/chromium-printer.ts'
import { projectFolder } from '#shell/places.ts'
import type { PaperToMake } from './every-paper.ts'

/** The printer of the shells, with the fonts that are shipped. */
export function realPrinter(folder: string): ClosablePrinter {
  const fonts = join(folder, 'fonts')
  buildFonts(join(projectFolder, 'node_modules'), fonts)
  return createChromiumPrinter({ styles: join(projectFolder, 'resources', 'print'), fonts })
}

/** A core whose pages to be printed are kept as they are: what stands on them can be read, and printed later. */
export async function openPaperCore() {
  let last: PrintPage = { html: '', title: '' }
  const ports = {
    ...testPorts(),
    printer: {
      printToPdf: (page: PrintPage) => {
        last = page
        return Promise.resolve(new TextEncoder().encode(page.html))
      },
    },
  }
  const opened = await openCore({ folder: temporaryFolder(), resources, ports })
  if (!opened.ok) throw new Error(`core did not open: ${opened.error.code}`)
  const core = opened.value
  onTestFinished(() => core.close())
  return {
    ask: askOf(core, ports),
    refused: async (name: Parameters<typeof core.dispatch>[0], input: unknown) => {
      const result = await core.dispatch(name, input)
      return result.ok ? null : result.error.code
    },
    /** The bytes of a paper; of a print its page as HTML. */
    bytesOf: async (paper: PaperToMake, format: PaperFormat): Promise<Uint8Array> => {
      const { token } = await paper.make(format)
      return core.files.take(token).bytes
    },
    pageOf: async (paper: PaperToMake): Promise<PrintPage> => {
      await paper.make('pdf')
      return last
    },
  }
}

/** Pages joined into one, each on sheets of its own kind: one print instead of many. */
export function joinedPages(pages: readonly PrintPage[]): PrintPage {
  const mains = pages.map(({ html }) => {
    const [, look, main] = /<body class="([^"]*)">\s*<main>(.*)<\/main>/s.exec(html) ?? []
    return `<main class="${look ?? ''}">${main ?? ''}</main>`
  })
  const [first] = pages
  return {
    title: first?.title ?? '',
    html: (first?.html ?? '').replace(/<body.*<\/body>/s, `<body>${mains.join('\n')}</body>`),
  }
}
