import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agendaDocument } from '#core/reports/documents/agenda-document.ts'
import { attendeeListDocument } from '#core/reports/documents/attendee-list-document.ts'
import { minutesDocument } from '#core/reports/documents/minutes-document.ts'
import { signInSheetDocument } from '#core/reports/documents/sign-in-sheet-document.ts'
import {
  type Block,
  emptyFooter,
  marginsMm,
  orientations,
  paperMargins,
  paperSizeMm,
  paperSizes,
  type ReportDocument,
} from '#core/reports/report-document.ts'
import { writePrintHtml } from '#core/reports/writers/print-html.ts'
import { carriedTasks, memoRecord } from '../memo-meeting.ts'

const hostile = `<script>alert("1")</script>&amp;'\u0000`
const css = readFileSync(join(import.meta.dirname, '../../../../resources/print/print.css'), 'utf8')

function withBlocks(blocks: readonly Block[], more: Partial<ReportDocument> = {}): ReportDocument {
  return {
    name: '見本',
    title: '見本',
    paper: { size: 'A4', orientation: 'portrait', margins: 'letter' },
    font: 'mincho',
    textSize: 'normal',
    footer: emptyFooter,
    blocks,
    ...more,
  }
}

/** One block of each kind, with the same text wherever a text may stand. */
function everyBlock(text: string): readonly Block[] {
  const plain: readonly Block[] = [
    { kind: 'line', text, align: 'end', size: 'small' },
    { kind: 'title', above: text, text },
    { kind: 'heading', number: text, text, level: 2, note: text },
    {
      kind: 'facts',
      ruled: true,
      labelWidthMm: 20,
      facts: [{ label: text, lines: [text, text], columns: 2 }],
    },
    { kind: 'outline', noteWidthsEm: [4], items: [{ number: text, level: 1, text, notes: [text] }] },
    {
      kind: 'table',
      caption: text,
      columns: [{ heading: text, widthMm: 30, align: 'start' }],
      rows: [
        { kind: 'section', text },
        { kind: 'cells', cells: [{ text }] },
      ],
      minRowHeightMm: 10,
    },
    { kind: 'paragraph', label: text, text, strong: true },
    { kind: 'statements', speakerWidthEm: 5, statements: [{ speaker: text, text }] },
    { kind: 'signatures', sentence: text, dateLine: text, labels: [text] },
    { kind: 'seals', boxes: [text], sizeMm: 16 },
    { kind: 'spacer', heightMm: 5 },
    { kind: 'page-break' },
    {
      kind: 'boxes',
      caption: text,
      rows: [
        {
          heightMm: 20,
          boxes: [
            {
              fromMm: 10,
              widthMm: 40,
              lines: [{ text, points: 12 }],
              border: 'cut',
              align: 'center',
              vertical: 'middle',
              upsideDown: true,
            },
          ],
        },
      ],
    },
  ]
  return [...plain, { kind: 'group', framed: true, align: 'start', blocks: plain }]
}

/** Whether every element that is opened is closed again, in order. */
function isWellNested(html: string): boolean {
  const open: string[] = []
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (['meta', 'link', 'col', 'br'].includes(name)) continue
    if (slash === '') open.push(name)
    else if (open.pop() !== name) return false
  }
  return open.length === 0
}

const memoPapers = (): readonly ReportDocument[] => {
  const record = memoRecord({}, carriedTasks())
  return [
    agendaDocument(record),
    signInSheetDocument(record),
    attendeeListDocument(record),
    minutesDocument(record),
  ]
}

describe('writePrintHtml', () => {
  it('lets text be nothing but text, wherever it stands', () => {
    const html = writePrintHtml(
      withBlocks(everyBlock(hostile), {
        title: hostile,
        footer: { left: hostile, right: hostile, pageNumbers: true },
      }),
    )
    expect(html).not.toMatch(/<script|alert\("|\u0000|[^&]&amp;'/)
    expect(
      html.match(/&lt;script&gt;alert\(&quot;1&quot;\)&lt;\/script&gt;&amp;amp;&#39;/g)?.length,
    ).toBeGreaterThan(40)
    expect(isWellNested(html)).toBe(true)
  })

  it('has no script and no style of its own, and refers to its style and fonts', () => {
    for (const html of memoPapers().map(writePrintHtml)) {
      expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=/)
      expect(html).toContain('<link rel="stylesheet" href="fonts/fonts.css">')
      expect(html).toContain('<link rel="stylesheet" href="print.css">')
      expect(html).toMatch(/<html lang="ja"/)
      expect(isWellNested(html)).toBe(true)
    }
  })

  it('tells a table’s head, a row’s label and a heading’s level to whoever hears the page', () => {
    const html = writePrintHtml(minutesDocument(memoRecord()))
    expect(html).toContain('<th scope="row"><span>出席状況</span></th>')
    expect(html).toContain('<th scope="col">担当</th>')
    expect(html).toMatch(/<h3><span class="number">\(1\)<\/span><span class="text">買い物/)
    expect(html.match(/<h1>/g)).toHaveLength(1)
  })

  it('nests the outline by its levels, whatever their order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(1 as const, 2 as const, 3 as const), { maxLength: 20 }),
        (levels) => {
          const items = levels.map((level, position) => ({
            number: '',
            level,
            text: `項目${String(position)}`,
            notes: [],
          }))
          const html = writePrintHtml(withBlocks([{ kind: 'outline', items, noteWidthsEm: [] }]))
          expect(isWellNested(html)).toBe(true)
          expect([...html.matchAll(/項目(\d+)/g)].map((found) => Number(found[1]))).toEqual(
            levels.map((_, at) => at),
          )
          expect(html).not.toMatch(/<\/ol><li>|<ol><\/ol>.|<ol><ol>/)
        },
      ),
    )
  })
})

describe('print.css', () => {
  it('knows every paper with the margins of the model', () => {
    for (const size of paperSizes)
      for (const orientation of orientations)
        for (const margins of paperMargins) {
          const { width, height } = paperSizeMm({ size, orientation, margins })
          const { top, right, bottom, left } = marginsMm[margins]
          const name = `${size.toLowerCase()}-${orientation}-${margins}`
          const lengths = [top, right, bottom, left].map((each) => `${String(each)}mm`).join(' ')
          expect(css.replace(/\s+/g, ' ')).toContain(
            `@page ${name} { size: ${String(width)}mm ${String(height)}mm; margin: ${lengths}; }`,
          )
          expect(css.replace(/\s+/g, ' ')).toContain(`.${name} { page: ${name}; }`)
        }
  })
})
