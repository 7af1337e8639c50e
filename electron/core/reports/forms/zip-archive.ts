import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { Refusal } from '#shared/contract/errors.ts'

/** What all parts of one workbook may weigh unpacked, in bytes. A city's form weighs less than one megabyte. */
export const MAX_UNPACKED_BYTES = 100 * 1024 * 1024
/** Above this unpacked size, in bytes, a file that is packed tighter than MAX_RATIO is taken for a zip bomb. */
export const RATIO_COUNTS_FROM_BYTES = 20 * 1024 * 1024
/** Real sheets pack some 10 to 50 times; deflate cannot pass 1,032. */
export const MAX_RATIO = 250
/** How many entries one archive may hold. */
export const MAX_ENTRIES = 20_000

/** One file of a zip archive, as its central directory tells it. Nothing is unpacked yet. */
export interface ZipEntry {
  /** With `/` between folders, whatever the archive uses. */
  readonly name: string
  /** The name as it stands in the archive, to be written back unchanged. */
  readonly nameBytes: Uint8Array
  readonly flags: number
  readonly method: number
  readonly dosTime: number
  readonly dosDate: number
  readonly crc: number
  readonly packedSize: number
  readonly unpackedSize: number
  /** The packed bytes, a view into the file. */
  readonly packed: Uint8Array
}

const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const ZIP64_LOCATOR = 0x07064b50
const ZIP64_END = 0x06064b50
const UNKNOWN_32 = 0xffffffff
const STORED = 0
const DEFLATED = 8
const FLAG_ENCRYPTED = 1
const FLAG_SIZES_FOLLOW = 8
const FLAG_UTF8 = 0x800
/** 1 January 1980, the first day that a zip archive knows. */
const FIRST_DOS_DATE = 0x21

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const damaged = (why: string): Refusal => new Refusal('workbook-truncated', { why })

interface DirectoryPlace {
  readonly offset: number
  readonly size: number
  readonly count: number
}

/** Finds the end record, which stands at the very end but for a comment of at most 65,535 bytes. */
function findDirectory(view: DataView): DirectoryPlace {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue
    const place = {
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
    }
    const locator = at - 20
    if (locator < 0 || view.getUint32(locator, true) !== ZIP64_LOCATOR) return place
    const end = Number(view.getBigUint64(locator + 8, true))
    if (end + 56 > view.byteLength || view.getUint32(end, true) !== ZIP64_END) throw damaged('zip64')
    return {
      count: Number(view.getBigUint64(end + 32, true)),
      size: Number(view.getBigUint64(end + 40, true)),
      offset: Number(view.getBigUint64(end + 48, true)),
    }
  }
  throw damaged('no directory')
}

interface Sizes {
  readonly unpackedSize: number
  readonly packedSize: number
  readonly offset: number
}

/** Sizes of 4 GB and more stand in an extra field; some writers use it for small files too. */
function widenSizes(extra: DataView, narrow: Sizes): Sizes {
  let at = 0
  while (at + 4 <= extra.byteLength) {
    const id = extra.getUint16(at, true)
    const end = at + 4 + extra.getUint16(at + 2, true)
    if (end > extra.byteLength) break
    if (id === 1) {
      let next = at + 4
      const take = (value: number): number => {
        if (value !== UNKNOWN_32 || next + 8 > end) return value
        next += 8
        return Number(extra.getBigUint64(next - 8, true))
      }
      const unpackedSize = take(narrow.unpackedSize)
      const packedSize = take(narrow.packedSize)
      return { unpackedSize, packedSize, offset: take(narrow.offset) }
    }
    at = end
  }
  return narrow
}

/** UTF-8 where the archive says so or where it happens to be valid; a name never fails to be read. */
function readName(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replaceAll('\\', '/')
}

/** Refuses names that would leave the archive's folder, were somebody to unpack it. */
function checkName(name: string): void {
  const tricks = name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..')
  // Control characters in a part name are never honest.
  const control = [...name].some((letter) => letter < ' ')
  if (tricks || control || name === '') throw new Refusal('workbook-hostile', { why: 'path', part: name })
}

function packedBytesAt(file: Uint8Array, view: DataView, offset: number, size: number): Uint8Array {
  if (offset + 30 > file.length || view.getUint32(offset, true) !== LOCAL_HEADER) throw damaged('entry')
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + size > file.length) throw damaged('entry')
  return file.subarray(start, start + size)
}

