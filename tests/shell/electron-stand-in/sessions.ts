import { EventEmitter } from 'node:events'
import { onlyKnown } from './only-known.ts'

type Handler = (request: Request) => Promise<Response> | Response
type BeforeRequest = (details: { url: string }, answer: (given: { cancel?: boolean }) => void) => void
type PermissionHandler = (contents: unknown, permission: string, answer: (granted: boolean) => void) => void

/** Electron's Session, with what the pages of the stand-in need of it. */
export class StandInSession {
  readonly handlers = new Map<string, Handler>()
  readonly events = new EventEmitter()
  beforeRequest: BeforeRequest = (_details, answer) => {
    answer({})
  }
  permissionRequest: PermissionHandler = (_contents, _permission, answer) => {
    answer(true)
  }
  permissionCheck: () => boolean = () => true
  devicePermission: () => boolean = () => true
  readonly shown: object

  constructor() {
    this.shown = onlyKnown('session', {
      protocol: onlyKnown('session.protocol', {
        handle: (scheme: string, handler: Handler) => this.handlers.set(scheme, handler),
        unhandle: (scheme: string) => this.handlers.delete(scheme),
      }),
      webRequest: onlyKnown('session.webRequest', {
        onBeforeRequest: (listener: BeforeRequest) => {
          this.beforeRequest = listener
        },
      }),
      setPermissionRequestHandler: (handler: PermissionHandler) => {
        this.permissionRequest = handler
      },
      setPermissionCheckHandler: (handler: () => boolean) => {
        this.permissionCheck = handler
      },
      setDevicePermissionHandler: (handler: () => boolean) => {
        this.devicePermission = handler
      },
      on: (event: string, listener: () => void) => this.events.on(event, listener),
    })
  }

  grantsAnything(): boolean {
    let granted = this.permissionCheck() || this.devicePermission()
    this.permissionRequest(null, 'media', (answer) => {
      granted ||= answer
    })
    return granted
  }
}

export const defaultSession = new StandInSession()
const partitions = new Map<string, StandInSession>()
const byShown = new WeakMap<object, StandInSession>([[defaultSession.shown, defaultSession]])

export const session = onlyKnown('session', {
  defaultSession: defaultSession.shown,
  fromPartition(name: string) {
    const known = partitions.get(name) ?? new StandInSession()
    partitions.set(name, known)
    byShown.set(known.shown, known)
    return known.shown
  },
})

export function sessionOf(shown: unknown): StandInSession {
  return (typeof shown === 'object' && shown !== null ? byShown.get(shown) : undefined) ?? defaultSession
}

export const registeredSchemes: unknown[] = []
export const protocol = onlyKnown('protocol', {
  registerSchemesAsPrivileged: (schemes: unknown) => registeredSchemes.push(schemes),
})

export type InvokeHandler = (event: object, ...given: readonly unknown[]) => unknown
export const invokeHandlers = new Map<string, InvokeHandler>()
export const ipcEvents = new EventEmitter()
export const ipcMain = onlyKnown('ipcMain', {
  handle: (channel: string, handler: InvokeHandler) => invokeHandlers.set(channel, handler),
  on: (channel: string, listener: () => void) => ipcEvents.on(channel, listener),
  removeAllListeners: (channel: string) => ipcEvents.removeAllListeners(channel),
})
