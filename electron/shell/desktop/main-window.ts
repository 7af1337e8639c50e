import { join } from 'node:path'
import { app, BrowserWindow, type Rectangle, screen } from 'electron'
import { resourcesFolder } from '../places.ts'
import { windowAddress } from './app-protocol.ts'
import { pageSecurity } from './security-options.ts'
import type { Settings, WindowBounds } from './settings.ts'

const firstSize = { width: 1360, height: 880 }

/** Opens the one window at its last place; resolves when its page is loaded. */
export async function openMainWindow(settings: Settings): Promise<BrowserWindow> {
  const bounds = settings.get('windowBounds')
  const window = new BrowserWindow({
    ...(bounds !== null && isOnSomeScreen(bounds) ? placeOf(bounds) : firstSize),
    minWidth: 720,
    minHeight: 520,
    title: 'つどい',
    icon: join(resourcesFolder, 'icons', 'tsudoi.png'),
    backgroundColor: '#ffffff',
    // Shown when there is something to see.
    show: false,
    webPreferences: {
      ...pageSecurity,
      devTools: !app.isPackaged,
      preload: join(import.meta.dirname, 'preload.cjs'),
    },
  })
  window.once('ready-to-show', () => {
    if (bounds?.maximized === true) window.maximize()
    window.show()
  })
  window.on('close', () => {
    settings.set('windowBounds', { ...window.getNormalBounds(), maximized: window.isMaximized() })
  })
  await window.loadURL(windowAddress)
  return window
}

function placeOf({ x, y, width, height }: WindowBounds): Rectangle {
  return { x, y, width, height }
}

/** A second screen may have gone since: a window there could not be reached. */
function isOnSomeScreen({ x, y, width }: WindowBounds): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const titleInside = y >= workArea.y && y < workArea.y + workArea.height - 40
    return titleInside && x + width > workArea.x + 100 && x < workArea.x + workArea.width - 100
  })
}