function readEntry(file: Uint8Array, view: DataView, at: number): { entry: ZipEntry; next: number } {
  if (at + 46 > file.length || view.getUint32(at, true) !== CENTRAL_HEADER) throw damaged('directory')
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  const nameEnd = at + 46 + nameLength
  const next = nameEnd + extraLength + view.getUint16(at + 32, true)
  if (next > file.length) throw damaged('directory')
  const nameBytes = file.subarray(at + 46, nameEnd)
  const name = readName(nameBytes)
  checkName(name)
  const sizes = widenSizes(viewOf(file.subarray(nameEnd, nameEnd + extraLength)), {
    packedSize: view.getUint32(at + 20, true),
    unpackedSize: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  })
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  if ((flags & FLAG_ENCRYPTED) !== 0) throw new Refusal('workbook-encrypted')
  if (method !== STORED && method !== DEFLATED)
    throw new Refusal('workbook-hostile', { why: 'method', part: name })
  const entry = {
    name,
    nameBytes,
    flags,
    method,
    dosTime: view.getUint16(at + 12, true),
    dosDate: view.getUint16(at + 14, true),
    crc: view.getUint32(at + 16, true),
    packedSize: sizes.packedSize,
    unpackedSize: sizes.unpackedSize,
    packed: packedBytesAt(file, view, sizes.offset, sizes.packedSize),
  }
  return { entry, next }
}

/** Weighs the archive by what it declares, before a single byte is unpacked. Later, unpacking holds each entry to its word. */
function checkSizes(entries: readonly ZipEntry[], fileSize: number): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedSize, 0)
  const packed = entries.reduce((sum, entry) => sum + entry.packedSize, 0)
  const tooTight = unpacked > RATIO_COUNTS_FROM_BYTES && unpacked > MAX_RATIO * fileSize
  if (unpacked > MAX_UNPACKED_BYTES || tooTight) {
    throw new Refusal('workbook-too-large', {
      megabytes: Math.round(unpacked / 1048576),
    })
  }
  // Entries that share their bytes are how a small file declares itself large many times over.
  if (packed > fileSize) throw new Refusal('workbook-hostile', { why: 'overlap' })
}

/**
 * Reads the directory of a zip archive.
 *
 * @throws Refusal `workbook-truncated` when it is cut or damaged, `workbook-too-large` when what it
 * declares passes the caps above, `workbook-hostile` for path tricks, doubled names and overlapping entries.
 */
export function readZip(file: Uint8Array): readonly ZipEntry[] {
  if (file.length < 22) throw damaged('short')
  const view = viewOf(file)
  const place = findDirectory(view)
  if (place.offset + place.size > file.length) throw damaged('directory')
  if (place.count > MAX_ENTRIES) throw new Refusal('workbook-too-large', { entries: place.count })
  const entries: ZipEntry[] = []
  const seen = new Set<string>()
  let at = place.offset
  for (let number = 0; number < place.count; number++) {
    const { entry, next } = readEntry(file, view, at)
    // Part names that differ only in case are the same part (ECMA-376 part 2, 6.2.2.3).
    const key = entry.name.toLowerCase()
    if (seen.has(key))
      throw new Refusal('workbook-hostile', {
        why: 'duplicate',
        part: entry.name,
      })
    seen.add(key)
    entries.push(entry)
    at = next
  }
  checkSizes(entries, file.length)
  return entries
}

/**
 * Unpacks one entry. Node's own zlib is used because it stops at a given size (and is the fastest at hand), so that an entry which
 * declared less than it holds costs no more memory than it declared.
 *
 * @throws Refusal `workbook-too-large` when it holds more than declared, `workbook-truncated` when damaged.
 */
export function unpackEntry(entry: ZipEntry): Uint8Array {
  const bytes = entry.method === STORED ? entry.packed : inflate(entry)
  if (bytes.length !== entry.unpackedSize || crc32(bytes) !== entry.crc) throw damaged(entry.name)
  return bytes
}

