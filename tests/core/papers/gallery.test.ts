import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findChromium } from '#shell/find-chromium.ts'
import { projectFolder } from '#shell/places.ts'
import { folderForFile } from '../../shell/temporary-folder.ts'
import { openPageDrawer } from './draw-pages.ts'
import { everyPaper, practiceSource } from './every-paper.ts'
import { hasLibreOffice, openInLibreOffice } from './office-suite.ts'
import { joinedPages, openPaperCore, realPrinter } from './printing-core.ts'
import { computed, dense, missingIn, readPdf, readWorkbook, textOfWord, textsOfHtml } from './text-of-file.ts'

const gallery = join(projectFolder, 'docs/pictures/papers')
const wantsPictures = process.env['TSUDOI_PICTURES'] === '1'
/** Letters and cards are alike from page to page. */
const oneIsEnough =
  /^(invitation|appointment|acceptance|recommendation|labels|envelopes|postcards|receipts|name-tags|table-tents|payment-statements)/

it('makes every paper of the practice council: printed with every word, whole in Excel and Word', async () => {
  const core = await openPaperCore()
  const papers = await everyPaper(await practiceSource(core.ask))
  const pages: { readonly name: string; readonly page: Awaited<ReturnType<typeof core.pageOf>> }[] = []
  const files = new Map<string, Uint8Array>()
  const words = new Map<string, readonly string[]>()
  for (const paper of papers) {
    const page = await core.pageOf(paper)
    const texts = textsOfHtml(page.html)
    expect(texts.length, paper.name).toBeGreaterThan(2)
    pages.push({ name: paper.name, page })
    words.set(paper.name, texts)
    if (paper.formats.includes('docx')) {
      const bytes = await core.bytesOf(paper, 'docx')
      files.set(`${paper.name}.docx`, bytes)
      const word = dense(textOfWord(bytes))
      const lost = texts.filter((text) => !word.includes(dense(text)))
      expect(lost, `${paper.name} in Word`).toEqual([])
    }
    if (paper.formats.includes('xlsx')) {
      const bytes = await core.bytesOf(paper, 'xlsx')
      files.set(`${paper.name}.xlsx`, bytes)
      const sheet = readWorkbook(bytes)
      for (const { cell, formula, value } of sheet.formulas)
        expect(value, `${paper.name} ${cell} ${formula}`).toBe(computed(formula, sheet))
    }
  }
  const summed = [
    'activity-month',
    'activity-year',
    'year-results',
    'briefing-list',
    'payment-list',
    'settlement',
  ]
  for (const name of summed)
    expect(readWorkbook(files.get(`${name}.xlsx`) ?? new Uint8Array()).formulas.length, name).toBeGreaterThan(
      3,
    )

  if (findChromium() !== null) {
    const printer = realPrinter(folderForFile())
    const printed = await readPdf(await printer.printToPdf(joinedPages(pages.map(({ page }) => page))))
    expect(missingIn(printed.pages, [...words.values()].flat())).toEqual([])
    // A foot alone is an empty page.
    expect(printed.pages.filter((text) => text.length < 12)).toEqual([])
    if (wantsPictures) {
      const drawer = await openPageDrawer()
      mkdirSync(gallery, { recursive: true })
      for (const { name, page } of pages) {
        const pictures = await drawer.draw(await printer.printToPdf(page), oneIsEnough.test(name) ? 1 : 2)
        // A paper that has become shorter leaves no page of before behind.
        rmSync(join(gallery, `${name}-2.png`), { force: true })
        pictures.forEach((picture, at) => {
          writeFileSync(join(gallery, `${name}${at === 0 ? '' : `-${String(at + 1)}`}.png`), picture)
        })
      }
      await drawer.close()
    }
    await printer.close()
  }
  await openInOffice(files, words)
}, 900_000)

/** Each kind of block once; all of them when pictures are made anew. */
const openedEachTime = new Set([
  'minutes.docx',
  'agenda.docx',
  'roster-internal.docx',
  'invitation.docx',
  'appointment-vertical.docx',
  'seating.docx',
  'minutes.xlsx',
  'payment-list.xlsx',
  'seating.xlsx',
])

/** Opened by another program than the one they are for: nothing may be lost on the way. */
async function openInOffice(
  files: ReadonlyMap<string, Uint8Array>,
  words: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  if (!hasLibreOffice()) {
    console.warn('LibreOffice is not on this machine: Word and Excel files were read as XML only')
    return
  }
  const wanted = new Map([...files].filter(([name]) => wantsPictures || openedEachTime.has(name)))
  for (const [name, pdf] of openInLibreOffice(wanted)) {
    const { pages } = await readPdf(pdf)
    // Signs (㊞ among them) come from other fonts there, and are drawn at another time than the words around them.
    const plain = (text: string): string => dense(text).replace(/[^\p{L}\p{Nd}]|印/gu, '')
    const texts = (words.get(name.replace(/\.\w+$/, '')) ?? []).map(plain).filter((text) => text.length > 3)
    const lost = missingIn(pages.map(plain), texts)
    expect(
      lost.length / Math.max(1, texts.length),
      `${name} in LibreOffice lacks ${lost.join(' | ')}`,
    ).toBeLessThan(0.02)
  }
}
