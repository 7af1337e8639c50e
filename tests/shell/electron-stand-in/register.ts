/**
 * Preloaded into a plain Node process (`node --import`): whoever imports `electron` gets the stand-in. The
 * built main bundle then runs unchanged. This proves wiring, options and messages, not Electron itself.
 */
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'

const standIn = pathToFileURL(join(import.meta.dirname, 'electron.ts')).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
})
