import { describe, expect, it } from 'vitest'
import { LineQueue } from '#renderer/features/meetings/minutes/line-queue.ts'

interface Kept {
  readonly first: boolean
  readonly second: boolean
}

/** A disk that can be full: it takes a line in two writes, as a decision needs, and either may fail. */
class Disk {
  readonly lines: string[] = []
  readonly decisions: string[] = []
  failing: 'first' | 'second' | null = null

  async save(given: string, kept: Kept | null, note: (kept: Kept) => void): Promise<Kept> {
    await Promise.resolve()
    if (kept?.first !== true) {
      if (this.failing === 'first') throw new Error('full')
      this.lines.push(given)
      note({ first: true, second: false })
    }
    if (given.startsWith('決定')) {
      if (this.failing === 'second') throw new Error('full')
      this.decisions.push(given)
    }
    return { first: true, second: true }
  }
}

function queueOn(disk: Disk): LineQueue<string, Kept> {
  return new LineQueue<string, Kept>({
    save: (given, kept, note) => disk.save(given, kept, note),
    shown: () => Promise.resolve(),
    toError: () => ({ code: 'disk-full' }),
  })
}

const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 5)
  })

describe('lines on their way to the disk', () => {
  it('are saved in the order in which they were typed, and then leave the queue', async () => {
    const disk = new Disk()
    const queue = queueOn(disk)
    for (const line of ['一', '二', '三']) queue.add(line)
    expect(queue.snapshot()).toHaveLength(3)
    await settled()
    expect(disk.lines).toEqual(['一', '二', '三'])
    expect(queue.snapshot()).toEqual([])
  })

  it('stay with their words when the disk is full, and keep their order when it is not any more', async () => {
    const disk = new Disk()
    const queue = queueOn(disk)
    disk.failing = 'first'
    queue.add('一')
    await settled()
    queue.add('二')
    await settled()
    expect(queue.snapshot().map(({ given, state }) => [given, state])).toEqual([
      ['一', 'failed'],
      ['二', 'saving'],
    ])
    expect(queue.snapshot()[0]?.error).toEqual({ code: 'disk-full' })
    disk.failing = null
    queue.again()
    await settled()
    expect(disk.lines).toEqual(['一', '二'])
    expect(queue.snapshot()).toEqual([])
  })

  it('go on where they failed: what is on disk already is not written twice', async () => {
    const disk = new Disk()
    const queue = queueOn(disk)
    disk.failing = 'second'
    queue.add('決定する')
    await settled()
    expect(disk.lines).toEqual(['決定する'])
    disk.failing = null
    queue.again()
    await settled()
    expect(disk.lines).toEqual(['決定する'])
    expect(disk.decisions).toEqual(['決定する'])
  })

  it('tells once when a line is kept, even after a second try', async () => {
    const disk = new Disk()
    const queue = queueOn(disk)
    let told = 0
    disk.failing = 'first'
    queue.add('一', () => {
      told += 1
    })
    await settled()
    expect(told).toBe(0)
    disk.failing = null
    queue.again()
    await settled()
    expect(told).toBe(1)
  })

  it('gives back the words of a line that is taken out, and lets those behind it go on', async () => {
    const disk = new Disk()
    const queue = queueOn(disk)
    disk.failing = 'first'
    queue.add('やめる行')
    queue.add('次の行')
    await settled()
    disk.failing = null
    const [failed] = queue.snapshot()
    expect(failed === undefined ? null : queue.takeOut(failed.key)).toBe('やめる行')
    await settled()
    expect(disk.lines).toEqual(['次の行'])
  })
})
