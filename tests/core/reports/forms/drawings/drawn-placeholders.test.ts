import { describe, expect, it, vi } from 'vitest'
import { fillForm } from '#core/reports/forms/fill-form.ts'
import { applyMapping } from '#core/reports/forms/apply-mapping.ts'
import { formMappingSchema } from '#core/reports/forms/mapping.ts'
import { findPlaceholders } from '#core/reports/forms/suggestions/find-placeholders.ts'
import { comparePackages, partText } from '../compare-packages.ts'
import { everyFeatureParts } from '../every-feature.ts'
import { date, text } from '../meeting-values.ts'
import { findValidator, validationErrors } from '../ooxml-validator.ts'
import { asWorkbook } from '../telling-form.ts'

// The validator takes seconds on a slow machine.
vi.setConfig({ testTimeout: 120_000 })

const validator = findValidator()
const known = ['会議.開催日', '会議.場所', '会議.議題一覧']
const run = (words: string): string => `<a:r><a:rPr lang="ja-JP" sz="900"/><a:t>${words}</a:t></a:r>`

/** The form that holds everything, these runs typed into its text box. */
function formWith(runs: readonly string[]): Uint8Array {
  const parts = everyFeatureParts()
  const part = 'xl/drawings/drawing1.xml'
  parts[part] = String(parts[part]).replace(/<a:r><a:rPr lang="ja-JP"\/><a:t>受付印<\/a:t><\/a:r>/, () =>
    runs.map(run).join(''),
  )
  return asWorkbook(parts)
}

const mapping = formMappingSchema.parse({
  version: 1,
  name: '試し',
  kind: 'meeting',
  recognise: [{ sheet: '様式', cell: 'A1', contains: '様式' }],
  entries: [],
  blocks: [],
})
const values = {
  fields: {
    '会議.開催日': date('2026-11-23'),
    '会議.場所': text('東部<公民館>'),
    '会議.議題一覧': text('見守り\n買い物'),
  },
  lists: {},
}
const fill = (form: Uint8Array): Uint8Array => fillForm(form, applyMapping(mapping, values, known)).bytes
const drawingOf = (bytes: Uint8Array): string => partText(bytes, 'xl/drawings/drawing1.xml')

describe('fields typed into a text box', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['alone', ['{{会議.場所}}'], ['東部&lt;公民館&gt;']],
    ['among words, with a format', ['開催 {{会議.開催日|和暦}}（予定）'], ['開催 令和8年11月23日（予定）']],
    ['cut into runs by Excel', ['於 {{会', '議.場', '所}} にて'], ['於 東部&lt;公民館&gt;', '', ' にて']],
    [
      'in full-width marks, twice',
      ['｛｛会議．場所｝｝と{{会議.場所}}'],
      ['東部&lt;公民館&gt;と東部&lt;公民館&gt;'],
    ],
    ['that there are not leave nothing', ['場所{{会議.場処}}'], ['場所']],
  ])('%s', (_name, typed, written) => {
    const form = formWith(typed)
    const after = fill(form)
    expect(comparePackages(form, after)).toEqual({
      added: [],
      removed: [],
      changed: ['xl/drawings/drawing1.xml'],
      sameOrder: true,
    })
    expect(drawingOf(after)).toBe(
      drawingOf(form).replace(typed.map(run).join(''), () => written.map(run).join('')),
    )
  })

  it('with several lines become several lines, and stay valid', () => {
    const after = fill(formWith(['{{会議.議題一覧}}']))
    expect(drawingOf(after)).toContain(`${run('見守り')}<a:br/>${run('買い物')}`)
    if (validator !== undefined) expect(validationErrors(validator, after)).toEqual([])
  })

  it('are found without a mapping, and the misspelt ones named with the nearest', () => {
    expect(
      findPlaceholders(formWith(['{{会議.場所}}', '{{会議.場処}}', '{{会議.開催日|和歴}}']), known),
    ).toEqual({
      entries: [],
      blocks: [],
      drawn: 3,
      problems: [
        { sheet: '様式', cell: '', typed: '会議.場処', problem: 'unknown-field', nearest: '会議.場所' },
        { sheet: '様式', cell: '', typed: '会議.開催日|和歴', problem: 'unknown-format', nearest: '和暦' },
      ],
    })
  })

  it('stand on each page where the sheet is continued', () => {
    const rows = Array.from({ length: 9 }, () => ({ B: { kind: 'text', text: '氏名' } as const }))
    const block = { sheet: '様式', firstRow: 6, lastRow: 10, clearUnused: false } as const
    const { bytes } = fillForm(formWith(['{{会議.場所}}']), {
      ...applyMapping(mapping, values, known),
      rows: [{ ...block, rows, whenTooMany: 'continue' }],
    })
    for (const part of ['xl/drawings/drawing1.xml', 'xl/drawings/drawing2.xml']) {
      expect(partText(bytes, part)).toContain('東部&lt;公民館&gt;')
    }
  })
})
