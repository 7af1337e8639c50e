import type { FolderPurpose } from '#shared/contract/files.ts'
import { host } from './host.ts'

/** The dialog of the host that chooses a folder; null in a browser, where its name is written. */
export function folderChooser(purpose: FolderPurpose): (() => Promise<string | null>) | null {
  return host.host === 'desktop' ? () => host.chooseFolder(purpose) : null
}
