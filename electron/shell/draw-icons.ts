import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from './find-chromium.ts'
import { resourcesFolder } from './places.ts'

/**
 * Draws `resources/icons/tsudoi.svg` (a table with one seat still open) as the .png and .ico that desktops ask
 * for. Run by hand after a change of the drawing; what it makes is kept in the repository.
 */
async function drawIcons(): Promise<void> {
  const folder = join(resourcesFolder, 'icons')
  const drawing = readFileSync(join(folder, 'tsudoi.svg'), 'utf8')
  const found = findChromium()
  if (found === null) throw new Error('no Chromium to draw with')
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    args: [...found.args],
    env: { ...found.env },
  })
  const draw = async (size: number): Promise<Buffer> => {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${drawing}`)
    return page.screenshot({ omitBackground: true })
  }
  writeFileSync(join(folder, 'tsudoi.png'), await draw(512))
  const sizes = [16, 24, 32, 48, 256]
  const pictures: { readonly size: number; readonly png: Buffer }[] = []
  for (const size of sizes) pictures.push({ size, png: await draw(size) })
  writeFileSync(join(folder, 'tsudoi.ico'), packIcon(pictures))
  await browser.close()
}

/** The .ico container: a directory of sizes, then the PNGs as they are (read by Windows since Vista). */
function packIcon(pictures: readonly { readonly size: number; readonly png: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  pictures.forEach(({ size, png }, position) => {
    const entry = 6 + 16 * position
    // 256 is written as 0: the field has one byte.
    head.writeUInt8(size % 256, entry)
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(offset, entry + 12)
    offset += png.length
  })
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

await drawIcons()
