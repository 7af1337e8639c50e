import { app, type MenuItemConstructorOptions } from 'electron'

export interface MenuActions {
  readonly openDataFolder: () => void
  /** Null where the program was told its folder at the start. */
  readonly changeDataFolder: (() => void) | null
  readonly openLogFolder: () => void
  readonly showAbout: () => void
  readonly showManual: () => void
}

/** The menu, in Japanese. Roles bring the system's own behaviour and its usual keys. */
export function menuTemplate({
  openDataFolder,
  changeDataFolder,
  openLogFolder,
  showAbout,
  showManual,
}: MenuActions): MenuItemConstructorOptions[] {
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  return [
    {
      label: 'ファイル',
      submenu: [
        { label: 'データのフォルダーを開く', click: openDataFolder },
        ...(changeDataFolder === null
          ? []
          : [{ label: 'データのフォルダーを変える…', click: changeDataFolder }]),
        separator,
        { label: 'つどいを終わる', role: 'quit' },
      ],
    },
    {
      label: '編集',
      submenu: [
        { label: '元に戻す', role: 'undo' },
        { label: 'やり直す', role: 'redo' },
        separator,
        { label: '切り取り', role: 'cut' },
        { label: 'コピー', role: 'copy' },
        { label: '貼り付け', role: 'pasteAndMatchStyle', accelerator: 'CmdOrCtrl+V' },
        { label: 'すべて選ぶ', role: 'selectAll' },
      ],
    },
    {
      label: '表示',
      submenu: [
        { label: '大きくする', role: 'zoomIn', accelerator: 'CmdOrCtrl+Plus' },
        { label: '小さくする', role: 'zoomOut' },
        { label: 'もとの大きさ', role: 'resetZoom' },
        separator,
        { label: '全画面', role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [separator, { label: '開発者ツール', role: 'toggleDevTools' as const }]),
      ],
    },
    {
      label: 'ヘルプ',
      submenu: [
        // Shown only: the window hears the key itself, and knows which page is wanted.
        { label: '使い方', accelerator: 'F1', registerAccelerator: false, click: showManual },
        separator,
        { label: 'ログのフォルダーを開く', click: openLogFolder },
        { label: 'つどいについて', click: showAbout },
      ],
    },
  ]
}
