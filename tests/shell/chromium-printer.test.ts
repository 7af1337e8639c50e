import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '#shared/contract/errors.ts'
import { buildFonts } from '#shell/build-fonts.ts'
import { type ClosablePrinter, createChromiumPrinter } from '#shell/chromium-printer.ts'
import { findChromium } from '#shell/find-chromium.ts'
import { projectFolder } from '#shell/places.ts'
import type { PrintFolders } from '#shell/print-page-files.ts'
import { folderForFile } from './temporary-folder.ts'

const place = folderForFile()
const folders: PrintFolders = { styles: join(place, 'styles'), fonts: join(place, 'fonts') }
let printer: ClosablePrinter

beforeAll(() => {
  mkdirSync(folders.styles)
  writeFileSync(join(folders.styles, 'print.css'), '@page { size: A4 } body { font-family: "BIZ UDPMincho" }')
  writeFileSync(join(place, 'secret.css'), 'body { display: none }')
  buildFonts(join(projectFolder, 'node_modules'), folders.fonts)
  printer = createChromiumPrinter(folders)
})
afterAll(() => printer.close())

function document(body: string): string {
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>第1回 次第</title>
    <link rel="stylesheet" href="fonts/fonts.css"><link rel="stylesheet" href="print.css"></head><body>${body}</body></html>`
}

async function read(bytes: Uint8Array) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const page = await pdf.getPage(1)
  const content = await page.getTextContent()
  const text = content.items.map((item) => ('str' in item ? item.str : '')).join('')
  const { info } = await pdf.getMetadata()
  const [, , width, height] = page.view
  return { pages: pdf.numPages, text, info, size: [Math.round(width ?? 0), Math.round(height ?? 0)] }
}

describe.skipIf(findChromium() === null)('paper over Chromium', () => {
  test('a page becomes a tagged A4 PDF with its title, its words and our fonts inside', async () => {
    const html = document('<h1>次第</h1><p>髙﨑 邉 令和8年 ①㈱</p>')
    const bytes = await printer.printToPdf({ html, title: '第1回 次第' })
    const { pages, text, info, size } = await read(bytes)
    expect(pages).toBe(1)
    expect(text.replaceAll(' ', '')).toContain('次第髙﨑邉令和8年①㈱')
    expect(info).toMatchObject({ Title: '第1回 次第' })
    expect(size).toEqual([595, 842])
    const source = Buffer.from(bytes).toString('latin1')
    expect(source).toMatch(/\+BIZUDPMincho/)
    expect(source).toMatch(/\/Marked true/)
  })

  test('nothing on the page runs, and nothing outside it is reached', async () => {
    const reached: string[] = []
    const server = createServer((request, response) => {
      reached.push(request.url ?? '')
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const bound = server.address()
    const outside = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`
    const bytes = await printer.printToPdf({
      title: 'x',
      html: document(`<p>そのまま</p><script>document.body.textContent = '書きかえ'</script>
        <img src="${outside}/picture.png" onerror="document.body.textContent='書きかえ'">
        <iframe src="${outside}/frame"></iframe><link rel="stylesheet" href="${outside}/style.css">
        <link rel="stylesheet" href="fonts/..%2f..%2fsecret.css"><link rel="stylesheet" href="../secret.css">`),
    })
    server.close()
    expect((await read(bytes)).text).toBe('そのまま')
    expect(reached).toEqual([])
  })

  test('two prints at once do not meet', async () => {
    const [first, second] = await Promise.all(
      ['一枚目', '二枚目'].map(async (text) =>
        read(await printer.printToPdf({ title: text, html: document(`<p>${text}</p>`) })),
      ),
    )
    expect([first?.text, second?.text]).toEqual(['一枚目', '二枚目'])
  })

  test('after its Chromium has ended the next print starts another', async () => {
    await printer.close()
    const bytes = await printer.printToPdf({ title: 'x', html: document('<p>もう一度</p>') })
    expect((await read(bytes)).text).toBe('もう一度')
  })
})

test('a PC without Chromium refuses with a code, and so does one whose Chromium does not start', async () => {
  const page = { title: 'x', html: document('') }
  await expect(createChromiumPrinter(folders, () => null).printToPdf(page)).rejects.toThrow(
    new Refusal('printer-unavailable'),
  )
  const broken = { executablePath: join(place, 'nothing'), args: [], env: {} }
  await expect(createChromiumPrinter(folders, () => broken).printToPdf(page)).rejects.toMatchObject({
    code: 'printer-unavailable',
  })
})

test('the built fonts are the woff2 pieces alone, with their licences', () => {
  const css = readFileSync(join(folders.fonts, 'fonts.css'), 'utf8')
  const named = [...css.matchAll(/url\(([^)]+)\)/g)].map((found) => found[1] ?? '')
  // Four families of 124 pieces in two weights, and of two Noto families the two pieces beyond the first plane.
  expect(named.length).toBe(4 * 2 * 124 + 2 * 2 * 2)
  expect(css).toContain('U+20bb7')
  const kept = readdirSync(join(folders.fonts, 'files')).map((name) => `files/${name}`)
  expect(kept.toSorted()).toEqual(named.toSorted())
  for (const name of new Set(named))
    expect(readFileSync(join(folders.fonts, name)).subarray(0, 4).toString()).toBe('wOF2')
  expect(readFileSync(join(folders.fonts, 'LICENSE-biz-udmincho.txt'), 'utf8')).toContain(
    'SIL OPEN FONT LICENSE',
  )
  expect(readFileSync(join(folders.fonts, 'LICENSE-noto-sans-jp.txt'), 'utf8')).toMatch(/open font license/i)
})
