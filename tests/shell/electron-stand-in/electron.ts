/**
 * What the desktop shell uses of Electron, and nothing else: a name that is not exported here does not link,
 * and a member that is not there throws (see only-known.ts).
 */
import { answerTest } from './answer-test.ts'
import { app } from './app.ts'
import { dialog, Menu, safeStorage, screen, shell } from './desktop-parts.ts'
import { ipcMain, protocol, session } from './sessions.ts'
import { BrowserWindow } from './windows.ts'

answerTest()

export { app, BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage, screen, session, shell }

// electron-store asks for the module as a whole.
const whole = { app, BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage, screen, session, shell }
export { whole as default }
