import { z } from 'zod'
import { attachmentExtensions } from '#shared/domain/attachment-kinds.ts'

/**
 * A file on its way between the window and the world. The window never sees a path: it holds a token,
 * the host (desktop dialog, browser upload or download) holds the file. Tokens live as long as the program.
 */
declare const tokenBrand: unique symbol
export type FileToken = string & { readonly [tokenBrand]: true }

export const fileToken = z.custom<FileToken>(
  (value) => typeof value === 'string' && /^[0-9a-f]{32}$/.test(value),
)

export interface OfferedFile {
  readonly token: FileToken
  readonly name: string
  /** Bytes. */
  readonly size: number
}

/** What a folder is chosen for. */
export const folderPurposes = ['second-place', 'share'] as const
export type FolderPurpose = (typeof folderPurposes)[number]

export type FilePurpose = 'attachment' | 'roster' | 'form' | 'mapping' | 'handover'
/** What each purpose accepts, without dot. The content is checked again: a name proves nothing. */
export const acceptedExtensions: Readonly<Record<FilePurpose, readonly string[]>> = {
  attachment: attachmentExtensions,
  roster: ['xlsx', 'xlsm', 'csv'],
  // .xls is taken so that it can be said what to do with it; .tsudoiform is a form with its mapping from another office.
  form: ['xlsx', 'xlsm', 'xls', 'tsudoiform'],
  mapping: ['json'],
  handover: ['tsudoi'],
}
