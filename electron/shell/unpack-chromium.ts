/**
 * Run as a process of its own by find-chromium.ts: unpacks the Chromium of @sparticuz/chromium into the
 * folder given by TMPDIR. The package unpacks to the temporary folder and nowhere else, and takes a
 * half-written file of another process for a finished one; hence a folder of one's own, renamed when done.
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflate } from '@sparticuz/chromium'

const packed = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin')

await Promise.all(
  // al2023 holds the four NSS libraries that a bare Linux lacks.
  ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((name) => inflate(join(packed, name))),
)
