import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { Log } from '#core/ports.ts'
import { isOperationName } from '#shared/contract/contract.ts'
import { Refusal, type Result } from '#shared/contract/errors.ts'
import {
  acceptedExtensions,
  type FilePurpose,
  fileToken,
  type FolderPurpose,
  folderPurposes,
  type OfferedFile,
} from '#shared/contract/files.ts'
import type { HeldCore } from '../opened-core.ts'
import { isWindowAddress } from './app-protocol.ts'
import { channels } from './channels.ts'
import { chooseFile, chooseFolder, type ChosenFile, saveFile } from './native-dialogs.ts'

export interface BridgeParts {
  readonly core: HeldCore
  readonly log: Log
  /** The printer dialog for a PDF of the core. */
  print(file: ChosenFile): Promise<void>
}

/** Answers the bridge's channels. Each message is checked: from our page's own frame, as many arguments as declared, of their kind. */
export function answerBridge(parts: BridgeParts): void {
  answer(parts.log, channels.call, 2, (_window, operation, input) => call(parts.core, operation, input))
  answer(parts.log, channels.chooseFile, 1, async (window, purpose): Promise<OfferedFile | null> => {
    const chosen = await chooseFile(window, readPurpose(purpose))
    return chosen === null ? null : parts.core.files.put(chosen.name, chosen.bytes)
  })
  answer(parts.log, channels.chooseFolder, 1, (window, purpose) =>
    chooseFolder(window, readFolderPurpose(purpose)),
  )
  answer(parts.log, channels.saveFile, 1, (window, token) => saveFile(window, takeFile(parts.core, token)))
  answer(parts.log, channels.readFile, 1, (_window, token) =>
    Promise.resolve(takeFile(parts.core, token).bytes),
  )
  answer(parts.log, channels.printFile, 1, (_window, token) => parts.print(takeFile(parts.core, token)))
}

type Answer = (window: BrowserWindow, ...given: readonly unknown[]) => Promise<unknown>

function answer(log: Log, channel: string, count: number, work: Answer): void {
  ipcMain.handle(channel, async (event, ...given: unknown[]) => {
    const window = windowOfSender(event)
    if (window === null || given.length !== count) {
      log.error('message refused', new Error(channel))
      throw new Error('refused')
    }
    try {
      return await work(window, ...given)
    } catch (fault) {
      log.error('message failed', fault)
      // The window learns the code and no more: a fault's words may hold a path.
      throw new Error(fault instanceof Refusal ? fault.code : 'unexpected')
    }
  })
}

/** The window that asks, when it is the main frame of a page of ours; a frame inside it, or a page gone elsewhere, is not. */
function windowOfSender(event: IpcMainInvokeEvent): BrowserWindow | null {
  const frame = event.senderFrame
  const ours = frame !== null && frame === event.sender.mainFrame && isWindowAddress(frame.url)
  return ours ? BrowserWindow.fromWebContents(event.sender) : null
}

function call(core: HeldCore, operation: unknown, input: unknown): Promise<Result<unknown>> {
  if (typeof operation !== 'string' || !isOperationName(operation)) {
    return Promise.resolve({ ok: false, error: { code: 'unknown-operation' } })
  }
  return core.dispatch(operation, input)
}

function readPurpose(given: unknown): FilePurpose {
  const purposes: readonly string[] = Object.keys(acceptedExtensions)
  if (typeof given !== 'string' || !purposes.includes(given)) throw new Refusal('invalid-input')
  // One of the keys of the record, as just seen.
  return given as FilePurpose
}

function readFolderPurpose(given: unknown): FolderPurpose {
  const purpose = folderPurposes.find((each) => each === given)
  if (purpose === undefined) throw new Refusal('invalid-input')
  return purpose
}

function takeFile(core: HeldCore, token: unknown): ChosenFile {
  const checked = fileToken.safeParse(token)
  if (!checked.success) throw new Refusal('file-missing')
  return core.files.take(checked.data)
}
