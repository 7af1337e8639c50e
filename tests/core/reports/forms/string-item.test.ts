import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editItem, itemReading, itemText, plainItem } from '#core/reports/forms/string-item.ts'
import { escapeCellText, unescapeCellText } from '#core/reports/forms/xml-text.ts'

const withFurigana =
  '<t>佐藤　美智子さん</t><rPh sb="0" eb="2"><t>サトウ</t></rPh><rPh sb="3" eb="6"><t>ミチコ</t></rPh><phoneticPr fontId="1"/>'

describe('a string of a workbook', () => {
  it('is its text without furigana', () => {
    expect(itemText(withFurigana)).toBe('佐藤　美智子さん')
    expect(itemText('<r><rPr><b/></rPr><t>太</t></r><r><t xml:space="preserve"> い</t></r>')).toBe('太 い')
    expect(itemText('')).toBe('')
  })

  it('tells how it is read', () => {
    expect(itemReading(withFurigana)).toBe('サトウ　ミチコさん')
    expect(itemReading('<t>山</t>')).toBeUndefined()
  })

  it('keeps furigana while letters keep their places, and drops it otherwise', () => {
    expect(editItem(withFurigana, [{ from: 2, to: 3, text: '・' }])).toContain('<rPh sb="3" eb="6">')
    const moved = editItem(withFurigana, [{ from: 2, to: 3, text: '' }])
    expect(moved).toBe('<t>佐藤美智子さん</t><phoneticPr fontId="1"/>')
  })

  it('edits runs as plain text would be edited, and keeps the runs', () => {
    const letters = fc.string({
      unit: fc.constantFrom('あ', 'b', '<', '&', ' ', '\n', '_x0041_', '\u0002'),
    })
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.nat(),
        letters,
        (runs, a, b, text) => {
          const inner = runs.map((run) => `<r><rPr><u/></rPr>${plainItem(run, '')}</r>`).join('')
          const whole = runs.join('')
          const [from = 0, to = 0] = [a % (whole.length + 1), b % (whole.length + 1)].sort((x, y) => x - y)
          const edited = editItem(inner, [{ from, to, text }])
          expect(itemText(edited)).toBe(whole.slice(0, from) + text + whole.slice(to))
          expect(edited.split('<u/>').length).toBe(runs.length + 1)
        },
      ),
    )
  })
})

describe('escaping', () => {
  it('gives any text back, but for line ends and lone surrogates', () => {
    const unit = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('_x', '_x0041_', '&amp;', '\u0000'))
    fc.assert(
      fc.property(fc.array(unit), (pieces) => {
        const text = pieces.join('')
        const expected = text.replace(/\r\n?/g, '\n').toWellFormed()
        const escaped = escapeCellText(text)
        expect(unescapeCellText(escaped)).toBe(expected)
        expect(escaped).not.toMatch(/[<>\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
      }),
    )
  })
})
