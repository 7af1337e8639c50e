/** Which files may be kept with a meeting: papers and pictures. A program never, whatever it is called. */

/** By extension, what such a file begins with; null: text, which begins with anything. */
const signatures: Readonly<Record<string, readonly (readonly number[])[] | null>> = {
  pdf: [[0x25, 0x50, 0x44, 0x46]],
  docx: [[0x50, 0x4b, 0x03, 0x04]],
  xlsx: [[0x50, 0x4b, 0x03, 0x04]],
  pptx: [[0x50, 0x4b, 0x03, 0x04]],
  odt: [[0x50, 0x4b, 0x03, 0x04]],
  ods: [[0x50, 0x4b, 0x03, 0x04]],
  doc: [[0xd0, 0xcf, 0x11, 0xe0]],
  xls: [[0xd0, 0xcf, 0x11, 0xe0]],
  ppt: [[0xd0, 0xcf, 0x11, 0xe0]],
  jtd: [[0xd0, 0xcf, 0x11, 0xe0]],
  png: [[0x89, 0x50, 0x4e, 0x47]],
  jpg: [[0xff, 0xd8, 0xff]],
  jpeg: [[0xff, 0xd8, 0xff]],
  gif: [[0x47, 0x49, 0x46, 0x38]],
  tif: [
    [0x49, 0x49, 0x2a, 0x00],
    [0x4d, 0x4d, 0x00, 0x2a],
  ],
  tiff: [
    [0x49, 0x49, 0x2a, 0x00],
    [0x4d, 0x4d, 0x00, 0x2a],
  ],
  bmp: [[0x42, 0x4d]],
  txt: null,
  csv: null,
}

export const attachmentExtensions: readonly string[] = Object.keys(signatures)

/** Most bytes of one file, and of all that are kept: opening looks at every page of the data. */
export const largestAttachment = 10 * 1024 * 1024
export const largestAttachments = 300 * 1024 * 1024

/** Starts of programs and scripts of Windows, Linux and macOS; none of them is ever a paper. */
const programs: readonly (readonly number[])[] = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
  [0x23, 0x21],
  [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00],
]

export type AttachmentFault = 'kind' | 'program' | 'content' | 'size' | 'empty'

function begins(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, place) => bytes[place] === byte)
}

/** What speaks against keeping a file, or null. Both its name and what it begins with must be those of a paper. */
export function faultOfAttachment(name: string, bytes: Uint8Array): AttachmentFault | null {
  if (bytes.length === 0) return 'empty'
  if (bytes.length > largestAttachment) return 'size'
  if (programs.some((start) => begins(bytes, start))) return 'program'
  // 見積書.pdf.exe, and what Windows runs though it shows only the first part of the name.
  const extension = /\.([^.]+)$/u.exec(name.trim().toLowerCase())?.[1] ?? ''
  if (!Object.hasOwn(signatures, extension)) return 'kind'
  const starts = signatures[extension]
  if (starts === null || starts === undefined) return null
  return starts.some((start) => begins(bytes, start)) ? null : 'content'
}
