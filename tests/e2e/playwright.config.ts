import { defineConfig } from '@playwright/test'

/**
 * One suite, two hosts: the browser shell in a real Chromium, and true Electron wherever its binary is.
 * Two cores: one journey at a time, so that timings in pictures and traces mean something.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  workers: 1,
  timeout: 300_000,
  // For hangs only: a slow PC is no fault.
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
  projects: [
    { name: 'browser', metadata: { host: 'browser' } },
    { name: 'electron', metadata: { host: 'electron' } },
  ],
})
