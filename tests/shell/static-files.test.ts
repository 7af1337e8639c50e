import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { findServedFile, type ServedFolders } from '#shell/static-files.ts'
import { temporaryFolder } from './temporary-folder.ts'

describe('served files', () => {
  let folders: ServedFolders
  beforeEach(() => {
    const place = temporaryFolder()
    folders = { renderer: join(place, 'renderer'), fonts: join(place, 'fonts') }
    mkdirSync(join(folders.renderer, 'assets'), { recursive: true })
    mkdirSync(join(place, 'renderer-secret'))
    mkdirSync(folders.fonts)
    writeFileSync(join(folders.renderer, 'index.html'), '')
    writeFileSync(join(folders.renderer, 'assets', '画面.js'), '')
    writeFileSync(join(folders.renderer, 'key.pem'), '')
    writeFileSync(join(folders.fonts, 'fonts.css'), '')
    writeFileSync(join(place, 'secret.json'), '')
    writeFileSync(join(place, 'renderer-secret', 'secret.json'), '')
    symlinkSync(join(place, 'secret.json'), join(folders.renderer, 'link.json'))
  })

  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/assets/%E7%94%BB%E9%9D%A2.js', 'text/javascript; charset=utf-8'],
    ['/fonts/fonts.css', 'text/css; charset=utf-8'],
  ])('%s is given out', (path, contentType) => {
    expect(findServedFile(folders, path)?.contentType).toBe(contentType)
  })

  test.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/%252e%252e/secret.json',
    '/..%5csecret.json',
    '/assets/../../secret.json',
    '/../renderer-secret/secret.json',
    '/fonts/../secret.json',
    '/fonts/%2e%2e/renderer/index.html',
    '/link.json',
    '/key.pem',
    '/assets',
    '/C:/secret.json',
    '/index.html%00.js',
    '/%zz.js',
    '/nothing.js',
    'index.html',
    '//etc/passwd.json',
  ])('%s is not', (path) => {
    expect(findServedFile(folders, path)).toBeNull()
  })
})
