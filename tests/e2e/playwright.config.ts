import { defineConfig } from '@playwright/test'

/**
 * One suite, two hosts: the browser shell in a real Chromium, and true Electron wherever its binary is.
 * Two cores, two journeys at a time: a clerk's hands leave a core half idle. Each has its own program, folder and Chromium.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  workers: 2,
  timeout: 300_000,
  // For hangs only: a slow PC is no fault.
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
  projects: [
    { name: 'browser', metadata: { host: 'browser' } },
    { name: 'electron', metadata: { host: 'electron' } },
  ],
})
