import type { PaperFormat } from '#shared/contract/report-operations.ts'
import { Refusal } from '#shared/contract/errors.ts'
import type { ReportDocument } from './report-document.ts'
import { writeWordDocument } from './writers/docx.ts'
import { type PaperSet, writePrintHtml, writePrintHtmlOfSet } from './writers/print-html.ts'
import { writeWorkbook } from './writers/xlsx.ts'

/** Prints a page to PDF: the printer of the host, as far as papers need it. */
export interface PaperPrinter {
  printToPdf(page: { readonly html: string; readonly title: string }): Promise<Uint8Array>
}

/** A document in the format asked for; of many letters in Word it is told how far they are. Refuses with `printer-unavailable` where a PDF comes out empty. */
export async function writeDocument(
  printer: PaperPrinter,
  document: ReportDocument,
  format: PaperFormat,
  onPages: (done: number, total: number) => void = () => undefined,
): Promise<Uint8Array> {
  const bytes = await bytesOf(printer, document, { format, onPages })
  if (bytes.length === 0) throw new Refusal('printer-unavailable')
  return bytes
}

/** Papers that go out together as one PDF, counted through. Refuses with `printer-unavailable`. */
export async function writeSetPdf(
  printer: PaperPrinter,
  documents: readonly ReportDocument[],
  set: PaperSet,
): Promise<Uint8Array> {
  const bytes = await printer.printToPdf({ html: writePrintHtmlOfSet(documents, set), title: set.title })
  if (bytes.length === 0) throw new Refusal('printer-unavailable')
  return bytes
}

function bytesOf(
  printer: PaperPrinter,
  document: ReportDocument,
  {
    format,
    onPages,
  }: { readonly format: PaperFormat; readonly onPages: (done: number, total: number) => void },
): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return printer.printToPdf({ html: writePrintHtml(document), title: document.title })
    case 'xlsx':
      return writeWorkbook(document)
    case 'docx':
      return writeWordDocument(document, onPages)
  }
}
