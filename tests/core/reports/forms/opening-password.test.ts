import { createDecipheriv, createHash, createHmac } from 'node:crypto'
import CFB from 'cfb'
import { describe, expect, it } from 'vitest'
import { needsPassword, openWithPassword, setOpeningPassword } from '#core/reports/forms/opening-password.ts'
import { openWorkbookPackage } from '#core/reports/forms/open-package.ts'
import type { Refusal } from '#shared/contract/errors.ts'
import { refusalOf } from './refusal-of.ts'
import { fixture, smallWorkbook } from './small-workbook.ts'

const PASSWORD = '青羽の様式 2026'
const plain = fixture('kaisai-houkokusho.xlsx')
const locked = setOpeningPassword(plain, PASSWORD)

async function refusalWhenOpening(bytes: Uint8Array, password: string): Promise<Refusal> {
  let opened: Uint8Array | undefined
  let refusal: Refusal | undefined
  try {
    opened = await openWithPassword(bytes, password)
  } catch (error) {
    refusal = refusalOf(() => {
      throw error
    })
  }
  if (refusal === undefined) throw new Error(`opened: ${String(opened?.length)} bytes`)
  return refusal
}

const streamOf = (bytes: Uint8Array, name: string): Buffer => {
  const content = CFB.find(CFB.read(Buffer.from(bytes), { type: 'buffer' }), name)?.content
  if (content === undefined) throw new Error(`no stream ${name}`)
  return Buffer.from(content)
}

/** Agile encryption as MS-OFFCRYPTO 2.3.4.10 to 2.3.4.14 describe it, taken apart without the library. */
function decryptByTheBook(bytes: Uint8Array, password: string): Uint8Array {
  const info = streamOf(bytes, '/EncryptionInfo')
  expect([...info.subarray(0, 8)]).toEqual([4, 0, 4, 0, 0x40, 0, 0, 0])
  const xml = info.subarray(8).toString('utf8')
  const tagOf = (name: string): string => new RegExp(`<${name}\\s[^>]*>`).exec(xml)?.[0] ?? ''
  const read = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  const bytesOf = (tag: string, name: string): Buffer => Buffer.from(read(tag, name), 'base64')
  const keyData = tagOf('keyData')
  const key = tagOf('p:encryptedKey')
  const integrity = tagOf('dataIntegrity')
  for (const tag of [keyData, key]) {
    expect(read(tag, 'cipherAlgorithm')).toBe('AES')
    expect(read(tag, 'cipherChaining')).toBe('ChainingModeCBC')
    expect(read(tag, 'hashAlgorithm')).toBe('SHA512')
    expect(read(tag, 'keyBits')).toBe('256')
  }
  expect(read(key, 'spinCount')).toBe('100000')
  const sha512 = (...parts: readonly Buffer[]): Buffer => {
    const hash = createHash('sha512')
    for (const part of parts) hash.update(part)
    return hash.digest()
  }
  const number = (value: number): Buffer => {
    const out = Buffer.alloc(4)
    out.writeUInt32LE(value)
    return out
  }
  const decrypt = (secret: Buffer, iv: Buffer, data: Buffer): Buffer => {
    const cipher = createDecipheriv('aes-256-cbc', secret, iv.subarray(0, 16)).setAutoPadding(false)
    return Buffer.concat([cipher.update(data), cipher.final()])
  }
  const salt = bytesOf(key, 'saltValue')
  let hash = sha512(salt, Buffer.from(password, 'utf16le'))
  for (let spin = 0; spin < 100_000; spin++) hash = sha512(number(spin), hash)
  const secretFor = (block: readonly number[]): Buffer => sha512(hash, Buffer.from(block)).subarray(0, 32)
  const verifier = decrypt(
    secretFor([0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79]),
    salt,
    bytesOf(key, 'encryptedVerifierHashInput'),
  )
  const verifierHash = decrypt(
    secretFor([0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e]),
    salt,
    bytesOf(key, 'encryptedVerifierHashValue'),
  )
  expect(sha512(verifier).equals(verifierHash)).toBe(true)
  const secret = decrypt(
    secretFor([0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6]),
    salt,
    bytesOf(key, 'encryptedKeyValue'),
  )
  const dataSalt = bytesOf(keyData, 'saltValue')
  const stream = streamOf(bytes, '/EncryptedPackage')
  // Who changes a byte is found out: the keyed hash of the whole stream stands beside it.
  const macKey = decrypt(
    secret,
    sha512(dataSalt, Buffer.from([0x5f, 0xb2, 0xad, 0x01, 0x0c, 0xb9, 0xe1, 0xf6])),
    bytesOf(integrity, 'encryptedHmacKey'),
  )
  const mac = decrypt(
    secret,
    sha512(dataSalt, Buffer.from([0xa0, 0x67, 0x7f, 0x02, 0xb2, 0x2c, 0x84, 0x33])),
    bytesOf(integrity, 'encryptedHmacValue'),
  )
  expect(createHmac('sha512', macKey).update(stream).digest().equals(mac)).toBe(true)
  const size = Number(stream.readBigUInt64LE(0))
  const chunks: Buffer[] = []
  for (let at = 8, position = 0; at < stream.length; at += 4096, position++) {
    chunks.push(decrypt(secret, sha512(dataSalt, number(position)), stream.subarray(at, at + 4096)))
  }
  return Buffer.concat(chunks).subarray(0, size)
}

