import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { listSourceFiles, projectRoot } from './source-files.ts'

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8')
const product = listSourceFiles().filter((file) => !file.startsWith('tests/'))
const using = (pattern: RegExp): readonly string[] => product.filter((file) => pattern.test(read(file)))

describe('what the program may do to the world', () => {
  it('opens nothing outside of itself but its own folder, and a PDF that it made', () => {
    expect(using(/openExternal/)).toEqual([])
    expect(using(/shell\.openPath/)).toEqual(['electron/shell/desktop/run-desktop.ts'])
    expect(using(/showItemInFolder|trashItem/)).toEqual([])
  })

  it('starts other programs only from its own starter: a browser, Electron, Chromium', () => {
    expect(using(/from 'node:child_process'/)).toEqual(
      expect.not.arrayContaining([expect.stringMatching(/^(electron\/core|renderer|shared)\//)]),
    )
  })

  it('listens on loopback alone, and calls nobody', () => {
    const calling =
      /from 'node:(?:https|http2|net|tls|dgram|dns)'|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|sendBeacon/
    expect(using(calling)).toEqual([])
    expect(using(/from 'node:http'/)).toEqual(['electron/shell/browser/browser-shell.ts'])
    expect(using(/(?<![.\w])fetch\(/)).toEqual(['renderer/api/browser-bridge.ts'])
    expect(using(/autoUpdater|crashReporter/)).toEqual([])
  })

  it('makes nothing of a text that could run', () => {
    expect(
      using(/\beval\(|new Function\(|dangerouslySetInnerHTML|\.innerHTML\s*=|document\.write\(/),
    ).toEqual([])
  })
})

describe('what is brought in', () => {
  it('runs a script of its own at installation only where it is approved by name', () => {
    const lock = z
      .object({ packages: z.record(z.string(), z.looseObject({ hasInstallScript: z.boolean().optional() })) })
      .parse(JSON.parse(read('package-lock.json')))
    const withScript = Object.entries(lock.packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([place]) => place.replace(/^.*node_modules\//, ''))
    const { allowScripts } = z
      .object({ allowScripts: z.record(z.string(), z.boolean()) })
      .parse(JSON.parse(read('package.json')))
    const approved = Object.keys(allowScripts).filter((name) => allowScripts[name] === true)
    expect(approved).toEqual(['node'])
    // Others may have one: npm does not run it. Each new one is looked at when it turns up here.
    expect(withScript.filter((name) => !approved.includes(name)).toSorted()).toEqual([
      'electron-winstaller',
      'esbuild',
    ])
  })
})
