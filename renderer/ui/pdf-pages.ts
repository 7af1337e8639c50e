import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from 'pdfjs-dist'
// A file of its own, from our own origin: what the content security policy allows a worker to be.
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = workerAddress

export interface OpenPdf {
  readonly pages: readonly PDFPageProxy[]
  close(): void
}

/** Opens a PDF of ours for showing. The bytes are copied: pdf.js takes away the ones it is given. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const task = getDocument({
    data: bytes.slice(),
    useWasm: false,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  const document: PDFDocumentProxy = await task.promise
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, (_, position) => document.getPage(position + 1)),
  )
  return { pages, close: () => void task.destroy() }
}

/** The words of a page, for those who hear it instead of seeing it. */
export async function textOfPage(page: PDFPageProxy): Promise<string> {
  const content = await page.getTextContent()
  return content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
}
