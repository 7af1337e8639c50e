import { emu, type SheetArea } from './drawn-box.ts'
import type { ShapeXml } from './sheet-drawing.ts'

/** What a picture file says of itself. */
export interface PictureFile {
  readonly extension: 'png' | 'jpeg'
  readonly contentType: string
  /** In pixels, as it is to be seen: a photo taken upright is upright. */
  readonly width: number
  readonly height: number
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

function readPng(bytes: Uint8Array, view: DataView): PictureFile | undefined {
  if (bytes.length < 33 || !PNG.every((byte, at) => bytes[at] === byte)) return undefined
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  return width > 0 && height > 0 ? { extension: 'png', contentType: 'image/png', width, height } : undefined
}

/** Start-of-frame markers: all of C0 to CF but tables (C4), extensions (C8) and arithmetic conditioning (CC). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

function readJpeg(bytes: Uint8Array, view: DataView): PictureFile | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  let at = 2
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (isFrame(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      return width > 0 && height > 0
        ? { extension: 'jpeg', contentType: 'image/jpeg', width, height }
        : undefined
    }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

/** Looks at the first bytes of a PNG or JPEG; undefined for anything else. Nothing is decoded. */
export function readPictureFile(bytes: Uint8Array): PictureFile | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return readPng(bytes, view) ?? readJpeg(bytes, view)
}

/** Space that is left around a picture in its box, in points. */
const MARGIN = 2

/** The largest place of the picture's proportions in the middle of the box. */
export function fitPicture(picture: PictureFile, box: SheetArea): SheetArea {
  const [width, height] = [Math.max(1, box.width - 2 * MARGIN), Math.max(1, box.height - 2 * MARGIN)]
  const scale = Math.min(width / picture.width, height / picture.height)
  const fitted = { width: picture.width * scale, height: picture.height * scale }
  return {
    ...fitted,
    left: box.left + (box.width - fitted.width) / 2,
    top: box.top + (box.height - fitted.height) / 2,
  }
}

export const pictureXml =
  (area: SheetArea, relationshipId: string, description: string): ShapeXml =>
  (id) =>
    `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${String(id)}" name="図 ${String(id - 1)}" descr="${description}"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="${relationshipId}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="${String(emu(area.left))}" y="${String(emu(area.top))}"/><a:ext cx="${String(emu(area.width))}" cy="${String(emu(area.height))}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`
