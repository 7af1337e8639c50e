import { readdirSync } from 'node:fs'
import { isAbsolute, relative, resolve } from 'node:path'
import { app, dialog } from 'electron'
import { databaseFileName } from '#core/safekeeping/open-folder.ts'
import type { Settings } from './settings.ts'

/** Why a folder cannot be the data folder; null where it can. `names` is what lies in it. */
export function unfitDataFolder(
  folder: string,
  current: string,
  names: readonly string[] | null,
): string | null {
  const within = relative(resolve(current), resolve(folder))
  if (within === '') return 'いまのデータのフォルダーです。'
  if (!within.startsWith('..') && !isAbsolute(within)) return 'いまのデータのフォルダーの中は選べません。'
  if (/^[\\/]{2}/.test(folder))
    return '共有の場所は選べません。二台で使うときは、「設定」の「共有フォルダー」を使ってください。'
  if (names === null) return 'このフォルダーは読めません。'
  const content = names.filter((name) => !/^(?:\.|desktop\.ini$|thumbs\.db$)/i.test(name))
  if (content.length > 0 && !content.includes(databaseFileName))
    return 'ほかのものが入っています。空のフォルダーか、つどいの記録があるフォルダーを選んでください。'
  return null
}

/**
 * Lets the user choose another folder for the data, from the next start on. Nothing is moved: what lies in the folder
 * of today stays there, and is there again when that folder is chosen.
 */
export async function changeDataFolder(current: string, settings: Settings): Promise<void> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    title: 'データのフォルダーを選ぶ',
    buttonLabel: 'このフォルダーにする',
    properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
  })
  const [folder] = filePaths
  if (canceled || folder === undefined) return
  const unfit = unfitDataFolder(folder, current, namesIn(folder))
  if (unfit !== null) {
    await dialog.showMessageBox({
      type: 'warning',
      title: 'つどい',
      message: unfit,
      detail: 'データのフォルダーは変えていません。',
      buttons: ['閉じる'],
      noLink: true,
    })
    return
  }
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: 'つどい',
    message: '次に開くときから、このフォルダーを使いますか。',
    detail: `${folder}\nいまの記録は、いまのフォルダー（${current}）に残ります。移すときは、先に「設定」で引きつぎのファイルを作り、次に開いたつどいで受けとってください。`,
    buttons: ['このフォルダーにして終わる', 'やめる'],
    cancelId: 1,
    noLink: true,
  })
  if (response !== 0) return
  settings.set('dataFolder', folder)
  app.quit()
}

function namesIn(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder)
  } catch {
    // Told as what it is to her: a folder that cannot be read.
    return null
  }
}