describe('an opening password', () => {
  it('closes the workbook as Excel does, by the letter of its specification', () => {
    expect(Buffer.compare(decryptByTheBook(locked, PASSWORD), plain)).toBe(0)
  })

  it('leaves nothing readable of what is inside', () => {
    const file = Buffer.from(locked)
    for (const word of ['PK\u0003\u0004', 'xl/worksheets', 'sharedStrings']) {
      expect(file.includes(Buffer.from(word, 'latin1'))).toBe(false)
    }
    expect(refusalOf(() => openWorkbookPackage(locked)).code).toBe('workbook-encrypted')
    expect(needsPassword(locked)).toBe(true)
    expect(needsPassword(plain)).toBe(false)
  })

  it('gives the very bytes back to who knows it, and to nobody else', async () => {
    expect(Buffer.compare(await openWithPassword(locked, PASSWORD), plain)).toBe(0)
    for (const wrong of ['', '青羽の様式 2027', '青羽の様式　2026', PASSWORD.toLowerCase() + ' ']) {
      expect((await refusalWhenOpening(locked, wrong)).code).toBe('workbook-password')
    }
  })

  it('is chosen anew each time: the same workbook never gives the same bytes', () => {
    expect(Buffer.compare(setOpeningPassword(plain, PASSWORD), locked)).not.toBe(0)
  })

  it('may not be empty, nor longer than Excel takes, nor close what is no workbook', () => {
    for (const password of ['', 'x'.repeat(256)]) {
      expect(refusalOf(() => setOpeningPassword(plain, password)).code).toBe('invalid-input')
    }
    expect(refusalOf(() => setOpeningPassword(plain.subarray(0, 900), 'x')).code).toBe('workbook-truncated')
  })

  it('is not asked for where there is none', async () => {
    expect(Buffer.compare(await openWithPassword(plain, 'egal'), plain)).toBe(0)
    const csv = new TextEncoder().encode('氏名,電話\n')
    expect(Buffer.compare(await openWithPassword(csv, 'egal'), csv)).toBe(0)
  })

  it('of a workbook that packs to less than one sector', async () => {
    const small = smallWorkbook()
    expect(Buffer.compare(await openWithPassword(setOpeningPassword(small, 'a'), 'a'), small)).toBe(0)
  })
})

/** The workbook closed with other words at its head; the head keeps its length. */
function withInfo(change: (xml: string) => string): Uint8Array {
  const container = CFB.read(Buffer.from(locked), { type: 'buffer' })
  const info = streamOf(locked, '/EncryptionInfo')
  const xml = change(info.subarray(8).toString('utf8'))
  CFB.utils.cfb_del(container, '/EncryptionInfo')
  CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.concat([info.subarray(0, 8), Buffer.from(xml)]))
  return Uint8Array.from(CFB.write(container, { type: 'buffer' }) as Buffer)
}

describe('a closed workbook that is out of order', () => {
  it('that would be hashed for minutes is refused at once', async () => {
    const slow = withInfo((xml) => xml.replace('spinCount="100000"', 'spinCount="10000000"'))
    const start = performance.now()
    expect((await refusalWhenOpening(slow, PASSWORD)).code).toBe('workbook-hostile')
    expect(performance.now() - start).toBeLessThan(1000)
    const doctype = withInfo((xml) => xml.replace('<encryption ', '<!DOCTYPE x><encryption '))
    expect((await refusalWhenOpening(doctype, PASSWORD)).code).toBe('workbook-hostile')
  })

  it('is told to be damaged, cut anywhere', async () => {
    for (const part of [0.02, 0.3, 0.6, 0.9]) {
      const cut = locked.subarray(0, Math.floor(locked.length * part))
      expect((await refusalWhenOpening(cut, PASSWORD)).code).toBe('workbook-truncated')
    }
    const headless = withInfo((xml) => xml.slice(0, 200))
    expect((await refusalWhenOpening(headless, PASSWORD)).code).toBe('workbook-truncated')
  })

  it('encrypted in a way that no Excel in use writes is told so', async () => {
    const container = CFB.utils.cfb_new()
    CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.from([4, 0, 3, 0, 0, 0, 0, 0]))
    CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(64))
    const bytes = Uint8Array.from(CFB.write(container, { type: 'buffer' }) as Buffer)
    expect((await refusalWhenOpening(bytes, PASSWORD)).code).toBe('workbook-encrypted')
  })

  it('is not taken for one when it is an old .xls', async () => {
    const container = CFB.utils.cfb_new()
    CFB.utils.cfb_add(container, '/Workbook', Buffer.alloc(5000, 9))
    const bytes = Uint8Array.from(CFB.write(container, { type: 'buffer' }) as Buffer)
    expect((await refusalWhenOpening(bytes, PASSWORD)).code).toBe('old-workbook')
  })
})
