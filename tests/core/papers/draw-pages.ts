import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from '#shell/find-chromium.ts'
import { projectFolder } from '#shell/places.ts'

const build = join(projectFolder, 'node_modules/pdfjs-dist/legacy/build')
const place = 'http://gallery.invalid/'
const page = `<!doctype html><canvas></canvas><script type="module">
import { getDocument, GlobalWorkerOptions } from '${place}pdf.mjs'
GlobalWorkerOptions.workerSrc = '${place}pdf.worker.mjs'
let document_ = null
globalThis.open_ = async (base64) => {
  document_ = await getDocument({ data: Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)) }).promise
  return document_.numPages
}
globalThis.draw_ = async (number) => {
  const sheet = await document_.getPage(number)
  const viewport = sheet.getViewport({ scale: 96 / 72 })
  const canvas = document.querySelector('canvas')
  Object.assign(canvas, { width: viewport.width, height: viewport.height })
  await sheet.render({ canvas, viewport, background: '#fff' }).promise
  return canvas.toDataURL('image/png')
}
</script>`

export interface PageDrawer {
  /** The first pages of a PDF as PNG pictures, as many as wanted or as there are. */
  draw(pdf: Uint8Array, most: number): Promise<readonly Uint8Array[]>
  close(): Promise<void>
}

/** Draws PDF pages by the viewer that the window has, in the Chromium that prints. */
export async function openPageDrawer(): Promise<PageDrawer> {
  const found = findChromium()
  if (found === null) throw new Error('no Chromium to draw with')
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    args: [...found.args],
    env: { ...found.env },
  })
  const tab = await browser.newPage()
  await tab.route(`${place}**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1)
    if (name === '') return route.fulfill({ contentType: 'text/html', body: page })
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(build, name)) })
  })
  await tab.goto(place)
  await tab.waitForFunction('globalThis.draw_ !== undefined')
  return {
    close: () => browser.close(),
    draw: async (pdf, most) => {
      const base64 = Buffer.from(pdf).toString('base64')
      const count = Number(await tab.evaluate(`globalThis.open_(${JSON.stringify(base64)})`))
      const pictures: Uint8Array[] = []
      for (let number = 1; number <= Math.min(most, count); number += 1) {
        const url = String(await tab.evaluate(`globalThis.draw_(${String(number)})`))
        pictures.push(Buffer.from(url.split(',')[1] ?? '', 'base64'))
      }
      return pictures
    },
  }
}
