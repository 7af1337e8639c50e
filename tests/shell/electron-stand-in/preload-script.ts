/** Bytes do not pass Playwright's bindings as they do Electron's IPC; a mark and base64 carry them. */
export function toPlain(value: unknown): unknown {
  return value instanceof Uint8Array ? { standInBytes: Buffer.from(value).toString('base64') } : value
}

/**
 * The built preload as a script at the start of each page, with a `require` that knows `electron` alone, as
 * in a sandboxed preload. It shares the page's world here: isolation is Chromium's in Electron, not proven.
 */
export function preloadScript(preload: string): string {
  return `(() => {
    if (window !== window.top) return
    const invoke = window.standInInvoke
    delete window.standInInvoke
    const back = (value) => value && value.standInBytes !== undefined
      ? Uint8Array.from(atob(value.standInBytes), (sign) => sign.charCodeAt(0)) : value
    const electron = {
      contextBridge: {
        exposeInMainWorld: (key, api) => Object.defineProperty(window, key, { value: Object.freeze({ ...api }) }),
      },
      ipcRenderer: { invoke: async (channel, ...given) => back(await invoke(channel, given)) },
    }
    const require = (name) => {
      if (name === 'electron') return electron
      throw new Error('a sandboxed preload cannot load ' + name)
    }
    const module = { exports: {} }
    ;((require, module, exports) => {
${preload}
    })(require, module, module.exports)
  })()`
}
