import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RowEdits } from '#renderer/features/meetings/prepare/row-edits.ts'

interface Row {
  readonly title: string
  readonly minutes: number | null
  readonly paper: string
}

const blank: Row = { title: '買い物', minutes: null, paper: '' }

/** A disk that answers when it is told to, in whatever order: what a row is sent arrives late, or not at all. */
class SlowDisk {
  row: Row = blank
  readonly patches: Partial<Row>[] = []
  private readonly waiting: ((saved: boolean) => void)[] = []

  readonly save = (patch: Partial<Row>): Promise<boolean> =>
    new Promise((resolve) => {
      this.patches.push(patch)
      this.waiting.push((saved) => {
        if (saved) this.row = { ...this.row, ...patch }
        resolve(saved)
      })
    })

  /** Lets the save at a place of those on their way arrive. */
  async answer(saved: boolean, place = 0): Promise<void> {
    const [answer] = this.waiting.splice(place % Math.max(1, this.waiting.length), 1)
    answer?.(saved)
    await settled()
  }

  async answerAll(): Promise<void> {
    await settled()
    while (this.waiting.length > 0) await this.answer(true)
  }
}

const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0)
  })

describe('a row written into faster than it is saved', () => {
  it('sends one save after another, each with what changed alone', async () => {
    const disk = new SlowDisk()
    const edits = new RowEdits<Row>()
    edits.type({ minutes: 20 })
    edits.keep(disk.row, disk.save)
    edits.type({ paper: '資料１' })
    edits.keep(disk.row, disk.save)
    await settled()
    expect(disk.patches).toEqual([{ minutes: 20 }])
    expect(edits.snapshot()).toEqual({ minutes: 20, paper: '資料１' })
    await disk.answer(true)
    expect(disk.patches).toEqual([{ minutes: 20 }, { paper: '資料１' }])
    expect(edits.snapshot()).toEqual({ paper: '資料１' })
    await disk.answer(true)
    expect(edits.snapshot()).toEqual({})
    expect(disk.row).toEqual({ title: '買い物', minutes: 20, paper: '資料１' })
  })

  it('takes a field back to what it was while its first save is on its way', async () => {
    const disk = new SlowDisk()
    const edits = new RowEdits<Row>()
    edits.type({ minutes: 20 })
    edits.keep(disk.row, disk.save)
    edits.type({ minutes: null })
    edits.keep(disk.row, disk.save)
    await disk.answerAll()
    expect(disk.row).toEqual(blank)
    expect(edits.snapshot()).toEqual({})
  })

  it('keeps what could not be saved, and sends it along with the next', async () => {
    const disk = new SlowDisk()
    const edits = new RowEdits<Row>()
    edits.type({ minutes: 20 })
    edits.keep(disk.row, disk.save)
    await settled()
    await disk.answer(false)
    expect(edits.snapshot()).toEqual({ minutes: 20 })
    edits.type({ paper: '資料１' })
    edits.keep(disk.row, disk.save)
    await disk.answerAll()
    expect(disk.row).toMatchObject({ minutes: 20, paper: '資料１' })
  })

  it('shows at every moment what was typed last, and ends with it on disk', async () => {
    const step = fc.oneof(
      fc.record({ minutes: fc.option(fc.integer({ min: 0, max: 3 })) }),
      fc.record({ paper: fc.constantFrom('', '資料１', '資料２') }),
      fc.constantFrom('keep' as const, 'answer' as const, 'fail' as const),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const disk = new SlowDisk()
        const edits = new RowEdits<Row>()
        let wanted: Row = blank
        for (const each of steps) {
          if (each === 'keep') edits.keep(disk.row, disk.save)
          else if (each === 'answer' || each === 'fail') {
            await settled()
            await disk.answer(each === 'answer')
          } else {
            edits.type(each)
            wanted = { ...wanted, ...each }
          }
          expect({ ...disk.row, ...edits.snapshot() }).toEqual(wanted)
        }
        await disk.answerAll()
        edits.keep(disk.row, disk.save)
        await disk.answerAll()
        expect(disk.row).toEqual(wanted)
        expect(edits.snapshot()).toEqual({})
      }),
      { numRuns: 60 },
    )
  })
})