function inflate(entry: ZipEntry): Uint8Array {
  try {
    // In one piece, since pieces put together would be held twice.
    const chunkSize = Math.max(64, entry.unpackedSize + 1)
    return inflateRawSync(entry.packed, {
      maxOutputLength: Math.max(1, entry.unpackedSize),
      chunkSize,
    })
  } catch (error) {
    if (!passedItsLimit(error)) throw damaged(entry.name)
    throw isBomb(entry) ? new Refusal('workbook-too-large', { part: entry.name }) : damaged(entry.name)
  }
}

const passedItsLimit = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

/** Broken bytes may well unpack to a little more than declared; only a bomb goes on and on. */
function isBomb(entry: ZipEntry): boolean {
  try {
    inflateRawSync(entry.packed, { maxOutputLength: RATIO_COUNTS_FROM_BYTES })
    return false
  } catch (error) {
    return passedItsLimit(error)
  }
}

/** From this size on, in bytes, packing tightly takes most of the time of filling, and saves a tenth of the file. */
const LARGE_PART = 4 * 1024 * 1024

/**
 * Packs bytes into an entry; the same bytes always become the same entry.
 *
 * @param like the entry that it replaces, whose name and time it takes over
 */
export function packEntry(name: string, bytes: Uint8Array, like?: ZipEntry): ZipEntry {
  const deflated = deflateRawSync(bytes, {
    level: bytes.length < LARGE_PART ? 6 : 2,
  })
  const worthwhile = deflated.length < bytes.length
  const packed = worthwhile ? deflated : bytes
  return {
    name,
    nameBytes: like?.nameBytes ?? new TextEncoder().encode(name),
    flags: like?.flags ?? FLAG_UTF8,
    method: worthwhile ? DEFLATED : STORED,
    dosTime: like?.dosTime ?? 0,
    dosDate: like?.dosDate ?? FIRST_DOS_DATE,
    crc: crc32(bytes),
    packedSize: packed.length,
    unpackedSize: bytes.length,
    packed,
  }
}

/** A part that was deflated already, piece by piece. */
export function packedEntry(
  name: string,
  { packed, crc, unpackedSize }: Pick<ZipEntry, 'packed' | 'crc' | 'unpackedSize'>,
): ZipEntry {
  return {
    name,
    nameBytes: new TextEncoder().encode(name),
    flags: FLAG_UTF8,
    method: DEFLATED,
    dosTime: 0,
    dosDate: FIRST_DOS_DATE,
    crc,
    packedSize: packed.length,
    unpackedSize,
    packed,
  }
}

function writeCommonFields(view: DataView, at: number, entry: ZipEntry): void {
  view.setUint16(at, 20, true)
  view.setUint16(at + 2, entry.flags & ~FLAG_SIZES_FOLLOW, true)
  view.setUint16(at + 4, entry.method, true)
  view.setUint16(at + 6, entry.dosTime, true)
  view.setUint16(at + 8, entry.dosDate, true)
  view.setUint32(at + 10, entry.crc, true)
  view.setUint32(at + 14, entry.packedSize, true)
  view.setUint32(at + 18, entry.unpackedSize, true)
  view.setUint16(at + 22, entry.nameBytes.length, true)
}

/** Writes entries in the order given. Packed bytes go in as they are: an entry that was read is not packed anew. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const bodies = entries.reduce((sum, entry) => sum + 30 + entry.nameBytes.length + entry.packedSize, 0)
  const directory = entries.reduce((sum, entry) => sum + 46 + entry.nameBytes.length, 0)
  const out = new Uint8Array(bodies + directory + 22)
  const view = viewOf(out)
  let at = 0
  let central = bodies
  for (const entry of entries) {
    view.setUint32(central, CENTRAL_HEADER, true)
    view.setUint16(central + 4, 20, true)
    writeCommonFields(view, central + 6, entry)
    view.setUint32(central + 42, at, true)
    out.set(entry.nameBytes, central + 46)
    central += 46 + entry.nameBytes.length

    view.setUint32(at, LOCAL_HEADER, true)
    writeCommonFields(view, at + 4, entry)
    out.set(entry.nameBytes, at + 30)
    out.set(entry.packed, at + 30 + entry.nameBytes.length)
    at += 30 + entry.nameBytes.length + entry.packedSize
  }
  view.setUint32(central, END_OF_DIRECTORY, true)
  view.setUint16(central + 8, entries.length, true)
  view.setUint16(central + 10, entries.length, true)
  view.setUint32(central + 12, directory, true)
  view.setUint32(central + 16, bodies, true)
  return out
}
