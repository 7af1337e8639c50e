import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { temporaryFolder } from '../core-harness.ts'

/** Whether LibreOffice is on this machine. */
export function hasLibreOffice(): boolean {
  return spawnSync('soffice', ['--version'], { timeout: 60_000 }).status === 0
}

/** Opens files in LibreOffice, all in one go, and gives each as the PDF that LibreOffice would print. */
export function openInLibreOffice(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const folder = temporaryFolder()
  const out = join(folder, 'out')
  mkdirSync(out)
  const paths = [...files].map(([name, bytes]) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  })
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, ...paths], {
    timeout: 400_000,
    stdio: 'pipe',
  })
  return new Map(
    [...files.keys()].map((name) => [name, readFileSync(join(out, name.replace(/\.\w+$/, '.pdf')))]),
  )
}
