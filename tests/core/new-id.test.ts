import { describe, expect, it } from 'vitest'
import { isId } from '#shared/domain/ids.ts'
import { createFileTray } from '#core/file-tray.ts'
import { createIdSource } from '#core/new-id.ts'
import { testPorts } from './test-ports.ts'

describe('ids', () => {
  it('are well formed, unlike one another, and sort as they were made, within one millisecond and if the clock goes back', () => {
    let now = 1_789_000_000_000
    const ports = testPorts()
    const ids = createIdSource({ ...ports.clock, now: () => now }, ports.randomness)
    const made: string[] = []
    for (let count = 0; count < 3000; count += 1) {
      if (count % 100 === 0) now += count % 300 === 0 ? -5000 : 1
      made.push(ids.next<'test'>())
    }
    expect(made.every(isId)).toBe(true)
    expect(new Set(made).size).toBe(made.length)
    expect([...made].sort()).toEqual(made)
  })

  it('do not overflow where chance gives the highest number there is', () => {
    const ids = createIdSource(
      { ...testPorts().clock, now: () => 1 },
      { bytes: (count) => new Uint8Array(count).fill(255) },
    )
    const first = ids.next<'test'>()
    const second = ids.next<'test'>()
    expect([isId(first), isId(second), first < second]).toEqual([true, true, true])
  })
})

describe('files on their way', () => {
  it('are given to whoever has the token, and the oldest go first', () => {
    const tray = createFileTray(testPorts().randomness)
    const first = tray.put('一.xlsx', new Uint8Array([1]))
    expect(first).toMatchObject({ name: '一.xlsx', size: 1 })
    const later = Array.from({ length: 49 }, (_, number) => tray.put(String(number), new Uint8Array(number)))
    expect(tray.take(first.token)).toEqual({ name: '一.xlsx', bytes: new Uint8Array([1]) })
    tray.put('まだ', new Uint8Array(1))
    expect(() => tray.take(first.token)).toThrow('file-missing')
    expect(tray.take((later[0] ?? first).token).name).toBe('0')
    expect(new Set(later.map((file) => file.token)).size).toBe(49)
  })
})
