import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto'
import { Refusal } from '#shared/contract/errors.ts'

/**
 * A file sealed by a passphrase. Head: `TSUDOI-SEALED-1\n` (16 bytes), cost (1 byte: scrypt's N is 2 to it, r = 8,
 * p = 1), salt (16), nonce (7), then HMAC-SHA-256 (32) of all that under the second half of the derived key, which tells a
 * wrong passphrase from damage. Body: pieces of 64 KiB, each AES-256-GCM under the first half, nonce followed
 * by the piece's number (4 bytes) and 1 on the last piece, else 0; the head is authenticated with each, 16 bytes
 * of tag behind each. So no piece can be changed, left out, moved or cut off unseen (STREAM, Hoang et al. 2015).
 */
const mark = Buffer.from('TSUDOI-SEALED-1\n', 'latin1')
const saltBytes = 16
const nonceBytes = 7
const macBytes = 32
const tagBytes = 16
const pieceBytes = 65_536
const headBytes = mark.length + 1 + saltBytes + nonceBytes

/** 2^17 × 1 KiB = 128 MiB and about half a second on an office PC: what a guess costs. */
export const usualCost = 17
/** A head from outside may ask for no more than 512 MiB, nor for next to nothing. */
const leastCost = 12
const mostCost = 19

interface Keys {
  readonly sealing: Buffer
  readonly checking: Buffer
}

/** Seals bytes. `cost` is lowered by tests alone. */
export async function seal(plain: Uint8Array, passphrase: string, cost = usualCost): Promise<Uint8Array> {
  const head = Buffer.concat([mark, Buffer.from([cost]), randomBytes(saltBytes + nonceBytes)])
  const { sealing, checking } = await deriveKeys(head, passphrase)
  const parts: Buffer[] = [head, createHmac('sha256', checking).update(head).digest()]
  const pieces = Math.max(1, Math.ceil(plain.length / pieceBytes))
  for (let number = 0; number < pieces; number += 1) {
    const cipher = createCipheriv('aes-256-gcm', sealing, nonceOf(head, number, number === pieces - 1))
    cipher.setAAD(head)
    const piece = plain.subarray(number * pieceBytes, (number + 1) * pieceBytes)
    parts.push(cipher.update(piece), cipher.final(), cipher.getAuthTag())
  }
  return new Uint8Array(Buffer.concat(parts))
}

/** Opens what `seal` made. Refuses with `not-a-handover`, `wrong-passphrase` or `handover-damaged`; nothing half comes out. */
export async function unseal(sealed: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  if (!bytes.subarray(0, mark.length).equals(mark)) throw new Refusal('not-a-handover')
  if (bytes.length < headBytes + macBytes + tagBytes) throw new Refusal('handover-damaged')
  const head = bytes.subarray(0, headBytes)
  const cost = head[mark.length] ?? 0
  if (cost < leastCost || cost > mostCost) throw new Refusal('handover-damaged')
  const { sealing, checking } = await deriveKeys(head, passphrase)
  const mac = createHmac('sha256', checking).update(head).digest()
  if (!timingSafeEqual(mac, bytes.subarray(headBytes, headBytes + macBytes)))
    throw new Refusal('wrong-passphrase')
  return openPieces(bytes.subarray(headBytes + macBytes), head, sealing)
}

function openPieces(body: Buffer, head: Buffer, key: Buffer): Uint8Array {
  const parts: Buffer[] = []
  const step = pieceBytes + tagBytes
  for (let number = 0; number * step < body.length; number += 1) {
    const piece = body.subarray(number * step, (number + 1) * step)
    const isLast = (number + 1) * step >= body.length
    if (piece.length < tagBytes) throw new Refusal('handover-damaged')
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(head, number, isLast))
    decipher.setAAD(head)
    decipher.setAuthTag(piece.subarray(piece.length - tagBytes))
    try {
      parts.push(decipher.update(piece.subarray(0, piece.length - tagBytes)), decipher.final())
    } catch {
      // Node says only that the tag does not fit.
      throw new Refusal('handover-damaged')
    }
  }
  return new Uint8Array(Buffer.concat(parts))
}

function nonceOf(head: Buffer, number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  head.copy(nonce, 0, headBytes - nonceBytes)
  nonce.writeUInt32BE(number, nonceBytes)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
  return nonce
}

function deriveKeys(head: Buffer, passphrase: string): Promise<Keys> {
  const cost = head[mark.length] ?? usualCost
  const salt = head.subarray(mark.length + 1, mark.length + 1 + saltBytes)
  const memory = 128 * 8 * 2 ** cost
  return new Promise((resolve, reject) => {
    // One passphrase may come from two keyboards: composed and decomposed kana are the same to a person.
    const words = passphrase.normalize('NFKC')
    scrypt(words, salt, 64, { N: 2 ** cost, r: 8, p: 1, maxmem: memory * 2 }, (fault, key) => {
      if (fault === null) resolve({ sealing: key.subarray(0, 32), checking: key.subarray(32) })
      else reject(fault)
    })
  })
}
