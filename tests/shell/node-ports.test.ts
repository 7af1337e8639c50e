import { existsSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createLogFile } from '#shell/log-file.ts'
import { createClock, createWho, nodeRandomness } from '#shell/node-ports.ts'
import { defaultDataFolder } from '#shell/places.ts'
import { temporaryFolder } from './temporary-folder.ts'

describe('clock', () => {
  test('starts where TSUDOI_NOW says and runs on', async () => {
    const clock = createClock('2026-09-17T13:30')
    expect(clock.local()).toEqual({ date: '2026-09-17', time: '13:30' })
    const before = clock.now()
    await new Promise((resolve) => setTimeout(resolve, 15))
    expect(clock.now()).toBeGreaterThan(before)
  })

  test('is the clock of the PC without it', () => {
    expect(Math.abs(createClock('').now() - Date.now())).toBeLessThan(1_000)
  })

  test('a time it cannot read is refused, not taken for today', () => {
    expect(() => createClock('令和8年')).toThrow(/TSUDOI_NOW/)
  })
})

test('chance gives as many bytes as asked for, others each time', () => {
  expect(nodeRandomness.bytes(16)).toHaveLength(16)
  expect(nodeRandomness.bytes(16)).not.toEqual(nodeRandomness.bytes(16))
})

test('the chosen name comes before the account', () => {
  expect(createWho(() => '佐藤').name()).toBe('佐藤')
  expect(createWho().name()).not.toBe('')
})

describe('log', () => {
  test('keeps what the user typed out of a fault', () => {
    const folder = temporaryFolder()
    const log = createLogFile(folder, createClock('2026-09-17T13:30'))
    log.info('opened', { migrations: 2 })
    log.error('call failed', new TypeError('山田花子さんの電話 090-0000-0000'))
    const text = readFileSync(join(folder, 'logs', 'tsudoi.log'), 'utf8')
    const lines = text
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    expect(lines).toMatchObject([
      { event: 'opened', migrations: 2 },
      {
        event: 'call failed',
        fault: 'TypeError',
        places: expect.arrayContaining([expect.any(String)]) as unknown,
      },
    ])
    expect(text).not.toContain('山田')
    expect(text).not.toContain('090')
    expect(text).toContain('node-ports.test.ts')
    expect(text).not.toContain(import.meta.dirname)
  })

  test('turns over at a megabyte and keeps three old ones', () => {
    const folder = temporaryFolder()
    const log = createLogFile(folder, createClock())
    const place = (name: string): string => join(folder, 'logs', name)
    mkdirSync(join(folder, 'logs'))
    for (let turn = 0; turn < 5; turn += 1) {
      writeFileSync(place('tsudoi.log'), `${turn}`.repeat(1_000_000))
      log.info('next')
    }
    expect(readFileSync(place('tsudoi.log')).length).toBeLessThan(200)
    expect(readFileSync(place('tsudoi.1.log'), 'utf8').startsWith('4')).toBe(true)
    expect(readFileSync(place('tsudoi.3.log'), 'utf8').startsWith('2')).toBe(true)
    expect(existsSync(place('tsudoi.4.log'))).toBe(false)
  })

  test('a place where nothing can be written stops no work', () => {
    const file = join(temporaryFolder(), 'a-file')
    writeFileSync(file, '')
    expect(() => {
      createLogFile(file, createClock()).info('opened')
    }).not.toThrow()
  })
})

test('the data folder of Windows is the one that does not roam', () => {
  expect(defaultDataFolder('win32', { LOCALAPPDATA: 'L', APPDATA: 'R' }, 'H')).toBe(join('L', 'tsudoi'))
  expect(defaultDataFolder('linux', {}, 'H')).toBe(join('H', '.local', 'share', 'tsudoi'))
})
