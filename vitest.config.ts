import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/property-seed.ts'],
    exclude: ['tests/e2e/**', 'tests/bench/**', 'node_modules/**'],
    // Two cores: more workers only take turns.
    maxWorkers: 2,
    // For hangs only: how long something takes is for the benches to say.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
