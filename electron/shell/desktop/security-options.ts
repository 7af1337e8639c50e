import type { WebPreferences } from 'electron'

/** What a page of ours may be, window and paper alike; tests/shell/desktop reads every line of it. */
export const pageSecurity = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  // The spelling checker would fetch its dictionaries from the network.
  spellcheck: false,
  enableWebSQL: false,
} as const satisfies WebPreferences

/** For the command line of Chromium: nothing of it goes to the network on its own. */
export const chromiumSwitches: readonly (readonly [string, string?])[] = [
  // Every name is unknown: whatever might slip through finds no host.
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-pings'],
]
