import { describe, expect, it } from 'vitest'
import { checkFit } from '#core/reports/forms/check-fit.ts'
import { fillForm } from '#core/reports/forms/fill-form.ts'
import { fitText, linesOf } from '#core/reports/forms/text-fit.ts'
import { fixture } from './small-workbook.ts'

const box = { width: 105, height: 40, fontSize: 10.5, wraps: true, shrinks: false }

describe('fitText', () => {
  it('counts lines, and does not cut a full-width letter in two', () => {
    expect(linesOf('', 10)).toBe(1)
    expect(linesOf('あいうえお', 10)).toBe(1)
    expect(linesOf('あいうえおか', 10)).toBe(2)
    expect(linesOf('aあいうえお', 10)).toBe(2)
  })

  it('tells how much a wrapping box holds', () => {
    expect(fitText('あ'.repeat(30), box)).toEqual({
      fits: true,
      linesNeeded: 3,
      linesThatFit: 3,
      lettersThatFit: 30,
    })
    expect(fitText('あ'.repeat(31), box)).toMatchObject({ fits: false, linesNeeded: 4 })
    expect(fitText('あ\nい\nう\nえ', box).fits).toBe(false)
  })

  it('allows one line where nothing wraps', () => {
    const single = { ...box, wraps: false }
    expect(fitText('あ'.repeat(10), single).fits).toBe(true)
    expect(fitText('あ'.repeat(11), single).fits).toBe(false)
  })

  it('lets text shrink, but not until it cannot be read', () => {
    const shrinking = { ...box, wraps: false, shrinks: true }
    expect(fitText('あ'.repeat(16), shrinking).fits).toBe(true)
    expect(fitText('あ'.repeat(17), shrinking).fits).toBe(false)
  })
})

describe('checkFit', () => {
  const sheet = '様式第3号'
  const fill = (cell: string, text: string): ReturnType<typeof checkFit> => {
    const { bytes, report } = fillForm(fixture('kaisai-houkokusho.xlsx'), {
      cells: [{ sheet, cell, value: { kind: 'text', text } }],
      rows: [],
    })
    return checkFit(bytes, report.written)
  }

  it('measures the merged box of the real form', () => {
    // G35:AG38 is 27 columns of 2.7 digits wide and four rows of 15 points high.
    expect(fill('G35', Array.from({ length: 4 }, () => 'あ'.repeat(36)).join('\n'))).toEqual([])
    expect(fill('G36', Array.from({ length: 5 }, () => 'あ').join('\n'))).toEqual([
      { sheet, cell: 'G35', fits: false, linesNeeded: 5, linesThatFit: 4, lettersThatFit: 144 },
    ])
  })

  it('says nothing of numbers, and of text that has room beside it', () => {
    expect(fill('W6', '8')).toEqual([])
    expect(fill('A60', 'あ'.repeat(30))).toEqual([])
  })

  it('notices a name too long even when shrunk', () => {
    expect(fill('W26', '髙橋　敏夫')).toEqual([])
    expect(fill('W26', 'あ'.repeat(20))).toHaveLength(1)
  })
})
