import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HostBridge } from '#shared/contract/host-bridge.ts'
import { buildWhatChanged } from '#shell/build.ts'
import { findChromium } from '#shell/find-chromium.ts'
import { type DesktopProgram, forkDesktop, startDesktop } from '../electron-stand-in/run-desktop-program.ts'
import { folderForFile } from '../temporary-folder.ts'

declare global {
  interface Window {
    readonly tsudoi?: HostBridge
    marked?: boolean
  }
}

const place = folderForFile()
const dataFolder = join(place, 'data')
const bridgeKeys: readonly (keyof HostBridge)[] = [
  'host',
  'call',
  'chooseFile',
  'chooseFolder',
  'saveFile',
  'readFile',
  'printFile',
]

/**
 * The built main and preload bundles over the stand-in for Electron. What is proven is the wiring: options,
 * messages, protocol, order of closing. Electron's own walls (sandbox, isolation, fuses) are not.
 */
describe.skipIf(findChromium() === null)('the desktop program over the stand-in', () => {
  let program: DesktopProgram

  beforeAll(async () => {
    await buildWhatChanged()
    program = await startDesktop({ dataFolder, now: '2026-09-17T13:30', more: ['--sample'] })
    await program.page.getByRole('heading', { level: 1 }).first().waitFor()
  }, 120_000)
  afterAll(async () => {
    await program.quit()
  })

  const call = (operation: string, input: unknown) =>
    program.page.evaluate(([name, given]) => window.tsudoi?.call(String(name), given), [
      operation,
      input,
    ] as const)

  test('opens one window with every wall up', async () => {
    const { windows, sandboxEnabled, switches, schemes, grantsPermission } = await program.look()
    expect(windows).toMatchObject([
      {
        title: 'つどい',
        visible: true,
        webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true },
      },
    ])
    expect(sandboxEnabled).toBe(true)
    expect(switches).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND'])
    expect(schemes).toEqual([
      [{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }],
    ])
    expect(grantsPermission).toBe(false)
  })

  test('the page has the keys of the bridge, no other way to the program, and no require', async () => {
    const found = await program.page.evaluate(() => ({
      keys: Object.keys(window.tsudoi ?? {}),
      host: window.tsudoi?.host,
      ways: ['require', 'process', 'module', 'ipcRenderer', 'electron', 'standInInvoke'].filter(
        (name) => name in window,
      ),
    }))
    expect(found.keys.toSorted()).toEqual(bridgeKeys.toSorted())
    expect(found).toMatchObject({ host: 'desktop', ways: [] })
  })

  test('a call reaches the real core and comes back', async () => {
    expect(await call('system.getStatus', {})).toMatchObject({
      ok: true,
      value: { setUp: true, practice: true, today: '2026-09-17' },
    })
    expect(await call('system.getStatus', { more: 1 })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    })
    expect(await call('__proto__', {})).toEqual({ ok: false, error: { code: 'unknown-operation' } })
  })

  test('messages from another page, a frame inside, or with more than was declared are refused', async () => {
    const status = ['system.getStatus', {}] as const
    await expect(program.send('https://evil.example/', 'tsudoi:call', ...status)).rejects.toThrow('refused')
    await expect(program.send('app://print/', 'tsudoi:call', ...status)).rejects.toThrow('refused')
    // The right address, but another frame than the window's own.
    await expect(program.send('app://tsudoi/', 'tsudoi:call', ...status)).rejects.toThrow('refused')
    const more = program.page.evaluate(() =>
      (window.tsudoi?.call as (...given: unknown[]) => Promise<unknown>)('x', {}, 1),
    )
    // The preload passes on two arguments, whatever it is given.
    expect(await more).toMatchObject({ error: { code: 'unknown-operation' } })
    const { listeners } = await program.look()
    expect(listeners.toSorted()).toEqual([
      'tsudoi:call',
      'tsudoi:choose-file',
      'tsudoi:choose-folder',
      'tsudoi:print-file',
      'tsudoi:read-file',
      'tsudoi:save-file',
    ])
  })

  test('the window is served by its own protocol, with the policy, and from its folder alone', async () => {
    const answers = await program.page.evaluate(async () => {
      const ask = async (path: string) => {
        const response = await fetch(path)
        return [response.status, response.headers.get('content-security-policy')] as const
      }
      return Promise.all(['/', '/fonts/fonts.css', '/..%2f..%2fpackage.json', '/nothing.js'].map(ask))
    })
    expect(answers.map(([status]) => status)).toEqual([200, 200, 404, 404])
    for (const [, policy] of answers) expect(policy).toMatch(/^default-src 'self'; script-src 'self'/)
  })

  test('other addresses, new windows and requests that leave are refused', async () => {
    await program.page.evaluate(() => {
      window.marked = true
      location.href = 'https://evil.example/'
    })
    await program.page.evaluate(() => {
      window.open('https://evil.example/', '_blank')
    })
    await program.page.waitForTimeout(300)
    expect(await program.page.evaluate(() => [window.marked, location.host])).toEqual([
      true,
      'tsudoi.app.invalid',
    ])
    expect((await program.look()).windows).toHaveLength(1)
    const left = await program.page.evaluate(() =>
      fetch('https://evil.example/').then(
        () => 'left',
        () => 'refused',
      ),
    )
    expect(left).toBe('refused')
  })

  test('a paper is made by the hidden window, shown, saved under a Japanese name and printed', async () => {
    const meetingId = findId(await call('meetings.list', { councilId: null, fiscalYear: null }))
    const made = await call('reports.make', { paper: 'agenda', meetingId, format: 'pdf' })
    expect(made).toMatchObject({ ok: true, value: { name: expect.stringMatching(/\.pdf$/) as unknown } })
    const token = findToken(made)
    const start = await program.page.evaluate(async (given) => {
      // A token as the core gave it.
      const bytes = await window.tsudoi?.readFile(given as Parameters<HostBridge['readFile']>[0])
      return new TextDecoder('latin1').decode(bytes?.subarray(0, 5))
    }, token)
    expect(start).toBe('%PDF-')

    const target = join(place, '次第.pdf')
    await program.answerDialog({ save: target })
    expect(await hand(program, 'saveFile', token)).toBe('saved')
    expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-')
    expect(readFileSync(target).toString('latin1')).toContain('BIZUD')
    expect(await hand(program, 'saveFile', token)).toBe('cancelled')

    await hand(program, 'printFile', token)
    expect((await program.look()).printerDialogs).toBe(1)
    expect((await program.look()).windows).toHaveLength(1)
  })

  test('a set of papers becomes a folder where the clerk says; one that is there stays, and a place that cannot be written is told', async () => {
    const meetingId = findId(await call('meetings.list', { councilId: null, fiscalYear: null }))
    const councilId = findId(await call('councils.list', {}))
    const set = { councilId, meetingId, fiscalYear: 2026, shelf: 'before-meeting', as: 'folder' }
    const token = findToken(await call('papers.makeSet', set))
    const folder = join(place, 'papers')
    mkdirSync(folder)
    await program.answerDialog({ open: [folder] })
    expect(await hand(program, 'saveFile', token)).toBe('saved')
    await program.answerDialog({ open: [folder] })
    expect(await hand(program, 'saveFile', token)).toBe('saved')
    const [first = '', second = ''] = readdirSync(folder).sort()
    expect(second).toBe(`${first} (2)`)
    const inside = readdirSync(join(folder, first)).sort()
    expect(inside.filter((name) => name.endsWith('.pdf')).length).toBeGreaterThan(3)
    expect(readdirSync(join(folder, second)).sort()).toEqual(inside)
    expect(readFileSync(join(folder, first, inside[0] ?? '')).length).toBeGreaterThan(1000)

    await program.answerDialog({ open: [join(place, 'nowhere')] })
    expect(await hand(program, 'saveFile', token)).toBe('cancelled')
    expect(JSON.stringify((await program.look()).dialogs.at(-1))).toContain('書き込め')
    expect(await hand(program, 'saveFile', token)).toBe('cancelled')
  })

  test('a file is chosen by the system dialog, and a missing one is told', async () => {
    const path = join(place, '名簿.csv')
    writeFileSync(path, '氏名\n山田')
    await program.answerDialog({ open: [path] })
    expect(await hand(program, 'chooseFile', 'roster')).toMatchObject({ name: '名簿.csv', size: 13 })
    expect(await hand(program, 'chooseFile', 'roster')).toBeNull()
    await program.answerDialog({ open: [join(place, 'gone.csv')] })
    expect(await hand(program, 'chooseFile', 'roster')).toBeNull()
    const { dialogs } = await program.look()
    expect(dialogs.at(-1)).toMatchObject({
      kind: 'message',
      options: { message: '選んだファイルが見つかりません。' },
    })
    // What was brought in is never opened in another program: it may be one itself.
    for (const name of ['実行.csv', '名ばかり.csv.pdf']) {
      const brought = join(place, name)
      writeFileSync(brought, '@echo off')
      await program.answerDialog({ open: [brought] })
      const token = findToken({ ok: true, value: await hand(program, 'chooseFile', 'attachment') })
      await expect(hand(program, 'printFile', token)).rejects.toThrow('invalid-input')
    }
    expect((await program.look()).openedPaths).toEqual([])
    await expect(hand(program, 'chooseFile', 'anything')).rejects.toThrow('invalid-input')
    await expect(hand(program, 'readFile', 'x')).rejects.toThrow('file-missing')
  })

  test('a folder is chosen by the system dialog, for what the contract names and nothing else', async () => {
    await program.answerDialog({ open: ['E:\\控え'] })
    expect(await hand(program, 'chooseFolder', 'second-place')).toBe('E:\\控え')
    expect(await hand(program, 'chooseFolder', 'share')).toBeNull()
    expect((await program.look()).dialogs.at(-1)).toMatchObject({
      kind: 'open',
      options: {
        title: '共有フォルダーを選ぶ',
        properties: expect.arrayContaining(['openDirectory']) as unknown,
      },
    })
    await expect(hand(program, 'chooseFolder', 'data')).rejects.toThrow('invalid-input')
  })

  test('the menu is Japanese', async () => {
    const { menu } = await program.look()
    expect(menu).toContain('つどいを終わる')
    for (const label of menu) expect(label).toMatch(/[ぁ-んァ-ヶ一-龠]/)
  })

  test('a second start ends at once and brings the first to the front', async () => {
    const before = (await program.look()).windows[0]?.focused ?? 0
    const second = forkDesktop({ dataFolder })
    const [code] = (await once(second, 'exit')) as [number]
    expect(code).toBe(0)
    await expect.poll(async () => (await program.look()).windows[0]?.focused).toBe(before + 1)
  })

  test('quitting keeps the place of the window, closes the core and ends; then the data open again', async () => {
    expect(await program.quit()).toBe(0)
    const settings: unknown = JSON.parse(readFileSync(join(dataFolder, 'desktop', 'settings.json'), 'utf8'))
    expect(settings).toMatchObject({ windowBounds: { width: 1200, height: 800, maximized: false } })
    expect(existsSync(join(dataFolder, 'practice', 'tsudoi.db-wal'))).toBe(false)
  })

  test('data that do not open: the window is there and says so', async () => {
    const broken = join(place, 'broken')
    const first = await startDesktop({ dataFolder: broken })
    await first.quit()
    writeFileSync(join(broken, 'tsudoi.db'), 'ごみ'.repeat(5000))
    program = await startDesktop({ dataFolder: broken })
    const answer = await program.page.evaluate(() => window.tsudoi?.call('system.getStatus', {}))
    expect(answer).toMatchObject({ ok: false, error: { code: 'damaged' } })
    expect(readFileSync(join(broken, 'tsudoi.db'), 'utf8')).toContain('ごみ')
  })
})

function hand(
  program: DesktopProgram,
  name: 'chooseFile' | 'chooseFolder' | 'saveFile' | 'readFile' | 'printFile',
  given: string,
) {
  return program.page.evaluate(
    // Wrong values are sent on purpose, too.
    ([key, value]) => (window.tsudoi?.[key] as (value: string) => Promise<unknown>)(value),
    [name, given] as const,
  )
}

function findToken(value: unknown): string {
  return /"token":"([0-9a-f]{32})"/.exec(JSON.stringify(value))?.[1] ?? ''
}

function findId(value: unknown): string {
  return /"id":"([0-9a-z]{26})"/.exec(JSON.stringify(value))?.[1] ?? ''
}
