import { EventEmitter } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onlyKnown, preventableEvent } from './only-known.ts'

interface ClosableWindow {
  close(): Promise<boolean>
}

/** What the parts of the stand-in share. */
export const state = {
  windows: new Set<ClosableWindow>(),
  switches: [] as (readonly [string, string])[],
  sandboxEnabled: false,
  quitting: false,
}

export const appEvents = new EventEmitter()
const paths = new Map<string, string>([['temp', tmpdir()]])

function folder(name: string): string {
  const path = paths.get(name) ?? join(paths.get('userData') ?? tmpdir(), `stand-in-${name}`)
  mkdirSync(path, { recursive: true })
  return path
}

async function quit(): Promise<void> {
  if (state.quitting) return
  state.quitting = true
  const before = preventableEvent({})
  appEvents.emit('before-quit', before)
  const closed = before.defaultPrevented ? false : await closeAll()
  const will = preventableEvent({})
  if (closed) appEvents.emit('will-quit', will)
  state.quitting = false
  if (closed && !will.defaultPrevented) exit(0)
}

async function closeAll(): Promise<boolean> {
  for (const window of state.windows) if (!(await window.close())) return false
  return true
}

function exit(code: number): void {
  appEvents.emit('quit')
  for (const end of endings) end()
  process.exit(code)
}

/** What the stand-in itself must tidy up: its Chromium, its lock. */
export const endings: (() => void)[] = []

/** A signal that nobody else minds: the libraries in the bundle answer those that end a process. */
const wakeUp = 'SIGWINCH'

/** Electron keeps one program per userData folder; so does a file with the number of the process. */
function requestSingleInstanceLock(): boolean {
  const file = join(folder('userData'), 'stand-in.lock')
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (holder !== 0 && isAlive(holder)) {
    process.kill(holder, wakeUp)
    return false
  }
  writeFileSync(file, String(process.pid))
  endings.push(() => {
    rmSync(file, { force: true })
  })
  process.on(wakeUp, () => appEvents.emit('second-instance', {}, [], ''))
  return true
}

function isAlive(process_: number): boolean {
  try {
    return process.kill(process_, 0)
  } catch {
    // No such process: it ended without tidying up.
    return false
  }
}

export const app = onlyKnown('app', {
  isPackaged: false,
  on: (event: string, listener: (...given: unknown[]) => void) => appEvents.on(event, listener),
  // As in Electron: not before the main module has been evaluated. A shell that awaits it there never starts.
  whenReady: () => new Promise<void>((resolve) => setTimeout(resolve, 50)),
  quit: () => void quit(),
  exit,
  getVersion: () => '0.0.0-stand-in',
  getPath: folder,
  setPath: (name: string, path: string) => paths.set(name, path),
  requestSingleInstanceLock,
  enableSandbox: () => {
    state.sandboxEnabled = true
  },
  commandLine: onlyKnown('app.commandLine', {
    appendSwitch: (name: string, value = '') => state.switches.push([name, value]),
  }),
})
