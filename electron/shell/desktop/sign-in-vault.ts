import { safeStorage } from 'electron'
import type { SignInVault } from '#core/ports.ts'

/** Windows' DPAPI, macOS' keychain: only this account on this PC opens what they seal. Null where there is none such. */
export function createSignInVault(): SignInVault | null {
  if (!safeStorage.isEncryptionAvailable()) return null
  // Without a keyring of the desktop, Linux would "seal" with a password that everybody knows.
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null
  return {
    seal: (secret) => new Uint8Array(safeStorage.encryptString(Buffer.from(secret).toString('base64'))),
    open: (sealed) => {
      try {
        return new Uint8Array(Buffer.from(safeStorage.decryptString(Buffer.from(sealed)), 'base64'))
      } catch {
        // Sealed for another account, or on another PC: the password opens.
        return null
      }
    },
  }
}
