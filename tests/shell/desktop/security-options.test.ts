import { expect, test } from 'vitest'
import { windowPolicy } from '#shell/content-security.ts'
import { pageSecurity } from '#shell/desktop/security-options.ts'
import { printPagePolicy } from '#shell/print-page-files.ts'

// Written out again on purpose: loosening one of these takes two deliberate edits.
test('every wall of a page is up', () => {
  expect(pageSecurity).toEqual({
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
    spellcheck: false,
    enableWebSQL: false,
  })
})

test('the policies allow nothing inline, no eval and no other place', () => {
  for (const policy of [windowPolicy, printPagePolicy]) {
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(policy).toMatch(/^default-src '(?:self|none)'/)
  }
  expect(printPagePolicy).not.toMatch(/script-src/)
})
