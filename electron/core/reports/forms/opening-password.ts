import CFB from 'cfb'
import officeCrypto from 'officecrypto-tool'
import { Refusal } from '#shared/contract/errors.ts'
import { openWorkbookPackage } from './open-package.ts'

/** Excel takes no more letters than this. */
export const MAX_PASSWORD_LENGTH = 255

/**
 * How often a password may be hashed before it opens a workbook. Excel writes 100,000; the format allows a
 * hundred times as many, which would keep the program busy for minutes.
 */
const MAX_SPINS = 1_000_000

const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** What stands at the head of an encrypted workbook: how it was encrypted (MS-OFFCRYPTO 2.3.4). */
function encryptionInfoOf(bytes: Uint8Array): Uint8Array | undefined {
  if (!OLE_SIGNATURE.every((byte, at) => bytes[at] === byte)) return undefined
  try {
    const container = CFB.read(Buffer.from(bytes), { type: 'buffer' })
    if (CFB.find(container, '/EncryptedPackage') === null) return undefined
    const content = CFB.find(container, '/EncryptionInfo')?.content
    return content === undefined ? undefined : Uint8Array.from(content)
  } catch {
    // The library throws plain errors for whatever is out of order in the container.
    throw new Refusal('workbook-truncated', { why: 'container' })
  }
}

/** True for a workbook that asks for a password before it opens, as Excel or LibreOffice save it. */
export function needsPassword(bytes: Uint8Array): boolean {
  return encryptionInfoOf(bytes) !== undefined
}

/** Refuses what would be hashed for minutes, and ways of encrypting that no Excel in use writes. */
function checkEffort(info: Uint8Array): void {
  const [major, minor] = [info[0], info[2]]
  const isStandard = minor === 2 && (major === 2 || major === 3 || major === 4)
  if (isStandard) return
  if (major !== 4 || minor !== 4) throw new Refusal('workbook-encrypted', { why: 'method' })
  const xml = new TextDecoder().decode(info.subarray(8))
  const spins = [...xml.matchAll(/\sspinCount\s*=\s*["'](\d{1,10})["']/g)].map((found) => Number(found[1]))
  if (spins.length === 0) throw new Refusal('workbook-truncated', { why: 'spinCount' })
  if (Math.max(...spins) > MAX_SPINS || /<!DOCTYPE/i.test(xml)) {
    throw new Refusal('workbook-hostile', { why: 'spinCount' })
  }
}

/**
 * The workbook with a password for opening it, encrypted as Excel does it (agile, AES-256, SHA-512;
 * ECMA-376 with MS-OFFCRYPTO 2.3.4.10). Without the password nobody can read it again, us included. Salt and key
 * are chosen anew each time, so the same workbook never gives the same bytes twice. Takes a second or two.
 *
 * @param bytes an .xlsx or .xlsm that opens
 * @param password 1 to 255 letters, taken as they are typed: width and case count
 * @throws Refusal `invalid-input` (fields: password) for a password that cannot be; as openWorkbookPackage
 */
export function setOpeningPassword(bytes: Uint8Array, password: string): Uint8Array {
  if (password === '' || password.length > MAX_PASSWORD_LENGTH) {
    throw new Refusal('invalid-input', { fields: ['password'] })
  }
  openWorkbookPackage(bytes)
  return Uint8Array.from(officeCrypto.encrypt(Buffer.from(bytes), { password }))
}

/**
 * The workbook that a password closes, as it was before. A workbook without a password comes back as it is,
 * whatever was typed.
 *
 * @throws Refusal `workbook-password` when the password is not the right one, or none was typed;
 * `workbook-encrypted` when it was encrypted in a way that is not known here; `workbook-truncated` when it is
 * damaged; `workbook-hostile` when opening it would take minutes; `old-workbook` for an .xls
 */
export async function openWithPassword(bytes: Uint8Array, password: string): Promise<Uint8Array> {
  const info = encryptionInfoOf(bytes)
  if (info === undefined) {
    // Says of an .xls what it is; any other file is as good as it was.
    if (OLE_SIGNATURE.every((byte, at) => bytes[at] === byte)) openWorkbookPackage(bytes)
    return bytes
  }
  checkEffort(info)
  if (password === '') throw new Refusal('workbook-password')
  try {
    return Uint8Array.from(await officeCrypto.decrypt(Buffer.from(bytes), { password }))
  } catch (error) {
    const isWrong = error instanceof Error && error.message === 'The password is incorrect'
    throw isWrong ? new Refusal('workbook-password') : new Refusal('workbook-truncated', { why: 'encrypted' })
  }
}
