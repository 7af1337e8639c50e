import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { listLicences, shippedPackages } from './electron/shell/list-licences.ts'

const licencesName = 'virtual:licences'

/** The licences of all that is shipped, read from the packages themselves at each build. */
const licences: Plugin = {
  name: 'licences',
  resolveId: (id) => (id === licencesName ? `\0${licencesName}` : null),
  load: (id) =>
    id === `\0${licencesName}`
      ? `export const licences = ${JSON.stringify(listLicences(import.meta.dirname, shippedPackages))}`
      : null,
}

/** The window. One build for both hosts: `./` lets it be served from app:// and from loopback alike. */
export default defineConfig({
  root: join(import.meta.dirname, 'renderer'),
  base: './',
  plugins: [react(), licences],
  build: {
    outDir: join(import.meta.dirname, 'dist', 'renderer'),
    emptyOutDir: true,
    // Chromium alone shows it: the one of Electron, or of a browser of the last years.
    target: 'chrome130',
    // Inlined files would be data: addresses, which the content security policy refuses for most kinds.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_000,
  },
})
