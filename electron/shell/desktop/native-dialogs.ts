import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { Refusal, type TsudoiError } from '#shared/contract/errors.ts'
import { readZip, unpackEntry } from '#core/reports/forms/zip-archive.ts'
import { errorText } from '#shared/contract/error-texts.ts'
import { acceptedExtensions, type FilePurpose, type FolderPurpose } from '#shared/contract/files.ts'
import { safeFileName } from '../file-names.ts'
import { longestUploadOf } from '../upload-limit.ts'
import { writeFileOrBeside } from '../write-file-whole.ts'
import { writeFolderWhole } from '../write-folder-whole.ts'

const purposeNames: Readonly<Record<FilePurpose, { readonly title: string; readonly kind: string }>> = {
  attachment: { title: '添えるファイルを選ぶ', kind: '資料（PDF、Word、Excel、写真など）' },
  roster: { title: '名簿を選ぶ', kind: '名簿（Excel、CSV）' },
  form: { title: '様式を選ぶ', kind: 'Excelの様式' },
  mapping: { title: '対応のファイルを選ぶ', kind: '対応のファイル' },
  handover: { title: '引きつぎのファイルを選ぶ', kind: '引きつぎのファイル' },
}

export interface ChosenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The system's dialog to open a file. Null when nothing was chosen, or the chosen file could not be read; that was then told. */
export async function chooseFile(window: BrowserWindow, purpose: FilePurpose): Promise<ChosenFile | null> {
  const { title, kind } = purposeNames[purpose]
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    buttonLabel: '選ぶ',
    properties: ['openFile'],
    filters: [
      { name: kind, extensions: [...acceptedExtensions[purpose]] },
      { name: 'すべてのファイル', extensions: ['*'] },
    ],
  })
  const [path] = filePaths
  if (canceled || path === undefined) return null
  try {
    if ((await stat(path)).size > longestUploadOf(purpose)) throw new Refusal('workbook-too-large')
    return { name: basename(path), bytes: new Uint8Array(await readFile(path)) }
  } catch (fault) {
    await tell(
      window,
      fault instanceof Refusal
        ? fault.toError()
        : { code: 'file-missing', details: { name: basename(path) } },
    )
    return null
  }
}

const folderTitles: Readonly<Record<FolderPurpose, string>> = {
  'second-place': '控えの二つめの場所を選ぶ',
  share: '共有フォルダーを選ぶ',
}

/** The system's dialog to choose a folder, or to make one. Null when nothing was chosen. */
export async function chooseFolder(window: BrowserWindow, purpose: FolderPurpose): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: folderTitles[purpose],
    buttonLabel: 'このフォルダーにする',
    properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** The name of a set of papers that the core hands over packed. */
const packed = /\.zip$/i

/** The system's dialog to choose a place, and in it a folder of the papers that the core has packed into one file. */
async function saveFolder(window: BrowserWindow, file: ChosenFile): Promise<'saved' | 'cancelled'> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: `「${file.name.replace(packed, '')}」のフォルダーを置く場所を選ぶ`,
    buttonLabel: 'ここに置く',
    defaultPath: app.getPath('documents'),
    properties: ['openDirectory', 'createDirectory'],
  })
  const [place] = filePaths
  if (canceled || place === undefined) return 'cancelled'
  try {
    const files = readZip(file.bytes).map((entry) => ({ name: entry.name, bytes: unpackEntry(entry) }))
    const path = writeFolderWhole(place, file.name.replace(packed, ''), files)
    await tellFolder(window, basename(path), files.length)
    return 'saved'
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    await tell(window, fault.toError())
    return 'cancelled'
  }
}

async function tellFolder(window: BrowserWindow, name: string, files: number): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'info',
    title: 'つどい',
    message: `「${name}」というフォルダーに、${String(files)}のファイルを置きました。`,
    detail: '同じ名前のフォルダーが前からあるときは、そのまま残し、番号を付けて並べます。',
    buttons: ['閉じる'],
    noLink: true,
  })
}

/** The system's dialog to save a file; a set of papers becomes a folder. A disk that is full or a file that is open is told; the file can then be saved again. */
export async function saveFile(window: BrowserWindow, file: ChosenFile): Promise<'saved' | 'cancelled'> {
  if (packed.test(file.name)) return saveFolder(window, file)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: '保存する',
    buttonLabel: '保存する',
    defaultPath: join(app.getPath('documents'), safeFileName(file.name)),
  })
  if (canceled || filePath === '') return 'cancelled'
  try {
    const path = await writeFileOrBeside(filePath, file.bytes)
    if (path !== filePath) await tellBeside(window, basename(filePath), basename(path))
    return 'saved'
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    await tell(window, fault.toError())
    return 'cancelled'
  }
}

/** Excel keeps what it shows: said, and where the file now lies. */
async function tellBeside(window: BrowserWindow, wanted: string, written: string): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'info',
    title: 'つどい',
    message: `「${wanted}」は、Excelなどで開いているため上書きできませんでした。`,
    detail: `同じフォルダーに「${written}」として保存しました。開いているファイルはそのままです。`,
    buttons: ['閉じる'],
    noLink: true,
  })
}

async function tell(window: BrowserWindow, error: TsudoiError): Promise<void> {
  const { happened, safe, todo } = errorText(error)
  await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'つどい',
    message: happened,
    detail: `${safe}\n${todo}`,
    buttons: ['閉じる'],
    noLink: true,
  })
}
