import type { Result } from './errors.ts'
import type { FilePurpose, FileToken, FolderPurpose, OfferedFile } from './files.ts'

/**
 * All that a shell gives to the window, under `window.tsudoi`; exactly these keys. In the desktop it
 * comes from the preload, in a browser from the same calls over loopback.
 */
export interface HostBridge {
  readonly host: 'desktop' | 'browser'
  /** Sends an operation of the contract. Rejects only when the core cannot be reached at all. */
  call(operation: string, input: unknown): Promise<Result<unknown>>
  /** Lets the user choose a file; null when she thought better of it. */
  chooseFile(purpose: FilePurpose): Promise<OfferedFile | null>
  /** Lets the user choose a folder by its whole name; null when she thought better of it, and in a browser, which tells no page where things lie. */
  chooseFolder(purpose: FolderPurpose): Promise<string | null>
  /** Hands a file made by the core to the user: a save dialog in the desktop, a download in a browser. */
  saveFile(token: FileToken): Promise<'saved' | 'cancelled'>
  /** The bytes of a file made by the core, to show it (a PDF as pages). */
  readFile(token: FileToken): Promise<Uint8Array>
  /** Sends a PDF made by the core to the printer dialog. */
  printFile(token: FileToken): Promise<void>
}
