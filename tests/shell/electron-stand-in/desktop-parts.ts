import type { DialogAnswers } from './control.ts'
import { onlyKnown } from './only-known.ts'

export interface MenuItem {
  readonly label?: string
  readonly role?: string
  readonly submenu?: readonly MenuItem[]
}

/** What the shell showed, for the test to look at. */
export const shownParts = {
  dialogs: [] as { kind: string; options: Record<string, unknown> }[],
  menu: [] as string[],
  openedPaths: [] as string[],
  printerDialogs: 0,
}
/** Answers for the next dialogs, in order; without one the user thinks better of it. */
export const dialogAnswers: DialogAnswers[] = []

type Options = Record<string, unknown>

function show(kind: string, given: readonly unknown[]): Options {
  // Electron's dialogs take the window first, or leave it out.
  const options = (given.length > 1 ? given[1] : given[0]) as Options
  shownParts.dialogs.push({ kind, options })
  return options
}

export const dialog = onlyKnown('dialog', {
  showOpenDialog: (...given: unknown[]) => {
    show('open', given)
    const answer = dialogAnswers.shift()?.open
    return Promise.resolve({ canceled: answer === undefined, filePaths: answer ?? [] })
  },
  showSaveDialog: (...given: unknown[]) => {
    show('save', given)
    const answer = dialogAnswers.shift()?.save
    return Promise.resolve({ canceled: answer === undefined, filePath: answer ?? '' })
  },
  showMessageBox: (...given: unknown[]) => {
    show('message', given)
    return Promise.resolve({ response: 0, checkboxChecked: false })
  },
  showErrorBox: (title: string, content: string) => {
    shownParts.dialogs.push({ kind: 'error', options: { title, content } })
  },
})

function labelsOf(items: readonly MenuItem[]): readonly string[] {
  return items
    .flatMap((item) => [item.label ?? '', ...labelsOf(item.submenu ?? [])])
    .filter((label) => label !== '')
}

export const Menu = onlyKnown('Menu', {
  buildFromTemplate: (template: readonly MenuItem[]) => template,
  setApplicationMenu: (template: readonly MenuItem[]) => {
    shownParts.menu = [...labelsOf(template)]
  },
})

/** A safe that anybody can open: what is tested is that it is asked, and what is done with its answers. */
export const safeStorage = onlyKnown('safeStorage', {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString: (text: string) => Buffer.from(`sealed ${text}`),
  decryptString: (sealed: Buffer) => {
    const text = sealed.toString('utf8')
    if (!text.startsWith('sealed ')) throw new Error('sealed elsewhere')
    return text.slice('sealed '.length)
  },
})

export const screen = onlyKnown('screen', {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
})

export const shell = onlyKnown('shell', {
  openPath: (path: string) => {
    shownParts.openedPaths.push(path)
    return Promise.resolve('')
  },
})
